"""The records of a store in batches of events that may be of one happening, for who groups them by that."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from onrecord.model import Event, Record
from onrecord.store.applying import Corrected
from onrecord.store.copies import distinct_documents
from onrecord.store.corrected import read_corrected
from onrecord.store.held import Wanted, keys
from onrecord.store.tables import event

DOCUMENTS = 1_000  # that a batch has, unless one group alone has more
AT_ONCE = 500  # documents whose events are asked for together

Group = tuple[str, frozenset[str]]  # the type of an event, and its sides: only events that share both are ever one


def batches(connection: Connection, wanted: Wanted) -> Iterator[list[Record]]:
    """The records of the documents that are wanted, in the order of reading, each with the events of its batch alone.

    An event is in one batch, with all that have its type and its sides. Of copies the earliest is told alone.
    """
    members = _groups(connection, wanted)
    batch: set[Group] = set()
    documents: set[int] = set()
    for group, told_in in members.items():
        if batch and len(documents | set(told_in)) > DOCUMENTS:
            yield _batch(connection, batch, sorted(documents))
            batch, documents = set(), set()
        batch.add(group)
        documents.update(told_in)
    if batch:
        yield _batch(connection, batch, sorted(documents))


def _groups(connection: Connection, wanted: Wanted) -> dict[Group, "array[int]"]:
    """The documents of each group, in the order in which they were read."""
    members: dict[Group, array[int]] = {}
    waiting: list[int] = []
    for key in distinct_documents(connection, list(keys(connection, wanted))):
        waiting.append(key)
        if len(waiting) == AT_ONCE:
            _add(connection, waiting, members)
            waiting = []
    _add(connection, waiting, members)
    return members


def _add(connection: Connection, documents: Sequence[int], members: dict[Group, "array[int]"]) -> None:
    columns = event.c
    asked = select(columns.document, columns.type, columns.sources, columns.targets)
    told = asked.where(columns.document.in_(documents)).order_by(columns.document, columns.ordinal)
    for row in connection.execute(told):
        group = (row.type, frozenset((*row.sources, *row.targets)))
        members.setdefault(group, array("q")).append(row.document)


def _batch(connection: Connection, groups: set[Group], documents: Sequence[int]) -> list[Record]:
    read = read_corrected(connection, documents)
    return [_of_groups(one, groups) for one in read]


def _of_groups(read: Corrected, groups: set[Group]) -> Record:
    """A record as people corrected it, with the events that were read as of these groups."""
    wanted = {one.id for one in read.raw.events if _group(one) in groups}
    return replace(read.record, events=tuple(one for one in read.record.events if one.id in wanted))


def _group(one: Event) -> Group:
    return one.type.value, frozenset((*one.sources, *one.targets))
