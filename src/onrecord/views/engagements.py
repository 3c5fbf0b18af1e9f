"""Visits, meetings, calls and talks: each once, from all the events and documents that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from onrecord.lexicon.encounters import Encounter, EncounterKind, named_kinds
from onrecord.lexicon.offices import Office
from onrecord.model import Event, EventType, Mention, MentionKind, Record, Status
from onrecord.model.days import narrower
from onrecord.views.cast import Cast, cast_of, flat, may_be_one_person
from onrecord.views.occasions import (
    VAGUE,
    Engagement,
    Report,
    Reported,
    distance,
    has_parties,
    in_time,
    is_bare_name_of,
    is_covered_by,
    is_hazy,
    is_more_of,
    is_one_occasion,
)

WINDOW = 40  # characters after a trigger in which its object may still say what it was: "held a video talk"

FORMS = {
    EncounterKind.CALL: "by telephone",
    EncounterKind.VIDEO_CALL: "by video",
    EncounterKind.VISIT: "in person",
}

_MODES = {kind.value: kind for kind in EncounterKind} | {"meet": EncounterKind.MEETING}


@dataclass(frozen=True, slots=True)
class _Participant:
    """Somebody who took part; `is_known` where a name and no mere description tells who."""

    name: str
    office: str | None
    is_known: bool


def engagements(
    records: Sequence[Record],
    words: Sequence[Encounter],
    countries: Mapping[str, str],
    offices: Mapping[str, Office] = MappingProxyType({}),
) -> tuple[Engagement, ...]:
    """The engagements in reading order; what several events or documents tell of one is put together.

    `words` name the kinds of occasions, `countries` gives the names of states by code, `offices` the offices by name.
    """
    cast = cast_of(records, countries)
    whole: list[Report] = []
    for report in _reports(records, words, cast):
        _put(report, whole)
    for report in [report for report in whole if is_hazy(report)]:
        _explain(report, whole)
    said = _said_at(records)
    return tuple(_finished(report.told, said, offices) for report in whole if has_parties(report, countries))


def _said_at(records: Iterable[Record]) -> Mapping[str, Sequence[str]]:
    """The statements that were made at each occasion, by the id of its event."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for statement in record.statements:
            if statement.occasion_event is not None:
                found[statement.occasion_event].append(statement.id)
    return found


def _finished(told: Engagement, said: Mapping[str, Sequence[str]], offices: Mapping[str, Office]) -> Engagement:
    held = (offices.get((office or "").lower()) for office in told.offices)
    return replace(
        told,
        levels=tuple(office.level if office is not None else None for office in held),
        form=_form(told),
        said=tuple(dict.fromkeys(one for event in told.records for one in said.get(event, ()))),
        documents=tuple(dict.fromkeys(one.document for one in told.history)),
    )


def _form(told: Engagement) -> str | None:
    """How they came together; a meeting without a place may have been either."""
    is_at_a_place = told.place is not None and told.kind not in FORMS
    return FORMS.get(told.kind) or ("in person" if is_at_a_place else None)


def _reports(records: Iterable[Record], words: Sequence[Encounter], cast: Cast) -> Iterator[Report]:
    for record in records:
        for event in sorted(record.events, key=lambda event: event.trigger.start):
            if _is_engagement(event):
                kind = _kind(event, words)
                people = tuple(_people(event, kind, cast))
                yield Report(
                    told=_engagement(event, kind, people, (record, cast)),
                    people=frozenset(one.name for one in people if one.is_known),
                    published=record.document.published,
                    documents=frozenset({record.document.id}),
                )


def _is_engagement(event: Event) -> bool:
    """Whether an event is an occasion between sides; who travels in the own country visits nobody."""
    is_at_home = event.mode == EncounterKind.VISIT and len(event.targets) == 1 and event.targets == event.sources
    if event.type is EventType.CONSULT:
        return not is_at_home
    return event.type in (EventType.AGREE, EventType.REJECT) and event.mode in _MODES


def _engagement(
    event: Event, kind: EncounterKind, people: Sequence[_Participant], told_by: tuple[Record, Cast]
) -> Engagement:
    (record, cast), status = told_by, Status.REFUSED if event.type is EventType.REJECT else event.status
    document = record.document
    return Engagement(
        kind=kind,
        participants=tuple(one.name for one in people),
        offices=tuple(one.office for one in people),
        countries=tuple(sorted({*event.sources, *event.targets})),
        date=event.date,
        place=event.place or _host(event, kind, cast),
        duration=flat(event.duration_mention.exact) if event.duration_mention else None,
        status=status,
        evidence=event.evidence or (event.trigger,),
        records=(event.id,),
        history=(Reported(status=status, published=document.published, document=document.id, event=event.id),),
    )


def _kind(event: Event, words: Sequence[Encounter]) -> EncounterKind:
    """The kind by the event's mode, made more exact by the words at its trigger."""
    kind = _MODES.get(event.mode or "", EncounterKind.TALKS)
    for named in named_kinds(_around_trigger(event), words):
        if named in VAGUE.get(kind, ()):
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


