"""Where people met, by the visit that a text tells of."""

import pytest

from onrecord.lexicon.encounters import load_encounters
from onrecord.model import EventType, Status
from onrecord.views.engagements import engagements
from onrecord.views.occasions import PlaceBasis

VISIT, MEETING = "Holm visited Borland.", "She met Lind."


@pytest.fixture
def places(countries):
    """The places of the engagements of a text, with what each is read from."""

    def view(text):
        found = engagements([text.record()], load_encounters(), countries)
        return [(one.place, one.place_basis) for one in found]

    return view


def visit(text, **more):
    more = {"mode": "visit", "source_actors": ("Ada Holm",)} | more
    text.does(EventType.CONSULT, "visited", ("AVL",), ("BRL",), **more)


@pytest.mark.parametrize(
    ("stay", "met", "found"),
    [
        ({}, {}, ("Borland", PlaceBasis.VISIT)),
        ({}, {"place": "Lind"}, ("Lind", PlaceBasis.WORDS)),
        ({"date": "2031-05-11/2031-05-13"}, {"date": "2031-05-12"}, ("Borland", PlaceBasis.VISIT)),
        ({"date": "2031-05-11/2031-05-13"}, {"date": "2031-05-14"}, (None, None)),
        ({}, {"date": "2031-05-12"}, ("Borland", PlaceBasis.VISIT)),  # of the days before publication
        ({}, {"date": "2030"}, (None, None)),
        ({}, {"mode": "call"}, (None, None)),
        ({}, {"status": Status.PLANNED}, (None, None)),
        ({"status": Status.PLANNED}, {}, (None, None)),
        ({"source_actors": ("Cato Brek",)}, {}, (None, None)),  # the visit of somebody else
        ({}, {"targets": ("CYR",)}, (None, None)),  # not the host
    ],
)
def test_a_meeting_on_a_visit_was_where_the_visit_led(write, places, stay, met, found):
    text = write(f"{VISIT} {MEETING}", published="2031-05-14")
    visit(text, **stay)
    text.meets("met", "Ada Holm", "Bo Lind", **met)
    assert places(text)[1] == found


def test_a_meeting_told_before_the_visit_may_have_been_anywhere(write, places):
    text = write(f"{MEETING} {VISIT}")
    visit(text)
    text.meets("met", "Ada Holm", "Bo Lind")
    assert places(text)[0] == (None, None)


def test_of_two_visits_neither_says_where(write, places):
    text = write(f"{VISIT} Holm toured Cyrene. {MEETING}")
    visit(text)
    text.does(EventType.CONSULT, "toured", ("AVL",), ("CYR",), mode="visit", source_actors=("Ada Holm",))
    text.meets("met", "Ada Holm", "Bo Lind", targets=("BRL", "CYR"))
    assert places(text)[2] == (None, None)


@pytest.mark.parametrize(
    ("between", "actor", "found"),
    [
        ("", "Ada Holm", ("Borland", PlaceBasis.VISIT)),
        ("Much was said before. " * 40, "Ada Holm", (None, None)),
        ("", "Cato Brek", (None, None)),
    ],
)
def test_a_trip_that_was_put_off_led_where_the_visit_did(write, places, between, actor, found):
    text = write(f"{VISIT} {between}An earlier trip was put off.")
    visit(text)
    put_off = {"mode": "visit", "status": Status.POSTPONED, "source_actors": (actor,)}
    text.does(EventType.CONSULT, "trip was put off", ("AVL",), (), **put_off)
    assert places(text)[1] == found
