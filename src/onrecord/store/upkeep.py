"""What a store comes to, how space is given back, and how an older one is brought up to date."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, distinct, func, select, text

from onrecord.errors import StoreError
from onrecord.store import index
from onrecord.store.backup import back_up, name_beside
from onrecord.store.engine import SCHEMA, SQLITE, schema_of, shown, telling
from onrecord.store.migrate import migrate
from onrecord.store.opening import Store, refuse_newer
from onrecord.store.tables import actor, document, entry, event, evidence, failure, statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a store comes to; `days` are the first and the last of what is in it, `written` when it last was (UTC)."""

    place: str
    schema: str
    size: int  # bytes
    counts: Mapping[str, int]
    days: tuple[str, str] | None
    written: str | None


def status(store: Store) -> Status:
    """What a store comes to. Raises: StoreError."""
    current = select(document.c.key).where(document.c.is_current)
    with store.reading() as connection:
        asked = {
            "documents": select(func.count()).where(document.c.is_current),
            "older readings": select(func.count()).where(~document.c.is_current),
            "statements": select(func.count()).where(statement.c.document.in_(current)),
            "events": select(func.count()).where(event.c.document.in_(current)),
            "actors": select(func.count(distinct(actor.c.id))).where(actor.c.document.in_(current)),
            "passages": select(func.count()).where(evidence.c.document.in_(current)),
            "pages that failed": select(func.count()).select_from(failure),
        }
        counts = {name: connection.execute(one).scalar_one() for name, one in asked.items()}
        first, last = connection.execute(select(func.min(entry.c.day), func.max(entry.c.day))).one()
        times = (select(func.max(document.c.read_at)), select(func.max(failure.c.failed_at)))
        written = [at for one in times if (at := connection.execute(one).scalar()) is not None]
    return Status(
        place=store.name,
        schema=SCHEMA,
        size=size_of(store),
        counts=counts,
        days=(first, last) if first else None,
        written=max(written, default=None),
    )


def size_of(store: Store) -> int:
    """The bytes that a store takes up; 0 for one in memory. Raises: StoreError."""
    if store.engine.dialect.name == SQLITE:
        files = [Path(shown(store.engine.url) + end) for end in ("", "-wal")]
        return sum(file.stat().st_size for file in files if file.is_file())
    with store.reading() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


READERS = 5  # seconds in which others may end their reading before space is given back


def vacuum(store: Store) -> tuple[int, int]:
    """Gives back the space that nothing takes up any more, and merges the index of words; the bytes before and after.

    No row goes: older readings stay. Others may read meanwhile, in PostgreSQL but for the table that is worked on.
    Raises: StoreError, also where somebody reads an SQLite store for so long that its space cannot be given back.
    """
    before = size_of(store)
    with store.writing() as connection:
        index.merge(connection)
    with telling(store.engine.url):
        (_vacuum_file if store.engine.dialect.name == SQLITE else _vacuum_tables)(store.engine)
    return before, size_of(store)


def _vacuum_file(engine: Engine) -> None:
    with closing(engine.raw_connection()) as connection:  # past SQLAlchemy, which would begin a transaction
        for command in ("VACUUM", "PRAGMA optimize", f"PRAGMA busy_timeout = {int(1000 * READERS)}"):
            connection.cursor().execute(command)
        is_busy, *_ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        problem = "is being read by another program; what nothing takes up is given back when that ends"
        raise StoreError(shown(engine.url), problem, "run this again then")


def _vacuum_tables(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in _names(connection):
            connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {name}")


def _names(connection: Connection) -> list[str]:
    asked = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    return list(connection.execute(text(asked)).scalars())


def bring_up_to_date(store: Store, backup: str | None) -> str | None:
    """Brings an older store to our schema, after a backup; the name of that, None where nothing was to be done.

    Raises: StoreError for a store that is none, or of a newer OnRecord; then nothing is changed.
    """
    with telling(store.engine.url):
        found = schema_of(store.engine)
    if found is None:
        raise StoreError(store.name, "is empty", "onrecord ingest SOURCE makes a store of it")
    refuse_newer(store.engine, found)
    if found == SCHEMA:
        return None
    target = backup or name_beside(store, found)
    back_up(store, target)
    migrate(store)
    return target
