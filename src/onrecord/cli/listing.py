"""What the lists consist of, made of records, and how they are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from onrecord.cli.remarks import remark
from onrecord.model import Record
from onrecord.model.days import Span

if TYPE_CHECKING:
    from onrecord.lexicon import Lexicon
    from onrecord.views.formulas import Formula
    from onrecord.views.happenings import Happening
    from onrecord.views.items import Item
    from onrecord.views.occasions import Engagement
    from onrecord.views.positions import Position

Marks = Mapping[str, str]  # a record's id -> what people said of it
NO_MARKS: Marks = {}
PIPE_WIDTH = 100  # columns where there is no terminal to measure


class Format(StrEnum):
    """How happenings are written."""

    TEXT = "text"
    JSON = "json"
    PLOVER = "plover"  # comma-separated, in the columns of POLECAT
    GDELT = "gdelt"  # tab-separated, in the columns of GDELT 2.0


Items = Callable[[Sequence[Record], "Lexicon"], Sequence["Item"]]


def happenings_of(read: Sequence[Record], known: "Lexicon") -> Sequence["Happening"]:
    """The happenings that records tell of."""
    from onrecord.lexicon.plover import scale_of
    from onrecord.views.happenings import happenings

    return happenings(read, scale_of(known.plover, known.cameo), countries_of(known))


def engagements_of(read: Sequence[Record], known: "Lexicon") -> Sequence["Engagement"]:
    """The engagements."""
    from onrecord.lexicon.offices import by_name
    from onrecord.views.engagements import engagements

    return engagements(read, known.encounters, countries_of(known), by_name(known.offices))


def promises_of(read: Sequence[Record], known: "Lexicon") -> Sequence["Item"]:
    """The promises."""
    from onrecord.views.promises import promises

    return promises(read, known.undertakings, countries_of(known))


def lines_of(read: Sequence[Record], known: "Lexicon") -> Sequence["Item"]:
    """The lines of communication."""
    from onrecord.views.hotlines import hotlines

    return hotlines(read, known.channels)


def meetings_of(read: Sequence[Record], known: "Lexicon", files: Sequence[Path] = ()) -> Sequence["Item"]:
    """The meetings of which the records hold two accounts or more; `files` are the user's knowledge."""
    from onrecord.views.compare import load_compare_words
    from onrecord.views.compare.meetings import meetings

    return meetings(read, load_compare_words(files))


def climates_of(
    read: Sequence[Record], known: "Lexicon", by: Span, days: tuple[date | None, date | None] = (None, None)
) -> Sequence["Item"]:
    """The climate between each pair of states, as far as it comes of what was done from the first day to the last."""
    from onrecord.views.calling import calling
    from onrecord.views.choice import chosen
    from onrecord.views.climate import climate
    from onrecord.views.wanted import Choice

    copulas = frozenset(form for copula in known.copulas for form in copula.forms)
    named = calling(known.encounters, copulas, known.phrases)
    told = chosen(happenings_of(read, known), Choice(since=days[0], until=days[1]), read)
    return climate(read, told, named, countries_of(known), by)


def cited(told: Sequence["Item | Position | Formula"], read: Sequence[Record]) -> Sequence[Record]:
    """The records that these items rest on."""
    from onrecord.export.views import documents_of
    from onrecord.views.climate import Climate

    named = {document for item in told for document in documents_of(item)}
    series = [period for item in told if isinstance(item, Climate) for period in item.series]
    events = {event for period in series for event in period.records}  # a period names no passage
    return [
        record for record in read if record.document.id in named or any(event.id in events for event in record.events)
    ]


def countries_of(known: "Lexicon") -> dict[str, str]:
    """The names of the states, by their codes."""
    return {state.id: state.name for state in known.states}


def _write_text(told: Sequence["Item"], read: Sequence[Record], stream: TextIO, marks: Marks = NO_MARKS) -> None:
    if read and not told:
        remark("nothing of this kind is told there")
        return
    from rich.console import Console

    from onrecord.render.corrections import marks_in
    from onrecord.render.entries import print_entries
    from onrecord.render.ledgers import entry

    console = Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH)
    shown = ((entry(item), dict.fromkeys(marks_in(item, marks).values())) for item in told)
    print_entries((replace(one, tags=(*one.tags, *marked)) for one, marked in shown), read, console)


def _write_json(told: Sequence["Item"], read: Sequence[Record], stream: TextIO, marks: Marks = NO_MARKS) -> None:
    from onrecord.export.views import item_json
    from onrecord.render.corrections import marks_in

    addresses = {record.document.id: record.document.uri for record in read}
    stream.writelines(item_json(item, addresses, marks_in(item, marks)) + "\n" for item in told)


def _write_plover(told: Sequence["Item"], read: Sequence[Record], stream: TextIO, marks: Marks = NO_MARKS) -> None:
    from onrecord.export.tables import write_plover

    write_plover(_onlyhappenings_of(told), read, stream)


def _write_gdelt(told: Sequence["Item"], read: Sequence[Record], stream: TextIO, marks: Marks = NO_MARKS) -> None:
    from onrecord.export.tables import write_gdelt

    write_gdelt(_onlyhappenings_of(told), read, stream)


def _onlyhappenings_of(told: Sequence["Item"]) -> Sequence["Happening"]:
    from onrecord.views.happenings import Happening

    return [item for item in told if isinstance(item, Happening)]


class Writer(Protocol):
    """Writes a list of a view, with the records that it was made of, and what people said of these."""

    def __call__(self, told: Sequence["Item"], read: Sequence[Record], stream: TextIO, marks: Marks = NO_MARKS) -> None:
        """Writes it."""


WRITERS: Mapping[Format, Writer] = {
    Format.TEXT: _write_text,
    Format.JSON: _write_json,
    Format.PLOVER: _write_plover,
    Format.GDELT: _write_gdelt,
}
