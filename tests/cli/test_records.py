import json
import subprocess
import sys

from jsonschema import Draft202012Validator

from onrecord.export.lines import record_from_json

FALSE = {
    "document": {"id": "sha256:0", "text": "Peace."},
    "statements": [{"cue": {"start": 0, "end": 5, "exact": "Pence"}}],
}


def test_read_writes_a_record_a_document(run, story, tmp_path):
    (tmp_path / "other.txt").write_text("Germany said that it would send envoys.", encoding="utf-8")
    ran = run("read", story, tmp_path / "other.txt", "--published", "2031-05-12")
    assert (ran.code, ran.err) == (0, "")
    first, second = (record_from_json(line) for line in ran.out.splitlines())
    assert first.document.text == story.read_text(encoding="utf-8")
    assert first.document.published == "2031-05-12"
    assert first.statements
    assert second.document.uri.endswith("other.txt")


def test_reading_twice_gives_the_same_line(run, story):
    assert run("read", story).out == run("read", story).out != ""


def test_read_to_a_file_and_verify_it(run, story, tmp_path):
    file = tmp_path / "new" / "records.jsonl"
    assert run("read", story, "-o", file).out == ""
    ran = run("verify", file)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(" passages checked, 0 mismatches\n")
    assert int(ran.out.split()[0]) > 5


def test_verify_names_each_mismatch_and_checks_the_rest(run, story, tmp_path):
    good = run("read", story).out.encode()
    file = tmp_path / "records.jsonl"
    file.write_bytes(good + b"\n{nonsense\n" + json.dumps(FALSE).encode() + b"\n")
    ran = run("verify", file, "-", tmp_path / "absent.jsonl", stdin=good)
    assert ran.code == 1
    *named, remedy = ran.err.splitlines()
    assert [line.split(": ", 1)[0] for line in named] == [
        f"{file}:3",
        f"{file}:4",
        f"{file}:4",
        str(tmp_path / "absent.jsonl"),
    ]
    assert remedy.endswith("onrecord read SOURCE writes it anew")
    assert "statements[0].cue: says 'Pence', but the text at [0:5] has 'Peace'" in ran.err
    assert ran.out.endswith("4 mismatches\n")


def test_a_folder_is_no_file_of_records(run, tmp_path):
    ran = run("verify", tmp_path)
    assert (ran.code, ran.err) == (1, f"{tmp_path}: cannot be read: Is a directory\n")


def test_what_is_read_keeps_the_schema(run, story):
    check = Draft202012Validator(json.loads(run("schema").out))
    check.validate(json.loads(run("read", story).out))


def test_a_table_with_columns_of_its_own(run, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text('day,body\n2031-05-12,"France said that talks would resume."\n', encoding="utf-8")
    ran = run("read", table, "--column", "text=body", "--column", "published=day")
    record = record_from_json(ran.out)
    assert record.document.published == "2031-05-12"
    assert record.document.text == "France said that talks would resume."


def test_standard_input(run):
    ran = run("read", "-", stdin="France said that “talks” would resume.".encode())
    assert record_from_json(ran.out).document.text.startswith("France")


def test_a_reader_that_stops_reading_is_no_fault(story):
    command = [sys.executable, "-m", "onrecord", "read", *[str(story)] * 200]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
        assert (running.wait(timeout=60), told) == (1, b"")
