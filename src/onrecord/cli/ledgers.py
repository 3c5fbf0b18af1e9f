"""The commands over what was done: events, engagements, commitments, channels, climate."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.charts import ChartFile, require_drawable
from onrecord.cli.chosen import ChosenActors, Reach, Wish, records_chosen
from onrecord.cli.listing import (
    NO_MARKS,
    WRITERS,
    Format,
    Items,
    cited,
    climates_of,
    engagements_of,
    happenings_of,
    lines_of,
    meetings_of,
    promises_of,
)
from onrecord.cli.options import (
    AllowPrivate,
    AnySources,
    Columns,
    Knowledge,
    OutputFile,
    Pipeline,
    Published,
    Since,
    StorePlace,
    Until,
    request,
)
from onrecord.cli.reading import Request, records
from onrecord.cli.remarks import Verbose, amount, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record, Rejected
from onrecord.model.days import Span

if TYPE_CHECKING:
    from onrecord.views.items import Item

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
AsFormat = Annotated[
    Format,
    typer.Option("--format", help="text to read, json (one object per line), or an event table: plover or gdelt."),
]
By = Annotated[Span, typer.Option("--by", help="How long the periods of the series are.")]

MANY = 50  # documents, of which those alone are listed that something rests on

Draw = Callable[[Sequence["Item"], Sequence[Record]], None]


def events_command(
    sources: AnySources = None,
    *,
    form: AsFormat = Format.TEXT,
    as_json: AsJson = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    actor: ChosenActors = None,
    since: Since = None,
    until: Until = None,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """List what was done, in PLOVER's types: each happening once, with how often it is told.

    --format plover and --format gdelt write event tables; docs/tables.md tells their columns.

    Example: onrecord events examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    asked = request(sources or (), published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private, store=store)  # fmt: skip
    wish = Wish(actors=actor or (), since=since, until=until)
    _list(asked, wish, happenings_of, output, Format.JSON if as_json else form)


def climate_command(
    sources: AnySources = None,
    *,
    by: By = Span.MONTH,
    chart: ChartFile = None,
    as_json: AsJson = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    actor: ChosenActors = None,
    since: Since = None,
    until: Until = None,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Show the climate between two states: how cooperative what they did was, and what each calls it.

    The series is the mean of Goldstein's figures, from -10 (hostile) to 10 (cooperative), over the happenings of a
    period; both the sum and the number stand beside it.

    Example: onrecord climate examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    asked = request(sources or (), published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private, store=store)  # fmt: skip
    wish = Wish(actors=actor or (), since=since, until=until, only_states=True)
    require_drawable(chart)
    items = partial(climates_of, by=by, days=wish.days)
    draw = partial(_draw, span=by, file=chart) if chart is not None else None
    _list(asked, wish, items, output, Format.JSON if as_json else Format.TEXT, draw)


def pairs_command(
    sources: AnySources = None,
    *,
    as_json: AsJson = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    actor: ChosenActors = None,
    since: Since = None,
    until: Until = None,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Find the documents that are accounts of one meeting, by different sides, and say what they share.

    `onrecord compare` lays such accounts side by side.

    Example: onrecord pairs examples --knowledge examples/knowledge.toml
    """
    asked = request(sources or (), published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                    allow_private=allow_private, store=store)  # fmt: skip
    wish = Wish(actors=actor or (), since=since, until=until)
    items = partial(meetings_of, files=asked.settings.knowledge)
    _list(asked, wish, items, output, Format.JSON if as_json else Format.TEXT)


def _lister(items: Items, told: str, *, reach: Reach = Reach.NEAR, only_states: bool = False) -> Callable[..., None]:
    """A command that lists what `items` makes of records; `told` is its help."""

    def command(
        sources: AnySources = None,
        *,
        as_json: AsJson = False,
        output: OutputFile = None,
        published: Published = None,
        knowledge: Knowledge = None,
        pipeline: Pipeline = None,
        allow_private: AllowPrivate = False,
        columns: Columns = None,
        actor: ChosenActors = None,
        since: Since = None,
        until: Until = None,
        store: StorePlace = None,
        verbose: Verbose = 0,
    ) -> None:
        asked = request(sources or (), published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
                        allow_private=allow_private, store=store)  # fmt: skip
        wish = Wish(actors=actor or (), since=since, until=until, reach=reach, only_states=only_states)
        _list(asked, wish, items, output, Format.JSON if as_json else Format.TEXT)

    command.__doc__ = told
    return command


def _draw(told: Sequence["Item"], read: Sequence[Record], span: Span, file: Path) -> None:
    from onrecord.render.charts.climate import write_climate
    from onrecord.views.climate import Climate

    write_climate([one for one in told if isinstance(one, Climate)], read, span, file)
    remark(f"drawn in {file}")


def _list(
    asked: Request, wish: Wish, items: Items, output: Path | None, form: Format, draw: Draw | None = None
) -> None:
    """Write what `items` makes of the records of the sources, or of those of the store, each document once."""
    from onrecord import lexicon
    from onrecord.views.choice import chosen

    failed: list[Rejected] = []
    _require_one_kind(asked, wish)
    require_writable(output)
    known = lexicon.load(asked.settings.knowledge)
    if asked.sources:
        read, marks = _read_once(asked, failed), NO_MARKS
        told = items(read, known)
        read = cited(told, read) if len(read) > MANY else read
    else:
        held, choice, marks = records_chosen(asked.settings, wish)
        told = chosen(items(held, known), choice, held)
        read = cited(told, held)
    with opened(output) as stream:
        WRITERS[form](told, read, stream, marks)
    if draw is not None:
        draw(told, read)
    if not asked.sources:
        remark(f"{len(told):,} found in {amount(len(held), 'document')}")
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


def _read_once(asked: Request, failed: list[Rejected]) -> Sequence[Record]:
    once = {record.document.id: record for record in reversed([*records(asked, failed, progress=True)])}
    return [*reversed(once.values())]


def _require_one_kind(asked: Request, wish: Wish) -> None:
    """Raises: BadParameter where options of the store are given with sources."""
    if asked.sources and (wish.actors or wish.since or wish.until):
        raise typer.BadParameter("--actor, --since and --until ask the store; leave them or SOURCE out")


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
        reach=Reach.FORWARD,
    ),
    "channels": _lister(
        lines_of,
        """List lines of communication between two parties: open, cut, refused, restored or proposed, with the history.

        Example: onrecord channels examples/mangled-article.txt --knowledge examples/knowledge.toml
        """,
        reach=Reach.BACKWARD,
        only_states=True,
    ),
    "climate": climate_command,
    "pairs": pairs_command,
}
