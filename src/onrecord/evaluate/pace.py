"""Reads many pages and keeps the time that each takes."""

import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.evaluate.tables import Table
from onrecord.export.lines import read_line
from onrecord.export.verify import verify_line
from onrecord.model import Page, Record, Rejected
from onrecord.pipeline import Tools, process


@dataclass(slots=True, kw_only=True)
class Pace:
    """How long the pages of a set took, and what was wrong with their records. It grows while they are read."""

    name: str
    words: int = 0
    rejected: int = 0
    mismatches: int = 0
    seconds: list[float] = field(default_factory=list)


def read_all(pages: Iterable[Page], tools: Tools, pace: Pace) -> Iterator[tuple[Record, str]]:
    """The record of each page with its line, as they come; the time of the line from page to record is kept."""
    for number, page in enumerate(pages):
        if number == 0:
            process(page, tools)  # what is loaded at first use counts for no page
        started = time.perf_counter()
        record = process(page, tools)
        pace.seconds.append(time.perf_counter() - started)
        if isinstance(record, Rejected):
            pace.rejected += 1
            continue
        line = read_line(record, tools.lexicon)
        pace.words += len(record.document.text.split())
        pace.mismatches += len(verify_line(line).mismatches)
        yield record, line


def timings(paces: Iterable[Pace]) -> Table:
    """A line for each set that was read."""
    return Table(
        title="Time from page to record, in one process",
        note="Evidence is checked in every record of every set; not one passage may differ from its text.",
        head=("set", "documents", "rejected", "words", "words/s", "median ms", "slowest ms", "evidence failures"),
        rows=tuple(
            (
                pace.name,
                f"{len(pace.seconds)}",
                f"{pace.rejected}",
                f"{pace.words:,}",
                f"{pace.words / sum(pace.seconds):,.0f}",
                f"{1000 * statistics.median(pace.seconds):.0f}",
                f"{1000 * max(pace.seconds):.0f}",
                f"{pace.mismatches}",
            )
            for pace in paces
            if pace.seconds
        ),
    )
