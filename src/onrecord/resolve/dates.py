"""Gives date mentions their days: "last Friday" and the day of publication -> EDTF, with its basis.

Nothing is padded: "in February" is a month, "last week" its seven days, "three weeks ago" a day with "~".
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TypeVar

from onrecord.lexicon.dates import DateKind, load_date_words
from onrecord.model import Document, Event, Evidence, Extraction, Finding, FindingKind, Statement, Status

Dateable = TypeVar("Dateable", Statement, Event)

WORD = re.compile(r"\d+|[^\W\d_]+\.?")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_YEAR = 1000  # a greater number is a year, a smaller one a day
ABOUT = "~"  # EDTF: approximately
WEEK, MONTH, YEAR = 7, 30, 365  # values of the units in data/dates.toml
MONTHS = 12  # in a year
PAST = frozenset({"was", "were", "had"})  # auxiliaries of the past tense


class Leaning(Enum):
    """Where a date without a year lies, seen from the day of publication."""

    PAST = -1
    EITHER = 0
    FUTURE = 1


LEANINGS = {
    Status.PLANNED: Leaning.FUTURE,
    Status.POSTPONED: Leaning.EITHER,
    Status.CANCELLED: Leaning.EITHER,
    Status.REFUSED: Leaning.EITHER,
    Status.HYPOTHETICAL: Leaning.EITHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression taken apart."""

    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekday: int | None = None
    offset: int | None = None  # days from the anchor: "yesterday"
    turn: int | None = None
    unit: int | None = None
    number: int = 0
    is_ago: bool = False
    has_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a date expression comes to; `problem` says why it comes to nothing."""

    date: str | None = None
    basis: str
    problem: str | None = None


def resolve_dates(extraction: Extraction, document: Document) -> tuple[Extraction, tuple[Finding, ...]]:
    """The extraction with every date mention resolved, and a finding for each expression that cannot be."""
    problems: dict[str, Finding] = {}

    def dated(record: Dateable, leaning: Leaning) -> Dateable:
        mention = record.date_mention
        if mention is None:
            return record
        found = date_of(mention.exact, document.published, leaning)
        if found.problem:
            problems.setdefault(mention.exact.lower(), _finding(mention, found.problem))
        return replace(record, date=found.date, date_basis=found.basis)

    statements = tuple(dated(statement, Leaning.PAST) for statement in extraction.statements)
    events = tuple(dated(event, _leaning(event)) for event in extraction.events)
    return replace(extraction, statements=statements, events=events), tuple(problems.values())


def _leaning(event: Event) -> Leaning:
    """Where an event's date lies: what "was planned for February" may by now be past."""
    if event.status is Status.PLANNED and not PAST.isdisjoint(event.evidence[0].exact.lower().split()):
        return Leaning.EITHER
    return LEANINGS.get(event.status, Leaning.PAST)


def date_of(expression: str, published: str | None, leaning: Leaning = Leaning.PAST) -> Dated:
    """The EDTF of an expression, as seen from the day of publication."""
    parts = taken_apart(expression)
    try:
        written = _written(parts)
        if written:
            return Dated(date=written, basis=f"{expression}, as written")
        if published is None or not FULL_DAY.fullmatch(published):
            return Dated(basis=f"{expression}, with nothing to anchor it", problem="nothing anchors it to a day")
        anchor = date.fromisoformat(published)
        found = next(filter(None, (reading(parts, anchor, leaning) for reading in READINGS)), None)
    except ValueError:  # the calendar has no such day
        return Dated(basis=f"{expression}, which is no day", problem="the calendar has no such day")
    if found is None:
        return Dated(basis=f"{expression}, which names no day", problem="it does not say which day")
    return Dated(date=found, basis=f"{expression}, from published {published}")


def taken_apart(expression: str) -> Expression:
    """The words of a date, each where it belongs; what is no date word is passed over."""
    known = load_date_words()
    numbers = [int(word) for word in WORD.findall(expression) if word.isdigit()]
    words = [known[word] for word in WORD.findall(expression.lower()) if word in known]
    values = {kind: [word.value for word in words if word.kind is kind] for kind in DateKind}
    is_ago = bool(values[DateKind.AGO])
    days = [] if is_ago else [number for number in numbers if number < FIRST_YEAR]
    months = values[DateKind.MONTH]
    if not months and len(days) == 2 and len(numbers) == 3:  # "2023-06-19"
        months, days = days[:1], days[1:]
    counts = [*(numbers if is_ago else []), *values[DateKind.NUMBER]]
    return Expression(
        years=tuple(number for number in numbers if number >= FIRST_YEAR),
        months=tuple(months),
        days=tuple(days),
        weekday=_first(values[DateKind.WEEKDAY]),
        offset=_first(values[DateKind.DAY]),
        turn=_first(values[DateKind.TURN]),
        unit=_first(values[DateKind.UNIT]),
        number=0 if 0 in counts else max(counts, default=0),
        is_ago=is_ago,
        has_part=bool(values[DateKind.PART]),
    )


