"""The words in what was said that tell what a speaker does by saying it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTerms:
    """The terms of one act; "*" ends a stem. Where a word of `joint` stands there too, it is the `joint_act`."""

    act: Act
    terms: tuple[str, ...]
    joint: tuple[str, ...] = ()
    joint_act: Act | None = None


def load_acts(files: Sequence[Path] = ()) -> tuple[ActTerms, ...]:
    """Ours and the user's acts, the one that decides first. Raises: LexiconError."""
    return entries("acts", ActTerms, lambda entry: entry.act, files)
