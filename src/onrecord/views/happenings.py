"""One happening, many reports: the events of some records, each happening once, with all that tells of it counted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onrecord.lexicon.plover import Quad, Scale
from onrecord.model import Event, EventType, Evidence, Record, Status
from onrecord.model.days import bounds, narrower
from onrecord.resolve.happenings import is_one_happening
from onrecord.views.cast import Cast, cast_of
from onrecord.views.occasions import DAYS_BETWEEN_REPORTS, Reported, first_reported, in_time, said_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened, or is to happen, once, however often it is told.

    `status` is the one that was reported last, `history` are all, the earliest first. `sources` and `targets` are
    countries' codes, `source_names` and `target_names` who acted for them. `cameo` and `intensity` (Goldstein's, from
    -10 to 10) are those of its clearest report. `mentions` counts the passages that tell of it, `documents` the
    documents; `records` are the ids of the events.
    """

    type: EventType
    mode: str | None
    custom: str | None
    quad: Quad
    cameo: str
    intensity: float
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_names: tuple[str, ...]
    target_names: tuple[str, ...]
    date: str | None
    place: str | None
    status: Status
    history: tuple[Reported, ...]
    issues: tuple[str, ...]
    trigger: Evidence
    evidence: tuple[Evidence, ...]
    mentions: int
    documents: int
    records: tuple[str, ...]

    @property
    def day(self) -> str | None:
        """When it was, or else when it was first reported."""
        return self.date or first_reported(self.history)


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the record that tells it."""

    event: Event
    record: Record


def happenings(records: Sequence[Record], scale: Scale, countries: Mapping[str, str]) -> tuple[Happening, ...]:
    """The happenings, in the order in which the records first tell of them.

    Two documents tell of one happening where its sides, its kind, its words and its days allow it, and either both
    date it or they were published within a week; in one document, what it says at odds ("postponed", "took place")
    is of one happening only where it gives the day.
    """
    cast = cast_of(records, countries)
    groups: dict[tuple[EventType, frozenset[str]], list[list[_Told]]] = defaultdict(list)
    order: list[list[_Told]] = []
    for record in records:
        for event in record.events:
            told = _Told(event, record)
            near = groups[event.type, frozenset((*event.sources, *event.targets))]
            group = next((group for group in near if any(_is_one(other, told) for other in group)), None)
            if group is None:
                group = []
                near.append(group)
                order.append(group)
            group.append(told)
    return tuple(_happening(group, scale, cast) for group in order)


def _is_one(one: _Told, other: _Told) -> bool:
    if one.record is other.record and one.event.status is other.event.status:
        return False  # kept apart when the document was read
    if one.event.status is not other.event.status or one.record is not other.record:
        dated = one.event.date is not None and other.event.date is not None
        if not dated and (one.record is other.record or not _is_published_near(one.record, other.record)):
            return False
    texts = (one.record.document.text, other.record.document.text)
    return is_one_happening(one.event, other.event, texts)


def _is_published_near(one: Record, other: Record) -> bool:
    ours, theirs = bounds(one.document.published), bounds(other.document.published)
    return ours is not None and theirs is not None and abs(ours[0] - theirs[0]) <= timedelta(days=DAYS_BETWEEN_REPORTS)


def _happening(group: Sequence[_Told], scale: Scale, cast: Cast) -> Happening:
    history = in_time(_reported(group))
    clear = max(group, key=lambda told: _clarity(told.event)).event
    evidence = tuple(dict.fromkeys(part for told in group for part in told.event.evidence))
    date = None
    for told in group:
        date = narrower(date, told.event.date)
    return Happening(
        type=clear.type,
        mode=clear.mode,
        custom=clear.custom,
        quad=scale.quad(clear),
        cameo=scale.cameo(clear),
        intensity=scale.intensity(clear),
        sources=clear.sources,
        targets=clear.targets,
        source_names=tuple(map(cast.name, clear.source_actors)),
        target_names=tuple(map(cast.name, clear.target_actors)),
        date=date,
        place=next((told.event.place for told in group if told.event.place), None),
        status=history[-1].status,
        history=history,
        issues=tuple(dict.fromkeys(issue for told in group for issue in told.event.issues)),
        trigger=clear.trigger,
        evidence=evidence,
        mentions=len(evidence),
        documents=len({told.record.document.id for told in group}),
        records=tuple(dict.fromkeys(told.event.id for told in group)),
    )


def _reported(group: Sequence[_Told]) -> Iterator[Reported]:
    for told in group:
        document, event = told.record.document, told.event
        yield Reported(
            status=event.status,
            published=document.published,
            document=document.id,
            event=event.id,
            said=said_on(event, told.record),
        )


def _clarity(event: Event) -> int:
    told = (event.date, event.place, event.duration_mention, *event.source_actors, *event.target_actors)
    return sum(part is not None for part in told)
