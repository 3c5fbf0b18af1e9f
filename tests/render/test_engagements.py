"""How an engagement is told in a list."""

import pytest

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model import Evidence, Status
from onrecord.render.ledgers import engagement_entry
from onrecord.views.occasions import Engagement, PlaceBasis, Reported


def told(*history, **more):
    defaults = {"kind": EncounterKind.MEETING, "status": Status.OCCURRED, "place": None}
    defaults |= {"participants": ("Ada Holm", "Bo Lind")}
    defaults |= {"date": "2031-05-12"}
    return Engagement(
        offices=("President", None),
        countries=("AVL", "BRL"),
        duration=None,
        evidence=(Evidence("d", 0, 3, "met"),),
        records=("e:1",),
        history=history,
        **defaults | more,
    )


def said(status, published="2031-05-14", day=None):
    return Reported(status=status, published=published, document="d", event="e:1", said=day)


@pytest.mark.parametrize(
    ("history", "line"),
    [
        ((said(Status.OCCURRED),), None),
        ((said(Status.OCCURRED), said(Status.OCCURRED)), None),
        (
            (said(Status.PLANNED, day="2031-05-10"), said(Status.OCCURRED)),
            "planned Saturday 10 May 2031, then occurred Wednesday 14 May 2031",
        ),
        ((said(Status.OCCURRED, None), said(Status.DENIED, None)), "occurred, then denied"),
    ],
)
def test_what_was_reported_at_odds_is_said(history, line):
    assert dict(engagement_entry(told(*history)).facts).get("reported") == line


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"place": "Oum", "place_basis": PlaceBasis.WORDS}, "Oum"),
        ({"place": "Oum", "place_basis": PlaceBasis.VISIT}, "Oum, on the visit"),
        (
            {"place": "Oum", "place_basis": PlaceBasis.VISIT, "kind": EncounterKind.VISIT},
            "Oum, as on the visit told before",
        ),
        ({"place": "Oum", "kind": EncounterKind.CALL}, None),  # only where one side sat
        ({}, None),
    ],
)
def test_where_it_was(more, where):
    assert dict(engagement_entry(told(**more)).facts).get("where") == where


@pytest.mark.parametrize(
    ("hosts", "people"),
    [
        ((), "Ada Holm (President) and Bo Lind"),
        (("Bo Lind",), "Ada Holm (President), received by Bo Lind"),
        (("Ada Holm",), "Bo Lind, received by Ada Holm (President)"),
    ],
)
def test_who_received_whom(hosts, people):
    assert engagement_entry(told(received_by=hosts)).head == f"Monday 12 May 2031 · meeting · {people}"


@pytest.mark.parametrize(
    ("history", "day"),
    [
        ((said(Status.OCCURRED), said(Status.OCCURRED, day="2031-05-13")), "reported Tuesday 13 May 2031"),
        ((said(Status.OCCURRED, None), said(Status.OCCURRED)), "reported Wednesday 14 May 2031"),
        ((said(Status.OCCURRED, None),), "day unknown"),
    ],
)
def test_of_unknown_day_the_first_report_is_told(history, day):
    assert engagement_entry(told(*history, date=None)).head.startswith(f"{day} · meeting · ")
    assert engagement_entry(told(*history)).head.startswith("Monday 12 May 2031 · ")
