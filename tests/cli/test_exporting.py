"""`export`, `import` and `verify --store` as their user meets them."""

import csv
import json
import sqlite3

import pytest

from onrecord.cli.exporting import ExportFormat
from onrecord.cli.importing import unkept
from onrecord.export.columns import TABLES
from onrecord.export.tables import GDELT_COLUMNS, PLOVER_COLUMNS

OTHER = "Weather\n\nSpain condemned Belarus on Monday, the Spanish foreign ministry said.\n"


@pytest.fixture
def store(run, story, tmp_path):
    """A store of two documents, one of which was read twice, and of one that failed."""
    place, broken = tmp_path / "s.db", tmp_path / "broken.txt"
    other = tmp_path / "other.txt"
    other.write_text(OTHER)
    broken.write_bytes(b"")
    run("ingest", story, other, broken, "--published", "2031-05-12", "--store", place, "--workers", 1)
    story.write_text(story.read_text() + "\nThe talks went well, Brandt said.\n")
    run("ingest", story, "--published", "2031-05-13", "--store", place, "--workers", 1)
    return place


def test_all_goes_out_and_comes_back(run, store, tmp_path):
    file, copy = tmp_path / "out" / "all.jsonl", tmp_path / "copy" / "c.db"
    done = run("export", "--store", store, "-o", file)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"3 documents, written to {file}\n"
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["store"]["version"] for line in lines[:3]] == [1, 1, 2]
    assert [line["store"]["current"] for line in lines[:3]] == [False, True, True]
    assert [set(line) for line in lines[3:]] == [{"failure"}]
    assert run("verify", file).code == 0
    done = run("import", file, "--store", copy)
    assert (done.code, done.err) == (0, f"lines: 4 new. They are in {copy}\n")
    assert run("export", "--store", copy).out == file.read_text()
    assert run("import", file, "--store", copy).err == "lines: 4 unchanged\n"
    assert run("verify", "--store", copy).code == 0


def test_corrections_go_out_beside_what_was_read_and_come_back(run, store, tmp_path):
    said = json.loads(run("search", "spring", "--kind", "statement", "--json", "--store", store).out)["statement"]["id"]
    for words in (("--date", "2031-05-11"), ("--act", "propose"), ("--withdraw", "2")):
        ids = () if words[0] == "--withdraw" else (said,)
        assert run("correct", *ids, *words, "--by", "ann", "--store", store).code == 0
    file, copy = tmp_path / "all.jsonl", tmp_path / "c.db"
    run("export", "--store", store, "-o", file)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    read = next(one for line in lines[:3] for one in line["statements"] if one["id"] == said)
    assert read["date"] != "2031-05-11"
    assert [line["correction"]["withdrawn_by"] for line in lines[4:]] == [None, "ann"]
    assert run("verify", file).code == 0
    assert run("import", file, "--store", copy).err == f"lines: 6 new. They are in {copy}\n"
    assert run("export", "--store", copy).out == file.read_text()
    assert run("import", file, "--store", copy).err == "lines: 6 unchanged\n"
    assert run("corrections", "--store", copy).out == run("corrections", "--store", store).out
    assert said in run("search", "--review", "corrected", "--store", copy).out
    run("export", "--format", "csv", "--store", copy, "-o", tmp_path / "t")
    with (tmp_path / "t" / "statements.csv").open() as rows:
        assert [row["date"] for row in csv.DictReader(rows) if row["id"] == said] == ["2031-05-11"]
    with (tmp_path / "t" / "corrections.csv").open() as rows:
        assert [(row["matter"], row["value"], row["was"]) for row in csv.DictReader(rows)] == [
            ("date", '["2031-05-11"]', "[]")
        ]


