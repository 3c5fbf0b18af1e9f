"""What somebody holds on an issue, line by line: when it was first said, repeated, and put in other words.

Nothing is called changed. A line is "not repeated" where the same actor later spoke on the same issue and nothing in
that comes near to it; whether it was dropped is for the reader to judge.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from onrecord.model import Record
from onrecord.views.cast import cast_of, listed
from onrecord.views.held import Held
from onrecord.views.uses import OWN_FIRST, WITHIN, Told, Use, is_one_saying, order, uses
from onrecord.views.wanted import Wanted, is_within
from onrecord.views.wordings import ALIKE, LEAST, NEARLY, Piece, differences, likeness

LATEST = 100  # wordings of one line with which another is compared: more do not tell more, and would take long


class Step(StrEnum):
    """What saying a line is to its history."""

    FIRST_SAID = "first-said"
    REPEATED = "repeated"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A line said once, on one occasion, in all the reports of it; the first is the one whose words are compared.

    `against` is the place among the sayings of the line of the one with whose words these are compared, and
    `differences` what became of them; both are empty of what was first said, the latter of what was repeated.
    """

    step: Step
    reports: tuple[Told, ...]
    against: int | None = None
    differences: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The later statements of an actor on an issue that lack a line: how many, the first and the last."""

    statements: int
    first: Told
    last: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A line that somebody holds on an issue, the first saying first; `actor` is the one that was asked for."""

    actor: str
    issue: str
    sayings: tuple[Saying, ...]
    not_repeated: Silence | None


@dataclass(slots=True)
class _Line:
    """The sayings of a line as they are gathered; it `is_open` where something later came near to it."""

    sayings: list[list[Use]] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)  # of each saying, the last day of it and of all before it
    places: list[int] = field(default_factory=list)  # where its wordings are held
    is_open: bool = False

    def add(self, use: Use) -> None:
        """Takes a use for a report of an earlier saying, or else for another saying."""
        for saying, end in zip(reversed(self.sayings), reversed(self.ends), strict=True):
            if is_one_saying(saying[0], use):
                saying.append(use)
                return
            if use.days is not None and use.days[0] - end > WITHIN:
                break
        last = use.days[1] if use.days is not None else date.max
        self.sayings.append([use])
        self.ends.append(max([last, *self.ends[-1:]]))


def positions(
    records: Sequence[Record], issue: str, actor: Wanted, countries: Mapping[str, str]
) -> tuple[Position, ...]:
    """The lines of an actor on an issue, by the days on which they were first said.

    What is only thought or felt by another's word, or denied to have been said, is left out.
    """
    cast = cast_of(records, countries)
    said = sorted(uses(records, issue, actor, cast), key=order)
    name, later = actor.code or listed(sorted(actor.names)), _Later.of(said)
    return tuple(
        Position(actor=name, issue=issue, sayings=tuple(_sayings(line)), not_repeated=_silence(line, later))
        for line in _lines(said)
    )


def said_within(told: Iterable[Position], since: date | None, until: date | None) -> list[Position]:
    """The lines of which anything was said from the first day to the last, each whole."""
    return [one for one in told if is_within(_days(one), since, until)]


def _lines(said: Iterable[Use]) -> list[_Line]:
    """The lines, of uses in the order of their days."""
    lines: list[_Line] = []
    held: Held[tuple[Use, _Line]] = Held()
    for use in said:
        near = sorted(_near(use, held))
        line = held.uses[near[-1][1]][1] if near and near[-1][0] >= ALIKE else None
        for one, other in (held.uses[place] for _, place in near):
            other.is_open = other.is_open or (other is not line and not is_one_saying(one, use))
        if line is None:
            line = _Line()
            lines.append(line)
        line.is_open = False
        line.add(use)
        if not near or near[-1][0] < 1 or held.uses[near[-1][1]][0].wording != use.wording:
            line.places.append(held.add((use, line), use.wording.telling))
        if len(line.places) > LATEST:
            held.forget(line.places.pop(1))
    return lines


