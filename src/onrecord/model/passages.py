"""Places in a document: evidence, mentions, findings."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import EvidenceError
from onrecord.model.kinds import EventType, FindingKind, MentionKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of a document that a record rests on: text[start:end] == exact.

    Raises: EvidenceError where the offsets and the length of `exact` disagree.
    """

    doc_id: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.exact):
            raise EvidenceError(f"{self.doc_id}[{self.start}:{self.end}] is not {self.exact!r}")


@dataclass(frozen=True, slots=True)
class Mention(Evidence):
    """A passage that points at somebody, with what its own words give.

    "the Chinese foreign minister" gives country CHN and office "foreign minister"; "Chinese Foreign Minister
    Wang Yi" the name too. `actor` is an id in the knowledge base where the words alone decide it.
    `plural` is true for "both sides", "officials" and for joined names, `subject` for the subject of a clause.
    """

    kind: MentionKind
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    office: str | None = None
    plural: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a careful reader should know about a text; without offsets it concerns the whole."""

    kind: FindingKind
    detail: str
    start: int | None = None
    end: int | None = None


def statement_id(content: Iterable[Evidence], cue: Evidence | None) -> str:
    """The id of a statement with these passages: a second reading gives the same id."""
    return _passage_id("statement", (*content, *((cue,) if cue is not None else ())))


def event_id(type_: EventType, trigger: Evidence) -> str:
    """The id of an event of this type that these words tell of."""
    return _passage_id(f"event/{type_}", (trigger,))


def _passage_id(kind: str, passages: Iterable[Evidence]) -> str:
    key = "|".join((kind, *(f"{passage.doc_id}:{passage.start}-{passage.end}" for passage in passages)))
    return f"{kind[0]}:{hashlib.sha256(key.encode()).hexdigest()[:16]}"
