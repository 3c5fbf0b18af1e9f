"""The commands over what was done: events, engagements, commitments, channels, climate."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.options import AllowPrivate, Columns, Knowledge, OutputFile, Pipeline, Published, Sources, request
from onrecord.cli.reading import Request, records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record, Rejected
from onrecord.model.days import Span

if TYPE_CHECKING:
    from onrecord.export.views import Item
    from onrecord.lexicon import Lexicon
    from onrecord.render.entries import Entry
    from onrecord.views.happenings import Happening

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

Told = tuple[list[Record], "Lexicon", list[Rejected]]


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
    from onrecord.export.tables import write_gdelt, write_plover
    from onrecord.render.ledgers import happening_entry

    form = Format.JSON if as_json else form
    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    require_writable(output)
    read, known, failed = _read(asked)
    told = _happenings(read, known)
    with opened(output) as stream:
        if form in (Format.PLOVER, Format.GDELT):
            (write_plover if form is Format.PLOVER else write_gdelt)(told, read, stream)
        else:
            _write(told, map(happening_entry, told), read, stream, as_json=form is Format.JSON)
    _end(failed, output)


def engagements_command(
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
    """List visits, meetings, calls and talks: who took part, when, where, how long, and what became of them.

    Example: onrecord engagements examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    from onrecord.lexicon.offices import by_name
    from onrecord.render.ledgers import engagement_entry
    from onrecord.views.engagements import engagements

    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    require_writable(output)
    read, known, failed = _read(asked)
    told = engagements(read, known.encounters, _countries(known), by_name(known.offices))
    with opened(output) as stream:
        _write(told, map(engagement_entry, told), read, stream, as_json=as_json)
    _end(failed, output)


def commitments_command(
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
    """List promises: who bound himself to what, who says so, by when, and what was said and done about it later.

    Example: onrecord commitments examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    from onrecord.render.ledgers import promise_entry
    from onrecord.views.promises import promises

    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    require_writable(output)
    read, known, failed = _read(asked)
    told = promises(read, known.undertakings, _countries(known))
    with opened(output) as stream:
        _write(told, map(promise_entry, told), read, stream, as_json=as_json)
    _end(failed, output)


def channels_command(
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
    """List lines of communication between two parties: open, cut, refused, restored or proposed, with the history.

    Example: onrecord channels examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    from onrecord.render.ledgers import line_entry
    from onrecord.views.hotlines import hotlines

    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    require_writable(output)
    read, known, failed = _read(asked)
    told = hotlines(read, known.channels)
    with opened(output) as stream:
        _write(told, map(line_entry, told), read, stream, as_json=as_json)
    _end(failed, output)


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
    from onrecord.render.ledgers import climate_entries
    from onrecord.views.calling import calling
    from onrecord.views.climate import climate

    asked = request(sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private)  # fmt: skip
    require_writable(output)
    read, known, failed = _read(asked)
    copulas = frozenset(form for copula in known.copulas for form in copula.forms)
    named = calling(known.encounters, copulas, known.phrases)
    told = climate(read, _happenings(read, known), named, _countries(known), by)
    with opened(output) as stream:
        entries = (entry for one in told for entry in climate_entries(one))
        _write(told, entries, read, stream, as_json=as_json)
    _end(failed, output)


def _read(asked: Request) -> Told:
    """The records of the sources, each document once, what is known, and the sources that have none."""
    from onrecord import lexicon

    failed: list[Rejected] = []
    once = {record.document.id: record for record in reversed([*records(asked, failed, progress=True)])}
    return [*reversed(once.values())], lexicon.load(asked.settings.knowledge), failed


def _countries(known: "Lexicon") -> dict[str, str]:
    return {state.id: state.name for state in known.states}


def _happenings(read: Sequence[Record], known: "Lexicon") -> tuple["Happening", ...]:
    from onrecord.lexicon.plover import scale_of
    from onrecord.views.happenings import happenings

    return happenings(read, scale_of(known.plover, known.cameo), _countries(known))


def _write(
    told: Sequence["Item"], entries: Iterable["Entry"], read: Sequence[Record], stream: TextIO, *, as_json: bool
) -> None:
    if as_json:
        from onrecord.export.views import item_json

        addresses = {record.document.id: record.document.uri for record in read}
        for item in told:
            stream.write(item_json(item, addresses) + "\n")
        return
    if read and not told:
        remark("nothing of this kind is told there")
        return
    from rich.console import Console

    from onrecord.render.entries import print_entries

    print_entries(entries, read, Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH))


def _end(failed: Sequence[Rejected], output: object) -> None:
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


COMMANDS: dict[str, Callable[..., None]] = {
    "events": events_command,
    "engagements": engagements_command,
    "commitments": commitments_command,
    "channels": channels_command,
    "climate": climate_command,
}
