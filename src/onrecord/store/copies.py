"""Groups of copies: documents that tell the same story in nearly the same words, kept all and counted once.

The earliest document leads a group. In the order of publication, each document follows the first leader that it is a
copy of, and leads itself where there is none: so all of a group are alike its leader, and no chain of small changes
joins what differs. The groups follow from the documents alone, in whatever order these came.
"""

import heapq
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Delete, Select, bindparam, delete, func, select, update

from onrecord.model import Document
from onrecord.store.driver import insert_values, run
from onrecord.store.likeness import BANDS, Order, Signature, Signed, bands, is_copy, likeness, signature
from onrecord.store.rows import Row
from onrecord.store.tables import band, document
from onrecord.store.tables import signature as signatures

LAST: Order = (date.max, chr(sys.maxunicode))
AT_ONCE = 500  # keys in one question: databases bound how many values it may have
ABOUT = ("uri", "title", "publisher", "published")
ITS = signatures.c.document == document.c.key
FOLLOW = (
    update(signatures)
    .where(signatures.c.document == bindparam("copy"))
    .values(leader=bindparam("after"), likeness=bindparam("alike"))
)
SIGNED = select(signatures, document.c.uri, document.c.title, document.c.publisher, document.c.published).join(
    document, ITS
)
COLUMNS = signatures.columns.keys()
SIGNED_BY = SIGNED.selected_columns.keys()
PLACES = [f"band_{place}" for place in range(BANDS)]
SHARED = select(band.c.document).where(band.c.hash.in_([bindparam(place) for place in PLACES]))
NEAR = {  # whether only leaders are asked for: who shares a band with a document
    leaders_only: SIGNED.where(signatures.c.document.in_(shared), signatures.c.document != bindparam("own"))
    for leaders_only, shared in ((False, SHARED), (True, SHARED.where(band.c.leads)))
}


def add(connection: Connection, told: Row, signed: Signature | None, key: int) -> None:
    """Finds whether a document is a copy, and what are copies of it; `key` is the document's, `told` its row."""
    if signed is None:
        return
    values, shingles = signed
    about = {name: told[name] for name in ABOUT}
    one = Signed(document=key, values=values, shingles=shingles, leader=None, likeness=1.0, **about)
    insert_values(connection, signatures, [tuple(getattr(one, name) for name in COLUMNS)])
    _settle(connection, [one])


def looked_at(read: Document) -> tuple[Row, Signature | None]:
    """What decides whether a document is a copy."""
    return {name: getattr(read, name) for name in ABOUT}, signature(read.text)


def remove(connection: Connection, key: int) -> None:
    """Takes a document out of its group; what were copies of it find another leader."""
    for gone in _those(connection, [key]):
        left = [one for one in _group(connection, key) if one.document != key]
        connection.execute(_bands_of(gone))
        connection.execute(delete(signatures).where(signatures.c.document == key))
        _settle(connection, left if gone.is_leader else ())


def clear(connection: Connection) -> None:
    """Forgets all groups."""
    connection.execute(delete(band))
    connection.execute(delete(signatures))


def is_as_made(connection: Connection, read: Document, key: int) -> bool:
    """Whether a document that holds has the signature of its text, a leader, and is found by its bands."""
    signed = signature(read.text)
    held = next(_those(connection, [key]), None)
    if signed is None or held is None:
        return signed is None and held is None
    found = select(func.count()).where(band.c.document == key, band.c.hash.in_(bands(held.values)))
    is_found = connection.execute(found.where(band.c.leads == held.is_leader)).scalar_one() == len(
        set(bands(held.values))
    )
    return (held.values, held.shingles) == signed and held.leader is not None and is_found


def distinct_documents(connection: Connection, keys: Sequence[int]) -> list[int]:
    """Of these documents, in their order, one for each group: the earliest."""
    leaders = _leaders(connection, keys)
    first: dict[int, tuple[Order, int]] = {}
    for one in _those(connection, leaders):
        leader, place = leaders[one.document], (one.order, one.document)
        first[leader] = min(first.get(leader, place), place)
    return [key for key in keys if key not in leaders or first[leaders[key]][1] == key]


def copies_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, int]:
    """How many copies of each of these documents there are, where there are any."""
    leaders = _leaders(connection, keys)
    sizes: dict[int, int] = {}
    for some in _chunks(sorted(set(leaders.values()))):
        counted = select(signatures.c.leader, func.count()).where(signatures.c.leader.in_(some))
        sizes |= {row[0]: row[1] for row in connection.execute(counted.group_by(signatures.c.leader))}
    return {key: sizes[leader] - 1 for key, leader in leaders.items()}