def test_of_some_documents_their_corrections_go_out(run, store, tmp_path):
    def correct(*arguments):
        assert run("correct", *arguments, "--by", "ann", "--store", store).code == 0

    def said(words):
        found = run("search", words, "--kind", "statement", "--json", "--store", store).out.splitlines()
        return json.loads(found[0])["statement"]["id"]

    correct(said("condemned"), "--date", "2031-05-11")
    correct(said("spring"), "--act", "propose")
    correct(said("spring"), "--split", "Ilse Brandt", "--as", "Ilse Brandt (mayor)")
    correct("--merge", "Ilse Brandt", "Ilse Brandt (mayor)")
    correct("--withdraw", "4")
    files = [tmp_path / f"{name}.jsonl" for name in ("some", "others", "none")]
    for file, options in zip(
        files, (("--country", "ESP"), ("--country", "NOR"), ("--since", "2040-01-01")), strict=True
    ):
        assert run("export", *options, "--store", store, "-o", file).code == 0
    told = [[json.loads(line).get("correction") for line in file.read_text().splitlines()] for file in files]
    assert [[one["number"] for one in lines if one] for lines in told] == [[1], [2, 3, 4], []]
    done = run("import", *files, "--store", tmp_path / "c.db")
    assert done.err.startswith("lines: 7 new.")
    assert len(run("corrections", "--store", tmp_path / "c.db", "--json").out.splitlines()) == 4


def test_a_correction_that_cannot_be_is_refused(run, store, tmp_path):
    file = tmp_path / "bad.jsonl"
    line = {"number": 1, "owner": "statement", "record": "s:1", "uri": None, "words": "", "by": "ann", "at": "2031",
            "matter": "date", "value": ["12 May"]}  # fmt: skip
    file.write_text(json.dumps({"correction": line}))
    done = run("import", file, "--store", store)
    assert (done.code, done.err.count("\n")) == (1, 2)
    assert "a date of a statement cannot be ('12 May',)" in done.err


GIVEN = {"number": 1, "owner": "statement", "record": "s:1", "uri": None, "words": "", "likeness": "",
         "matter": "verdict", "value": ["accepted"], "was": {"act": ["assert"], "date": []}, "note": None, "by": "ann",
         "at": "2031-06-01T10:00:00+00:00", "withdrawn_by": None, "withdrawn_at": None}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"was": {"act": ["nonsense"]}}, "of a statement nobody reads as 'act' what is ('nonsense',)"),
        ({"was": {"act": []}}, "of a statement nobody reads as 'act' what is ()"),
        ({"was": {"status": ["planned"]}}, "of a statement nobody reads as 'status'"),
        ({"at": "yesterday"}, "at a time that names its zone"),
        ({"at": "2031-06-01T10:00:00"}, "at a time that names its zone"),
        ({"at": "0001-01-01T00:00:00+05:00"}, "at a time that names its zone"),
        ({"by": " "}, "somebody makes a correction"),
        ({"withdrawn_by": "bob", "withdrawn_at": "soon"}, "somebody withdraws a correction"),
        ({"withdrawn_by": "bob"}, "somebody withdraws a correction"),
        ({"withdrawn_at": "2031-06-02T10:00:00+00:00"}, "somebody withdraws a correction"),
        ({"note": "\ud800"}, "holds half of a character, which no store can keep"),
        ({"value": "accepted"}, "correction.value: Input should be a valid tuple"),
    ],
)
def test_a_correction_that_nobody_can_have_made_is_refused_and_the_rest_is_kept(run, tmp_path, changed, told):
    file, copy = tmp_path / "bad.jsonl", tmp_path / "c.db"
    whole = {"note": "🙂 \\ud800 é", "withdrawn_by": "bob", "withdrawn_at": "2031-06-02T10:00:00Z"}
    file.write_text("\n".join(json.dumps({"correction": GIVEN | one}) for one in (changed, {}, whole)))
    done = run("import", file, "--store", copy)
    assert done.code == 1
    refused, tally = done.err.splitlines()
    assert refused.startswith(f"{file}:1: ")
    assert told in refused
    assert tally == f"lines: 2 new, 1 refused. They are in {copy}"
    assert [json.loads(line)["note"] for line in run("corrections", "--store", copy, "--json").out.splitlines()] == [
        None,
        "🙂 \\ud800 é",
    ]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("store", "version"), 10**23, "store: Value error, a version is from 1 to 1,000,000,000"),
        (("store", "version"), 0, "store: Value error, a version is from 1 to"),
        (("store", "read_at"), "0001-01-01T00:00:00+05:00", "and a time names its zone"),
        (("document", "title"), "\udfff", "holds half of a character"),
        (("document", "uri"), "\ud83d", "holds half of a character"),
    ],
)
def test_a_reading_that_no_store_can_keep_is_refused_and_the_rest_is_kept(run, store, tmp_path, path, value, told):
    first, *rest = run("export", "--store", store).out.splitlines()
    line = json.loads(first)
    line[path[0]][path[1]] = value
    file = tmp_path / "bad.jsonl"
    file.write_text("\n".join([json.dumps(line), *rest]))
    done = run("import", file, "--store", tmp_path / "c.db")
    assert done.code == 1
    assert told in done.err.splitlines()[0]
    assert done.err.splitlines()[1].startswith("lines: 3 new, 1 refused.")


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        (rb'{"a": ["b\u0000"]}', "postgresql://host/name", "NUL"),
        (rb'{"a\u0000": 1}', "postgresql://host/name", "NUL"),
        (rb'{"a": ["b\u0000"]}', "s.db", ""),
        (rb'{"a": "b\\u0000"}', "postgresql://host/name", ""),
        (rb'{"a": "\uDC00"}', "s.db", "half"),
        (b'{"a": "\xed\xa0\x80"}', "s.db", "half"),
        (rb'{"a": "\ud83d\ude42"}', "postgresql://host/name", ""),
        (rb'{"a": "\ud83d', "s.db", ""),
    ],
)
def test_characters_that_a_database_cannot_keep(line, place, told):
    assert told in unkept(line, place)
    assert bool(told) is bool(unkept(line, place))


