"""Finds the terms of a knowledge file in a text: whole words, longest first, in one pass.

A term is one or more words. A word in capitals ("NATO", "U.S.") is matched as it stands, any other in any
case; "sanction*" stands for every word that begins so. Between two words of a term there may be blanks, one
hyphen, slash or quotation mark: "one-China policy" also finds “one China” policy.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Owner = TypeVar("Owner")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+\*?")
_BETWEEN = re.compile(r"\s{1,4}[“”‘’\"']?|[-–‑/&’']\s?|[“”‘’\"']{1,2}\s?")
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
    """Terms by their first word; built once by `term_index`."""

    whole: Mapping[str, tuple[Term[Owner], ...]]
    stems: Mapping[str, tuple[tuple[str, Term[Owner]], ...]]  # with the stem of the first word

    def found(self, text: str) -> Iterator[Found[Owner]]:
        """Every place where a term stands, in reading order; of terms that overlap the first and longest."""
        words = list(_WORD.finditer(text))
        written = [word.group().replace(".", "") for word in words]
        lowers = list(map(str.lower, written))
        position = 0  # after the last term found
        for place, (word, lower) in enumerate(zip(written, lowers, strict=True)):
            begins = lower in self.whole or lower[:_STEM_KEY] in self.stems or word in self.whole
            if place < position or not begins:
                continue
            after = lowers[place + 1] if place + 1 < len(lowers) else ""
            likely = [term for term in self._candidates(word, lower) if after.startswith(term.second)]
            matched = [term for term in likely if _goes_on(term.words, written, words, place)]
            longest = max((len(term.words) for term in matched), default=1)
            for term in matched:
                if len(term.words) == longest:
                    yield Found(term.owner, words[place].start(), words[place + longest - 1].end())
            position = place + longest

    def _candidates(self, word: str, lower: str) -> Sequence[Term[Owner]]:
        """The terms that a word begins; in small letters it is `lower`."""
        found = self.whole.get(lower, ())
        if word != lower:
            found += self.whole.get(word, ())
        stems = self.stems.get(lower[:_STEM_KEY], ())
        return (*found, *(term for stem, term in stems if lower.startswith(stem))) if stems else found


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
    return TermIndex(
        {key: tuple(group) for key, group in whole.items()},
        {key: tuple((term.words[0][:-1], term) for term in group) for key, group in stems.items()},
    )


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
