"""Prints what the store costs and how fast it answers: `make bench-store STATEMENTS=1000000`."""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from bench.texts import archive, articles
from onrecord.evaluate.tables import Table, markdown
from onrecord.model import Actor, Event, Evidence, Record, Statement, document_id
from onrecord.pipeline import load_tools, process
from onrecord.store import Store, open_store
from onrecord.store.found import found
from onrecord.store.rows import SHAPES
from onrecord.store.search import Filter, facet_counts, search

STATEMENTS = 50_000  # that the store holds unless more are asked for
READ = 300  # real records of which the others are made
FEW = 1_000  # documents whose rate the later ones are held against
SEED = 20310512
FIRST_DAY = date(2005, 1, 1)
DAYS = 7_300  # over which the documents are spread
QUERIES = 300
PAGE = 20  # hits of a page
HUNDREDTH = 99 * PAGE  # hits before the hundredth page
AT = datetime(2031, 5, 12, tzinfo=UTC)


Kept = TypeVar("Kept", Actor, Event, Statement)


@dataclass(slots=True)
class Filling:
    """How long it took to store how much: seconds of each thousand documents, and the bytes at the end."""

    statements: int
    documents: int
    seconds: list[float]
    size: int


def main() -> None:
    """Fill a store and ask it, and print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    real, reading = _real()
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        place = Path(folder) / "store.db"
        with open_store(place) as store:
            print(markdown(_filling(_fill(store, place, real, wanted), reading)))
            print(markdown(_searching(store, real)))


def _real() -> tuple[list[Record], float]:
    """Real records, or made-up ones where no archive is there; and how many seconds it took to read one."""
    tools = load_tools()
    pages = archive(READ) or articles(READ)
    process(pages[0], tools)
    started = time.perf_counter()
    read = [record for page in pages if isinstance(record := process(page, tools), Record)]
    return [record for record in read if record.statements], (time.perf_counter() - started) / len(pages)


def _fill(store: Store, place: Path, real: Sequence[Record], wanted: int) -> Filling:
    chance = random.Random(SEED)
    filling, took = Filling(0, 0, [], 0), 0.0
    for number in count():
        if filling.statements >= wanted:
            break
        record = _another(real[number % len(real)], number, chance)
        started = time.perf_counter()
        store.save(record, page=str(number), reader="bench", at=AT)
        took += time.perf_counter() - started
        filling.statements += len(record.statements)
        filling.documents += 1
        if filling.documents % FEW == 0:
            filling.seconds.append(took)
            took = 0.0
    filling.size = place.stat().st_size
    return filling


def _another(record: Record, number: int, chance: random.Random) -> Record:
    """The record as if another text of another day had said the same."""
    text = f"{record.document.text}\n{number}"
    id, day = document_id(text), FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    document = replace(
        record.document, id=id, text=text, uri=f"{record.document.uri}#{number}", published=day.isoformat()
    )
    return Record(
        document=document,
        findings=record.findings,
        actors=tuple(_moved(actor, id) for actor in record.actors),
        statements=tuple(replace(_moved(said, id), date=None) for said in record.statements),
        events=tuple(replace(_moved(done, id), date=None) for done in record.events),
    )


def _moved(kept: Kept, id: str) -> Kept:
    """A part of a record with its passages in another document."""
    fields: dict[str, Any] = {}
    for role, (_, several) in SHAPES[type(kept)].passages.items():
        held = getattr(kept, role)
        if several:
            fields[role] = tuple(replace(passage, doc_id=id) for passage in held)
        elif isinstance(held, Evidence):
            fields[role] = replace(held, doc_id=id)
    return replace(kept, **fields)


def _filling(filling: Filling, reading: float) -> Table:
    whole = sum(filling.seconds) / max(1, len(filling.seconds)) / FEW
    rates = [FEW / seconds for seconds in filling.seconds] or [0.0]
    return Table(
        title="Storing, SQLite",
        note="Storing may cost 5 percent of reading. The last rate is to be at least 0.9 of the first.",
        head=("documents", "statements", "GB", "reading ms", "storing ms", "percent", "first 1,000/s", "last 1,000/s"),
        rows=(
            (
                f"{filling.documents:,}",
                f"{filling.statements:,}",
                f"{filling.size / 2**30:.2f}",
                f"{1000 * reading:.1f}",
                f"{1000 * whole:.1f}",
                f"{100 * whole / reading:.1f}",
                f"{rates[0]:,.0f}",
                f"{rates[-1]:,.0f}",
            ),
        ),
    )


def _searching(store: Store, real: Sequence[Record]) -> Table:
    chance = random.Random(SEED)
    first: list[float] = []
    hundredth: list[float] = []
    with store.reading() as connection:
        counts = facet_counts(connection, Filter())
    told = [part.exact for record in real for said in record.statements for part in said.content]
    for asked in _questions(counts, told, chance):
        after = _time(store, asked, None, first)
        if after is not None:
            with store.reading() as connection:
                before = search(connection, asked, limit=HUNDREDTH).after
            if before is not None:
                _time(store, asked, before, hundredth)
    return Table(
        title="Searching by facets and words, newest first, milliseconds",
        note="A page of 20, with what it shows. The 95th percentile may be 50.",
        head=("page", "questions", "median", "95th percentile", "slowest"),
        rows=tuple(
            (
                name,
                f"{len(took)}",
                f"{statistics.median(took):.1f}",
                f"{sorted(took)[int(0.95 * len(took))]:.1f}",
                f"{max(took):.1f}",
            )
            for name, took in (("first", first), ("hundredth", hundredth))
            if took
        ),
    )


def _questions(counts: Mapping[str, Mapping[str, int]], told: Sequence[str], chance: random.Random) -> Iterator[Filter]:
    names = [name for name in ("speaker", "country", "issue", "act", "type", "role", "manner") if name in counts]
    for _ in range(QUERIES):
        chosen = chance.sample(names, chance.randint(1, 3))
        facets = {name: chance.choices([*counts[name]], [*counts[name].values()]) for name in chosen}
        words = chance.choice(chance.choice(told).split()) if chance.random() < 0.5 else ""
        yield Filter(text=words, facets=facets)


def _time(store: Store, asked: Filter, after: int | None, took: list[float]) -> int | None:
    started = time.perf_counter()
    with store.reading() as connection:
        hits = search(connection, asked, limit=PAGE, after=after)
        found(connection, hits.hits)
    took.append(1000 * (time.perf_counter() - started))
    return hits.after


if __name__ == "__main__":
    main()
