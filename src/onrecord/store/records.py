"""Records as rows: one reading of one page is written in one transaction, and what is read back is equal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from onrecord.errors import EvidenceError
from onrecord.model import Actor, Block, BlockKind, Document, Event, Finding, Record, Statement
from onrecord.store import copies, entries, index
from onrecord.store.actors import note_names
from onrecord.store.applying import Corrected
from onrecord.store.engine import SQLITE, insert_rows, undamaged
from onrecord.store.linking import link
from onrecord.store.reviews import corrected_of, reviews_of
from onrecord.store.rows import Row, built, digest, rows_of
from onrecord.store.tables import actor, document, entry, event, evidence, finding, statement, text

YIELDS = {"findings": finding, "actors": actor, "statements": statement, "events": event}  # a record's field: its table
LAST = (  # the last reading of an address
    select(document.c.key, document.c.version)
    .where(document.c.uri == bindparam("uri"))
    .order_by(document.c.version.desc())
    .limit(1)
)
AT_ONCE = 100  # documents that are read back together: enough to spare round trips, little to hold

Kept = TypeVar("Kept", Actor, Event, Finding, Statement)
Grouped = Mapping[tuple[Any, ...], Sequence[Row]]


def write(connection: Connection, record: Record, page: str, reader: str, at: datetime) -> int:
    """Writes a reading of a page, after which older readings of its address hold no longer; its key.

    Raises: EvidenceError for a record with a passage that its text does not have.
    """
    _check(record)
    _keep_text(connection, record.document)
    last = connection.execute(LAST, {"uri": record.document.uri}).one_or_none()
    if last is not None:
        _supersede(connection, last.key)
    values = {
        **_document_row(record.document),
        "version": 1 if last is None else last.version + 1,
        "is_current": True,
        "page": page,
        "read_at": at.isoformat(),
        "reader": reader,
    }
    key = connection.execute(insert(document).values(values)).inserted_primary_key
    assert key is not None
    _write_yields(connection, record, int(key[0]))
    entries.add(connection, _with_corrections(connection, record, int(key[0])), int(key[0]))
    note_names(connection, record.actors)
    copies.add(connection, record.document, int(key[0]))
    return int(key[0])


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
    for key, record in _current(connection):
        entries.add(connection, _corrected(connection, record, key), key)
        note_names(connection, record.actors)
        copies.add(connection, record.document, key)


def _current(connection: Connection) -> Iterator[tuple[int, Record]]:
    """The documents that hold, in the order of their keys."""
    held = select(document.c.key).where(document.c.is_current).order_by(document.c.key)
    keys = list(connection.execute(held).scalars())
    with undamaged(connection):
        yield from zip(keys, read(connection, keys), strict=True)


def _with_corrections(connection: Connection, record: Record, key: int) -> Corrected:
    """A reading that was just written, with what people said of its records before."""
    reviews = reviews_of(connection, [key]) if link(connection, record, key) else {}
    return corrected_of(connection, [(key, record)], reviews)[0]


def _corrected(connection: Connection, record: Record, key: int) -> Corrected:
    return corrected_of(connection, [(key, record)], reviews_of(connection, [key]))[0]


def _check(record: Record) -> None:
    """The one law, once more at the door: whatever built this record, its passages are in its text."""
    told = record.document.text
    for passage in record.passages():
        if told[passage.start : passage.end] != passage.exact or passage.doc_id != record.document.id:
            raise EvidenceError(f"{record.document.uri}: [{passage.start}:{passage.end}] is not {passage.exact!r}")


def _keep_text(connection: Connection, read: Document) -> None:
    """Keeps the characters of a document, once however many documents have them."""
    make = insert_sqlite if connection.dialect.name == SQLITE else insert_postgresql
    connection.execute(make(text).values(id=read.id, characters=read.text).on_conflict_do_nothing())


def _supersede(connection: Connection, key: int) -> None:
    """Lets a reading hold no longer: it stays, and search does not find it."""
    entries.remove(connection, *_read(connection, [key]), key=key)
    copies.remove(connection, key)
    connection.execute(update(document).where(document.c.key == key).values(is_current=False))


def _document_row(read: Document) -> Row:
    values = {
        "uri": read.uri,
        "text": read.id,
        "title": read.title,
        "publisher": read.publisher,
        "published": read.published,
        "modified": read.modified,
        "language": read.language,
        "retrieved": read.retrieved.isoformat() if read.retrieved else None,
        "blocks": [[block.kind.value, block.start, block.end] for block in read.blocks],
        "provenance": dict(read.provenance),
    }
    return {**values, "hash": digest(values)}


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


def _write_yields(connection: Connection, record: Record, key: int) -> None:
    passages: list[Row] = []
    for field, table in YIELDS.items():
        rows: list[Row] = []
        for ordinal, kept in enumerate(getattr(record, field)):
            row, told = rows_of(kept, key, ordinal)
            rows.append(row)
            passages += told
        if rows:
            connection.execute(insert(table), rows)
    insert_rows(connection, evidence, passages)


def _read(connection: Connection, keys: Sequence[int]) -> Iterator[Record]:
    held = select(document, text.c.characters).join(text).where(document.c.key.in_(keys))
    documents: Mapping[int, Row] = {row.key: row._asdict() for row in connection.execute(held)}
    passages = _grouped(connection, evidence, keys, "document", "owner", "ordinal")
    yields = {field: _grouped(connection, table, keys, "document") for field, table in YIELDS.items()}
    for key in keys:
        if key in documents:
            read = _document(documents[key])

            def kept(kind: type[Kept], field: str, key: int = key, id: str = read.id) -> tuple[Kept, ...]:
                rows, owner = yields[field].get((key,), ()), YIELDS[field].name
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
