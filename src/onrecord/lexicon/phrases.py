"""Diplomatic phrases and how they are conventionally read. A gloss explains; it never moves a score."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.lexicon.terms import TermIndex, term_index


class PhraseKind(StrEnum):
    """What a phrase does in a text."""

    MOOD = "mood"  # how talks went: "candid"
    OUTCOME = "outcome"  # what came of them: "exchanged views"
    FORMULA = "formula"  # a set wording for a position: "regret", "deserves further study"
    PROTEST = "protest"  # displeasure, by words
    THREAT = "threat"  # warning, by words
    ACT = "act"  # displeasure or approval, by a diplomatic act: "summoned the ambassador"
    MARKER = "marker"  # wording that tells whose text it is: "one-China principle"


class PhraseStatus(StrEnum):
    """Who vouches for a reading; a reader should know before relying on it."""

    PRACTITIONER = "practitioner"  # diplomats on their own usage
    SCHOLARLY = "scholarly"
    PRESS = "press"
    WRY = "wry"  # meant with a wink
    CONTESTED = "contested"  # sources disagree


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase in the forms that a text may show, with its conventional meaning and where that was read.

    How a form is written is told in `lexicon.terms`.
    """

    name: str
    forms: tuple[str, ...]
    kind: PhraseKind
    meaning: str
    status: PhraseStatus
    source: str
    example: str


def load_phrases(files: Sequence[Path] = ()) -> tuple[Phrase, ...]:
    """Ours and the user's phrases. Raises: LexiconError."""
    return entries("phrases", Phrase, lambda phrase: phrase.name, files)


def glosses(text: str, phrases: tuple[Phrase, ...]) -> list[tuple[Phrase, int, int]]:
    """The phrases in a text with their places, in reading order; "full and frank" hides the "frank" in it."""
    return [(found.owner, found.start, found.end) for found in _index(phrases).found(text)]


@functools.lru_cache(maxsize=8)
def _index(phrases: tuple[Phrase, ...]) -> TermIndex[Phrase]:
    return term_index((form, phrase) for phrase in phrases for form in phrase.forms)
