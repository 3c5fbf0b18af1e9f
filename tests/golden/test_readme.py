"""What the README shows is what comes out."""

import doctest
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SAMPLE = "examples/mangled-article.txt --knowledge examples/knowledge.toml --published 2031-05-12"
MARKS = ("<!-- demo: rewritten by `make golden` -->\n```text\n", "```\n<!-- end of demo -->\n")
PASSAGES_SHOWN = 6  # lines; the README is no place for all of them


@pytest.fixture
def output(monkeypatch, tmp_path):
    """What `make demo` prints, without any settings of whoever runs the tests."""
    monkeypatch.chdir(ROOT)
    env = dict.fromkeys(("ONRECORD_CONFIG", "ONRECORD_PIPELINE", "ONRECORD_KNOWLEDGE", "FORCE_COLOR"))
    env |= {"XDG_CONFIG_HOME": str(tmp_path), "COLUMNS": "80"}
    ran = CliRunner().invoke(app, ["brief", *SAMPLE.split()], env=env)
    assert ran.exit_code == 0
    return ran.stdout


def test_the_readme_shows_what_the_demo_prints(output, golden):
    brief, heading, passages = output.partition("\nPASSAGES\n")
    shown = passages.splitlines(keepends=True)[:PASSAGES_SHOWN]
    golden(README, "".join([brief, heading, *shown, "  …\n"]), between=MARKS)


def test_the_demo_reads_the_sample_that_is_tested_here():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"SAMPLE := {SAMPLE}\n" in makefile
    assert "onrecord brief $(SAMPLE)\n" in makefile


def test_the_evidence_in_the_readme_is_true(monkeypatch):
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(README), module_relative=False)
    assert results.attempted > 0
    assert results.failed == 0
