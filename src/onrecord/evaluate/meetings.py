"""Lays on a folder of documents of which it is known which are accounts of one meeting."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.errors import SourceError
from onrecord.evaluate.figures import goals
from onrecord.evaluate.pace import read_all
from onrecord.evaluate.sticks import Trial
from onrecord.evaluate.tables import Table
from onrecord.ingest import SourceOptions, pages
from onrecord.model import Page
from onrecord.views.compare import load_compare_words
from onrecord.views.compare.meetings import Meeting, meetings

INDEX = "../docs/index.jsonl"  # a line for each document: its file, its meeting, whose account it is

Pairs = set[frozenset[str]]


def accounts(trial: Trial) -> Iterator[Table]:
    """How well the accounts of each meeting are found among all documents, and how long that takes after reading."""
    index = trial.folder / INDEX
    documents = _documents(index)
    files = {str((index.parent / name).resolve()): name for name in documents}
    read = [record for record, _ in read_all(_pages(files), trial.tools, trial.pace)]
    words = load_compare_words()
    started = time.perf_counter()
    found = meetings(read, words)
    took = time.perf_counter() - started
    report = {"pairs": _shares(_told_pairs(found, files), _known_pairs(documents))}
    title = f"Accounts of one meeting among {len(documents)} documents"
    table = goals("accounts", title, {"OnRecord": report})
    note = f"After reading, finding them took {1000 * took:.0f} ms."
    yield Table(title=table.title, head=table.head, rows=table.rows, note=note)


def _documents(index: Path) -> Mapping[str, tuple[str, str]]:
    """The meeting and the side of each document, by its file; empty where it has none. Raises: SourceError."""
    try:
        lines = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(line["file"]): (str(line.get("meeting_id") or ""), str(line.get("side") or "")) for line in lines}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(str(index), f"is no list of documents: {error!r}") from error


def _pages(files: Mapping[str, Any]) -> Iterator[Page]:
    for file in files:
        yield from (page for page in pages(file, SourceOptions()) if isinstance(page, Page))


def _known_pairs(documents: Mapping[str, tuple[str, str]]) -> Pairs:
    """The files of two sides that tell of one meeting."""
    told = [(file, meeting, side) for file, (meeting, side) in documents.items() if meeting and side]
    return {
        frozenset((one, other))
        for (one, meeting, side), (other, same, another) in combinations(told, 2)
        if meeting == same and side != another
    }


def _told_pairs(found: Sequence[Meeting], files: Mapping[str, str]) -> Pairs:
    """The files that are accounts of one meeting, by what was found; two of one side are no pair."""
    return {
        frozenset((files[one.uri], files[other.uri]))
        for meeting in found
        for one, other in combinations(meeting.accounts, 2)
        if one.side is None or one.side != other.side
    }


def _shares(found: Pairs, known: Pairs) -> Mapping[str, float | None]:
    right = len(found & known)
    return {"p": right / len(found) if found else None, "r": right / len(known) if known else None}
