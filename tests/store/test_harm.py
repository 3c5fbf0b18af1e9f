"""What goes wrong with a database in the middle of the work is told in one line; what was stored stays, and goes on."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onrecord.errors import OnRecordError, StoreError
from onrecord.model import Page
from onrecord.settings import DEFAULTS
from onrecord.store import loading, open_store
from onrecord.store.checking import check
from onrecord.store.found import found
from onrecord.store.loading import Loading
from onrecord.store.opening import attach
from onrecord.store.search import Filter, search
from onrecord.store.tables import document

AT = datetime(2031, 5, 12, tzinfo=UTC)
TEXTS = 12
NOBODY = 65534
SEED = 20310512  # of the bytes that are flipped
LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
from onrecord.cli import main
main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Texts of some length."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(TEXTS):
        text = f"Macron met Putin in Moscow. Macron said that {number} ships had left. " + "Nobody knew why. " * 8
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def command(*arguments, limit=None):
    """A command of ours as a process; `limit` is how many bytes a file may have."""
    start = ["-c", LIMIT.format(size=limit)] if limit else ["-m", "onrecord"]
    return subprocess.Popen(
        [sys.executable, *start, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ingest(folder, place, *, limit=None):
    return command("ingest", folder, "--store", place, "--workers", "1", limit=limit)


def ended(running):
    """How a process ended, and the lines of its standard error."""
    out, err = running.communicate(timeout=120)
    assert "Traceback" not in out + err
    return running.returncode, err.splitlines()


def versions(place):
    with open_store(place, make=False) as store, store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(func.count(), func.max(document.c.version)))]


def sound(place):
    with open_store(place, make=False) as store:
        return list(check(store)) == []


def test_a_full_disk(folder, tmp_path):
    place = tmp_path / "store.db"
    code, err = ended(ingest(folder, place, limit=700_000))
    assert code == 1
    assert [line for line in err if line.startswith(f"{place}: cannot")] == err[-1:]
    assert "make room and run this again" in err[-1]
    assert 0 < versions(place)[0][0] < TEXTS
    assert sound(place)
    assert ended(ingest(folder, place))[0] == 0
    assert versions(place) == [(TEXTS, 1)]
    assert sound(place)


def test_a_database_that_may_not_grow(tmp_path, record_of):
    record = record_of("Macron said that ships had left. " * 40)
    with open_store(tmp_path / "store.db") as store:
        store.save(record, page="p", reader="test", at=AT)
        before = list(store.load([1]))
        with closing(store.engine.raw_connection()) as connection:
            (pages,) = connection.cursor().execute("PRAGMA page_count").fetchone()
            connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"):
            store.save(record, page="q", reader="test", at=AT)
        assert list(store.load([1, 2])) == before
        assert list(check(store)) == []


@contextmanager
def as_somebody_else():
    """Whoever runs the tests, without the rights of root, who may write everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder that anybody may look into."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", [0o777, 0o555])
def test_a_file_that_may_only_be_read(open_folder, record_of, mode):
    path = open_folder / "store.db"
    record = record_of("Macron said that ships had left.")
    with open_store(path) as store:
        store.save(record, page="p", reader="test", at=AT)
    path.chmod(0o444)
    open_folder.chmod(mode)
    with as_somebody_else():
        [told] = complaints(lambda: write(path, record))
        read = complaints(lambda: faults(path))
    assert "cannot be written (it is read-only; give yourself the right to write it and its folder)" in told
    assert read == []
    with open_store(path) as store:
        assert list(store.load([1, 2])) == [record]


def test_what_is_written_beside_a_file_in_a_closed_folder_is_not_overlooked(open_folder, record_of):
    """A program that is killed leaves what it wrote last in the second file; without it the store would lack that."""
    path = open_folder / "store.db"
    with open_store(path) as store:
        store.save(record_of("Macron said that ships had left."), page="p", reader="test", at=AT)
        killed = open_folder / "killed.db"
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{killed}{end}")
    assert killed.with_name("killed.db-wal").stat().st_size
    open_folder.chmod(0o555)
    with as_somebody_else():
        [told] = complaints(lambda: faults(killed))
    assert "cannot be" in told


def write(path, record):
    with open_store(path) as store:
        store.save(record, page="q", reader="test", at=AT)


def use(path, record):
    """Does with a store what the commands do."""
    with open_store(path, make=False) as store:
        with store.reading() as connection:
            found(connection, search(connection, Filter(text="ships")).hits)
        list(store.load(store.current()))
        store.save(record, page="new", reader="test", at=AT)


def complaints(doing):
    """What a user is told of something that may go wrong; anything that is no error of ours is raised."""
    try:
        doing()
    except OnRecordError as error:
        return [str(error)]
    return []


