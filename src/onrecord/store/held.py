"""What a store holds, read out whole and put back: readings with how they are kept, and the pages that failed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.model import Record, Review
from onrecord.model.days import bounds
from onrecord.model.instants import is_instant
from onrecord.store import records
from onrecord.store.corrected import read_corrected
from onrecord.store.prepared import prepare
from onrecord.store.rows import digest
from onrecord.store.tables import actor, document, failure
from onrecord.store.versions import free_version, parted, readings

AT_ONCE = 100  # documents that are held in memory together
LAST_VERSION = 1_000_000_000  # of an address: half of what PostgreSQL's integers hold, so that versions can move up


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How a reading is kept: which of its address it is, whether it holds, and what was read by whom and when.

    `version` counts from 1 in the order of reading; `page` is a hash of what was read; `read_at` is aware.
    """

    version: int
    current: bool
    page: str
    reader: str
    read_at: datetime

    def __post_init__(self) -> None:
        if not 1 <= self.version <= LAST_VERSION or not is_instant(self.read_at):
            raise ValueError(f"a version is from 1 to {LAST_VERSION:,}, and a time names its zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reading, with its key in the store; `reviews` say by whom it was corrected, where it is as people say."""

    key: int
    record: Record
    kept: Kept
    reviews: Mapping[str, Review] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page that could not be read, and why; `page` is its hash, where it was there at all."""

    uri: str
    page: str | None
    reason: str
    failed_at: datetime

    def __post_init__(self) -> None:
        if not is_instant(self.failed_at):
            raise ValueError("a time names its zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which readings are wanted: of documents published in these days, that name somebody of one of these countries.

    `superseded` asks for those too that hold no longer.
    """

    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    superseded: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing that the store holds is left out."""
        return self == Wanted(superseded=True)

    def has(self, published: str | None) -> bool:
        """Whether a document that was published then is among them."""
        if self.since is None and self.until is None:
            return True
        days = bounds(published)
        return days is not None and (self.since or date.min) <= days[0] <= (self.until or date.max)


class Put(StrEnum):
    """What became of something that was put into a store."""

    NEW = "new"
    UNCHANGED = "unchanged"


def held(connection: Connection, wanted: Wanted) -> Iterator[Held]:
    """The readings that are wanted, in the order in which they came into the store."""
    for rows in _pages(connection, wanted):
        read = records.read(connection, [row.key for row in rows])
        yield from (Held(key=row.key, record=one, kept=_kept(row)) for row, one in zip(rows, read, strict=True))


def held_as_corrected(connection: Connection, wanted: Wanted) -> Iterator[Held]:
    """The same as people corrected them, without what they rejected."""
    for rows in _pages(connection, wanted):
        read = read_corrected(connection, [row.key for row in rows])
        for row, one in zip(rows, read, strict=True):
            yield Held(key=row.key, record=one.record, kept=_kept(row), reviews=one.reviews)


def keys(connection: Connection, wanted: Wanted) -> Iterator[int]:
    """The keys of the readings that are wanted, in the same order."""
    yield from (row.key for rows in _pages(connection, wanted) for row in rows)


def failures(connection: Connection) -> Iterator[Failure]:
    """The pages that could not be read, by their addresses."""
    for row in connection.execute(select(failure).order_by(failure.c.uri)):
        at = datetime.fromisoformat(row.failed_at)
        yield Failure(uri=row.uri, page=row.page, reason=row.reason, failed_at=at)


def put(connection: Connection, record: Record, kept: Kept) -> Put:
    """Puts a reading among those of its address, in the order of their times; one that is there is passed over.

    Its version is kept where no other has it. Raises: EvidenceError for a record that its text does not bear out.
    """
    read = prepare(record)
    others = readings(connection, record.document.uri)
    row = {"page": kept.page, "reader": kept.reader, "read_at": kept.read_at.astimezone(UTC).isoformat()}
    own = digest([read.document["hash"], row])
    if any(digest([one.hash, {name: getattr(one, name) for name in row}]) == own for one in others):
        return Put.UNCHANGED
    earlier, later = parted(others, {**read.document, **row})
    if earlier and not later:
        records.supersede(connection, earlier[-1].key)
    version = free_version(connection, kept.version, earlier, later)
    records.put(connection, read, {**row, "version": version, "is_current": not later})
    outdated = failure.c.failed_at < row["read_at"]
    connection.execute(delete(failure).where(failure.c.uri == record.document.uri, outdated))
    return Put.NEW


def put_failure(connection: Connection, failed: Failure) -> Put:
    """Notes that a page could not be read, unless the store knows of it or of something later."""
    at = failed.failed_at.astimezone(UTC).isoformat()
    noted = select(func.max(failure.c.failed_at)).where(failure.c.uri == failed.uri)
    read = select(func.max(document.c.read_at)).where(document.c.uri == failed.uri)
    if (connection.execute(noted).scalar() or "") >= at or (connection.execute(read).scalar() or "") > at:
        return Put.UNCHANGED
    connection.execute(delete(failure).where(failure.c.uri == failed.uri))
    values = {"uri": failed.uri, "page": failed.page, "reason": failed.reason, "failed_at": at}
    connection.execute(insert(failure).values(values))
    return Put.NEW


def _kept(row: Any) -> Kept:  # noqa: ANN401 - a row of a query has no name for its type
    at = datetime.fromisoformat(row.read_at)
    return Kept(version=row.version, current=row.is_current, page=row.page, reader=row.reader, read_at=at)


def _pages(connection: Connection, wanted: Wanted) -> Iterator[list[Any]]:
    """The rows of the documents that are wanted, without their texts, some at a time."""
    columns = document.c
    asked = select(
        columns.key, columns.version, columns.is_current, columns.page, columns.reader, columns.read_at,
        columns.published,
    ).order_by(columns.key).limit(AT_ONCE)  # fmt: skip
    if not wanted.superseded:
        asked = asked.where(columns.is_current)
    if wanted.countries:
        named = select(actor.c.document).where(actor.c.document == columns.key, actor.c.country.in_(wanted.countries))
        asked = asked.where(named.exists())
    last = 0
    while rows := connection.execute(asked.where(columns.key > last)).all():
        last = rows[-1].key
        if of_the_days := [row for row in rows if wanted.has(row.published)]:
            yield of_the_days
