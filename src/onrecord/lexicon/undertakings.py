"""The phrases by which somebody undertakes or disavows something."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class UndertakingKind(StrEnum):
    """Whether a phrase binds somebody to do a thing or not to do it."""

    PLEDGE = "pledge"
    DISAVOWAL = "disavowal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A phrase that is followed by what somebody undertakes: "committed to"."""

    phrase: str
    kind: UndertakingKind
    source: str = ""


def load_undertakings(files: Sequence[Path] = ()) -> tuple[Undertaking, ...]:
    """Ours and the user's phrases. Raises: LexiconError."""
    return entries("undertakings", Undertaking, lambda undertaking: undertaking.phrase, files)
