"""Looks through a whole store for what is not as it should be: pages, texts, rows, what search finds."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    LargeBinary,
    Select,
    and_,
    cast,
    exists,
    func,
    select,
)

from onrecord.errors import StoreError
from onrecord.model import Record
from onrecord.store import copies, entries, index, records, verifying
from onrecord.store.actors import names_by_people, names_of, without_a_name
from onrecord.store.applying import Corrected
from onrecord.store.engine import SQLITE, telling
from onrecord.store.entries import Awaited
from onrecord.store.index import Indexed
from onrecord.store.keys import entry_key
from onrecord.store.opening import Store, require_schema
from onrecord.store.reviews import corrected_of, reviews_of
from onrecord.store.rows import Row
from onrecord.store.tables import (
    called,
    corrects,
    document,
    entry,
    event,
    statement,
    text,
)

MOST_OF_ONE_KIND = 100  # faults that are named of each kind; where a page is gone, thousands may miss something
TEXTS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a store that is not as it should be: the table, the place in it, and what is wrong."""

    table: str
    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.table} {self.place}: {self.problem}" if self.place else f"{self.table}: {self.problem}"


def check(store: Store) -> Iterator[Fault]:
    """All faults of a store, as far as the damage lets them be seen; what is damaged itself comes first.

    Raises: StoreError for what is no store, or one of another schema, which cannot be looked through.
    """
    found = 0
    for looks in (_file, _schema, _texts, _rows, _corrections, _entries, _documents):
        try:
            with store.reading() as connection:
                for fault in looks(connection):
                    found += 1
                    yield fault
        except StoreError as error:
            if not found and not error.problem.startswith("is damaged"):
                raise
            found += 1
            yield Fault("file", "", f"{error.problem}; what else is wrong could not be looked for")


def _schema(connection: Connection) -> Iterator[Fault]:
    """Nothing. Raises: StoreError for a store that has another schema than ours, or none."""
    require_schema(connection.engine)
    return iter(())


def _file(connection: Connection) -> Iterator[Fault]:
    """What the database itself finds wrong with its pages and references; PostgreSQL looks at each as it reads it."""
    if connection.dialect.name != SQLITE:
        return
    index.refresh(connection)
    for (told,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_OF_ONE_KIND})"):
        if told != "ok":
            yield Fault("file", "", " ".join(str(told).split()))
    for number, (table, row, parent, _) in enumerate(connection.exec_driver_sql("PRAGMA foreign_key_check")):
        if number < MOST_OF_ONE_KIND:
            place = f"row {row}" if row is not None else ""
            yield Fault(table, place, f"refers to a row of {parent} that is not there")


def _texts(connection: Connection) -> Iterator[Fault]:
    """Texts that are not the characters by which they are called, or that no document has."""
    is_sqlite = connection.dialect.name == SQLITE
    told = cast(text.c.characters, LargeBinary) if is_sqlite else func.convert_to(text.c.characters, "UTF8")
    is_had = exists().where(document.c.text == text.c.id)
    asked = select(text.c.id, told.label("told"), is_had.label("is_had")).order_by(text.c.id).limit(TEXTS_AT_ONCE)
    last = ""
    while rows := connection.execute(asked.where(text.c.id > last)).all():
        for row in rows:
            if f"sha256:{hashlib.sha256(row.told).hexdigest()}" != row.id:
                yield Fault("text", row.id, "its characters are not those by which it is called")
            if not row.is_had:
                yield Fault("text", row.id, "no document has it")
        last = rows[-1].id


def _rows(connection: Connection) -> Iterator[Fault]:
    """What `onrecord verify` finds of rows and passages; the texts were looked through by now."""
    told: Counter[str] = Counter()
    for checked in verifying.check(connection):
        for fault in checked.faults:
            told[fault.table] += 1
            if fault.table != text.name and told[fault.table] <= MOST_OF_ONE_KIND:
                yield Fault(fault.table, fault.place, fault.problem)


def _corrections(connection: Connection) -> Iterator[Fault]:
    """Corrections that are tied to records that are not there."""
    for name, table in ((one.name, one) for one in (statement, event)):
        owner = exists().where(table.c.document == corrects.c.document, table.c.ordinal == corrects.c.ordinal)
        asked = select(corrects.c.document, corrects.c.ordinal).where(corrects.c.owner == name, ~owner).distinct()
        yield from _told(connection, asked, "corrects", f"it is of a {name} that is not there")


