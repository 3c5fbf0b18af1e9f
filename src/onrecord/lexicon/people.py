"""People in public office, with the terms for which they held it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from onrecord.lexicon.files import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An office held from `since` until `until`, EDTF days, months or years; None is "not known" or "still"."""

    office: str
    since: str | None = None
    until: str | None = None

    def covers(self, day: str) -> bool:
        """Whether the day, as precise as both are known, lies in the term."""
        return _not_after(self.since, day) and _not_after(day, self.until)


def _not_after(earlier: str | None, later: str | None) -> bool:
    if earlier is None or later is None:
        return True
    precision = min(len(earlier), len(later))
    return earlier[:precision] <= later[:precision]


def _term(written: object) -> object:
    """A term as files write it: "foreign-minister 2021-01-26/2025-01-20"; an open end is left empty or ".."."""
    if not isinstance(written, str):
        return written
    office, _, span = written.partition(" ")
    since, _, until = span.partition("/")
    return Term(office=office, since=_day(since), until=_day(until))


def _day(written: str) -> str | None:
    return written.strip() if written.strip() not in ("", "..") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; `id` is "<country>.<family>-<given>" in small ASCII letters and does not change with the office.

    `family` is the name that news uses alone ("Xi", "Blinken", "von der Leyen"), `aliases` are other full names
    and spellings. `gender` is "m" or "f". `country` may be an organisation's code.
    """

    id: str
    name: str
    family: str
    country: str
    gender: str | None = None
    terms: tuple[Annotated[Term, BeforeValidator(_term)], ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ("GOV",)
    wikidata: str | None = None


def load_people(files: Sequence[Path] = ()) -> tuple[Person, ...]:
    """Ours and the user's people. Raises: LexiconError."""
    return entries("people", Person, lambda person: person.id, files)
