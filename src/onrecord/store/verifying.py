"""Checks a store against itself: every passage against its text, every row against its hash."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, Text, func, select, true, type_coerce

from onrecord.model import Actor, Event, Finding, Statement, document_id
from onrecord.store.engine import SQLITE
from onrecord.store.prepared import document_hash
from onrecord.store.records import AT_ONCE
from onrecord.store.reviews import FOR_GOOD
from onrecord.store.rows import SHAPES, Row, digest, row_hash
from onrecord.store.tables import (
    actor,
    correction,
    corrects,
    document,
    entry,
    event,
    evidence,
    finding,
    statement,
    text,
)
from onrecord.store.tables.common import Json

Kind = type[Actor] | type[Event] | type[Finding] | type[Statement]
KINDS: Mapping[Table, Kind] = {finding: Finding, actor: Actor, statement: Statement, event: Event}
IN_DOCUMENTS = (*KINDS, evidence)
SHOWN = 60  # characters of a passage that a fault shows

CHANGED = "was changed: its hash is not that of what it holds"
Place = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that does not hold what was written: its table, its key, the address of its document."""

    table: str
    key: Place
    uri: str | None
    problem: str

    @property
    def place(self) -> str:
        """Its key and the address of its document, as they are shown."""
        key = "/".join(map(str, self.key))
        return f"{key} ({self.uri})" if self.uri is not None else key

    def __str__(self) -> str:
        return f"{self.table} {self.place}: {self.problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking some documents gave: how many rows and passages were looked at, and what is wrong."""

    documents: int = 0
    rows: int = 0
    passages: int = 0
    faults: tuple[Fault, ...] = ()


def check(connection: Connection) -> Iterator[Checked]:
    """Checks all that a store holds, some documents at a time; texts that no document has come last."""
    last = 0
    asked = select(document.c.key).order_by(document.c.key).limit(AT_ONCE)
    while keys := list(connection.execute(asked.where(document.c.key > last)).scalars()):
        last = keys[-1]
        yield _check(connection, keys)
    unused = select(text).where(~select(document.c.key).where(document.c.text == text.c.id).exists())
    for row in connection.execute(unused):
        yield Checked(rows=1, faults=tuple(_text_faults(row.id, row.characters, None)))
    yield _corrections(connection)
    yield Checked(faults=(*_versions(connection), *_orphans(connection)))


def _corrections(connection: Connection) -> Checked:
    """What people said of records and actors, which is never written over but for its withdrawal."""
    rows = _rows(connection, correction, true())
    faults = [
        Fault(table="correction", key=(row["number"],), uri=row["uri"], problem=CHANGED)
        for row in rows
        if _hash(digest, [row[name] for name in FOR_GOOD]) != row["hash"]
    ]
    there = {row["number"] for row in rows}
    tied = set(connection.execute(select(corrects.c.correction).distinct()).scalars())
    faults += [
        Fault(table="correction", key=(number,), uri=None, problem="is missing") for number in sorted(tied - there)
    ]
    return Checked(rows=len(rows), faults=tuple(faults))


def _check(connection: Connection, keys: Sequence[int]) -> Checked:
    documents = {row["key"]: row for row in _rows(connection, document, document.c.key.in_(keys))}
    texts = {
        row.id: row.characters
        for row in connection.execute(select(text).where(text.c.id.in_({row["text"] for row in documents.values()})))
    }
    yields = {table: _rows(connection, table, table.c.document.in_(keys)) for table in KINDS}
    passages = _rows(connection, evidence, evidence.c.document.in_(keys))
    faults = [*_document_faults(documents, texts), *_number_faults(connection, yields, documents)]
    broken = {fault.key[0] for fault in faults if fault.table == "text"}
    of_sound = [row for row in passages if documents[row["document"]]["text"] not in broken]
    faults += _passage_faults(of_sound, documents, texts)
    told = {
        fault.key[:3] if fault.table == "evidence" else (fault.key[0], fault.table, *fault.key[1:]) for fault in faults
    }  # owners whose hashes, or whose passages, would only say it once more
    faults += [one for one in _row_faults(yields, passages, documents)
               if (one.key[0], one.table, one.key[1]) not in told and one.key[:3] not in told]  # fmt: skip
    rows = len(documents) + len(texts) + sum(map(len, yields.values())) + len(passages)
    return Checked(documents=len(documents), rows=rows, passages=len(passages), faults=tuple(faults))


def _rows(connection: Connection, table: Table, wanted: ColumnElement[bool]) -> list[Row]:
    """Rows of a table in the order of their keys; JSON that is none is told as what stands there."""
    is_sqlite = connection.dialect.name == SQLITE
    raw = [column.name for column in table.columns if column.type is Json and is_sqlite]
    columns = [type_coerce(column, Text).label(column.name) if column.name in raw else column
               for column in table.columns]  # fmt: skip
    found = connection.execute(select(*columns).where(wanted).order_by(*table.primary_key.columns))
    return [row | {name: _parsed(row[name]) for name in raw} for row in (one._asdict() for one in found)]


def _parsed(told: object) -> object:
    try:
        return json.loads(told) if isinstance(told, str | bytes) else told
    except (ValueError, RecursionError):
        return {"no JSON": str(told)}


