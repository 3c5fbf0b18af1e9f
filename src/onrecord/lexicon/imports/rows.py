"""The rows of a file of somebody else's, whatever its shape: JSON, CSV or TSV."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SourceError

LIMIT = 256 * 2**20  # bytes: some million rows; a file beyond that is no list of office-holders
LONGEST_CELL = 2**20  # characters

Cells = Mapping[str, str]  # by the name of the column in small letters

# A cell of SPARQL TSV: <address>, "text"@en, "2014-01-01"^^<type>
_TERM = re.compile(r'<(?P<address>[^<>]*)>|"(?P<text>(?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^\S+)?')


@dataclass(frozen=True, slots=True)
class Popolo:
    """A Popolo file: its lists of people, organizations, memberships, posts, events and areas."""

    lists: Mapping[str, object]


def read_file(file: Path) -> Popolo | list[Cells]:
    """What a file holds. Raises: SourceError for a file that cannot be read, or holds no rows that we know."""
    text = _text(file)
    if text.lstrip()[:1] not in ("{", "["):
        return list(_table(file, text))
    found = _json(file, text)
    if isinstance(found, dict) and isinstance(bindings := _below(found, "results", "bindings"), list):
        return [_cells(row) for row in bindings]
    if isinstance(found, dict) and ("persons" in found or "memberships" in found):
        return Popolo(found)
    if isinstance(found, list) and any(_is_popolo_person(row) for row in found):
        return Popolo({"persons": found})
    if isinstance(found, list):
        return [_cells(row) for row in found]
    remedy = "give query results of Wikidata as JSON, CSV or TSV, or a Popolo file"
    raise SourceError(str(file), "holds no rows that are known", remedy)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LIMIT:
            raise SourceError(str(file), f"is larger than {LIMIT // 2**20} MB", "split it")
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SourceError(str(file), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(str(file), "is not UTF-8", "save it with that encoding") from error


def _json(file: Path, text: str) -> object:
    try:
        found: object = json.loads(text)
    except RecursionError as error:
        raise SourceError(str(file), "is nested too deeply to be read") from error
    except ValueError as error:
        raise SourceError(str(file), f"is not JSON: {error}", "download it again") from error
    return found


def _below(found: object, *keys: str) -> object:
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _is_popolo_person(row: object) -> bool:
    return isinstance(row, dict) and any(isinstance(row.get(key), list) for key in ("memberships", "other_names"))


def _cells(row: object) -> Cells:
    """A row of either shape of JSON: plain values, or values with their type and label; nothing for what is no row."""
    found: dict[str, str] = {}
    for column, value in row.items() if isinstance(row, dict) else ():
        label = value.get("label") if isinstance(value, dict) else None
        if isinstance(label, str):
            found[f"{column.lower()}label"] = label
        if isinstance(value, dict):
            value = None if value.get("type") == "bnode" else value.get("value")
        if isinstance(value, list):
            value = "|".join(part for part in value if isinstance(part, str))
        if isinstance(value, str | int) and not isinstance(value, bool):
            found[column.lower()] = str(value)
    return found


def _table(file: Path, text: str) -> Iterator[Cells]:
    """Rows of CSV or TSV, also as SPARQL endpoints write it. Raises: SourceError."""
    head = text.partition("\n")[0]
    delimiter = max("\t,;", key=head.count)
    if head.count(delimiter) == 0:
        remedy = "give CSV or TSV with a header line, or JSON"
        raise SourceError(str(file), "has one column only", remedy)
    is_sparql = delimiter == "\t" and head.startswith("?")
    csv.field_size_limit(LONGEST_CELL)
    lines = io.StringIO(text, newline="")
    if is_sparql:
        rows = csv.DictReader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        rows = csv.DictReader(lines, delimiter=delimiter)
    try:
        for row in rows:
            yield {
                column.strip().lstrip("?").lower(): _term(cell) if is_sparql else cell
                for column, cell in row.items()
                if isinstance(column, str) and isinstance(cell, str)
            }
    except csv.Error as error:
        raise SourceError(str(file), f"line {rows.line_num} is no CSV: {error}", "export it again") from error


def _term(cell: str) -> str:
    match = _TERM.fullmatch(cell.strip())
    if match is None:
        return "" if cell.startswith("_:") else cell
    return match["address"] or re.sub(r"\\(.)", r"\1", match["text"] or "")
