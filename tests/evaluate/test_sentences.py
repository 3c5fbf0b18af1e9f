import pytest

from onrecord.evaluate.sentences import Party, coded_events
from onrecord.model import Status

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
