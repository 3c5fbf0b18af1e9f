"""PLOVER's types in numbers: the quarter of each, its CAMEO code, and how cooperative or hostile a code is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Event, EventType


class Quad(StrEnum):
    """The four quarters of event data, and GDELT's number of each is its place among them."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """A type, or a type with a mode: its quarter, and the CAMEO code where no word gives a more exact one."""

    type: EventType
    quad: Quad
    cameo: str
    mode: str = ""

    def key(self) -> str:
        """What no two entries of a file share."""
        return f"{self.type}:{self.mode}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO event code and its figure on Goldstein's scale, from -10 (hostile) to 10 (cooperative)."""

    code: str
    intensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The types by type and mode, and Goldstein's figures by code."""

    types: Mapping[tuple[EventType, str], PloverType]
    figures: Mapping[str, float]

    def quad(self, event: Event) -> Quad:
        """The quarter that an event belongs to."""
        return self._type(event).quad

    def cameo(self, event: Event) -> str:
        """The CAMEO code of an event: of its own words, else of its type and mode."""
        return event.cameo or self._type(event).cameo

    def intensity(self, event: Event) -> float:
        """Goldstein's figure for an event; that of its code's root where the code has none."""
        code = self.cameo(event)
        while code and code not in self.figures:
            code = code[:-1]
        return self.figures[code or self._type(event).cameo]

    def _type(self, event: Event) -> PloverType:
        return self.types.get((event.type, event.mode or "")) or self.types[event.type, ""]


def scale_of(types: Iterable[PloverType], codes: Iterable[CameoCode]) -> Scale:
    """The entries, ready to be asked."""
    return Scale(types={(one.type, one.mode): one for one in types}, figures={one.code: one.intensity for one in codes})


def load_plover(files: Sequence[Path] = ()) -> tuple[PloverType, ...]:
    """Ours and the user's types. Raises: LexiconError."""
    return entries("plover", PloverType, PloverType.key, files)


def load_cameo(files: Sequence[Path] = ()) -> tuple[CameoCode, ...]:
    """Ours and the user's codes. Raises: LexiconError."""
    return entries("cameo", CameoCode, lambda one: one.code, files)
