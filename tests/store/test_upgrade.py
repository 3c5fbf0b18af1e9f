"""An older store is brought up to date with all that is in it, after a backup, or left as it was."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import MetaData, func, insert, inspect, select, text, update

from onrecord.errors import StoreError
from onrecord.store import backup, migrate, open_store, opening, upkeep
from onrecord.store.checking import check
from onrecord.store.engine import SCHEMA, SQLITE, schema_of
from onrecord.store.index import TABLE, Indexed, vector
from onrecord.store.opening import attach
from onrecord.store.search import Filter, Owner, search
from onrecord.store.tables import document, entry
from onrecord.store.upkeep import bring_up_to_date

AT = datetime(2031, 5, 12, tzinfo=UTC)
FIRST = "0001"
# What a store of the first schema held, table by table, and the words of its index.
ROWS = json.loads((Path(__file__).parent / "first_schema.json").read_text(encoding="utf-8"))

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{last}"


def upgrade():
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("document", recreate="{recreate}" if is_sqlite else "auto") as batch:
        batch.add_column(sa.Column("rank", sa.Integer()))
    op.execute("UPDATE document SET rank = {rank}")
"""


def fill(place):
    """Makes a store of the first schema with what it held."""
    with opening.Store(opening.connect(opening.address(place))) as store, store.writing() as connection:
        migrate.upgrade(connection, to=FIRST)
        tables = MetaData()
        tables.reflect(connection, only=lambda name, _: name in ROWS and name != TABLE)
        for table in tables.sorted_tables:
            connection.execute(insert(table), ROWS[table.name])
        is_sqlite = connection.dialect.name == SQLITE
        if is_sqlite:
            into = f"INSERT INTO {TABLE} (rowid, words, facets) VALUES (:key, :words, :facets)"
            connection.execute(text(into), ROWS[TABLE])
            return
        for row in ROWS[TABLE]:
            told = vector(Indexed(row["key"], row["words"], row["facets"]))
            into = f"INSERT INTO {TABLE} (key, search) VALUES (:key, CAST(:search AS tsvector))"
            connection.execute(text(into), {"key": row["key"], "search": told})
        connection.execute(text("SELECT setval(pg_get_serial_sequence('document', 'key'), max(key)) FROM document"))


def lost(store):
    """The rows of the first schema that a store no longer has, by the columns that they had."""
    gone = []
    with store.reading() as connection:
        tables = MetaData()
        tables.reflect(connection, only=lambda name, _: name in ROWS and name != TABLE)
        for table in tables.sorted_tables:
            columns = [table.c[name] for name in ROWS[table.name][0]]
            held = [dict(row) for row in connection.execute(select(*columns)).mappings()]
            gone += [(table.name, row) for row in ROWS[table.name] if row not in held]
    return gone


def found(store):
    with store.reading() as connection:
        return [hit.key for hit in search(connection, Filter(text="talks")).hits]


def test_a_store_of_the_first_schema_is_brought_up_to_date(place, tmp_path):
    fill(place)
    with attach(place) as store:
        target = bring_up_to_date(store, str(tmp_path / "before.db"))
        assert (target is None) == (SCHEMA == FIRST)
        assert bring_up_to_date(store, None) is None
        assert lost(store) == []
    with open_store(place, make=False) as store:
        assert list(check(store)) == []
        assert len(list(store.load([1, 2, 3]))) == 3
        assert store.current() == [2, 3]
        assert found(store)


@pytest.fixture
def newer(monkeypatch, tmp_path):
    """Makes OnRecord know of one more schema."""

    def newer(*, recreate="auto", rank="7"):
        folder = tmp_path / "migrations"
        shutil.copytree(Path(migrate.__file__).parent / "migrations", folder)
        content = NEXT.format(last=SCHEMA, recreate=recreate, rank=rank)
        (folder / "versions" / "9999_next.py").write_text(content, encoding="utf-8")
        monkeypatch.setattr(migrate, "LOCATION", str(folder))
        for module in (opening, backup, upkeep):
            monkeypatch.setattr(module, "SCHEMA", "9999")

    return newer


