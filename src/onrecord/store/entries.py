"""What search finds of a record: its statements, its events, and the document itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, func, select

from onrecord.model import Event, Record, Statement
from onrecord.model.days import bounds
from onrecord.store import index
from onrecord.store.engine import insert_rows
from onrecord.store.facets import facet, facets_of
from onrecord.store.index import Indexed
from onrecord.store.keys import entry_key
from onrecord.store.rows import Row
from onrecord.store.tables import entry
from onrecord.store.words import words

DOCUMENT, STATEMENT, EVENT = "document", "statement", "event"
IS = "is"  # the facet that every entry has: what it is


@dataclass(frozen=True, slots=True)
class Awaited:
    """An entry that a record should have: what it is of, its first day, its facets and its words."""

    owner: str
    ordinal: int
    day: date | None
    facets: str
    words: Sequence[str]


def add(connection: Connection, record: Record, key: int) -> None:
    """Makes what a document yields to be found; `key` is the document's."""
    last = connection.execute(select(func.max(entry.c.number))).scalar() or 0
    rows: list[Row] = []
    indexed: list[Indexed] = []
    for number, (place, day, told, kept) in enumerate(_entries(record), last + 1):
        number_row = {"key": entry_key(day, number), "number": number, "document": key}
        rows.append({**place, **number_row, "day": day.isoformat() if day else None, "facets": " ".join(told)})
        indexed.append(Indexed(entry_key(day, number), _words(kept, record), told))
    insert_rows(connection, entry, rows)
    index.add(connection, indexed)


def remove(connection: Connection, record: Record, *, key: int) -> None:
    """Takes it out again."""
    index.remove(connection, _indexed(connection, record, key))
    connection.execute(delete(entry).where(entry.c.document == key))


def index_anew(connection: Connection, record: Record, *, key: int) -> None:
    """Makes the words of entries to be found that are there and that the index lacks."""
    index.add(connection, _indexed(connection, record, key))


def awaited(record: Record) -> Iterator[Awaited]:
    """What should be found of a record, in the order in which it is numbered."""
    for place, day, told, kept in _entries(record):
        yield Awaited(place["owner"], place["ordinal"], day, " ".join(told), _words(kept, record))


def _indexed(connection: Connection, record: Record, key: int) -> list[Indexed]:
    """The entries that a document has, as the index takes them."""
    held = select(entry.c.key, entry.c.facets).where(entry.c.document == key).order_by(entry.c.number)
    return [
        Indexed(row.key, _words(kept, record), row.facets.split())
        for row, (_, _, kept) in zip(connection.execute(held), _kept(record), strict=True)
    ]


def _entries(record: Record) -> Iterator[tuple[Row, date | None, tuple[str, ...], Statement | Event | None]]:
    """What is found of a record, with its place, its day and its facets; in the order in which it is numbered."""
    actors = {actor.id: actor for actor in record.actors}
    otherwise = _first_day(record.document.published)
    for owner, ordinal, kept in _kept(record):
        told = (facet(IS, owner), *facets_of(kept, record, actors))
        day = (_first_day(kept.date) if kept is not None else None) or otherwise
        yield {"owner": owner, "ordinal": ordinal}, day, told, kept


def _kept(record: Record) -> Iterator[tuple[str, int, Statement | Event | None]]:
    yield DOCUMENT, 0, None
    yield from ((STATEMENT, ordinal, said) for ordinal, said in enumerate(record.statements))
    yield from ((EVENT, ordinal, done) for ordinal, done in enumerate(record.events))


def _words(kept: Statement | Event | None, record: Record) -> list[str]:
    if kept is None:
        return words(f"{record.document.title or ''}\n{record.document.text}")
    parts = kept.content if isinstance(kept, Statement) else kept.evidence
    return [word for part in parts for word in words(part.exact)]


def _first_day(edtf: str | None) -> date | None:
    days = bounds(edtf)
    return days[0] if days is not None else None
