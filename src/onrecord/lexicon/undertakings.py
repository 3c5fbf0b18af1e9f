"""The words by which somebody undertakes or disavows something."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries


class UndertakingKind(StrEnum):
    """What a phrase does for an undertaking."""

    PLEDGE = "pledge"  # says of its subject that he binds himself: "is committed to"
    DISAVOWAL = "disavowal"  # says of its subject that he will not do or seek it: "has no intention of"
    NOUN = "noun"  # names what somebody's undertaking is: "commitment to"
    FUTURE = "future"  # leads to what its subject will do: "will"
    FORECAST = "forecast"  # a verb after it that undertakes nothing: "will see"
    WISH = "wish"  # a word of speech after which nothing is undertaken: "hope"
    CHOICE = "choice"  # a verb of speech that tells of a plan, which is no undertaking: "decided to"
    ASIDE = "aside"  # a word after "and" with which somebody goes on to something else: "and serious concern"
    GIVING = "giving"  # a verb by which its subject gives an undertaking: "pledges"
    DEAL = "deal"  # what two sides between them agree: "agreement"
    ERRAND = "errand"  # what is done with one's own people: "instructed their teams to"
    NOTICE = "notice"  # a verb of speech after which what one is doing is undertaken: "announced it was easing"
    THREAT = "threat"  # a verb of speech whose object is what will be done: "threatened sanctions"
    DEED = "deed"  # what somebody who threatens it will do: "sanctions"
    KEEPING = "keeping"  # a word by which who tells of it says whether it is kept: "contradict that"
    ACCORD = "accord"  # a verb of speech with which those who met bind each other: "it was agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A phrase that tells of an undertaking, and how."""

    phrase: str
    kind: UndertakingKind
    source: str = ""


def load_undertakings(files: Sequence[Path] = ()) -> tuple[Undertaking, ...]:
    """Ours and the user's phrases. Raises: LexiconError."""
    return entries("undertakings", Undertaking, lambda undertaking: f"{undertaking.kind}:{undertaking.phrase}", files)
