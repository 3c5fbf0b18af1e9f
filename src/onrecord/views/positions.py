"""What somebody holds on an issue, line by line: when it was first said, repeated, and put in other words.

Nothing is called changed. A line is "not repeated" where the same actor later spoke on the same issue and nothing in
that comes near to it; whether it was dropped is for the reader to judge.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from onrecord.model import Evidence, Manner, Record, Statement
from onrecord.model.days import bounds
from onrecord.views.cast import Cast, cast_of, flat, listed, relay_name, speaker_countries, speaker_name
from onrecord.views.held import Held
from onrecord.views.naming import named_in
from onrecord.views.occasions import DAYS_BETWEEN_REPORTS
from onrecord.views.wanted import Wanted, is_within
from onrecord.views.wordings import ALIKE, LEAST, NEARLY, Piece, Wording, differences, likeness, wording

WITHIN = timedelta(days=DAYS_BETWEEN_REPORTS)
OWN_FIRST = (Manner.DIRECT, Manner.MIXED, Manner.INDIRECT)  # the more of the words are the speaker's own
LATEST = 100  # wordings of one line with which another is compared: more do not tell more, and would take long
AROUND = '"“”„«»‘’ ,;:'  # marks around a quotation, and those by which its sentence goes on


class Step(StrEnum):
    """What saying a line is to its history."""

    FIRST_SAID = "first-said"
    REPEATED = "repeated"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as one document has it. `date` is when it was said, `published` when the document came out (EDTF).

    Of one that is `indirect` the words are those of whoever reports it; `via` is who relays it.
    """

    statement: str
    said_by: str | None
    via: str | None
    manner: Manner
    words: tuple[Evidence, ...]
    date: str | None
    date_basis: str | None
    published: str | None
    document: str

    @property
    def day(self) -> str | None:
        """When it was said, or else published."""
        return self.date or self.published


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


@dataclass(frozen=True, slots=True)
class _Use:
    """A statement with all that tells whether it is a line that was said before."""

    told: Told
    text: str
    wording: Wording
    days: tuple[date, date] | None
    is_dated: bool


@dataclass(slots=True)
class _Line:
    """The sayings of a line as they are gathered; it `is_open` where something later came near to it."""

    sayings: list[list[_Use]] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)  # of each saying, the last day of it and of all before it
    places: list[int] = field(default_factory=list)  # where its wordings are held
    is_open: bool = False

    def add(self, use: _Use) -> None:
        """Takes a use for a report of an earlier saying, or else for another saying."""
        for saying, end in zip(reversed(self.sayings), reversed(self.ends), strict=True):
            if _is_one_saying(saying[0], use):
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

    What is only thought, felt or denied to have been said is left out.
    """
    cast = cast_of(records, countries)
    uses = sorted(_uses(records, issue, actor, cast), key=_order)
    name, later = actor.code or listed(sorted(actor.names)), _Later.of(uses)
    return tuple(
        Position(actor=name, issue=issue, sayings=tuple(_sayings(line)), not_repeated=_silence(line, later))
        for line in _lines(uses)
    )


def said_within(told: Iterable[Position], since: date | None, until: date | None) -> list[Position]:
    """The lines of which anything was said from the first day to the last, each whole."""
    return [one for one in told if is_within(_days(one), since, until)]


def _uses(records: Iterable[Record], issue: str, actor: Wanted, cast: Cast) -> Iterator[_Use]:
    for record in records:
        for statement in record.statements:
            is_said = not statement.negated and statement.attitude is None
            if is_said and issue in statement.issues and _speaks(actor, statement, cast):
                yield _use(statement, record, cast)


def _speaks(actor: Wanted, statement: Statement, cast: Cast) -> bool:
    if actor.code is not None:
        return actor.code in speaker_countries(statement, cast)
    return not actor.names.isdisjoint(map(cast.name, statement.speakers))


def _use(statement: Statement, record: Record, cast: Cast) -> _Use:
    told = Told(
        statement=statement.id,
        said_by=speaker_name(statement, cast),
        via=relay_name(statement, cast),
        manner=statement.kind,
        words=statement.content,
        date=statement.date,
        date_basis=statement.date_basis,
        published=record.document.published,
        document=record.document.id,
    )
    text = " ".join(flat(part.exact).strip(AROUND) for part in statement.content)
    own = frozenset((*statement.speakers, *speaker_countries(statement, cast)))
    names = named_in(statement.content, record) - own
    return _Use(told, text, wording(text, names), bounds(told.day), bounds(told.date) is not None)


def _order(one: _Use) -> tuple[date, date, int]:
    return *(one.days or (date.max, date.max)), OWN_FIRST.index(one.told.manner)


def _lines(uses: Iterable[_Use]) -> list[_Line]:
    """The lines, of uses in the order of their days."""
    lines: list[_Line] = []
    held: Held[tuple[_Use, _Line]] = Held()
    for use in uses:
        near = sorted(_near(use, held))
        line = held.uses[near[-1][1]][1] if near and near[-1][0] >= ALIKE else None
        for one, other in (held.uses[place] for _, place in near):
            other.is_open = other.is_open or (other is not line and not _is_one_saying(one, use))
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


def _near(use: _Use, held: Held[tuple[_Use, _Line]]) -> Iterator[tuple[float, int]]:
    """The uses that come near to one, by their places, with how near they are."""
    for place in held.alike(use.wording.telling):
        if (ratio := likeness(held.uses[place][0].wording, use.wording)) >= NEARLY:
            yield ratio, place


def _is_one_saying(one: _Use, other: _Use) -> bool:
    """Whether two reports may be of one occasion: on one day, or published within a week where that is not known."""
    if one.days is None or other.days is None:
        return True
    slack = timedelta(0) if one.is_dated and other.is_dated else WITHIN
    return one.days[0] - other.days[1] <= slack and other.days[0] - one.days[1] <= slack


def _sayings(line: _Line) -> Iterator[Saying]:
    """The sayings of a line; `met` are its wordings so far, each with the place of the last saying that has it."""
    met: dict[Sequence[str], tuple[int, _Use]] = {}
    for place, uses in enumerate(line.sayings):
        yield _said_again(uses, met) if place else Saying(step=Step.FIRST_SAID, reports=_reports(uses))
        for use in uses:
            met.pop(use.wording.words, None)
            met[use.wording.words] = (place, use)


def _reports(uses: Iterable[_Use]) -> tuple[Told, ...]:
    """The reports of a saying, those in the speaker's own words first."""
    return tuple(use.told for use in sorted(uses, key=lambda use: OWN_FIRST.index(use.told.manner)))


def _said_again(uses: Sequence[_Use], met: dict[Sequence[str], tuple[int, _Use]]) -> Saying:
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

    dated: Sequence[_Use]
    published: Sequence[_Use]

    @staticmethod
    def of(uses: Sequence[_Use]) -> "_Later":
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
        first=min((uses[first] for uses, first in later), key=_order).told,
        last=max((uses[-1] for uses, _ in reversed(later)), key=_order).told,
    )


def _after(uses: Sequence[_Use], last: date) -> int:
    """The place of the first use after a day."""
    return bisect_right(uses, last, key=lambda use: use.days[0] if use.days is not None else date.max)


def _shifted(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def _days(one: Position) -> list[str | None]:
    return [told.day for saying in one.sayings for told in saying.reports]
