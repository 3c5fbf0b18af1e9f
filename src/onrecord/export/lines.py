"""A record as one line of JSON, and back: what `onrecord read` writes.

A passage is {"start", "end", "exact"}: its document is the line's own. A mention adds what it says of whom,
without what it leaves open. The engagements, commitments and channels of a line are views, computed when
it is written and left aside when it is read.
"""

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from onrecord.errors import SourceError
from onrecord.export.json_text import json_text
from onrecord.lexicon import Lexicon
from onrecord.lexicon.offices import Office, by_name
from onrecord.model import Actor, Document, Event, Finding, Record, Statement
from onrecord.views.brief import Brief
from onrecord.views.channels import Channel, channels
from onrecord.views.commitments import Commitment, commitments
from onrecord.views.engagements import engagements
from onrecord.views.occasions import Engagement

PASSAGE = frozenset({"start", "end", "exact"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A record with the views of it alone: the shape of a line."""

    document: Document
    findings: tuple[Finding, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    engagements: tuple[Engagement, ...]
    commitments: tuple[Commitment, ...]
    channels: tuple[Channel, ...]


VIEWS = ("engagements", "commitments", "channels")  # the fields of a line that are left aside when it is read
RECORDS = TypeAdapter(Record)
READINGS = TypeAdapter(Reading)
BRIEFS = TypeAdapter(Brief)
Built = TypeVar("Built", Record, Reading)


def reading(record: Record, lexicon: Lexicon) -> Reading:
    """A record with its views."""
    alone, countries = (record,), {state.id: state.name for state in lexicon.states}
    return Reading(
        document=record.document,
        findings=record.findings,
        actors=record.actors,
        statements=record.statements,
        events=record.events,
        engagements=engagements(alone, lexicon.encounters, countries, _by_name(lexicon.offices)),
        commitments=commitments(alone, lexicon.undertakings, countries),
        channels=channels(alone, lexicon.channels),
    )


def without_views(record: Record) -> Reading:
    """A record as the shape of a line, with nothing that is computed."""
    return Reading(
        document=record.document,
        findings=record.findings,
        actors=record.actors,
        statements=record.statements,
        events=record.events,
        engagements=(),
        commitments=(),
        channels=(),
    )


@functools.lru_cache(maxsize=2)
def _by_name(offices: tuple[Office, ...]) -> Mapping[str, Office]:
    return by_name(offices)


def read_line(record: Record, lexicon: Lexicon) -> str:
    """A record as one line of JSON, without the newline; one record always gives the same line."""
    return json_text(as_json(reading(record, lexicon)))


def as_json(reading: Reading) -> object:
    """What a line holds, as JSON values."""
    return _without_document(READINGS.dump_python(reading, mode="json"))


def brief_json(brief: Brief) -> str:
    """A brief as JSON on several lines."""
    return json_text(BRIEFS.dump_python(brief, mode="json"), indent=2)


def record_from_json(line: str | bytes, source: str = "this line") -> Record:
    """The record that a line holds; equal to the one it was written from.

    Raises: SourceError for what is no record in JSON, EvidenceError for a passage that its text lacks.
    """
    whole, document = parsed(line, source)
    stored = {field.name: whole[field.name] for field in fields(Record) if field.name in whole}
    return _built(RECORDS, stored, document, source)


def reading_from_json(line: str | bytes, source: str = "this line") -> Reading:
    """All that a line holds, with the views; its passages are not compared with the text.

    Raises: SourceError for what is no record in JSON, or lacks a part of one.
    """
    whole, document = parsed(line, source)
    return _built(READINGS, whole, document, source)


def parsed(line: str | bytes, source: str = "this line") -> tuple[Mapping[str, object], str]:
    """The JSON of a line that has a document with an id, and that id. Raises: SourceError."""
    try:
        whole = json.loads(line, object_pairs_hook=_object)
    except ValueError as error:
        raise SourceError(source, f"is not JSON: {json_fault(error)}") from error
    except RecursionError as error:
        raise SourceError(source, "is not a record: it is nested too deeply") from error
    match whole:
        case {"document": {"id": str(document)}}:
            return whole, document
        case _:
            raise SourceError(source, "is not a record: it has no document with an id")


def _object(pairs: Sequence[tuple[str, object]]) -> Mapping[str, object]:
    """A JSON object; one with a key twice means one thing to one reader and another to the next."""
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"{next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return dict(pairs)


def _built(shape: TypeAdapter[Built], values: object, document: str, source: str) -> Built:
    try:
        return shape.validate_python(_with_document(values, document))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SourceError(source, f"is not a record: {place}: {first['msg']}") from error
    except RecursionError as error:
        raise SourceError(source, "is not a record: it is nested too deeply") from error


def json_fault(error: ValueError) -> str:
    """Why a line is not JSON, and where in it."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error)


def _without_document(value: object) -> object:
    """The same JSON whose passages do not name their document, nor what a mention leaves open."""
    if isinstance(value, list):
        return [_without_document(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    inside = {key: _without_document(inner) for key, inner in value.items()}
    if value.keys() >= PASSAGE:
        return {key: inner for key, inner in inside.items() if key != "doc_id" and inner is not None}
    return inside


def _with_document(value: object, document: str) -> object:
    """The same JSON whose places in the text name their document; blocks and findings make nothing of it."""
    if isinstance(value, list):
        return [_with_document(inner, document) for inner in value]
    if not isinstance(value, dict):
        return value
    inside = {key: _with_document(inner, document) for key, inner in value.items()}
    return {"doc_id": document, **inside} if value.keys() >= {"start", "end"} else inside
