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


@pytest.fixture
def told(write, countries):
    text = write(TEXT, published="2031-06-03")
    text.does(EventType.AID, "sent grain", date="2031-05-09", **SIDES)
    text.meets("met", "Ada Holm", "Bo Lind", date="2031-05-02")
    text.does(EventType.AID, "sent oil", date="2031-05-03", sources=("CYR",), targets=("BRL",))
    text.does(EventType.COERCE, "expelled", **SIDES)
    records = [text.record()]

    def told(*actors, **days):
        met, done = engagements(records, WORDS, countries), happenings(records, SCALE, countries)
        return [getattr(one, "type", None) or one.kind for one in timeline(met, done, Choice(actors=actors, **days))]

    return told


def test_the_earliest_first_what_has_no_day_last_and_a_meeting_once(told):
    assert told(*BOTH) == ["meeting", "AID", "COERCE"]


def test_of_one_actor_all(told):
    assert told(Wanted(code="BRL")) == ["meeting", "AID", "AID", "COERCE"]
    assert told(Wanted(names=frozenset({"Bo Lind"}))) == ["meeting"]


def test_days_leave_out_what_has_none(told):
    assert told(*BOTH, since=date(2031, 5, 3)) == ["AID"]
    assert told(*BOTH, until=date(2031, 5, 2)) == ["meeting"]
