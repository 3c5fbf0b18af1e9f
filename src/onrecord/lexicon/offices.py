"""Offices: what their holders are called, and what they do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class Level(StrEnum):
    """How high an office stands; the order is the rank."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    OFFICIAL = "official"
    OTHER = "other"  # no office of a state: "professor", "analyst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office by its names, which are read in any case.

    `duty` is what its holder does, the same in every state: "foreign-minister" for a Secretary of State too.
    With a `country` or organisation the name belongs to that one alone ("Taoiseach"). `gender` is "m" or "f"
    where the word tells it.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    duty: str
    level: Level
    country: str | None = None
    roles: tuple[str, ...] = ("GOV",)
    gender: str | None = None


def load_offices(files: Sequence[Path] = ()) -> tuple[Office, ...]:
    """Ours and the user's offices. Raises: LexiconError."""
    return entries("offices", Office, lambda office: office.id, files)


def by_name(offices: Sequence[Office]) -> dict[str, Office]:
    """The offices by each of their names in small letters, singular and plural; the first of two keeps a name."""
    named: dict[str, Office] = {}
    for office in offices:
        for name in numbers((office.name, *office.names)):
            named.setdefault(name.lower(), office)
    return named


def numbers(names: Iterable[str]) -> Iterator[str]:
    """Each name and its plural: "foreign ministers", "ministers of foreign affairs"."""
    for name in names:
        yield name
        head, of, rest = name.partition(" of ")
        if head.endswith("y") and head[-2:-1] not in "aeo":
            yield f"{head[:-1]}ies{of}{rest}"
        elif head.endswith(("man", "woman")):
            yield f"{head[:-2]}en{of}{rest}"
        elif head[-1] not in "s.":
            yield f"{head}s{of}{rest}"