@pytest.mark.parametrize("recreate", ["auto", "always"])
def test_the_next_schema(place, newer, tmp_path, recreate):
    fill(place)
    with attach(place) as store:
        bring_up_to_date(store, str(tmp_path / "first.db"))
    newer(recreate=recreate)
    with pytest.raises(StoreError, match="run onrecord migrate"):
        open_store(place)
    before = tmp_path / "before.db"
    with attach(place) as store:
        assert bring_up_to_date(store, str(before)) == str(before)
        assert lost(store) == []
        assert found(store)
        assert bring_up_to_date(store, str(before)) is None
        with store.reading() as connection:
            assert connection.execute(text("SELECT DISTINCT rank FROM document")).scalars().all() == [7]
    with attach(before) as kept:
        assert schema_of(kept.engine) == SCHEMA
        assert lost(kept) == []
        assert bring_up_to_date(kept, None) == f"{before}.schema-{SCHEMA}"
        assert found(kept)
    with open_store(place) as store, store.writing() as connection:
        assert _foreign_keys(connection) == [(1,)]


def _foreign_keys(connection):
    is_sqlite = connection.dialect.name == SQLITE
    return connection.exec_driver_sql("PRAGMA foreign_keys" if is_sqlite else "SELECT 1").all()


def inspect_columns(connection):
    return {column["name"] for column in inspect(connection).get_columns("document")}


def test_an_upgrade_that_fails_changes_nothing(place, newer, tmp_path):
    fill(place)
    with attach(place) as store:
        bring_up_to_date(store, str(tmp_path / "first.db"))
        newer(rank="no_such_column")
        with pytest.raises(StoreError, match="no_such_column"):
            bring_up_to_date(store, str(tmp_path / "before.db"))
        assert schema_of(store.engine) == SCHEMA
        assert lost(store) == []
        with store.reading() as connection:
            assert connection.execute(select(func.count()).select_from(text("document"))).scalar() == 3
            assert "rank" not in inspect_columns(connection)


def test_no_upgrade_without_a_backup(place, newer, tmp_path):
    fill(place)
    with attach(place) as store:
        bring_up_to_date(store, str(tmp_path / "first.db"))
        newer()
        (tmp_path / "before.db").write_text("ten years of work")
        with pytest.raises(StoreError, match="is there already"):
            bring_up_to_date(store, str(tmp_path / "before.db"))
        assert schema_of(store.engine) == SCHEMA


@pytest.mark.parametrize(("version", "told"), [("99999", "newer OnRecord"), (None, "is empty")])
def test_what_cannot_be_upgraded(place, version, told):
    if version is not None:
        with open_store(place) as store, store.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    elif "://" not in place:
        Path(place).touch()
    with attach(place) as store, pytest.raises(StoreError, match=told):
        bring_up_to_date(store, None)


def test_vacuum_takes_no_row_away(place):
    fill(place)
    with attach(place) as store:
        bring_up_to_date(store, None) if "://" not in place else migrate.migrate(store)
        before, after = upkeep.vacuum(store)
        assert after <= before * 2
        assert lost(store) == []
        assert found(store)
        assert list(check(store)) == []


def test_space_is_not_given_back_while_somebody_reads(tmp_path, monkeypatch):
    monkeypatch.setattr(upkeep, "READERS", 0.1)
    with open_store(tmp_path / "store.db") as store:
        with store.reading() as connection:
            connection.execute(select(document)).all()
            with pytest.raises(StoreError, match="is being read by another program"):
                upkeep.vacuum(store)
        upkeep.vacuum(store)
    assert not (tmp_path / "store.db-wal").exists()


def test_outlets_of_every_script_are_told_apart_after_an_upgrade(place, record_of, tmp_path):
    """Before the schema 0005, all letters that are not Latin were one."""
    outlets = ("Правда", "新华社", "Die Süddeutsche")
    with open_store(place) as store:
        for number, outlet in enumerate(outlets):
            record = record_of("Norland opposes the sanctions.", uri=f"{number}.txt")
            document = replace(record.document, publisher=outlet)
            store.save(replace(record, document=document), page="p", reader="test", at=AT)
        with store.writing() as connection:
            connection.execute(update(entry).values(facets="is:document outlet:_"))
            connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    with attach(place) as store:
        bring_up_to_date(store, str(tmp_path / "before.db"))
        with store.reading() as connection:
            for number, outlet in enumerate((*outlets[:2], "die suddeutsche"), 1):
                asked = Filter(owners=(Owner.DOCUMENT,), facets={"outlet": [outlet]})
                assert [hit.document for hit in search(connection, asked).hits] == [number]
        assert list(check(store)) == []
