import json
import re

import pytest
from jsonschema import Draft202012Validator

MARKS = {"text": "TALKS", "md": "# ", "json": "{", "html": "<!doctype html>"}


@pytest.fixture
def told(story):
    """A second account of the same meeting."""
    file = story.with_name("told.txt")
    file.write_text(
        "French officials in Oum\n\n"
        "French Foreign Minister Luc Morel met Norwegian Foreign Minister Ilse Brandt in Oum "
        "on 12 May 2031. France said it “will not return” before autumn.\n",
        encoding="utf-8",
    )
    return file


def test_the_main_job(run, story):
    ran = run("brief", story, "--published", "2031-05-13")
    assert (ran.code, ran.err) == (0, "")
    assert "“We will return to the table in spring”" in ran.out
    assert "Ilse Brandt" in ran.out
    assert "12 May 2031" in ran.out
    assert "[1]" in ran.out
    assert "story.txt" in ran.out


def test_it_fits_80_columns_and_has_no_colour_in_a_pipe(run, story, told):
    out = run("brief", story, told).out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


@pytest.mark.parametrize("form", MARKS)
def test_every_format_to_a_file_is_what_is_printed(run, story, tmp_path, form):
    file = tmp_path / "new" / "folder" / "brief"
    printed = run("brief", story, "--format", form).out
    ran = run("brief", story, "--format", form, "-o", file)
    assert (ran.code, ran.out, ran.err) == (0, "", f"written to {file}\n")
    assert file.read_text(encoding="utf-8") == printed
    assert printed.lstrip().lower().startswith(MARKS[form].lower()) or form == "text"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("brief.md", "md"),
        ("brief.JSON", "json"),
        ("brief.html", "html"),
        ("brief.htm", "html"),
        ("brief.txt", "text"),
        ("brief", "text"),
    ],
)
def test_the_name_of_the_file_says_how_to_write_it(run, story, tmp_path, name, form):
    run("brief", story, "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == run("brief", story, "--format", form).out


def test_the_option_outranks_the_name(run, story, tmp_path):
    run("brief", story, "--format", "json", "-o", tmp_path / "brief.md")
    assert json.loads((tmp_path / "brief.md").read_text(encoding="utf-8"))


def test_the_json_keeps_its_schema_and_its_passages_the_text(run, story, told):
    brief = json.loads(run("brief", story, told, "--format", "json").out)
    Draft202012Validator(json.loads(run("schema", "brief").out)).validate(brief)
    assert [source["uri"] for source in brief["sources"]] == [str(story), str(told)]
    texts = {
        source["doc_id"]: file.read_text(encoding="utf-8")
        for source, file in zip(brief["sources"], (story, told), strict=True)
    }
    assert brief["passages"]
    for passage in brief["passages"]:
        assert texts[passage["doc_id"]][passage["start"] : passage["end"]] == passage["exact"]


def test_what_cannot_be_read_is_named_and_the_rest_told(run, story, tmp_path):
    ran = run("brief", tmp_path / "absent.txt", story)
    assert (ran.code, ran.err) == (1, f"{tmp_path / 'absent.txt'}: does not exist (check the path)\n")
    assert "Ilse Brandt" in ran.out


def test_a_knowledge_file_teaches_a_state(run, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("Verdania said on 3 May 2031 that it “will open its ports”.", encoding="utf-8")
    knowledge = tmp_path / "knowledge.toml"
    knowledge.write_text('[[states]]\nid = "XVE"\nname = "Verdania"\n', encoding="utf-8")
    assert json.loads(run("brief", text, "--format", "json").out)["countries"] == []
    ran = run("brief", text, "--format", "json", "--knowledge", knowledge)
    assert json.loads(ran.out)["countries"] == ["XVE"]


@pytest.mark.parametrize("form", ["text", "md", "json", "html"])
def test_accounts_of_one_meeting_are_headed_by_what_one_has_the_other_say(run, tmp_path, form):
    met = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile on 12 May 2031."
    received = "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway on 12 May 2031."
    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    ours.write_text(f"{met} President Rojas said that Chile would lift the tariffs.", encoding="utf-8")
    theirs.write_text(f"{received} President Rojas raised concern over ransomware.", encoding="utf-8")
    out = " ".join(run("brief", ours, theirs, "--format", form).out.split())
    title, met_title = ("SAID FOR THE OTHER SIDE", "MET") if form == "text" else ("Said for the other side", "Met")
    assert out.index(title) < out.index("not in the text of Chile")
    assert re.search(rf"not in the text of Chile.*\b{met_title}\b", out)
