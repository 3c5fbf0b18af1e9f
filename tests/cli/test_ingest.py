"""`onrecord ingest` takes sources as they are meant, and one that cannot be read costs no other."""

import resource
import subprocess
import sys

import pytest

GERMAN = "Die Minister trafen sich am Montag zu einem langen Gespräch über die Fischerei in den Gewässern. " * 5


@pytest.fixture
def ingest(run, tmp_path):
    return lambda *sources: run("ingest", *sources, "--store", tmp_path / "kept" / "store.db", "--workers", "1")


@pytest.mark.parametrize("nothing", ["", " "])
def test_what_names_nothing_is_not_the_current_folder(ingest, story, monkeypatch, nothing):
    monkeypatch.chdir(story.parent)
    ran = ingest(nothing)
    assert ran.code == 1
    assert "names no source" in ran.err
    assert "1 document in" in ingest(".").err


def test_a_path_may_begin_at_home(ingest, story, monkeypatch):
    monkeypatch.setenv("HOME", str(story.parent))
    assert "1 new" in ingest("~/story.txt").err
    assert "1 unchanged" in ingest(story).err
    assert "~story.txt: does not exist" in ingest("~story.txt").err


def test_a_store_in_the_folder_that_is_ingested_is_no_source(run, story):
    ingest = ["ingest", story.parent, "--store", story.parent / "store.db", "--workers", "1"]
    assert run(*ingest).code == 0
    ran = run(*ingest)
    assert (ran.code, ran.err.partition(" in ")[0]) == (0, "1 document")


def test_a_full_disk_for_temporary_files_is_told(tmp_path):
    """A text in another language is judged by a model that is unpacked into the folder for temporary files."""
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", tmp_path / "a.txt"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "a.txt: cannot be read: File too large (make room for temporary files" in ran.stderr
