"""What happened between actors, by days: their engagements, what else they did to each other, and what they said."""

from collections.abc import Iterable
from datetime import date

from onrecord.model import EventType
from onrecord.model.days import bounds
from onrecord.views.choice import days
from onrecord.views.exchanges import Exchange
from onrecord.views.happenings import Happening
from onrecord.views.occasions import Engagement
from onrecord.views.wanted import Choice, Wanted, has_a_part, is_within

Moment = Engagement | Happening | Exchange


def timeline(
    engagements: Iterable[Engagement],
    happenings: Iterable[Happening],
    choice: Choice,
    said: Iterable[Exchange] = (),
) -> tuple[Moment, ...]:
    """What all the actors of a choice had a part in, the earliest first, what has no day last.

    A meeting stands once, as the engagement. What has no day of its own stands at the first one on which it was
    reported, and is chosen by any of them; `since` and `until` leave out what has not even that.
    """
    met = [one for one in engagements if all(has_a_part(a, one.countries, one.participants) for a in choice.actors)]
    told = {passage for one in met for passage in one.records}
    done = [one for one in happenings if all(_had_a_part(actor, one) for actor in choice.actors)]
    others = [one for one in done if one.type is not EventType.CONSULT or told.isdisjoint(one.records)]
    moments: list[Moment] = [*met, *others, *said]
    dated = (one for one in moments if is_within(days(one), choice.since, choice.until))
    return tuple(sorted(dated, key=_order))


def _had_a_part(actor: Wanted, one: Happening) -> bool:
    return has_a_part(actor, (*one.sources, *one.targets), (*one.source_names, *one.target_names))


def _order(one: Moment) -> tuple[date, date]:
    return bounds(one.day) or (date.max, date.max)
