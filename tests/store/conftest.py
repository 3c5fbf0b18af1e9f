"""Stores in SQLite and in a PostgreSQL that is started for the tests, and records to keep in them."""

import os
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from bench.servers import QUIET, binaries, running

from onrecord.model import Page, Record
from onrecord.pipeline import process
from onrecord.store import open_store

AT = datetime(2031, 5, 12, 9, 30, tzinfo=UTC)


@contextmanager
def _running(options):
    """A new server; where none is installed the test is skipped, but on a build server it fails."""
    programs = binaries()
    if programs is None and os.environ.get("CI") == "true":
        pytest.fail("no PostgreSQL is installed, and a build server must start one")
    if programs is None:
        pytest.skip("no PostgreSQL is installed (looked for initdb)")
    with running(programs, options) as made:
        yield made


@pytest.fixture(scope="session")
def server():
    """Where a PostgreSQL listens that all tests share."""
    with _running(QUIET) as made:
        yield made.address


@pytest.fixture
def own_server():
    """A PostgreSQL for one test alone, which may stop it."""
    with _running("") as made:
        yield made


@pytest.fixture(scope="session")
def databases(server):
    """Makes empty databases, each with its address."""
    from sqlalchemy import create_engine, text  # with the driver only where there is a server

    engine = create_engine(server.format(name="postgres").replace("postgresql", "postgresql+psycopg"))
    made = []

    def database():
        made.append(f"store_{len(made)}")
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"CREATE DATABASE {made[-1]}"))
        return server.format(name=made[-1])

    yield database
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def place(request, tmp_path):
    """Where a new store can be made, in each kind of database."""
    return str(tmp_path / "store.db") if request.param == "sqlite" else request.getfixturevalue("databases")()


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        yield opened


@pytest.fixture(scope="session")
def record_of(tools):
    """A text -> its record, as read from a page."""

    def record_of(text, uri="a.txt", published="2031-05-12"):
        record = process(Page(uri=uri, content=text.encode(), published_otherwise=published), tools)
        assert isinstance(record, Record)
        return record

    return record_of


@pytest.fixture
def keep(store):
    """Keeps records in the store; their keys."""
    return lambda *records: [store.save(one, page=f"page {one.document.id}", reader="test", at=AT) for one in records]
