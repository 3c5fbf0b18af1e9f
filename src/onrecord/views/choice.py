"""Which items of a list are asked for: what these actors had a part in, on these days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from onrecord.model import Record
from onrecord.model.days import bounds
from onrecord.views.climate import Climate
from onrecord.views.happenings import Happening
from onrecord.views.hotlines import Line
from onrecord.views.items import Item
from onrecord.views.occasions import Engagement
from onrecord.views.promises import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An actor that is asked for: a state or an organisation by its code, anybody else by the names they go by."""

    code: str | None = None
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for: what all of these actors had a part in, from the first day to the last."""

    actors: tuple[Wanted, ...] = ()
    since: date | None = None
    until: date | None = None


Chosen = TypeVar("Chosen", bound=Item)


def chosen(items: Iterable[Chosen], choice: Choice, records: Iterable[Record]) -> list[Chosen]:
    """The items that are asked for, in their order; `records` tell of which states people are.

    What has no day of its own has those on which it was reported; a line of communication has these alone. A climate
    keeps what is called so on these days: its series must come of happenings that were chosen before.
    """
    sides = _states_of_people(records) if choice.actors else {}
    asked = (one for one in items if all(_has_a_part(actor, one, sides) for actor in choice.actors))
    return [_within(one, choice) for one in asked if _is_within(one, choice)]


def is_within(days: Iterable[str | None], since: date | None, until: date | None) -> bool:
    """Whether any of these days (EDTF) reaches into those from the first to the last; what has no day does not."""
    if since is None and until is None:
        return True
    known = [found for found in map(bounds, days) if found is not None]
    return any(last >= (since or date.min) and first <= (until or date.max) for first, last in known)


def has_a_part(actor: Wanted, codes: Iterable[str], names: Iterable[str]) -> bool:
    """Whether an actor is among these states and organisations, or goes by one of these names."""
    return actor.code in codes if actor.code is not None else not actor.names.isdisjoint(names)


def _has_a_part(actor: Wanted, one: Item, sides: Mapping[str, str]) -> bool:
    codes, names = _parties(one)
    return has_a_part(actor, {*codes, *(sides[name] for name in names if name in sides)}, names)


def _parties(one: Item) -> tuple[Sequence[str], Sequence[str]]:
    """The codes and the names of whoever has a part in an item."""
    match one:
        case Happening():
            return (*one.sources, *one.targets), (*one.source_names, *one.target_names)
        case Engagement():
            return one.countries, one.participants
        case Promise():
            given = one.commitment
            named = (*given.actor, *((given.toward,) if given.toward else ()))
            return named, (*named, *given.said_by)
        case Line():
            return one.parties, one.parties
        case Climate():
            return one.pair, ()


def _is_within(one: Item, choice: Choice) -> bool:
    return isinstance(one, Climate) or is_within(_days(one), choice.since, choice.until)


def _days(one: Happening | Engagement | Promise | Line) -> Iterator[str | None]:
    match one:
        case Promise():
            yield one.date
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
