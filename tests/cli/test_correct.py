"""The commands by which people say what is right."""

import json
import sys
from pathlib import Path

import pytest

CORRECTIONS = "onrecord corrections lists them"


@pytest.fixture
def filled(run, story, tmp_path):
    """A store with a story in it: runs a command on it."""
    place = tmp_path / "store.db"
    assert run("ingest", story, "--published", "2031-05-12", "--workers", "1", "--store", place).code == 0
    return lambda *arguments: run(*arguments, "--store", place)


@pytest.fixture
def said(filled):
    """The id of what Brandt told reporters."""
    return json.loads(filled("search", "return", "--kind", "statement", "--json").out.splitlines()[0])["statement"][
        "id"
    ]


def test_the_id_that_search_shows_is_corrected_and_marked(filled, said):
    assert said in filled("search", "return").out
    ran = filled("correct", said, "--date", "2031-05-11", "--issue", "trade", "--note", "see  above", "--by", "Ann B.")
    assert ran.code == 0
    assert "date: none → 2031-05-11" in ran.out
    assert "issue: bilateral-relations → trade" in ran.out
    assert "Ann B., " in ran.out
    assert ran.out.count(": see above") == 1
    text = filled("search", "return", "--kind", "statement")
    assert "trade · corrected by Ann B." in " ".join(text.out.split())
    found = json.loads(filled("search", "--issue", "trade", "--json").out)
    assert found["review"]["read"] == {"date": [], "issue": ["bilateral-relations"]}
    assert [one["by"] for one in found["review"]["corrections"]] == ["Ann B.", "Ann B."]
    assert (found["statement"]["date"], found["statement"]["issues"]) == ("2031-05-11", ["trade"])
    assert json.loads(filled("said", "return to the table in spring", "--json").out)["review"] == found["review"]


def test_what_is_rejected_is_found_where_that_is_asked_for(filled, said):
    filled("correct", said, "--reject")
    assert said not in filled("search", "return").out
    assert "rejected by" in filled("search", "return", "--review", "rejected").out


def test_an_event_that_is_corrected_is_marked_on_the_timeline(filled):
    met = json.loads(filled("search", "--kind", "event", "--json").out.splitlines()[0])["event"]["id"]
    filled("correct", met, "--status", "cancelled", "--by", "ann")
    assert "cancelled" in filled("timeline", "NOR").out
    assert "corrected by ann" in filled("timeline", "NOR").out
    assert json.loads(filled("timeline", "NOR", "--json").out)["reviews"] == {met: "corrected by ann"}
    filled("correct", met, "--reject", "--by", "ann")
    assert filled("timeline", "NOR").out == ""


def test_who_says_none_twice_says_none(filled, said):
    ran = filled("correct", said, "--speaker", "none", "--speaker", "none", "--note", "é, 谁")
    assert (ran.code, "→ none" in ran.out) == (0, True)
    assert filled("corrections", "s:\udcff").code == 2


def test_corrections_are_listed_and_withdrawn(filled, said):
    filled("correct", said, "--act", "propose", "--by", "ann")
    filled("correct", said, "--accept", "--by", "bob")
    listed = filled("corrections", said)
    assert "act: promise → propose" in listed.out
    assert "accepted" in listed.out
    assert listed.err == "2 corrections, 0 open, 0 withdrawn\n"
    assert filled("correct", "--withdraw", "1", "--by", "ann").code == 0
    rows = [json.loads(line) for line in filled("corrections", "--json").out.splitlines()]
    assert [(row["number"], row["matter"], row["withdrawn_by"], row["open"]) for row in rows] == [
        (1, "act", "ann", False),
        (2, "verdict", None, False),
    ]


def test_who_confirms_what_was_read_corrects_nothing(filled, said):
    assert "act: promise, as it was read" in filled("correct", said, "--act", "promise", "--by", "ann").out
    assert "corrected" not in filled("search", "return").out
    assert "| statement: act     |      1 |     1 |" in filled("evaluate", "--against", "corrections").out


