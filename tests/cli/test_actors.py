import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "knowledge.toml"


def test_words_alone_search(run):
    short, long = (
        run("actors", "edda", "halvorn", "--knowledge", SAMPLE),
        run("actors", "search", "edda", "halvorn", "--knowledge", SAMPLE),
    )
    assert short == long
    assert short.code == 0
    assert "xnl.halvorn-edda" in short.out
    assert "foreign minister 2029-09/" in short.out
    assert "knowledge.toml" in short.out
    assert short.err == ""


def test_an_option_first_searches_too(run):
    assert "Ruun Askeld" in run("actors", "--country", "Norlandic", "--knowledge", SAMPLE).out


def test_lines_of_json(run):
    ran = run("actors", "halvorn", "--json", "--knowledge", SAMPLE)
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "kind": "person",
            "id": "xnl.halvorn-edda",
            "name": "Edda Halvorn",
            "country": "XNL",
            "aliases": [],
            "terms": [{"office": "foreign-minister", "title": "foreign minister", "since": "2029-09", "until": None}],
            "roles": ["GOV"],
            "wikidata": None,
            "source": "knowledge.toml",
        }
    ]


def test_what_is_left_out_is_counted(run):
    ran = run("actors", "--country", "XNL", "--limit", "2", "--json", "--knowledge", SAMPLE)
    assert len(ran.out.splitlines()) == 2
    assert ran.err == "2 of 4 found are shown; --limit 0 shows all\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [("haalvorn", "'haalvorn' is not found; did you mean Halvorn?\n"), ("qqxzzv", "'qqxzzv' is not found\n")],
)
def test_nothing_found_exits_1_and_tells_what_is_near(run, words, told):
    ran = run("actors", words, "--knowledge", SAMPLE)
    assert (ran.code, ran.out, ran.err) == (1, "", told)


def test_a_hostile_name_cannot_drive_the_terminal(run, tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[[organisations]]\nid = "XEV"\nname = "Evil\\u001b[31m [bold]League[/bold]"\n', encoding="utf-8")
    ran = run("actors", "league", "--knowledge", mine)
    assert "Evil␛[31m [bold]League[/bold]" in ran.out


def test_what_is_imported_is_searched(run, tmp_path):
    table = tmp_path / "holders.csv"
    table.write_text("name,iso3,office,start\nIlke Sorum,NOR,Minister for Fisheries,2031\n", encoding="utf-8")
    mine = tmp_path / "folder" / "mine.toml"
    ran = run("actors", "import", table, "-o", mine)
    assert (ran.code, ran.out, ran.err) == (0, "", f"1 person written to {mine}; use it with --knowledge {mine}\n")
    assert "minister for fisheries 2031/" in run("actors", "sorum", "--knowledge", mine).out


def test_bad_rows_are_named_and_the_rest_is_written(run, tmp_path):
    table = tmp_path / "holders.csv"
    table.write_text("name,office\nIlke Sorum,Minister\n,Minister\n" + "x\n" * 30, encoding="utf-8")
    ran = run("actors", "import", table, "--country", "Norway")
    assert ran.code == 1
    assert 'name = "Ilke Sorum"' in ran.out
    assert f"{table}: row 2: has no name; add a column name\n" in ran.err


def test_many_bad_rows_are_counted(run, tmp_path):
    table = tmp_path / "holders.csv"
    table.write_text("name,iso3\nIlke Sorum,NOR\n" + "Bero Tann,Atlantis\n" * 30, encoding="utf-8")
    ran = run("actors", "import", table)
    assert ran.err.splitlines()[-1] == f"{table}: 5 more rows are left out"
    assert len(ran.err.splitlines()) == 26


def test_a_file_without_office_holders_is_told(run, tmp_path):
    file = tmp_path / "empty.json"
    file.write_text("[]", encoding="utf-8")
    ran = run("actors", "import", file)
    assert (ran.code, ran.err) == (
        1,
        f"{file}: holds nobody who held an office (docs/knowledge.md tells what can be read)\n",
    )


def test_the_example_of_import(run, tmp_path):
    ran = run("actors", "import", SAMPLE.parent / "office-holders.csv", "--knowledge", SAMPLE)
    assert (ran.code, ran.err) == (0, "")
    assert 'terms = ["minister-for-fisheries 2031-04-02/2033-01", "foreign-minister 2033-01/"]' in ran.out
