"""The samples and their records: `make golden` rewrites these, and the diff is read in review."""

import json
from pathlib import Path

import pytest

from onrecord.export.lines import read_line
from onrecord.export.verify import verify_line
from onrecord.ingest import SourceOptions
from onrecord.ingest.tables import ColumnMap
from onrecord.pipeline import load_tools, read_many
from onrecord.settings import Settings

ROOT = Path(__file__).parents[2]
RECORDS = Path(__file__).parent / "records"
COLUMNS = ColumnMap(text="body", title="headline", published="day", url="link", publisher="outlet")
SAMPLES = ["mangled-article.txt", "page.html", "readout-norland.md", "readout-sudmark.txt", "texts.csv"]
DAYS = {"mangled-article.txt": "2031-05-12"}  # what has no date of its own


@pytest.fixture(scope="module")
def tools():
    return load_tools(Settings(knowledge=(ROOT / "examples" / "knowledge.toml",)))


@pytest.fixture
def lines(monkeypatch, tools):
    """The lines that `onrecord read` writes of a sample."""
    monkeypatch.chdir(ROOT)

    def read(sample):
        options = SourceOptions(published=DAYS.get(sample), columns=COLUMNS)
        records = read_many([f"examples/{sample}"], options=options, tools=tools)
        return [json.loads(read_line(record, tools.lexicon)) for record in records]

    return read


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_gives_these_records(sample, lines, golden):
    written = json.dumps(lines(sample), ensure_ascii=False, indent=1)
    golden(RECORDS / f"{sample}.json", written + "\n")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_verifies(sample, lines):
    assert [verify_line(json.dumps(line)).mismatches for line in lines(sample)] == [()] * len(lines(sample))


def test_the_two_tables_hold_the_same_texts(lines):
    assert lines("texts.csv") == lines("texts.jsonl")


def test_every_sample_is_read_here():
    named = {path.name.removesuffix(".json") for path in RECORDS.iterdir()}
    samples = {path.name for path in (ROOT / "examples").iterdir()}
    assert samples - named == {"knowledge.toml", "office-holders.csv", "texts.jsonl"}
