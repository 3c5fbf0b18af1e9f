"""The days on which somebody spoke on an issue without using a formula that was used before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.views.uses import WITHIN, Told, Use

EXACT = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The days between two uses of a formula, or after the last, that passed without it: how many, and what was said.

    `first` and `last` are statements of the first and the last such day. `after` is the use before them, `before` the
    one after, None where there is none.
    """

    days: int
    first: Told
    last: Told
    after: Told
    before: Told | None


@dataclass(frozen=True, slots=True)
class _Row:
    """Days in order, each with what was said first on it."""

    days: Sequence[date]
    told: Sequence[Use]

    @staticmethod
    def of(said: Mapping[date, Use]) -> "_Row":
        days = sorted(said)
        return _Row(days, [said[day] for day in days])


@dataclass(frozen=True, slots=True)
class Spoken:
    """The days on which an actor spoke on an issue: those that texts tell, and those of publication alone."""

    dated: _Row
    published: _Row

    @staticmethod
    def of(said: Iterable[Use]) -> "Spoken":
        """The days of what was said, which comes in order; a day that is not known exactly is left out."""
        dated: dict[date, Use] = {}
        published: dict[date, Use] = {}
        for use in said:
            if use.days is not None and use.days[0] == use.days[1]:
                (dated if use.is_dated else published).setdefault(use.days[0], use)
        return Spoken(_Row.of(dated), _Row.of({day: use for day, use in published.items() if day not in dated}))


def passed(used: Sequence[Use], near: Iterable[Use], spoken: Spoken) -> Iterator[Passed]:
    """What passed without a formula, by its uses in the order of their days; `near` is what comes near to it.

    Where a text does not tell the day, a week around its publication is left open, and so is a day on which something
    came near. Of a formula with a use on an unknown day nothing is told: it may be any.
    """
    if any(use.days is None for use in used):
        return
    close = {day for use in near if use.days is not None for day in use.days}
    rows = [(row, slack, _holes(row, close)) for row, slack in ((spoken.dated, EXACT), (spoken.published, WITHIN))]
    ends = [date.min] * len(rows)
    for use, following in zip(used, (*used[1:], None), strict=True):
        ends = [max(end, _shifted(use, slack)[1]) for end, (_, slack, _) in zip(ends, rows, strict=True)]
        starts = [_shifted(following, slack)[0] if following is not None else date.max for _, slack, _ in rows]
        found = [_open(row, holes, end, start) for (row, _, holes), end, start in zip(rows, ends, starts, strict=True)]
        told = [use for _, uses in found for use in uses]
        if told:
            yield Passed(
                days=sum(number for number, _ in found),
                first=min(told, key=_first_day).told,
                last=max(told, key=_first_day).told,
                after=use.told,
                before=following.told if following is not None else None,
            )


def _shifted(use: Use, slack: timedelta) -> tuple[date, date]:
    """The days of a use, with the time around them in which what it reports may have been said."""
    first, last = use.days or (date.min, date.max)
    slack = slack if use.is_dated else WITHIN
    return (
        first - slack if first - date.min > slack else date.min,
        last + slack if date.max - last > slack else date.max,
    )


def _holes(row: _Row, close: Iterable[date]) -> list[int]:
    """The places of the days of a row that are left open."""
    places = ((bisect_left(row.days, day), day) for day in close)
    return sorted(place for place, day in places if place < len(row.days) and row.days[place] == day)


def _open(row: _Row, holes: Sequence[int], after: date, before: date) -> tuple[int, tuple[Use, ...]]:
    """How many days of a row lie between two and are not left open; what was said on the first and the last of them."""
    low, high = bisect_right(row.days, after), bisect_left(row.days, before)
    left = holes[bisect_left(holes, low) : bisect_left(holes, high)]
    if high - low <= len(left):
        return 0, ()
    first = next(place for place in range(low, high) if place not in left)
    last = next(place for place in reversed(range(low, high)) if place not in left)
    return high - low - len(left), (row.told[first], row.told[last])


def _first_day(use: Use) -> date:
    return use.days[0] if use.days is not None else date.max
