"""The words by which entries are found, the same for every database: folded, without accents, by their stems."""

import functools
import re
import unicodedata
from collections.abc import Iterator

from Stemmer import Stemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST = 64  # characters of a word: what is longer is no word, and its start will do


def words(text: str) -> list[str]:
    """The words of a text, in order, as they are kept and asked for."""
    return [stem(word) for word in WORD.findall(text)]


@functools.lru_cache(maxsize=1)
def words_of_text(text: str) -> tuple[str, ...]:
    """The same of a whole document: who looks for copies of it asks, and who lets it be found."""
    return tuple(words(text))


@functools.lru_cache(maxsize=10_000)
def words_of_name(name: str) -> str:
    """The words of a name, parted by blanks; the same names come again and again."""
    return " ".join(words(name))


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """The same with where each stands."""
    return ((stem(found[0]), found.start(), found.end()) for found in WORD.finditer(text))


def folded(text: str) -> list[str]:
    """The words of a text, in order, without case and accents, and with their endings."""
    return [_folded(word).replace("'", "") for word in WORD.findall(text)]


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word as it is kept: "Sanctions" and "sanctioned" as "sanction", "café" as "cafe"."""
    return str(Stemmer("english").stemWord(_folded(word).removesuffix("'s"))).replace("'", "")


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word[:LONGEST].casefold().replace("’", "'"))
    return "".join(letter for letter in letters if letter.isalnum() or letter == "'")
