"""A run of `onrecord ingest`: what is read into which store, and what became of it so far."""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.cli.reading import Request
from onrecord.cli.remarks import fault, remark
from onrecord.errors import OnRecordError
from onrecord.model import Rejected

if TYPE_CHECKING:
    from onrecord.model import Page
    from onrecord.store import Store
    from onrecord.store.loading import Loaded, Loading

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is to be read into which store by how many processes; `tally` counts what became of it."""

    request: Request
    store: "Store"
    workers: int
    tally: Counter[str]

    def loading(self) -> "Loading":
        """Loads pages into the store; a new one takes every page for one that it has not met."""
        from onrecord.store.loading import Loading

        return Loading(store=self.store, settings=self.request.settings, workers=self.workers, now=now)

    def note(self, done: "Loaded") -> None:
        """Counts what became of a page, and tells why it could not be read."""
        self.tally.update({done.outcome: 1, "statements": done.statements, "events": done.events})
        if done.reason is not None:
            remark(done.reason)


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)


def all_pages(asked: Request) -> "Iterator[Page | Rejected]":
    """The pages of all sources; what one of them does that we did not foresee must not cost the others."""
    from onrecord.ingest import pages

    for source in asked.sources:
        try:
            yield from pages(source, asked.options)
        except OnRecordError:
            raise
        except Exception as error:
            log.info("%s", source, exc_info=error)
            yield Rejected(uri=source, reason=f"{source}: {fault(error)}")
