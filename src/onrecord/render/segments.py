"""Cuts a text at the borders of overlapping spans: each piece lies under the same spans throughout."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

SPANS_IN_A_SEGMENT = 40  # innermost first; spans nested deeper than this come from no honest text


class Mark(StrEnum):
    """What a span is to the records that it belongs to; the values are the classes of the style sheet."""

    STATEMENT = "st"  # what is said
    CUE = "cu"  # who says it, and the word that tells
    EVENT = "ev"
    TRIGGER = "tr"  # the word that makes it an event
    FINDING = "fi"
    FURNITURE = "fu"
    ACTOR = "ac"
    PASSAGE = "pa"  # cited by the brief


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that a record, or a passage of the brief, covers; `key` says which."""

    start: int
    end: int
    mark: Mark
    key: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text between two borders.

    `keys` are the records over it, innermost first; `passages` the cited passages over it, of which `begins`
    start here and `ends` end here; `marks` are what they all are to it.
    """

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    keys: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def segments(length: int, spans: Iterable[Span], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """The segments of a text of this length, in order and without a gap; further borders may be given.

    Takes time in proportion to the text's borders, however the spans overlap. Empty spans are passed over.
    """
    kept = [span for span in spans if 0 <= span.start < span.end <= length]
    borders = {0, length, *(cut for cut in cuts if 0 < cut < length)}
    borders.update(border for span in kept for border in (span.start, span.end))
    coming = deque(sorted(kept, key=lambda span: (span.start, -span.end)))
    ending: dict[int, list[Span]] = {}
    over: dict[Span, None] = {}  # in order of their starts: a set would forget which is innermost
    for start, end in pairwise(sorted(borders)):
        for span in ending.pop(start, ()):
            over.pop(span, None)
        while coming and coming[0].start == start:
            span = coming.popleft()
            over[span] = None
            ending.setdefault(span.end, []).append(span)
        yield _segment(start, end, over)


def _segment(start: int, end: int, over: dict[Span, None]) -> Segment:
    inner = list(islice(reversed(over), SPANS_IN_A_SEGMENT))
    cited = [span for span in inner if span.mark is Mark.PASSAGE]
    return Segment(
        start,
        end,
        marks=tuple(dict.fromkeys(span.mark for span in inner)),
        keys=tuple(dict.fromkeys(span.key for span in inner if span.mark is not Mark.PASSAGE)),
        passages=tuple(span.key for span in cited),
        begins=tuple(span.key for span in reversed(cited) if span.start == start),
        ends=tuple(span.key for span in reversed(cited) if span.end == end),
    )