def test_a_line_that_does_not_verify_is_refused_and_the_rest_is_kept(run, store, tmp_path):
    told = run("export", "--store", store).out.splitlines()
    first, last = json.loads(told[0]), json.loads(told[3])
    first["statements"][0]["content"][0]["exact"] = "x"
    first["events"][0]["trigger"]["start"] = -1
    late = json.loads(told[2])
    late["store"]["read_at"] = "2031-05-12T09:30:00"
    last["failure"]["failed_at"] = "noon"
    bad = [json.dumps(one) for one in (first, late, last)]
    file = tmp_path / "bad.jsonl"
    file.write_text("\n".join([bad[0], "", "{", told[1], *bad[1:]]))
    done = run("import", file, tmp_path / "none.jsonl", "--store", tmp_path / "c.db")
    assert done.code == 1
    complaints = done.err.splitlines()
    assert complaints[0].startswith(f"{file}:1: statements[0].content[0]: says 'x', but the text at ")
    assert complaints[0].endswith("(and 1 more: onrecord verify lists them)")
    assert complaints[1].startswith(f"{file}:3: is not JSON: ")
    assert complaints[2].startswith(f"{file}:5: is not of a store: store: ")
    assert complaints[3].startswith(f"{file}:6: is not of a store: failure.failed_at: ")
    assert complaints[4] == f"{tmp_path}/none.jsonl: cannot be read: No such file or directory"
    assert complaints[5] == f"lines: 1 new, 5 refused. They are in {tmp_path}/c.db"
    assert len(run("export", "--store", tmp_path / "c.db").out.splitlines()) == 1


def test_lines_of_an_older_version_come_back(run, store, tmp_path):
    lines = [json.loads(line) for line in run("export", "--store", store).out.splitlines()]
    for line in lines[:3]:
        line["engagements"], line["commitments"] = [{"of": "another shape"}], "none"
        del line["channels"]
        for said in line["statements"]:
            del said["modality"], said["attitude"]
    file = tmp_path / "old.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    assert run("import", file, "--store", tmp_path / "c.db").err.startswith("lines: 4 new.")
    assert run("verify", file).code == 1


