"""The columns of the tables that a store is exported as, in Parquet and in CSV; docs/exports.md tells them all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.model import Actor, Event, Evidence, Mention, Statement
from onrecord.model.corrections import CORRECTABLE
from onrecord.model.days import bounds
from onrecord.store.held import Held
from onrecord.store.rows import MENTION, SHAPES

Cells = Mapping[str, object]


class Type(StrEnum):
    """What a column holds; lists are lists in Parquet and JSON in CSV."""

    TEXT = "text"
    WHOLE = "integer"
    TRUTH = "boolean"
    DAY = "date"
    INSTANT = "timestamp"  # UTC, to the microsecond
    TEXTS = "list of text"
    BLOCKS = "list of blocks"  # kind, start, end
    FINDINGS = "list of findings"  # kind, detail, start, end
    PAIRS = "map"  # of text to text


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns by name, and what a reading has to put in it."""

    name: str
    columns: Mapping[str, Type]
    rows: Callable[[Held], Iterator[Cells]]


def _plain(kind: type[Any], *without: str) -> dict[str, Type]:
    """The columns of a kind of record: those of its fields that are no passages, by their names."""
    shape = SHAPES[kind]
    types = {bool: Type.TRUTH, int: Type.WHOLE}
    columns = {name: types.get(built, Type.TEXT) for name, built in shape.plain.items()}
    return {name: type_ for name, type_ in (columns | dict.fromkeys(shape.lists, Type.TEXTS)).items()
            if name not in without}  # fmt: skip


DAYS = {"first_day": Type.DAY, "last_day": Type.DAY}
PLACE = {"document": Type.WHOLE, "ordinal": Type.WHOLE}
PASSAGE = {"start": Type.WHOLE, "end": Type.WHOLE, "exact": Type.TEXT}


def _documents(held: Held) -> Iterator[Cells]:
    read, kept = held.record.document, held.kept
    names = ("id", "uri", "title", "publisher", "published", "modified", "language", "retrieved", "text")
    yield {
        "key": held.key,
        **{name: getattr(read, name) for name in names},
        **_days(read.published),
        "version": kept.version,
        "page": kept.page,
        "reader": kept.reader,
        "read_at": kept.read_at,
        "provenance": dict(read.provenance),
        "blocks": [{"kind": one.kind.value, "start": one.start, "end": one.end} for one in read.blocks],
        "findings": [
            {"kind": one.kind.value, "detail": one.detail, "start": one.start, "end": one.end}
            for one in held.record.findings
        ],
    }


def _statements(held: Held) -> Iterator[Cells]:
    for ordinal, said in enumerate(held.record.statements):
        more = {"content": [part.exact for part in said.content], "speaker_words": _words(said.speaker_mention)}
        yield {**_own(held, ordinal, said, STATEMENTS), **_days(said.date), **more}


def _events(held: Held) -> Iterator[Cells]:
    for ordinal, done in enumerate(held.record.events):
        more = {"trigger": done.trigger.exact, "content": [part.exact for part in done.evidence]}
        yield {**_own(held, ordinal, done, EVENTS), **_days(done.date), **more}


def _actors(held: Held) -> Iterator[Cells]:
    for ordinal, actor in enumerate(held.record.actors):
        yield _own(held, ordinal, actor, ACTORS)


def _evidence(held: Held) -> Iterator[Cells]:
    """The passages of all that a reading holds, each with whose it is and in which role."""
    owners: tuple[Statement | Event | Actor, ...] = (
        *held.record.statements, *held.record.events, *held.record.actors,
    )  # fmt: skip
    for owner in owners:
        for role, (_, several) in SHAPES[type(owner)].passages.items():
            found = getattr(owner, role)
            for part, passage in enumerate(found if several else () if found is None else (found,)):
                place = {"owner": type(owner).__name__.lower(), "owner_id": owner.id, "role": role, "part": part}
                told = {name: getattr(passage, name) for name in PASSAGE}
                points = {name: _value(getattr(passage, name, None)) for name in MENTION}
                yield {"document": held.key, **place, **told, **points}


def _corrections(held: Held) -> Iterator[Cells]:
    """What people said of the records of a reading: the corrections that count."""
    for id, review in held.reviews.items():
        for made in review.corrections:
            told = {name: getattr(made, name) for name in CORRECTIONS if hasattr(made, name)}
            was = [one for values in made.was.values() for one in values] if made.matter in CORRECTABLE else []
            yield {**told, "document": held.key, "record": id, "matter": made.matter.value,
                   "value": list(made.value), "was": was}  # fmt: skip


def _own(held: Held, ordinal: int, owner: object, columns: Mapping[str, Type]) -> dict[str, object]:
    """The cells that are the fields of a record."""
    fields = {name: _value(getattr(owner, name)) for name in columns if hasattr(owner, name) and name != "content"}
    return {"document": held.key, "ordinal": ordinal, **fields}


def _value(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _days(edtf: str | None) -> Cells:
    days = bounds(edtf)
    return {"first_day": days[0] if days else None, "last_day": days[1] if days else None}


def _words(passage: Evidence | None) -> str | None:
    return passage.exact if passage is not None else None


DOCUMENTS = {
    "key": Type.WHOLE,
    **dict.fromkeys(("id", "uri", "title", "publisher", "published"), Type.TEXT),
    **DAYS,
    **dict.fromkeys(("modified", "language"), Type.TEXT),
    "retrieved": Type.INSTANT,
    "version": Type.WHOLE,
    **dict.fromkeys(("page", "reader"), Type.TEXT),
    "read_at": Type.INSTANT,
    "provenance": Type.PAIRS,
    "blocks": Type.BLOCKS,
    "findings": Type.FINDINGS,
    "text": Type.TEXT,
}
STATEMENTS = {**PLACE, **_plain(Statement), **DAYS, "content": Type.TEXTS, "speaker_words": Type.TEXT}
EVENTS = {**PLACE, **_plain(Event), **DAYS, "content": Type.TEXTS, "trigger": Type.TEXT}
ACTORS = {**PLACE, **_plain(Actor)}
EVIDENCE = {
    "document": Type.WHOLE,
    **dict.fromkeys(("owner", "owner_id", "role"), Type.TEXT),
    "part": Type.WHOLE,
    **PASSAGE,
    **_plain(Mention, "doc_id", *PASSAGE),
}
CORRECTIONS = {
    "document": Type.WHOLE,
    "record": Type.TEXT,
    "number": Type.WHOLE,
    "matter": Type.TEXT,
    **dict.fromkeys(("value", "was"), Type.TEXTS),
    **dict.fromkeys(("by", "at", "note"), Type.TEXT),
}
TABLES = (
    Table("documents", DOCUMENTS, _documents),
    Table("statements", STATEMENTS, _statements),
    Table("events", EVENTS, _events),
    Table("actors", ACTORS, _actors),
    Table("evidence", EVIDENCE, _evidence),
    Table("corrections", CORRECTIONS, _corrections),
)
