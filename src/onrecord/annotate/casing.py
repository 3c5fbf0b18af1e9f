"""Gives the words of lines in capitals or in title case the case that they have in running text.

"NORWAY HAILS TALKS WITH NATO" and "Norway Hails Talks With NATO" are read as "Norway hails talks with NATO". What is a
name there is told by the knowledge base, else by how the document writes the word in its running text, else by the
pipeline's word list: what stands in it is no name. Every character stays in its place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

from onrecord.annotate.stretches import Stretch

LETTER = r"[^\W\d_][\u0300-\u036f]*"  # with the accents that stand after it
WORD = re.compile(rf"(?<!['’])(?:(?:{LETTER}\.){{2,}}|(?:{LETTER})+(?:['’](?![sS]\b)(?:{LETTER})+)*)")
POSSESSIVE = re.compile(r"(?<=\w['’])S\b")
BESIDE_NUMBER = re.compile(r"(?<=\d )\w+|\w+(?=\.? \d)")  # "3 May", "May 3"
STOP = re.compile(r"""(?:[!?…]|(?<!\b\w)\.)["'”’»)\]]*\s""")  # not after one letter: "U.S. officials"
SMALL = re.compile(r"(?<![\w'’.-])[a-z]{2,}")
RUNNING = re.compile(rf"(?<=[a-z,;] )(?:(?:{LETTER}\.){{2,}}|(?:{LETTER})+)")  # a word that no sentence begins with
LABEL = re.compile(r"\W*[^:a-z]{1,60}:\s+(?=\S)")  # "MR. LEE: ", by which a transcript is known
DATELINE = re.compile(r"(?=\w)[^a-z()—–:]{3,40}?(?=(?:, [^()—–:]{2,30})?(?: \([^()]{2,40}\))? ?(?:[—–]|--? ))")
FEWEST_TOLD = 2  # capitals of common words in a line with a full stop; one may be a name: "We met Rice in Said."
FEWEST = 3  # words of a line that is set in a case of its own; two may be a name
CAPITALS = 0.8  # of the words of a line in capitals; the others are "of", "mbH", "McCAIN"
LONG = 4  # letters; title case leaves shorter words small
VOWELS = frozenset("aeiouy")
PREFIX = 2  # letters before the apostrophe of a name: "O'Brien", "N'Djamena"


class Style(Enum):
    """How a line is set."""

    CAPITALS = auto()
    TITLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Casing:
    """What is known of spelling, built once.

    `names` are the names of the knowledge base by the key of their first word, the longest first; `common` are words
    that are no names, in small letters; by the `endings` (inflected, plain) a word is led back to one of them. `small`
    are the words that title case leaves small, `months` what is a month beside a number.
    """

    names: Mapping[str, Sequence[Sequence[str]]]
    common: Set[str]
    small: Set[str]
    months: Set[str] = frozenset()
    endings: Sequence[tuple[str, str]] = ()

    def is_common(self, word: str) -> bool:
        """Whether a word, in small letters, is no name."""
        if word in self.small or word in self.common or any(self._stems(word)):
            return True
        return any(
            word.endswith(tail) and word[: -len(tail)] in self.small for tail in self.small if not tail.isalpha()
        )

    def _stems(self, word: str) -> Iterator[bool]:
        for ending, plain in self.endings:
            if word.endswith(ending) and len(word) > len(ending):
                yield word[: -len(ending)] + plain in self.common


NO_CASING = Casing(names={}, common=frozenset(), small=frozenset())  # with which every line stays as it is set


def names_by_word(names: Iterable[str]) -> dict[str, list[list[str]]]:
    """Names as written, by the key of their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for name in dict.fromkeys(names):
        words = WORD.findall(name)
        if words:
            found.setdefault(_key(words[0]), []).append(words)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


def recased(pieces: Sequence[Stretch], casing: Casing) -> list[Stretch]:
    """The pieces of a document, those parts of them recased that are set in capitals or in title case."""
    set_apart = [list(_set_apart(piece.text, casing)) for piece in pieces]
    if not any(set_apart):
        return list(pieces)
    usage = _usage(pieces, set_apart)
    return [
        replace(piece, text=_rewritten(piece.text, parts, casing, usage)) if parts else piece
        for piece, parts in zip(pieces, set_apart, strict=True)
    ]


Part = tuple[int, int, Style]  # start, end


def _set_apart(text: str, casing: Casing) -> Iterator[Part]:
    """The sentences and headlines of a text that are set in a case of their own, and its dateline."""
    dateline = DATELINE.match(text)
    if dateline and dateline.group().isupper() and _is_dateline(dateline, casing):
        yield 0, dateline.end(), Style.CAPITALS
    start = dateline.end() if dateline else 0
    for end in chain((stop.end() for stop in STOP.finditer(text, start)), (len(text),)):
        label = LABEL.match(text, start, end)
        first = label.end() if label else start
        style = _style(text, first, end, casing)
        if style is not None:
            yield first, end, style
        start = end


def _is_dateline(found: re.Match[str], casing: Casing) -> bool:
    """Whether capitals before a dash name a place, or a day or an agency follows them; a speaker's name is neither."""
    after = found.string[found.end() : found.end() + 2]
    is_told = after.startswith(",") or after.lstrip().startswith("(")
    return is_told or bool(_name_at(list(WORD.finditer(found.group())), 0, casing))


