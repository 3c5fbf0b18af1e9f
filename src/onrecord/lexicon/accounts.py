"""The words by which one side's account of a meeting is read against another's, and what the sides call one thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class AccountRole(StrEnum):
    """What words do in an account of a meeting."""

    MATTER = "matter"  # leads to what a concern or a comment is about: "our allies' concern about"
    ACCORD = "accord"  # of an event between both sides: they bound themselves by it
    MILITARY = "military"  # tells that lines of communication are those of armed forces
    TOPIC = "topic"  # a cue that tells only what was talked about: "discussed"
    ASCRIPTION = "ascription"  # a noun for somebody's words or undertaking: "the comment of"
    INITIATIVE = "initiative"  # by whose wish they met: "upon request"
    ASIDE = "aside"  # leads, after a comma, to what adds to a point and is not its core: "which", "as well as"
    CONTACT = "contact"  # what two militaries have with each other where no other matter is named
    DENIAL = "denial"  # takes back what it stands with
    ANAPHOR = "anaphor"  # points back to what was spoken of before: "this issue"
    LINK = "link"  # no new point begins with it: "and in the bay"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountWords:
    """The words of one role. How a form is written is told in `lexicon.terms`."""

    role: AccountRole
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name for a thing that others name otherwise, and what is known of who uses it."""

    thing: str
    name: str
    forms: tuple[str, ...]
    note: str
    source: str


def load_account_words(files: Sequence[Path] = ()) -> tuple[AccountWords, ...]:
    """Ours and the user's words. Raises: LexiconError."""
    return entries("account_words", AccountWords, lambda words: words.role, files)


def load_namings(files: Sequence[Path] = ()) -> tuple[Naming, ...]:
    """Ours and the user's names. Raises: LexiconError."""
    return entries("namings", Naming, lambda naming: f"{naming.thing}/{naming.name}", files)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearWords:
    """Words that say nearly the same as `word`."""

    word: str
    words: tuple[str, ...]


def load_near_words(files: Sequence[Path] = ()) -> tuple[NearWords, ...]:
    """Ours and the user's words. Raises: LexiconError."""
    return entries("near_words", NearWords, lambda near: near.word, files)
