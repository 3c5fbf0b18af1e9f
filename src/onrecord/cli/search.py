"""The command that asks the store."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.facets import facets_asked
from onrecord.cli.options import Since, StorePlace, Until, first_and_last, opened_store
from onrecord.cli.remarks import Verbose, remark
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.store.found import Found
    from onrecord.store.search import Filter, Hits

PIPE_WIDTH = 100  # columns where there is no terminal to measure
MOST_SHOWN = 8  # values of a facet that are listed

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help="Words that must all be there. In quotes for the shell: '\"in this order\"', 'these -but -not -those'.",
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="statement, event or document. Repeatable."),
]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many are shown.")]
After = Annotated[
    int | None,
    typer.Option(metavar="KEY", min=0, max=2**63 - 1, help="Go on after this one: the last page tells which."),
]


def _facet(told: str) -> object:
    return typer.Option(metavar="VALUE", help=f"{told} Repeatable: any of them will do.")


def search_command(
    words: Words = None,
    *,
    kind: Kinds = None,
    speaker: Annotated[list[str] | None, _facet("Who says it, by name or id.")] = None,
    actor: Annotated[list[str] | None, _facet("Who has any part in it, by name or id.")] = None,
    country: Annotated[list[str] | None, _facet("The speaker's or a party's country, by code or name.")] = None,
    role: Annotated[list[str] | None, _facet("PLOVER sector of a speaker or party: GOV, MIL.")] = None,
    issue: Annotated[list[str] | None, _facet("What it is about: taiwan, sanctions.")] = None,
    act: Annotated[list[str] | None, _facet("What a speaker does by saying it: promise, deny.")] = None,
    manner: Annotated[list[str] | None, _facet("How it is quoted: direct, mixed, indirect.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="VALUE", help="PLOVER type. Repeatable.")] = None,
    status: Annotated[list[str] | None, _facet("Of an event: occurred, planned, refused.")] = None,
    occasion: Annotated[list[str] | None, _facet("On what occasion it was said: news-conference.")] = None,
    outlet: Annotated[list[str] | None, _facet("Who published it.")] = None,
    finding: Annotated[list[str] | None, _facet("What is wrong with the text: garbled, no_date.")] = None,
    review: Annotated[list[str] | None, _facet("What people said of it: accepted, corrected, rejected.")] = None,
    since: Since = None,
    until: Until = None,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="In the order of time.")] = False,
    limit: Limit = 20,
    after: After = None,
    distinct: Annotated[
        bool, typer.Option("--distinct", help="Show what copies tell once, from the earliest, with their number.")
    ] = False,
    counts: Annotated[bool, typer.Option("--counts", help="Count the values of each facet in what is found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Search the store: statements, events and documents, newest first.

    Example: onrecord search sanctions --country CHN --act deny --since 2031-01-01 --store build/records.db
    """
    chosen = {
        "speaker": speaker, "actor": actor, "country": country, "role": role, "issue": issue, "act": act,
        "manner": manner, "type": type_, "status": status, "occasion": occasion, "outlet": outlet, "finding": finding,
        "review": review,
    }  # fmt: skip
    settings, days = load_settings(os.environ, store=store), first_and_last(since, until)
    with opened_store(settings) as kept, kept.reading() as connection:
        asked = _filter(" ".join(words or ()), kind, facets_asked(connection, chosen, settings), days)
        hits = _hits(connection, asked, distinct=distinct, limit=limit, after=after, oldest_first=oldest_first)
        (_write_json if as_json else _print)(_found(connection, hits), asked)
        _tell(connection, asked, hits, counts=counts, distinct=distinct)


def _hits(
    connection: "Connection", asked: "Filter", *, distinct: bool, limit: int, after: int | None, oldest_first: bool
) -> "Hits":
    from onrecord.store.distinct import search_distinct
    from onrecord.store.search import search

    look = search_distinct if distinct else search
    return look(connection, asked, limit=limit, after=after, oldest_first=oldest_first)


def _found(connection: "Connection", hits: "Hits") -> "Sequence[Found]":
    from onrecord.store.found import found

    return found(connection, hits.hits)


def _tell(connection: "Connection", asked: "Filter", hits: "Hits", *, counts: bool, distinct: bool) -> None:
    """Say how many there are, and of what, where that is asked for."""
    from onrecord.store.search import count, facet_counts, outlets

    if counts:
        _print_counts(facet_counts(connection, asked), {"outlet": outlets(connection)})
    remark(_ending(len(hits.hits), count(connection, asked), hits, distinct=distinct))


def _filter(
    text: str,
    kinds: Sequence[str] | None,
    facets: Mapping[str, Sequence[str]],
    days: tuple[date | None, date | None],
) -> "Filter":
    from onrecord.store.search import Filter, Owner, has_words

    chosen = [kind.casefold() for kind in kinds or ()]
    if unknown := [kind for kind in chosen if kind not in list(Owner)]:
        raise typer.BadParameter(f"there is no kind {unknown[0]!r}; there are: {', '.join(Owner)}", param_hint="--kind")
    if text.strip() and not has_words(text):
        raise typer.BadParameter(f"{text!r} has no words to look for", param_hint="WORDS")
    return Filter(text=text, owners=tuple(map(Owner, chosen)), facets=facets, since=days[0], until=days[1])


def _print(told: "Sequence[Found]", asked: "Filter") -> None:
    from rich.console import Console

    from onrecord.render.hits import print_hits
    from onrecord.store.search import marks

    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH)
    print_hits(told, partial(marks, asked), console)


def _write_json(told: "Sequence[Found]", asked: "Filter") -> None:
    from onrecord.render.hits import hit_json
    from onrecord.store.search import marks

    for one in told:
        typer.echo(json.dumps(hit_json(one, partial(marks, asked)), ensure_ascii=False))


def _print_counts(counted: Mapping[str, Mapping[str, int]], names: Mapping[str, Mapping[str, str]]) -> None:
    for name, values in sorted(counted.items()):
        told = names.get(name, {})
        most = [f"{told.get(value, value)} {times:,}" for value, times in list(values.items())[:MOST_SHOWN]]
        more = f" and {len(values) - MOST_SHOWN:,} more" if len(values) > MOST_SHOWN else ""
        typer.echo(f"{name}: {', '.join(most)}{more}", err=True)


def _ending(shown: int, counted: int, hits: "Hits", *, distinct: bool) -> str:
    """How many there are, and how the next page is asked for."""
    from onrecord.store.search import MOST_COUNTED

    total = f"more than {MOST_COUNTED:,}" if counted > MOST_COUNTED else f"{counted:,}"
    if counted and not shown:
        return f"none is left after that one; there are {total}"
    onward = f"; go on with --after {hits.after}" if hits.after is not None else ""
    total += ", copies included," if distinct else ""
    return f"{shown:,} of {total} are shown{onward}" if counted else "nothing was found"
