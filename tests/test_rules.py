"""The catalogue of rules in docs/rules.md: it names every rule, and what it says of one is so."""

import json
import re
from itertools import chain
from pathlib import Path

import pytest

from onrecord import lexicon
from onrecord.export.lines import read_line
from onrecord.lexicon.cues import CueForm
from onrecord.model import Page
from onrecord.model.rules import (
    ActorRule,
    CountryRule,
    DateRule,
    PartyRule,
    SpeakerRule,
    StatementRule,
    phrase_rule,
)
from onrecord.pipeline import load_tools, process
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "docs" / "rules.md"
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| \[\w+\]\(([^)]+)\) \| \[\w+\]\(([^)]+)\) \|$", re.MULTILINE)
ROWS = ROW.findall(CATALOGUE.read_text(encoding="utf-8"))
EXAMPLES = [(rule, example) for rule, _, example, *_ in ROWS]
PHRASES = [phrase_rule(cue.lemma) for cue in lexicon.load().cues if cue.form is CueForm.PHRASE]
FRAMES = {f"event/{frame.form}:{frame.word}" for frame in lexicon.load().frames}
RULES = list(chain(StatementRule, PHRASES, SpeakerRule, CountryRule, PartyRule, DateRule, ActorRule))
SOME_SENTENCES = "The sea was calm and the boats lay in the harbour. " * 20


@pytest.fixture(scope="module")
def tools():
    return load_tools(Settings(knowledge=(ROOT / "examples" / "knowledge.toml",)))


def matching(rule, shown):
    """Whether what a record shows is a rule's; braces stand for words of the text."""
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(rule))
    return re.fullmatch(pattern, shown, re.DOTALL) is not None


def shown_by(line):
    """The rules that a line of `onrecord read` names."""
    for statement in line["statements"]:
        yield statement["rule"]
        yield from filter(None, (statement["speaker_rule"] or "").split("; "))
    for event in line["events"]:
        yield event["rule"]
        yield from (part for rule in (*event["source_rules"], *event["target_rules"]) for part in rule.split("; "))
    yield from filter(None, (record["date_basis"] for record in (*line["statements"], *line["events"])))
    yield from (actor["basis"] for actor in line["actors"])


def test_every_rule_is_told_once_and_no_other():
    assert sorted(rule for rule, *_ in ROWS if rule not in FRAMES) == sorted(RULES)


@pytest.mark.parametrize(("rule", "does", "example", "module", "tests"), ROWS, ids=[row[0] for row in ROWS])
def test_a_rule_stands_in_its_module(rule, does, example, module, tests):
    source = (CATALOGUE.parent / module).read_text(encoding="utf-8")
    assert (CATALOGUE.parent / tests).exists()
    if rule in PHRASES:
        assert "phrase_rule(" in source
    elif rule not in FRAMES:
        [member] = [member for member in RULES if member == rule]
        assert f"{type(member).__name__}.{member.name}" in source


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[rule for rule, _ in EXAMPLES])
def test_an_example_yields_a_record_of_its_rule(rule, example, tools):
    text = example.replace("…", SOME_SENTENCES).replace(" ¶ ", "\n\n")
    published = None if rule == DateRule.NO_ANCHOR else "2031-05-14"
    record = process(Page(uri="example", content=text.encode(), published_otherwise=published), tools)
    assert any(matching(rule, shown) for shown in shown_by(json.loads(read_line(record, tools.lexicon))))


@pytest.mark.parametrize("file", sorted((ROOT / "tests" / "golden" / "records").iterdir()), ids=lambda file: file.name)
def test_every_rule_that_a_sample_names_is_told(file):
    for line in json.loads(file.read_text(encoding="utf-8")):
        shown = set(shown_by(line))
        assert shown
        assert [one for one in shown - FRAMES if not any(matching(rule, one) for rule, _ in EXAMPLES)] == []
