"""The command that puts exported records into the store."""

import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import StorePlace, made_store, store_place
from onrecord.cli.progress import counted
from onrecord.cli.remarks import Verbose, remark
from onrecord.settings import Settings, load_settings

if TYPE_CHECKING:
    from onrecord.model import Record
    from onrecord.store import Store

POSTGRESQL = ("postgres://", "postgresql://")  # with what the addresses of its databases begin
SUSPICIOUS = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)|\xed[\xa0-\xbf]")  # what may stand for NUL or half a character
HALF = re.compile("[\ud800-\udfff]")
READER = "not told (onrecord import)"  # who read what a line tells that does not come from a store
NEW, UNCHANGED, REFUSED = OUTCOMES = ("new", "unchanged", "refused")

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Lines of onrecord export or onrecord read; - is standard input."),
]


def import_command(files: Files, *, store: StorePlace = None, verbose: Verbose = 0) -> None:
    """Put exported records into the store, with their versions, times and readers; what is there is passed over.

    A line that does not verify is refused and named, and the rest is kept.

    Example: onrecord import build/records.jsonl --store build/copy.db
    """
    tally = Counter[str]()
    with ExitStack() as opened:
        importing = _Importing(load_settings(os.environ, store=store), opened)
        try:
            for place, outcome, complaint in counted(importing.results(files), lambda: None, "lines"):
                tally[outcome] += 1
                if complaint:
                    remark(f"{place}: {complaint}")
        finally:
            told = ", ".join(f"{tally[one]:,} {one}" for one in OUTCOMES if tally[one]) or "none"
            remark(f"lines: {told}. They are in {importing.store.name}" if tally[NEW] else f"lines: {told}")
    if tally[REFUSED]:
        raise typer.Exit(1)


@dataclass(slots=True)
class _Importing:
    """A run that puts lines into a store."""

    settings: Settings
    opened: ExitStack  # has the store closed at the end
    _store: "Store | None" = None
    _met: dict[str, list[str]] = field(default_factory=dict)  # address -> the pages of it in lines of no store

    @property
    def store(self) -> "Store":
        """The store of the settings, made where there is none: not before there is something to put into it."""
        if self._store is None:
            self._store = self.opened.enter_context(made_store(self.settings))
        return self._store

    def results(self, files: list[str]) -> Iterator[tuple[str, str, str]]:
        """The place of each line that is not blank, what became of it, and what is wrong with it."""
        for file in files:
            try:
                with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
                    for number, line in enumerate(lines, 1):
                        if line.strip():
                            yield f"{file}:{number}", *self._put(line)
            except OSError as error:
                yield file, REFUSED, f"cannot be read: {error.strerror}"

    def _put(self, line: bytes) -> tuple[str, str]:
        """What became of a line, and what is wrong with it."""
        from onrecord.export.archive import restored
        from onrecord.export.verify import verify_record
        from onrecord.model import Correction
        from onrecord.store.held import Failure, put, put_failure
        from onrecord.store.restoring import restore

        wrong = verify_record(line).mismatches
        if wrong:
            more = f" (and {len(wrong) - 1} more: onrecord verify lists them)" if len(wrong) > 1 else ""
            return REFUSED, f"{wrong[0]}{more}"
        if problem := unkept(line, store_place(self.settings)):
            return REFUSED, problem
        told = restored(line)
        if not isinstance(told, Failure | Correction) and told.kept is None:
            return self._put_plain(told.record, line), ""
        with self.store.writing() as connection:
            if isinstance(told, Correction):
                return NEW if restore(connection, [told]) else UNCHANGED, ""
            if isinstance(told, Failure):
                return put_failure(connection, told).value, ""
            assert told.kept is not None
            return put(connection, told.record, told.kept).value, ""

    def _put_plain(self, record: "Record", line: bytes) -> str:
        """Keeps a record of which nothing tells how it was kept, as one that was read now, from this line."""
        page = f"sha256:{hashlib.sha256(line.strip()).hexdigest()}"
        met = self._met.setdefault(record.document.uri, [])
        if page in met:
            return UNCHANGED
        met.append(page)
        if len(met) > 1:  # another document at the same address, as `onrecord ingest` has it
            uri = f"{record.document.uri}#{len(met)}"
            record = replace(record, document=replace(record.document, uri=uri))
        if self.store.page_of(record.document.uri) == page:
            return UNCHANGED
        self.store.save(record, page=page, reader=READER, at=datetime.now(UTC))
        return NEW


def unkept(line: bytes, place: str) -> str:
    """What a line holds that a store at this place cannot keep; empty where there is nothing."""
    if not SUSPICIOUS.search(line):
        return ""
    try:
        told = list(_strings(json.loads(line)))
    except (ValueError, RecursionError):
        return ""  # whoever reads it as a record says what is wrong
    if any(HALF.search(one) for one in told):
        return "holds half of a character, which no store can keep"
    if place.startswith(POSTGRESQL) and any("\0" in one for one in told):
        return "holds the character NUL, which PostgreSQL cannot keep"
    return ""


def _strings(value: object) -> Iterator[str]:
    """All strings in a value of JSON, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _strings(inner)
