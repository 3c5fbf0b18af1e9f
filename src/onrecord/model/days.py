"""What an EDTF day covers, and how it is said in words."""

import calendar
import re
from datetime import date
from enum import StrEnum


class Span(StrEnum):
    """How long the periods of a series are."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


_PART = re.compile(r"(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?[~?%]?")


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day that an EDTF day, month, year, decade or interval covers.

    None for no day, and for what no calendar has; an open end reaches as far as a calendar goes.
    """
    if not edtf:
        return None
    first, interval, last = edtf.partition("/")
    begin = _part_bounds(first)
    end = _part_bounds(last) if interval else begin
    if first == "..":
        begin = (date.min, date.min)
    if interval and last == "..":
        end = (date.max, date.max)
    return (begin[0], end[1]) if begin and end else None


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two days can be the same: they overlap, or one is not known."""
    ours, theirs = bounds(one), bounds(other)
    return ours is None or theirs is None or (ours[0] <= theirs[1] and theirs[0] <= ours[1])


def narrower(one: str | None, other: str | None) -> str | None:
    """The day that says more; the first where both say the same."""
    ours, theirs = bounds(one), bounds(other)
    if ours is None or theirs is None:
        return one if ours else other or one
    return other if theirs[1] - theirs[0] < ours[1] - ours[0] else one


def in_words(edtf: str | None) -> str:
    """A day or an interval as it is read: "Monday 19 June 2023", "18–19 June 2023", "June 2023"."""
    if not edtf:
        return ""
    first, interval, last = edtf.partition("/")
    if not interval or first == last:
        return _part_in_words(first)
    if last == "..":
        return f"since {_part_in_words(first)}"
    begin, end = _PART.fullmatch(first), _PART.fullmatch(last)
    if begin and end and begin[3] and end[3] and begin.group(1, 2) == end.group(1, 2):
        return f"{int(begin[3])}–{_named(end)}"
    return f"{_named(begin) if begin else first} – {_named(end) if end else last}"


def _part_bounds(text: str) -> tuple[date, date] | None:
    found = _PART.fullmatch(text)
    if not found:
        return None
    years, month, day = found.groups()
    try:
        begin = date(int(years.replace("X", "0")), int(month or 1), int(day or 1))
        end_month = int(month or 12)
        end_year = int(years.replace("X", "9"))
        return begin, date(end_year, end_month, int(day or calendar.monthrange(end_year, end_month)[1]))
    except ValueError:  # EDTF seasons, and days that no month has
        return None


def _part_in_words(text: str) -> str:
    found, days = _PART.fullmatch(text), bounds(text)
    if not found or not days:
        return text
    weekday = f"{calendar.day_name[days[0].weekday()]} " if found[3] and text[-1].isdigit() else ""
    return ("about " if text[-1] in "~%" else "") + weekday + _named(found)


def _named(found: re.Match[str]) -> str:
    years, month, day = found.groups()
    if years.endswith("X"):
        return f"the {years[:3]}0s"
    if month and not 1 <= int(month) <= len(calendar.month_name) - 1:
        return found[0]
    return " ".join(filter(None, (str(int(day)) if day else "", calendar.month_name[int(month or 0)], years)))
