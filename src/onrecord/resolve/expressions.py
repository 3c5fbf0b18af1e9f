"""Takes date expressions apart: "late on Monday, 24 November" -> its weekday, day and month."""

import re
from dataclasses import dataclass

from onrecord.lexicon.dates import DateKind, load_date_words

WORD = re.compile(r"\d+|[^\W\d_]+\.?")
DECADE_NAME = re.compile(r"\b((?:1[89]|20)\d)0s\b")
FIRST_YEAR = 1000  # a greater number is a year, a smaller one a day
DAY_UNIT = 1  # days
PLURALS = frozenset({"days", "weeks", "months", "years"})  # "in recent weeks"
SHIFTING = frozenset({"next", "previous"})  # with "day" they count from the day told of before


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression taken apart."""

    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    offset: int | None = None  # days from the anchor: "yesterday"
    turn: int | None = None
    unit: int | None = None
    number: int = 0
    beside: int | None = None  # which way from the day told of before: "two days later" 1
    share: int | None = None  # of a year, in months
    ordinal: int = 0
    decade: int | None = None  # 199 for "the 1990s"
    is_ago: bool = False
    has_part: bool = False
    is_weekend: bool = False
    is_open: bool = False

    @property
    def weekday(self) -> int | None:
        """The one weekday, or the first."""
        return self.weekdays[0] if self.weekdays else None


def taken_apart(expression: str) -> Expression:
    """The words of a date, each where it belongs; what is no date word is passed over."""
    known = load_date_words()
    spelled = WORD.findall(expression.lower())
    numbers = [int(word) for word in spelled if word.isdigit()]
    words = [known[word] for word in spelled if word in known]
    values = {kind: [word.value for word in words if word.kind is kind] for kind in DateKind}
    is_ago = bool(values[DateKind.AGO])
    beside = _beside(spelled, values, is_ago=is_ago)
    counts_units = is_ago or beside is not None
    days = [] if counts_units or values[DateKind.SHARE] else [number for number in numbers if number < FIRST_YEAR]
    months = values[DateKind.MONTH]
    if not months and len(days) == 2 and len(numbers) == 3:  # "2023-06-19"
        months, days = days[:1], days[1:]
    counts = [*(numbers if counts_units else []), *values[DateKind.NUMBER]]
    is_uncounted = bool(values[DateKind.UNIT]) and not counts and any(word in PLURALS for word in spelled)
    decade = DECADE_NAME.search(expression)
    return Expression(
        years=tuple(number for number in numbers if number >= FIRST_YEAR and decade is None),
        months=tuple(months),
        days=tuple(days),
        weekdays=tuple(values[DateKind.WEEKDAY]),
        offset=_first(values[DateKind.DAY]),
        turn=_first(values[DateKind.TURN]),
        unit=_first(values[DateKind.UNIT]),
        number=0 if 0 in counts or (is_ago and values[DateKind.SHARE]) else max(counts, default=0),
        beside=beside,
        share=_first(values[DateKind.SHARE]),
        ordinal=_first(values[DateKind.ORDINAL]) or next((number for number in numbers if number < FIRST_YEAR), 0),
        decade=int(decade[1]) if decade is not None else None,
        is_ago=is_ago,
        has_part=bool(values[DateKind.PART]),
        is_weekend=bool(values[DateKind.LEAP]),
        is_open=bool(values[DateKind.OPEN]) or is_uncounted,
    )


def _beside(spelled: list[str], values: dict[DateKind, list[int]], *, is_ago: bool) -> int | None:
    """Which way an expression counts from the day told of before; None where it does not."""
    if is_ago:
        return None
    if values[DateKind.BESIDE]:
        return values[DateKind.BESIDE][0]
    if not values[DateKind.UNIT] or (values[DateKind.TURN] and not SHIFTING & set(spelled)):
        return None
    if values[DateKind.UNIT][0] == DAY_UNIT and values[DateKind.TURN]:
        return values[DateKind.TURN][0]
    shifts = [value for value in values[DateKind.PART] if value]
    return shifts[0] if shifts and not values[DateKind.TURN] else None


def _first(values: list[int]) -> int | None:
    return values[0] if values else None
