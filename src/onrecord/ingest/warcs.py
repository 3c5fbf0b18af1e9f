"""Reads web archives (WARC, ISO 28500), packed by gzip or not: the pages that a crawler got, with where and when."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.errors import SourceError
from onrecord.ingest.kinds import Kind, kind_of
from onrecord.ingest.options import MAX_PAGE
from onrecord.ingest.streams import Rejoined
from onrecord.model import Page, Rejected

OVERHEAD = 2**20  # bytes of headers and of the sizes of chunks that a record may have beside its page

_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_KINDS = (Kind.HTML, Kind.PDF)  # what is read where no type is told; anything may look like text
_REMEDY = "what stands before was read; get the archive again"

log = logging.getLogger(__name__)


def archived_pages(source: str, stream: Rejoined) -> Iterator[Page | Rejected]:
    """The pages of an archive, in its order; what is no page of text is passed over.

    Of an archive that is cut or damaged, what is whole is read and the rest told in one line.
    """
    number, kept = 1, 0  # of the record at hand
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            page = _page(record)
            number += 1
            if page is not None:
                kept += isinstance(page, Page)
                yield page
    except SourceError as error:
        yield Rejected(uri=source, reason=str(SourceError(source, f"{error.problem} {number}", _REMEDY)))
    except OSError as error:
        problem = f"is damaged at record {number}: {error}"
        yield Rejected(uri=source, reason=str(SourceError(source, problem, _REMEDY)))
    log.info("%s: %d records, %d of them pages of text", source, number - 1, kept)


def _page(record: WarcRecord) -> Page | Rejected | None:
    """The page of a record; None for what is none: a request, a redirect, a picture, a robots.txt.

    Raises: SourceError for a record that is cut.
    """
    written = record.headers.get("Content-Length") or ""
    declared = int(written) if written.isascii() and written.isdecimal() else -1
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<>")  # wget writes it so
    is_wanted = record.record_type in (WarcRecordType.response, WarcRecordType.resource) and _is_page_address(uri)
    if not is_wanted or declared > MAX_PAGE + OVERHEAD:
        _check(record.consume(), declared)
        return Rejected(uri=uri, reason=f"{uri}: {_TOO_LARGE}") if is_wanted else None
    retrieved, media_type = _retrieved(record), (record.headers.get("Content-Type") or "").partition(";")[0]
    block = record.reader.read(declared)
    _check(len(block), declared)
    if record.record_type == WarcRecordType.response:
        return _answer(uri, block, retrieved)
    return _text_page(Page(uri=uri, content=block, media_type=media_type, retrieved=retrieved))


_TOO_LARGE = f"is larger than {MAX_PAGE >> 20} MB (it is left out of what is read of its archive)"


def _check(length: int, declared: int) -> None:
    if length != declared:
        raise SourceError("", "breaks off in record")


def _is_page_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "file") and parts.path != "/robots.txt"


def _answer(uri: str, block: bytes, retrieved: datetime | None) -> Page | Rejected | None:
    """The page in what a server answered; None where it answered with none."""
    for decoding in ("all", "none"):  # some crawlers unpack what they get and keep the headers that say it is packed
        try:
            answer, content = _parsed(block, decoding)
        except OSError:
            continue
        if not 200 <= (answer.http_headers.status_code or 0) < 300 or not content:
            return None
        if len(content) > MAX_PAGE:
            return Rejected(uri=uri, reason=f"{uri}: {_TOO_LARGE}")
        return _text_page(
            Page(
                uri=uri,
                content=content,
                media_type=answer.http_content_type,
                charset=answer.http_charset,
                retrieved=retrieved,
            )
        )
    problem = "is in its archive as no answer of a web server"
    return Rejected(uri=uri, reason=str(SourceError(uri, problem, "it is left out")))


def _parsed(block: bytes, decoding: Literal["all", "none"]) -> tuple[WarcRecord, bytes]:
    """An answer with its content, read in a record of its own: a failure must not stop the reading of the archive."""
    answer = WarcRecord()
    answer.init_headers(WarcRecordType.response)
    answer.set_bytes_content(block)
    answer.is_http = True
    answer.parse_http(auto_decode=decoding)
    return answer, answer.reader.read(MAX_PAGE + 1)


def _text_page(page: Page) -> Page | None:
    """The page, if it is of a type that holds a text; a type that is not told is seen from the content."""
    media_type = (page.media_type or "").strip().lower()
    if media_type in ("", "application/octet-stream"):
        return page if kind_of(page.content) in _KINDS else None
    return page if media_type in _TYPES else None


def _retrieved(record: WarcRecord) -> datetime | None:
    """When a page was got; None where that is not told, or of which UTC has no date: the year 1 begins in the east."""
    try:
        return record.record_date.astimezone(UTC) if record.record_date is not None else None
    except OverflowError:
        return None
