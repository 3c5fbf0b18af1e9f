import json
import sqlite3
from contextlib import closing

import pytest

TEXT = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."


@pytest.fixture
def place(run, tmp_path):
    """A store with a document in it."""
    (tmp_path / "talks.txt").write_text(TEXT)
    place = tmp_path / "store.db"
    assert run("ingest", tmp_path / "talks.txt", "--store", place, "--workers", "1").code == 0
    return place


def test_what_the_store_comes_to(run, place):
    told = run("store", "--store", place).out
    lines = {line.split("  ")[0]: line.split("  ")[-1].strip() for line in told.splitlines()}
    assert lines["store"] == str(place)
    assert (lines["documents"], lines["statements"], lines["events"]) == ("1", "1", "1")
    whole = json.loads(run("store", "--json", "--store", place).out)
    assert whole["counts"]["documents"] == 1
    assert whole["size"] > 10_000


def test_a_backup_is_a_store(run, place, tmp_path):
    copy = tmp_path / "backups" / "copy.db"
    ran = run("backup", copy, "--store", place)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(f"is copied to {copy}\n")
    assert "help Ukraine" in run("search", "help", "--store", copy).out
    again = run("backup", copy, "--store", place)
    assert (again.code, again.err.count("\n")) == (1, 1)
    assert "is there already" in again.err


def test_faults_are_told_in_lines_and_mended_where_that_can_be(run, place):
    assert run("check", "--store", place).code == 0
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE entry SET day = '1999-01-01' WHERE owner = 'event'")
    ran = run("check", "--store", place)
    assert (ran.code, ran.out.count("\n")) == (1, 1)
    assert "day not as event 1/0 has it" in ran.out
    assert ran.err == f"{place}: 1 fault\n"
    assert run("check", "--mend", "--store", place).code == 0


def test_vacuum_says_what_was_gained(run, place):
    ran = run("vacuum", "--store", place)
    assert (ran.code, ran.err.startswith(f"{place}: ")) == (0, True)
    assert "before" in ran.err
    assert "help Ukraine" in run("search", "help", "--store", place).out
    assert run("check", "--store", place).code == 0


def test_a_store_that_is_up_to_date_is_left_alone(run, place, tmp_path):
    assert run("migrate", "--store", place).err == f"{place} is up to date\n"
    assert [path.name for path in tmp_path.glob("store.db*")] == ["store.db"]


@pytest.mark.parametrize("command", ["store", "check", "vacuum", "migrate"])
@pytest.mark.parametrize(
    ("content", "told"), [(None, "there is no store"), (b"Dear diary, " * 99, "is not a store"), (b"", "is empty")]
)
def test_what_is_no_store_is_told_of(run, tmp_path, command, content, told):
    place = tmp_path / "other.db"
    if content is not None:
        place.write_bytes(content)
    ran = run(command, "--store", place)
    if content == b"" and command in ("store", "vacuum"):
        assert ran.code == 0  # an empty file is an empty store
        return
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert told in ran.err
    if content:
        assert place.read_bytes() == content
