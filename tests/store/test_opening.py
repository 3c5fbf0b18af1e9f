"""A store that cannot be used says why in one line, and what to do; nothing in it is touched."""

import sqlite3
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.engine import SCHEMA, address, shown
from onrecord.store.index import TABLE
from onrecord.store.migrate import LOCATION
from onrecord.store.tables import metadata

LINE = "President Emmanuel Macron met President Vladimir Putin in Moscow."


def test_what_the_migrations_make_is_what_the_tables_say(store):
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, metadata) == []


def _is_ours(name, kind, _):
    return kind != "table" or not name.startswith(TABLE)


def test_the_schema_that_is_named_is_the_newest():
    config = Config()
    config.set_main_option("script_location", LOCATION)
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_a_store_is_opened_again(place, record_of):
    record = record_of(LINE)
    with open_store(place) as store:
        key = store.save(record, page="p", reader="test", at=datetime(2031, 5, 12, tzinfo=UTC))
    with open_store(place, make=False) as store:
        assert list(store.load([key])) == [record]


@pytest.mark.parametrize(("version", "told"), [("9999", "newer OnRecord"), ("0000", "run onrecord migrate")])
def test_a_store_of_another_version(place, version, told):
    with open_store(place) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    with pytest.raises(StoreError, match=told):
        open_store(place)


def test_a_store_that_does_not_say_its_version(place):
    with open_store(place) as store, store.writing() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(StoreError, match="is damaged"):
        open_store(place)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"Dear diary, " * 1000, "is not a store"), (b"", None)],
)
def test_a_file_that_is_none(tmp_path, content, told):
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    if told is None:
        open_store(path).close()
    else:
        with pytest.raises(StoreError, match=told):
            open_store(path)
        assert path.read_bytes() == content


def test_a_database_that_is_somebody_elses(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    connection.close()
    with pytest.raises(StoreError, match=r"holds other tables \(recipes\)"):
        open_store(path)


def test_a_store_that_is_not_there_is_not_made_where_that_is_not_asked_for(tmp_path):
    path = tmp_path / "store.db"
    with pytest.raises(StoreError, match="there is no store"):
        open_store(path, make=False)
    assert not path.exists()


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="does its folder exist"):
        open_store(tmp_path / "none" / "store.db")


@pytest.mark.parametrize("make", [True, False])
def test_a_folder_is_no_store(tmp_path, make):
    with pytest.raises(StoreError, match=r"is a folder \(name a file in it\)"):
        open_store(tmp_path, make=make)


def test_the_files_of_a_store(tmp_path):
    with open_store(tmp_path / "store.db") as store:
        assert {tmp_path.resolve() / f"store.db{end}" for end in ("", "-wal", "-shm")} <= store.files


def test_a_server_that_does_not_answer(tmp_path):
    with pytest.raises(StoreError, match=r"is the server running|No such file"):
        open_store(f"postgresql://nobody:secret@/none?host={tmp_path}")


@pytest.mark.parametrize(
    ("written", "told"),
    [("mysql://a/b", "mysql"), ("://here", "is no address")],
)
def test_an_address_that_is_none(written, told):
    with pytest.raises(StoreError, match=told):
        address(written)


def test_no_password_is_shown():
    assert shown(address("postgresql://ann:secret@example.org/records")) == "postgresql://ann:***@example.org/records"


def test_a_store_that_is_read_only(tmp_path):
    path = tmp_path / "store.db"
    open_store(path).close()
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert store.current() == []
        with pytest.raises(StoreError, match="is read-only"), store.writing() as connection:
            connection.execute(text("DELETE FROM failure"))
