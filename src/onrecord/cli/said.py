"""The command that asks whether something was said before, in these words."""

import json
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import StorePlace, opened_store
from onrecord.cli.remarks import Verbose, amount, remark
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from onrecord.store.saying import Said, Total
    from onrecord.store.search import Filter

BY = "Only what this actor said; of a state or organisation (CHN, China), whoever speaks for it."
PIPE_WIDTH = 100  # columns where there is no terminal to measure


def said_command(
    quote: Annotated[str, typer.Argument(metavar="QUOTE", help="The words, in quotes for the shell.")],
    *,
    by: Annotated[str | None, typer.Option("--by", metavar="ACTOR", help=BY)] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many are shown of each kind.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Say whether something was said before: in these very words, first to last, and then in near ones.

    Example: onrecord said "no room for compromise" --by "Wang Yi" --store build/records.db
    """
    from onrecord.store.actors import asked_for, speaks
    from onrecord.store.saying import said
    from onrecord.store.search import Filter

    with opened_store(load_settings(os.environ, store=store)) as kept, kept.reading() as connection:
        told = said(connection, quote, speaks(asked_for(connection, by)) if by is not None else {}, limit=limit)
    (_write_json if as_json else _print)(told, Filter(text=quote))
    remark(_ending(told))


def _print(told: "Said", asked: "Filter") -> None:
    from rich.console import Console

    from onrecord.render.hits import print_hits
    from onrecord.store.search import marks

    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)
    marked, places = partial(marks, asked), {one.hit.key: place for one, place in told.texts}
    for title, found in (
        ("IN THESE WORDS, THE FIRST USE FIRST", told.exact),
        (_skipped(told), [told.last] if told.last else []),
        ("IN NEAR WORDS, THE NEAREST FIRST", [one for one, _ in told.near]),
        ("IN THE TEXT, AND IN NO STATEMENT", [one for one, _ in told.texts]),
    ):
        if found:
            console.print(title, style="bold")
            print_hits(found, marked, console, places=places)
            console.print()


def _skipped(told: "Said") -> str:
    number = told.times.number - len(told.exact) - 1
    between = f"AFTER {number:,} MORE, " if number else ""
    return f"{'AFTER MANY MORE, ' if told.times.is_more else between}THE LAST USE"


def _write_json(told: "Said", asked: "Filter") -> None:
    from onrecord.render.hits import hit_json
    from onrecord.store.search import marks

    marked = partial(marks, asked)
    exact = [*told.exact, *([told.last] if told.last else [])]
    rows = [("exact", one, 1.0, None) for one in exact] + [("near", one, ratio, None) for one, ratio in told.near]
    for how, one, ratio, place in (*rows, *(("text", one, 1.0, place) for one, place in told.texts)):
        line = {"how": how, "likeness": round(ratio, 3), **hit_json(one, marked, place)}
        typer.echo(json.dumps(line, ensure_ascii=False))


def _ending(told: "Said") -> str:
    """How often it was said, and when first and last."""
    from onrecord.render.hits import when

    number, times = told.near_times.number, told.times.number
    near = _total(told.near_times, "near wording") if number else "no near wordings"
    if not times:
        return f"never in these words, {near if number else 'nor in near ones'}{_in_texts(told)}"
    days = [when(one) for one in (*told.exact, told.last) if one is not None and one.hit.day is not None]
    often = "once" if times == 1 else f"{'more than ' if told.times.is_more else ''}{times:,} times"
    span = "" if not days else f", first {days[0]}, last {days[-1]}" if times > 1 else f", {days[0]}"
    return f"{often} in these words{span}; {near}{_in_texts(told)}"


def _in_texts(told: "Said") -> str:
    return f"; in {_total(told.text_times, 'text')} and no statement of theirs" if told.texts else ""


def _total(total: "Total", noun: str) -> str:
    return f"{'at least ' if total.is_more else ''}{amount(total.number, noun)}"