def test_actors_are_merged_and_split(filled, said):
    split = filled("correct", said, "--split", "Ilse Brandt", "--as", "Ilse Brandt (mayor)", "--by", "ann")
    assert split.code == 0, split.err
    assert "Ilse Brandt (mayor)" in filled("search", "--speaker", "Ilse Brandt (mayor)").out
    merged = filled("correct", "--merge", "Ilse Brandt", "Ilse Brandt (mayor)", "--by", "ann")
    assert merged.code == 0, merged.err
    assert said in filled("search", "--speaker", "Ilse Brandt").out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "say what is right"),
        (["--date", "12 May"], "is no date; write it in EDTF"),
        (["--date", "2031-13-01"], "is no date"),
        (["--date", "2031-05-14/2031-05-12"], "is no date"),
        (["--issue", "nonsense"], "there is no issue 'nonsense'"),
        (["--act", "shout"], "'shout' is not one of"),
        (["--status", "gone"], "'gone' is not one of"),
        (["--reject", "--accept"], "cannot be right as well"),
        (["--reject", "--date", "2031"], "cannot be right as well"),
        (["--merge", "A", "B", "--accept"], "goes with no other correction"),
        (["--merge", "A", "B"], "take no RECORD_ID"),
        (["--withdraw", "1"], "take no RECORD_ID"),
        (["--split", "A"], "go together"),
        (["--as", "A"], "go together"),
        (["--note", " "], "a note needs words"),
        (["--accept", "--by", " "], "say who you are"),
        (["--split", ""], "go together"),
        (["--speaker", "none", "--speaker", "Ann"], "none stands alone"),
        (["--issue", "trade", "--issue", "none"], "none stands alone"),
        (["--withdraw", "0"], "it must be 1 or more"),
        (["--note", "\udcff"], "'\\udcff' is not in UTF-8"),
        (["--accept", "--by", "\udcff"], "is not in UTF-8"),
        (["--speaker", "Ann", "--speaker", "\udcff"], "is not in UTF-8"),
        (["--merge", "Ann", "\udcff"], "is not in UTF-8"),
        (["--split", "Ann", "--as", "\udcff"], "is not in UTF-8"),
        (["s:\udcff", "--accept"], "is not in UTF-8"),
    ],
)
def test_wrong_usage(run, options, told):
    ran = run("correct", "s:0123456789abcdef", *options)
    assert ran.code == 2
    assert told in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["s:0000", "--accept"], "the store has no statement or event 's:0000'; onrecord search shows the id of each"),
        (["SAID", "--speaker", "Nobody Known"], "nobody in the store is called 'Nobody Known'; give a name as the"),
        (["SAID", "--status", "planned"], "SAID: of a statement can be corrected: speaker, act, date, issue"),
        (["--withdraw", "7"], f"there is no correction 7; {CORRECTIONS}"),
        (["--withdraw", "9" * 20], f"there is no correction {'9' * 20}; {CORRECTIONS}"),
        (["--withdraw", f"{2**63 - 1}"], f"there is no correction {2**63 - 1}; {CORRECTIONS}"),
        (["--merge", "Ilse Brandt", "Ilse Brandt"], "both names are of one actor already"),
        (["SAID", "--split", "Ilse Brandt", "--as", "Ilse Brandt"], "give a name that tells them apart"),
        (["SAID", "--split", "Norway", "--as", "Norwegia"], "does not name NOR"),
    ],
)
def test_what_the_store_does_not_have(filled, said, arguments, told):
    ran = filled("correct", *(said if one == "SAID" else one for one in arguments))
    assert (ran.code, ran.out) == (1, "")
    assert told.replace("SAID", said) in ran.err
    assert ran.err.count("\n") == 1
    assert filled("corrections").out == ""


def test_no_correction_of_several_stays_where_one_fails(filled, said):
    assert filled("correct", said, "s:0000", "--accept").code == 1
    assert filled("corrections").err == "0 corrections, 0 open, 0 withdrawn\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_correction_is_kept_though_nobody_takes_the_output(filled, said, monkeypatch):
    with Path("/dev/full").open("w") as full, monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", full)
        ran = filled("correct", said, "--accept")
    assert (ran.code, ran.err) == (1, "the output cannot be written: No space left on device\n")
    assert filled("corrections").err == "1 correction, 0 open, 0 withdrawn\n"


def test_corrections_score_what_was_read(filled, said):
    none = filled("evaluate", "--against", "corrections")
    assert (none.code, none.out) == (1, "")
    assert "nobody has judged a record" in none.err
    filled("correct", said, "--date", "2031-05-11")
    ran = filled("evaluate", "--against", "corrections")
    assert ran.code == 0
    assert "| statement |         1 |     0 |         1 |        0 |      0.0 |" in ran.out


@pytest.mark.parametrize("options", [[], ["somewhere", "--against", "corrections"], ["--against", "nonsense"]])
def test_what_is_scored_must_be_one_thing(run, options):
    assert run("evaluate", *options).code == 2
