"""Meetings that several documents of a set are accounts of, each with those accounts and what these share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model import Record
from onrecord.model.days import in_words, narrower
from onrecord.views.cast import listed
from onrecord.views.compare.comparison import Account, Held
from onrecord.views.compare.meeting import held
from onrecord.views.compare.reading import CompareWords
from onrecord.views.compare.same_meeting import groups
from onrecord.views.compare.sides import KEYS
from onrecord.views.compare.tellings import Telling, shared_people, tellings
from onrecord.views.occasions import VAGUE


class Ground(StrEnum):
    """What accounts of one meeting share."""

    PEOPLE = "people"
    DAY = "day"
    KIND = "kind"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What accounts share, and in which words: "Ada Holm and Bo Lind in both"."""

    ground: Ground
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting with its accounts, which are of two sides or publishers at least; `held` is how each tells it."""

    kind: str
    participants: tuple[str, ...]
    countries: tuple[str, ...]
    date: str | None
    place: str | None
    reasons: tuple[Reason, ...]
    accounts: tuple[Account, ...]
    held: tuple[Held, ...]


def meetings(records: Iterable[Record], words: CompareWords) -> tuple[Meeting, ...]:
    """The meetings of which the records hold accounts of two sides or more, in the order of their first documents.

    Where a document may be an account of several meetings alike, it is held to be of none.
    """
    told = [telling for record in records for telling in tellings(record, words)]
    return tuple(_meeting(group) for group in groups(told))


def _meeting(group: Sequence[Telling]) -> Meeting:
    accounts = [_keyed(one.account, key) for key, one in zip(KEYS, group, strict=False)]
    people = _people(group)
    return Meeting(
        kind=_kind(group),
        participants=tuple(people),
        countries=tuple(sorted({code for one in group if one.is_main for code in one.told.countries})),
        date=_date(group),
        place=next((one.told.place for one in group if one.told.place is not None), None),
        reasons=tuple(_reasons(group, people)),
        accounts=tuple(accounts),
        held=tuple(held(account.key, one.told) for account, one in zip(accounts, group, strict=False)),
    )


def _keyed(account: Account, key: str) -> Account:
    return replace(account, key=key, side_name=account.side_name if account.side else f"account {key}")


def _people(group: Sequence[Telling]) -> list[str]:
    """Those whom all accounts have."""
    first, *others = group
    shared = list(first.people)
    for other in others:
        shared = [fuller for name in shared for fuller in shared_people(replace(first, people=(name,)), other)]
    return shared


def _kind(group: Sequence[Telling]) -> str:
    """The kind that says most: the one that the others may turn out to be."""
    kinds = [one.told.kind for one in group]
    return max(kinds, key=lambda kind: sum(kind in VAGUE.get(other, ()) for other in kinds))


def _date(group: Sequence[Telling]) -> str | None:
    """The day that the accounts tell, or else the first on which one came out."""
    told = None
    for one in group:
        told = narrower(told, one.day)
    published = sorted(day for one in group if (day := one.account.published))
    return told or (published[0] if published else None)


def _reasons(group: Sequence[Telling], people: Sequence[str]) -> Iterator[Reason]:
    in_all = "in both" if len(group) == 2 else "in all"
    yield Reason(ground=Ground.PEOPLE, text=f"{listed(people)} {in_all}")
    yield Reason(ground=Ground.DAY, text=_spread([_day(one) for one in group], in_all))
    yield Reason(ground=Ground.KIND, text=_spread([one.told.kind for one in group], in_all))
    places = [one.told.place for one in group]
    if any(places):
        yield Reason(ground=Ground.PLACE, text=_spread([place or "no place" for place in places], in_all))


def _day(one: Telling) -> str:
    if one.day is not None:
        return in_words(one.day)
    return "no day" if one.days is None else f"published {in_words(one.account.published)}"


def _spread(values: Sequence[str], in_all: str) -> str:
    """What the accounts have, once where all have the same: "call in both", "call in a, meeting in b"."""
    if len(set(values)) == 1:
        return f"{values[0]} {in_all}"
    keys: dict[str, list[str]] = {}
    for key, value in zip(KEYS, values, strict=False):
        keys.setdefault(value, []).append(key)
    return ", ".join(f"{value} in {listed(own)}" for value, own in keys.items())
