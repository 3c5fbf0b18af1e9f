import json

import pytest

from onrecord.export.lines import read_line
from onrecord.export.verify import verify_line, verify_lines
from onrecord.model import document_id


@pytest.fixture
def line(record, words):
    return read_line(record, words)


def test_a_true_record(line):
    verdict = verify_line(line)
    assert verdict.mismatches == ()
    assert verdict.passages == line.count('"exact"') > 7


def test_lines_are_numbered_and_blank_ones_left_out(line):
    found = list(verify_lines([line.encode() + b"\n", b"\n", b"{\n"]))
    assert [(number, len(verdict.mismatches)) for number, verdict in found] == [(1, 0), (3, 1)]


def set_at(path, value):
    """A change of a line: the value at this path."""

    def change(line):
        whole = json.loads(line)
        inner = whole
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        return json.dumps(whole)

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            set_at(["statements", 0, "content", 0, "exact"], "We will resign"),
            "statements[0].content[0]: says 'We will resign', but the text at [84:98] has 'We will return'",
        ),
        (set_at(["statements", 0, "cue", "start"], 3), "statements[0].cue: says 'said', but the text at [3:"),
        (set_at(["events", 0, "trigger", "end"], 9999), "events[0].trigger: [43:9999] lies outside the text"),
        (set_at(["events", 0, "trigger", "start"], -3), "events[0].trigger: [-3:"),
        (set_at(["events", 0, "trigger", "start"], True), "events[0].trigger: has no start and end"),
        (set_at(["events", 0, "trigger", "start"], 1.0), "events[0].trigger: has no start and end"),
        (set_at(["actors", 0, "mentions", 0, "exact"], None), "actors[0].mentions[0]: says None, but"),
        (
            set_at(["actors", 0, "mentions", 0], {"exact": "Brandt"}),
            "actors[0].mentions[0]: has no start and end",
        ),
        (
            set_at(["document", "blocks", 0, "end"], 9999),
            "document.blocks[0]: [0:9999] lies outside the text",
        ),
        (set_at(["findings", 1, "start"], 6), "findings[1]: [6:5] lies outside the text"),
        (set_at(["document", "id"], "sha256:0"), "document.id: is 'sha256:0', but the text's is 'sha256:"),
        (set_at(["mine"], {"a": [{"start": 0, "end": 5, "exact": "Peace"}]}), "mine.a[0]: says 'Peace', but"),
        (set_at(["mine"], {"start": 3, "end": 3, "exact": ""}), "mine: says '', but"),
        (set_at(["statements", 0, "cue"], {"start": 0, "end": 4}), "is not a record: statements.0.cue.exact: "),
        (set_at(["events", 0, "status"], "probable"), "is not a record: events.0.status"),
        (set_at(["document", "text"], None), "is no record: it has no document with an id and a text"),
        (lambda line: line[1:], "is not JSON: "),
        (lambda line: "7", "is no record"),
        (lambda line: '{"a":' * 600 + "1" + "}" * 600, "is no record"),
    ],
)
def test_what_is_false_is_named(line, change, told):
    verdict = verify_line(change(line))
    assert any(str(mismatch).startswith(told) for mismatch in verdict.mismatches), verdict.mismatches


def test_every_mismatch_is_named(line):
    whole = json.loads(line)
    whole["document"]["text"] = whole["document"]["text"].replace("return", "remain")
    whole["document"]["id"] = document_id(whole["document"]["text"])
    places = [mismatch.place for mismatch in verify_line(json.dumps(whole)).mismatches]
    assert places[:2] == ["statements[0].content[0]", "statements[0].quoted[0]"]
