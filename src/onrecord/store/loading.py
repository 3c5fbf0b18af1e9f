"""Loads pages into a store: what is there unchanged is passed over, what changed is read again, and the rest is new."""

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from importlib.metadata import version
from typing import TypeVar

from onrecord.errors import StoreAwayError
from onrecord.ingest.unkept import escaped
from onrecord.model import Given, Page, Rejected
from onrecord.settings import Settings
from onrecord.store.opening import Store
from onrecord.store.prepared import Prepared
from onrecord.store.reading import Read, read_here, read_in_workers
from onrecord.store.versions import is_known

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

PATIENCE = (1, 2, 4, 8, 16)  # seconds to wait before a server that went away is asked again


class Outcome(StrEnum):
    """What became of a page."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A page with what became of it: what it yielded, or why it could not be read."""

    uri: str
    outcome: Outcome
    reason: str | None = None
    statements: int = 0
    events: int = 0


@dataclass(slots=True, kw_only=True)
class Loading:
    """A run that loads pages into a store; `now` is its clock, and `workers` processes read beside this one."""

    store: Store
    settings: Settings
    workers: int
    now: Callable[[], datetime]
    _met: dict[str, list[str]] = field(default_factory=dict)  # address -> the hashes of its pages in this run
    _got: dict[str, list[tuple[datetime, str]]] = field(default_factory=dict)  # the same of captures, with when

    def load(self, pages: Iterable[Page | Rejected]) -> Iterator[Loaded]:
        """What becomes of the pages, in the order in which that is known. Raises: StoreError."""
        reader, passed = reader_name(self.settings), list[Loaded]()
        for page, result in self._read(self._wanted(pages, passed)):
            yield from self._noted(passed)
            yield self._keep(page, result, reader)
        yield from self._noted(passed)

    def plan(self, pages: Iterable[Page | Rejected]) -> Iterator[Loaded]:
        """What would become of the pages, without reading any. Raises: StoreError."""
        passed: list[Loaded] = []
        for page in self._wanted(pages, passed):
            passed.append(Loaded(uri=page.uri, outcome=self._outcome(page)))
        yield from passed

    def _noted(self, passed: list[Loaded]) -> Iterator[Loaded]:
        """What was passed over since the last page, once; the store keeps note of what failed."""
        for done in passed:
            if done.outcome is Outcome.FAILED:
                self._note(done, None)
            yield done
        passed.clear()

    def _read(self, pages: Iterable[Page]) -> Iterator[Read]:
        if self.workers == 1:
            return ((page, read_here(page, self.settings)) for page in pages)
        return read_in_workers(pages, self.settings, self.workers)

    def _wanted(self, pages: Iterable[Page | Rejected], passed: list[Loaded]) -> Iterator[Page]:
        """The pages to be read; of the others, what becomes of them is added to `passed`."""
        for page in pages:
            wanted = _failed(page) if isinstance(page, Rejected) else self._looked_at(page)
            if isinstance(wanted, Page):
                yield wanted
            else:
                passed.append(wanted)

    def _looked_at(self, page: Page) -> Page | Loaded:
        """The page under its own address, if it is to be read; else what became of it."""
        try:
            own = self._unmet(page) if _is_capture(page) else self._numbered(page)
        except ValueError as error:
            return _failed(_unkept(page, error))
        return own or Loaded(uri=page.uri, outcome=Outcome.UNCHANGED)

    def _unmet(self, page: Page) -> Page | None:
        """A page that was got at some time; None where its address had the same then, as far as we know."""
        met, own = self._got.setdefault(page.uri, []), page_hash(page)
        known = [*patiently(lambda: self.store.captures_of(page.uri)), *met]
        if page.retrieved is None or is_known(known, page.retrieved, own):
            return None
        met.append((page.retrieved, own))
        return page

    def _numbered(self, page: Page) -> Page | None:
        """A page under an address of its own, where one run meets several at one: "…#2"; None for one that we know."""
        met, own = self._met.setdefault(page.uri, []), page_hash(page)
        if own in met:
            return None
        met.append(own)
        numbered = page if len(met) == 1 else replace(page, uri=f"{page.uri}#{len(met)}")
        return numbered if self._held(numbered) != own else None

    def _held(self, page: Page) -> str | None:
        return patiently(lambda: self.store.page_of(page.uri))

    def _outcome(self, page: Page) -> Outcome:
        return Outcome.NEW if self._held(page) is None else Outcome.CHANGED

    def _keep(self, page: Page, result: Prepared | Rejected, reader: str) -> Loaded:
        own, at = page_hash(page), self.now()
        if isinstance(result, Rejected):
            self._note(_failed(result), own)
            return _failed(result)
        try:
            save = self.store.save_capture if _is_capture(page) else self.store.save_new
            written = patiently(lambda: save(result, page=own, reader=reader, at=at))
        except ValueError as error:
            return self._keep(page, _unkept(page, error), reader)
        if written is None:
            return Loaded(uri=page.uri, outcome=Outcome.UNCHANGED)
        return Loaded(
            uri=page.uri,
            outcome=Outcome.NEW if written.is_first else Outcome.CHANGED,
            statements=len(result.rows["statement"]),
            events=len(result.rows["event"]),
        )

    def _note(self, failed: Loaded, page: str | None) -> None:
        rejected = Rejected(uri=failed.uri, reason=failed.reason or "")
        patiently(lambda: self.store.fail(rejected, page=page, at=self.now()))


def _failed(rejected: Rejected) -> Loaded:
    return Loaded(uri=escaped(rejected.uri), outcome=Outcome.FAILED, reason=escaped(rejected.reason))


def _is_capture(page: Page) -> bool:
    """Whether it is known when a page was got: of several at one address the last holds, whichever comes first.

    What feeds lead to in one run is of one time, and two feeds may tell different things of one page.
    """
    return page.retrieved is not None and page.listed == Given()


def _unkept(page: Page, error: ValueError) -> Rejected:
    """What is told of a page that holds what no database takes: a fault of ours, which must not cost the others."""
    log.info("%s", page.uri, exc_info=error)
    return Rejected(uri=page.uri, reason=f"{page.uri}: cannot be kept, which is a fault in OnRecord ({error})")


def page_hash(page: Page) -> str:
    """A hash of all that decides what a page is read as: its bytes, and what was said about them."""
    about = {**asdict(page.given), "media_type": page.media_type, "charset": page.charset}
    if page.listed != Given():
        about["listed"] = asdict(page.listed)
    told = json.dumps({**about, "otherwise": page.published_otherwise}, sort_keys=True, ensure_ascii=True)
    return f"sha256:{hashlib.sha256(told.encode() + page.content).hexdigest()}"


def reader_name(settings: Settings) -> str:
    """Who reads: this OnRecord, with a pipeline and the user's knowledge files."""
    knowledge = hashlib.sha256(b"".join(path.read_bytes() for path in settings.knowledge)).hexdigest()[:8]
    own = f", knowledge {knowledge}" if settings.knowledge else ""
    return f"onrecord {version('onrecord')}, {settings.pipeline}{own}"


def patiently(ask: Callable[[], Answer]) -> Answer:
    """Asks a store, and again after a while where its server went away. Raises: StoreError."""
    for seconds in PATIENCE:
        try:
            return ask()
        except StoreAwayError as error:
            log.warning("%s; trying again in %s s", error, seconds)
            time.sleep(seconds)
    return ask()
