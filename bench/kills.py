"""Kills one ingest after another at random moments, and looks at what the store holds: `make bench-kills`."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bench.servers import binaries, running
from bench.texts import articles
from onrecord.errors import StoreError
from onrecord.evaluate.tables import Table, markdown
from onrecord.ingest import SourceOptions, pages
from onrecord.model import Record
from onrecord.settings import DEFAULTS
from onrecord.store import open_store
from onrecord.store.checking import check
from onrecord.store.loading import Loading
from onrecord.store.tables import document

KILLS = 100
TEXTS = 300
WORKERS = 2
SEED = 20310512  # of the moments at which a run is killed
START = 60  # seconds in which a run must have begun to write
EARLY = 0.1  # of the runs are killed at any moment of their first seconds, in which they may not have written yet
LOADING = 3  # seconds in which a run makes its tables and its workers load what they read with
LATEST = 0.2  # seconds after its first document at which it is killed: some four documents later at most
AT = datetime(2031, 5, 12, tzinfo=UTC)


@dataclass(slots=True)
class Killing:
    """What became of runs that were to be killed: `ended` were over before, and what each left when it died."""

    killed: int
    ended: int
    documents: list[int]


def main() -> None:
    """Kill and look, in each kind of database, and print the figures."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory(prefix="onrecord-kills-") as name:
        folder = Path(name) / "texts"
        folder.mkdir()
        for number, page in enumerate(articles(TEXTS)):
            (folder / f"{number:03}.txt").write_bytes(page.content)
        expected = undisturbed(folder, WORKERS)
        for kind, place in _places(Path(name)):
            print(markdown(_table([_row(kind, folder, place, kills, expected)])), flush=True)


def _places(folder: Path) -> Iterator[tuple[str, str]]:
    yield "SQLite", str(folder / "store.db")
    programs = binaries()
    if programs is not None:
        with running(programs) as server, _database(server.address, "kills") as place:
            yield "PostgreSQL", place


@contextmanager
def _database(address: str, name: str) -> Iterator[str]:
    from sqlalchemy import create_engine, text

    engine = create_engine(address.format(name="postgres").replace("postgresql", "postgresql+psycopg"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.format(name=name)
    engine.dispose()


def _row(kind: str, folder: Path, place: str, kills: int, expected: Mapping[str, Record]) -> tuple[str, ...]:
    began = time.monotonic()
    done = kill_runs(folder, place, kills, random.Random(SEED))
    whole = ingest(folder, place)
    whole.communicate()
    with open_store(place, make=False) as store:
        kept = {record.document.uri: record for record in store.load(store.current())}
        faults = len(list(check(store)))
    twice = count(place) - len(kept)
    lost, other = len(expected.keys() - kept.keys()), sum(kept[uri] != expected[uri] for uri in kept & expected.keys())
    last = max(done.documents, default=0)
    figures = (done.killed, last, len(kept), lost, twice, other, faults, round(time.monotonic() - began))
    return (kind, *map(str, figures))


def _table(rows: list[tuple[str, ...]]) -> Table:
    return Table(
        title=f"kill -9 again and again while {TEXTS} documents are ingested by {WORKERS} workers, then one whole run",
        note="Against a run that nobody disturbed: documents that are lost, kept twice, or hold other records.",
        head=("store", "killed", "documents by then", "at the end", "lost", "twice", "other", "faults", "seconds"),
        rows=tuple(rows),
    )


def ingest(folder: Path, place: str) -> subprocess.Popen[bytes]:
    """A run that ingests a folder."""
    command = [sys.executable, "-m", "onrecord", "ingest", str(folder), "--store", place, "--workers", str(WORKERS)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def count(place: str) -> int:
    """How many documents a store holds, older readings too; none where there is no store yet."""
    try:
        with open_store(place, make=False) as store, store.reading() as connection:
            return connection.execute(select(func.count()).select_from(document)).scalar_one()
    except StoreError:
        return 0


def kill_runs(folder: Path, place: str, kills: int, chance: random.Random) -> Killing:
    """Begins to ingest a folder again and again, and kills each run at a random moment, most while they write."""
    done = Killing(0, 0, [])
    for _ in range(kills):
        before, running, until = count(place), ingest(folder, place), time.monotonic() + START
        if chance.random() < EARLY:
            time.sleep(chance.uniform(0, LOADING))
        else:
            while running.poll() is None and count(place) == before and time.monotonic() < until:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, LATEST))
        if running.poll() is None:
            done.killed += 1
        else:
            done.ended += 1
        running.kill()
        running.communicate(timeout=30)  # its readers leave with it
        done.documents.append(count(place))
    return done


def undisturbed(folder: Path, workers: int = 1) -> Mapping[str, Record]:
    """What a run comes to that nobody disturbs: records by their addresses."""
    with open_store(":memory:") as store:
        loading = Loading(store=store, settings=DEFAULTS, workers=workers, now=lambda: AT)
        for _ in loading.load(pages(str(folder), SourceOptions())):
            pass
        return {record.document.uri: record for record in store.load(store.current())}


if __name__ == "__main__":
    main()
