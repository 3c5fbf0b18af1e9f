"""The index of words over the entries: FTS5 in SQLite, a tsvector in PostgreSQL, both filled with the same words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.exc import DBAPIError

from onrecord.store.driver import Values, run_for_each
from onrecord.store.engine import SQLITE

# Its words come folded and parted by blanks, so that the simplest of tokenizers does. The migrations make it.
TABLE = "entry_words"
MOST_PLACES = 16_383  # the last place in a text that PostgreSQL tells apart; words after it are found, not their order
LEXEME = re.compile(r"'([^']*)'(?::([\d,]+))?")
MERGED = 8  # parts of one size that become one; with 4, FTS5's own choice, storing takes a tenth longer
MOST_STRANGERS = 100
MOST_WORDS = 256  # places of one word that PostgreSQL keeps


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry as the index takes it."""

    key: int
    words: str  # in their order, parted by blanks
    facets: str  # the same


def set_up(connection: Connection) -> None:
    """Lets SQLite merge the parts of the index less often: each merging writes again what is in them."""
    if connection.dialect.name == SQLITE:
        connection.execute(text(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('automerge', {MERGED})"))


def add(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Makes entries to be found."""
    if connection.dialect.name == SQLITE:
        run_for_each(connection, f"INSERT INTO {TABLE} (rowid, words, facets) VALUES (?, ?, ?)", _rows(entries))
        return
    rows = [{"key": one.key, "search": vector(one)} for one in entries]
    if rows:
        connection.execute(text(f"INSERT INTO {TABLE} (key, search) VALUES (:key, CAST(:search AS tsvector))"), rows)


def remove(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Takes entries out, which must be given as they were added: SQLite's index keeps no copy of them."""
    if connection.dialect.name == SQLITE:
        into = f"INSERT INTO {TABLE} ({TABLE}, rowid, words, facets) VALUES ('delete', ?, ?, ?)"
        run_for_each(connection, into, _rows(entries))


def _rows(entries: Iterable[Indexed]) -> list[Values]:
    return [(one.key, one.words, one.facets) for one in entries]


def vector(entry: Indexed) -> str:
    """An entry as a tsvector is written: its words with their places, and its facets without."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(entry.words.split(), 1):
        places.setdefault(word, []).append(min(place, MOST_PLACES))
    told = [f"'{word}':{','.join(map(str, at[:MOST_WORDS]))}" for word, at in places.items()]
    return " ".join((*told, *(f"'{facet}'" for facet in entry.facets.split())))


def is_empty(connection: Connection) -> bool:
    """Whether nothing can be found."""
    rows = f"{TABLE}_docsize" if connection.dialect.name == SQLITE else TABLE
    return connection.execute(text(f"SELECT 1 FROM {rows} LIMIT 1")).first() is None


def clear(connection: Connection) -> None:
    """Takes everything out."""
    is_sqlite = connection.dialect.name == SQLITE
    everything = f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')" if is_sqlite else f"DELETE FROM {TABLE}"
    connection.execute(text(everything))


def differing(connection: Connection, entries: Sequence[Indexed]) -> list[int]:
    """The keys of entries that the index does not hold as they are.

    SQLite's keeps no copy of an entry, but how many words it has; PostgreSQL's keeps the words and their places.
    """
    if not entries:
        return []
    own, told = ("id", "sz") if connection.dialect.name == SQLITE else ("key", "search")
    rows = f"{TABLE}_docsize" if connection.dialect.name == SQLITE else TABLE
    asked = text(f"SELECT {own}, {told} FROM {rows} WHERE {own} IN :keys").bindparams(bindparam("keys", expanding=True))
    held = {row[0]: row[1] for row in connection.execute(asked, {"keys": [one.key for one in entries]})}
    shape = _sizes if connection.dialect.name == SQLITE else _lexemes
    return [one.key for one in entries if one.key not in held or not _is_of(one, shape(held[one.key]))]


def strangers(connection: Connection) -> list[int]:
    """Some keys that the index holds and that are no entry's; PostgreSQL lets no such in."""
    if connection.dialect.name != SQLITE:
        return []
    asked = f"SELECT id FROM {TABLE}_docsize WHERE id NOT IN (SELECT key FROM entry) ORDER BY id LIMIT {MOST_STRANGERS}"
    return list(connection.execute(text(asked)).scalars())


def _is_of(entry: Indexed, held: Sequence[int] | Mapping[str, str]) -> bool:
    """Whether this is what the index should hold of an entry."""
    if isinstance(held, Mapping):
        return held == _lexemes(vector(entry))
    return list(held) == [len(entry.words.split()), len(entry.facets.split())]


def _lexemes(told: str) -> Mapping[str, str]:
    """A tsvector as it is written: its words with their places."""
    return {word: ",".join(dict.fromkeys(at.split(","))) for word, at in LEXEME.findall(told)}


def _sizes(told: bytes) -> Sequence[int]:
    """Numbers as FTS5 keeps them: seven bits a byte, the highest first; all bytes of one but its last are marked."""
    sizes, number = [], 0
    for byte in told:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            sizes.append(number)
            number = 0
    return sizes


def refresh(connection: Connection) -> None:
    """Lets SQLite see what others have written into the index: its check of soundness goes by what a search saw last.

    It does nothing where there is no index, or a damaged one; the check will tell.
    """
    with suppress(DBAPIError):
        connection.execute(text(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH 'none' LIMIT 1")).all()


def merge(connection: Connection) -> None:
    """Merges the parts of the index that grew with each writing; PostgreSQL does so when it vacuums."""
    if connection.dialect.name == SQLITE:
        connection.execute(text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')"))