def groups(connection: Connection) -> list[int]:
    """The leaders of all groups of several documents, the earliest first."""
    several = select(signatures.c.leader).group_by(signatures.c.leader).having(func.count() > 1)
    leaders = _those(connection, connection.execute(several).scalars().all())
    return [key for _, key in sorted((one.order, one.document) for one in leaders)]


def group_of(connection: Connection, key: int) -> Mapping[int, float]:
    """All documents of the group of a document, the earliest first, each with its likeness to that; empty for none."""
    leader = connection.execute(select(signatures.c.leader).where(signatures.c.document == key)).scalar_one_or_none()
    return {one.document: one.likeness for one in _group(connection, leader)} if leader is not None else {}


def _leaders(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """The leaders of these documents, of those that are in a group of several."""
    leaders: dict[int, int] = {}
    other = signatures.alias()
    several = select(other.c.document).where(other.c.leader == signatures.c.leader)
    for some in _chunks(keys):
        held = select(signatures.c.document, signatures.c.leader).where(
            signatures.c.document.in_(some), several.where(other.c.document != signatures.c.document).exists()
        )
        leaders |= {row.document: row.leader for row in connection.execute(held)}
    return leaders


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[first : first + AT_ONCE] for first in range(0, len(keys), AT_ONCE))


def _settle(connection: Connection, unsettled: Iterable[Signed]) -> None:
    """Gives leaders to documents that have none, the earliest first, and to those that followed whom they lead now."""
    waiting = {one.document: one for one in unsettled}
    queue = [(one.order, one.document) for one in waiting.values()]
    heapq.heapify(queue)
    while queue:
        one = waiting[heapq.heappop(queue)[1]]
        leader = _leader(connection, one)
        if leader is not None:
            _follow(connection, [one], leader)
            continue
        for left in _lead(connection, one):
            if left.document not in waiting:
                waiting[left.document] = left
                heapq.heappush(queue, (left.order, left.document))


def _leader(connection: Connection, one: Signed) -> Signed | None:
    """The first of the leaders before a document that it is a copy of; None where it leads itself."""
    before = (other for other in _near(connection, one, leaders_only=True) if other.order < one.order)
    alike = (other for other in before if is_copy(one, other))
    return min(alike, key=lambda other: other.order, default=None)


def _follow(connection: Connection, copies: Sequence[Signed], leader: Signed) -> None:
    """Puts documents after a leader."""
    for one in copies:
        if one.leader is None or one.is_leader:
            _index(connection, one, leads=False)
    rows = [{"copy": one.document, "after": leader.document, "alike": likeness(one, leader)} for one in copies]
    if rows:
        connection.execute(FOLLOW, rows)


def _lead(connection: Connection, one: Signed) -> list[Signed]:
    """Lets a document lead its copies; those left over whose leader it took are given back."""
    _index(connection, one, leads=True)
    run(connection, FOLLOW, {"copy": one.document, "after": one.document, "alike": 1.0})
    copies = [other for other in _near(connection, one) if other.order > one.order and is_copy(one, other)]
    followed = {other.leader for other in copies if other.leader is not None}
    leaders: dict[int | None, Order] = {other.document: other.order for other in _those(connection, followed)}
    taken = [other for other in copies if leaders.get(other.leader, LAST) > one.order]
    _follow(connection, taken, one)
    return [left for other in taken if other.is_leader for left in _group(connection, other.document)]


def _index(connection: Connection, one: Signed, *, leads: bool) -> None:
    """Makes a document to be found by its bands, as one that leads or as one that does not."""
    if one.leader is not None:
        connection.execute(_bands_of(one))
    insert_values(connection, band, [(told, leads, one.document) for told in bands(one.values)])


def _bands_of(one: Signed) -> Delete:
    return delete(band).where(band.c.hash.in_(bands(one.values)), band.c.document == one.document)


def _near(connection: Connection, one: Signed, *, leaders_only: bool = False) -> list[Signed]:
    """The other documents that share a band with a document."""
    shared = dict(zip(PLACES, bands(one.values), strict=True))
    rows = run(connection, NEAR[leaders_only], {**shared, "own": one.document})
    return [Signed(**dict(zip(SIGNED_BY, row, strict=True))) for row in rows]


def _group(connection: Connection, leader: int) -> list[Signed]:
    """All documents of a group, the earliest first."""
    return sorted(_signed(connection, SIGNED.where(signatures.c.leader == leader)), key=lambda one: one.order)


def _those(connection: Connection, keys: Collection[int]) -> Iterator[Signed]:
    for some in _chunks(sorted(keys)):
        yield from _signed(connection, SIGNED.where(signatures.c.document.in_(some)))


def _signed(connection: Connection, asked: Select[Any]) -> list[Signed]:
    return [Signed(**row._asdict()) for row in connection.execute(asked)]
