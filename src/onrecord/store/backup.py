"""Copies of a whole store while others read and write it: of an SQLite file, or into another kind of database."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, insert, select, text

from onrecord.errors import StoreError
from onrecord.store import index, records
from onrecord.store.engine import POSTGRESQL, SCHEMA, SQLITE, address, connect, schema_of, shown, telling
from onrecord.store.migrate import upgrade
from onrecord.store.opening import MEMORY, Store

AT_ONCE = 500  # rows that are copied together
PART = ".part"  # what the name of a file ends in that is not whole yet


def back_up(store: Store, target: str) -> None:
    """Copies a store to a file that is not there yet, or into a database that is empty; as it is at this moment.

    Raises: StoreError where the target is there, cannot be written, or the store is damaged.
    """
    url = address(target)
    if url.get_backend_name() != SQLITE:
        with Store(connect(url)) as other:
            _copy_into(store, other)
        return
    path = Path(url.database or MEMORY)
    if path.name == MEMORY:
        raise StoreError(target, "is gone at once", "name a file")
    with _whole_or_none(path) as part:
        if store.engine.dialect.name == SQLITE:
            _copy_file(store, part)
        else:
            with Store(connect(address(str(part)))) as other:
                _copy_into(store, other)


@contextmanager
def _whole_or_none(path: Path) -> Iterator[Path]:
    """A file to fill, that gets its name when it is whole. Raises: StoreError where the name is taken."""
    if path.exists():
        raise StoreError(str(path), "is there already", "name another file, or move this one away")
    part = path.with_name(f"{path.name}.{os.getpid()}{PART}")
    try:
        yield part
        os.link(part, path)  # unlike a rename it replaces nothing
    except FileExistsError as error:
        raise StoreError(str(path), "is there already", "name another file, or move this one away") from error
    except OSError as error:
        raise StoreError(str(path), f"cannot be written: {error.strerror}") from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + end).unlink(missing_ok=True)


def _copy_file(store: Store, part: Path) -> None:
    """SQLite's online backup, in one step: whoever writes meanwhile writes to its log, and is not kept waiting."""
    with telling(store.engine.url), closing(store.engine.raw_connection()) as source:
        assert isinstance(source.driver_connection, sqlite3.Connection)
        with telling(address(str(part))), closing(sqlite3.connect(part)) as copy:
            source.driver_connection.backup(copy)
            found = [told for (told,) in copy.execute("PRAGMA quick_check")]
    if found != ["ok"]:
        raise StoreError(store.name, f"is damaged ({' '.join(found[0].split())})", "onrecord check says where")
    with part.open("rb") as written:
        os.fsync(written.fileno())


def _copy_into(store: Store, other: Store) -> None:
    """Copies row by row, all or nothing, into an empty database of any kind, which gets the schema of the store."""
    with telling(store.engine.url):
        schema = schema_of(store.engine)
    with telling(other.engine.url):
        is_empty = schema_of(other.engine) is None
    if schema is None or not is_empty:
        raise StoreError(other.name, "is there already", "name another one")
    with store.reading() as source, other.writing() as copy:
        upgrade(copy, to=schema)
        for table in _tables(source):
            same = Table(table.name, MetaData(), autoload_with=copy, resolve_fks=False)
            for rows in _rows(source, table):
                copy.execute(insert(same), rows)
            _count_on(copy, same)
        if schema == SCHEMA:
            records.index_anew(copy)


def _tables(connection: Connection) -> Sequence[Table]:
    """The tables of a store, each after those that its rows refer to, as they are and not as this OnRecord has them."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith((index.TABLE, "alembic_", "sqlite_")))
    return found.sorted_tables


def _rows(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    held = connection.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*table.primary_key.columns))
    for rows in held.mappings().partitions(AT_ONCE):
        yield [dict(row) for row in rows]


def _count_on(connection: Connection, table: Table) -> None:
    """Lets a key that counts up go on after the last one."""
    if connection.dialect.name != POSTGRESQL or len(table.primary_key.columns) != 1:
        return
    (key,) = table.primary_key.columns
    counter = connection.execute(func.pg_get_serial_sequence(table.name, key.name).select()).scalar()
    last = connection.execute(select(func.max(key))).scalar()
    if counter is not None and last is not None:
        connection.execute(text("SELECT setval(:counter, :last)"), {"counter": counter, "last": last})


def name_beside(store: Store, schema: str) -> str:
    """A name for the backup of a store before its schema changes: beside its file, or else in this folder."""
    url = store.engine.url
    own = Path(shown(url)) if url.get_backend_name() == SQLITE else Path(f"{url.database}.db")
    return str(own.with_name(f"{own.name}.schema-{schema}"))
