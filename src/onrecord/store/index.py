"""The index of words over the entries: FTS5 in SQLite, a tsvector in PostgreSQL, both filled with the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from onrecord.store.engine import SQLITE

# Its words come folded and parted by blanks, so that the simplest of tokenizers does. The migrations make it.
TABLE = "entry_words"
MOST_PLACES = 16_383  # the last place in a text that PostgreSQL tells apart; words after it are found, not their order
MOST_WORDS = 256  # places of one word that PostgreSQL keeps


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry as the index takes it."""

    key: int
    words: Sequence[str]
    facets: Sequence[str]


def add(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Makes entries to be found."""
    if connection.dialect.name == SQLITE:
        rows = [{"key": one.key, "words": " ".join(one.words), "facets": " ".join(one.facets)} for one in entries]
        if rows:
            connection.execute(text(f"INSERT INTO {TABLE} (rowid, words, facets) VALUES (:key, :words, :facets)"), rows)
        return
    rows = [{"key": one.key, "search": vector(one)} for one in entries]
    if rows:
        connection.execute(text(f"INSERT INTO {TABLE} (key, search) VALUES (:key, CAST(:search AS tsvector))"), rows)


def remove(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Takes entries out, which must be given as they were added: SQLite's index keeps no copy of them."""
    if connection.dialect.name == SQLITE:
        rows = [{"key": one.key, "words": " ".join(one.words), "facets": " ".join(one.facets)} for one in entries]
        if rows:
            into = f"INSERT INTO {TABLE} ({TABLE}, rowid, words, facets) VALUES ('delete', :key, :words, :facets)"
            connection.execute(text(into), rows)


def vector(entry: Indexed) -> str:
    """An entry as a tsvector is written: its words with their places, and its facets without."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(entry.words, 1):
        places.setdefault(word, []).append(min(place, MOST_PLACES))
    told = [f"'{word}':{','.join(map(str, at[:MOST_WORDS]))}" for word, at in places.items()]
    return " ".join((*told, *(f"'{facet}'" for facet in entry.facets)))
