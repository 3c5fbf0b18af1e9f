"""Where sentences end, as far as their marks tell."""

import re
from collections.abc import Iterator

_CLOSERS = "\"'”’»)\\]"
_ENDS = re.compile(rf"[.!?…:;][{_CLOSERS}\s]*\Z")
_BREAK = re.compile(rf"[.!?…][{_CLOSERS}]*\s+")
LAST_MARKS = 12  # characters; the stop, the closing marks and the blanks that may follow it


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: with a stop, which closing marks may follow."""
    return _ENDS.search(text[-LAST_MARKS:]) is not None


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, cut after every stop with a blank; an abbreviation cuts one too many."""
    for stop in _BREAK.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    if start < end:
        yield start, end
