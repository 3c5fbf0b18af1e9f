"""Opens the database behind a store: where it is, how it is spoken to, and whether its schema is ours."""

import functools
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from onrecord.errors import EvidenceError, StoreAwayError, StoreError
from onrecord.settings import from_home

SQLITE, POSTGRESQL = "sqlite", "postgresql"
DRIVERS = {SQLITE: "sqlite+pysqlite", POSTGRESQL: "postgresql+psycopg"}
SCHEMA = "0005"  # the version of the schema that this OnRecord reads and writes: the newest in migrations/versions
WAIT = 30  # seconds that a writer waits for another one
WRITES = "onrecord_writes"  # the execution option of a connection that will write

_OPENING = (
    f"PRAGMA busy_timeout = {1000 * WAIT}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",  # readers and the writer do not wait for each other
    "PRAGMA cache_size = -65536",  # KB: most of what is asked again and again of the indexes of a million statements
    "PRAGMA wal_autocheckpoint = 8000",  # pages, 32 MB: what each document changes anew is carried over once for many
    "PRAGMA synchronous = NORMAL",  # a power cut may cost the last transactions, never the file
)


def address(store: str) -> URL:
    """The address of a database: a path is an SQLite file. Raises: StoreError for what is none of ours."""
    if "://" not in store:
        file = from_home(store)
        if file.is_dir():
            raise StoreError(str(file), "is a folder", "name a file in it")
        return URL.create(DRIVERS[SQLITE], database=str(file))
    try:
        url = make_url(store)
    except ArgumentError as error:
        raise StoreError(store, "is no address of a store", "give a file, or postgresql://USER@HOST/NAME") from error
    backend = {"postgres": POSTGRESQL}.get(url.get_backend_name(), url.get_backend_name())
    if backend not in DRIVERS:
        raise StoreError(shown(url), f"is on {backend}", "a store is an SQLite file or a PostgreSQL database")
    return url.set(drivername=DRIVERS[backend])


def shown(url: URL) -> str:
    """The address as a user may see it: an SQLite file by its path, a server without its password."""
    if url.get_backend_name() == SQLITE:
        return url.database or ":memory:"
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def connect(url: URL) -> Engine:
    """The engine of a database. Raises: StoreError where its driver is not installed."""
    own = {"creator": creator} if (creator := _creator(url)) is not None else {}
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() == POSTGRESQL, json_serializer=encoded, **own)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError(shown(url), "needs the driver of PostgreSQL", "pip install 'onrecord[postgres]'") from error
    if url.get_backend_name() == SQLITE:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _creator(url: URL) -> Callable[[], sqlite3.Connection] | None:
    """How to connect to an SQLite file in a folder where nothing can be written; None for all others.

    SQLite would keep account of its readers there. Where nobody has written what is not in the file by now, it is read
    as one that does not change, without an account.
    """
    if url.get_backend_name() != SQLITE or url.database is None:
        return None
    file = Path(url.database)
    log, is_effective = Path(f"{file}-wal"), os.access in os.supports_effective_ids
    if not file.is_file() or os.access(file.absolute().parent, os.W_OK, effective_ids=is_effective):
        return None
    if log.exists() and log.stat().st_size:
        return None
    return lambda: sqlite3.connect(f"{file.absolute().as_uri()}?{UNCHANGING}", uri=True, check_same_thread=False)


UNCHANGING = "mode=ro&immutable=1"


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)  # one for all: to make one is slow


def encoded(value: object) -> str:
    """A value of a JSON column."""
    return _encoded_words(value) if isinstance(value, tuple) else _ENCODER.encode(value)


@functools.lru_cache(maxsize=10_000)
def _encoded_words(value: tuple[str, ...]) -> str:
    """Such lists as records have are short, and come again and again."""
    return _ENCODER.encode(value)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """Sets up a new connection to SQLite; the driver must not begin transactions of its own."""
    connection.isolation_level = None
    for pragma in _OPENING:
        connection.execute(pragma)  # to which what cannot be written pays no heed


