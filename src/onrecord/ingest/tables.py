"""Reads tables of texts, JSON Lines and CSV: a page a row, a row at a time."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import PurePath
from typing import BinaryIO

from onrecord.errors import SourceError
from onrecord.ingest.days import day
from onrecord.ingest.decode import decoded, wide_encoding
from onrecord.ingest.kinds import is_binary
from onrecord.model import Given, Page, Rejected

MAX_ROW = 50 * 2**20  # bytes; a row is a page, and has a page's limit
NAMES_SHOWN = 12  # columns that a message names; a table of hundreds would fill the screen
LONGEST_NAME = 40  # characters of a column's name that a message shows; a text may stand where the names should
ROWS_TO_SEE = 1000  # rows; if the text column is in none of them, it is in none

JSON_NAMES = (".jsonl", ".ndjson")
CSV_NAMES = (".csv", ".tsv")
_NOT_TABLES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """The names under which a table holds what we read; all but the text may be missing."""

    text: str = "text"
    title: str = "title"
    published: str = "published"
    url: str = "url"
    publisher: str = "publisher"


Rows = Callable[[str, Iterator[bytes], ColumnMap], Iterator[Page | Rejected]]


def table_reader(name: str, head: bytes, columns: ColumnMap) -> Rows | None:
    """The reader for what begins like this, if it is a table: by its first line, or by its name.

    Raises: SourceError for JSON that is one value over many lines.
    """
    suffix = PurePath(name).suffix.lower()
    if not head.strip() or head.startswith(_NOT_TABLES) or is_binary(head):
        return None
    if suffix in JSON_NAMES or _is_json_line(head):
        return _json_pages
    if suffix == ".json":
        raise SourceError(name, "is JSON, but not one object a line", "write it as JSON Lines")
    if suffix in CSV_NAMES or columns.text in _header(next(_lines(decoded(head)), ""), columns, fewest=2):
        return _csv_pages
    return None


def table_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of what was begun to be read; one that is longer than a page may be is cut at that length."""
    for part in (io.BytesIO(head + stream.readline(MAX_ROW)), stream):
        while line := part.readline(MAX_ROW + 1):
            yield line
            while len(line) > MAX_ROW and not line.endswith(b"\n"):
                line = part.readline(MAX_ROW + 1)


def _is_json_line(head: bytes) -> bool:
    first, newline, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return False
    return isinstance(_loaded(first), dict) if newline else first.startswith(b'{"')


def _loaded(line: bytes) -> object:
    """The value of a line of JSON, or the words that say why it has none."""
    try:
        return json.loads(decoded(line))
    except RecursionError:
        return "nested too deeply"
    except json.JSONDecodeError as error:
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    except ValueError:
        return "a number too long"


def _json_pages(file: str, lines: Iterator[bytes], columns: ColumnMap) -> Iterator[Page | Rejected]:
    waiting: list[Rejected] | None = []  # until a row shows the text column, what lacks it may be the whole file
    names: dict[str, None] = {}  # of the columns of those rows, in their order
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        value = _loaded(line) if len(line) <= MAX_ROW else "longer than a page may be"
        if not isinstance(value, dict):
            problem = value if isinstance(value, str) else "no object"
            yield _rejected(f"{file}:{number}", f"is no line of JSON: {problem}", "mend or remove this line")
        elif columns.text not in value and waiting is not None:
            waiting.append(_no_text(file, number, columns))
            names |= dict.fromkeys(value)
            if len(waiting) == ROWS_TO_SEE:
                break
        else:
            yield from waiting or ()
            waiting = None
            yield _row_page(file, number, value, columns)
    if waiting:
        raise _no_column(file, columns, names)


def _csv_pages(file: str, lines: Iterator[bytes], columns: ColumnMap) -> Iterator[Page | Rejected]:
    csv.field_size_limit(MAX_ROW)  # the module's own limit, 128 kB, is shorter than a long speech
    written = _csv_lines(lines)
    first = next(written, "")
    names = _header(first, columns, fewest=1)
    if columns.text not in names:
        raise _no_column(file, columns, names)
    # lenient, the module would leave out quotation marks that stand where none should, and tell nobody
    rows = csv.reader(written, delimiter=delimiter_of(first, columns.text), strict=True)
    while True:
        number = rows.line_num + 2  # of the line on which the row begins, after the header's
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "double each quotation mark inside a quoted text, or remove the row"
            yield _rejected(f"{file}:{number}", f"is no row of CSV: {error}", remedy)
            continue
        if any(cells):
            yield _row_page(file, number, dict(zip(names, cells, strict=False)), columns)


def _csv_lines(lines: Iterator[bytes]) -> Iterator[str]:
    first = next(lines, b"")
    if wide_encoding(first) or first.startswith((b"\xff\xfe", b"\xfe\xff")):
        # in UTF-16 a line cannot be told by its bytes
        yield from _lines(decoded(first + b"".join(lines)))
        return
    for line in chain((first,), lines):
        yield from _lines(decoded(line))


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, each with its end as a newline: a lone carriage return ends one too."""
    return io.StringIO(text, newline=None)


def _header(first: str, columns: ColumnMap, *, fewest: int) -> list[str]:
    """The names of the columns; none where there are fewer than `fewest`."""
    names = next(csv.reader([first], delimiter=delimiter_of(first, columns.text)), [])
    return [name.strip() for name in names] if len(names) >= fewest else []


def delimiter_of(first: str, column: str) -> str:
    """What parts the names in the first line of a table that has this column and another."""
    splits = {mark: [name.strip(' \t\r\n"') for name in first.split(mark)] for mark in ",;\t"}
    return next((mark for mark, names in splits.items() if len(names) > 1 and column in names), ",")


def _row_page(file: str, number: int, values: Mapping[str, object], columns: ColumnMap) -> Page | Rejected:
    text = values.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        return _no_text(file, number, columns)
    given = given_of(values, columns)
    # JSON may hold half of a surrogate pair, which no encoding can carry
    content = text.encode("utf-8", "replace")
    return Page(uri=given.url or f"{file}#{number}", content=content, charset="utf-8", given=given)


def given_of(values: Mapping[str, object], columns: ColumnMap) -> Given:
    """What a row says of its text."""
    told = {
        field: " ".join(str(value).split())
        for field, column in asdict(columns).items()
        if field != "text" and isinstance(value := values.get(column), str | int | float) and str(value).strip()
    }
    return Given(
        title=told.get("title"),
        publisher=told.get("publisher"),
        published=day(told["published"]) if "published" in told else None,
        url=told.get("url"),
        provenance={field: f"column:{getattr(columns, field)}" for field in told},
    )


def _no_text(file: str, number: int, columns: ColumnMap) -> Rejected:
    return _rejected(f"{file}:{number}", f"has no text in its column {columns.text!r}", "fill it or leave the row out")


def _no_column(file: str, columns: ColumnMap, names: Iterable[str]) -> SourceError:
    shown = [name[:LONGEST_NAME] for name in names]
    more = ", …" if len(shown) > NAMES_SHOWN else ""
    problem = f"is a table without a column {columns.text!r}; its columns: {', '.join(shown[:NAMES_SHOWN])}{more}"
    return SourceError(file, problem, "name the one that holds the texts: --column text=NAME")


def _rejected(place: str, problem: str, remedy: str) -> Rejected:
    return Rejected(uri=place, reason=str(SourceError(place, problem, remedy)))
