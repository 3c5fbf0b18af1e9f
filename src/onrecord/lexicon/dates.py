"""The words that dates and durations are made of."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.files import entries


class DateKind(StrEnum):
    """What a word does in a date."""

    MONTH = "month"  # value: 1 to 12
    WEEKDAY = "weekday"  # value: 0 for Monday to 6
    DAY = "day"  # value: days from the anchor: "yesterday" -1
    UNIT = "unit"  # value: days, about: week 7; hours and minutes 0
    TURN = "turn"  # value: -1 "last", 0 "this", 1 "next"
    NUMBER = "number"  # value: the number; 0 where the word does not say it: "several"
    PART = "part"  # of a day or of a longer time: "morning", "early"; value: -1 "earlier", 1 "later"
    AGO = "ago"
    BESIDE = "beside"  # counts from the day told of before; value: -1 "before", 0 "same", 1 "following"
    SHARE = "share"  # of a year; value: months: "quarter" 3
    ORDINAL = "ordinal"  # value: 1 "first"
    LEAP = "leap"  # a time between other dates: "weekend"
    OPEN = "open"  # says no day that we can count: "Ramadan", "fiscal", "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWord:
    """A word of dates with what it stands for; `words` are its spellings in lower case."""

    words: tuple[str, ...]
    kind: DateKind
    value: int = 0
    proper: bool = False  # a date only with a capital: "March", "May", "Sun"


@functools.cache
def load_date_words() -> Mapping[str, DateWord]:
    """Spelling -> what it stands for."""
    return {word: entry for entry in entries("dates", DateWord, lambda entry: entry.words[0]) for word in entry.words}
