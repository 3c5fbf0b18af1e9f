import json

import pytest
from jsonschema import Draft202012Validator

from onrecord.export import Output
from onrecord.export.lines import brief_json, read_line
from onrecord.export.schema import schema_json
from onrecord.views.brief import Brief, Passage, Source


@pytest.fixture(scope="module")
def schema():
    return json.loads(schema_json(Output.RECORD))


def test_it_is_a_schema(schema):
    Draft202012Validator.check_schema(schema)
    assert "doc_id" not in json.dumps(schema["$defs"]["Mention"])


def test_a_line_keeps_it(schema, record, words):
    Draft202012Validator(schema).validate(json.loads(read_line(record, words)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["statements", 0, "kind"], "loud"),
        (["statements", 0, "speaker"], "brandt"),
        (["statements", 0, "content", 0, "doc_id"], "sha256:0"),
        (["statements", 0, "content", 0, "start"], -1),
        (["statements", 0, "content", 0, "start"], "0"),
        (["statements", 0, "speaker_mention", "name"], None),
        (["events", 0, "trigger"], None),
        (["document", "text"], 3),
        (["engagements"], None),
        (["mine"], {}),
    ],
)
def test_a_broken_line_does_not(schema, record, words, path, value):
    line = json.loads(read_line(record, words))
    inner = line
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert not Draft202012Validator(schema).is_valid(line)


@pytest.mark.parametrize("field", ["document", "findings", "statements", "channels"])
def test_nothing_may_be_missing(schema, record, words, field):
    line = json.loads(read_line(record, words))
    del line[field]
    assert not Draft202012Validator(schema).is_valid(line)


def test_the_schema_of_a_brief(record):
    brief = Brief(
        title="Talks in Oum",
        countries=("ABC",),
        date=None,
        sources=(Source(doc_id=record.document.id, uri="talks.txt"),),
        statements=1,
        events=1,
        findings=2,
        sections=(),
        passages=(Passage(number=1, doc_id=record.document.id, start=0, end=5, exact="Talks"),),
    )
    check = Draft202012Validator(json.loads(schema_json(Output.BRIEF)))
    check.validate(json.loads(brief_json(brief)))
    assert not check.is_valid({"title": "Talks"})