def _near(use: Use, held: Held[tuple[Use, _Line]]) -> Iterator[tuple[float, int]]:
    """The uses that come near to one, by their places, with how near they are."""
    for place in held.alike(use.wording.telling):
        if (ratio := likeness(held.uses[place][0].wording, use.wording)) >= NEARLY:
            yield ratio, place


def _sayings(line: _Line) -> Iterator[Saying]:
    """The sayings of a line; `met` are its wordings so far, each with the place of the last saying that has it."""
    met: dict[Sequence[str], tuple[int, Use]] = {}
    for place, own in enumerate(line.sayings):
        yield _said_again(own, met) if place else Saying(step=Step.FIRST_SAID, reports=_reports(own))
        for use in own:
            met.pop(use.wording.words, None)
            met[use.wording.words] = (place, use)


def _reports(uses: Iterable[Use]) -> tuple[Told, ...]:
    """The reports of a saying, those in the speaker's own words first."""
    return tuple(use.told for use in sorted(uses, key=lambda use: OWN_FIRST.index(use.told.manner)))


def _said_again(uses: Sequence[Use], met: dict[Sequence[str], tuple[int, Use]]) -> Saying:
    """A saying against the one before that has the very words, the last of them, or else the nearest ones."""
    again = [(*met[use.wording.words], use) for use in uses if use.wording.words in met]
    latest = [one for _, one in zip(range(LATEST), reversed(met.values()), strict=False)]
    against, earlier, later = max(
        again or ((place, earlier, later) for place, earlier in latest for later in uses),
        key=lambda pair: (likeness(pair[1].wording, pair[2].wording), pair[0]),
    )
    reports = (later.told, *(told for told in _reports(uses) if told is not later.told))
    if again:
        return Saying(step=Step.REPEATED, reports=reports, against=against)
    told = differences(earlier.text, later.text)
    return Saying(step=Step.REWORDED, reports=reports, against=against, differences=told)


@dataclass(frozen=True, slots=True)
class _Later:
    """The statements of known days in their order, those that give their own day apart from the others."""

    dated: Sequence[Use]
    published: Sequence[Use]

    @staticmethod
    def of(uses: Sequence[Use]) -> "_Later":
        known = [use for use in uses if use.days is not None]
        return _Later([use for use in known if use.is_dated], [use for use in known if not use.is_dated])


def _silence(line: _Line, told: _Later) -> Silence | None:
    """What was certainly said after the last saying of a line, unless something came near to it.

    Of a line of few words nothing is told: other words for it are not known as such.
    """
    saying = line.sayings[-1]
    ends = [(use.days[1], use.is_dated) for use in saying if use.days is not None]
    is_short = any(len(use.wording.telling) < LEAST for use in saying)
    if line.is_open or is_short or len(ends) < len(saying):
        return None
    after_dated = max(_shifted(last, timedelta(0) if is_dated else WITHIN) for last, is_dated in ends)
    after_published = _shifted(max(last for last, _ in ends), WITHIN)
    parts = ((told.dated, _after(told.dated, after_dated)), (told.published, _after(told.published, after_published)))
    later = [(uses, first) for uses, first in parts if first < len(uses)]
    if not later:
        return None
    return Silence(
        statements=sum(len(uses) - first for uses, first in later),
        first=min((uses[first] for uses, first in later), key=order).told,
        last=max((uses[-1] for uses, _ in reversed(later)), key=order).told,
    )


def _after(uses: Sequence[Use], last: date) -> int:
    """The place of the first use after a day."""
    return bisect_right(uses, last, key=lambda use: use.days[0] if use.days is not None else date.max)


def _shifted(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def _days(one: Position) -> list[str | None]:
    return [told.day for saying in one.sayings for told in saying.reports]
