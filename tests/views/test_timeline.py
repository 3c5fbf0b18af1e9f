"""What happened between actors, in the order of the days."""

from datetime import date

import pytest

from onrecord import lexicon
from onrecord.lexicon.plover import scale_of
from onrecord.model import EventType
from onrecord.views.engagements import engagements
from onrecord.views.happenings import happenings
from onrecord.views.timeline import timeline
from onrecord.views.wanted import Choice, Wanted

WORDS = lexicon.load().encounters
SCALE = scale_of(lexicon.load().plover, lexicon.load().cameo)
SIDES = {"sources": ("AVL",), "targets": ("BRL",)}
BOTH = (Wanted(code="AVL"), Wanted(code="BRL"))
TEXT = "Averland sent grain to Borland. Ada Holm met Bo Lind. Cyrene sent oil to Borland. Averland expelled two envoys."


@pytest.fixture(params=["2031-06-03"])
def told(request, write, countries):
    text = write(TEXT, published=request.param)
    text.does(EventType.AID, "sent grain", date="2031-05-09", **SIDES)
    text.meets("met", "Ada Holm", "Bo Lind", date="2031-05-02")
    text.does(EventType.AID, "sent oil", date="2031-05-03", sources=("CYR",), targets=("BRL",))
    text.does(EventType.COERCE, "expelled", **SIDES)
    later = write("Averland thanked Borland.", published="2031-07-01")
    later.does(EventType.SUPPORT, "thanked", date="2031-06-30", **SIDES)
    records = [later.record(), text.record()]

    def told(*actors, **days):
        met, done = engagements(records, WORDS, countries), happenings(records, SCALE, countries)
        return [getattr(one, "type", None) or one.kind for one in timeline(met, done, Choice(actors=actors, **days))]

    return told


def test_the_earliest_first_by_its_day_or_that_of_the_report_and_a_meeting_once(told):
    assert told(*BOTH) == ["meeting", "AID", "COERCE", "SUPPORT"]


def test_of_one_actor_all(told):
    assert told(Wanted(code="BRL")) == ["meeting", "AID", "AID", "COERCE", "SUPPORT"]
    assert told(Wanted(names=frozenset({"Bo Lind"}))) == ["meeting"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031-05-03", "2031-06-03", ["AID", "COERCE"]),
        ("2031-05-03", "2031-06-02", ["AID"]),  # no day of its own, and reported after these
        ("2031-06-03", "2031-06-03", ["COERCE"]),  # what has a day of its own is not chosen by that of the report
        (None, "2031-05-02", ["meeting"]),
    ],
)
def test_days_choose_by_the_report_what_has_none(told, since, until, expected):
    days = {name: date.fromisoformat(day) for name, day in (("since", since), ("until", until)) if day}
    assert told(*BOTH, **days) == expected


@pytest.mark.parametrize("told", [None], indirect=True)
def test_what_has_not_even_a_report_with_a_day_stands_last(told):
    assert told(*BOTH) == ["meeting", "AID", "SUPPORT", "COERCE"]
    assert told(*BOTH, since=date(2031, 5, 3)) == ["AID", "SUPPORT"]
