"""What is asked of a database past SQLAlchemy gives what SQLAlchemy would give, and its complaints are told alike."""

import pytest
from sqlalchemy import bindparam, insert, select

from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.driver import insert_new, insert_values, run
from onrecord.store.tables import called, text

BY_NAME = select(called.c.actor).where(called.c.words == bindparam("name")).order_by(called.c.actor)
FIRST = BY_NAME.limit(1)
PUT = insert(text).values(id=bindparam("own"), characters=bindparam("said")).returning(text.c.id)


@pytest.fixture
def connection(place):
    with open_store(place) as store, store.writing() as connection:
        yield connection


def test_rows_are_found_as_they_were_put(connection):
    insert_values(connection, called, [("arlet", "arlet"), ("arlet", "arlet 2"), ("norhaven", "XNH")])
    assert run(connection, BY_NAME, {"name": "arlet"}) == [("arlet",), ("arlet 2",)]
    assert run(connection, FIRST, {"name": "arlet"}) == [("arlet",)]
    assert [tuple(row) for row in connection.execute(BY_NAME, {"name": "arlet"})] == [("arlet",), ("arlet 2",)]
    assert not run(connection, BY_NAME, {"name": "nobody"})


def test_what_is_there_stays(connection):
    insert_new(connection, text, [("a", "first")])
    insert_new(connection, text, [("a", "second"), ("b", "new")])
    insert_new(connection, text, [])
    held = connection.execute(select(text).order_by(text.c.id)).all()
    assert [tuple(row) for row in held] == [("a", "first"), ("b", "new")]


def test_a_statement_that_writes_may_give_rows_or_none(connection):
    assert run(connection, PUT, {"own": "a", "said": "words"}) == [("a",)]
    assert not run(connection, text.delete().where(text.c.id == bindparam("own")), {"own": "a"})
    assert not connection.execute(select(text)).all()


def test_complaints_are_told_in_one_line(place):
    with open_store(place) as store:
        with pytest.raises(StoreError, match="cannot be used: ") as told, store.writing() as connection:
            insert_values(connection, text, [("a", "first"), ("a", "second")])
        assert "\n" not in str(told.value)
        with store.reading() as connection:
            assert not connection.execute(select(text)).all()  # all or nothing
