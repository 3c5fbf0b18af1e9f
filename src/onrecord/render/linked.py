"""What a piece of an account's text is to the points of a comparison: its classes, its points, where passages begin."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.render.points import Point
from onrecord.render.segments import Segment


@dataclass(frozen=True, slots=True)
class Linked:
    """`classes` are those of the style sheet, `points` lie over it, innermost first; of those `begins` start here.

    A passage that only the table of the form leads to belongs to no point.
    """

    classes: tuple[str, ...]
    points: tuple[Point, ...]
    begins: tuple[Point, ...]


def linked(segment: Segment, points: Mapping[str, Point], account: str) -> Linked:
    """What a segment of an account's text is to the points, which are given by their numbers."""
    over = tuple(dict.fromkeys(points[number] for number in map(_number, segment.passages) if number in points))
    begins = tuple(dict.fromkeys(points[number] for number in map(_number, segment.begins) if number in points))
    hues = [f"h{point.hue}" for point in over if point.hue][:1]
    kinds = [point.kind_in(account).value for point in over]
    filters = [name for point in over for name in point.filters]
    return Linked(tuple(dict.fromkeys((*kinds, *hues, *filters))), over, begins)


def _number(anchor: str) -> str:
    """The number of the point in the name of a place: that of "a-3-1" is 3."""
    return anchor.split("-")[1]
