"""Spellings of names: without accents, and as the words by which they are looked up."""

import functools
import re
import unicodedata

# What an unaccented text puts for letters that do not decompose into a letter and its accent.
PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "’": "'"})
_SILENT = re.compile(r"[.'`ʼʻ´]")  # points and apostrophes: "U.S.", "Quai d'Orsay"
_BETWEEN = re.compile(r"[^\w]+|_+")


def plain(name: str) -> str:
    """A name without its accents: "Recep Tayyip Erdogan"."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@functools.lru_cache(maxsize=65_536)  # of the knowledge base; a search asks for the same names again and again
def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents, points and apostrophes."""
    return tuple(filter(None, _BETWEEN.split(_SILENT.sub("", plain(name).casefold()))))
