"""The tables as CSV: text in quotation marks, what is not known an empty cell without, and never a formula."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from onrecord.export.columns import TABLES, Table
from onrecord.store.held import Held

# What spreadsheets take for a formula (OWASP, "CSV Injection"); apostrophes before it, so that one more can be taken
# away again whatever stood there.
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def write_csv(held: Iterable[Held], folder: Path) -> Iterator[Held]:
    """Writes a file for each table into a folder, which is there; gives back what is written, as it is."""
    with ExitStack() as files:
        streams = [(table, files.enter_context(_path(folder, table).open("w", encoding="utf-8",
                    errors="backslashreplace", newline=""))) for table in TABLES]  # fmt: skip
        for table, stream in streams:
            stream.write(",".join(table.columns) + "\n")
        for one in held:
            for table, stream in streams:
                stream.writelines(",".join(cell(row[name]) for name in table.columns) + "\n" for row in table.rows(one))
            yield one


def cell(value: object) -> str:
    """A value as a cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case str():
            text = f"'{value}" if FORMULA.match(value) else value
        case _:
            text = json.dumps(value, ensure_ascii=False)
    return '"' + text.replace('"', '""') + '"'


def _path(folder: Path, table: Table) -> Path:
    return folder / f"{table.name}.csv"
