"""The command that writes what the store holds."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Knowledge, Since, StorePlace, Until, opened_store
from onrecord.cli.progress import counted
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import made_folder, opened
from onrecord.errors import SettingsError
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.lexicon import Lexicon
    from onrecord.store.held import Held, Wanted


class ExportFormat(StrEnum):
    """How the store is written."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    CSV = "csv"
    WEB_ANNOTATIONS = "web-annotations"
    QUOTATIONS = "quotations"
    FTM = "ftm"
    PLOVER = "plover"
    GDELT = "gdelt"


FOLDERS = (ExportFormat.PARQUET, ExportFormat.CSV)  # formats of several files
EVENTS = (ExportFormat.PLOVER, ExportFormat.GDELT)

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="PATH", help="The file, or of parquet and csv the folder, to write."),
]
Country = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="Documents that name somebody of this country. Repeatable: any of them will do."),
]


def export_command(
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="What is written.")] = ExportFormat.JSONL,
    output: Output = None,
    since: Since = None,
    until: Until = None,
    country: Country = None,
    store: StorePlace = None,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """Write what the store holds, all of it or that of documents published in some days or naming some countries.

    Example: onrecord export --format jsonl --store build/records.db -o build/records.jsonl
    """
    from onrecord import lexicon
    from onrecord.store.held import Wanted

    settings = load_settings(os.environ, knowledge=knowledge or (), store=store)
    wanted = Wanted(
        since=since.date() if since else None,
        until=until.date() if until else None,
        countries=tuple(code.upper() for code in country or ()),
        superseded=format_ is ExportFormat.JSONL,
    )
    with opened_store(settings) as kept, kept.reading() as connection:
        known = lexicon.load(settings.knowledge)
        if format_ in FOLDERS:
            written = _tables(connection, wanted, format_, output)
        elif format_ in EVENTS:
            written = _events(connection, wanted, known, format_, output)
        else:
            written = _lines(connection, wanted, known, format_, output)
    remark(f"{written:,} documents" + (f", written to {output}" if output is not None else ""))


def _held(connection: "Connection", wanted: "Wanted", output: Path | None) -> "Iterator[Held]":
    """The readings, counted on a terminal unless they are written to it; what is not all is as people corrected it."""
    from onrecord.store.held import held, held_as_corrected, keys

    found = (held if wanted.superseded else held_as_corrected)(connection, wanted)
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        return found
    return counted(found, lambda: sum(1 for _ in keys(connection, wanted)), "documents")


def _tables(connection: "Connection", wanted: "Wanted", format_: ExportFormat, output: Path | None) -> int:
    from onrecord.export.csv_tables import write_csv
    from onrecord.export.parquet import require_pyarrow, write_parquet

    if output is None:
        raise SettingsError(f"{format_.value} is several files: name a folder with -o")
    if format_ is ExportFormat.PARQUET:
        require_pyarrow()
    with made_folder(output):
        write = write_parquet if format_ is ExportFormat.PARQUET else write_csv
        return sum(1 for _ in write(_held(connection, wanted, output), output))


def _lines(
    connection: "Connection", wanted: "Wanted", known: "Lexicon", format_: ExportFormat, output: Path | None
) -> int:
    from onrecord.export.archive import correction_line, failure_line
    from onrecord.store.held import failures
    from onrecord.store.reviews import corrections, corrections_for

    lines, written = _writers(known)[format_], set[int]()
    with opened(output) as stream:
        for held in _held(connection, wanted, output):
            stream.writelines(f"{line}\n" for line in lines(held))
            written.add(held.key)
        if wanted.is_all:
            stream.writelines(f"{failure_line(failed)}\n" for failed in failures(connection))
        if format_ is ExportFormat.JSONL:
            told = corrections(connection) if wanted.is_all else corrections_for(connection, written)
            stream.writelines(f"{correction_line(made)}\n" for made in told)
    return len(written)


def _writers(known: "Lexicon") -> "Mapping[ExportFormat, Callable[[Held], Iterator[str]]]":
    """What the formats that are lines make of a reading."""
    from onrecord.export.annotations import annotations
    from onrecord.export.archive import held_line
    from onrecord.export.ftm import entities
    from onrecord.export.quotations import quotations

    codes = {state.id: state.alpha2.lower() for state in known.states if state.alpha2}
    return {
        ExportFormat.JSONL: lambda held: iter((held_line(held, known),)),
        ExportFormat.WEB_ANNOTATIONS: annotations,
        ExportFormat.QUOTATIONS: quotations,
        ExportFormat.FTM: lambda held: entities(held, codes),
    }


def _events(
    connection: "Connection", wanted: "Wanted", known: "Lexicon", format_: ExportFormat, output: Path | None
) -> int:
    from onrecord.cli.listing import happenings_of
    from onrecord.export.tables import write_gdelt_batches, write_plover_batches
    from onrecord.store.held import keys
    from onrecord.store.telling import batches

    write = write_plover_batches if format_ is ExportFormat.PLOVER else write_gdelt_batches
    with opened(output) as stream:
        told = ((happenings_of(read, known), read) for read in batches(connection, wanted))
        write(counted(told, lambda: None, "batches"), stream)
    return sum(1 for _ in keys(connection, wanted))
