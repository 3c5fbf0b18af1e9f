"""Common nouns that point at somebody: "both sides", "a senior official", "the statement"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class Referent(StrEnum):
    """What a noun can point at."""

    HONORIFIC = "honorific"  # "Mr", "Dr": a person's name follows
    SOURCE = "source"  # somebody unnamed: "official", "expert", "activist"
    SIDE = "side"  # states as parties of something: "side", "country"
    DOCUMENT = "document"  # what speaks for an institution: "statement", "readout"
    WORDS = "words"  # what somebody says: "remarks"; who owns them speaks
    BODY = "body"  # an institution without a name of its own: "authority", "newspaper"
    PLACE = "place"  # a place with a state's name in its own: "South China Sea"
    WORD_NAME = "word_name"  # a surname that is a common word too: "Key", "May"
    LOCAL = "local"  # an adjective for who is of the place named last: "local officials"
    CITIZENS = "citizens"  # a people of many origins: "Sudmark Americans" are Americans, not of Sudmark
    GIVEN_NAME = "given_name"  # a first name that is a state's or capital's name too: "Jordan"


# What a phrase's head can be; the others are names and what stands before names.
NOUNS = frozenset({Referent.SOURCE, Referent.SIDE, Referent.DOCUMENT, Referent.WORDS, Referent.BODY})


class Sort(StrEnum):
    """A kind of bodies, or of people, that one noun can stand for."""

    MEDIA = "media"  # newspapers, agencies, broadcasters
    PEOPLE = "people"  # groups, movements, associations
    OFFICE = "office"  # embassies, bureaus, secretariats
    COMPANY = "company"
    ALLIANCE = "alliance"  # of states
    OFFICIALS = "officials"  # people who act for a state
    OTHERS = "others"  # people of other parties than who owns them: "its allies"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentNoun:
    """A noun and what it points at. `gender` is "m" or "f" where the word tells it.

    `sort` is the kind of body that a noun names ("newspaper": media), `stands_for` the kinds of which it can mean
    one that was named before ("the outlet").
    """

    noun: str
    points_at: Referent
    gender: str | None = None
    sort: Sort | None = None
    stands_for: tuple[Sort, ...] = ()


def load_referents(files: Sequence[Path] = ()) -> tuple[ReferentNoun, ...]:
    """Ours and the user's nouns. Raises: LexiconError."""
    return entries("referents", ReferentNoun, lambda entry: entry.noun, files)
