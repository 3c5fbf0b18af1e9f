"""A store that is open: what is kept in it, and how it is opened, made and brought up to date."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, bindparam, delete, func, insert, select

from onrecord.errors import StoreError
from onrecord.model import Record, Rejected
from onrecord.store import index, records
from onrecord.store.applying import Corrected
from onrecord.store.corrected import read_corrected
from onrecord.store.driver import Values, run
from onrecord.store.engine import (
    POSTGRESQL,
    SCHEMA,
    SQLITE,
    WAIT,
    WRITES,
    address,
    connect,
    schema_of,
    shown,
    telling,
)
from onrecord.store.prepared import Prepared, prepare
from onrecord.store.records import Written
from onrecord.store.tables import document, failure
from onrecord.store.versions import is_known

PAGE_OF = select(document.c.page).where(document.c.uri == bindparam("at"), document.c.is_current)
CAPTURES_OF = select(document.c.page, func.coalesce(document.c.retrieved, document.c.read_at)).where(
    document.c.uri == bindparam("at")
)
NO_FAILURE = delete(failure).where(failure.c.uri == bindparam("at"))
TURN = 20310512  # the lock in PostgreSQL that whoever writes into a store holds; any number that others do not take
ONE_STATE = {POSTGRESQL: {"isolation_level": "REPEATABLE READ"}}  # what SQLite's readers always have
MEMORY = ":memory:"  # the place of a store that is gone when it is closed


@dataclass(frozen=True)
class Store:
    """An open store. Close it, or use it in a `with`."""

    engine: Engine

    @cached_property
    def _reader(self) -> Engine:
        return self.engine.execution_options(**ONE_STATE.get(self.engine.dialect.name, {}))

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(**{WRITES: True})

    @property
    def name(self) -> str:
        """Where it is, as a user may see it."""
        return shown(self.engine.url)

    @property
    def files(self) -> frozenset[Path]:
        """The files of an SQLite store, by their resolved paths; none of another."""
        if self.engine.dialect.name != SQLITE:
            return frozenset()
        file = Path(self.engine.url.database or "").resolve()
        return frozenset(file.with_name(f"{file.name}{end}") for end in ("", "-wal", "-shm", "-journal"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store, whoever writes meanwhile. Raises: StoreError."""
        with telling(self.engine.url), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is done in it is kept at its end, or nothing of it. Raises: StoreError."""
        with telling(self.engine.url), self._writer.begin() as connection:
            wait_for_turn(connection)
            yield connection

    def save(self, record: Record, *, page: str, reader: str, at: datetime) -> int:
        """Keeps the reading of a page, in one transaction; the key of its document.

        `page` is the hash of what was read, `reader` who read it, `at` when (aware, UTC).
        Raises: EvidenceError for a record that its text does not bear out; StoreError.
        """
        read = prepare(record)
        with self.writing() as connection:
            run(connection, NO_FAILURE, {"at": record.document.uri})
            return records.write(connection, read, page, reader, at).key

    def save_new(self, read: Prepared, *, page: str, reader: str, at: datetime) -> Written | None:
        """The same; None where this very page is held by now: another has kept it, or we did before a line broke."""
        uri = {"at": read.document["uri"]}
        with self.writing() as connection:
            if _only(run(connection, PAGE_OF, uri)) == page:
                return None
            run(connection, NO_FAILURE, uri)
            return records.write(connection, read, page, reader, at)

    def save_capture(self, read: Prepared, *, page: str, reader: str, at: datetime) -> Written | None:
        """The same for one of the pages that were got at an address at different times, in whatever order they come.

        None where what was got then is held by now.
        """
        uri, got = {"at": read.document["uri"]}, datetime.fromisoformat(read.document["retrieved"])
        with self.writing() as connection:
            if is_known(_captures(connection, uri), got, page):
                return None
            run(connection, NO_FAILURE, uri)
            return records.write(connection, read, page, reader, at)

    def fail(self, rejected: Rejected, *, page: str | None, at: datetime) -> None:
        """Notes that a page could not be read, and why; what was read there before stays. Raises: StoreError."""
        values = {"uri": rejected.uri, "page": page, "reason": rejected.reason, "failed_at": at.isoformat()}
        with self.writing() as connection:
            connection.execute(NO_FAILURE, {"at": rejected.uri})
            connection.execute(insert(failure).values(values))

    def page_of(self, uri: str) -> str | None:
        """The hash of the page that was last read at an address; None where none was. Raises: StoreError."""
        with self.reading() as connection:
            page: str | None = _only(run(connection, PAGE_OF, {"at": uri}))
            return page

    def captures_of(self, uri: str) -> list[tuple[datetime, str]]:
        """When each page that was read at an address was got, or else read, and its hash. Raises: StoreError."""
        with self.reading() as connection:
            return _captures(connection, {"at": uri})

    def load(self, keys: Sequence[int]) -> Iterator[Record]:
        """The records of these documents as they were read, in this order. Raises: StoreError."""
        with self.reading() as connection:
            yield from records.read(connection, keys)

    def corrected(self, keys: Sequence[int]) -> Iterator[Corrected]:
        """The same with what people say of them: of each `record` is what holds, `raw` what was read, `reviews` why.

        Raises: StoreError.
        """
        with self.reading() as connection:
            yield from read_corrected(connection, keys)

    def current(self) -> list[int]:
        """The keys of all documents that hold, in the order in which they were read. Raises: StoreError."""
        with self.reading() as connection:
            held = select(document.c.key).where(document.c.is_current).order_by(document.c.key)
            return list(connection.execute(held).scalars())


def _captures(connection: Connection, uri: Mapping[str, str]) -> list[tuple[datetime, str]]:
    return [(datetime.fromisoformat(got), page) for page, got in run(connection, CAPTURES_OF, uri)]


def _only(rows: Sequence[Values]) -> Any:  # noqa: ANN401 - what a column holds is of any type
    """The value of the only row of one column; None where there is none."""
    return rows[0][0] if rows else None


def wait_for_turn(connection: Connection) -> None:
    """Waits until nobody else writes: PostgreSQL would let several, who then find the same next number."""
    if connection.dialect.name == POSTGRESQL:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")


def open_store(place: str | Path, *, make: bool = True) -> Store:
    """The store at a path or an address; made where there is none, unless `make` says no.

    Raises: StoreError for what is no store, cannot be opened, or has a schema that is not ours.
    """
    store = attach(place) if not make else Store(connect(address(str(place))))
    try:
        _bring_to_schema(store)
    except BaseException:
        store.close()
        raise
    return store


def attach(place: str | Path) -> Store:
    """The store at a path or an address as it is, whatever its schema. Raises: StoreError where there is none."""
    url = address(str(place))
    if _is_absent(url):
        raise StoreError(shown(url), "there is no store", "onrecord ingest SOURCE makes one")
    return Store(connect(url))


def _is_absent(url: URL) -> bool:
    """Whether a store is a file that is not there."""
    is_file = url.get_backend_name() == SQLITE and url.database != MEMORY
    return is_file and not Path((url.database or "").removeprefix("file:")).is_file()


def _bring_to_schema(store: Store) -> None:
    """Makes the tables where there are none. Raises: StoreError for a schema that is not ours."""
    with telling(store.engine.url):
        is_new = schema_of(store.engine) is None
    if is_new:
        make_tables(store)
    else:
        require_schema(store.engine)


def require_schema(engine: Engine) -> None:
    """Raises: StoreError for a store that has another schema than ours, or none."""
    with telling(engine.url):
        found, name = schema_of(engine), shown(engine.url)
    if found is None:
        raise StoreError(name, "is empty", "onrecord ingest SOURCE makes a store of it")
    if found < SCHEMA:
        raise StoreError(name, f"was written by an older OnRecord (schema {found})", "run onrecord migrate")
    refuse_newer(engine, found)


def refuse_newer(engine: Engine, found: str) -> None:
    """Raises: StoreError for a schema that this OnRecord does not know."""
    if found > SCHEMA:
        problem = f"was written by a newer OnRecord (schema {found}; this one knows {SCHEMA})"
        raise StoreError(shown(engine.url), problem, "upgrade OnRecord")


def make_tables(store: Store) -> None:
    """Brings a store to our schema, from nothing or from an older one. Raises: StoreError."""
    from onrecord.store.migrate import upgrade  # Alembic: only for who needs it

    with store.writing() as connection:
        upgrade(connection)
        index.set_up(connection)
