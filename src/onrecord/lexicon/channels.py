"""The words for lines of communication and for what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class ChannelStatus(StrEnum):
    """How a line of communication stands."""

    OPEN = "open"
    CUT = "cut"
    REFUSED = "refused"
    RESTORED = "restored"
    PROPOSED = "proposed"


class WordRole(StrEnum):
    """Whether a word names a line or says what became of it."""

    NOUN = "noun"
    STATUS = "status"


class Strength(StrEnum):
    """Whether a noun names a line by itself, or only beside a word for its status."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWord:
    """A word for a line ("hotline", of a family of such words) or for its status ("suspended")."""

    word: str
    role: WordRole
    family: str = ""
    strength: Strength = Strength.STRONG
    status: ChannelStatus | None = None
    source: str = ""


def load_channel_words(files: Sequence[Path] = ()) -> tuple[ChannelWord, ...]:
    """Ours and the user's words. Raises: LexiconError."""
    return entries("channels", ChannelWord, lambda word: f"{word.role}:{word.word}", files)
