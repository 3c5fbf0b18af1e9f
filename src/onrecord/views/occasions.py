"""When two reports tell of one occasion: their kind, status, day, place and people allow it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.encounters import EncounterKind
from onrecord.lexicon.offices import Level
from onrecord.model import Event, Evidence, Record, Status
from onrecord.model.days import bounds, may_be_one
from onrecord.views.cast import may_be_one_person

DAYS_BETWEEN_REPORTS = 7  # two undated accounts that were published further apart may tell of two meetings
OPENING = 600  # characters, about two paragraphs, in which a text says what it is about
SHORTLY_AFTER = 600  # characters, about two paragraphs: "after talking for hours, both sides" means the talks just told

VAGUE = {  # what each kind may turn out to be when more is told of it
    EncounterKind.TALKS: {*EncounterKind} - {EncounterKind.VISIT, EncounterKind.RELATIONS},
    EncounterKind.MEETING: {EncounterKind.SUMMIT, EncounterKind.VIDEO_CALL, EncounterKind.DIALOGUE},
    EncounterKind.CALL: {EncounterKind.VIDEO_CALL},
}
HELD = frozenset({Status.OCCURRED, Status.ONGOING})
_ALIKE = (  # what two reports may call one occasion; of a pair the later one counts
    HELD,
    {Status.PLANNED, Status.POSTPONED},
    {Status.PLANNED, Status.CANCELLED},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What one document says became of something, and when it was published (EDTF). `event` is an event's id.

    `said` is the day on which somebody is reported to have said so, where the document tells it.
    """

    status: Status
    published: str | None
    document: str
    event: str
    said: str | None = None

    @property
    def day(self) -> str | None:
        """When it was reported."""
        return self.said or self.published


class PlaceBasis(StrEnum):
    """Where the place of an engagement is read from."""

    WORDS = "words"  # those that tell of the engagement
    VISIT = "visit"  # those that tell of a visit of the same people


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """An occasion on which people of two sides came or were to come together.

    `offices` and `levels` stand in the order of `participants`, None where none is known. `duration` is in the words
    of the text. `form` is how they came together, where kind or place tell it: "in person", "by telephone", "by
    video". `history` is what each report says became of it, the earliest first. `records` are the ids of the events,
    `said` those of the statements made there, `documents` those of the texts that report it. `place_basis` says
    what the place is read from. `received_by` are the participants whom others came to see.
    """

    kind: EncounterKind
    participants: tuple[str, ...]
    offices: tuple[str | None, ...]
    countries: tuple[str, ...]
    date: str | None
    place: str | None
    duration: str | None
    status: Status
    evidence: tuple[Evidence, ...]
    records: tuple[str, ...]
    levels: tuple[Level | None, ...] = ()
    form: str | None = None
    history: tuple[Reported, ...] = ()
    said: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    received_by: tuple[str, ...] = ()
    place_basis: PlaceBasis | None = None

    @property
    def day(self) -> str | None:
        """When it was, or else when it was first reported."""
        return self.date or first_reported(self.history)


@dataclass(frozen=True, slots=True)
class Report:
    """An engagement as some documents tell it, and when they were published.

    It `has_strangers` where somebody's country is not known. `name` is that of a dialogue, `led_to` are the states
    that are visited, `guests` the visitors who are known by name.
    """

    told: Engagement
    people: frozenset[str]  # the participants that are known by name; states and descriptions are not
    published: str | None
    documents: frozenset[str]
    has_strangers: bool = False
    is_heading: bool = False
    name: str | None = None
    led_to: frozenset[str] = frozenset()
    guests: frozenset[str] = frozenset()


def is_one_occasion(one: Report, other: Report) -> bool:
    """Whether nothing that two reports say keeps them apart, and the same people are in both."""
    ours, theirs = one.told, other.told
    if not (
        _is_one_kind(ours.kind, theirs.kind) and (_is_one_status(ours.status, theirs.status) or _became(one, other))
    ):
        return False
    if not may_be_one(ours.date, theirs.date) or _differ(ours.duration, theirs.duration):
        return False
    if not one.documents & other.documents and not _are_close(one, other):
        return False
    is_one_company = _is_one_company(ours.participants, theirs.participants) or _is_heading_of(one, other)
    is_one_way = not (one.led_to and other.led_to) or bool(one.led_to & other.led_to)
    return is_one_company and is_one_way and _is_one_place(ours, theirs) and _is_one_name(one.name, other.name)


def _is_heading_of(one: Report, other: Report) -> bool:
    """Whether one stands over the text that tells of the other: the same sides, and somebody is in both."""
    ours, theirs = one.told, other.told
    return (
        one.is_heading is not other.is_heading
        and one.documents == other.documents
        and ours.countries == theirs.countries
        and max(ours.evidence[0].start, theirs.evidence[0].start) <= OPENING
        and any(may_be_one_person(name, another) for name in ours.participants for another in theirs.participants)
    )


def _is_one_name(one: str | None, other: str | None) -> bool:
    """Whether two dialogues may be one by their names, of which one may be shortened."""
    ours, theirs = (set((name or "").replace("-", " ").split()) for name in (one, other))
    return ours <= theirs or theirs <= ours


def _is_one_kind(one: EncounterKind, other: EncounterKind) -> bool:
    return one is other or other in VAGUE.get(one, ()) or one in VAGUE.get(other, ())


def _is_one_status(one: Status, other: Status) -> bool:
    return one is other or any({one, other} <= alike for alike in _ALIKE)


