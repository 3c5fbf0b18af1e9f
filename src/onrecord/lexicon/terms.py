"""Finds the terms of a knowledge file in a text: whole words, longest first, in one pass.

A term is one or more words. A word in capitals ("NATO", "U.S.") is matched as it stands, any other in any
case; "sanction*" stands for every word that begins so. Between two words of a term there may be blanks, one
hyphen, slash or quotation mark: "one-China policy" also finds “one China” policy.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Owner = TypeVar("Owner")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+\*?")
_BETWEEN = re.compile(r"\s{1,4}[“”‘’\"']?|[-–‑/&’']\s?|[“”‘’\"']{1,2}\s?")
COMMON = 8192  # words of which an index remembers what they begin
_STEM_KEY = 3  # letters of a stem that the index is keyed by; a stem has at least as many


@dataclass(frozen=True, slots=True)
class Term(Generic[Owner]):
    """The words of a term and whose it is; `second` begins the second word of every place where it stands."""

    words: tuple[str, ...]
    owner: Owner
    second: str


@dataclass(frozen=True, slots=True)
class Found(Generic[Owner]):
    """A place of a text where a term stands, and whose term it is."""

    owner: Owner
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermIndex(Generic[Owner]):
    """Terms by their first word; built once by `term_index`. `begun` gives the terms that a word of a text begins."""

    begun: Callable[[str], tuple[Term[Owner], ...]]

    def found(self, text: str) -> Iterator[Found[Owner]]:
        """Every place where a term stands, in reading order; of terms that overlap the first and longest."""
        texts = _WORD.findall(text)
        likely = [(place, terms) for place, word in enumerate(texts) if (terms := self._likely(word, texts, place))]
        if not likely:
            return
        words = list(_WORD.finditer(text))
        written = [word.replace(".", "") for word in texts]
        position = 0  # after the last term found
        for place, terms in likely:
            if place < position:
                continue
            matched = [term for term in terms if _goes_on(term.words, written, words, place)]
            longest = max((len(term.words) for term in matched), default=1)
            for term in matched:
                if len(term.words) == longest:
                    yield Found(term.owner, words[place].start(), words[place + longest - 1].end())
            position = place + longest

    def _likely(self, word: str, words: Sequence[str], place: int) -> Sequence[Term[Owner]]:
        """The terms that a word at this place begins whose second word begins as the next does."""
        terms = self.begun(word)
        if not terms:
            return ()
        after = words[place + 1].replace(".", "").lower() if place + 1 < len(words) else ""
        return [term for term in terms if after.startswith(term.second)]


def term_index(terms: Iterable[tuple[str, Owner]]) -> TermIndex[Owner]:
    """The index of these terms; each comes with its owner, and several may own the same term."""
    whole: dict[str, list[Term[Owner]]] = defaultdict(list)
    stems: dict[str, list[Term[Owner]]] = defaultdict(list)
    for text, owner in terms:
        words = tuple(_normal(word) for word in _WORD.findall(text))
        is_stem = words[0].endswith("*")
        group = stems[words[0][:_STEM_KEY]] if is_stem else whole[words[0]]
        term = Term(words, owner, words[1].rstrip("*").lower() if len(words) > 1 else "")
        if term not in group:  # "in-depth" and "in depth" are the same words
            group.append(term)
    return TermIndex(functools.lru_cache(maxsize=COMMON)(functools.partial(_begun, whole, stems)))


def _begun(
    whole: Mapping[str, Sequence[Term[Owner]]], stems: Mapping[str, Sequence[Term[Owner]]], word: str
) -> tuple[Term[Owner], ...]:
    """The terms that a word of a text begins: by their first words, or the first letters of their stems."""
    written = word.replace(".", "")
    lower = written.lower()
    found = (*whole.get(lower, ()), *(whole.get(written, ()) if written != lower else ()))
    stemmed = stems.get(lower[:_STEM_KEY], ())
    return (*found, *(term for term in stemmed if lower.startswith(term.words[0][:-1])))


def _normal(word: str) -> str:
    bare = word.replace(".", "")
    return bare if bare.isupper() and len(bare) > 1 else bare.lower()


def _goes_on(words: Sequence[str], written: Sequence[str], found: Sequence[re.Match[str]], position: int) -> bool:
    """Whether the term whose first word stands at this position of a text stands there whole."""
    if len(words) == 1:
        return True
    if position + len(words) > len(found):
        return False
    for place, word in enumerate(words[1:], position + 1):
        if not _is_word(word, written[place]):
            return False
        before, match = found[place - 1], found[place]
        if not _BETWEEN.fullmatch(match.string, before.end(), match.start()):
            return False
    return True


def _is_word(word: str, token: str) -> bool:
    if word.endswith("*"):
        return token.lower().startswith(word[:-1])
    return word == token if word.isupper() else word == token.lower()