def _told(connection: Connection, asked: Select[int, int], table: str, problem: str) -> Iterator[Fault]:
    for row in connection.execute(asked.limit(MOST_OF_ONE_KIND)):
        yield Fault(table, f"{row.document}/{row.ordinal}", problem)


def _entries(connection: Connection) -> Iterator[Fault]:
    """Entries of what is not there, or holds no longer, and words of what is no entry."""
    has_none = ~exists().where(document.c.key == entry.c.document)
    asked = select(entry.c.document, entry.c.ordinal).where(has_none).distinct()
    yield from _told(connection, asked, "entry", "its document is not there")
    found = select(entry.c.key).join(document, and_(document.c.key == entry.c.document, ~document.c.is_current))
    for key in connection.execute(found.limit(MOST_OF_ONE_KIND)).scalars():
        yield Fault("entry", str(key), "search finds a reading that holds no longer")
    for key in index.strangers(connection):
        yield Fault(index.TABLE, str(key), "it is of no entry")


def _documents(connection: Connection) -> Iterator[Fault]:
    """Documents that cannot be read back, and those of which search does not find what they hold."""
    last = 0
    asked = select(document.c.key, document.c.is_current).order_by(document.c.key).limit(records.AT_ONCE)
    while rows := connection.execute(asked.where(document.c.key > last)).all():
        held = {row.key: row.is_current for row in rows}
        names = list[tuple[str, str]]()
        for key, read in _read(connection, list(held)):
            if isinstance(read, Fault):
                yield read
            elif held[key]:
                names += names_of(read.actors)
                said = reviews_of(connection, [key])
                if not copies.is_as_made(connection, read.document, key):
                    yield Fault("signature", str(key), "copies of its document are not found by it")
                yield from _search(connection, key, *corrected_of(connection, [(key, read)], said))
        last = rows[-1].key
        yield from _names(connection, names)
    yield from _names(connection, names_by_people(connection))


def _names(connection: Connection, names: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """The names of actors by which nobody would find them."""
    for name, id in without_a_name(connection, names)[:MOST_OF_ONE_KIND]:
        yield Fault(called.name, f"{name!r}", f"{id} is not found by it")


def _read(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, Record | Fault]]:
    """The records of documents; where they cannot be read together, each by itself."""
    problem = "it is not found by its key"
    try:
        with telling(connection.engine.url):
            read = list(records.read(connection, keys))
    except StoreError as error:
        read, problem = [], error.problem
    if len(read) == len(keys):
        yield from zip(keys, read, strict=True)
    elif len(keys) == 1:
        yield keys[0], Fault("document", str(keys[0]), problem)
    else:
        for key in keys:
            yield from _read(connection, [key])


def _search(connection: Connection, key: int, read: Corrected) -> Iterator[Fault]:
    """Where what search finds of a document is not what the document holds."""
    rows = connection.execute(select(entry).where(entry.c.document == key).order_by(entry.c.number)).all()
    awaited = {(one.owner, one.ordinal): one for one in entries.awaited(read)}
    held = {(row.owner, row.ordinal): row for row in rows}
    for owner, ordinal in sorted(awaited.keys() - held.keys()):
        yield Fault(owner, f"{key}/{ordinal}", "search does not find it")
    for place in sorted(held.keys() - awaited.keys()):
        yield Fault("entry", str(held[place].key), f"{place[0]} {key}/{place[1]} is not there")
    shared = [(held[place], one) for place, one in awaited.items() if place in held]
    for row, one in shared:
        if wrong := _disagreements(row._asdict(), one):
            yield Fault("entry", str(row.key), f"{', '.join(wrong)} not as {row.owner} {key}/{row.ordinal} has it")
    of_words = [Indexed(row.key, one.words, row.facets) for row, one in shared]
    for number in index.differing(connection, of_words):
        yield Fault(index.TABLE, str(number), f"it does not hold the words of its entry (of document {key})")


def _disagreements(row: Row, one: Awaited) -> list[str]:
    """The columns of an entry that say other than its record does."""
    told = {
        "key": row["key"] == entry_key(one.day, row["number"]),
        "day": row["day"] == (one.day.isoformat() if one.day else None),
        "facets": row["facets"] == one.facets,
    }
    return [name for name, agrees in told.items() if not agrees]