def _begin(connection: Connection) -> None:
    """Who will write takes the lock at once, so that nobody finds out in the middle that another has it."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


WENT_AWAY = (  # what PostgreSQL and its driver say of a server that stops or starts
    "server closed the connection",
    "terminating connection",
    "connection is lost",
    "the connection is closed",
    "is shutting down",
    "is starting up",
    "is not yet accepting connections",
    "in recovery mode",
)
AWAY = (*WENT_AWAY, "Connection refused", "connection to server", "connection failed")


@contextmanager
def telling(url: URL) -> Iterator[None]:
    """Turns what a database complains of into one line that its user can act on. Raises: StoreError."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip()
        is_away = error.connection_invalidated or any(words in said for words in AWAY)
        raise (StoreAwayError if is_away else StoreError)(shown(url), *_complaint(said)) from error
    except sqlite3.Error as error:  # of what is asked past SQLAlchemy
        raise StoreError(shown(url), *_complaint(str(error))) from error
    except SQLAlchemyError as error:
        raise StoreError(shown(url), f"cannot be used: {' '.join(str(error).split())}") from error


@contextmanager
def undamaged(connection: Connection) -> Iterator[None]:
    """Reads rows that only a damaged store can hold in such a shape that they make no record. Raises: StoreError."""
    try:
        yield
    except (ValueError, TypeError, LookupError, EvidenceError) as error:
        told = " ".join(str(error).split())[:MOST_TOLD]
        raise StoreError(shown(connection.engine.url), f"is damaged ({told})", DAMAGED) from error


MOST_TOLD = 120  # characters of a reason; a damaged row may hold anything
DAMAGED = "onrecord check says where; take the last backup"
LATER = "run this again when it is back; what was stored is kept"
BUSY = f"is being written by another program for more than {WAIT} seconds"
FULL = "cannot grow: the disk is full"
ROOM = "make room and run this again; what was stored is kept"

COMPLAINTS = (  # what SQLite and PostgreSQL say, what that means, and what to do about it
    ("file is not a database", "is not a store", "name another file, or move this one away"),
    ("database disk image is malformed", "is damaged", DAMAGED),
    ("malformed database schema", "is damaged", DAMAGED),
    ("Could not decode to UTF-8", "is damaged", DAMAGED),
    ("fts5: corrupt", "is damaged", DAMAGED),
    ("invalid page in block", "is damaged", DAMAGED),
    ("unable to open database file", "cannot be opened", "does its folder exist, and may you write there?"),
    ("readonly database", "cannot be written", "it is read-only; give yourself the right to write it and its folder"),
    ("read-only transaction", "cannot be written", "this server or database only lets you read"),
    ("disk is full", FULL, ROOM),
    ("No space left on device", FULL, ROOM),
    ("disk I/O error", "cannot be written or read: the disk fails, or a limit on the size of files is reached", ROOM),
    ("database is locked", BUSY, "try again later"),
    ("lock timeout", BUSY, "try again later"),
    ("password authentication failed", "refuses the password", "give it in the address or in ~/.pgpass"),
    ("Connection refused", "does not answer", "is the server running, and is this its address?"),
    ("No such file or directory", "does not answer", "is the server running, and is this its address?"),
    ("FATAL:  database", "does not exist", "create the database first: createdb NAME"),
    ("FATAL:  role", "does not know this user", "name another in the address: postgresql://USER@HOST/NAME"),
    *((words, "went away", LATER) for words in WENT_AWAY),
)


def _complaint(said: str) -> tuple[str, str]:
    known = ((problem, remedy) for words, problem, remedy in COMPLAINTS if words in said)
    return next(known, (f"cannot be used: {' '.join(said.split())}", ""))


def schema_of(engine: Engine) -> str | None:
    """The version of the schema that a database has; None for one that has no table of ours, or none at all.

    Raises: StoreError for a database that is somebody else's, or has lost its version.
    """
    tables = inspect(engine).get_table_names()
    if "alembic_version" in tables and "document" in tables:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        if len(found) != 1:
            raise StoreError(shown(engine.url), "is damaged (it does not say its schema)", "take the last backup")
        return str(found[0])
    if tables:
        raise StoreError(shown(engine.url), f"is not a store: it holds other tables ({tables[0]})", "name another one")
    return None
