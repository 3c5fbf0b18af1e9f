"""Where people met, or were to go, by a visit that the same text tells of, where their own words do not say."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model.days import bounds
from onrecord.views.cast import may_be_one_person
from onrecord.views.occasions import DAYS_BETWEEN_REPORTS, HELD, SHORTLY_AFTER, PlaceBasis, Report, distance

ON_VISITS = frozenset({EncounterKind.MEETING, EncounterKind.TALKS, EncounterKind.SUMMIT, EncounterKind.DIALOGUE})


def placed(report: Report, whole: Sequence[Report]) -> Report:
    """The report with its place: by its own words, else by the visits of the same people, if they agree on one."""
    told = report.told
    if told.place is not None:
        return replace(report, told=replace(told, place_basis=PlaceBasis.WORDS))
    visits = [other for other in whole if other.told.kind is EncounterKind.VISIT and other.told.place and other.led_to]
    if told.kind is EncounterKind.VISIT:
        visits = [visit for visit in visits if _is_meant(report, visit)]
    else:
        visits = [visit for visit in visits if _is_on_visit(report, visit)]
    if len({visit.told.place for visit in visits}) != 1:
        return report
    countries = tuple(sorted({*told.countries, *visits[0].led_to}))
    own = replace(told, place=visits[0].told.place, place_basis=PlaceBasis.VISIT, countries=countries)
    return replace(report, told=own, led_to=visits[0].led_to)


def _is_meant(trip: Report, visit: Report) -> bool:
    """Whether "his trip" leads where a visit of the same people led that was told of shortly before."""
    gap = distance(trip.told, visit.told)
    return gap is not None and gap <= SHORTLY_AFTER and not trip.led_to and _has_guest(trip, visit)


def _is_on_visit(report: Report, visit: Report) -> bool:
    """Whether people met on a visit told of before it: a guest with the hosts, at a time that fits."""
    ours, theirs = report.told, visit.told
    return (
        ours.kind in ON_VISITS
        and {ours.status, theirs.status} <= HELD
        and distance(ours, theirs) is not None
        and visit.led_to < set(ours.countries)
        and _has_guest(report, visit)
        and _is_in_time(report, visit)
    )


def _has_guest(report: Report, visit: Report) -> bool:
    return any(may_be_one_person(guest, other) for guest in visit.guests for other in report.people)


def _is_in_time(report: Report, visit: Report) -> bool:
    """Whether a meeting falls within a visit; if nothing dates the visit, within the week before publication."""
    met, stay = bounds(report.told.date), bounds(visit.told.date)
    if report.told.date is None:
        return True
    if met is None:
        return False
    if stay is not None:
        return stay[0] <= met[0] and met[1] <= stay[1]
    published = bounds(visit.published)
    return published is not None and 0 <= (published[0] - met[0]).days <= DAYS_BETWEEN_REPORTS