def _document_faults(documents: Mapping[int, Row], texts: Mapping[str, str]) -> Iterator[Fault]:
    for key, row in documents.items():
        if _hash(document_hash, row) != row["hash"]:
            yield Fault(table="document", key=(key,), uri=row["uri"], problem=CHANGED)
    uris = {row["text"]: row["uri"] for row in documents.values()}
    for id, uri in uris.items():
        yield from _text_faults(id, texts.get(id), uri)


def _text_faults(id: str, characters: str | None, uri: str | None) -> Iterator[Fault]:
    if characters is None:
        yield Fault(table="text", key=(id,), uri=uri, problem="is missing")
    elif not isinstance(characters, str) or document_id(characters) != id:
        yield Fault(table="text", key=(id,), uri=uri, problem="was changed: its id is not that of its characters")


def _passage_faults(passages: Iterable[Row], documents: Mapping[int, Row], texts: Mapping[str, str]) -> Iterator[Fault]:
    for row in passages:
        of = documents[row["document"]]
        if problem := _problem(row, texts.get(of["text"], "")):
            yield Fault(table="evidence", key=_key(evidence, row), uri=of["uri"], problem=problem)


def _key(table: Table, row: Row) -> Place:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _problem(row: Row, told: str) -> str | None:
    """What is wrong with a passage; None if nothing is."""
    start, end = row["start"], row["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(told):
        return f"[{start}:{end}] is no place in its text, which has {len(told)} characters"
    if told[start:end] != row["exact"]:
        return f"says {_shown(row['exact'])}, but its text at [{start}:{end}] has {_shown(told[start:end])}"
    return None


def _row_faults(
    yields: Mapping[Table, Sequence[Row]], passages: Iterable[Row], documents: Mapping[int, Row]
) -> Iterator[Fault]:
    """The rows whose hash is not theirs, and the passages that are nobody's."""
    held: dict[Place, list[Row]] = {}
    for passage in passages:
        held.setdefault((passage["document"], passage["owner"], passage["ordinal"]), []).append(passage)
    for table, rows in yields.items():
        roles = {role: place for place, role in enumerate(SHAPES[KINDS[table]].passages)}
        for row in rows:
            own = held.pop((row["document"], table.name, row["ordinal"]), [])
            own.sort(key=lambda one: (roles.get(one["role"], len(roles)), one["part"]))
            if _hash(row_hash, row, own) != row["hash"]:
                key = (row["document"], row["ordinal"])
                yield Fault(table=table.name, key=key, uri=documents[row["document"]]["uri"], problem=CHANGED)
    for stray in (passage for rest in held.values() for passage in rest):
        uri, problem = documents[stray["document"]]["uri"], f"belongs to no {stray['owner']}"
        yield Fault(table="evidence", key=_key(evidence, stray), uri=uri, problem=problem)


def _number_faults(
    connection: Connection, yields: Mapping[Table, Sequence[Row]], documents: Mapping[int, Row]
) -> Iterator[Fault]:
    """The rows that are missing: their ordinals are passed over, or search still knows them."""
    indexed = select(entry.c.document, entry.c.owner, func.max(entry.c.ordinal).label("last")).where(
        entry.c.document.in_(documents)
    )
    known = {(row.document, row.owner): row.last
             for row in connection.execute(indexed.group_by(entry.c.document, entry.c.owner))}  # fmt: skip
    for table, rows in yields.items():
        ordinals: dict[int, set[int]] = {}
        for row in rows:
            ordinals.setdefault(row["document"], set()).add(row["ordinal"])
        for key, of in documents.items():
            there = ordinals.get(key, set())
            last = max(max(there, default=-1), known.get((key, table.name), -1))
            for ordinal in sorted(set(range(last + 1)) - there):
                yield Fault(table=table.name, key=(key, ordinal), uri=of["uri"], problem="is missing")


def _versions(connection: Connection) -> Iterator[Fault]:
    """The readings that hold though a later one of their address is there, and the last ones that do not."""
    last = func.max(document.c.version).over(partition_by=document.c.uri).label("last")
    told = select(document.c.key, document.c.uri, document.c.version, document.c.is_current, last).subquery()
    wrong = select(told).where(told.c.is_current != (told.c.version == told.c.last)).order_by(told.c.key)
    for row in connection.execute(wrong):
        problem = "holds, but a later reading is there" if row.is_current else "does not hold, but is the last reading"
        yield Fault(table="document", key=(row.key,), uri=row.uri, problem=problem)


def _orphans(connection: Connection) -> Iterator[Fault]:
    """The rows whose document is gone."""
    for table in IN_DOCUMENTS:
        gone = ~select(document.c.key).where(document.c.key == table.c.document).exists()
        for row in connection.execute(select(*table.primary_key.columns).where(gone)):
            yield Fault(table=table.name, key=tuple(row), uri=None, problem="belongs to no document")


def _hash(of: Callable[..., str], *rows: object) -> str | None:
    """A hash; None for values that nobody of ours has written."""
    try:
        return of(*rows)
    except (TypeError, ValueError):
        return None


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
