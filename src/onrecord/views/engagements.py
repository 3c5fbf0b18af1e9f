"""Visits, meetings, calls and talks: each once, from all the events and documents that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from onrecord.lexicon.encounters import Encounter, EncounterKind
from onrecord.lexicon.offices import Office
from onrecord.model import Record, Status
from onrecord.model.days import narrower
from onrecord.views.cast import cast_of, may_be_one_person
from onrecord.views.occasions import (
    HELD,
    VAGUE,
    Engagement,
    Report,
    distance,
    has_parties,
    in_time,
    is_bare_name_of,
    is_covered_by,
    is_hazy,
    is_more_of,
    is_one_occasion,
)
from onrecord.views.reports import reports
from onrecord.views.stays import placed

FORMS = {
    EncounterKind.CALL: "by telephone",
    EncounterKind.VIDEO_CALL: "by video",
    EncounterKind.VISIT: "in person",
}


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
    for report in reports(records, words, cast):
        _put(report, whole)
    for report in [report for report in whole if is_hazy(report)]:
        _explain(report, whole)
    whole = [placed(report, whole) for report in whole]
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
    documents = tuple(dict.fromkeys(one.document for one in told.history))
    held = (offices.get((office or "").lower()) for office in told.offices)
    return replace(
        told,
        levels=tuple(office.level if office is not None else None for office in held),
        form=_form(told),
        said=tuple(dict.fromkeys(one for event in told.records for one in said.get(event, ()))),
        documents=documents,
        received_by=tuple(
            name for name in told.participants if any(may_be_one_person(name, host) for host in told.received_by)
        ),
        evidence=tuple(sorted(told.evidence, key=lambda one: (documents.index(one.doc_id), one.start))),
    )


def _form(told: Engagement) -> str | None:
    """How they came together; a meeting without a place may have been either."""
    is_at_a_place = told.place is not None and told.kind not in FORMS
    return FORMS.get(told.kind) or ("in person" if is_at_a_place else None)


def _put(report: Report, whole: list[Report]) -> None:
    """Add a report to the occasion that it tells of, or as a new one."""
    for place, other in enumerate(whole):
        if is_one_occasion(report, other):
            told = _together(other.told, report.told)
            whole[place] = replace(
                other,
                told=told,
                people=other.people | report.people,
                documents=other.documents | report.documents,
                has_strangers=other.has_strangers or report.has_strangers,
                name=other.name or report.name,
                led_to=other.led_to or report.led_to,
                guests=other.guests | report.guests,
            )
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
        received_by=tuple(dict.fromkeys(one.received_by + other.received_by)),
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
    """What was said last; of what was said on one day what the text says last, if not only that it was planned."""
    ours, theirs = one.history[-1].day, other.history[-1].day
    if ours is not None and theirs is not None and ours != theirs:
        return other.status if theirs > ours else one.status
    is_no_news = other.status is Status.PLANNED or {one.status, other.status} <= HELD
    return one.status if is_no_news else other.status
