"""Who and which days are asked for, and whether something has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model.days import bounds


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


def is_within(days: Iterable[str | None], since: date | None, until: date | None) -> bool:
    """Whether any of these days (EDTF) reaches into those from the first to the last; what has no day does not."""
    if since is None and until is None:
        return True
    known = [found for found in map(bounds, days) if found is not None]
    return any(last >= (since or date.min) and first <= (until or date.max) for first, last in known)


def has_a_part(actor: Wanted, codes: Iterable[str], names: Iterable[str]) -> bool:
    """Whether an actor is among these states and organisations, or goes by one of these names."""
    return actor.code in codes if actor.code is not None else not actor.names.isdisjoint(names)
