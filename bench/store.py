"""Prints what the store costs and how fast it answers: `make bench-store STATEMENTS=1000000 DOCUMENTS=100000`."""

import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.asking import answers, tables
from bench.made import Maker, maker
from bench.texts import articles, sample
from onrecord.evaluate.tables import Table, markdown
from onrecord.model import Page, Record
from onrecord.pipeline import load_tools, process
from onrecord.settings import DEFAULTS
from onrecord.store import Store, open_store
from onrecord.store.loading import Loading
from onrecord.store.prepared import Prepared, prepare

STATEMENTS = 50_000  # that the store holds when it is asked, unless more are asked for
DOCUMENTS = 2_000  # that it holds at the end, the same
READ = 1_000  # real documents of which the others are made
TIMED = 300  # of them, whose reading and storing is timed
FEW = 1_000  # documents of the store that a large one is held against
COMPARED = 1_000  # documents that both are given, in turn
WORKERS = 2
AT = datetime(2031, 5, 12, tzinfo=UTC)

Done = TypeVar("Done")


@dataclass(slots=True)
class Took:
    """Seconds on the clock and of the processor, and how often."""

    clock: float = 0.0
    processor: float = 0.0
    times: int = 0

    def call(self, do: Callable[[], Done]) -> Done:
        """What it comes to; how long it takes is added."""
        clock, processor = time.perf_counter(), time.process_time()
        done = do()
        self.clock += time.perf_counter() - clock
        self.processor += time.process_time() - processor
        self.times += 1
        return done


def main() -> None:
    """Fill a store and ask it, and print the figures."""
    statements, documents, *_ = (*map(int, sys.argv[1:]), *(STATEMENTS, DOCUMENTS)[len(sys.argv) - 1 :])
    pages = sample(READ) or articles(TIMED)
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        print(markdown(_costs(pages[:TIMED], Path(folder))), flush=True)
        real = _records(pages, Path(folder))
        made = maker(real)
        place = Path(folder) / "store.db"
        with open_store(place) as store, open_store(Path(folder) / "small.db") as small:
            held, told = _fill(store, made, 0, lambda told, _: told >= statements)
            for table in tables(answers(store, real), f"{told:,} statements of {held:,} documents, SQLite"):
                print(markdown(table), flush=True)
            held, told = _fill(store, made, held, lambda _, number: number >= documents)
            _fill(small, made, held, lambda _, number: number >= held + FEW)
            print(markdown(_growth(store, small, made, held, place)), flush=True)
            print(markdown(_ingesting(store, small, pages, held)))


def _costs(pages: Sequence[Page], folder: Path) -> Table:
    """What each page takes, read and stored one after the other, and what the one who writes does in all."""
    tools = load_tools()
    for page in pages[:5]:
        process(page, tools)  # what is loaded at first use counts for nobody
    reading, preparing, writing = Took(), Took(), Took()
    with open_store(folder / "one.db") as store:
        for number, page in enumerate(pages):
            record = reading.call(partial(process, page, tools))
            if isinstance(record, Record):
                sent = preparing.call(partial(_sent, record))
                writing.call(partial(_received, store, sent, number))
    rows = [("reading", reading), ("making rows ready, where it is read", preparing), ("writing them", writing)]
    rows.append(("all that the writer does, with two workers", _ingest(pages, folder)))
    return Table(
        title="Storing real documents, SQLite, milliseconds for each",
        note="The writer may take 5 percent of reading.",
        head=("what", "documents", "clock", "processor", "percent of reading"),
        rows=tuple((name, *_figures(took, reading)) for name, took in rows),
    )


def _sent(record: Record) -> bytes:
    return pickle.dumps(prepare(record))


def _received(store: Store, sent: bytes, number: int) -> None:
    _write(store, pickle.loads(sent), number)


def _write(store: Store, read: Prepared, number: int) -> None:
    store.save_new(read, page=str(number), reader="bench", at=AT)


def _ingest(pages: Sequence[Page], folder: Path) -> Took:
    """A whole ingest: only the time of the processor counts, for on the clock the writer waits for its readers."""
    took = Took()
    with open_store(folder / "two.db") as store:
        took.call(partial(_load, store, pages))
    return Took(0, took.processor, len(pages))


def _figures(took: Took, reading: Took) -> tuple[str, ...]:
    own, whole = took.processor / took.times, reading.processor / reading.times
    clock = f"{1000 * took.clock / took.times:.1f}" if took.clock else ""
    return f"{took.times}", clock, f"{1000 * own:.1f}", f"{100 * own / whole:.1f}"


def _records(pages: Sequence[Page], folder: Path) -> list[Record]:
    with open_store(folder / "real.db") as store:
        _load(store, pages)
        return list(store.load(store.current()))


def _fill(store: Store, made: Maker, number: int, is_enough: Callable[[int, int], bool]) -> tuple[int, int]:
    """Stores documents from this number on; the number of the next, and how many statements they have."""
    told = 0
    while not is_enough(told, number):
        read = prepare(made.record(number))
        _write(store, read, number)
        told += len(read.rows["statement"])
        number += 1
    return number, told


def _growth(store: Store, small: Store, made: Maker, held: int, place: Path) -> Table:
    """Both stores are given the same documents in turn, so that whatever else the machine does slows both."""
    took = {"small": Took(), "large": Took()}
    for number in range(held + FEW, held + FEW + COMPARED):
        read = prepare(made.record(number))
        for name, one in (("small", small), ("large", store)):
            took[name].call(partial(_write, one, read, number))
    first, last = took["small"], took["large"]
    rows = [_grown(name, *sizes) for name, *sizes in ((f"{FEW:,}", first, first), (f"{held:,}", last, first))]
    return Table(
        title="Storing alone into a small and into a large store, SQLite, documents a second",
        note=f"{COMPARED:,} documents, each to one and then to the other; the large one, of "
        f"{place.stat().st_size / 2**30:.1f} GB.",
        head=("documents held", "by the clock", "of the small one's", "by the processor", "of the small one's"),
        rows=tuple(rows),
    )


def _ingesting(store: Store, small: Store, pages: Sequence[Page], held: int) -> Table:
    """Whole runs into both stores, of the same pages in turn: how fast they are read and stored."""
    took = {"small": Took(), "large": Took()}
    for batch in (pages[:TIMED], pages[TIMED : 2 * TIMED]):
        for name, one in (("small", small), ("large", store)):
            took[name].call(partial(_load, one, batch))
    number = len(pages[: 2 * TIMED])
    rates = {name: number / one.clock for name, one in took.items()}
    sizes = {"small": FEW, "large": held}
    return Table(
        title="Ingesting real documents into both stores with two workers",
        note=f"{number:,} documents, read and stored, in runs of {TIMED} with their start; the large store is to reach "
        "0.9 of the small one.",
        head=("documents held", "documents a second", "of the small one's"),
        rows=tuple((f"{sizes[name]:,}", f"{rate:.1f}", f"{rate / rates['small']:.2f}") for name, rate in rates.items()),
    )


def _load(store: Store, pages: Sequence[Page]) -> None:
    for _ in Loading(store=store, settings=DEFAULTS, workers=WORKERS, now=lambda: AT).load(pages):
        pass


def _grown(name: str, took: Took, first: Took) -> tuple[str, ...]:
    return (
        name,
        f"{took.times / took.clock:.0f}",
        f"{first.clock / took.clock:.2f}",
        f"{took.times / took.processor:.0f}",
        f"{first.processor / took.processor:.2f}",
    )


if __name__ == "__main__":
    main()
