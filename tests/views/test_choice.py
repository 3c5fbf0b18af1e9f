"""Which items of a list are asked for."""

from datetime import date

import pytest

from onrecord import lexicon
from onrecord.lexicon.plover import scale_of
from onrecord.model import EventType
from onrecord.views.choice import chosen
from onrecord.views.happenings import happenings
from onrecord.views.wanted import Choice, Wanted, is_within

SCALE = scale_of(lexicon.load().plover, lexicon.load().cameo)


@pytest.fixture
def told(write, countries):
    """Asks for happenings: one of 2 May, one without a day that was published on 20 May; who is in both."""
    text = write("Averland expelled two envoys of Borland.", published="2031-06-03")
    text.does(EventType.COERCE, "expelled", date="2031-05-02", sources=("AVL",), targets=("BRL",))
    other = write("Cyrene sent grain to Borland.", published="2031-05-20", uri="other.txt")
    other.does(EventType.AID, "sent", sources=("CYR",), targets=("BRL",))
    records = [text.record(), other.record()]

    def told(*actors, since=None, until=None):
        choice = Choice(actors=actors, since=since, until=until)
        return [one.type.value for one in chosen(happenings(records, SCALE, countries), choice, records)]

    return told


AVL, BRL = Wanted(code="AVL"), Wanted(code="BRL")


def test_what_all_the_actors_had_a_part_in(told):
    assert told() == told(BRL) == ["COERCE", "AID"]
    assert told(AVL) == told(BRL, AVL) == ["COERCE"]
    assert told(AVL, Wanted(code="CYR")) == []


def test_its_own_day_counts_and_else_the_day_of_the_report(told):
    assert told(since=date(2031, 5, 1), until=date(2031, 5, 2)) == ["COERCE"]
    assert told(since=date(2031, 5, 3)) == ["AID"]
    assert told(since=date(2031, 6, 1)) == []


@pytest.mark.parametrize(
    ("days", "is_there"),
    [
        (["2031-05-10"], True),
        (["2031-05"], True),
        (["2031-05-01/2031-05-12"], True),
        (["2031-04-30", "2031-05-11"], True),
        (["2031-04-30"], False),
        (["2031-06"], False),
        ([None], False),
        ([], False),
    ],
)
def test_days(days, is_there):
    assert is_within(days, date(2031, 5, 8), date(2031, 5, 20)) is is_there
    assert is_within(days, None, None)
