"""Finds the pages of a source: a file, folder, glob, standard input or address; of tables, feeds and archives each."""

import glob
import io
import mimetypes
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from onrecord.errors import SourceError
from onrecord.ingest.catalogues import catalogued
from onrecord.ingest.days import day
from onrecord.ingest.listings import listing_of
from onrecord.ingest.options import HEAD, MAX_PAGE, SourceOptions
from onrecord.ingest.streams import Rejoined, unpacked, unpacked_head
from onrecord.ingest.tables import table_lines, table_reader
from onrecord.ingest.unkept import escaped
from onrecord.model import Page, Rejected

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_WEB = ("http", "https")
# Beside web pages that were saved lie their pictures, styles and scripts; in a folder these are passed over.
_DOCUMENTS = (
    "application/json",
    "application/msword",
    "application/pdf",
    "application/xhtml+xml",
    "text/csv",
    "text/html",
    "text/markdown",
    "text/plain",
    "text/tab-separated-values",
)
_NAMES = mimetypes.MimeTypes()  # Python's own table: a machine's would read a folder differently elsewhere


def pages(source: str, options: SourceOptions) -> Iterator[Page | Rejected]:
    """The pages of a source, and a Rejected for each part of it that cannot be read; never an error.

    Their addresses are such as any store keeps, whatever bytes a file has for a name.
    """
    otherwise = day(options.published) if options.published else None
    for page in _gone_through(source, _pages(source, options), options):
        if isinstance(page, Page):
            yield replace(page, uri=escaped(page.uri), published_otherwise=otherwise)
        else:
            yield Rejected(uri=escaped(page.uri), reason=escaped(page.reason))


def _gone_through(uri: str, parts: Iterator[Page | Rejected], options: SourceOptions) -> Iterator[Page | Rejected]:
    """The parts of what is at `uri`; where it is more than one page, notes at its end that itself it could be read."""
    polling, name = options.polling, escaped(uri)
    if polling is None:
        yield from parts
        return
    is_one = False
    for part in parts:
        is_one = is_one or part.uri == uri  # a page, or why there is none
        yield part
    if not is_one and name not in polling.resting and name not in polling.unchanged:
        polling.whole.add(name)


def _pages(source: str, options: SourceOptions) -> Iterator[Page | Rejected]:
    try:
        if not source.strip():
            raise SourceError(repr(source), "names no source", "give a file, folder, glob, address or -")
        if source == "-":
            yield from _stream_pages("-", _standard_input(options), options)
        elif _ADDRESS.match(source):
            yield from _address_pages(escaped(source), options)
        elif Path(source).is_dir():
            yield from _folder_pages(Path(source), options)
        else:
            for path in _paths(source, options):
                yield from _gone_through(str(path), _file_pages(path, options), options)
    except SourceError as error:
        yield Rejected(uri=source, reason=str(error))
    except (OSError, ValueError) as error:  # a name that no file can have; a folder that cannot be entered
        yield Rejected(uri=source, reason=str(_unreadable(source, error)))


def _standard_input(options: SourceOptions) -> BinaryIO:
    if options.stdin is None and sys.stdin is None:
        raise SourceError("-", "standard input is closed", "pipe a text into it")
    return options.stdin or sys.stdin.buffer


def _paths(source: str, options: SourceOptions) -> list[Path]:
    """The files that a source names, in a stable order."""
    path = Path(source)
    if path.exists() or not glob.has_magic(source):
        return [path]
    found = [Path(name) for name in sorted(glob.glob(source, recursive=True))]  # noqa: PTH207 - Path.glob refuses absolute patterns
    files = [file for match in found for file in (_folder_files(match, options) if match.is_dir() else [match])]
    files = [file for file in files if not _is_left_out(file, options)]
    if not files:
        raise SourceError(source, "matches no file", "check the pattern")
    return files


def _folder_pages(folder: Path, options: SourceOptions) -> Iterator[Page | Rejected]:
    """The pages of a folder, each with what a catalogue beside it says of it."""
    files = _folder_files(folder, options)
    catalogues, told = catalogued(files, options.columns)
    for path in files:
        if path in catalogues:
            continue
        for page in _gone_through(str(path), _file_pages(path, options), options):
            if path in told and isinstance(page, Page) and page.uri == str(path):
                yield replace(page, given=told[path])
            else:
                yield page


def _folder_files(folder: Path, options: SourceOptions) -> list[Path]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_document(path.relative_to(folder))]
    files = [path for path in files if not _is_left_out(path, options)]
    if not files:
        raise SourceError(str(folder), "holds nothing that can be read", "name a folder with texts in it")
    return files


def _is_left_out(path: Path, options: SourceOptions) -> bool:
    return bool(options.left_out) and path.resolve() in options.left_out


def _is_document(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return False
    media_type, compression = _NAMES.guess_type(path.name)
    if path.name.lower().endswith(".warc.gz"):
        return True
    return compression is None and (media_type is None or media_type in _DOCUMENTS or "word" in media_type)


def _file_pages(path: Path, options: SourceOptions) -> Iterator[Page | Rejected]:
    source = str(path)
    try:
        with path.open("rb") as stream:
            yield from _stream_pages(source, stream, options)
    except SourceError as error:
        yield Rejected(uri=source, reason=str(error))
    except (OSError, ValueError) as error:
        yield Rejected(uri=source, reason=str(_unreadable(source, error)))


def _unreadable(source: str, error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError(source, "does not exist", "check the path")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(source, f"cannot be read: {reason}", "check the path and its permissions")


def _stream_pages(source: str, stream: BinaryIO, options: SourceOptions) -> Iterator[Page | Rejected]:
    head = stream.read(HEAD)
    if not head.strip():
        raise SourceError(source, "is empty", "there is nothing to read in it")
    parts = _parts(source, source, head, stream, options)
    if parts is not None:
        yield from parts
        return
    content = head + stream.read(MAX_PAGE + 1 - len(head))
    if len(content) > MAX_PAGE:
        raise SourceError(
            source, f"is larger than {MAX_PAGE >> 20} MB", "split it into articles, or make it JSON Lines"
        )
    yield Page(uri=source, content=content)


def _address_pages(source: str, options: SourceOptions) -> Iterator[Page | Rejected]:
    try:
        scheme = urlsplit(source).scheme.lower()
    except ValueError as error:
        raise SourceError(source, f"is no address: {error}", "check it") from error
    if scheme not in _WEB:
        raise SourceError(source, "is no web address", "only http and https are fetched")
    from onrecord.ingest.asking import changed_page  # an HTTP client takes long to import, and files need none

    page = changed_page(source, options)
    if page is None:
        return
    head, rest = page.content[:HEAD], io.BytesIO(page.content[HEAD:])
    parts = _parts(source, page.uri, head, rest, options)
    if parts is None:
        yield page
    else:
        yield from parts


def _parts(
    asked: str, source: str, head: bytes, stream: BinaryIO, options: SourceOptions
) -> Iterator[Page | Rejected] | None:
    """The pages of what holds or lists several, was asked for as `asked` and found at `source`; None for one page.

    Raises: SourceError.
    """
    shown = unpacked_head(head)
    if shown.startswith(b"WARC/"):
        from onrecord.ingest.warcs import archived_pages

        return archived_pages(source, Rejoined(head, stream))
    listing = listing_of(source, shown, unpacked(head, stream))
    if listing is not None:
        from onrecord.ingest.following import followed

        return followed(escaped(asked), listing, options)
    name = urlsplit(source).path if _ADDRESS.match(source) else source
    rows = table_reader(name, head, options.columns)
    return rows(source, table_lines(head, stream), options.columns) if rows is not None else None
