"""Remembers what was polled: by what to ask a feed for changes, which of its pages are here, what to try again when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, delete, insert, select

from onrecord.ingest.polling import Met, Polling, Remembered, Validators
from onrecord.store.opening import Store
from onrecord.store.tables import failure, feed, feed_item

LONGEST_WAIT = timedelta(days=1)  # what keeps failing is tried once a day


@dataclass(slots=True, kw_only=True)
class Memory:
    """What a store remembers of what is polled every `interval`; `now` is the clock of the run."""

    store: Store
    interval: timedelta
    now: Callable[[], datetime]
    _failures: dict[Met, int] = field(default_factory=dict)  # of the pages of this round, before it

    def round(self) -> Polling:
        """A round that begins with all that is remembered."""
        self._failures.clear()
        return Polling(remembered=self._remembered, is_due=self._is_due, now=self.now)

    def _remembered(self, uri: str) -> Remembered:
        """What to send along when an address is asked. Raises: StoreError."""
        with self.store.reading() as connection:
            row = connection.execute(select(feed).where(feed.c.uri == uri)).one_or_none()
            if row is None:
                return Remembered()
            late = select(feed_item.c.link).where(feed_item.c.feed == uri, feed_item.c.due_at <= _written(self.now()))
            is_waited_for = connection.execute(late.limit(1)).first() is not None
        # unchanged, a feed would not name the pages again that failed and are now to be tried again
        known = Validators() if is_waited_for else Validators(row.etag, row.modified)
        return Remembered(known, datetime.fromisoformat(row.due_at) if row.due_at else None)

    def _is_due(self, met: Met) -> bool:
        with self.store.reading() as connection:
            row = connection.execute(select(feed_item).where(feed_item.c.link == met.link)).one_or_none()
        if row is None or row.stamp != met.stamp:
            return True
        self._failures[met] = row.failures
        return row.due_at is not None and datetime.fromisoformat(row.due_at) <= self.now()

    def note(self, uri: str, polling: Polling) -> None:
        """Remembers what became of the items of a feed that led to this page, once it is kept. Raises: StoreError."""
        items = polling.met.pop(uri, None) or polling.met.pop(uri.rpartition("#")[0], [])
        if items:
            with self.store.writing() as connection:
                for met in items:
                    self._note(connection, met, polling)

    def _note(self, connection: Connection, met: Met, polling: Polling) -> None:
        failures, due = 0, None
        if met in polling.refused:
            failures = self._failures.get(met, 0) + 1
            due = _written(self._next(failures, polling.refused[met]))
        values = {"link": met.link, "feed": met.feed, "stamp": met.stamp, "failures": failures, "due_at": due}
        _replace(connection, feed_item, values)

    def finish(self, polling: Polling) -> None:
        """Remembers what the addresses answered, once all that they led to is kept. Raises: StoreError."""
        with self.store.writing() as connection:
            for uri, known in polling.answers.items():
                self._keep(connection, uri, known, failures=0, due=None)
                gone = (feed_item.c.feed == uri) & (feed_item.c.due_at <= _written(self.now()))
                connection.execute(delete(feed_item).where(gone))  # it lists them no more
            for uri in polling.whole:
                connection.execute(delete(failure).where(failure.c.uri == uri))
            for uri in polling.unchanged:
                self._keep(connection, uri, _known(connection, uri), failures=0, due=None)
            for uri, seconds in polling.failed.items():
                before = connection.execute(select(feed.c.failures).where(feed.c.uri == uri)).scalar_one_or_none()
                failures = (before or 0) + 1
                due = self._next(failures, seconds or 0.0)
                self._keep(connection, uri, _known(connection, uri), failures=failures, due=due)

    def _keep(
        self, connection: Connection, uri: str, known: Validators, *, failures: int, due: datetime | None
    ) -> None:
        values = {
            "uri": uri,
            "etag": known.etag,
            "modified": known.modified,
            "polled_at": _written(self.now()),
            "failures": failures,
            "due_at": _written(due) if due else None,
        }
        _replace(connection, feed, values)

    def _next(self, failures: int, seconds: float) -> datetime:
        """When to try again: each time twice as late, but not before the site wants to be asked."""
        own: timedelta = min(self.interval * 2 ** min(failures, 16), LONGEST_WAIT)
        return self.now() + max(own, timedelta(seconds=seconds))


def _known(connection: Connection, uri: str) -> Validators:
    row = connection.execute(select(feed).where(feed.c.uri == uri)).one_or_none()
    return Validators(row.etag, row.modified) if row else Validators()


def _replace(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Puts a row in the place of one with the same key."""
    [key] = table.primary_key
    connection.execute(delete(table).where(key == values[key.name]))
    connection.execute(insert(table).values(values))


def _written(instant: datetime) -> str:
    """An instant in UTC, so written that the order of the words is that of the instants."""
    return instant.isoformat(timespec="microseconds")
