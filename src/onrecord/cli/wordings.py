"""The command that follows what somebody says again and again."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.charts import ChartFile, require_drawable
from onrecord.cli.listing import PIPE_WIDTH, Marks, cited, countries_of
from onrecord.cli.options import Knowledge, OutputFile, Since, StorePlace, Until, first_and_last, opened_store
from onrecord.cli.positions import require_issue
from onrecord.cli.remarks import Verbose, amount, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record
from onrecord.settings import Settings, load_settings

if TYPE_CHECKING:
    from onrecord.lexicon import Lexicon
    from onrecord.store import Store
    from onrecord.store.actors import Asked
    from onrecord.store.applying import Corrected
    from onrecord.views.formulas import Formula


def wording_command(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="By code (USA), name (Wang Yi) or id.")],
    *,
    issue: Annotated[
        str | None, typer.Option("--issue", metavar="ISSUE", help="All formulas on this issue: taiwan, sanctions.")
    ] = None,
    phrase: Annotated[
        str | None, typer.Option("--phrase", metavar="WORDS", help="This formula, in quotes for the shell.")
    ] = None,
    since: Since = None,
    until: Until = None,
    chart: ChartFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    output: OutputFile = None,
    store: StorePlace = None,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """Follow what ACTOR says again and again: each use, first and last, its variants, and what passed without it.

    Example: onrecord wording AVL --phrase "freedom of navigation" --store build/records.db
    """
    from onrecord import lexicon
    from onrecord.render.corrections import marks
    from onrecord.views.formulas import used_within

    require_writable(output)
    require_drawable(chart)
    settings = load_settings(os.environ, knowledge=knowledge or (), store=store)
    known = lexicon.load(settings.knowledge)
    _require_one(issue, phrase, known)
    first, last = first_and_last(since, until)
    found, told = _found(settings, actor, _Wish(phrase, issue, last), countries_of(known))
    read = [one.record for one in told]
    found = used_within(found, first, last)
    with opened(output) as stream:
        (_write_json if as_json else _write_text)(found, cited(found, read), stream, marks(told))
    if chart is not None:
        from onrecord.render.charts.formulas import write_formulas

        write_formulas(found, f"{actor} on {phrase or issue}", cited(found, read), chart)
        remark(f"drawn in {chart}")
    remark(f"{amount(len(found), 'formula')} from {amount(len(read), 'document')}")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked for: a phrase, or all formulas on an issue, or a phrase on an issue; up to a day."""

    phrase: str | None
    issue: str | None
    until: date | None


def _require_one(issue: str | None, phrase: str | None, known: "Lexicon") -> None:
    """Lets pass what can be followed. Raises: BadParameter for nothing, a phrase without words, an unknown issue."""
    from onrecord.store.words import words

    if phrase is not None and not words(phrase):
        raise typer.BadParameter(f"{phrase!r} has no words", param_hint="--phrase")
    if issue is None and phrase is None:
        raise typer.BadParameter("say --issue, for all formulas on it, or --phrase, for one")
    if issue is not None:
        require_issue(issue, known)


def _found(
    settings: Settings, actor: str, wish: _Wish, countries: Mapping[str, str]
) -> tuple[Sequence["Formula"], Sequence["Corrected"]]:
    """The formulas, and the records that they were looked for in."""
    from onrecord.store.actors import asked_for
    from onrecord.views.formulas import formula, formulas
    from onrecord.views.wanted import Wanted

    with opened_store(settings) as kept:
        with kept.reading() as connection:
            asked = asked_for(connection, actor)
        wanted = Wanted(code=asked.code, names=asked.names)
        told = _told(kept, asked, wish)
        if wish.phrase is None:
            return formulas(_records(told), wish.issue or "", wanted, countries), list(told.values())
        one = formula(_records(told), wish.phrase, wish.issue, wanted, countries)
        if one is not None and wish.issue is None and one.issue is not None:  # what passed without it is told elsewhere
            told |= _told(kept, asked, replace(wish, phrase=None, issue=one.issue))
            one = formula(_records(told), wish.phrase, None, wanted, countries)
    return [one] if one is not None else [], list(told.values())


def _told(kept: "Store", asked: "Asked", wish: _Wish) -> dict[str, "Corrected"]:
    """What an actor said with a phrase, or on an issue, or both, each text once, by the ids of the documents."""
    from onrecord.store.actors import speaks
    from onrecord.store.choosing import documents_with, documents_wording
    from onrecord.store.words import words
    from onrecord.views.wordings import wording

    keys: set[int] = set()
    with kept.reading() as connection:
        if wish.phrase is not None:
            telling = wording(wish.phrase).telling or words(wish.phrase)
            keys.update(documents_wording(connection, telling, speaks(asked), until=wish.until))
        if wish.issue is not None:
            keys.update(documents_with(connection, {"issue": [wish.issue], **speaks(asked)}, until=wish.until))
    return {one.record.document.id: one for one in kept.corrected(sorted(keys))}


def _records(told: Mapping[str, "Corrected"]) -> Sequence[Record]:
    return [one.record for one in told.values()]


def _write_text(told: Sequence["Formula"], read: Sequence[Record], stream: TextIO, marks: Marks) -> None:
    from rich.console import Console

    from onrecord.render.formulas import print_formulas

    print_formulas(told, read, Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH), marks)


def _write_json(told: Sequence["Formula"], read: Sequence[Record], stream: TextIO, marks: Marks) -> None:
    from onrecord.export.views import item_json
    from onrecord.render.corrections import marks_in

    addresses = {record.document.id: record.document.uri for record in read}
    stream.writelines(item_json(one, addresses, marks_in(one, marks)) + "\n" for one in told)
