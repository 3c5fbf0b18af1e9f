"""The commands over what was done: events, engagements, commitments, channels, climate."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.options import AllowPrivate, Columns, Knowledge, OutputFile, Pipeline, Published, Sources, request
from onrecord.cli.reading import Request, records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record, Rejected
from onrecord.model.days import Span

if TYPE_CHECKING:
    from onrecord.lexicon import Lexicon
    from onrecord.views.happenings import Happening
    from onrecord.views.items import Item

PIPE_WIDTH = 100  # columns where there is no terminal to measure


class Format(StrEnum):
    """How happenings are written."""

    TEXT = "text"
    JSON = "json"
    PLOVER = "plover"  # comma-separated, in the columns of POLECAT
    GDELT = "gdelt"  # tab-separated, in the columns of GDELT 2.0


AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
AsFormat = Annotated[
    Format,
    typer.Option("--format", help="text to read, json (one object per line), or an event table: plover or gdelt."),
]
By = Annotated[Span, typer.Option("--by", help="How long the periods of the series are.")]

Items = Callable[[Sequence[Record], "Lexicon"], Sequence["Item"]]


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
    _list(asked, _happenings, output, Format.JSON if as_json else form)


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
    _list(asked, partial(_climates, by=by), output, Format.JSON if as_json else Format.TEXT)


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


def _happenings(read: Sequence[Record], known: "Lexicon") -> Sequence["Happening"]:
    from onrecord.lexicon.plover import scale_of
    from onrecord.views.happenings import happenings

    return happenings(read, scale_of(known.plover, known.cameo), _countries(known))


def _engagements(read: Sequence[Record], known: "Lexicon") -> Sequence["Item"]:
    from onrecord.lexicon.offices import by_name
    from onrecord.views.engagements import engagements

    return engagements(read, known.encounters, _countries(known), by_name(known.offices))


def _promises(read: Sequence[Record], known: "Lexicon") -> Sequence["Item"]:
    from onrecord.views.promises import promises

    return promises(read, known.undertakings, _countries(known))


def _lines(read: Sequence[Record], known: "Lexicon") -> Sequence["Item"]:
    from onrecord.views.hotlines import hotlines

    return hotlines(read, known.channels)


def _climates(read: Sequence[Record], known: "Lexicon", by: Span) -> Sequence["Item"]:
    from onrecord.views.calling import calling
    from onrecord.views.climate import climate

    copulas = frozenset(form for copula in known.copulas for form in copula.forms)
    named = calling(known.encounters, copulas, known.phrases)
    return climate(read, _happenings(read, known), named, _countries(known), by)


def _countries(known: "Lexicon") -> dict[str, str]:
    return {state.id: state.name for state in known.states}


def _write_text(told: Sequence["Item"], read: Sequence[Record], stream: TextIO) -> None:
    if read and not told:
        remark("nothing of this kind is told there")
        return
    from rich.console import Console

    from onrecord.render.entries import print_entries
    from onrecord.render.ledgers import entries

    console = Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH)
    print_entries((entry for item in told for entry in entries(item)), read, console)


def _write_json(told: Sequence["Item"], read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.views import item_json

    addresses = {record.document.id: record.document.uri for record in read}
    stream.writelines(item_json(item, addresses) + "\n" for item in told)


def _write_plover(told: Sequence["Item"], read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.tables import write_plover

    write_plover(_only_happenings(told), read, stream)


def _write_gdelt(told: Sequence["Item"], read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.tables import write_gdelt

    write_gdelt(_only_happenings(told), read, stream)


def _only_happenings(told: Sequence["Item"]) -> Sequence["Happening"]:
    from onrecord.views.happenings import Happening

    return [item for item in told if isinstance(item, Happening)]


WRITERS: Mapping[Format, Callable[[Sequence["Item"], Sequence[Record], TextIO], None]] = {
    Format.TEXT: _write_text,
    Format.JSON: _write_json,
    Format.PLOVER: _write_plover,
    Format.GDELT: _write_gdelt,
}

COMMANDS: Mapping[str, Callable[..., None]] = {
    "events": events_command,
    "engagements": _lister(
        _engagements,
        """List visits, meetings, calls and talks: who took part, when, where, how long, and what became of them.

        Example: onrecord engagements examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "commitments": _lister(
        _promises,
        """List promises: who bound himself to what, who says so, by when, and what was said and done about it later.

        Example: onrecord commitments examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "channels": _lister(
        _lines,
        """List lines of communication between two parties: open, cut, refused, restored or proposed, with the history.

        Example: onrecord channels examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
    ),
    "climate": climate_command,
}
