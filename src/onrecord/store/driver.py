"""Asks a database what is asked for each document: SQLAlchemy tells how, once, and the driver is asked at once.

SQLAlchemy would look at each row of values and at each row of an answer, which takes longer than SQLite does. What
goes over the wire to PostgreSQL passes through it, for it knows what to do with a connection that breaks.
"""

import functools
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, Insert, Table, insert
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from onrecord.store.engine import POSTGRESQL, SQLITE

Values = tuple[Any, ...]  # the values of a row's columns, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as a database takes it, the names of its values in their order, and those that never change."""

    words: str
    order: Sequence[str]
    fixed: Mapping[str, Any]


INSERT = functools.cache(insert)
INSERT_NEW = {
    SQLITE: functools.cache(lambda table: insert_sqlite(table).on_conflict_do_nothing()),
    POSTGRESQL: functools.cache(lambda table: insert_postgresql(table).on_conflict_do_nothing()),
}


def insert_values(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Inserts rows: values in the order of the table's columns, as the driver takes them, those of JSON encoded."""
    _insert(connection, table, rows, INSERT)


def insert_new(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """The same, but those that are there already stay as they are."""
    _insert(connection, table, rows, INSERT_NEW[connection.dialect.name])


def _insert(connection: Connection, table: Table, rows: Sequence[Values], made: Callable[[Table], Insert]) -> None:
    if not rows:
        return
    told = _told(made(table), connection.dialect)
    if connection.dialect.name == SQLITE:
        run_for_each(connection, told.words, rows)
    else:
        names = table.columns.keys()
        connection.exec_driver_sql(told.words, [dict(zip(names, row, strict=True)) for row in rows])


def run_for_each(connection: Connection, statement: str, rows: Sequence[Values]) -> None:
    """Runs an SQLite statement for each row of values."""
    _driver(connection).executemany(statement, rows)


def run(connection: Connection, statement: ClauseElement, values: Mapping[str, Any]) -> Sequence[Values]:
    """The rows, if any, that a statement gives that is asked again and again; none of its values needs conversion."""
    told = _told(statement, connection.dialect)
    whole = {**told.fixed, **values}
    if connection.dialect.name == SQLITE:
        return _driver(connection).execute(told.words, [whole[name] for name in told.order]).fetchall()
    result = connection.exec_driver_sql(told.words, whole)
    return [tuple(row) for row in result] if result.returns_rows else ()


def _driver(connection: Connection) -> sqlite3.Connection:
    own = connection.connection.driver_connection
    assert isinstance(own, sqlite3.Connection)
    return own


@functools.cache
def _told(statement: ClauseElement, dialect: Dialect) -> Told:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    return Told(words=compiled.string, order=tuple(compiled.positiontup or ()), fixed=compiled.params)
