"""When two wordings are one line that somebody holds to, and in which words they differ."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from onrecord.lexicon.furniture import load_small_words
from onrecord.store.words import folded, words

# Words that `small_words` leaves out because names have them.
SMALL = frozenset({"a", "an", "i", "may", "the", "will"})
# Twice the telling words that two wordings share, over those of both, from which on they are one line. Set on made-up
# rewordings: those of one line share three quarters and more; formulas that differ in what they are about ("agreed to
# continue talks on trade and energy", "on prisoners and mines") share two thirds.
ALIKE = 0.7
NEARLY = 0.5  # below it a wording is of another line for certain; what lies between is left open
LEAST = 3  # telling words that two wordings must share: two are often no more than the issue itself


@dataclass(frozen=True, slots=True)
class Wording:
    """What was said: its words in order, by their stems those that tell something, and whom and what it names."""

    words: tuple[str, ...]
    telling: frozenset[str]
    names: frozenset[str]


class Change(StrEnum):
    """What became of words from one wording to a later one."""

    KEPT = "kept"
    LEFT_OUT = "left-out"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that follow each other, and what became of them."""

    change: Change
    words: str


def wording(told: str, names: frozenset[str] = frozenset()) -> Wording:
    """A wording; `names` are whom and what it names."""
    forms = folded(told)
    small = _small()
    telling = (stem for stem, form in zip(words(told), forms, strict=True) if form not in small)
    return Wording(tuple(forms), frozenset(telling), names)


def likeness(one: Wording, other: Wording) -> float:
    """How near two wordings are, from 0 to 1: by the telling words that they share, in whatever order.

    The very same words are one line however few they are, and a wording that the other has whole is as near as can be.
    Where each names somebody or something that the other does not, they are not near at all.
    """
    shared = len(one.telling & other.telling)
    if not shared or (one.names - other.names and other.names - one.names):
        return 0.0
    if one.words == other.words:
        return 1.0
    if shared < LEAST:
        return 0.0
    if shared == min(len(one.telling), len(other.telling)) and _is_whole_in(one.words, other.words):
        return 1.0
    return 2 * shared / (len(one.telling) + len(other.telling))


def differences(earlier: str, later: str) -> tuple[Piece, ...]:
    """What became of the words of a wording in a later one, in order; what was left out before what took its place.

    Case and marks make no difference.
    """
    before, after = earlier.split(), later.split()
    pieces: list[Piece] = []
    done = (0, 0)
    for block in Indel.editops(_bare(before), _bare(after)).as_matching_blocks():
        pieces += _piece(Change.LEFT_OUT, before[done[0] : block.a])
        pieces += _piece(Change.ADDED, after[done[1] : block.b])
        pieces += _piece(Change.KEPT, after[block.b : block.b + block.size])
        done = (block.a + block.size, block.b + block.size)
    return tuple(pieces)


def _piece(change: Change, told: Sequence[str]) -> list[Piece]:
    return [Piece(change=change, words=" ".join(told))] if told else []


def _bare(told: Sequence[str]) -> list[str]:
    return ["".join(folded(word)) or word for word in told]


def _is_whole_in(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two wordings stands in the longer, one word after the other."""
    part, whole = sorted((one, other), key=len)
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@functools.cache
def _small() -> frozenset[str]:
    return load_small_words() | SMALL
