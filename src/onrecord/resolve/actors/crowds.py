"""Several who are named together without names: "Emirati and Israeli officials", "activists and rights groups"."""

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Mention
from onrecord.resolve.actors.reading import described

TWO = re.compile(r"(?:^|.*\b(?:of|from) )(?:the )?(?:both|two)\b", re.IGNORECASE)  # not "officials in both towns"
JOINT = re.compile(r",? and |, ")


def nationals(mention: Mention, nationalities: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    """Those of several states whom one noun names, with their states: "Emirati officials", "Israeli officials".

    Empty where the words are anything else.
    """
    adjectives, _, noun = described(mention.exact).rpartition(" ")
    parts = [_nationality(part, nationalities) for part in JOINT.split(adjectives)]
    found = [(adjective, nationalities.get(adjective.lower())) for adjective in parts]
    if len(found) < 2:
        return ()
    told = [(f"{adjective} {noun}", state) for adjective, state in found if state is not None]
    return told if len(told) == len(found) else ()


def _nationality(words: str, nationalities: Mapping[str, str]) -> str:
    """What is left of words from the first nationality on: "Emirati" of "two senior Emirati"."""
    while words and words.lower() not in nationalities:
        words = words.partition(" ")[2]
    return words


def are_two(mention: Mention) -> bool:
    """Whether a phrase is of two, or of those of two: "both ministers", "officials of the two countries"."""
    return TWO.match(" ".join(mention.exact.split())) is not None
