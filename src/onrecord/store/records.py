"""Records as rows: one reading of one page is written in one transaction, and what is read back is equal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from onrecord.model import Actor, Block, BlockKind, Document, Event, Finding, Record, Statement
from onrecord.store import copies, entries, index
from onrecord.store.actors import names_by_people, names_of, note_names
from onrecord.store.applying import Corrected
from onrecord.store.driver import insert_new, insert_values, run
from onrecord.store.engine import undamaged
from onrecord.store.entries import Awaited
from onrecord.store.linking import has_corrections, link
from onrecord.store.prepared import YIELDS, Prepared
from onrecord.store.reviews import corrected_of, reviews_of
from onrecord.store.rows import Row, built
from onrecord.store.tables import document, entry, evidence, metadata, text
from onrecord.store.versions import free_version, is_before, parted, readings

LAST = (  # the last reading of an address
    select(document.c.key, document.c.version, document.c.retrieved)
    .where(document.c.uri == bindparam("uri"))
    .order_by(document.c.version.desc())
    .limit(1)
)
ITS = {column.name: f"its_{column.name}" for column in document.columns if column is not document.c.key}
KEEP_DOCUMENT = insert(document).values({name: bindparam(own) for name, own in ITS.items()}).returning(document.c.key)
AT_ONCE = 100  # documents that are read back together: enough to spare round trips, little to hold


@dataclass(frozen=True, slots=True)
class Written:
    """A reading that was written: the key of its document, and whether it is the only one of its address."""

    key: int
    is_first: bool


Kept = TypeVar("Kept", Actor, Event, Finding, Statement)
Grouped = Mapping[tuple[Any, ...], Sequence[Row]]


def write(connection: Connection, read: Prepared, page: str, reader: str, at: datetime) -> Written:
    """Writes a reading of a page, after which older readings of its address hold no longer.

    One of a page that was got before the one that holds takes its place among those that hold no longer.
    """
    kept = {"version": 1, "is_current": True, "page": page, "read_at": at.isoformat(), "reader": reader}
    for key, last, retrieved in run(connection, LAST, {"uri": read.document["uri"]}):
        own = read.document["retrieved"]
        if retrieved and own and not is_before(retrieved, own):
            parts = parted(readings(connection, read.document["uri"]), {**read.document, **kept})
            kept |= {"version": free_version(connection, 1, *parts), "is_current": False}
        else:
            supersede(connection, key)
            kept["version"] = last + 1
        return Written(put(connection, read, kept), is_first=False)
    return Written(put(connection, read, kept), is_first=True)


def put(connection: Connection, read: Prepared, kept: Row) -> int:
    """Writes a reading kept in this way, among others of its address that do not clash with it; its key."""
    insert_new(connection, text, [(read.document["text"], read.characters)])
    row = {**read.document, **kept}
    [(key,)] = run(connection, KEEP_DOCUMENT, {own: row[name] for name, own in ITS.items()})
    for table, rows in read.rows.items():
        insert_values(connection, metadata.tables[table], [(key, *row) for row in rows])
    found = _entries(connection, read, key)
    if kept["is_current"]:
        entries.add(connection, found, key)
        copies.add(connection, read.document, read.signature, key)
    note_names(connection, read.names)
    return int(key)


def read(connection: Connection, keys: Sequence[int]) -> Iterator[Record]:
    """The records of these documents, in the order of the keys; those that are not there are left out.

    Raises: StoreError for rows that make no record, or that do not agree with their text.
    """
    for first in range(0, len(keys), AT_ONCE):
        with undamaged(connection):
            whole = list(_read(connection, keys[first : first + AT_ONCE]))
        yield from whole


def index_anew(connection: Connection) -> None:
    """Fills the index of words, which is empty, with what the entries are of."""
    for key, record in _current(connection):
        entries.index_anew(connection, record, key=key)


def entries_anew(connection: Connection) -> None:
    """Makes what search finds, and what copies are found by, anew from the records and what people say of them."""
    index.clear(connection)
    connection.execute(delete(entry))
    copies.clear(connection)
    note_names(connection, names_by_people(connection))
    for key, record in _current(connection):
        entries.add(connection, list(entries.awaited(_corrected(connection, record, key))), key)
        note_names(connection, names_of(record.actors))
        copies.add(connection, *copies.looked_at(record.document), key)


def _current(connection: Connection) -> Iterator[tuple[int, Record]]:
    """The documents that hold, in the order of their keys."""
    held = select(document.c.key).where(document.c.is_current).order_by(document.c.key)
    keys = list(connection.execute(held).scalars())
    with undamaged(connection):
        yield from zip(keys, read(connection, keys), strict=True)


def _entries(connection: Connection, read: Prepared, key: int) -> Sequence[Awaited]:
    """What search finds of a reading that was just written, with what people said of records before."""
    if not has_corrections(connection):
        return read.entries
    [record] = _read(connection, [key])
    reviews = reviews_of(connection, [key]) if link(connection, record, key) else {}
    [corrected] = corrected_of(connection, [(key, record)], reviews)
    return list(entries.awaited(corrected))


def _corrected(connection: Connection, record: Record, key: int) -> Corrected:
    return corrected_of(connection, [(key, record)], reviews_of(connection, [key]))[0]


def supersede(connection: Connection, key: int) -> None:
    """Lets a reading hold no longer: it stays, and search does not find it."""
    entries.remove(connection, *_read(connection, [key]), key=key)
    copies.remove(connection, key)
    connection.execute(update(document).where(document.c.key == key).values(is_current=False))


def _document(row: Row) -> Document:
    return Document(
        id=row["text"],
        uri=row["uri"],
        text=row["characters"],
        blocks=tuple(Block(kind=BlockKind(kind), start=start, end=end) for kind, start, end in row["blocks"]),
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        modified=row["modified"],
        language=row["language"],
        retrieved=datetime.fromisoformat(row["retrieved"]) if row["retrieved"] else None,
        provenance=row["provenance"],
    )


def _read(connection: Connection, keys: Sequence[int]) -> Iterator[Record]:
    held = select(document, text.c.characters).join(text).where(document.c.key.in_(keys))
    documents: Mapping[int, Row] = {row.key: row._asdict() for row in connection.execute(held)}
    passages = _grouped(connection, evidence, keys, "document", "owner", "ordinal")
    yields = {field: _grouped(connection, metadata.tables[table], keys, "document") for field, table in YIELDS.items()}
    for key in keys:
        if key in documents:
            read = _document(documents[key])

            def kept(kind: type[Kept], field: str, key: int = key, id: str = read.id) -> tuple[Kept, ...]:
                rows, owner = yields[field].get((key,), ()), YIELDS[field]
                return tuple(built(kind, row, passages.get((key, owner, row["ordinal"]), ()), id) for row in rows)

            yield Record(
                document=read,
                findings=kept(Finding, "findings"),
                actors=kept(Actor, "actors"),
                statements=kept(Statement, "statements"),
                events=kept(Event, "events"),
            )


def _grouped(connection: Connection, table: Table, keys: Sequence[int], *by: str) -> Grouped:
    """The rows of these documents in the order of their keys, by some of their columns."""
    ordered = select(table).where(table.c.document.in_(keys)).order_by(*table.primary_key.columns)
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in connection.execute(ordered):
        values = row._asdict()
        groups.setdefault(tuple(values[name] for name in by), []).append(values)
    return groups
