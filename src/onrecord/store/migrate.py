"""Brings a database to our schema; only who makes or upgrades a store needs Alembic."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from onrecord.errors import StoreError
from onrecord.store import index, records
from onrecord.store.engine import SQLITE, WRITES, schema_of, telling
from onrecord.store.opening import Store, wait_for_turn

LOCATION = "onrecord.store:migrations"
FOUND_SINCE = "0005"  # the schema since which search and copies are found as they are now


def upgrade(connection: Connection, *, to: str = "head") -> None:
    """Makes the tables of a new store, or brings an older one up to date, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", LOCATION)
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def migrate(store: Store) -> None:
    """Brings an older store up to date, all or nothing. Raises: StoreError."""
    with telling(store.engine.url):
        before = schema_of(store.engine)
    engine = store.engine.execution_options(**{WRITES: True})
    with telling(store.engine.url), engine.connect() as connection, _without_cascades(connection), connection.begin():
        wait_for_turn(connection)
        upgrade(connection)
        index.set_up(connection)
        if before is None or before < FOUND_SINCE:
            records.entries_anew(connection)
        elif index.is_empty(connection):
            records.index_anew(connection)
        _refuse_orphans(connection, store.name)


@contextmanager
def _without_cascades(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew; what belongs to the rows of the old one must not go with it."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _refuse_orphans(connection: Connection, name: str) -> None:
    if connection.dialect.name != SQLITE:
        return
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan is not None:
        problem = f"holds rows that belong to nothing (in {orphan[0]}), and was left as it was"
        raise StoreError(name, problem, "onrecord check names them; take the last backup")
