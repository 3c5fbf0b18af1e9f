"""Which of many tellings are of one meeting, and in which groups they stand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.views.compare.tellings import WITHIN, Telling, are_of_two, gap, may_be_one, shared_people

NAME_WORD = re.compile(r"\w\w+")

Edge = tuple[int, int]  # the places of two tellings, the lower first
Closeness = tuple[bool, int, int, bool]  # days known, the fewer between the more, people in common, both about it
Edges = Mapping[Edge, Closeness]


def groups(told: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each meeting that is told by two hands or more, in the order in which they stand.

    Where a document may be an account of several meetings alike, it is held to be of none of them.
    """
    close = {edge: _closeness(edge, told) for edge in _likely(told)}
    near: dict[int, list[int]] = defaultdict(list)
    for one, other in close:
        near[one].append(other)
        near[other].append(one)
    clear = {edge: how for edge, how in close.items() if _is_clear(edge, close, near, told)}
    made: list[list[int]] = []
    for edge in sorted(clear, key=lambda edge: (*(-number for number in clear[edge]), edge)):
        _join(edge, made, clear, told)
    return [[told[place] for place in sorted(group)] for group in sorted(map(sorted, made)) if len(group) > 1]


def _likely(told: Sequence[Telling]) -> Iterator[Edge]:
    """The places of tellings of two hands that can be of one meeting.

    Each is held against those alone that are of its days and name the one of its people who is named most seldom.
    """
    index = _Index(told)
    seen = set()
    for place, one in enumerate(told):
        for other in index.near(one):
            edge = (min(place, other), max(place, other))
            if place == other or edge in seen:
                continue
            seen.add(edge)
            if are_of_two(one, told[other]) and may_be_one(told[edge[0]], told[edge[1]]):
                yield edge


class _Index:
    """Tellings by the words of their people's names and by their days; what has no day is under None."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self.places: dict[str, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.times: dict[str, int] = defaultdict(int)
        for place, one in enumerate(told):
            for word in {word for name in one.people for word in _words(name)}:
                self.times[word] += 1
                for day in _days(one, 0):
                    self.places[word][day].append(place)

    def near(self, one: Telling) -> set[int]:
        """The places of those that name the same person on the same days, or without a day."""
        rarest = min(one.people, key=lambda name: max(map(self.times.__getitem__, _words(name)), default=0), default="")
        near: set[int] = set()
        for days in (self.places[word] for word in _words(rarest) if word in self.places):
            for day in days if one.days is None else (None, *_days(one, WITHIN)):
                near.update(days.get(day, ()))
        return near


def _words(name: str) -> list[str]:
    return NAME_WORD.findall(name.casefold())


def _days(one: Telling, around: int) -> Iterator[int | None]:
    if one.days is None:
        yield None
        return
    yield from range(one.days[0].toordinal() - around, one.days[1].toordinal() + around + 1)


def _closeness(edge: Edge, told: Sequence[Telling]) -> Closeness:
    one, other = (told[place] for place in edge)
    between = gap(one, other)
    return between is not None, -(between or 0), len(shared_people(one, other)), one.is_main and other.is_main


def _is_clear(edge: Edge, close: Edges, near: Mapping[int, Sequence[int]], told: Sequence[Telling]) -> bool:
    """Whether neither telling could as well be of another meeting that is told by the other's side."""
    return all(
        close[edge] > close[_edge(place, rival)]
        for place, other in (edge, edge[::-1])
        for rival in near[place]
        if rival != other and _is_rival(rival, other, place, told)
    )


def _is_rival(rival: int, other: int, place: int, told: Sequence[Telling]) -> bool:
    """Whether two tellings that a third may belong to are of two meetings, of which it can be of one alone."""
    one, another = told[rival], told[other]
    if one.record.document.id == another.record.document.id:
        return True
    return told[place].is_main and not are_of_two(one, another) and not _is_same(one, another)


def _is_same(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one hand can be of one meeting."""
    return not gap(one, other) and may_be_one(one, other)


def _edge(one: int, other: int) -> Edge:
    return (one, other) if one < other else (other, one)


def _join(edge: Edge, made: list[list[int]], clear: Edges, told: Sequence[Telling]) -> None:
    """Put the groups of two tellings together where each of the one can be of the meeting of each of the other.

    A telling that is not mainly of the meeting may stand in several groups.
    """
    own = [next((group for group in made if place in group and told[place].is_main), [place]) for place in edge]
    ours, theirs = own
    if ours is theirs or not all(_agree(one, other, clear, told) for one in ours for other in theirs):
        return
    made[:] = [group for group in made if group is not ours and group is not theirs]
    made.append([*ours, *theirs])


def _agree(one: int, other: int, clear: Edges, told: Sequence[Telling]) -> bool:
    ours, theirs = told[one], told[other]
    if ours.record.document.id == theirs.record.document.id:
        return False
    if are_of_two(ours, theirs) and (ours.is_main or theirs.is_main):
        return _edge(one, other) in clear
    return _is_same(ours, theirs)
