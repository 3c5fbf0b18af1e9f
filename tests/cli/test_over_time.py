"""The lists over the store, from ingest to what is printed."""

import json
from datetime import UTC, datetime

import pytest

TEXTS = {
    "visit.txt": """French President Emmanuel Macron met Russian President Vladimir Putin in Paris on 3 May 2031.
“We will send wheat to Kenya by 2035,” Macron said.
""",
    "hotline.txt": "The military hotline between France and Russia was cut on 6 September 2031.\n",
    "first.txt": "“The sanctions on Kenya must be lifted at once,” Emmanuel Macron said on 2 June 2031.\n",
    "again.txt": "“The sanctions on Kenya may be lifted,” Emmanuel Macron said on 2 July 2031.\n",
    "paris.txt": "President Emmanuel Macron of France met President Wanja Otieno of Kenya on 9 June 2031.\n",
    "nairobi.txt": "President Wanja Otieno of Kenya met President Emmanuel Macron of France on 9 June 2031 too.\n",
    "turkey.txt": "Turkey expelled three diplomats of Kenya on 9 May 2031.\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory, tools):
    """A store with three documents and a copy of one."""
    from onrecord.model import Page
    from onrecord.pipeline import process
    from onrecord.store import open_store

    place = tmp_path_factory.mktemp("store") / "store.db"
    with open_store(place) as kept:
        for uri, text in (*TEXTS.items(), ("copy.txt", TEXTS["visit.txt"])):
            day = {"hotline.txt": "2031-09-07", "copy.txt": "2031-05-11"}.get(uri, "2031-05-10")
            record = process(Page(uri=uri, content=text.encode(), published_otherwise=day), tools)
            kept.save(record, page=uri, reader="test", at=datetime(2031, 9, 8, tzinfo=UTC))
    return place


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("events --actor TUR", "• Friday 9 May 2031 · SANCTION · TUR → KEN"),
        ("engagements --actor FRA --actor RUS", "• Saturday 3 May 2031 · meeting · "),
        ("commitments --actor FRA", "• FRA towards KEN · said by the actor's own side"),
        ("channels --until 2031-12-31", "• FRA – RUS · hotline · cut"),
        ("climate --actor RUS --by year", "• FRA – RUS"),
        ("pairs --actor KEN --since 2031-06-01", "• Monday 9 June 2031 · meeting · Emmanuel Macron and Wanja Otieno"),
        ("timeline FRA RUS", "• Saturday 3 May 2031 · meeting · "),
    ],
)
def test_lists_over_the_store(run, store, command, told):
    ran = run(*command.split(), "--store", store)
    assert ran.code == 0
    assert any(line.startswith(told) for line in ran.out.splitlines()), ran.out
    assert "copy.txt" not in ran.out


def test_sources_are_those_that_are_cited(run, store):
    assert [name for name in TEXTS if name in run("events", "--actor", "TUR", "--store", store).out] == ["turkey.txt"]


@pytest.mark.parametrize(
    ("command", "days", "count"),
    [
        ("engagements", ("2031-05-01", "2031-05-31"), 1),
        ("pairs", ("2031-06-01", "2031-06-30"), 1),
        ("pairs", ("2031-05-01", "2031-05-31"), 0),
        ("engagements", ("2031-05-04", "2031-05-31"), 0),
        ("commitments", ("2031-05-04", "2031-05-31"), 1),
        ("channels", ("2031-05-01", "2031-05-31"), 0),
        ("channels", ("2031-09-01", "2031-09-30"), 1),
    ],
)
def test_days(run, store, command, days, count):
    ran = run(command, "--since", days[0], "--until", days[1], "--store", store, "--json")
    assert len(ran.out.splitlines()) == count
    assert ran.err.startswith(f"{count} found in ")


def test_a_copy_counts_once(run, store):
    [line] = run("engagements", "--actor", "RUS", "--store", store, "--json").out.splitlines()
    assert list(json.loads(line)["addresses"].values()) == ["visit.txt"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["events", "--actor", "Nobody"], 1, "nobody in the store is called 'Nobody'"),
        (["channels", "--actor", "Emmanuel Macron"], 1, "'Emmanuel Macron' is no state or organisation"),
        (["events", "x.txt", "--since", "2031-01-01"], 2, "ask the store; leave them or SOURCE out"),
    ],
)
def test_what_cannot_be_asked(run, store, arguments, code, told):
    ran = run(*arguments, "--store", store)
    assert ran.code == code
    assert told in " ".join(ran.err.replace("│", " ").split())


def test_no_store(run, tmp_path):
    ran = run("events", "--store", tmp_path / "none.db")
    assert (ran.code, ran.out) == (1, "")
    assert "there is no store" in ran.err


def test_timeline_with_statements(run, store):
    assert " · said · " not in run("timeline", "FRA", "--store", store).out
    told = run("timeline", "FRA", "--statements", "--store", store).out
    assert "• Monday 2 June 2031 · said · Emmanuel Macron · demand · sanctions" in told
    lines = run("timeline", "FRA", "--statements", "--store", store, "--json").out.splitlines()
    assert "first.txt" in {uri for line in lines for uri in json.loads(line)["addresses"].values()}


