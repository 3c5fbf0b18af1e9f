"""The words for meetings, calls and visits, for what exists between sides, and for what both are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class EncounterKind(StrEnum):
    """What an occasion is; RELATIONS is the state of things between two sides and no occasion."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    VIDEO_CALL = "video-call"
    SUMMIT = "summit"
    TALKS = "talks"
    DIALOGUE = "dialogue"
    RELATIONS = "relations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """A word for an occasion, in the singular: "summit", "video call".

    A word of a frame may stand here too: one `by_host` is said of who receives and not of who comes ("welcome",
    "invite"), and by one `offered` an occasion is only held out ("ready to meet"). Those name no kind in a text.
    """

    word: str
    kind: EncounterKind
    by_host: bool = False
    offered: bool = False
    source: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is what an occasion is called."""
        return not (self.by_host or self.offered)


def load_encounters(files: Sequence[Path] = ()) -> tuple[Encounter, ...]:
    """Ours and the user's words. Raises: LexiconError."""
    return entries("encounters", Encounter, lambda encounter: encounter.word, files)


def named_kinds(text: str, encounters: Sequence[Encounter]) -> Iterator[EncounterKind]:
    """The kinds of occasions that a text names, the longest word first: a video call before a call."""
    for encounter in sorted(encounters, key=lambda encounter: -len(encounter.word)):
        if encounter.is_name and re.search(rf"\b{re.escape(encounter.word)}s?\b", text, re.IGNORECASE):
            yield encounter.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Copula:
    """A verb that ties "the talks" to what they are called, in all its forms."""

    verb: str
    forms: tuple[str, ...]


def load_copulas(files: Sequence[Path] = ()) -> tuple[Copula, ...]:
    """Ours and the user's verbs. Raises: LexiconError."""
    return entries("copulas", Copula, lambda copula: copula.verb, files)
