import json
import re
from dataclasses import replace

import pytest

from onrecord.errors import EvidenceError, SourceError
from onrecord.export.lines import read_line, record_from_json


def test_a_line_gives_back_its_record(record, words):
    line = read_line(record, words)
    assert record_from_json(line) == record
    assert record_from_json(line.encode()) == record


def test_one_record_always_gives_the_same_line(record, words):
    line = read_line(record, words)
    assert "\n" not in line
    assert "🕊" in line
    assert read_line(record_from_json(line), words) == line


def test_half_a_surrogate_pair_is_written_as_its_escape(record, words):
    odd = replace(record, document=replace(record.document, title="\ud83d"))
    line = read_line(odd, words)
    assert r'"title": "\ud83d"' in line.encode().decode()
    assert record_from_json(line) == odd


def test_the_shape_of_a_line(record, words):
    whole = json.loads(read_line(record, words))
    assert list(whole) == [
        "document", "findings", "actors", "statements", "events", "engagements", "commitments", "channels",
    ]  # fmt: skip
    [statement] = whole["statements"]
    assert list(statement["cue"]) == ["start", "end", "exact"]
    mention = statement["speaker_mention"]
    assert (mention["exact"], mention["kind"], mention["actor"]) == ("Brandt", "named", "brandt")
    assert "doc_id" not in mention
    assert "office" not in mention
    assert statement["via"] is None
    assert statement["addressees"] == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda line: line[:-1], r"is not JSON: .* at character \d"),
        (lambda line: "[" * 100_000, "nested too deeply"),
        (lambda line: f'{{"actors": {"[" * 800}{"]" * 800}, "document": {{"id": "x"}}}}', "is not a record"),
        (lambda line: b"\xff" + line.encode(), "is not JSON"),
        (lambda line: "[]", "has no document with an id"),
        (lambda line: '{"document": {"text": "no id"}}', "has no document with an id"),
        (
            lambda line: line.replace('"direct"', '"loud"', 1),
            r"statements\.0\.kind: Input should be 'direct'",
        ),
        (
            lambda line: line.replace('"start": 0', '"start": "x"', 1),
            r"blocks\.0\.start: Input should be a valid int",
        ),
        (lambda line: re.sub(r'"id": "s:[0-9a-f]+", "kind"', '"kind"', line), r"statements\.0\.id: Field required"),
    ],
)
def test_what_is_no_record_is_refused(record, words, change, problem):
    with pytest.raises(SourceError, match=problem):
        record_from_json(change(read_line(record, words)), "file:1")


@pytest.mark.parametrize(
    ("old", "new"),
    [("We will return", "We won’t return"), ("“We will", "“We shan"), ('"exact": "met"', '"exact": "saw"')],
)
def test_a_passage_that_its_text_lacks_is_refused(record, words, old, new):
    line = read_line(record, words)
    assert old in line
    with pytest.raises(EvidenceError):
        record_from_json(line.replace(old, new, 1))
