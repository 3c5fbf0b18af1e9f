"""What is read: a page as we got it, and the document that it becomes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from onrecord.model.kinds import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What whoever handed us a page says about it; it outranks what the page says of itself.

    `provenance` says where a field was read ({"title": "column:headline"}); a field it does not name was given.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF
    url: str | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as we got them, with where and when."""

    uri: str
    content: bytes
    media_type: str | None = None  # as declared by a server or known from a table; None: look at the bytes
    charset: str | None = None  # as declared by a server
    retrieved: datetime | None = None  # aware, UTC; None for what was not fetched
    given: Given = Given()
    listed: Given = Given()  # what the feed or sitemap says that led to it; what the page says of itself outranks it
    published_otherwise: str | None = None  # EDTF; the day to use where nothing else says one (`--published`)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document's text that is read as one piece. Text in no block is not read."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The clean text of a page, its blocks in order, and its metadata with where each was read.

    `provenance` maps a field's name to its place: {"published": "meta:article:published_time"}.
    """

    id: str
    uri: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF
    modified: str | None = None  # EDTF; when the page says it was last changed
    language: str | None = None  # ISO 639-1
    retrieved: datetime | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A page that could not be read, and why, in one line."""

    uri: str
    reason: str


def document_id(text: str) -> str:
    """The id of a document with this text: the same text has the same id wherever it stands."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
