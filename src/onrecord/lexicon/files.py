"""Reads knowledge files: ours in data/, and the user's own, which extend and override them.

A TOML file holds `[[kind]]` tables. A CSV file holds one kind, with a header line; a cell of a list is
split at ";" and lines that start with "#" are comments. Every file of ours says where its facts come from.
A user's file is TOML and may hold any kinds.
"""

import csv
import functools
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from onrecord.errors import LexiconError

Entry = TypeVar("Entry")


def entries(
    kind: str, shape: type[Entry], key: Callable[[Entry], str], files: Sequence[Path] = ()
) -> tuple[Entry, ...]:
    """All entries of this kind, ours first; an entry of a later file replaces one with the same key.

    Raises: LexiconError for an unreadable file, an entry of the wrong shape, or one key twice in a file.
    """
    found: dict[str, Entry] = {}
    for name, rows in (
        (f"{kind} (built in)", _own_rows(kind)),
        *((str(f), user_tables(f).get(kind, [])) for f in files),
    ):
        found.update(_checked(name, rows, shape, key))
    return tuple(found.values())


def _checked(name: str, rows: object, shape: type[Entry], key: Callable[[Entry], str]) -> dict[str, Entry]:
    try:
        entries_of_shape = TypeAdapter(list[shape], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]
        checked = entries_of_shape.validate_python(rows)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LexiconError(name, f"entry {place}", first["msg"]) from error
    keyed: dict[str, Entry] = {}
    for number, entry in enumerate(checked):
        if key(entry) in keyed:
            raise LexiconError(name, f"entry {number}", f"{key(entry)!r} stands there twice")
        keyed[key(entry)] = entry
    return keyed


def _own_rows(kind: str) -> object:
    folder = resources.files("onrecord") / "data"
    table = folder / f"{kind}.csv"
    if table.is_file():
        return list(_csv_rows(kind, table.read_text(encoding="utf-8").splitlines()))
    return tomllib.loads((folder / f"{kind}.toml").read_text(encoding="utf-8"))[kind]


def _csv_rows(kind: str, lines: Iterable[str]) -> Iterable[dict[str, object]]:
    """Rows with empty cells left out; a column named "x[]" holds a list."""
    header, *rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    columns = [(column.removesuffix("[]"), column.endswith("[]")) for column in header]
    for row in rows:
        if len(row) > len(columns):
            raise LexiconError(f"{kind} (built in)", ",".join(row), "has more cells than columns")
        yield {
            name: [part.strip() for part in cell.split(";")] if is_list else cell
            for (name, is_list), cell in zip(columns, row, strict=False)
            if cell
        }


@functools.cache
def user_tables(file: Path) -> Mapping[str, object]:
    """The tables of a user's file by kind, unchecked; a `source` may say where its facts come from.

    Raises: LexiconError for what is no TOML.
    """
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(str(file), "", f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(file), "", f"is not TOML: {error}") from error
    return {kind: rows for kind, rows in tables.items() if kind != "source" or not isinstance(rows, str)}
