"""Visits, meetings, calls and talks: each once, from all the events and documents that tell of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.encounters import Encounter, EncounterKind, named_kinds
from onrecord.model import Event, EventType, Evidence, Mention, MentionKind, Record, Status
from onrecord.views.cast import Cast, cast_of, flat, may_be_one_person
from onrecord.views.days import bounds, may_be_one, narrower

DAYS_BETWEEN_REPORTS = 7  # two undated accounts that were published further apart may tell of two meetings
WINDOW = 40  # characters after a trigger in which its object may still say what it was: "held a video talk"

_MODES = {kind.value: kind for kind in EncounterKind} | {"meet": EncounterKind.MEETING}
_VAGUE = {  # what each kind may turn out to be when more is told of it
    EncounterKind.TALKS: {*EncounterKind} - {EncounterKind.VISIT, EncounterKind.RELATIONS},
    EncounterKind.MEETING: {EncounterKind.SUMMIT, EncounterKind.VIDEO_CALL, EncounterKind.DIALOGUE},
    EncounterKind.CALL: {EncounterKind.VIDEO_CALL},
}
_ALIKE = (  # what two reports may call one occasion; of a pair the later one counts
    {Status.OCCURRED, Status.ONGOING},
    {Status.PLANNED, Status.POSTPONED},
    {Status.PLANNED, Status.CANCELLED},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """An occasion on which people of two sides came or were to come together.

    `offices` stand in the order of `participants`, None where none is known. `duration` is in the words of
    the text. `records` are the ids of the events.
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


@dataclass(frozen=True, slots=True)
class _Report:
    """An engagement as some documents tell it, and when they were published."""

    told: Engagement
    has_people: bool  # False where only states are named
    published: str | None
    documents: frozenset[str]


def engagements(
    records: Sequence[Record], words: Sequence[Encounter], countries: Mapping[str, str]
) -> tuple[Engagement, ...]:
    """The engagements in reading order; what several events or documents tell of one is put together.

    `words` name the kinds of occasions, `countries` gives the names of states by code.
    """
    cast = cast_of(records, countries)
    whole: list[_Report] = []
    for report in _reports(records, words, cast):
        _put(report, whole)
    for report in [report for report in whole if _is_hazy(report)]:
        _explain(report, whole)
    return tuple(report.told for report in whole if _has_parties(report))


def _reports(records: Iterable[Record], words: Sequence[Encounter], cast: Cast) -> Iterator[_Report]:
    for record in records:
        for event in sorted(record.events, key=lambda event: event.trigger.start):
            if _is_engagement(event):
                told = _engagement(event, words, cast)
                states = {cast.country_name(country) for country in told.countries}
                has_people = not states.issuperset(told.participants)
                yield _Report(told, has_people, record.document.published, frozenset({record.document.id}))


def _is_engagement(event: Event) -> bool:
    if event.type is EventType.CONSULT:
        return True
    return event.type in (EventType.AGREE, EventType.REJECT) and event.mode in _MODES


def _engagement(event: Event, words: Sequence[Encounter], cast: Cast) -> Engagement:
    kind = _kind(event, words)
    people = list(_people(event, kind, cast))
    status = Status.REFUSED if event.type is EventType.REJECT else event.status
    return Engagement(
        kind=kind,
        participants=tuple(name for name, _ in people),
        offices=tuple(office for _, office in people),
        countries=tuple(sorted({*event.sources, *event.targets})),
        date=event.date,
        place=event.place or _host(event, kind, cast),
        duration=flat(event.duration_mention.exact) if event.duration_mention else None,
        status=status,
        evidence=event.evidence or (event.trigger,),
        records=(event.id,),
    )


def _kind(event: Event, words: Sequence[Encounter]) -> EncounterKind:
    """The kind by the event's mode, made more exact by the words at its trigger."""
    kind = _MODES.get(event.mode or "", EncounterKind.TALKS)
    for named in named_kinds(_around_trigger(event), words):
        if named in _VAGUE.get(kind, ()):
            return named
    return kind if event.mode in _MODES else EncounterKind.MEETING


def _host(event: Event, kind: EncounterKind, cast: Cast) -> str | None:
    """The country that is visited, if it is one."""
    is_visit_to_one = kind is EncounterKind.VISIT and len(event.targets) == 1 and event.targets != event.sources
    return cast.country_name(event.targets[0]) if is_visit_to_one else None


def _around_trigger(event: Event) -> str:
    trigger = event.trigger
    for passage in event.evidence:
        if passage.start <= trigger.start and trigger.end <= passage.end:
            return passage.exact[trigger.start - passage.start : trigger.end - passage.start + WINDOW]
    return trigger.exact


def _people(event: Event, kind: EncounterKind, cast: Cast) -> Iterator[tuple[str, str | None]]:
    """Who took part, with their offices; a state only where nobody of it is named, and never as a host."""
    sides = (
        (event.source_actors, event.source_mentions, event.sources),
        (event.target_actors, event.target_mentions, event.targets),
    )
    seen: set[str] = set()
    for number, (actors, mentions, states) in enumerate(sides):
        is_host = number == 1 and kind is EncounterKind.VISIT
        for name, office in _side(actors, mentions, () if is_host else states, cast):
            if name not in seen:
                seen.add(name)
                yield name, office


