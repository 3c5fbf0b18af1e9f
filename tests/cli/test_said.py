"""`onrecord said`, from the store to what is printed."""

import json
from datetime import UTC, datetime

import pytest

from onrecord.model import Page

TEXTS = {
    "first.txt": ("2031-02-01", "“There is no room for compromise on the islands,” Emmanuel Macron said."),
    "again.txt": (
        "2031-05-12",
        "“There is NO ROOM for compromise: on the islands,” Vladimir Putin said on 11 May 2031.",
    ),
    "near.txt": ("2031-06-01", "Emmanuel Macron said that there was no room for any compromise about the islands."),
    "other.txt": ("2031-06-02", "Emmanuel Macron said that there is something on the table for the islands."),
    "both.txt": ("2031-06-04", "Emmanuel Macron and Ulf Kristersson said that Sweden would shut the harbour at night."),
    "text.txt": ("2031-06-03", "Wheat was cheap. A ship with five hundred lamps reached the port."),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory, tools):
    from onrecord.pipeline import process
    from onrecord.store import open_store

    place = tmp_path_factory.mktemp("store") / "store.db"
    with open_store(place) as kept:
        for uri, (day, text) in TEXTS.items():
            record = process(Page(uri=uri, content=text.encode(), published_otherwise=day), tools)
            kept.save(record, page=uri, reader="test", at=datetime(2031, 9, 8, tzinfo=UTC))
    return place


@pytest.fixture
def said(run, store):
    return lambda *arguments: run("said", *arguments, "--store", store)


def found(ran):
    """What was found: how, and in which document."""
    return [(line["how"], line["source"]["uri"]) for line in map(json.loads, ran.out.splitlines())]


def test_what_has_no_day_is_counted(run, tmp_path):
    place, text = tmp_path / "store.db", tmp_path / "a.txt"
    text.write_text("Macron said that the harbour was shut. Macron said that the harbour was shut at night.")
    run("ingest", text, "--store", place, "--workers", "1")
    ran = run("said", "the harbour was shut", "--store", place)
    assert (ran.code, ran.err) == (0, "2 times in these words; no near wordings\n")


QUOTE = "No room for compromise on the islands"


def test_exact_then_near(said):
    ran = said(QUOTE)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "IN THESE WORDS, THE FIRST USE FIRST"
    assert lines[2] == "    “There is no room for compromise on the islands,” (0–49)"
    assert lines[1].startswith("• reported Saturday 1 February 2031 · Emmanuel Macron · FRA")
    assert ran.out.index("first.txt") < ran.out.index("again.txt") < ran.out.index("IN NEAR WORDS, THE NEAREST FIRST")
    assert ran.out.index("IN NEAR WORDS") < ran.out.index("near.txt")
    assert ran.err == (
        "2 times in these words, first reported Saturday 1 February 2031, last Sunday 11 May 2031; 1 near wording\n"
    )


def test_words_that_say_nothing_are_not_near(said):
    """ "is ... on the ... for the islands" shares words with the quotation, and hardly one that tells anything."""
    assert "other.txt" not in said("There is no room for compromise on the islands").out


def test_by_one_actor(said):
    assert found(said(QUOTE, "--by", "Vladimir Putin", "--json")) == [("exact", "again.txt")]
    assert said(QUOTE, "--by", "Putin").err == "once in these words, Sunday 11 May 2031; no near wordings\n"


HARBOUR = "shut the harbour at night"


@pytest.mark.parametrize(
    ("quote", "by", "sources"),
    [
        (QUOTE, "RUS", ["again.txt"]),
        (QUOTE, "FRA", ["first.txt", "near.txt"]),
        (QUOTE, "Sweden", []),
        (HARBOUR, "FRA", ["both.txt"]),
        (HARBOUR, "Sweden", ["both.txt"]),
        (HARBOUR, "RUS", []),
    ],
)
def test_by_whoever_speaks_for_a_state(said, quote, by, sources):
    assert [source for _, source in found(said(quote, "--by", by, "--json"))] == sources


def test_near_alone(said):
    ran = said("no room for any compromise on these islands", "--json")
    assert {how for how, _ in found(ran)} == {"near"}
    assert ran.err == "never in these words, 3 near wordings\n"


def test_the_last_use_is_shown_however_many_there_are(said):
    ran = said(QUOTE, "--limit", "1")
    assert "THE LAST USE" in ran.out
    assert found(said(QUOTE, "--limit", "1", "--json"))[:2] == [("exact", "first.txt"), ("exact", "again.txt")]
    assert "last Sunday 11 May 2031" in ran.err


def test_words_of_a_text_are_shown_with_their_place(said):
    ran = said("five hundred lamps")
    assert "    “five hundred lamps” (29–47)" in ran.out.splitlines()
    assert ran.err == "never in these words, nor in near ones; in 1 text and no statement of theirs\n"
    [line] = said("five hundred lamps", "--json").out.splitlines()
    assert json.loads(line)["document"]["exact"] == "five hundred lamps"
    assert said("five hundred lamp").out == ""  # these are not the very words


def test_nothing(said):
    ran = said("tomatoes and onions")
    assert (ran.code, ran.out, ran.err) == (0, "", "never in these words, nor in near ones\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["…"], 1, "'…' has no words; give the quotation in quotes for the shell"),
        (["grain", "--by", "Nobody"], 1, "nobody in the store is called 'Nobody'"),
        (["grain", "--limit", "0"], 2, "'--limit'"),
        ([], 2, "Missing argument 'QUOTE'"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(said, arguments, code, told):
    ran = said(*arguments)
    assert (ran.code, ran.out) == (code, "")
    [line] = ran.err.splitlines()
    assert told in line
