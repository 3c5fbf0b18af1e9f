"""How fast a store answers: questions of each kind, drawn from what it holds, for their first and hundredth page."""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bench.made import DAYS, FIRST_DAY, SEED, WORD
from onrecord.evaluate.tables import Table
from onrecord.model import Record
from onrecord.store import Store
from onrecord.store.found import found
from onrecord.store.search import Filter, Owner, facet_counts, search

EACH = 60  # questions of each kind
PAGE = 20  # hits of a page
HUNDREDTH = 99 * PAGE  # hits before the hundredth page
NAMES = ("speaker", "country", "issue", "act", "type", "role", "manner", "outlet")
OWNERS = ((), (), (Owner.STATEMENT,), (Owner.STATEMENT,), (Owner.EVENT,))


@dataclass(frozen=True, slots=True)
class Asker:
    """Makes questions of values and words as often as the store and the real texts have them."""

    counts: Mapping[str, Mapping[str, int]]
    told: Sequence[str]  # each word as often as it is there
    vocabulary: Sequence[str]  # each once: most are rare
    chance: random.Random

    def questions(self) -> Iterator[tuple[str, Filter]]:
        """Questions with their kinds."""
        kinds: Mapping[str, Callable[[], Filter]] = {
            "a frequent word": lambda: Filter(text=self._word()),
            "two frequent words": lambda: Filter(text=f"{self._word()} {self._word()}"),
            "a rare word": lambda: Filter(text=self.chance.choice(self.vocabulary)),
            "two words in order": lambda: Filter(text=self._phrase()),
            "a country": lambda: Filter(facets=self._facets("country"), owners=self._owners()),
            "one facet": lambda: Filter(facets=self._some(1), owners=self._owners()),
            "two or three facets": lambda: Filter(facets=self._some(self.chance.randint(2, 3)), owners=self._owners()),
            "a facet of several values": lambda: Filter(facets=self._several(), owners=self._owners()),
            "facets and a frequent word": lambda: Filter(
                text=self._word(), facets=self._some(self.chance.randint(1, 2))
            ),
            "facets and a rare word": lambda: Filter(text=self.chance.choice(self.vocabulary), facets=self._some(1)),
            "a word and not another": lambda: Filter(text=f"{self._word()} -{self._word()}", owners=self._owners()),
            "facets within a year": lambda: self._dated(365, facets=self._some(self.chance.randint(1, 2))),
            "words within a month": lambda: self._dated(31, text=self._word()),
            "facets and a word within years": lambda: self._dated(1500, text=self._word(), facets=self._some(1)),
        }
        for kind, made in kinds.items():
            for _ in range(EACH):
                yield kind, made()

    def _word(self) -> str:
        return self.chance.choice(self.told)

    def _phrase(self) -> str:
        at = self.chance.randrange(len(self.told) - 1)
        return f'"{self.told[at]} {self.told[at + 1]}"'

    def _owners(self) -> tuple[Owner, ...]:
        return self.chance.choice(OWNERS)

    def _facets(self, name: str, values: int = 1) -> Mapping[str, Sequence[str]]:
        return {name: self.chance.choices([*self.counts[name]], [*self.counts[name].values()], k=values)}

    def _some(self, number: int) -> Mapping[str, Sequence[str]]:
        names = [name for name in NAMES if name in self.counts]
        return {name: self._facets(name)[name] for name in self.chance.sample(names, number)}

    def _several(self) -> Mapping[str, Sequence[str]]:
        return self._facets(self.chance.choice([name for name in NAMES if name in self.counts]), 4)

    def _dated(self, days: int, text: str = "", facets: Mapping[str, Sequence[str]] | None = None) -> Filter:
        since = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS - days))
        return Filter(text=text, facets=facets or {}, since=since, until=since + timedelta(days=days))


def asker(store: Store, real: Sequence[Record]) -> Asker:
    """An asker for a store that was made from these real records."""
    with store.reading() as connection:
        counts = facet_counts(connection, Filter())
    told = [word for record in real for word in WORD.findall(record.document.text)]
    return Asker(counts, told, sorted(set(told)), random.Random(SEED))


Took = tuple[float, float]  # milliseconds on the clock and of the processor


@dataclass(slots=True)
class Answers:
    """How long the pages took of the questions of one kind."""

    first: list[Took]
    hundredth: list[Took]


def answers(store: Store, real: Sequence[Record]) -> Mapping[str, Answers]:
    """How long the questions take, by their kinds."""
    took: dict[str, Answers] = {}
    for kind, asked in asker(store, real).questions():
        own = took.setdefault(kind, Answers([], []))
        if _time(store, asked, None, own.first) is None:
            continue
        with store.reading() as connection:
            before = search(connection, asked, limit=HUNDREDTH).after
        if before is not None:
            _time(store, asked, before, own.hundredth)
    return took


def _time(store: Store, asked: Filter, after: int | None, took: list[Took]) -> int | None:
    clock, processor = time.perf_counter(), time.process_time()
    with store.reading() as connection:
        hits = search(connection, asked, limit=PAGE, after=after)
        found(connection, hits.hits)
    took.append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)))
    return hits.after


def tables(took: Mapping[str, Answers], store: str) -> Iterator[Table]:
    """The figures of each page, those of all kinds last."""
    for page in ("first", "hundredth"):
        kinds: dict[str, list[Took]] = {kind: getattr(own, page) for kind, own in took.items() if getattr(own, page)}
        kinds["all"] = [one for times in kinds.values() for one in times]
        yield Table(
            title=f"The {page} page of what is found in {store}",
            note="Milliseconds for 20 hits with all that is shown of them. The 95th percentile may be 50. Time of the "
            "processor is what it takes where no other program runs.",
            head=("questions", "asked", "clock, median", "95 %", "slowest", "processor, median", "95 %", "slowest"),
            rows=tuple((kind, f"{len(times)}", *_figures(times)) for kind, times in kinds.items()),
        )


def _figures(took: Sequence[Took]) -> Iterator[str]:
    for times in zip(*took, strict=True):
        ordered = sorted(times)
        figures = (statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1])
        yield from (f"{one:.1f}" for one in figures)
