"""What happened between actors, in the order of the days: their engagements, and what else they did to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import EventType
from onrecord.model.days import bounds
from onrecord.views.happenings import Happening
from onrecord.views.occasions import Engagement

Moment = Engagement | Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An actor that is asked for: a state or an organisation by its code, anybody else by the names they go by."""

    code: str | None = None
    names: frozenset[str] = frozenset()


def timeline(
    engagements: Iterable[Engagement],
    happenings: Iterable[Happening],
    actors: Sequence[Wanted],
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Moment, ...]:
    """What all these actors had a part in, the earliest first, what has no day last.

    A meeting stands once, as the engagement; `since` and `until` leave out what has no day.
    """
    met = [one for one in engagements if all(_took_part(actor, one) for actor in actors)]
    told = {passage for one in met for passage in one.records}
    done = [one for one in happenings if all(_had_a_part(actor, one) for actor in actors)]
    others = [one for one in done if one.type is not EventType.CONSULT or told.isdisjoint(one.records)]
    moments: list[Moment] = [*met, *others]
    return tuple(sorted((one for one in moments if _is_within(one, since, until)), key=_order))


def _took_part(actor: Wanted, one: Engagement) -> bool:
    return actor.code in one.countries if actor.code is not None else not actor.names.isdisjoint(one.participants)


def _had_a_part(actor: Wanted, one: Happening) -> bool:
    if actor.code is not None:
        return actor.code in (*one.sources, *one.targets)
    return not actor.names.isdisjoint((*one.source_names, *one.target_names))


def _is_within(one: Moment, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    days = bounds(one.date)
    return days is not None and days[1] >= (since or date.min) and days[0] <= (until or date.max)


def _order(one: Moment) -> tuple[date, date]:
    return bounds(one.date) or (date.max, date.max)
