"""What the pages of documentation show can be done, and does what they say."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord import lexicon
from onrecord.ingest import asking, feed_json, fetch, following, listings, options, sources, tables
from onrecord.lexicon import Lexicon
from onrecord.model import FindingKind
from onrecord.pipeline import read

ROOT = Path(__file__).parents[1]
FINDINGS = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
KNOWLEDGE = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## `(\w+)`\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (kind, text) for kind, words in SECTION.findall(FINDINGS) for text in re.findall(r"```text\n(.*?)```", words, re.S)
]
TABLES = {field.name for field in fields(Lexicon)}


def test_every_kind_of_finding_is_told():
    assert sorted(kind for kind, _ in SECTION.findall(FINDINGS)) == sorted(FindingKind)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_an_example_has_its_finding(kind, text, tmp_path, tools):
    file = tmp_path / "example.txt"
    file.write_text(text, encoding="utf-8")
    assert kind in {finding.kind for finding in read(file, tools=tools).findings}


def test_every_table_is_told():
    assert {table for table, _ in SECTION.findall(KNOWLEDGE)} == TABLES


def test_every_field_of_a_table_is_told():
    ours = lexicon.load()
    for table, words in SECTION.findall(KNOWLEDGE):
        told = set(re.findall(r"^\| `(\w+)` ", words, re.MULTILINE))
        assert told == {field.name for field in fields(getattr(ours, table)[0])}, table


@pytest.mark.parametrize("page", [KNOWLEDGE, CONTRIBUTING], ids=["knowledge", "contributing"])
def test_what_is_shown_of_a_knowledge_file_loads(page, tmp_path):
    shown = re.findall(r"^```toml\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    assert shown
    for number, words in enumerate(shown):
        file = tmp_path / f"{number}.toml"
        file.write_text(words, encoding="utf-8")
        assert set(tomllib.loads(words)) <= TABLES
        assert lexicon.load((file,)) != lexicon.load()


def test_the_limits_are_those_of_the_code():
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert f"may have {sources.MAX_PAGE >> 20} MB" in page
    assert sources.MAX_PAGE == tables.MAX_ROW
    assert f"item by item, {listings.MAX_LISTING >> 20} MB of it at most" in page
    assert f"(a JSON Feed whole, {feed_json.MAX_JSON >> 20} MB)" in page
    assert (options.PAUSE, asking.LONGEST_DELAY, asking.REST, following.DEPTH) == (1.0, 30.0, 300.0, 3)
    assert f"{fetch.SECONDS:.0f} seconds for a page" in page
    assert f"{fetch.SECONDS_SILENT:.0f} seconds without a byte, {fetch.REDIRECTS} redirects" in page
    assert f"`{fetch.AGENT}`, the name in the user agent" in page


def test_links_between_pages_lead_somewhere():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
