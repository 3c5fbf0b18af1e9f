"""Reads catalogues: tables that name the files beside them, and say of each what a table of texts says of its rows."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.ingest.decode import decoded
from onrecord.ingest.tables import CSV_NAMES, JSON_NAMES, ColumnMap, delimiter_of, given_of
from onrecord.model import Given

LARGEST = 20 * 2**20  # bytes; a catalogue is read whole, and one of 50,000 files is smaller
FILE, DATE = "file", "date"  # the columns of a catalogue that a table of texts does not have

Row = Mapping[str, object]


def catalogued(files: Sequence[Path], columns: ColumnMap) -> tuple[set[Path], dict[Path, Given]]:
    """The catalogues among the files of a folder, and what they say of the others."""
    there, catalogues = set(files), set[Path]()
    told: dict[Path, Given] = {}
    for file in files:
        rows = {path: given for path, given in _told(file, columns) if path in there}
        if rows:
            catalogues.add(file)
            told |= rows
    return catalogues, told


def _told(file: Path, columns: ColumnMap) -> Iterable[tuple[Path, Given]]:
    """The files that a table names, each with what it says of them; none if it is no catalogue."""
    rows = _rows(file, columns)
    if any(columns.text in row for row in rows):
        return []
    named = [(row, name) for row in rows if isinstance(name := row.get(FILE), str) and name.strip()]
    return [(file.parent / name.strip(), _given(row, columns)) for row, name in named]


def _given(row: Row, columns: ColumnMap) -> Given:
    """What a row says of a file, which keeps its own address."""
    dated = columns if columns.published in row else replace(columns, published=DATE)
    given = given_of(row, dated)
    provenance = {field: f"catalogue:{getattr(dated, field)}" for field in given.provenance if field != "url"}
    return replace(given, url=None, provenance=provenance)


def _rows(file: Path, columns: ColumnMap) -> list[Row]:
    """The rows of a table; none for what is no table, has the texts itself, or cannot be read as it should."""
    suffix = file.suffix.lower()
    if suffix not in (*JSON_NAMES, *CSV_NAMES):
        return []
    try:
        with file.open("rb") as stream:
            head = decoded(stream.readline(LARGEST))
            if FILE not in head or f'"{columns.text}"' in head or file.stat().st_size > LARGEST:
                return []
            told = head + decoded(stream.read(LARGEST))
        return _objects(told) if suffix in JSON_NAMES else _records(told, columns)
    except (OSError, ValueError, RecursionError, csv.Error):  # whoever reads it as a table of texts says what is wrong
        return []


def _objects(told: str) -> list[Row]:
    rows = [json.loads(line) for line in told.splitlines() if line.strip()]
    return rows if all(isinstance(row, dict) for row in rows) else []


def _records(told: str, columns: ColumnMap) -> list[Row]:
    delimiter = delimiter_of(told.partition("\n")[0], FILE)
    rows = csv.DictReader(io.StringIO(told, newline=""), delimiter=delimiter, strict=True)
    return [dict(row) for row in rows]