def test_positions(run, store):
    ran = run("positions", "Emmanuel Macron", "--issue", "sanctions", "--store", store)
    assert (ran.code, ran.err) == (0, "1 line from 2 documents\n")
    assert ran.out.splitlines()[:4] == [
        "• Monday 2 June 2031 · Emmanuel Macron · said 2 times",
        "    “The sanctions on Kenya must be lifted at once,” (source 1, 0–48)",
        "    Wednesday 2 July 2031 · reworded · Emmanuel Macron · against Monday 2 June 2031",
        "    “The sanctions on Kenya [-must-] {+may+} be lifted [-at once-]” (source 2, 0–39)",
    ]


def test_positions_as_json(run, store):
    [line] = run("positions", "FRA", "--issue", "sanctions", "--store", store, "--json").out.splitlines()
    told = json.loads(line)
    assert [saying["step"] for saying in told["sayings"]] == ["first-said", "reworded"]
    assert {"change": "added", "words": "may"} in told["sayings"][1]["differences"]
    assert sorted(told["addresses"].values()) == ["again.txt", "first.txt"]
    assert told["not_repeated"] is None


def test_positions_until_a_day(run, store):
    ran = run("positions", "FRA", "--issue", "sanctions", "--until", "2031-06-30", "--store", store)
    assert "reworded" not in ran.out
    assert "said once" in ran.out


def test_wording_of_an_issue(run, store):
    ran = run("wording", "Emmanuel Macron", "--issue", "sanctions", "--store", store)
    assert (ran.code, ran.err) == (0, "1 formula from 2 documents\n")
    assert ran.out.splitlines()[:5] == [
        "• “The sanctions on Kenya must be lifted at once,” · 2 uses on 2 days · 2 wordings",
        "    first use: Monday 2 June 2031 · Emmanuel Macron (source 1, 0–48)",
        "    last use: Wednesday 2 July 2031 · Emmanuel Macron (source 2, 0–39)",
        "    Monday 2 June 2031 · 1 use · “The sanctions on Kenya must be lifted at once,” (source 1, 0–48)",
        "    Wednesday 2 July 2031 · 1 use · “The sanctions on Kenya [-must-] {+may+} be lifted [-at once-]”",
    ]


@pytest.mark.parametrize(
    ("options", "uses"),
    [
        (("FRA",), 2),
        (("FRA", "--issue", "sanctions"), 2),
        (("FRA", "--until", "2031-06-30"), 1),
        (("FRA", "--since", "2031-06-01"), 2),
    ],
)
def test_wording_of_a_phrase(run, store, options, uses):
    ran = run("wording", *options, "--phrase", "sanctions on Kenya", "--store", store, "--json")
    [line] = ran.out.splitlines()
    told = json.loads(line)
    assert (told["phrase"], told["issue"]) == ("sanctions on Kenya", "sanctions")
    assert sum(len(kind["uses"]) for kind in told["variants"]) == uses
    assert told["passed"] == []
    assert sorted(told["addresses"].values()) == ["again.txt", "first.txt"][-uses:]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "say --issue, for all formulas on it, or --phrase, for one"),
        (("--issue", "sanction"), "there is no issue 'sanction'"),
        (("--phrase", "…"), "'…' has no words"),
    ],
)
def test_wording_that_cannot_be_followed(run, store, options, told):
    ran = run("wording", "FRA", *options, "--store", store)
    assert ran.code in (1, 2)
    assert told in " ".join(ran.err.replace("│", " ").split())


def test_a_phrase_that_was_never_used(run, store):
    ran = run("wording", "FRA", "--phrase", "tomatoes and onions", "--store", store)
    assert (ran.code, ran.out, ran.err) == (0, "", "0 formulas from 0 documents\n")


def test_an_issue_that_is_not_known(run, store):
    ran = run("positions", "FRA", "--issue", "sanction", "--store", store)
    assert ran.code == 2
    assert "there is no issue 'sanction'; near are: sanctions" in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize(
    "command",
    ["climate --actor RUS", "timeline FRA RUS", "positions FRA --issue sanctions", "wording FRA --issue sanctions"],
)
def test_charts(run, store, tmp_path, command):
    file = tmp_path / "made" / "chart.svg"
    ran = run(*command.split(), "--store", store, "--chart", file)
    assert ran.code == 0
    assert ran.err.startswith(f"drawn in {file}\n")
    assert "Sources: " in file.read_text(encoding="utf-8")
    assert "• " in ran.out


def test_a_chart_of_another_kind_is_refused(run, store, tmp_path):
    ran = run("climate", "--store", store, "--chart", tmp_path / "chart.pdf")
    assert ran.code == 2
    assert "not drawn as .pdf; name a .svg or a .png" in " ".join(ran.err.replace("│", " ").split())


def test_charts_of_sources_too(run, tmp_path):
    text = tmp_path / "visit.txt"
    text.write_text(TEXTS["visit.txt"], encoding="utf-8")
    assert run("climate", text, "--chart", tmp_path / "chart.svg").code == 0
    assert "+1.00 = +1.0 / 1" in (tmp_path / "chart.svg").read_text(encoding="utf-8")
