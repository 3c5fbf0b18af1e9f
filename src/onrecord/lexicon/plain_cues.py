"""The words that only tell that something was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCue:
    """A cue that adds nothing to the words it leads to, in all its forms."""

    cue: str
    forms: tuple[str, ...]


def load_plain_cues(files: Sequence[Path] = ()) -> tuple[PlainCue, ...]:
    """Ours and the user's cues. Raises: LexiconError."""
    return entries("plain_cues", PlainCue, lambda plain: plain.cue, files)
