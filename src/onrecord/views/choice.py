"""Which items of a list are asked for: what these actors had a part in, on these days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.model import Record
from onrecord.views.climate import Climate
from onrecord.views.compare.meetings import Meeting
from onrecord.views.exchanges import Exchange
from onrecord.views.happenings import Happening
from onrecord.views.hotlines import Line
from onrecord.views.items import Item
from onrecord.views.occasions import Engagement
from onrecord.views.promises import Promise
from onrecord.views.wanted import Choice, Wanted, has_a_part, is_within

Chosen = TypeVar("Chosen", bound=Item)


def chosen(items: Iterable[Chosen], choice: Choice, records: Iterable[Record]) -> list[Chosen]:
    """The items that are asked for, in their order; `records` tell of which states people are.

    What has no day of its own has those on which it was reported; a line of communication has these alone. A climate
    keeps what is called so on these days: its series must come of happenings that were chosen before.
    """
    sides = _states_of_people(records) if choice.actors else {}
    asked = (one for one in items if all(_has_a_part(actor, one, sides) for actor in choice.actors))
    return [_within(one, choice) for one in asked if _is_within(one, choice)]


def _has_a_part(actor: Wanted, one: Item, sides: Mapping[str, str]) -> bool:
    codes, names = _parties(one)
    return has_a_part(actor, {*codes, *(sides[name] for name in names if name in sides)}, names)


def _parties(one: Item) -> tuple[Sequence[str], Sequence[str]]:
    """The codes and the names of whoever has a part in an item."""
    match one:
        case Happening():
            return (*one.sources, *one.targets), (*one.source_names, *one.target_names)
        case Engagement() | Meeting():
            return one.countries, one.participants
        case Promise():
            given = one.commitment
            named = (*given.actor, *((given.toward,) if given.toward else ()))
            return named, (*named, *given.said_by)
        case Line():
            return one.parties, one.parties
        case Climate():
            return one.pair, ()
        case Exchange():
            return (), (*((one.said_by,) if one.said_by else ()), *one.to)


def _is_within(one: Item, choice: Choice) -> bool:
    return isinstance(one, Climate) or is_within(days(one), choice.since, choice.until)


def days(one: Happening | Engagement | Promise | Line | Exchange | Meeting) -> Iterator[str | None]:
    """The day of an item, or else those on which it was reported."""
    match one:
        case Promise() | Meeting():
            yield one.date
        case Exchange():
            yield one.day
        case Line():
            yield from (report.published for report in one.history)
        case Happening() | Engagement():
            yield from (one.date,) if one.date is not None else (report.day for report in one.history)


def _within(one: Chosen, choice: Choice) -> Chosen:
    if not isinstance(one, Climate):
        return one
    words = (called for called in one.characterisations if is_within((called.date,), choice.since, choice.until))
    return replace(one, characterisations=tuple(words))


def _states_of_people(records: Iterable[Record]) -> dict[str, str]:
    """The states of those who are named, by their names."""
    return {actor.name: actor.country for record in records for actor in record.actors if actor.country is not None}
