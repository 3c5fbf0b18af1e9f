"""Knows the order of the readings of one address: by when its page was got, or else by when it was read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from onrecord.store.rows import Row
from onrecord.store.tables import document

Readings = Sequence[Any]  # rows of documents; a row of a query has no name for its type


def readings(connection: Connection, uri: str) -> Readings:
    """The rows of the readings of an address, in the order of their versions."""
    asked = select(document).where(document.c.uri == uri).order_by(document.c.version)
    return connection.execute(asked).all()


def parted(others: Readings, own: Row) -> tuple[Readings, Readings]:
    """Of the readings of an address those before one with this `retrieved` and `read_at`, and those after it."""
    place = max((number for number, other in enumerate(others, 1) if _is_before(other, own)), default=0)
    return others[:place], others[place:]


def _is_before(other: Any, own: Row) -> bool:  # noqa: ANN401 - as above
    if other.retrieved and own["retrieved"]:
        return is_before(other.retrieved, own["retrieved"])
    return is_before(other.read_at, own["read_at"])


def is_before(one: str, other: str) -> bool:
    """Whether of two instants as the store has them one is not after the other."""
    return datetime.fromisoformat(one) <= datetime.fromisoformat(other)


def is_known(captures: Sequence[tuple[datetime, str]], got: datetime, page: str) -> bool:
    """Whether a page that was got then is one of these captures of its address, or as the last one was before it."""
    before = [one for one in captures if one[0] <= got]
    return (got, page) in before or bool(before and max(before)[1] == page)


def free_version(connection: Connection, wished: int, earlier: Readings, later: Readings) -> int:
    """A version between those of earlier and later readings; where there is none, the later ones move up."""
    first = int(earlier[-1].version) + 1 if earlier else 1
    if not later:
        return max(wished, first)
    if first < later[0].version:
        return min(max(wished, first), int(later[0].version) - 1)
    for one in reversed(later):
        connection.execute(update(document).where(document.c.key == one.key).values(version=one.version + 1))
    return first