def _first(values: list[int]) -> int | None:
    return values[0] if values else None


def _finding(mention: Evidence, problem: str) -> Finding:
    detail = f'"{mention.exact}" is no certain date: {problem}'
    return Finding(kind=FindingKind.UNRESOLVED_DATE, detail=detail, start=mention.start, end=mention.end)


def _written(parts: Expression) -> str | None:
    """A date with its year: it needs no anchor."""
    return _calendar(parts, parts.years[0]) if parts.years else None


def _calendar(parts: Expression, year: int) -> str:
    """The year, month, day or range of days that the expression names in this year."""
    if not parts.months:
        return f"{year:04}"
    if not parts.days:
        return f"{year:04}-{parts.months[0]:02}"
    ends = [date(year, parts.months[-1 if i else 0], day).isoformat() for i, day in enumerate(parts.days[:2])]
    return "/".join(ends)


def _ago(parts: Expression, anchor: date, _: Leaning) -> str | None:
    """ "three weeks ago": a day, about; months and years ago no nearer than that."""
    if not parts.is_ago or not parts.number or parts.unit is None:
        return None
    if parts.unit == YEAR:
        return f"{anchor.year - parts.number:04}{ABOUT}"
    if parts.unit == MONTH:
        return _month(anchor, -parts.number) + ABOUT
    day = anchor - timedelta(days=parts.number * parts.unit)
    return day.isoformat() + (ABOUT if parts.unit == WEEK else "")


def _turn(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "last month", "June last year", "this week", "next year", "last night"."""
    if parts.turn is None or parts.weekday is not None:
        return None
    if parts.unit == YEAR:
        return _calendar(parts, anchor.year + parts.turn)
    if parts.unit == MONTH:
        return _month(anchor, parts.turn)
    if parts.unit == WEEK:
        return _week(anchor, parts.turn, leaning)
    if parts.unit is None and not parts.months:
        return (anchor + timedelta(days=parts.turn)).isoformat() if parts.has_part else None
    return None


def _month(anchor: date, steps: int) -> str:
    year, month = divmod(anchor.year * MONTHS + anchor.month - 1 + steps, MONTHS)
    return f"{year:04}-{month + 1:02}"


def _week(anchor: date, turn: int, leaning: Leaning) -> str:
    """The days of a week from Monday; of this week only those on the side that is meant."""
    monday = anchor + timedelta(days=WEEK * turn - anchor.weekday())
    first, last = monday, monday + timedelta(days=WEEK - 1)
    if not turn and leaning is not Leaning.EITHER:
        first, last = (first, anchor) if leaning is Leaning.PAST else (anchor, last)
    return f"{first.isoformat()}/{last.isoformat()}"


def _offset(parts: Expression, anchor: date, _: Leaning) -> str | None:
    """ "today", "yesterday", "tomorrow"."""
    return None if parts.offset is None else (anchor + timedelta(days=parts.offset)).isoformat()


def _yearless(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "14 August", "June 18-19", "in February", "last June": in the year that fits best."""
    if not parts.months or parts.unit is not None:
        return None
    toward = {-1: Leaning.PAST, 1: Leaning.FUTURE}.get(parts.turn or 0, leaning)
    years = [y for y in range(anchor.year - 4, anchor.year + 5) if _has_day(parts, y)]
    if not years:
        raise ValueError
    if parts.turn == 0:  # "this April"
        return _calendar(parts, anchor.year)
    whole_month = not parts.days
    origin = anchor.replace(day=1) if whole_month else anchor

    def distance(year: int) -> int:
        return (date(year, parts.months[0], parts.days[0] if parts.days else 1) - origin).days

    strict = parts.turn is not None  # "last June" in June is not this June
    fitting = [y for y in years if toward is Leaning.EITHER or distance(y) * toward.value >= strict]
    return _calendar(parts, min(fitting, key=lambda year: abs(distance(year))))


def _has_day(parts: Expression, year: int) -> bool:
    last = monthrange(year, parts.months[0])[1] if 1 <= parts.months[0] <= MONTHS else 0
    return last > 0 and all(1 <= day <= 31 for day in parts.days) and (not parts.days or parts.days[0] <= last)


def _weekday(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "Monday": on or before publication, or if planned on or after it; "last Monday" never that day."""
    if parts.weekday is None:
        return None
    is_future = parts.turn == 1 if parts.turn else leaning is Leaning.FUTURE
    steps = (parts.weekday - anchor.weekday()) % WEEK if is_future else -((anchor.weekday() - parts.weekday) % WEEK)
    if not steps and parts.turn:
        steps = WEEK * parts.turn
    return (anchor + timedelta(days=steps)).isoformat()


READINGS: tuple[Callable[[Expression, date, Leaning], str | None], ...] = (
    _ago,
    _turn,
    _offset,
    _yearless,
    _weekday,
)