def _style(text: str, start: int, end: int, casing: Casing) -> Style | None:
    """How a sentence is set, None for running text: a word that has no capital there though it is no small one."""
    if any(found.group() not in casing.small for found in SMALL.finditer(text, start, end)):
        return None
    words = list(WORD.finditer(text, start, end))
    if len(words) < FEWEST:
        return None
    written = [word.group() for word in words]
    loud = [word for word in written if word.isupper() and len(word) > 1]
    plain = set(_plain_places(words, casing))
    if len(loud) >= CAPITALS * sum(len(word) > 1 for word in written):
        return Style.CAPITALS if plain else None
    capitals = sum(word[0].isupper() for word in written)
    small = sum(word[0].islower() and len(word) >= LONG for word in written)
    told = [place for place in plain if place and written[place].istitle()]
    enough = len(told) >= (FEWEST_TOLD if text[end - 1 : end] in ".!?" or text[end - 1].isspace() else 1)
    return Style.TITLE if enough and capitals >= 2 * small + 2 else None


def _plain_places(words: Sequence[re.Match[str]], casing: Casing) -> Iterator[int]:
    """Which words of a line are common ones and part of no name."""
    place = 0
    while place < len(words):
        name = _name_at(words, place, casing)
        if not name and len(words[place].group()) >= LONG and casing.is_common(_key(words[place].group())):
            yield place
        place += len(name) or 1


def _name_at(words: Sequence[re.Match[str]], place: int, casing: Casing) -> Sequence[str]:
    """The longest name of the knowledge base that begins with this word, as it is written; empty where none does."""
    for name in casing.names.get(_key(words[place].group()), ()):
        found = words[place : place + len(name)]
        if len(found) == len(name) and all(map(_is_same, name, found)):
            return name
    return ()


def _is_same(written: str, found: re.Match[str]) -> bool:
    """Whether a word of a name stands here; "Us" is not "US"."""
    word = found.group()
    is_acronym = written.isupper() and len(written) > 1
    return len(written) == len(word) and _key(written) == _key(word) and (not is_acronym or word.isupper())


def _key(word: str) -> str:
    """A word in small letters, each in its place."""
    lower = word.lower()
    return lower if len(lower) == len(word) else "".join(letter.lower()[0] for letter in word)


def _usage(pieces: Iterable[Stretch], set_apart: Iterable[Sequence[Part]]) -> dict[str, str]:
    """How the running text of a document writes each word inside a sentence, the commonest of several ways."""
    counted: Counter[str] = Counter()
    for piece, parts in zip(pieces, set_apart, strict=True):
        for found in RUNNING.finditer(piece.text):
            if not any(start <= found.start() < end for start, end, _ in parts):
                counted[found.group()] += 1
    return {_key(word): word for word, _ in reversed(counted.most_common())}


def _rewritten(text: str, parts: Iterable[Part], casing: Casing, usage: Mapping[str, str]) -> str:
    letters = list(text)
    for start, end, style in parts:
        words = list(WORD.finditer(text, start, end))
        for word, spelled in zip(words, _spelled(words, style, casing, usage), strict=True):
            letters[word.start() : word.end()] = spelled
        for found in BESIDE_NUMBER.finditer(text, start, end):
            if found.group().lower() in casing.months:
                letters[found.start() : found.end()] = found.group().capitalize()
        for found in POSSESSIVE.finditer(text, start, end):
            letters[found.start()] = "s"
        if words:
            letters[words[0].start()] = text[words[0].start()]
    return "".join(letters)


def _spelled(words: Sequence[re.Match[str]], style: Style, casing: Casing, usage: Mapping[str, str]) -> Iterator[str]:
    """The words of a line as running text has them."""
    place = 0
    while place < len(words):
        name = _name_at(words, place, casing)
        for number in range(place, place + (len(name) or 1)):
            written = words[number].group()
            if style is Style.TITLE and (name or not written.istitle()):
                yield written
            elif name:
                yield name[number - place]
            else:
                yield _word(written, style, casing, usage)
        place += len(name) or 1


def _word(written: str, style: Style, casing: Casing, usage: Mapping[str, str]) -> str:
    key = _key(written)
    if key in usage:
        return usage[key]
    if "." in written:
        return written  # "U.S.", "J."
    if casing.is_common(key):
        return key
    return _capitalised(key) if style is Style.CAPITALS else written


def _capitalised(key: str) -> str:
    """A name in capitals as names are written: "O'Brien"; a word without a vowel is an acronym."""
    if key.isascii() and not VOWELS.intersection(key):
        return key.upper()
    prefix, apostrophe, rest = key.partition("'" if "'" in key else "’")
    if apostrophe and rest and len(prefix) <= PREFIX:
        return _large(prefix[0]) + prefix[1:] + apostrophe + _large(rest[0]) + rest[1:]
    return _large(key[0]) + key[1:]


def _large(letter: str) -> str:
    """The letter as a capital, where that is one letter."""
    return letter.upper() if len(letter.upper()) == 1 else letter
