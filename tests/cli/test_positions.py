"""`onrecord positions` over a store that `onrecord ingest` has filled."""

import json

import pytest

LINE = "“The sanctions on Kenya must be lifted before the winter,”"
TEXTS = {
    "1.txt": f"{LINE} Emmanuel Macron said on 2 June 2031.",
    "2.txt": f"{LINE} Emmanuel Macron said on 2 July 2031.",
    "3.txt": "“The sanctions on Kenya must not be lifted before the winter,” Emmanuel Macron said on 2 August 2031.",
    "4.txt": "“Sanctions never fed a single hungry child anywhere,” Emmanuel Macron said on 2 September 2031.",
    "5.txt": "“Wheat goes to every harbour of the south,” Emmanuel Macron said on 2 October 2031.",
    "6.txt": "“Sanctions are the last word of those without words,” Vladimir Putin said on 2 November 2031.",
}


@pytest.fixture
def store(run, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ran = run("ingest", folder, "--store", tmp_path / "store.db", "--workers", "1", "--published", "2031-12-01")
    assert ran.code == 0
    return tmp_path / "store.db"


def test_first_said_repeated_reworded_not_repeated(run, store):
    ran = run("positions", "Emmanuel Macron", "--issue", "sanctions", "--store", store)
    assert (ran.code, ran.err) == (0, "2 lines from 4 documents\n")
    told = [line.strip() for line in ran.out.splitlines()]
    assert told[:8] == [
        "• Monday 2 June 2031 · Emmanuel Macron · said 3 times",
        f"{LINE} (source 1, 0–58)",
        "Wednesday 2 July 2031 · repeated · Emmanuel Macron",
        f"{LINE} (source 2, 0–58)",
        "Saturday 2 August 2031 · reworded · Emmanuel Macron · against Wednesday 2 July 2031",
        "“The sanctions on Kenya must {+not+} be lifted before the winter” (source 3, 0–62)",
        "not repeated in the later statement of Tuesday 2 September 2031 (source 4, 0–53)",
        "• Tuesday 2 September 2031 · Emmanuel Macron · said once",
    ]
    assert "changed" not in ran.out
    assert "dropped" not in ran.out


@pytest.mark.parametrize(
    ("actor", "until"),
    [
        ("Emmanuel Macron", "2031-08-31"),  # nothing was said later
        ("Vladimir Putin", "2031-12-31"),  # what another says is none of his; nor is he silent on what others said
    ],
)
def test_nothing_is_called_not_repeated_without_a_later_statement_of_the_same_actor(run, store, actor, until):
    ran = run("positions", actor, "--issue", "sanctions", "--until", until, "--store", store, "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert len(lines) == 1
    assert lines[0]["not_repeated"] is None


def test_an_actor_who_said_nothing_on_an_issue(run, store):
    ran = run("positions", "Vladimir Putin", "--issue", "climate", "--store", store)
    assert (ran.code, ran.out, ran.err) == (0, "", "0 lines from 0 documents\n")


def test_a_chart_as_png(run, store, tmp_path):
    ran = run("positions", "FRA", "--issue", "sanctions", "--store", store, "--chart", tmp_path / "chart.png")
    assert ran.code == 0
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["Nobody", "--issue", "sanctions"], 1, "nobody in the store is called 'Nobody'"),
        (["FRA"], 2, "Missing option '--issue'"),
        (["FRA", "--issue", "sanctions", "--since", "May"], 2, "'May' is no day; write it as 2023-06-19"),
        (["FRA", "--issue", "sanctions", "--since", "2031-05-02", "--until", "2031-05-01"], 2, "is before"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(run, store, arguments, code, told):
    ran = run("positions", *arguments, "--store", store)
    assert (ran.code, ran.out) == (code, "")
    [line] = ran.err.splitlines()
    assert told in line
