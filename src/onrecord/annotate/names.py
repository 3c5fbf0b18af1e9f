"""Finds names of the knowledge base in a text. A name is made ready when a text first has a word that begins it.

Of tens of thousands of names a text has a handful; to take all of them apart would take longer than to read it.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.attrs import ORTH
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from onrecord.annotate.columns import columns

Name = tuple[str, str]  # key that a find is given, words of the name

MONTH = 3  # letters of a month's short form, which is written with a stop
OPENING = re.compile(r"[^\W\d_]*")  # the letters that a word begins with; a name without any is made ready at once


class NameMatcher:
    """Names, read as they are written ("ORTH") or in any case ("LOWER")."""

    def __init__(self, tokenizer: Tokenizer, names: Iterable[Name], attribute: str) -> None:
        self._tokenizer = tokenizer
        self._any_case = attribute == "LOWER"
        self._matcher = PhraseMatcher(tokenizer.vocab, attr=attribute)
        self._waiting: dict[str, list[Name]] = {}  # by the letters that they begin with
        by_key: dict[str, list[str]] = {}
        for key, words in names:
            by_key.setdefault(key, []).append(words)
        parted = _parted(tokenizer)
        for key, spellings in by_key.items():
            for words in spellings:
                opening = _opening(words)
                self._waiting.setdefault("" if opening in parted else opening, []).append((key, words))
        self._make_ready("")

    def found(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """The key of every name that stands in an annotated Doc, with the numbers of its first token and after it."""
        for opening in {_opening(word) for word in columns(doc).places}:
            self._make_ready(opening)
        strings = doc.vocab.strings
        for key, start, end in self._matcher(doc):
            yield strings[key], start, end

    def _make_ready(self, opening: str) -> None:
        """Gives the matcher all names that begin so. They wait until it has them: another thread may need them too."""
        for key, words in self._waiting.get(opening, ()):
            # "gen." is one token only where it is written "Gen."
            written = self._tokenizer(words.title() if self._any_case else words)
            self._matcher.add(key, [written, *_stopped(words, self._tokenizer)])
        self._waiting.pop(opening, None)


def _opening(words: str) -> str:
    found = OPENING.match(words.lower())
    return found.group() if found else ""


def _parted(tokenizer: Tokenizer) -> frozenset[str]:
    """The openings that the tokenizer parts: "cannot" is "can" and "not", and begins with no token of its own."""
    first = ((_opening(word), _opening(tokens[0][ORTH])) for word, tokens in tokenizer.rules.items())
    return frozenset(opening for opening, own in first if own != opening)


def _stopped(name: str, tokenizer: Tokenizer) -> Iterator[Doc]:
    """A name at a sentence's end whose last word takes the full stop for its own: "Jun."."""
    if name[-MONTH - 1 : -MONTH] == " ":
        tokens = tokenizer(f"{name}.")
        if tokens[-1].text != ".":
            yield tokens