def _became(one: Report, other: Report) -> bool:
    """Whether what is announced may be what is told elsewhere: both name the day, in one document the same one."""
    ours, theirs = one.told.date, other.told.date
    if ours is None or theirs is None:
        return False
    return ours == theirs or not one.documents & other.documents


def _is_one_company(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether everybody on either list may be somebody on the other."""
    return bool(ours and theirs) and all(
        any(may_be_one_person(name, other) for other in others)
        for names, others in ((ours, theirs), (theirs, ours))
        for name in names
    )


def _is_one_place(one: Engagement, other: Engagement) -> bool:
    """A capital and its country are one place for a visit; other places that differ are two."""
    return not _differ(one.place, other.place) or (one.kind is EncounterKind.VISIT and one.countries == other.countries)


def _differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    ours, theirs = one.casefold(), other.casefold()
    return ours not in theirs and theirs not in ours


def _are_close(one: Report, other: Report) -> bool:
    """Whether two documents can tell of one occasion: both date it, or they came out within a few days.

    Of texts without any date only the openings do: somebody reads them together as accounts of one thing.
    """
    if one.told.date and other.told.date:
        return True
    ours, theirs = bounds(one.told.date or one.published), bounds(other.told.date or other.published)
    if ours is None or theirs is None:
        return all(told.evidence[0].start <= OPENING for told in (one.told, other.told))
    return abs((ours[0] - theirs[0]).days) <= DAYS_BETWEEN_REPORTS


def is_hazy(report: Report) -> bool:
    """Whether a report leaves out who met: "after the meeting", "Blinken's meetings", "the two sides met".

    A dialogue by its name is known without.
    """
    told = report.told
    if report.name is not None:
        return False
    return not report.people or (told.kind is not EncounterKind.VISIT and len(told.participants) == 1)


def is_covered_by(hazy: Report, clear: Report) -> bool:
    """Whether a hazy report adds nothing to a clear one of the same people, or sides and day or place visited.

    In another document the same people or sides may have met again: there both name the day, or a place visited
    within a few days.
    """
    ours, theirs = hazy.told, clear.told
    is_one_text = bool(hazy.documents & clear.documents)
    both_dated = bool(ours.date and theirs.date)
    is_one_visit = ours.kind is theirs.kind is EncounterKind.VISIT and ours.place == theirs.place
    if not is_one_text:
        is_one_visit = is_one_visit and ours.place is not None and _are_close(hazy, clear)
    if hazy.people:
        is_known = (is_one_text or both_dated) and all(
            any(may_be_one_person(name, other) for other in theirs.participants) for name in ours.participants
        )
    else:
        is_known = ours.countries == theirs.countries and (is_one_visit or both_dated)
    return (
        is_known
        and _is_one_kind(ours.kind, theirs.kind)
        and _is_one_status(ours.status, theirs.status)
        and may_be_one(ours.date, theirs.date)
    )


def is_more_of(hazy: Report, clear: Report) -> bool:
    """Whether a report of sides alone gives the duration of an engagement told shortly before it."""
    ours, theirs = hazy.told, clear.told
    is_left_open = not hazy.people and ours.date is None and ours.duration is not None
    gap = distance(ours, theirs)
    return (
        is_left_open
        and theirs.duration is None
        and gap is not None
        and gap <= SHORTLY_AFTER
        and ours.countries == theirs.countries
        and theirs.kind is not EncounterKind.VISIT
        and _is_one_kind(ours.kind, theirs.kind)
        and _is_one_status(ours.status, theirs.status)
    )


def is_bare_name_of(hazy: Report, clear: Report) -> bool:
    """Whether "the conversation between the two sides" can be this engagement, for all that it says."""
    ours, theirs = hazy.told, clear.told
    is_bare = not hazy.people and not (ours.date or ours.place or ours.duration) and ours.kind in VAGUE
    return (
        is_bare
        and bool(hazy.documents & clear.documents)
        and ours.countries == theirs.countries
        and _is_one_kind(ours.kind, theirs.kind)
        and _is_one_status(ours.status, theirs.status)
    )


def distance(later: Engagement, earlier: Engagement) -> int | None:
    """Characters from the last words about an engagement to those about a later one in the same document."""
    start = later.evidence[0]
    before = [one.end for one in earlier.evidence if one.doc_id == start.doc_id and one.end <= start.start]
    return start.start - max(before) if before else None


def has_parties(report: Report, states: Container[str]) -> bool:
    """Whether it tells of two sides, of a visitor by name, or of a body of several states.

    Two people of one state are one side; of somebody whose state is not known it may be another.
    """
    told = report.told
    if not told.participants:
        return False
    if told.kind is EncounterKind.VISIT:
        return len(told.countries) > 1 or bool(report.guests and told.countries)
    is_of_a_body = any(code not in states for code in told.countries)
    return len(told.countries) > 1 or is_of_a_body or (len(report.people) > 1 and report.has_strangers)


def in_time(history: Iterable[Reported]) -> tuple[Reported, ...]:
    """Reports each once, those made first first; where none says when, as they came."""
    return tuple(sorted(dict.fromkeys(history), key=lambda one: one.day or ""))


def first_reported(history: Iterable[Reported]) -> str | None:
    """The day of the earliest report that has one."""
    return next((one.day for one in in_time(history) if one.day), None)


def said_on(event: Event, record: Record) -> str | None:
    """The day of the statement that reports an event, where the text tells it."""
    return next((one.date for one in record.statements if one.id == event.statement), None)
