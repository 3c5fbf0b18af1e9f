"""HAPPENED: what states did beside meeting and talking; the weightiest and latest, in reading order."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from onrecord.model import Event, EventType, Evidence, Record, Status
from onrecord.model.days import bounds
from onrecord.views.brief import SectionKind
from onrecord.views.key_points.deeds import event_draft, has_own_clause, is_recalled
from onrecord.views.key_points.draft import SectionDraft, has_words
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import overlap, without_repeats

LINES_BESIDE_A_MEETING = 5
LINES = 8
RECENT = timedelta(days=92)  # before publication; older events are background
OLD = timedelta(days=2 * 365)  # history that a text recalls
HEAVY = 2.0  # the least weight of a deed that is worth a line however it is told
LEAST = 1.0  # what is left of a deed's weight, history and hearsay taken off, for it to get one
RECALLED = 4.0  # less for a deed that a text only recalls: mostly the reader knows of it
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
        if _is_deed(event) and not overlap((event.trigger,), told)
    ]
    found = [one for one in found if one[0] >= LEAST]
    best = sorted(found, key=lambda one: -one[0])[:limit]
    places = {record.document.id: place for place, record in enumerate(reading.records)}
    best.sort(key=lambda one: (places[one[2].document.id], one[1].trigger.start))
    drafts = without_repeats(filter(has_words, (event_draft(event, record, reading) for _, event, record in best)))
    return SectionDraft(
        kind=SectionKind.HAPPENED, title="Happened", drafts=tuple(drafts), left_out=len(found) - len(best)
    )


def _is_deed(event: Event) -> bool:
    """Whether an event is a deed of or to somebody; a light one only where the text itself tells it in a clause."""
    weight = _WEIGHT.get(event.type, 0.0)
    if event.status not in _REAL or not (event.sources or event.targets or event.place):
        return False
    return weight >= HEAVY or (weight > 0 and event.statement is None and has_own_clause(event))


def _worth(event: Event, record: Record) -> float:
    """The weight of a deed; more in the lead of a text and where it is new, less where it is history."""
    worth = _WEIGHT[event.type]
    worth += 1.5 if event.trigger.start < LEAD * len(record.document.text) else 0.0
    worth -= RECALLED if is_recalled(event) else 0.0
    days, published = bounds(event.date), bounds(record.document.published)
    if days and published:
        age = published[0] - days[1]
        worth += 1.0 if age <= RECENT else 0.0
        worth -= 4.0 if age > OLD else 0.0
    return worth


def passages_of(drafts: Collection[SectionDraft]) -> list[Evidence]:
    """The passages that the lines of some sections rest on."""
    return [passage for section in drafts for draft in section.drafts for passage in draft.evidence]
