"""The list of copies and versions, and search that counts them once."""

import json
from datetime import UTC, datetime

import pytest

from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.store import open_store

STORY = """French President Emmanuel Macron met Russian President Vladimir Putin in Paris on 3 May 2031.
They spoke of grain, of the ships that were waiting in the harbour, and of why nobody had told the ministers of either
state that the papers for the wheat had not been signed when they met at the beginning of the week in Nairobi. The talks
are to go on before the end of the month, and all who took part in the first round have been asked to come again.
"""
CORRECTED = STORY.replace("end of the month", "end of the year")
PAGES = (
    ("https://first.example/1", "2031-05-04", STORY),
    ("https://copy.example/1", "2031-05-05", f"PARIS (Wire) — {STORY}"),
    ("https://first.example/1", "2031-05-04", CORRECTED),
    ("https://other.example/1", "2031-05-06", "Turkey expelled three diplomats of Kenya on 5 May 2031.\n"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory, tools):
    place = tmp_path_factory.mktemp("store") / "store.db"
    with open_store(place) as kept:
        for number, (uri, day, text) in enumerate(PAGES):
            record = process(Page(uri=uri, content=text.encode(), published_otherwise=day), tools)
            kept.save(record, page=str(number), reader="test", at=datetime(2031, 5, 7, 9, tzinfo=UTC))
    return place


def test_all_groups_with_what_differs(run, store):
    ran = run("copies", "--store", store)
    assert (ran.code, ran.err) == (0, "1 of 1 groups of copies are shown\n")
    assert ran.out.splitlines() == [
        "• Sunday 4 May 2031 · https://first.example/1",
        "  • 91 % · Monday 5 May 2031 · https://copy.example/1",
        "      + PARIS (Wire) —",
        "      − year,  + month,",
        "      words: 1 dropped, 4 added",
    ]


def test_a_store_without_copies(run, tmp_path):
    open_store(tmp_path / "store.db").close()
    assert run("copies", "--store", tmp_path / "store.db").err == "no document is a copy of another one\n"


def test_a_document_with_its_versions(run, store):
    ran = run("copies", "https://first.example/1", "--store", store)
    assert (ran.code, ran.err) == (0, "1 copy and 2 versions\n")
    assert ran.out.splitlines()[-4:] == [
        "  • version 1 · read Wednesday 7 May 2031 · Sunday 4 May 2031 · https://first.example/1",
        "  • version 2 · read Wednesday 7 May 2031 · Sunday 4 May 2031 · https://first.example/1",
        "      − month,  + year,",
        "      words: 1 dropped, 1 added",
    ]


def test_as_json(run, store):
    copy, first, second = map(
        json.loads, run("copies", "https://first.example/1", "--json", "--store", store).out.splitlines()
    )
    assert (copy["kind"], copy["of"]["uri"]) == ("copy", "https://first.example/1")
    assert copy["source"]["uri"] == "https://copy.example/1"
    assert 0.8 < copy["likeness"] < 1
    assert (copy["dropped"], copy["added"], copy["more_changes"]) == (1, 4, 0)
    assert (first["number"], "changes" in first) == (1, False)
    assert (second["number"], second["changes"]) == (2, [{"before": "month,", "after": "year,"}])


def test_a_document_without_copies(run, store):
    ran = run("copies", "https://other.example/1", "--store", store)
    assert (ran.code, ran.out, ran.err) == (0, "", "0 copies and 1 version\n")


def test_a_document_that_is_not_there(run, store):
    ran = run("copies", "https://nowhere.example/1", "--store", store)
    assert (ran.code, ran.out) == (1, "")
    assert "no document in the store has the address 'https://nowhere.example/1'" in ran.err


def test_search_counts_copies_once(run, store):
    every = run("search", "wheat", "--kind", "document", "--store", store)
    once = run("search", "wheat", "--kind", "document", "--distinct", "--store", store)
    assert every.out.count("· and 1 copy") == 2
    assert "copy.example" not in once.out
    assert once.err == "1 of 2, copies included, are shown\n"
    assert "https://first.example/1 · and 1 copy" in " ".join(once.out.split())
    [line] = run("search", "wheat", "--kind", "document", "--distinct", "--json", "--store", store).out.splitlines()
    assert json.loads(line)["copies"] == 1


def test_the_lists_count_copies_once(run, store):
    [line] = run("engagements", "--store", store, "--json").out.splitlines()
    assert list(json.loads(line)["addresses"].values()) == ["https://first.example/1"]
