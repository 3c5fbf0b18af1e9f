"""The commands for records: read, verify, schema."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import (
    AllowPrivate,
    Columns,
    Knowledge,
    OutputFile,
    Pipeline,
    Published,
    Sources,
    request,
)
from onrecord.cli.reading import records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened
from onrecord.export import Output
from onrecord.model import Rejected

if TYPE_CHECKING:
    from onrecord.export.verify import Verdict

RecordFiles = Annotated[list[str], typer.Argument(metavar="FILE", help="Records as JSON Lines; - is standard input.")]


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
    with opened(output) as stream:
        for record in records(asked, failed, progress=output is not None or not sys.stdout.isatty()):
            stream.write(read_line(record, lexicon.load(asked.settings.knowledge)) + "\n")
            stream.flush()  # whoever reads the pipe need not wait for the last document
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


def verify_command(files: RecordFiles, *, verbose: Verbose = 0) -> None:
    """Check every passage of records against their text, and whether their parts agree; name each mismatch.

    Exits 1 if there is any.

    Example: onrecord read examples/mangled-article.txt | onrecord verify -
    """
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
