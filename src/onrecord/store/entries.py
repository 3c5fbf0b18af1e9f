"""What search finds of a record: its statements, its events, and the document itself."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select

from onrecord.model import Event, Record, Statement
from onrecord.model.corrections import UNSEEN, words_of
from onrecord.model.days import bounds
from onrecord.store import index
from onrecord.store.applying import Corrected
from onrecord.store.driver import insert_values, run
from onrecord.store.facets import DOCUMENT, EVENT, STATEMENT, facet, facets_of
from onrecord.store.index import Indexed
from onrecord.store.keys import entry_key
from onrecord.store.rows import Row
from onrecord.store.tables import entry
from onrecord.store.words import words, words_of_text

LAST = select(func.max(entry.c.number))
IS = "is"  # the facet that every entry has: what it is
REJECTED = "rejected-"  # before what an entry is that people rejected


class Awaited(NamedTuple):
    """An entry that a record should have: what it is of, its first day, its facets and its words."""

    owner: str
    ordinal: int
    day: date | None
    facets: str
    words: str


def add(connection: Connection, entries: Sequence[Awaited], key: int) -> None:
    """Makes what a document yields to be found; `key` is the document's."""
    [(last,)] = run(connection, LAST, {})
    first = (last or 0) + 1
    _write(connection, entries, key, range(first, first + len(entries)))


def remove(connection: Connection, record: Record, *, key: int) -> list[int]:
    """Takes it out again; the numbers that its entries had."""
    index.remove(connection, _indexed(connection, record, key))
    of_it = entry.c.document == key
    numbers = list(connection.execute(select(entry.c.number).where(of_it).order_by(entry.c.number)).scalars())
    connection.execute(delete(entry).where(of_it))
    return numbers


def renew(connection: Connection, read: Corrected, key: int) -> None:
    """Makes a document's entries anew after people corrected it; they keep their numbers."""
    _write(connection, list(awaited(read)), key, remove(connection, read.raw, key=key))


def _write(connection: Connection, entries: Sequence[Awaited], key: int, numbers: Sequence[int]) -> None:
    keys = [entry_key(one.day, number) for one, number in zip(entries, numbers, strict=True)]
    rows = [
        (own, number, key, one.owner, one.ordinal, one.day.isoformat() if one.day else None, one.facets)
        for own, number, one in zip(keys, numbers, entries, strict=True)
    ]
    insert_values(connection, entry, rows)
    indexed = [Indexed(own, one.words, one.facets) for own, one in zip(keys, entries, strict=True)]
    index.add(connection, sorted(indexed, key=lambda one: one.key))  # FTS5 begins a new part where keys do not ascend


def index_anew(connection: Connection, record: Record, *, key: int) -> None:
    """Makes the words of entries to be found that are there and that the index lacks."""
    index.add(connection, _indexed(connection, record, key))


def awaited(read: Corrected) -> Iterator[Awaited]:
    """What should be found of a record as people corrected it, in the order in which it is numbered."""
    for place, day, told, kept in _entries(read):
        yield Awaited(place["owner"], place["ordinal"], day, " ".join(told), _words(kept, read.raw))


def _indexed(connection: Connection, record: Record, key: int) -> list[Indexed]:
    """The entries that a document has, as the index takes them: by the words read, however they were corrected."""
    held = select(entry.c.key, entry.c.facets).where(entry.c.document == key).order_by(entry.c.number)
    return [
        Indexed(row.key, _words(kept, record), row.facets)
        for row, (_, _, kept) in zip(connection.execute(held), _kept(record), strict=True)
    ]


def _entries(read: Corrected) -> Iterator[tuple[Row, date | None, tuple[str, ...], Statement | Event | None]]:
    """What is found of a record, with its place, its day and its facets; in the order in which it is numbered."""
    actors = {actor.id: actor for actor in read.whole.actors}
    otherwise = _first_day(read.whole.document.published)
    for owner, ordinal, kept in _kept(read.whole):
        review = read.reviews.get(kept.id, UNSEEN) if kept is not None else UNSEEN
        told = (facet(IS, REJECTED + owner if review.is_rejected else owner), *facets_of(kept, read.whole, actors))
        said = (facet("review", word) for word in words_of(review))
        day = (_first_day(kept.date) if kept is not None else None) or otherwise
        yield {"owner": owner, "ordinal": ordinal}, day, (*told, *said), kept


def _kept(record: Record) -> Iterator[tuple[str, int, Statement | Event | None]]:
    yield DOCUMENT, 0, None
    yield from ((STATEMENT, ordinal, said) for ordinal, said in enumerate(record.statements))
    yield from ((EVENT, ordinal, done) for ordinal, done in enumerate(record.events))


def _words(kept: Statement | Event | None, record: Record) -> str:
    """The words of an entry, parted by blanks."""
    if kept is None:
        return " ".join((*words(record.document.title or ""), *words_of_text(record.document.text)))
    parts = kept.content if isinstance(kept, Statement) else kept.evidence
    return " ".join(word for part in parts for word in words(part.exact))


def _first_day(edtf: str | None) -> date | None:
    days = bounds(edtf)
    return days[0] if days is not None else None