def test_plain_lines_are_records_that_are_read_now(run, story, tmp_path):
    plain, place = run("read", story, "--published", "2031-05-12").out, tmp_path / "s.db"
    other = run("read", story, "--published", "2031-05-13").out
    stdin = (plain + plain + other).encode()
    assert run("import", "-", "--store", place, stdin=stdin).err.startswith("lines: 2 new, 1 unchanged.")
    assert run("import", "-", "--store", place, stdin=stdin).err.startswith("lines: 3 unchanged")
    first, second = map(json.loads, run("export", "--store", place).out.splitlines())
    assert second["document"]["uri"] == f"{first['document']['uri']}#2"
    assert first["store"]["reader"] == "not told (onrecord import)"
    del first["store"]
    assert first == json.loads(plain)


@pytest.mark.parametrize("format_", [one.value for one in ExportFormat if one.value not in ("csv", "parquet")])
def test_every_format_is_written_to_a_file_or_to_the_output(run, store, tmp_path, format_):
    file = tmp_path / "deep" / format_
    assert run("export", "--store", store, "--format", format_, "-o", file).code == 0
    done = run("export", "--store", store, "--format", format_)
    assert done.out == file.read_text()
    assert "documents" in done.err
    lines = done.out.splitlines()
    assert len(lines) > 2 or format_ == "quotations"
    if format_ == "plover":
        assert next(csv.reader(lines)) == list(PLOVER_COLUMNS)
    elif format_ == "gdelt":
        assert lines[0].split("\t") == list(GDELT_COLUMNS)
    else:
        assert all(isinstance(json.loads(line), dict) for line in lines)


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_tables_are_files_in_a_folder(run, store, tmp_path, format_):
    folder = tmp_path / "deep" / "tables"
    assert run("export", "--store", store, "--format", format_, "-o", folder).code == 0
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{table.name}.{format_}" for table in TABLES)
    done = run("export", "--store", store, "--format", format_)
    assert (done.code, done.err) == (1, f"{format_} is several files: name a folder with -o\n")
    done = run("export", "--store", store, "--format", format_, "-o", store)
    assert done.code == 1
    assert done.err == f"{store}: cannot be written: File exists\n"


def test_days_and_countries_choose_documents(run, store):
    def addresses(*options):
        lines = run("export", "--store", store, *options).out.splitlines()
        return [json.loads(line)["document"]["uri"].rpartition("/")[2] for line in lines]

    assert addresses("--since", "2031-05-13") == ["story.txt"]
    assert addresses("--until", "2031-05-12") == ["story.txt", "other.txt"]
    assert addresses("--country", "esp") == ["other.txt"]
    assert addresses("--country", "BRA") == []


def test_a_store_that_is_not_there_is_not_made(run, tmp_path):
    for command in (("export",), ("verify",)):
        done = run(*command, "--store", tmp_path / "no.db")
        assert done.code == 1
        assert "there is no store" in done.err
    assert not (tmp_path / "no.db").exists()


def test_an_import_of_nothing_makes_no_store(run, tmp_path):
    file, place = tmp_path / "bad.jsonl", tmp_path / "deep" / "no.db"
    file.write_text("\n{\n")
    done = run("import", tmp_path / "none.jsonl", file, "--store", place)
    assert (done.code, done.err.splitlines()[-1]) == (1, "lines: 2 refused")
    assert not place.parent.exists()
    done = run("import", "-", "--store", place, stdin=b"\n")
    assert (done.code, done.err, place.parent.exists()) == (0, "lines: none\n", False)


def test_a_row_that_was_changed_is_named(run, store, monkeypatch):
    assert run("verify", "--store", store).out.endswith(" of them passages; 0 wrong\n")
    raw = sqlite3.connect(store)
    raw.execute("UPDATE statement SET act = 'deny' WHERE document = 2 AND ordinal = 0")
    raw.commit()
    raw.close()
    monkeypatch.setenv("ONRECORD_STORE", str(store))
    for arguments in (("--store", store), ("--store",)):
        done = run("verify", *arguments)
        assert done.code == 1
        assert done.out.endswith("; 1 wrong\n")
        assert done.err.startswith("statement 2/0 (")
        assert "other.txt): was changed: its hash is not that of what it holds\n" in done.err


def test_files_or_a_store_are_verified_not_both(run, store):
    done = run("verify", "a.jsonl", "--store", store)
    assert done.code == 2
    assert "one of the two" in done.err
