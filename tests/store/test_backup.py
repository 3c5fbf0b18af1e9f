"""A backup is a store that opens and holds the same, wherever it came from and whoever wrote meanwhile."""

import multiprocessing
import time
from datetime import UTC, datetime

import pytest

from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.backup import back_up
from onrecord.store.checking import check
from onrecord.store.search import Filter, search

AT = datetime(2031, 5, 12, tzinfo=UTC)
TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."
LATER = f"{TALKS} Putin said Russia would not."
OTHER = "Foreign Minister Wang Yi said on 3 May 2031 that talks would resume."


def contents(store):
    """All that a store holds, and what is found in it."""
    with store.reading() as connection:
        hits = search(connection, Filter(text="talks")).hits, search(connection, Filter()).hits
    return list(store.load(range(1, 10))), store.current(), hits


@pytest.fixture
def filled(store, keep, record_of):
    keep(record_of(TALKS), record_of(LATER), record_of(OTHER, uri="b.txt"))
    return store


def test_a_backup_holds_the_same(filled, tmp_path, keep, record_of):
    back_up(filled, str(tmp_path / "copy.db"))
    before = contents(filled)
    keep(record_of(TALKS, uri="c.txt"))
    with open_store(tmp_path / "copy.db", make=False) as copy:
        assert contents(copy) == before
        assert list(check(copy)) == []
        assert copy.save(record_of(OTHER), page="p", reader="test", at=AT) == 4
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("copy")) == ["copy.db"]


@pytest.mark.postgres
def test_a_store_moves_into_a_database(filled, databases, record_of):
    place = databases()
    back_up(filled, place)
    with open_store(place, make=False) as copy:
        assert contents(copy) == contents(filled)
        assert list(check(copy)) == []
        assert copy.save(record_of(OTHER), page="p", reader="test", at=AT) == 4
    with pytest.raises(StoreError, match="is there already"):
        back_up(filled, place)


def test_what_is_there_is_not_written_over(filled, tmp_path):
    path = tmp_path / "thesis.doc"
    path.write_text("ten years of work")
    with pytest.raises(StoreError, match="is there already"):
        back_up(filled, str(path))
    assert path.read_text() == "ten years of work"


def test_a_folder_that_is_not_there(filled, tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        back_up(filled, str(tmp_path / "none" / "copy.db"))


def _write(place, record, over):
    with open_store(place) as store:
        for number in range(10_000):
            store.save(record, page=f"p{number}", reader="test", at=AT)
            if over.is_set():
                return


def test_a_backup_is_of_one_moment_while_others_write(place, store, record_of, tmp_path):
    context = multiprocessing.get_context("spawn")
    over = context.Event()
    writer = context.Process(target=_write, args=(place, record_of(LATER), over))
    writer.start()
    try:
        until = time.monotonic() + 30
        while not store.current() and time.monotonic() < until:
            time.sleep(0.05)
        for number in range(3):
            back_up(store, str(tmp_path / f"copy-{number}.db"))
    finally:
        over.set()
        writer.join(60)
    assert writer.exitcode == 0
    for number in range(3):
        with open_store(tmp_path / f"copy-{number}.db", make=False) as copy:
            assert list(check(copy)) == []
            assert len(copy.current()) == 1
