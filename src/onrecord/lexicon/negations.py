"""The words that take back what a verb says: "without saying", "stopped short of calling"."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.files import entries


class NegationForm(StrEnum):
    """What a negating word is to the verb that it takes back."""

    GOVERNOR = "governor"  # a verb above it: "declined to say"
    PREPOSITION = "preposition"  # before its gerund: "without saying"
    ADVERB = "adverb"  # "hardly said"
    SUBJECT = "subject"  # "nobody said", "neither side said"
    LINK = "link"  # joins it to what is denied: "nor did he say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """The negating words of one form, as lemmas in lower case."""

    form: NegationForm
    words: tuple[str, ...]


@functools.cache
def load_negations() -> Mapping[NegationForm, frozenset[str]]:
    """Form -> its words."""
    found = entries("negations", Negation, lambda negation: negation.form)
    return {negation.form: frozenset(negation.words) for negation in found}
