"""The commands over what was done, from a file to what is printed."""

import csv
import io
import json
from pathlib import Path

import pytest

NEWS = """Talks in Paris

French Foreign Minister Catherine Colonna met Russian Foreign Minister Sergey Lavrov in Paris on Monday for two hours.
The talks were candid, Colonna said. France promised to open a consulate by 2035. Colonna's meeting with Lavrov ended
late. The military hotline between France and Russia was cut on Tuesday.
"""
DAY = ("--published", "2031-05-14")
COMMANDS = ["events", "engagements", "commitments", "channels", "climate"]


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("events", "• Monday 12 May 2031 · CONSULT meet · FRA → RUS · occurred · told 2 times"),
        ("events", "    where: Paris"),
        ("engagements", "• Monday 12 May 2031 · meeting · Catherine Colonna (Foreign Minister)"),
        ("engagements", "    how long: two hours"),
        ("engagements", "    how: in person"),
        ("commitments", "• FRA · said by the actor's own side"),
        ("commitments", "    by when: 2035 (2035)"),
        ("channels", "• FRA – RUS · hotline · cut"),
        ("climate", "    2031-05: +1.00 = +1.0 over 1 happening (1 verbal-cooperation)"),
        ("climate", "    – FRA · Monday 12 May 2031 · "),
        ("climate", "        “The talks were candid” (source 1, "),
    ],
)
def test_what_is_printed(run, news, command, told):
    ran = run(command, news, *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert any(line.startswith(told) for line in ran.out.splitlines())
    assert f"1 Talks in Paris · Wednesday 14 May 2031 · {news}" in " ".join(ran.out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_json_has_its_evidence(run, news, command):
    document = json.loads(run("read", news, *DAY).out)["document"]
    items = [json.loads(line) for line in run(command, news, *DAY, "--json").out.splitlines()]
    passages = [passage for item in items for passage in _passages(item)]
    assert passages
    assert all(document["text"][one["start"] : one["end"]] == one["exact"] for one in passages)
    assert all(item["addresses"] == {document["id"]: str(news)} for item in items if list(_passages(item)))


def _passages(value):
    if isinstance(value, list):
        for inner in value:
            yield from _passages(inner)
    elif isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield value
        else:
            for inner in value.values():
                yield from _passages(inner)


@pytest.mark.parametrize(("form", "delimiter"), [("plover", ","), ("gdelt", "\t")])
def test_tables(run, news, form, delimiter, tmp_path):
    file = tmp_path / "made" / "events.csv"
    ran = run("events", news, *DAY, "--format", form, "-o", file)
    assert (ran.code, ran.out, ran.err) == (0, "", f"written to {file}\n")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")), delimiter=delimiter))
    assert len(rows) == len(run("events", news, *DAY, "--json").out.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_source_that_fails_is_named_and_the_rest_is_done(run, news, command, tmp_path):
    ran = run(command, tmp_path / "none.txt", news, *DAY)
    assert ran.code == 1
    assert "none.txt" in ran.err
    assert "• " in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_told(run, tmp_path, command):
    file = tmp_path / "weather.txt"
    file.write_text("It rained in the hills all day, and the river rose a little by the evening.\n", encoding="utf-8")
    ran = run(command, file)
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing of this kind is told there\n")


def test_the_same_document_twice_counts_once(run, news):
    assert run("events", news, news, *DAY).out == run("events", news, *DAY).out


def test_periods_of_a_climate(run, news):
    assert "    2031: +1.00" in run("climate", news, *DAY, "--by", "year").out


def test_a_type_of_the_users_own(run, news, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[[frames]]\nword = "cut"\nform = "verb"\ntype = "SANCTION"\ncustom = "SILENCE"\nneeds = []\n')
    ran = run("events", news, *DAY, "--knowledge", own)
    assert "· SILENCE ·" in ran.out


def test_accounts_of_one_meeting_are_found(run, tmp_path):
    ours = "President Ilse Brandt of Norway met today with President Mateo Rojas of Chile.\n"
    theirs = "President Mateo Rojas of Chile met President Ilse Brandt of Norway. They discussed tariffs.\n"
    for name, text in (("a.txt", ours), ("b.txt", theirs), ("c.txt", NEWS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run("pairs", tmp_path, *DAY)
    assert (ran.code, ran.err) == (0, "")
    lines = [line for line in ran.out.splitlines() if line.startswith("•")]
    assert lines == ["• Wednesday 14 May 2031 · meeting · Ilse Brandt and Mateo Rojas · CHL – NOR · 2 accounts"]
    assert "people: Ilse Brandt and Mateo Rojas in both" in ran.out
    (line,) = run("pairs", tmp_path, *DAY, "--json").out.splitlines()
    made = json.loads(line)
    assert [one["side_name"] for one in made["accounts"]] == ["Norway", "Chile"]
    for told in made["held"]:
        text = {"a": ours, "b": theirs}[told["account"]]
        assert all(text[span["start"] : span["end"]] == span["exact"] for span in told["evidence"])
    assert [Path(uri).name for uri in made["addresses"].values()] == ["a.txt", "b.txt"]
