"""What actors said to each other, or where they came together."""

import pytest

from onrecord import lexicon
from onrecord.model import Attitude
from onrecord.views.cast import cast_of
from onrecord.views.engagements import engagements
from onrecord.views.exchanges import exchanges
from onrecord.views.timeline import timeline
from onrecord.views.wanted import Choice, Wanted

WORDS = lexicon.load().encounters
TEXT = (
    "Ada Holm met Bo Lind. The dam must open. The river is ours. Fish is dear. Rain is near. Snow is far. Ice is thin. "
    "I hope hay grows."
)
AVL, BRL, ADA = Wanted(code="AVL"), Wanted(code="BRL"), Wanted(names=frozenset({"Ada Holm"}))


@pytest.fixture
def told(write, countries):
    """Asks who said what: to Borland; at the meeting; to nobody; of Borland; denied; felt; felt, by her own word."""
    text = write(TEXT, published="2031-06-03")
    met = text.meets("met", "Ada Holm", "Bo Lind", date="2031-05-02")
    text.says("Ada Holm", "The dam must open", addressees=("Bo Lind",), date="2031-05-20")
    text.says("Bo Lind", "The river is ours", occasion="meeting", occasion_event=met.id, date="2031-05-02")
    text.says("Ada Holm", "Fish is dear")
    text.says("Bo Lind", "Rain is near", addressees=("Averland",), date="2031-05-21")
    text.says("Ada Holm", "Snow is far", addressees=("Bo Lind",), negated=True)
    text.says("Ada Holm", "Ice is thin", addressees=("Bo Lind",), attitude=Attitude.FEELING)
    text.says("Ada Holm", "hay grows", by="I", attitude=Attitude.INTENT)
    records = [text.record()]
    occasions = engagements(records, WORDS, countries)

    def told(*actors, ordered=False):
        found = exchanges(records, actors, occasions, cast_of(records, countries))
        if ordered:
            found = timeline((), (), Choice(actors=actors), found)
        return [one.words[0].exact for one in found]

    return told


def test_between_two_what_one_said_to_the_other_and_where_they_met(told):
    assert told(AVL, BRL) == told(BRL, AVL) == ["The dam must open", "The river is ours", "Rain is near"]
    assert told(ADA, BRL) == ["The dam must open", "The river is ours"]


def test_of_one_actor_all_that_it_said(told):
    assert told(AVL) == told(ADA) == ["The dam must open", "Fish is dear", "hay grows"]


def test_of_somebody_else_nothing(told):
    assert told(AVL, Wanted(code="CYR")) == told(Wanted(code="CYR")) == []


def test_by_the_days_of_the_saying_or_of_the_report(told):
    assert told(AVL, BRL, ordered=True) == ["The river is ours", "The dam must open", "Rain is near"]
    assert told(AVL, ordered=True) == ["The dam must open", "Fish is dear", "hay grows"]
