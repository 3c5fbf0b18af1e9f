"""Places by which news tells whose somebody is: regions, cities, territories."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a state; `country` is the state's code. A name that two states have stands there twice."""

    name: str
    country: str
    names: tuple[str, ...] = ()


def load_places(files: Sequence[Path] = ()) -> tuple[Place, ...]:
    """Ours and the user's places. Raises: LexiconError."""
    return entries("places", Place, lambda place: f"{place.name}, {place.country}", files)
