"""Which attitude a cue of belief, feeling or intent reports; speech is what all other cues report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Attitude


@dataclass(frozen=True, slots=True, kw_only=True)
class AttitudeCues:
    """The cues, by their lemma, that report one attitude."""

    attitude: Attitude
    cues: tuple[str, ...]


def load_attitudes(files: Sequence[Path] = ()) -> tuple[AttitudeCues, ...]:
    """Ours and the user's lists. Raises: LexiconError."""
    return entries("attitudes", AttitudeCues, lambda entry: entry.attitude, files)
