"""A store of the first schema, with records in it, is brought to ours, and loses nothing."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import MetaData, insert, select

from onrecord.errors import StoreError
from onrecord.model import Matter
from onrecord.store import entries, index, open_store
from onrecord.store.correct import Teller, correct
from onrecord.store.engine import address, connect
from onrecord.store.migrate import upgrade
from onrecord.store.opening import Store, make_tables
from onrecord.store.search import Filter, search
from onrecord.store.tables import entry

AT = datetime(2031, 5, 12, tzinfo=UTC)
FIRST = "0001"
TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."


@pytest.fixture
def old(request, tmp_path, place, record_of):
    """The place of a store of the first schema that holds two documents, and what they yield."""
    is_sqlite = "://" not in place
    records = [record_of(TALKS), record_of(TALKS, uri="b.txt")]
    with open_store(str(tmp_path / "new.db") if is_sqlite else request.getfixturevalue("databases")()) as new:
        for record in records:
            new.save(record, page="p", reader="test", at=AT)
        store = Store(connect(address(place)))
        with store.writing() as connection:
            upgrade(connection, to=FIRST)
            tables = MetaData()
            tables.reflect(connection)
            with new.reading() as held:
                _copy(held, connection, tables)
            _index(connection, records)
        store.close()
    return place, records


def _copy(held, connection, tables):
    for table in tables.sorted_tables:
        if not table.name.startswith(("entry_words", "alembic")):
            rows = [row._asdict() for row in held.execute(select(table))]
            if rows:
                connection.execute(insert(table), rows)


def _index(connection, records):
    for key, record in enumerate(records, 1):
        rows = connection.execute(select(entry).where(entry.c.document == key).order_by(entry.c.number))
        kept = [None, *record.statements, *record.events]
        index.add(
            connection,
            [
                index.Indexed(row.key, entries._words(one, record), row.facets)
                for row, one in zip(rows, kept, strict=True)
            ],
        )


def test_a_store_of_the_first_schema_loses_nothing(old):
    place, records = old
    with pytest.raises(StoreError, match="run onrecord migrate"):
        open_store(place)
    store = Store(connect(address(place)))
    make_tables(store)
    store.close()
    with open_store(place) as store:
        assert list(store.load(store.current())) == records
        assert [one.record for one in store.corrected(store.current())] == records
        said = records[0].statements[0]
        with store.writing() as connection:
            correct(connection, [said.id], {Matter.DATE: ("2030",)}, Teller(by="ann", at="2031-06-01T10:00:00+00:00"))
        with store.reading() as connection:
            hits = search(connection, Filter(text="help", facets={"review": ["corrected"]})).hits
        assert [hit.day for hit in hits] == ["2030-01-01", "2030-01-01"]
