"""The climate between two states: what each calls it, in its own words, and how cooperative what they did was.

The series is a plain average: the figures of all happenings of a month on Goldstein's scale, added up, over their
number. Both are shown. Nothing is smoothed, and a happening that many documents report counts once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.lexicon.plover import Quad
from onrecord.model import EventType, Evidence, Record, Statement, Status
from onrecord.model.days import Span, bounds
from onrecord.views.calling import Calling
from onrecord.views.cast import Cast, cast_of, relay_name, speaker_countries, speaker_name
from onrecord.views.happenings import Happening

TOOK_PLACE = frozenset({Status.OCCURRED, Status.ONGOING})


LENGTHS: Mapping[Span, int] = {Span.YEAR: 4, Span.MONTH: 7, Span.DAY: 10}  # characters of a day that name its period


@dataclass(frozen=True, slots=True, kw_only=True)
class Characterisation:
    """What one side calls the talks or the relations; `about` are the other sides that the words or the text name.

    `date` is when it was said, or else, as `date_basis` says, when it was published.
    """

    country: str
    about: tuple[str, ...]
    words: Evidence
    said_by: str | None
    via: str | None
    date: str | None
    date_basis: str | None
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What two states did in a year, a month or a day (EDTF).

    `total` adds up Goldstein's figures of its `happenings`, `mean` is the one over the other. `quads` counts them
    by quarter. `by_publication` counts those that have no day of their own and stand where they were published.
    """

    period: str
    happenings: int
    total: float
    mean: float
    quads: Mapping[Quad, int]
    by_publication: int
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """Two states: what each calls it, in order of time, and the series. `undated` happenings are in no period."""

    pair: tuple[str, str]
    characterisations: tuple[Characterisation, ...]
    series: tuple[Period, ...]
    undated: int


def climate(
    records: Sequence[Record],
    told: Sequence[Happening],
    calling: Calling | None,
    countries: Mapping[str, str],
    span: Span = Span.MONTH,
) -> tuple[Climate, ...]:
    """The climate of each pair of states, those with most to tell first.

    `told` are the happenings of the records. What is planned, refused beforehand, denied or only thought of is not
    counted; one that many states share counts once for each pair of them.
    """
    cast = cast_of(records, countries)
    words = list(_characterisations(records, calling, cast)) if calling is not None else []
    done: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for happening in told:
        if happening.status in TOOK_PLACE:
            for pair in _pairs(happening):
                done[pair].append(happening)
    pairs = {*done, *(_pair(one.country, other) for one in words for other in one.about)}
    whole = (_climate(pair, words, done[pair], records, span) for pair in sorted(pairs))
    return tuple(sorted(whole, key=lambda one: -(sum(p.happenings for p in one.series) + len(one.characterisations))))


def _climate(
    pair: tuple[str, str],
    words: Iterable[Characterisation],
    done: Sequence[Happening],
    records: Iterable[Record],
    span: Span,
) -> Climate:
    published = {record.document.id: record.document.published for record in records}
    periods: dict[str, list[tuple[Happening, bool]]] = defaultdict(list)
    for happening in done:
        own = _period(happening.date, span)
        period = own or _period(published.get(happening.trigger.doc_id), span)
        if period is not None and (own is not None or happening.date is None):
            periods[period].append((happening, own is None))
    mine = [one for one in words if one.country in pair and set(one.about) & set(pair)]
    return Climate(
        pair=pair,
        characterisations=tuple(sorted(mine, key=lambda one: one.date or "")),
        series=tuple(_summed(period, periods[period]) for period in sorted(periods)),
        undated=len(done) - sum(map(len, periods.values())),
    )


def _summed(period: str, found: Sequence[tuple[Happening, bool]]) -> Period:
    total = round(sum(happening.intensity for happening, _ in found), 1)
    counted = {quad: sum(happening.quad is quad for happening, _ in found) for quad in Quad}
    return Period(
        period=period,
        happenings=len(found),
        total=total,
        mean=round(total / len(found), 2),
        quads=counted,
        by_publication=sum(is_published for _, is_published in found),
        records=tuple(dict.fromkeys(record for happening, _ in found for record in happening.records)),
    )


def _period(edtf: str | None, span: Span) -> str | None:
    """The period that a day lies in wholly; None for one that reaches over several."""
    found = bounds(edtf)
    if found is None:
        return None
    first, last = (day.isoformat()[: LENGTHS[span]] for day in found)
    return first if first == last else None


def _pairs(happening: Happening) -> Iterator[tuple[str, str]]:
    """The pairs of states between which it was, each once."""
    found = {_pair(one, other) for one, other in product(happening.sources, happening.targets) if one != other}
    return iter(sorted(found))


def _pair(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one, other))
    return first, second


def _characterisations(records: Iterable[Record], calling: Calling, cast: Cast) -> Iterator[Characterisation]:
    for record in records:
        sides = _sides(record)
        for statement in record.statements:
            words = statement.content[0]
            if not statement.negated and calling.calls(words.exact):
                for country in speaker_countries(statement, cast):
                    about = _about(statement, record, cast) - {country} or sides - {country}
                    if about:
                        yield _characterisation(statement, record, cast, (country, tuple(sorted(about))))


def _characterisation(
    statement: Statement, record: Record, cast: Cast, sides: tuple[str, tuple[str, ...]]
) -> Characterisation:
    published = record.document.published
    return Characterisation(
        country=sides[0],
        about=sides[1],
        words=statement.content[0],
        said_by=speaker_name(statement, cast),
        via=relay_name(statement, cast),
        date=statement.date or published,
        date_basis=statement.date_basis or (f"published {published}" if published else None),
        statement=statement.id,
    )


def _about(statement: Statement, record: Record, cast: Cast) -> set[str]:
    """The states that the words themselves name."""
    parts = statement.content
    named = (
        actor.country
        for actor in record.actors
        for mention in actor.mentions
        if any(part.start <= mention.start and mention.end <= part.end for part in parts)
    )
    return {country for country in named if country is not None and country in cast.countries}


def _sides(record: Record) -> set[str]:
    """The two sides of a document's meetings, if they are two."""
    met = (event for event in record.events if event.type is EventType.CONSULT)
    found = {party for event in met for party in event.sources + event.targets}
    return found if len(found) == 2 else set()
