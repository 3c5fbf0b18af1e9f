"""The keys of what search finds: in the order of the days, so that walking the index is walking through time."""

from datetime import date

NUMBERS = (
    41  # bits of a key that number entries in the order of writing; the 22 above them hold every day of a calendar
)
UNKNOWN = 0  # the day of what has none: before all others


def entry_key(day: date | None, number: int) -> int:
    """The key of the entry with this number, on this day."""
    return (day.toordinal() if day is not None else UNKNOWN) << NUMBERS | number


def first_key(day: date) -> int:
    """From which key on what is of this day stands."""
    return entry_key(day, 0)


def last_key(day: date) -> int:
    """Up to which key it stands."""
    return entry_key(day, (1 << NUMBERS) - 1)
