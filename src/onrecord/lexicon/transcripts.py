"""The letters by which a transcript tells who asks and who answers."""

import functools
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.files import entries


class TranscriptUse(StrEnum):
    """What somebody does in a transcript."""

    ASKS = "asks"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptLetter:
    """A letter that stands for a speaker: "Q"."""

    letter: str
    use: TranscriptUse


@functools.cache
def letters(use: TranscriptUse) -> frozenset[str]:
    """The letters of one use."""
    known = entries("transcripts", TranscriptLetter, lambda entry: entry.letter)
    return frozenset(entry.letter for entry in known if entry.use is use)
