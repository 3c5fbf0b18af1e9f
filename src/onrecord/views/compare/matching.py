"""When points of two accounts are one: by their issues and the telling words that they share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.issues import Issue
from onrecord.views.compare.comparison import Ascribed
from onrecord.views.compare.points import Point
from onrecord.views.compare.reading import GENERAL, WIDE

SHARED = 2  # telling words, names of states aside, from which on two points on one issue are one
SHARED_BY_BOTH = 1  # the same where both accounts have both sides say it
SHARED_ANYWHERE = 4  # the same where they are filed under different issues
CONTRARY = 0.5  # of the words of the shorter that the other has, from which on a denial of one denies the other
REIGN_LEAST = 3  # points on an issue without which it is not what an account is about
REIGNS = 0.35  # of the points of an account on one issue: it is what the account is about, another says more


@dataclass(frozen=True, slots=True)
class Match:
    """Two points of two accounts on one issue, and how many telling words they share.

    `is_of_one` where both accounts have one and the same say it, or both sides together; `is_contrary` where one of
    them denies it.
    """

    one: Point
    other: Point
    issue: str
    shared: int
    is_of_one: bool
    is_contrary: bool

    @property
    def is_close(self) -> bool:
        """Whether they say one thing, and do not only speak of one; what was only talked of says nothing."""
        is_joint = self.one.how is Ascribed.JOINT and self.other.how is Ascribed.JOINT
        is_alike = self.one.wording.words == self.other.wording.words
        is_enough = self.shared >= (SHARED_BY_BOTH if is_joint else SHARED)
        return (is_alike or is_enough) and self.one.is_topic is self.other.is_topic


def shared_words(one: Point, other: Point, names: frozenset[str]) -> frozenset[str]:
    """The telling words of both, by their stems, without names."""
    return (one.telling & other.telling) - names


def _is_contrary(one: Point, other: Point, shared: int) -> bool:
    """Whether one denies what the other says: nearly the same words, and a denial in one of them alone."""
    least = min(len(one.telling), len(other.telling))
    return (one.denials > 0) is not (other.denials > 0) and shared >= CONTRARY * least


def matches(points: Sequence[Sequence[Point]], names: frozenset[str]) -> list[Match]:
    """Every two points of different accounts that may be about one issue, the nearest first.

    What both accounts have the same person say may be filed under two issues; it is taken for the one of the account
    that reports the other side.
    """
    found = [
        match
        for place, ours in enumerate(points)
        for theirs in points[place + 1 :]
        for one in ours
        for other in theirs
        if (match := _match(one, other, names)) is not None
    ]
    return sorted(found, key=lambda one: (-one.shared, not one.is_of_one, one.one.start, one.other.start))


def _match(one: Point, other: Point, names: frozenset[str]) -> Match | None:
    shared = len(shared_words(one, other, names))
    both = one.how is Ascribed.JOINT and other.how is Ascribed.JOINT
    is_of_one = both or bool(set(one.speakers) & set(other.speakers))
    issue = _common(one, other)
    is_told_of_one = is_of_one and one.act is other.act and shared >= SHARED
    if issue is None and (is_told_of_one or shared >= SHARED_ANYWHERE):
        issue = (one if one.how is Ascribed.SPOKEN else other).issues[0]
    if issue is None:
        return None
    return Match(one, other, issue, shared, is_of_one, _is_contrary(one, other, shared))


def _common(one: Point, other: Point) -> str | None:
    common = [issue for issue in one.issues if issue in other.issues]
    return next((issue for issue in common if issue not in WIDE), common[0] if common else None)


def settle(points: Sequence[Sequence[Point]], issues: Mapping[str, Issue], names: frozenset[str]) -> list[list[Point]]:
    """The points with their issues settled: by another account's that says the same, else by their own words."""
    narrowed = [list(_narrowed(own, issues)) for own in points]
    close = [match for match in matches(narrowed, names) if match.is_close]
    told = {
        id(point): match.issue
        for match in reversed(close)
        for point in (match.one, match.other)
        if match.issue not in WIDE or match.is_of_one
    }
    main = reigning(narrowed)
    return [[_settled(point, told.get(id(point)), main) for point in own] for own in narrowed]


def _narrowed(points: Sequence[Point], issues: Mapping[str, Issue]) -> Iterator[Point]:
    """The points of one account: an issue is the special case of it that was spoken of just before in the paragraph.

    What no word of its own settles is the special case that the account is about as a whole.
    """
    before: Point | None = None
    main = tuple(_reigning(points))
    for point in points:
        near = before.issues if before is not None and before.paragraph == point.paragraph else ()
        narrowed = (_special(slug, near if slug in point.terms else (*near, *main), issues) for slug in point.issues)
        before = replace(point, issues=tuple(dict.fromkeys(narrowed)))
        yield before


def _special(slug: str, around: Sequence[str], issues: Mapping[str, Issue]) -> str:
    known = issues.get(slug)
    return next((one for one in around if known is not None and one in known.special_cases), slug)


def reigning(points: Sequence[Sequence[Point]]) -> frozenset[str]:
    """The issues that an account is mainly about."""
    return frozenset(issue for own in points for issue in _reigning(own))


def _reigning(points: Sequence[Point]) -> Iterator[str]:
    counted = Counter(issue for point in points for issue in point.issues)
    least = max(REIGN_LEAST, REIGNS * len(points))
    yield from (issue for issue, times in counted.items() if times >= least and issue != GENERAL)


def _settled(point: Point, told: str | None, main: frozenset[str]) -> Point:
    """The point with one issue, unless several are named in one breath: the first narrow one that it names.

    A name that stands after it says more, unless either is what an account is about as a whole.
    """
    narrow = [issue for issue in point.issues if issue not in WIDE]
    narrow = narrow or [issue for issue in point.issues if issue != GENERAL] or list(point.issues)
    narrow = [issue for issue in narrow if issue in point.terms] or narrow
    if point.is_together:
        return replace(point, issues=tuple(narrow))
    if told is not None:
        return replace(point, issues=(told,))
    if narrow[0] in point.proper or narrow[0] in main:
        return replace(point, issues=(narrow[0],))
    named = (issue for issue in narrow if issue in point.proper and issue not in main)
    return replace(point, issues=(next(named, narrow[0]),))
