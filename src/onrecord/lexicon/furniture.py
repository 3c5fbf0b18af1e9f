"""The looks of page furniture: what stands on a page and is no part of its article."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from re import Pattern

from onrecord.lexicon.files import entries


class Scope(StrEnum):
    """How much of a page a piece of furniture takes."""

    LINE = "line"  # the line or block that it fills
    TAIL = "tail"  # its line, and in the last part of a page all that follows
    LIST = "list"  # its line and the titles under it, to the next sentence
    INLINE = "inline"  # a few words of a paragraph
    CUT = "cut"  # its line; as the last one it says that the article goes on elsewhere
    BROKEN = "broken"  # no furniture: the end of a paragraph that was broken off


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A piece of page furniture by the shape of its words, blanks folded to single ones.

    `pattern` is a regular expression, which a line or an end must match as a whole. `label` is what a reader
    is told. `near_miss` looks like it and is part of an article.
    """

    name: str
    label: str
    scope: Scope
    pattern: Pattern[str]
    example: str
    near_miss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """Words of one class that have no capital inside a sentence."""

    word_class: str
    words: frozenset[str]


def load_furniture(files: Sequence[Path] = ()) -> tuple[Furniture, ...]:
    """Ours and the user's furniture. Raises: LexiconError."""
    return entries("furniture", Furniture, lambda furniture: furniture.name, files)


@functools.cache
def load_small_words() -> frozenset[str]:
    """Words that have a capital only where a sentence or a title gives it, in lower case."""
    groups = entries("small_words", SmallWords, lambda group: group.word_class)
    return frozenset().union(*(group.words for group in groups))
