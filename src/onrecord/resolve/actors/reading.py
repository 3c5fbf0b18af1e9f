"""What a mention was resolved to."""

import functools
import re
import unicodedata
from dataclasses import dataclass

ARTICLE = re.compile(r"(?:the|a|an|my|our|his|her|its|their|whose)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Whom a mention means: ids of actors, the country where there is one, and the rule that chose.

    Without actors the rule says why nobody was chosen; `country` may be known all the same.
    """

    rule: str
    actors: tuple[str, ...] = ()
    country: str | None = None


def named_id(name: str) -> str:
    """The id of somebody whom only the text knows: "named.sam-lee"."""
    return f"named.{re.sub(r'[^a-z0-9]+', '-', plain(name)).strip('-') or 'unreadable'}"


def described(words: str) -> str:
    """What the text calls somebody, without article and pronoun: "Varga's transition team"."""
    words = " ".join(words.split())
    article = ARTICLE.match(words)
    return words[article.end() :] if article else words


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name in small letters without accents, hyphens and points."""
    bare = name.casefold().replace("-", " ").replace(".", "")
    if bare.isascii():
        return bare
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
