"""The command that follows what somebody holds on an issue."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.charts import ChartFile, require_drawable
from onrecord.cli.chosen import Reach, reached
from onrecord.cli.facets import near
from onrecord.cli.listing import PIPE_WIDTH, Marks, cited, countries_of
from onrecord.cli.options import Knowledge, OutputFile, Since, StorePlace, Until, first_and_last, opened_store
from onrecord.cli.remarks import Verbose, amount, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record
from onrecord.settings import Settings, load_settings

if TYPE_CHECKING:
    from onrecord.lexicon import Lexicon
    from onrecord.views.positions import Position
    from onrecord.views.wanted import Wanted


def positions_command(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="By code (USA), name (Wang Yi) or id.")],
    *,
    issue: Annotated[str, typer.Option("--issue", metavar="ISSUE", help="The issue: taiwan, sanctions.")],
    since: Since = None,
    until: Until = None,
    chart: ChartFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    output: OutputFile = None,
    store: StorePlace = None,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """List what ACTOR holds on an issue, line by line: first said, repeated, reworded with the words that differ.

    "Not repeated" stands where the actor spoke on the issue later and nothing in that comes near to the line.

    Example: onrecord positions AVL --issue fisheries --store build/records.db
    """
    from onrecord import lexicon
    from onrecord.views.positions import positions, said_within

    require_writable(output)
    require_drawable(chart)
    settings = load_settings(os.environ, knowledge=knowledge or (), store=store)
    known = lexicon.load(settings.knowledge)
    require_issue(issue, known)
    first, last = first_and_last(since, until)
    read, wanted, marks = _read(settings, actor, issue, reached(first, last, Reach.BACKWARD))
    told = said_within(positions(read, issue, wanted, countries_of(known)), first, last)
    with opened(output) as stream:
        (_write_json if as_json else _write_text)(told, cited(told, read), stream, marks)
    if chart is not None:
        from onrecord.render.charts.positions import write_positions

        write_positions(told, f"{actor} on {issue}", cited(told, read), chart)
        remark(f"drawn in {chart}")
    remark(f"{amount(len(told), 'line')} from {amount(len(read), 'document')}")


def require_issue(issue: str, known: "Lexicon") -> None:
    """Lets a known issue pass. Raises: BadParameter for an issue that is not known, with those that are spelt alike."""
    slugs = [one.slug for one in known.issues]
    if issue not in slugs:
        raise typer.BadParameter(f"there is no issue {issue!r}; {near(issue, slugs)}", param_hint="--issue")


def _read(
    settings: Settings, actor: str, issue: str, days: tuple[date | None, date | None]
) -> tuple[Sequence[Record], "Wanted", Marks]:
    """The records with a statement of an actor on an issue, each text once, and what people said of them."""
    from onrecord.render.corrections import marks
    from onrecord.store.actors import asked_for, speaks
    from onrecord.store.choosing import documents_with
    from onrecord.views.wanted import Wanted

    with opened_store(settings) as kept:
        with kept.reading() as connection:
            asked = asked_for(connection, actor)
            about = {"issue": [issue], **speaks(asked)}
            keys = documents_with(connection, about, since=days[0], until=days[1])
        told = list(kept.corrected(keys))
    return [one.record for one in told], Wanted(code=asked.code, names=asked.names), marks(told)


def _write_text(told: Sequence["Position"], read: Sequence[Record], stream: TextIO, marks: Marks) -> None:
    from rich.console import Console

    from onrecord.render.positions import print_positions

    print_positions(told, read, Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH), marks)


def _write_json(told: Sequence["Position"], read: Sequence[Record], stream: TextIO, marks: Marks) -> None:
    from onrecord.export.views import item_json
    from onrecord.render.corrections import marks_in

    addresses = {record.document.id: record.document.uri for record in read}
    stream.writelines(item_json(one, addresses, marks_in(one, marks)) + "\n" for one in told)
