import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.export.lines import read_line
from onrecord.export.verify import verify_line, verify_lines
from onrecord.model import Mention, document_id


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
        (set_at(["document", "text"], None), "is not a record: its document has no text"),
        (lambda line: line[1:], "is not JSON: "),
        (lambda line: "7", "is not a record"),
        (lambda line: '{"a":' * 600 + "1" + "}" * 600, "is not a record"),
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


ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "records"
VIEWS = {"engagements", "commitments", "channels"}
MENTION = {field.name for field in fields(Mention)} - {"doc_id", "start", "end", "exact"}
LEFT_OUT = {"actor", "name", "country", "office"}  # of a mention, where its words do not give them


def unchecked():
    """The fields of each part of which docs/json.md says that only the shape is checked."""
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("shape alone")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `?(\w+)`? \| (.*) \|$", page, re.MULTILINE)
    return {part: set(re.findall(r"`(\w+)`", told)) for part, told in rows}


def is_unchecked(path):
    """Whether the documentation says that what stands at this path is not checked."""
    part, *keys = (key for key in path if isinstance(key, str))
    if part in VIEWS or (len(keys) > 1 and keys[-1] in unchecked()["mentions"]):
        return True
    return bool(keys) and keys[0] in unchecked()[part]


def places(value, place=()):
    """The path of every value in a line that has none in it, with the value."""
    if not isinstance(value, dict | list):
        yield place, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*place, key))


def field_of(path):
    return tuple(key for key in path if isinstance(key, str))


@pytest.fixture(scope="module")
def real():
    [line] = json.loads((GOLDEN / "readout-sudmark.txt.json").read_text(encoding="utf-8"))
    return line


@pytest.fixture(scope="module")
def others():
    """The values that each field has in the samples."""
    lines = [line for file in sorted(GOLDEN.iterdir()) for line in json.loads(file.read_text(encoding="utf-8"))]
    found = {}
    for path, value in (told for line in lines for told in places(line)):
        found.setdefault(field_of(path), []).append(value)
    return found


def changed(line, path, change):
    """A copy of a line with a change made in what holds the value at a path."""
    copy = json.loads(json.dumps(line))
    holder = copy
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return json.dumps(copy)


def some_places(line):
    """One path for each field of a line, the fields of a mention where it has them."""
    return {field_of(path): (path, value) for path, value in places(line) if value is not None}.values()


def test_a_real_line_verifies(real):
    assert verify_line(json.dumps(real)).mismatches == ()


def test_no_field_may_be_missing(real):
    def is_free(path):
        return path[-1] in LEFT_OUT and path[-2:-1] != ("actors",) and len(field_of(path)) > 2

    inner = {field_of(path[:-1]): path[:-1] for path, _ in places(real) if isinstance(path[-1], str)}
    holders = [path for path, _ in some_places(real) if isinstance(path[-1], str)] + [*inner.values()]
    named = [path for path in holders if path and isinstance(path[-1], str) and "provenance" not in path]
    lost = [path for path in named if not verify_line(changed(real, path, lambda one, key: one.pop(key))).mismatches]
    assert [path for path in lost if not is_free(path)] == []
    tops = [(key,) for key in real]
    assert all(verify_line(changed(real, path, lambda one, key: one.pop(key))).mismatches for path in tops)


def test_what_is_altered_is_named_or_documented_as_unchecked(real, others):
    for path, value in some_places(real):
        other = next(
            (one for one in others[field_of(path)] if type(one) is type(value) and one != value),
            not value if isinstance(value, bool) else value + ("x" if isinstance(value, str) else 1),
        )
        verdict = verify_line(changed(real, path, lambda one, key, other=other: one.__setitem__(key, other)))
        assert verdict.mismatches or is_unchecked(path), (path, value, other)


@pytest.mark.parametrize("part", ["actors", "statements", "events"])
def test_nothing_stands_twice(real, part):
    assert verify_line(changed(real, (part,), lambda one, key: one[key].append(one[key][0]))).mismatches


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("statements", 0, "speakers"), ["nobody"], "statements[0].speakers: names 'nobody', and the line has no such"),
        (("statements", 0, "continues"), "s:0", "statements[0].continues: names 's:0'"),
        (("statements", 0, "date"), "2031-01-01", "statements[0].date: stands without its basis"),
        (("statements", 0, "issues"), [], "statements[0].issues: and issues_basis do not stand together"),
        (("events", 0, "source_rules"), [], "events[0].sources: stand without the rule that told them"),
        (("events", 0, "source_mentions"), [], "events[0].sources: are not said to be inferred, but no mention"),
        (
            ("statements", 0, "quoted"),
            [{"start": 0, "end": 4, "exact": "Pres"}],
            "statements[0].quoted: stands outside",
        ),
        (("statements", 0, "negated"), "no", "statements[0].negated: is 'no', which a record writes as False"),
        (("events", 0, "place"), "Belm", "events[0].place: is 'Belm', which are not the words"),
        (("engagements", 0, "records"), ["e:0"], "engagements[0].records: names 'e:0'"),
        (("statements",), [], "commitments[0].records: names"),
    ],
)
def test_what_contradicts_the_rest_is_named(real, path, value, told):
    verdict = verify_line(changed(real, path, lambda one, key: one.__setitem__(key, value)))
    assert any(str(mismatch).startswith(told) for mismatch in verdict.mismatches), verdict.mismatches


def test_a_key_that_stands_twice_is_refused(line):
    twice = line.replace('"findings"', '"statements": [], "findings"', 1)
    [mismatch] = verify_line(twice).mismatches
    assert str(mismatch) == "is not JSON: 'statements' stands twice in one object"


def test_a_field_that_is_not_ours_is_left_alone(line):
    assert verify_line(set_at(["mine"], {"note": "seen", "at": {"start": 0, "end": 5, "exact": "Talks"}})(line)) == (
        verify_line(set_at(["mine"], {"start": 0, "end": 5, "exact": "Talks"})(line))
    )
    assert verify_line(set_at(["statements", 0, "mine"], 1)(line)).mismatches == ()