def faults(path):
    with attach(path) as store:
        return [str(fault) for fault in check(store)]


def test_bytes_that_have_changed(tmp_path, record_of):
    whole = tmp_path / "whole.db"
    with open_store(whole) as store:
        for number in range(20):
            record = record_of(f"Macron met Putin. Macron said that {number} ships had left.", uri=f"{number}.txt")
            store.save(record, page="p", reader="test", at=AT)
    content = whole.read_bytes()
    chance, seen = random.Random(SEED), 0
    for _ in range(60):
        harmed, at = bytearray(content), chance.randrange(0, len(content) - 64)
        harmed[at : at + 64] = chance.randbytes(64)
        path = tmp_path / "harmed.db"
        path.write_bytes(harmed)
        told = complaints(lambda path=path: use(path, record))
        seen += len(told)
        path.write_bytes(harmed)
        told += complaints(lambda path=path, told=told: told.extend(faults(path)))
        assert all(len(line.splitlines()) == 1 for line in told)
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    assert seen > 5


def test_a_page_that_is_gone_is_told_of(tmp_path, record_of):
    path = tmp_path / "store.db"
    with open_store(path) as store:
        for number in range(20):
            record = record_of(f"Macron said that {number} ships had left.", uri=f"{number}.txt")
            store.save(record, page="p", reader="test", at=AT)
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'statement'"
        ((page,),) = connection.execute(asked).fetchall()
        ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    assert any(fault.startswith("file: ") for fault in faults(path))
    with pytest.raises(StoreError, match="is damaged"):
        use(path, record)


def pages(count):
    return [Page(uri=f"{number}", content=f"Macron said {number} ships left.".encode()) for number in range(count)]


@pytest.mark.postgres
def test_a_server_that_goes_away_and_comes_back_costs_nothing(own_server, tools, monkeypatch):
    monkeypatch.setattr(loading, "PATIENCE", (0.2, 0.5, 1, 2, 4))
    with open_store(own_server.address.format(name="postgres")) as store:
        run = Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: AT)
        back = threading.Timer(1, own_server.start)
        outcomes = []
        for done in run.load(pages(12)):
            outcomes.append(done.outcome.value)
            if len(outcomes) in (3, 8):
                back.join() if back.is_alive() else None
                own_server.stop("immediate" if len(outcomes) == 3 else "fast")
                back = threading.Timer(1, own_server.start)
                back.start()
        back.join()
        assert outcomes == ["new"] * 12
        assert list(check(store)) == []
        assert len(store.current()) == 12


@pytest.mark.postgres
def test_a_server_that_stays_away_is_told_of_and_the_run_goes_on_later(own_server, tools, monkeypatch):
    monkeypatch.setattr(loading, "PATIENCE", (0.1, 0.1))
    place = own_server.address.format(name="postgres")
    with open_store(place) as store:
        run = iter(Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: AT).load(pages(6)))
        assert [next(run).outcome.value for _ in range(3)] == ["new"] * 3
        own_server.stop("fast")
        [told] = complaints(lambda: next(run))
        assert "went away" in told or "does not answer" in told
        assert len(told.splitlines()) == 1
    with pytest.raises(StoreError, match="does not answer"):
        open_store(place)
    own_server.start()
    with open_store(place) as store:
        run = Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: AT)
        assert [done.outcome.value for done in run.load(pages(6))] == ["unchanged"] * 3 + ["new"] * 3
        assert list(check(store)) == []


def test_two_may_read_while_one_writes(folder, place, store):
    writer = ingest(folder, place)
    readers, asked = {}, 0
    until = time.monotonic() + 120
    while writer.poll() is None and time.monotonic() < until:
        for number in (1, 2):
            if number not in readers or readers[number].poll() is not None:
                if number in readers:
                    code, err = ended(readers[number])
                    assert (code, "locked" in " ".join(err)) == (0, False), err
                    asked += 1
                readers[number] = command("search", "ships", "--counts", "--store", place)
        with store.reading() as connection:
            search(connection, Filter(text="ships"))
        time.sleep(0.05)
    assert all(ended(reader)[0] == 0 for reader in readers.values())
    assert ended(writer)[0] == 0
    assert asked >= 2
    assert versions(place) == [(TEXTS, 1)]


def test_two_may_write_at_once_into_a_store_that_is_not_there_yet(folder, place):
    writers = [ingest(folder, place) for _ in range(2)]
    told = [ended(writer) for writer in writers]
    assert [code for code, _ in told] == [0, 0], told
    assert versions(place) == [(TEXTS, 1)]
    assert sound(place)
