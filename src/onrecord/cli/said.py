"""The command that asks whether something was said before, in these words."""

import json
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import StorePlace, opened_store
from onrecord.cli.remarks import Verbose, remark
from onrecord.model.days import in_words
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from onrecord.store.saying import Said
    from onrecord.store.search import Filter

PIPE_WIDTH = 100  # columns where there is no terminal to measure


def said_command(
    quote: Annotated[str, typer.Argument(metavar="QUOTE", help="The words, in quotes for the shell.")],
    *,
    by: Annotated[str | None, typer.Option("--by", metavar="ACTOR", help="Only what this actor said.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many near wordings are shown.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Say whether something was said before: in these very words, first to last, and then in near ones.

    Example: onrecord said "no room for compromise" --by "Wang Yi" --store build/records.db
    """
    from onrecord.store.actors import asked_for
    from onrecord.store.saying import said
    from onrecord.store.search import Filter

    with opened_store(load_settings(os.environ, store=store)) as kept, kept.reading() as connection:
        speakers = asked_for(connection, by).ids if by is not None else ()
        told = said(connection, quote, speakers, limit=limit)
    (_write_json if as_json else _print)(told, Filter(text=quote))
    remark(_ending(told))


def _print(told: "Said", asked: "Filter") -> None:
    from rich.console import Console

    from onrecord.render.hits import print_hits
    from onrecord.store.search import marks

    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)
    marked = partial(marks, asked)
    for title, found in (
        ("IN THESE WORDS, THE FIRST USE FIRST", told.exact),
        ("IN NEAR WORDS, THE NEAREST FIRST", [one for one, _ in told.near]),
        ("IN THE TEXT, AND IN NO STATEMENT", told.texts),
    ):
        if found:
            console.print(title, style="bold")
            print_hits(found, marked, console)
            console.print()


def _write_json(told: "Said", asked: "Filter") -> None:
    from onrecord.render.hits import hit_json
    from onrecord.store.search import marks

    marked = partial(marks, asked)
    rows = [("exact", one, 1.0) for one in told.exact] + [("near", one, ratio) for one, ratio in told.near]
    for how, one, ratio in (*rows, *(("text", one, 1.0) for one in told.texts)):
        line = {"how": how, "likeness": round(ratio, 3), **hit_json(one, marked)}
        typer.echo(json.dumps(line, ensure_ascii=False))


def _ending(told: "Said") -> str:
    """When it was said first and last."""
    number = len(told.near)
    near = f"{number} near wording{'' if number == 1 else 's'}" if number else "nor in near ones"
    if not told.exact:
        return f"never in these words, {near}"
    days = [one.hit.day for one in told.exact if one.hit.day is not None]
    times = "once" if len(told.exact) == 1 else f"{len(told.exact)} times"
    when = f", first {in_words(days[0])}, last {in_words(days[-1])}" if days else ""
    return f"{times} in these words{when}" + (f"; {near}" if number else "")
