"""The commands over what was done: events, engagements, commitments, channels, climate."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.listing import (
    WRITERS,
    Format,
    Items,
    climates_of,
    engagements_of,
    happenings_of,
    lines_of,
    promises_of,
)
from onrecord.cli.options import AllowPrivate, Columns, Knowledge, OutputFile, Pipeline, Published, Sources, request
from onrecord.cli.reading import Request, records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Rejected
from onrecord.model.days import Span

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
AsFormat = Annotated[
    Format,
    typer.Option("--format", help="text to read, json (one object per line), or an event table: plover or gdelt."),
]
By = Annotated[Span, typer.Option("--by", help="How long the periods of the series are.")]


def events_command(
    sources: Sources,
    *,
    form: AsFormat = Format.TEXT,
    as_json: AsJson = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    verbose: Verbose = 0,
) -> None:
    """List what was done, in PLOVER's types: each happening once, with how often it is told.

    --format plover and --format gdelt write event tables; docs/tables.md tells their columns.

    Example: onrecord events examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    _list(asked, happenings_of, output, Format.JSON if as_json else form)


def climate_command(
    sources: Sources,
    *,
    by: By = Span.MONTH,
    as_json: AsJson = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    verbose: Verbose = 0,
) -> None:
    """Show the climate between two states: how cooperative what they did was, and what each calls it.

    The series is the mean of Goldstein's figures, from -10 (hostile) to 10 (cooperative), over the happenings of a
    period; both the sum and the number stand beside it.

    Example: onrecord climate examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    _list(asked, partial(climates_of, by=by), output, Format.JSON if as_json else Format.TEXT)


def _lister(items: Items, told: str) -> Callable[..., None]:
    """A command that lists what `items` makes of records; `told` is its help."""

    def command(
        sources: Sources,
        *,
        as_json: AsJson = False,
        output: OutputFile = None,
        published: Published = None,
        knowledge: Knowledge = None,
        pipeline: Pipeline = None,
        allow_private: AllowPrivate = False,
        columns: Columns = None,
        verbose: Verbose = 0,
    ) -> None:
        asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                        allow_private=allow_private)  # fmt: skip
        _list(asked, items, output, Format.JSON if as_json else Format.TEXT)

    command.__doc__ = told
    return command


def _list(asked: Request, items: Items, output: Path | None, form: Format) -> None:
    """Read the sources and write what `items` makes of their records, each document once."""
    from onrecord import lexicon

    require_writable(output)
    failed: list[Rejected] = []
    once = {record.document.id: record for record in reversed([*records(asked, failed, progress=True)])}
    read = [*reversed(once.values())]
    told = items(read, lexicon.load(asked.settings.knowledge))
    with opened(output) as stream:
        WRITERS[form](told, read, stream)
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


COMMANDS: Mapping[str, Callable[..., None]] = {
    "events": events_command,
    "engagements": _lister(
        engagements_of,
        """List visits, meetings, calls and talks: who took part, when, where, how long, and what became of them.

        Example: onrecord engagements examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "commitments": _lister(
        promises_of,
        """List promises: who bound himself to what, who says so, by when, and what was said and done about it later.

        Example: onrecord commitments examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "channels": _lister(
        lines_of,
        """List lines of communication between two parties: open, cut, refused, restored or proposed, with the history.

        Example: onrecord channels examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "climate": climate_command,
}
