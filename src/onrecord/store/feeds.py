"""Remembers what was polled: by what to ask a feed for changes, which of its pages are here, what to try again when."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, select, update

from onrecord.ingest.listings import short_hash
from onrecord.ingest.polling import Met, Polling, Remembered, Validators
from onrecord.store.loading import patiently
from onrecord.store.opening import Store
from onrecord.store.tables import failure, feed, feed_item

LONGEST_WAIT = timedelta(days=1)  # what keeps failing is tried once a day


@dataclass(slots=True, kw_only=True)
class Memory:
    """What a store remembers of what is polled every `interval`; `now` is the clock of the run.

    Where somebody asks for just this round (`is_asked`), what failed is tried again however early it is, and no site is
    left alone. With `is_anew` everything is asked for, whatever is remembered.
    """

    store: Store
    interval: timedelta
    now: Callable[[], datetime]
    is_asked: bool = False
    is_anew: bool = False
    _failures: dict[Met, int] = field(default_factory=dict)  # of the pages of this round, before it
    _named: set[str] = field(default_factory=set)  # links that this round came to, and those that failed and are listed
    _joined: list[Met] = field(default_factory=list)  # pages that are here by another feed
    _failing: set[str] = field(default_factory=set)  # addresses that could not be read before this round
    _mended: set[str] = field(default_factory=set)  # those of them that could in it
    _broken: set[str] = field(default_factory=set)  # addresses that could not be read in this round

    def round(self) -> Polling:
        """A round that begins with all that is remembered."""
        self._failures.clear()
        self._named.clear()
        self._joined.clear()
        self._mended.clear()
        self._broken.clear()
        self._failing = patiently(self._all_failing)
        return Polling(
            remembered=lambda uri: patiently(lambda: self._remembered(uri)),
            is_due=lambda met: patiently(lambda: self._is_due(met)),
            now=self.now,
        )

    def _all_failing(self) -> set[str]:
        with self.store.reading() as connection:
            return set(connection.execute(select(failure.c.uri)).scalars())

    def _remembered(self, uri: str) -> Remembered:
        """What to send along when an address is asked. Raises: StoreError."""
        with self.store.reading() as connection:
            row = connection.execute(select(feed).where(feed.c.uri == uri)).one_or_none()
            if row is None or self.is_anew:
                return Remembered()
            late = select(feed_item.c.link).where(feed_item.c.feed == uri, self._is_late(self.now()))
            is_waited_for = connection.execute(late.limit(1)).first() is not None
        # unchanged, a feed would not name the pages again that failed and are now to be tried again
        known = Validators() if is_waited_for else Validators(row.etag, row.modified)
        is_resting = row.due_at is not None and not self.is_asked
        return Remembered(known, datetime.fromisoformat(row.due_at) if is_resting else None)

    def _is_late(self, at: datetime) -> ColumnElement[bool]:
        """Whether a page that could not be had is to be tried again."""
        return feed_item.c.failures > 0 if self.is_asked else feed_item.c.due_at <= _written(at)

    def _is_due(self, met: Met) -> bool:
        with self.store.reading() as connection:
            row = connection.execute(select(feed_item).where(feed_item.c.link == met.link)).one_or_none()
        stamps = _stamps(row) if row is not None else {}
        if row is None or stamps.get(short_hash(met.feed), met.stamp) != met.stamp or self.is_anew:
            return True
        if short_hash(met.feed) not in stamps:
            self._joined.append(met)
        self._failures[met] = row.failures
        if row.failures:
            self._named.add(met.link)
        if self.is_asked:
            return bool(row.failures)
        return row.due_at is not None and datetime.fromisoformat(row.due_at) <= self.now()

    def note(self, uri: str, polling: Polling, *, is_read: bool = True) -> None:
        """Remembers what became of the items of a feed that led to this page, once it is kept. Raises: StoreError.

        A page that came and could not be read is asked for again where somebody asks, or the feed says that it changed.
        """
        if not is_read:
            self._broken.add(uri)
        elif uri in self._failing:
            self._mended.add(uri)
        items = polling.met.pop(uri, None) or polling.met.pop(uri.rpartition("#")[0], [])
        if items:
            patiently(lambda: self._note_all(items, polling, is_read=is_read))

    def _note_all(self, items: Iterable[Met], polling: Polling, *, is_read: bool) -> None:
        with self.store.writing() as connection:
            for met in items:
                self._note(connection, met, polling, is_read=is_read)

    def _note(self, connection: Connection, met: Met, polling: Polling, *, is_read: bool) -> None:
        is_had = met not in polling.refused
        failures = 0 if is_had and is_read else self._failures.get(met, 0) + 1
        due = None if is_had else _written(self._next(failures, polling.refused[met]))
        self._named.add(met.link)
        stamp = _stamped(connection, met)
        values = {"link": met.link, "feed": met.feed, "stamp": stamp, "failures": failures, "due_at": due}
        _replace(connection, feed_item, values)

    def finish(self, polling: Polling) -> None:
        """Remembers what the addresses answered, once all that they led to is kept. Raises: StoreError."""
        patiently(lambda: self._finish(polling))

    def _finish(self, polling: Polling) -> None:
        with self.store.writing() as connection:
            for uri, known in polling.answers.items():
                self._keep(connection, uri, known, failures=0, due=None)
            for met in self._joined:
                stamp = _stamped(connection, met)
                connection.execute(update(feed_item).where(feed_item.c.link == met.link).values(stamp=stamp))
            for uri in polling.whole:
                self._forget(connection, uri)
            self._forget_failures(connection, polling)
            for uri in polling.unchanged:
                self._keep(connection, uri, _known(connection, uri), failures=0, due=None)
            for uri, seconds in polling.failed.items():
                before = connection.execute(select(feed.c.failures).where(feed.c.uri == uri)).scalar_one_or_none()
                failures = (before or 0) + 1
                due = self._next(failures, seconds or 0.0)
                self._keep(connection, uri, _known(connection, uri), failures=failures, due=due)

    def _forget(self, connection: Connection, uri: str) -> None:
        """Forgets pages that failed, and that a feed lists no more."""
        failing = select(feed_item.c.link).where(feed_item.c.feed == uri, feed_item.c.failures > 0)
        for link in connection.execute(failing).scalars().all():
            if link not in self._named:
                connection.execute(delete(feed_item).where(feed_item.c.link == link))
                self._mended.add(link)

    def _forget_failures(self, connection: Connection, polling: Polling) -> None:
        """Forgets earlier failures of what could be read by now, and of parts that a feed or table has no more."""
        whole, answered = polling.whole, self._mended.union(polling.unchanged)
        for uri in self._failing - self._broken:
            if uri in answered or not whole.isdisjoint(_holders(uri)):
                connection.execute(delete(failure).where(failure.c.uri == uri))

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


def _holders(uri: str) -> Iterator[str]:
    """By what an address may be held of which it is a part: "rows.csv#2" and "rows.csv:2" by "rows.csv"; and itself."""
    yield uri
    yield from (uri[: mark.start()] for mark in re.finditer("#", uri))
    if "://" not in uri and (line := re.fullmatch(r"(.+):\d+", uri, re.DOTALL)):
        yield line[1]


def _known(connection: Connection, uri: str) -> Validators:
    row = connection.execute(select(feed).where(feed.c.uri == uri)).one_or_none()
    return Validators(row.etag, row.modified) if row else Validators()


def _stamps(row: Row[Any]) -> dict[str, str]:
    """What each feed that names a page says of its state, by a hash of the feed's address."""
    told = (part.rpartition("=") for part in row.stamp.split())
    return {feed or short_hash(row.feed): stamp for feed, _, stamp in told}


def _stamped(connection: Connection, met: Met) -> str:
    """The stamps of a page with that of one feed renewed."""
    row = connection.execute(select(feed_item).where(feed_item.c.link == met.link)).one_or_none()
    stamps = (_stamps(row) if row is not None else {}) | {short_hash(met.feed): met.stamp}
    return " ".join(f"{feed}={stamp}" for feed, stamp in sorted(stamps.items()))


def _replace(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Puts a row in the place of one with the same key."""
    [key] = table.primary_key
    connection.execute(delete(table).where(key == values[key.name]))
    connection.execute(insert(table).values(values))


def _written(instant: datetime) -> str:
    """An instant in UTC, so written that the order of the words is that of the instants."""
    return instant.isoformat(timespec="microseconds")
