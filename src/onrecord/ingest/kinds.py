"""Knows what kind of page bytes are, by the bytes; names and declared types may lie."""

import io
import re
import zipfile
from enum import StrEnum

from onrecord.ingest.decode import wide_encoding

HEAD = 4096  # bytes in which a page shows what it is
SAMPLE = 65_536  # bytes looked at to tell text from other things
CONTROLS_IN_UTF8 = 0.3  # share of control characters in what reads as UTF-8; control characters are no crime
CONTROLS_ELSEWHERE = 0.05  # the same in what does not; chance gives 0.11, text in any old encoding 0


class Kind(StrEnum):
    """What a page is; the last ones cannot be read."""

    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"
    OLD_WORD = "an old Office file (.doc)"
    RTF = "RTF"
    ARCHIVE = "an archive or Office file, but no Word file"
    XML = "XML, but no web page"
    BINARY = "neither text, HTML, PDF nor Word"


_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_WORD),
    (b"{\\rtf", Kind.RTF),
    (b"\x1f\x8b", Kind.ARCHIVE),
)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]")
_PIECE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:head|article|main|section|div|header|p|h[1-6]|meta|title|table|span|ul|ol|blockquote|a)"
    rb"[\s>]",
    re.DOTALL,
)
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_ENDING_TAG = re.compile(rb"</[a-z]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(content: bytes, media_type: str | None = None) -> Kind:
    """What these bytes are; the claimed `media_type` decides only whether tags in a text are tags."""
    head = content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x0c")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return Kind.WORD if _holds_word_document(content) else Kind.ARCHIVE
    if b"%PDF-" in content[:1024]:
        return Kind.PDF  # readers of PDF have always allowed for rubbish before it
    markup = _narrow(head).lower()
    if _PIECE.match(markup) or (_PAGE.search(markup) and _ENDING_TAG.search(_narrow(content).lower())):
        return Kind.HTML
    if media_type in _HTML_TYPES and _ENDING_TAG.search(markup):
        return Kind.HTML
    if markup.startswith(b"<?xml"):
        return Kind.XML
    return Kind.BINARY if is_binary(content) else Kind.TEXT


def is_binary(content: bytes) -> bool:
    """Whether these bytes are no text in any encoding."""
    sample = content[:SAMPLE]
    if not sample or sample.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(sample):
        return False
    try:
        sample[:-3].decode("utf-8")  # the last character may be cut
        limit = CONTROLS_IN_UTF8
    except UnicodeDecodeError:
        limit = CONTROLS_ELSEWHERE
    return len(_CONTROL.findall(sample)) > limit * len(sample)


def _narrow(content: bytes) -> bytes:
    """The bytes without the NULs and marks of UTF-16: enough to see tags by."""
    return content.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()


def _holds_word_document(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
