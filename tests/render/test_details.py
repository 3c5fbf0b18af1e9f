from dataclasses import replace

import pytest

from onrecord.model import Record
from onrecord.render.details import details
from onrecord.render.segments import Mark


def by_layer(record, layer):
    return [dict(detail.fields) | {"title": detail.title} for detail in details(record, 1) if detail.layer == layer]


def test_a_statement_tells_who_how_and_by_which_rule(records):
    strait, passage, *_ = by_layer(records[0], "Statement")
    assert strait["date"] == "2031-05-12 · Monday, from published 2031-05-12"
    assert passage == {
        "speaker": "Elin Dahl",
        "in the text": "“She”",
        "basis": "pronoun · the speaker before",
        "country": "XNO",
        "cue": "“She said”",
        "kind": "mixed speech",
        "act": "assert",
        "date": "2031-05-12",
        "issues": "strait",
        "rule": "quotes/mixed",
        "title": "Sudmark “had promised not to close the northern passage”",
    }


def test_a_statement_of_nobody_says_so(records):
    statement = replace(records[0].statements[0], speakers=(), speaker_mention=None)
    [shown] = by_layer(Record(document=records[0].document, statements=(statement,)), "Statement")
    assert shown["speaker"] == "not named"


def test_an_event_tells_type_status_parties_and_place(records):
    met, _, trip, _ = by_layer(records[0], "Event")
    assert met["by"] == "Elin Dahl · XNO"
    rules = ("pronoun: nobody before it agrees; inferred: whom the words address",)
    [told] = by_layer(
        replace(records[0], statements=(), events=(replace(records[0].events[0], source_rules=rules),)), "Event"
    )
    assert told["by"] == "Elin Dahl · XNO · inferred: whom the words address"
    assert met["with or toward"] == "Tomas Reyle · XSU"
    assert (met["type"], met["place"], met["status"]) == ("CONSULT · meeting", "Port Ostra", "occurred")
    assert (trip["type"], trip["status"], trip["by"]) == ("CONSULT · visit", "postponed", "XNO")


def test_a_finding_without_a_place_concerns_the_whole_text(records):
    furniture, garbled, date = by_layer(records[0], "Finding")
    assert furniture["kind"] == "furniture"
    assert "concerns" not in garbled
    assert date["kind"] == "unresolved date"
    assert date["concerns"] == "the whole text"


@pytest.mark.parametrize(
    ("number", "marks"),
    [
        (0, {Mark.STATEMENT, Mark.CUE}),
        (6, {Mark.EVENT, Mark.TRIGGER}),
        (10, {Mark.FURNITURE}),
        (13, {Mark.ACTOR}),
    ],
)
def test_spans_say_what_they_are(records, number, marks):
    found = list(details(records[0], 1))
    assert {span.mark for span in found[number].spans} == marks
    assert {span.key for detail in found for span in detail.spans} <= {detail.key for detail in found}
    assert len({detail.key for detail in found}) == len(found)
