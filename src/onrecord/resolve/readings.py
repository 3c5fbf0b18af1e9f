"""The readings of a date expression: what it comes to, seen from an anchor day."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from onrecord.resolve.expressions import Expression

ABOUT = "~"  # EDTF: approximately
DAY, WEEK, MONTH, YEAR, DECADE = 1, 7, 30, 365, 3650  # values of the units in data/dates.toml
MONTHS = 12  # in a year
SATURDAY = 5


class Leaning(Enum):
    """Where a date without a year lies, seen from the day of publication."""

    PAST = -1
    EITHER = 0
    FUTURE = 1


def written(parts: Expression) -> str | None:
    """A date with its year: it needs no anchor."""
    if parts.decade is not None:
        return f"{parts.decade}X"
    if not parts.years or parts.is_open:
        return None
    if parts.share is not None:
        return _share(parts, parts.years[0])
    if len(parts.years) > 1 and not parts.months:
        return "/".join(f"{year:04}" for year in parts.years[:2])
    return _calendar(parts, parts.years[0])


def from_beside(parts: Expression, anchor: date) -> str | None:
    """What counts from the day told of before: "two days later", "the following Monday"."""
    way, number = parts.beside or 0, parts.number or 1
    if parts.weekday is not None:
        steps = (parts.weekday - anchor.weekday()) % WEEK or WEEK
        return (anchor + timedelta(days=steps if way > 0 else steps - WEEK)).isoformat() if way else None
    if not way:
        return anchor.isoformat() if parts.unit == DAY else None
    if parts.unit == DAY:
        return (anchor + timedelta(days=way * number)).isoformat()
    if parts.unit == WEEK:
        return (anchor + timedelta(days=way * number * WEEK)).isoformat() + ABOUT
    if parts.unit == MONTH:
        return _month(anchor, way * number) + ABOUT
    return f"{anchor.year + way * number:04}{ABOUT}" if parts.unit == YEAR else None


def _calendar(parts: Expression, year: int) -> str:
    """The year, month, day or range of days or months that the expression names in this year."""
    if not parts.months:
        return f"{year:04}"
    if not parts.days:
        ends = [f"{year:04}-{month:02}" for month in dict.fromkeys(parts.months[:2])]
        return "/".join(ends)
    if parts.unit == WEEK:  # "the week of May 5"
        first = date(year, parts.months[0], parts.days[0])
        return f"{first.isoformat()}/{(first + timedelta(days=WEEK - 1)).isoformat()}"
    ends = [date(year, parts.months[-1 if i else 0], day).isoformat() for i, day in enumerate(parts.days[:2])]
    return "/".join(ends)


def _share(parts: Expression, year: int) -> str | None:
    """ "the first quarter of 2023": its first and last month."""
    length = parts.share or 0
    if not 1 <= parts.ordinal <= MONTHS // length:
        return None
    last = parts.ordinal * length
    return f"{year:04}-{last - length + 1:02}/{year:04}-{last:02}"


def _ago(parts: Expression, anchor: date, _: Leaning) -> str | None:
    """ "three weeks ago": a day, about; months and years ago no nearer than that."""
    if not parts.is_ago or not parts.number or parts.unit is None:
        return None
    if parts.unit in (YEAR, DECADE):
        return f"{anchor.year - parts.number * (parts.unit // YEAR):04}{ABOUT}"
    if parts.unit == MONTH:
        return _month(anchor, -parts.number) + ABOUT
    day = anchor - timedelta(days=parts.number * parts.unit)
    return day.isoformat() + (ABOUT if parts.unit == WEEK else "")


def _turn(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "last month", "June last year", "this week", "Monday last week", "next year", "last night"."""
    if parts.turn is None or (parts.weekday is not None and parts.unit != WEEK):
        return None
    if parts.unit == YEAR:
        year = anchor.year + parts.turn
        return _share(parts, year) if parts.share is not None else _calendar(parts, year)
    if parts.unit == MONTH:
        return _month(anchor, parts.turn)
    if parts.unit == WEEK and parts.weekday is not None:
        return (anchor + timedelta(days=WEEK * parts.turn - anchor.weekday() + parts.weekday)).isoformat()
    if parts.unit == WEEK:
        return _week(anchor, parts.turn, leaning)
    if parts.unit is None and not parts.months and not parts.is_weekend:
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
    return f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()


def _weekend(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "the weekend", "last weekend": Saturday and Sunday before the anchor, or if planned after it."""
    if not parts.is_weekend or leaning is Leaning.EITHER:
        return None
    is_future = leaning is Leaning.FUTURE or parts.turn == 1
    steps = (SATURDAY - anchor.weekday()) % WEEK if is_future else -((anchor.weekday() - SATURDAY) % WEEK)
    saturday = anchor + timedelta(days=steps)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _offset(parts: Expression, anchor: date, _: Leaning) -> str | None:
    """ "today", "yesterday", "the day before yesterday"."""
    if parts.offset is None:
        return None
    return (anchor + timedelta(days=parts.offset + (parts.beside or 0))).isoformat()


def _yearless(parts: Expression, anchor: date, leaning: Leaning) -> str | None:
    """ "14 August", "June 18-19", "in February", "last June": in the year that fits best."""
    if not parts.months or parts.unit not in (None, WEEK):
        return None
    toward = {-1: Leaning.PAST, 1: Leaning.FUTURE}.get(parts.turn or 0, leaning)
    years = [y for y in range(anchor.year - 4, anchor.year + 5) if _has_day(parts, y)]
    if not years:
        raise ValueError
    if parts.turn == 0:  # "this April"
        return _calendar(parts, anchor.year)
    origin = anchor if parts.days else anchor.replace(day=1)

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
    last = parts.weekdays[-1]
    steps = (parts.weekday - anchor.weekday()) % WEEK if is_future else -((anchor.weekday() - last) % WEEK)
    if not steps and parts.turn:
        steps = WEEK * parts.turn
    if last == parts.weekday:
        return (anchor + timedelta(days=steps)).isoformat()
    length = (last - parts.weekday) % WEEK  # "from Monday to Wednesday"
    first = anchor + timedelta(days=steps if is_future else steps - length)
    return f"{first.isoformat()}/{(first + timedelta(days=length)).isoformat()}"


READINGS: tuple[Callable[[Expression, date, Leaning], str | None], ...] = (
    _ago,
    _turn,
    _weekend,
    _offset,
    _yearless,
    _weekday,
)
