"""The commands that follow actors through the time that the store covers."""

import os
from typing import Annotated

import typer

from onrecord.cli.charts import ChartFile, require_drawable
from onrecord.cli.chosen import Wish, records_chosen
from onrecord.cli.listing import WRITERS, Format, cited, countries_of, engagements_of, happenings_of
from onrecord.cli.options import Knowledge, OutputFile, Since, StorePlace, Until
from onrecord.cli.remarks import Verbose, amount, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.settings import load_settings

Actors = Annotated[
    list[str],
    typer.Argument(metavar="ACTOR...", help="By code (USA), name (Wang Yi) or id; of several, what they share."),
]


def timeline_command(
    actors: Actors,
    *,
    since: Since = None,
    until: Until = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Tell what they said to each other too, and where they met.")
    ] = False,
    chart: ChartFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    output: OutputFile = None,
    store: StorePlace = None,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """List what actors did and whom they met, the earliest first, each with its passages and sources.

    Example: onrecord timeline AVL BEL --store build/records.db
    """
    from onrecord import lexicon
    from onrecord.views.cast import cast_of
    from onrecord.views.exchanges import exchanges
    from onrecord.views.timeline import timeline

    require_writable(output)
    require_drawable(chart)
    settings = load_settings(os.environ, knowledge=knowledge or (), store=store)
    read, choice, marks = records_chosen(settings, Wish(actors=actors, since=since, until=until))
    known = lexicon.load(settings.knowledge)
    met = engagements_of(read, known)
    said = exchanges(read, choice.actors, met, cast_of(read, countries_of(known))) if statements else ()
    moments = timeline(met, happenings_of(read, known), choice, said)
    with opened(output) as stream:
        WRITERS[Format.JSON if as_json else Format.TEXT](moments, cited(moments, read), stream, marks)
    if chart is not None:
        from onrecord.render.charts.timeline import write_timeline

        write_timeline(moments, actors, cited(moments, read), chart)
        remark(f"drawn in {chart}")
    remark(f"{amount(len(moments), 'line')} from {amount(len(read), 'document')}")
