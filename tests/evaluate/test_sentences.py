from dataclasses import replace

import pytest

from onrecord.evaluate.sentences import Party, coded_events
from onrecord.model import Actor, ActorKind, Status

TEXT = "Averland and the Harbour League met envoys of Borland."


@pytest.mark.parametrize(
    ("event", "source", "target"),
    [
        pytest.param(
            {"by": ["Averland"], "to": ["Borland"], "sources": ("AVL",), "targets": ("BRL",)},
            [Party(code="AVL"), Party(start=0, end=8)],
            [Party(code="BRL"), Party(start=46, end=53)],
            id="a code and a place for each side",
        ),
        pytest.param(
            {"by": ["the Harbour League"], "sources": ("HBL",)},
            [Party(code="IGO"), Party(start=13, end=31)],
            [],
            id="an organisation has the code of all organisations",
        ),
        pytest.param(
            {"by": ["envoys"]},
            [Party(start=36, end=42)],
            [],
            id="a party without a country has a place alone",
        ),
    ],
)
def test_a_coded_event(writer, event, source, target):
    pen = writer(TEXT)
    [found] = coded_events(pen.record(events=[pen.done("CONSULT", "met", **event)]), {"HBL"})
    assert found.type == "CONSULT"
    assert (list(found.source), list(found.target)) == (source, target)


@pytest.mark.parametrize("status", list(Status))
def test_what_did_not_happen_is_not_coded(writer, status):
    pen = writer(TEXT)
    found = coded_events(pen.record(events=[pen.done("CONSULT", "met", status=status)]), ())
    assert len(found) == (status not in (Status.DENIED, Status.HYPOTHETICAL))


def test_an_appeal_is_not_coded(writer):
    pen = writer(TEXT)
    assert not coded_events(pen.record(events=[pen.done("REQUEST", "met", mode="appeal")]), ())
    assert coded_events(pen.record(events=[pen.done("REQUEST", "met")]), ())


def test_what_is_only_named_as_condemned_is_not_coded(writer):
    pen = writer("Averland condemned the Borland attack.")
    attack = replace(pen.done("ASSAULT", "attack"), rule="event/noun:attack")
    condemned = replace(pen.done("ACCUSE", "condemned"), evidence=(pen.at("condemned the Borland attack"),))
    assert [one.type for one in coded_events(pen.record(events=[condemned, attack]), ())] == ["ACCUSE"]
    assert [one.type for one in coded_events(pen.record(events=[attack]), ())] == ["ASSAULT"]
    pen = writer("Averland accused Borland of attacking.")
    attack = replace(pen.done("ASSAULT", "attacking"), rule="event/verb:attack")
    accused = replace(pen.done("ACCUSE", "accused"), evidence=(pen.at("accused Borland of attacking"),))
    assert [one.type for one in coded_events(pen.record(events=[accused, attack]), ())] == ["ACCUSE"]


def test_those_who_act_together_stand_on_one_side(writer):
    pen = writer(TEXT)
    both = {"by": ["Averland", "Borland"], "to": ["Averland", "Borland"]}
    states = {"sources": ("AVL", "BRL"), "targets": ("AVL", "BRL")}
    [found] = coded_events(pen.record(events=[pen.done("CONSULT", "met", **both, **states)]), ())
    assert [party.code for party in found.source] == ["AVL", "BRL", None, None]
    assert [party.code for party in found.target] == [None, None]
    home = {"sources": ("AVL",), "targets": ("AVL",)}
    [found] = coded_events(pen.record(events=[pen.done("COERCE", "met", by=["Averland"], to=["envoys"], **home)]), ())
    assert [party.code for party in found.target] == ["AVL", None], "what is done at home has two sides"


@pytest.mark.parametrize(
    ("actor", "countries", "code"),
    [
        ({"kind": ActorKind.INSTITUTION, "country": "AVL", "roles": ("NGO",)}, ("AVL",), "NGO"),
        ({"kind": ActorKind.GROUP, "country": None, "roles": ("REB",)}, (), "IMG"),
        ({"kind": ActorKind.GROUP, "country": "AVL", "roles": ("REB",)}, ("AVL",), "AVL"),
        ({"kind": ActorKind.GROUP, "country": None}, (), None),
    ],
)
def test_bodies_of_no_state_have_codes_of_their_own(writer, actor, countries, code):
    pen = writer(TEXT)
    event = pen.done("CONSULT", "met", by=["envoys"], sources=countries, source_actors=("x",))
    [found] = coded_events(replace(pen.record(events=[event]), actors=(Actor(id="x", name="x", **actor),)), ())
    assert next(iter(found.source)).code == code
