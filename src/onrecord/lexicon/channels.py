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
    """Whether a word names a line, says what became of it, or near one in general tells of what kind it is."""

    NOUN = "noun"
    STATUS = "status"
    KIND = "kind"


class Strength(StrEnum):
    """Whether a word tells by itself, or only beside another.

    A weak noun names a line only beside a word for its status; a weak status word counts only right before the noun.
    """

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWord:
    """A word for a line ("hotline", of a family of such words) or for its status ("suspended").

    A noun may hold its status ("severed diplomatic relations") and its parties ("Normandy format"). A status word
    with a family is for the nouns of this family alone, which then take no other.
    """

    word: str
    role: WordRole
    family: str = ""
    strength: Strength = Strength.STRONG
    status: ChannelStatus | None = None
    parties: tuple[str, ...] = ()
    source: str = ""


def load_channel_words(files: Sequence[Path] = ()) -> tuple[ChannelWord, ...]:
    """Ours and the user's words. Raises: LexiconError."""
    return entries("channels", ChannelWord, _key, files)


def _key(word: ChannelWord) -> str:
    """What tells one word from another: a status word may be there for all lines and for those of one family."""
    return f"{word.role}:{word.word}:{word.family if word.role is WordRole.STATUS else ''}"