def _people(event: Event, kind: EncounterKind, cast: Cast) -> Iterator[_Participant]:
    """Who took part; a state only where nobody of it is named, and never on a visit.

    The host of a visit is a place, or people who are named.
    """
    is_visit = kind is EncounterKind.VISIT
    hosts = [one for one in event.target_actors if not is_visit or cast.is_person(one)]
    sides = (
        (event.source_actors, event.source_mentions, event.sources),
        (hosts, event.target_mentions, event.targets),
    )
    seen: set[str] = {event.place} if event.place else set()
    for number, (actors, mentions, states) in enumerate(sides):
        for one in _side(actors, mentions, () if is_visit else states, cast):
            if one.name not in seen and (one.is_known or not is_visit or number == 0):
                seen.add(one.name)
                yield one


def _side(
    actors: Sequence[str], mentions: Sequence[Mention], states: Sequence[str], cast: Cast
) -> Iterator[_Participant]:
    known = [actor for actor in actors if not cast.is_state(actor)]
    for actor in known:
        yield _Participant(cast.name(actor), _office_of(actor, mentions, cast), is_known=True)
    words = [mention for mention in mentions if mention.kind is MentionKind.ANONYMOUS]
    if not actors and states:
        words = [m for m in mentions if m.kind not in (MentionKind.PRONOUN, MentionKind.INSTITUTION)]
    for mention in words:
        yield _Participant(flat(mention.name or mention.exact), None, is_known=mention.name is not None)
    if not known and not words:
        for state in states:
            yield _Participant(cast.country_name(state), None, is_known=False)


def _office_of(actor: str, mentions: Sequence[Mention], cast: Cast) -> str | None:
    """The office that the text gives somebody; a body holds none."""
    described = cast.actors[actor].mentions if cast.is_person(actor) else ()
    return _office((*(m for m in mentions if m.actor == actor), *described)) if described else None


def _office(mentions: Sequence[Mention]) -> str | None:
    """The office in the text's own words, where they name one: "US Secretary of State", not "counterpart"."""
    for mention in mentions:
        if mention.office:
            place = mention.exact.casefold().find(mention.office.casefold())
            words = mention.exact[place : place + len(mention.office)] if place >= 0 else ""
            if words[:1].isupper() and not words.isupper():
                return flat(words)
    return None


def _put(report: Report, whole: list[Report]) -> None:
    """Add a report to the occasion that it tells of, or as a new one."""
    for place, other in enumerate(whole):
        if is_one_occasion(report, other):
            told = _together(other.told, report.told)
            documents = other.documents | report.documents
            whole[place] = replace(other, told=told, people=other.people | report.people, documents=documents)
            return
    whole.append(report)


def _explain(hazy: Report, whole: list[Report]) -> None:
    """Put a hazy report with the clear one that it tells more of; without one it stays."""
    clear = _meant([other for other in whole if not is_hazy(other)], hazy)
    if clear is None:
        return
    told = replace(
        clear.told,
        date=narrower(clear.told.date, hazy.told.date),
        duration=clear.told.duration or hazy.told.duration,
        evidence=tuple(dict.fromkeys(clear.told.evidence + hazy.told.evidence)),
        records=tuple(dict.fromkeys(clear.told.records + hazy.told.records)),
        history=in_time(clear.told.history + hazy.told.history),
    )
    whole[whole.index(clear)] = replace(clear, told=told)
    whole.remove(hazy)


def _meant(clear: Sequence[Report], hazy: Report) -> Report | None:
    """The report that covers a hazy one, the nearest before it that it tells more of, or the only one of its sides."""
    covering = next((other for other in clear if is_covered_by(hazy, other)), None)
    if covering is not None:
        return covering
    near = [other for other in clear if is_more_of(hazy, other)]
    if near:
        return min(near, key=lambda other: distance(hazy.told, other.told) or 0)
    such = [other for other in clear if is_bare_name_of(hazy, other)]
    return such[0] if len(such) == 1 else None


def _together(one: Engagement, other: Engagement) -> Engagement:
    people = dict(zip(one.participants, one.offices, strict=True))
    for name, office in zip(other.participants, other.offices, strict=True):
        known = next((ours for ours in people if may_be_one_person(ours, name)), name)
        fuller = max(known, name, key=len)
        people = {fuller if ours == known else ours: held for ours, held in people.items()}
        people[fuller] = people.get(fuller) or office
    return replace(
        one,
        kind=other.kind if other.kind in VAGUE.get(one.kind, ()) else one.kind,
        participants=tuple(people),
        offices=tuple(people.values()),
        countries=tuple(sorted({*one.countries, *other.countries})),
        date=narrower(one.date, other.date),
        status=_status(one, other),
        place=one.place or other.place,
        duration=one.duration or other.duration,
        evidence=tuple(dict.fromkeys(one.evidence + other.evidence)),
        records=tuple(dict.fromkeys(one.records + other.records)),
        history=in_time(one.history + other.history),
    )


def _status(one: Engagement, other: Engagement) -> Status:
    """What the document says that came out last; within one, what says more than that it was planned."""
    ours, theirs = one.history[-1], other.history[-1]
    if ours.document != theirs.document and ours.published and theirs.published and ours.published != theirs.published:
        return other.status if theirs.published > ours.published else one.status
    return other.status if one.status is Status.PLANNED else one.status
