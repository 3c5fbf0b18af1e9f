"""`onrecord compare`."""

import json

import pytest

OURS = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. Brandt raised concern over tariffs."
THEIRS = "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. Brandt said that tariffs hurt."


@pytest.fixture
def texts(tmp_path):
    places = []
    for name, text in (("ours.txt", OURS), ("theirs.txt", THEIRS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        places.append(tmp_path / name)
    return places


def test_it_prints_both_sides(run, texts):
    ran = run("compare", *texts)
    assert ran.code == 0
    assert ran.out.startswith("Norway – Chile · call")
    assert "SAID FOR THE OTHER SIDE" in ran.out


def test_json_is_one_line(run, texts):
    ran = run("compare", *texts, "--json")
    (line,) = ran.out.splitlines()
    assert json.loads(line)["b"]["side_name"] == "Chile"


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.md", "# Norway"), ("x.json", "{\n"), ("x.txt", "Norway – Chile"), ("x.html", "<!doctype html>")],
)
def test_the_name_of_the_file_decides(run, texts, tmp_path, name, start):
    ran = run("compare", *texts, "-o", tmp_path / name)
    assert ran.code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("given", ["theirs.txt", "b", "{place}"])
def test_a_side_can_be_given(run, texts, given):
    ran = run("compare", *texts, "--json", "--side", f"The south={given.format(place=texts[1])}")
    assert [json.loads(ran.out)[key]["side_name"] for key in "ab"] == ["Norway", "The south"]


@pytest.mark.parametrize(("side", "told"), [("China", "is not NAME=SOURCE"), ("China=none.txt", "none of the texts")])
def test_a_wrong_side_is_told(run, texts, side, told):
    ran = run("compare", *texts, "--side", side)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_one_text_is_too_few(run, texts):
    ran = run("compare", texts[0])
    assert ran.code == 1
    assert "1 of 2 to 26 texts that can be compared was read" in ran.err


def test_a_source_that_fails_is_told(run, texts, tmp_path):
    ran = run("compare", *texts, tmp_path / "none.txt")
    assert ran.code == 1
    assert "none.txt" in ran.err
    assert ran.out.startswith("Norway – Chile")


def test_an_unknown_format_is_told(run, texts, tmp_path):
    assert run("compare", *texts, "-o", tmp_path / "x.pdf").code == 2


def test_the_last_occasion_is_looked_for_in_the_store(run, tmp_path, tools):
    from datetime import UTC, datetime

    from onrecord.model import Page
    from onrecord.pipeline import process
    from onrecord.store import open_store

    then = "President Ilse Brandt of Norway met President Mateo Rojas of Chile in Oslo. The talks were candid."
    page = Page(uri="https://a.no/then", content=then.encode(), published_otherwise="2031-04-01")
    with open_store(tmp_path / "store.db") as kept:
        kept.save(process(page, tools), page="p", reader="test", at=datetime(2031, 9, 8, tzinfo=UTC))
    for name, text in (("ours.md", OURS), ("theirs.md", THEIRS)):
        (tmp_path / name).write_text(f"---\ndate: 2031-05-12\n---\n\n{text}\n", encoding="utf-8")
    asked = ("compare", tmp_path / "ours.md", tmp_path / "theirs.md", "--store", tmp_path / "store.db")
    (one,) = json.loads(run(*asked, "--json").out)["before"]
    assert (one["account"], one["uri"], one["only_then"]) == ("a", "https://a.no/then", ["candid"])
    shown = " ".join(run(*asked, "--format", "md").out.replace("\\", "").split())
    assert "mood, last time | Tuesday 1 April 2031, meeting: candid (https://a.no/then); only then: candid" in shown