def _side(
    actors: Sequence[str], mentions: Sequence[Mention], states: Sequence[str], cast: Cast
) -> Iterator[tuple[str, str | None]]:
    known = [actor for actor in actors if not cast.is_state(actor)]
    for actor in known:
        described = cast.actors[actor].mentions if actor in cast.actors else ()
        yield cast.name(actor), _office((*(m for m in mentions if m.actor == actor), *described))
    words = [mention for mention in mentions if mention.kind is MentionKind.ANONYMOUS]
    if not actors and states:
        words = [m for m in mentions if m.kind not in (MentionKind.PRONOUN, MentionKind.INSTITUTION)]
    for mention in words:
        yield flat(mention.name or mention.exact), None
    if not known and not words:
        for state in states:
            yield cast.country_name(state), None


def _office(mentions: Sequence[Mention]) -> str | None:
    """The office in the text's own words, where they name one: "US Secretary of State", not "counterpart"."""
    for mention in mentions:
        if mention.office:
            place = mention.exact.casefold().find(mention.office.casefold())
            words = mention.exact[place : place + len(mention.office)] if place >= 0 else ""
            if words[:1].isupper() and not words.isupper():
                return flat(words)
    return None


def _put(report: _Report, whole: list[_Report]) -> None:
    """Add a report to the occasion that it tells of, or as a new one."""
    for place, other in enumerate(whole):
        if _is_one_occasion(report, other):
            told = _together(other.told, report.told)
            documents = other.documents | report.documents
            whole[place] = replace(other, told=told, documents=documents)
            return
    whole.append(report)


def _explain(hazy: _Report, whole: list[_Report]) -> None:
    """Put a hazy report with the clear one that tells all of it; without one it stays."""
    for place, clear in enumerate(whole):
        if not _is_hazy(clear) and _is_covered_by(hazy, clear):
            evidence = tuple(dict.fromkeys(clear.told.evidence + hazy.told.evidence))
            told = replace(
                clear.told,
                date=narrower(clear.told.date, hazy.told.date),
                duration=clear.told.duration or hazy.told.duration,
                evidence=evidence,
                records=tuple(dict.fromkeys(clear.told.records + hazy.told.records)),
            )
            whole[place] = replace(clear, told=told)
            whole.remove(hazy)
            return


def _is_one_occasion(one: _Report, other: _Report) -> bool:
    ours, theirs = one.told, other.told
    if not (_is_one_kind(ours.kind, theirs.kind) and _is_one_status(ours.status, theirs.status)):
        return False
    if not may_be_one(ours.date, theirs.date) or _differ(ours.duration, theirs.duration):
        return False
    if not one.documents & other.documents and not _are_close(one, other):
        return False
    return _is_one_company(ours.participants, theirs.participants) and _is_one_place(ours, theirs)


def _is_one_kind(one: EncounterKind, other: EncounterKind) -> bool:
    return one is other or other in _VAGUE.get(one, ()) or one in _VAGUE.get(other, ())


def _is_one_status(one: Status, other: Status) -> bool:
    return one is other or any({one, other} <= alike for alike in _ALIKE)


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


def _are_close(one: _Report, other: _Report) -> bool:
    """Whether two documents can tell of one occasion: both date it, or they came out within a few days."""
    if one.told.date and other.told.date:
        return True
    ours, theirs = bounds(one.published), bounds(other.published)
    return ours is not None and theirs is not None and abs((ours[0] - theirs[0]).days) <= DAYS_BETWEEN_REPORTS


def _together(one: Engagement, other: Engagement) -> Engagement:
    people = dict(zip(one.participants, one.offices, strict=True))
    for name, office in zip(other.participants, other.offices, strict=True):
        known = next((ours for ours in people if may_be_one_person(ours, name)), name)
        fuller = max(known, name, key=len)
        people = {fuller if ours == known else ours: held for ours, held in people.items()}
        people[fuller] = people.get(fuller) or office
    return replace(
        one,
        kind=other.kind if other.kind in _VAGUE.get(one.kind, ()) else one.kind,
        participants=tuple(people),
        offices=tuple(people.values()),
        countries=tuple(sorted({*one.countries, *other.countries})),
        date=narrower(one.date, other.date),
        status=other.status if one.status is Status.PLANNED else one.status,
        place=one.place or other.place,
        duration=one.duration or other.duration,
        evidence=tuple(dict.fromkeys(one.evidence + other.evidence)),
        records=tuple(dict.fromkeys(one.records + other.records)),
    )


def _is_hazy(report: _Report) -> bool:
    """Whether a report leaves out who met: "after the meeting", "Blinken's meetings", "the two sides met"."""
    told = report.told
    return not report.has_people or (told.kind is not EncounterKind.VISIT and len(told.participants) == 1)


def _is_covered_by(hazy: _Report, clear: _Report) -> bool:
    """Whether a hazy report adds nothing to a clear one of the same people, or sides and day."""
    ours, theirs = hazy.told, clear.told
    if hazy.has_people:
        is_known = all(
            any(may_be_one_person(name, other) for other in theirs.participants) for name in ours.participants
        )
    else:
        is_known = ours.countries == theirs.countries and bool(ours.date and theirs.date)
    return (
        is_known
        and _is_one_kind(ours.kind, theirs.kind)
        and _is_one_status(ours.status, theirs.status)
        and may_be_one(ours.date, theirs.date)
    )


def _has_parties(report: _Report) -> bool:
    """Whether it tells of two parties, of a named visitor, or of somebody by name with a side to meet."""
    told = report.told
    is_met = told.kind is EncounterKind.VISIT or len(told.countries) > 1
    return len(told.participants) > 1 or (report.has_people and is_met)
