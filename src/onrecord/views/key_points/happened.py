"""HAPPENED: what states did beside meeting and talking; the weightiest and latest, in reading order."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from onrecord.model import Event, EventType, Evidence, Record, Status
from onrecord.views.brief import Part, SectionKind
from onrecord.views.cast import speaker_name
from onrecord.views.days import bounds, in_words
from onrecord.views.key_points.draft import Draft, SectionDraft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import overlap, without_repeats
from onrecord.views.key_points.wording import event_parts

LINES_BESIDE_A_MEETING = 5
LINES = 8
RECENT = timedelta(days=92)  # before publication; older events are background
OLD = timedelta(days=2 * 365)  # history that a text recalls
LEAD = 0.25  # of a text, in which what it is about stands

# Deeds by how much they change; words between states are told as statements and have no weight here.
_WEIGHT = {
    EventType.ASSAULT: 3.0,
    EventType.SANCTION: 2.5,
    EventType.COERCE: 2.5,
    EventType.MOBILIZE: 2.0,
    EventType.PROTEST: 2.0,
    EventType.AID: 2.0,
    EventType.RETREAT: 2.0,
    EventType.CONCEDE: 2.0,
    EventType.COOPERATE: 1.0,
}
_REAL = {Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.POSTPONED, Status.CANCELLED}


def happened(reading: Reading, told: Sequence[Evidence]) -> SectionDraft:
    """The deeds that no other line tells; `told` are the passages of the lines that stand already."""
    limit = LINES_BESIDE_A_MEETING if reading.main else LINES
    found = [
        (_worth(event, record), event, record)
        for record in reading.records
        for event in record.events
        if event.type in _WEIGHT and event.status in _REAL and not overlap((event.trigger,), told)
    ]
    best = sorted(found, key=lambda one: -one[0])[:limit]
    places = {record.document.id: place for place, record in enumerate(reading.records)}
    best.sort(key=lambda one: (places[one[2].document.id], one[1].trigger.start))
    drafts = without_repeats(_draft(event, record, reading) for _, event, record in best)
    return SectionDraft(
        kind=SectionKind.HAPPENED, title="Happened", drafts=tuple(drafts), left_out=len(found) - len(best)
    )


def _worth(event: Event, record: Record) -> float:
    """The weight of a deed; more in the lead of a text and where it is new, less where it is history."""
    worth = _WEIGHT[event.type]
    worth += 1.5 if event.trigger.start < LEAD * len(record.document.text) else 0.0
    days, published = bounds(event.date), bounds(record.document.published)
    if days and published:
        age = published[0] - days[1]
        worth += 1.0 if age <= RECENT else 0.0
        worth -= 3.0 if age > OLD else 0.0
    return worth


def _draft(event: Event, record: Record, reading: Reading) -> Draft:
    teller = next((one for one in record.statements if one.id == event.statement), None)
    return Draft(
        parts=tuple(_parts(event, record)),
        evidence=event.evidence,
        records=(event.id,),
        said_by=speaker_name(teller, reading.cast) if teller else None,
    )


def _parts(event: Event, record: Record) -> Iterator[Part]:
    """The day where it is known, the clause in the text's words, and its status where it did not occur."""
    if event.date:
        yield field(in_words(event.date))
        yield label(":")
    yield from event_parts(event, record.document)
    if event.status not in (Status.OCCURRED, Status.ONGOING):
        yield label("—")
        yield field(event.status.value)


def passages_of(drafts: Collection[SectionDraft]) -> list[Evidence]:
    """The passages that the lines of some sections rest on."""
    return [passage for section in drafts for draft in section.drafts for passage in draft.evidence]
