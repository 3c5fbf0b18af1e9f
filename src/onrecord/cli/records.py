"""The commands for records: read, verify, schema."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from onrecord.cli.options import (
    AllowPrivate,
    Columns,
    Knowledge,
    OutputFile,
    Pipeline,
    Published,
    Sources,
    StorePlace,
    opened_store,
    request,
)
from onrecord.cli.progress import counted
from onrecord.cli.reading import records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened
from onrecord.export import Output
from onrecord.model import Rejected
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from onrecord.export.verify import Verdict

RecordFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE", help="Records as JSON Lines; - is standard input."),
]


def read_command(
    sources: Sources,
    *,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    verbose: Verbose = 0,
) -> None:
    """Write the record of each document as one line of JSON; `onrecord schema` says what is in it.

    Example: onrecord read examples/mangled-article.txt --published 2031-05-12 -o build/records.jsonl
    """
    from onrecord import lexicon
    from onrecord.export.lines import read_line

    asked = request(
        sources,
        published=published,
        columns=columns,
        knowledge=knowledge,
        pipeline=pipeline,
        allow_private=allow_private,
    )
    failed: list[Rejected] = []
    with opened(output, as_it_comes=True) as stream:
        for record in records(asked, failed, progress=output is not None or not sys.stdout.isatty()):
            stream.write(read_line(record, lexicon.load(asked.settings.knowledge)) + "\n")
            stream.flush()  # whoever reads the pipe need not wait for the last document
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


class VerifyCommand(TyperCommand):
    """The command with an option that may stand alone: `--store` at the end is the user's own store."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer keeps the type to itself
        """The arguments that no option takes."""
        return super().parse_args(ctx, [*args, ""] if args[-1:] == ["--store"] else args)


def verify_command(files: RecordFiles = None, *, store: StorePlace = None, verbose: Verbose = 0) -> None:
    """Check every passage of records against their text, and whether their parts agree; name each mismatch.

    Of a store, every passage against its text and every row against its hash; `onrecord check` looks at its file and
    at what search finds besides. Exits 1 if anything is wrong.

    Example: onrecord read examples/mangled-article.txt | onrecord verify -
    """
    if bool(files) == (store is not None):
        raise typer.BadParameter("name a FILE, or a store with --store: one of the two")
    if files:
        _verify_files(files)
    else:
        _verify_store(store or None)


def _verify_files(files: Sequence[str]) -> None:
    passages = mismatches = broken = 0
    for file in files:
        for place, verdict in _verdicts(file):
            passages += verdict.passages
            mismatches += len(verdict.mismatches)
            broken += bool(verdict.mismatches) and place != file
            for mismatch in verdict.mismatches:
                remark(f"{place}: {mismatch}")
    typer.echo(f"{passages} passages checked, {mismatches} mismatch{'' if mismatches == 1 else 'es'}")
    if broken:
        remark("a line that does not verify was changed after it was written; onrecord read SOURCE writes it anew")
    if mismatches:
        raise typer.Exit(1)


def _verify_store(store: str | None) -> None:
    from onrecord.store.verifying import check

    rows = passages = faults = 0
    with opened_store(load_settings(os.environ, store=store)) as kept, kept.reading() as connection:
        for checked in counted(check(connection), lambda: None, "hundreds of documents"):
            rows += checked.rows
            passages += checked.passages
            faults += len(checked.faults)
            for fault in checked.faults:
                remark(str(fault))
    typer.echo(f"{rows:,} rows checked, {passages:,} of them passages; {faults:,} wrong")
    if faults:
        remark("a row that is wrong was changed by another program than OnRecord; take it from a backup or an export")
        raise typer.Exit(1)


def _verdicts(file: str) -> Iterator[tuple[str, "Verdict"]]:
    """Each record's place in the file with its verdict; a file that cannot be read counts as one mismatch."""
    from onrecord.export.verify import Mismatch, Verdict, verify_lines

    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
            for number, verdict in verify_lines(lines):
                yield f"{file}:{number}", verdict
    except OSError as error:
        yield file, Verdict(mismatches=(Mismatch(place="", problem=f"cannot be read: {error.strerror}"),))


def schema_command(
    output: Annotated[Output, typer.Argument(help="What the schema is of.")] = Output.RECORD,
    *,
    verbose: Verbose = 0,
) -> None:
    """Print the JSON Schema of a line of `onrecord read`, or of a brief in JSON.

    Example: onrecord schema > record.schema.json
    """
    from onrecord.export.schema import schema_json

    typer.echo(schema_json(output))
