"""Gives date mentions their days: "last Friday" and the day of publication -> EDTF, with its basis.

Nothing is padded: "in February" is a month, "last week" its seven days, "three weeks ago" a day with "~".
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from onrecord.model import Document, Event, Evidence, Extraction, Finding, FindingKind, Statement, Status
from onrecord.model.days import bounds
from onrecord.model.rules import DateRule
from onrecord.resolve.expressions import Expression, taken_apart
from onrecord.resolve.readings import READINGS, Leaning, from_beside, written

Dateable = TypeVar("Dateable", Statement, Event)

FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PAST = frozenset({"was", "were", "had"})  # auxiliaries of the past tense

LEANINGS = {
    Status.PLANNED: Leaning.FUTURE,
    Status.POSTPONED: Leaning.EITHER,
    Status.CANCELLED: Leaning.EITHER,
    Status.REFUSED: Leaning.EITHER,
    Status.HYPOTHETICAL: Leaning.EITHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a date expression comes to; `problem` says why it comes to nothing."""

    date: str | None = None
    basis: str
    problem: str | None = None


def resolve_dates(extraction: Extraction, document: Document) -> tuple[Extraction, tuple[Finding, ...]]:
    """The extraction with every date mention resolved, and a finding for each expression that cannot be.

    "The next day" counts from the day that was told of before it in the text.
    """
    problems: dict[str, Finding] = {}
    found: dict[str, Dated] = {}
    told: list[Statement | Event] = [*extraction.statements, *extraction.events]
    beside: str | None = None
    for record in sorted(told, key=_place):
        mention = record.date_mention
        if mention is None:
            continue
        leaning = _leaning(record) if isinstance(record, Event) else Leaning.PAST
        dated = found[record.id] = date_of(mention.exact, document.published, leaning, beside)
        if dated.problem:
            problems.setdefault(mention.exact.lower(), _finding(mention, dated.problem))
        beside = dated.date if dated.date is not None and FULL_DAY.fullmatch(dated.date) else beside
    statements = tuple(_dated(statement, found.get(statement.id)) for statement in extraction.statements)
    events = tuple(_dated(event, found.get(event.id)) for event in extraction.events)
    early = {
        event.date_mention.exact.lower(): _too_early(event.date_mention, document)
        for event in events
        if event.date_mention is not None and _is_told_before_it_was(event, document)
    }
    return replace(extraction, statements=statements, events=events), (*problems.values(), *early.values())


def _is_told_before_it_was(event: Event, document: Document) -> bool:
    """Whether something is told as past that by its date was still to come when the text was published."""
    days, published = bounds(event.date), bounds(document.published)
    is_past = event.status in (Status.OCCURRED, Status.ONGOING)
    return is_past and days is not None and published is not None and days[0] > published[1]


def _too_early(mention: Evidence, document: Document) -> Finding:
    detail = f'"{mention.exact}" is told as past and lies after {document.published}, when the text was published'
    return Finding(kind=FindingKind.FUTURE_DATE, detail=detail, start=mention.start, end=mention.end)


def _place(record: Statement | Event) -> int:
    return record.date_mention.start if record.date_mention is not None else 0


def _dated(record: Dateable, found: Dated | None) -> Dateable:
    return record if found is None else replace(record, date=found.date, date_basis=found.basis)


def _leaning(event: Event) -> Leaning:
    """Where an event's date lies: what "was planned for February" may by now be past."""
    if event.status is Status.PLANNED and not PAST.isdisjoint(event.evidence[0].exact.lower().split()):
        return Leaning.EITHER
    return LEANINGS.get(event.status, Leaning.PAST)


def date_of(
    expression: str, published: str | None, leaning: Leaning = Leaning.PAST, beside: str | None = None
) -> Dated:
    """The EDTF of an expression, as seen from the day of publication, or from the day told of beside it."""
    parts = taken_apart(expression)
    try:
        if whole := written(parts):
            return Dated(date=whole, basis=DateRule.AS_WRITTEN.format(words=expression))
        if parts.beside is not None and parts.offset is None:
            return _from_beside(expression, parts, beside)
        if published is None or not FULL_DAY.fullmatch(published):
            return Dated(basis=DateRule.NO_ANCHOR.format(words=expression), problem="nothing anchors it to a day")
        anchor = date.fromisoformat(published)
        readings = () if parts.is_open else READINGS
        found = next(filter(None, (reading(parts, anchor, leaning) for reading in readings)), None)
    except (ValueError, OverflowError):  # the calendar has no such day
        return Dated(basis=DateRule.NO_DAY.format(words=expression), problem="the calendar has no such day")
    if found is None:
        return Dated(basis=DateRule.UNNAMED.format(words=expression), problem="it does not say which day")
    return Dated(date=found, basis=DateRule.FROM_PUBLISHED.format(words=expression, day=published))


def _from_beside(expression: str, parts: Expression, beside: str | None) -> Dated:
    if beside is None:
        return Dated(basis=DateRule.NONE_BESIDE.format(words=expression), problem="no day is told of before it")
    found = from_beside(parts, date.fromisoformat(beside))
    if found is None:
        return Dated(basis=DateRule.UNNAMED.format(words=expression), problem="it does not say which day")
    return Dated(date=found, basis=DateRule.FROM_BESIDE.format(words=expression, day=beside))


def _finding(mention: Evidence, problem: str) -> Finding:
    detail = f'"{mention.exact}" is no certain date: {problem}'
    return Finding(kind=FindingKind.UNRESOLVED_DATE, detail=detail, start=mention.start, end=mention.end)
