"""Reads days as pages and people write them.

A day is the calendar day as written: "2023-10-12 19:14-04:00" is 12 October, whatever day it was elsewhere.
"""

import calendar
import re
from collections.abc import Mapping
from datetime import date

FIRST_YEAR = 1600  # before it a number of four digits is rather not the year of a news text
LAST_YEAR = 2199  # the same for after

_MONTHS: Mapping[str, int] = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_SHAPES = tuple(
    re.compile(rf"(?<![\w])(?:{shape})(?!\d)", re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",  # 2023-10-12
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",  # 20231012
        rf"{_DAY}[\s-](?:of\s)?{_MONTH},?[\s-](?P<year>\d{{4}})",  # 12 October 2023
        rf"{_MONTH}\s{_DAY},?\s(?P<year>\d{{4}})",  # October 12, 2023
        r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})",  # 25/01/2022
    )
)


def day(written: str) -> str | None:
    """The day that stands in these words, in EDTF; None if there is none, or an impossible or unclear one."""
    found = found_day(written)
    return found[0] if found else None


def found_day(written: str) -> tuple[str, int, int] | None:
    """The day in these words with where it starts and ends; "03/04/2022" is two days and so none."""
    for shape in _SHAPES:
        if match := shape.search(written):
            edtf = _edtf(match.groupdict())
            return (edtf, match.start(), match.end()) if edtf else None
    return None


def _edtf(parts: Mapping[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if "one" in parts:
        month_and_day = _unambiguous(int(parts["one"] or 0), int(parts["two"] or 0))
    else:
        month = parts["month"] or ""
        month_and_day = (int(month) if month.isdigit() else _MONTHS[month.lower()], int(parts["day"] or 0))
    if month_and_day is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, *month_and_day).isoformat()
    except ValueError:  # 30 February
        return None


def _unambiguous(one: int, two: int) -> tuple[int, int] | None:
    """Month and day of "25/01" or "01/25"; None where both could be the month."""
    readings: set[tuple[int, int]] = {(month, day) for month, day in ((one, two), (two, one)) if 1 <= month <= 12}
    return readings.pop() if len(readings) == 1 else None
