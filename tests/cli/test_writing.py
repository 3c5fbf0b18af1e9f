"""Output takes the place of what was there when it is whole, and never that of a store."""

import os
from pathlib import Path

import pytest

from onrecord.cli.writing import opened
from onrecord.errors import SettingsError
from onrecord.store import open_store


class BrokenError(Exception):
    pass


def write(output, told, *, breaks=False, as_it_comes=False):
    with opened(output, as_it_comes=as_it_comes) as stream:
        stream.write(told)
        if breaks:
            raise BrokenError


def test_a_file_stays_until_the_new_one_is_whole(tmp_path):
    file = tmp_path / "list.md"
    write(file, "first")
    with pytest.raises(BrokenError):
        write(file, "second", breaks=True)
    assert (file.read_text(), [one.name for one in tmp_path.iterdir()]) == ("first", ["list.md"])
    write(file, "third")
    assert (file.read_text(), [one.name for one in tmp_path.iterdir()]) == ("third", ["list.md"])


def test_what_comes_bit_by_bit_is_kept_as_far_as_it_came(tmp_path):
    file = tmp_path / "records.jsonl"
    with pytest.raises(BrokenError):
        write(file, "a line", breaks=True, as_it_comes=True)
    assert file.read_text() == "a line"


def test_a_link_goes_on_to_lead_to_its_file_which_keeps_its_rights(tmp_path):
    file, link = tmp_path / "list.md", tmp_path / "link.md"
    file.write_text("first")
    file.chmod(0o640)
    link.symlink_to(file)
    write(link, "second")
    assert (file.read_text(), link.is_symlink(), file.stat().st_mode & 0o777) == ("second", True, 0o640)


def test_what_is_no_file_is_written_as_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "a list")
    assert os.read(read, 100) == b"a list"
    os.close(read)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
def test_a_pipe_that_goes_by_a_number_is_written():
    read, end = os.pipe()
    write(Path(f"/dev/fd/{end}"), "a list")
    os.close(end)
    assert os.read(read, 100) == b"a list"
    os.close(read)


@pytest.mark.parametrize("name", ["-wal", "x" * 250])
def test_any_name_that_a_file_may_have(tmp_path, name):
    write(tmp_path / name, "a list")
    assert (tmp_path / name).read_text() == "a list"


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_a_store_is_no_place_for_output(tmp_path, end):
    place = tmp_path / "store.db"
    open_store(place).close()
    held, beside = place.read_bytes(), place.with_name(place.name + end)
    with pytest.raises(SettingsError, match="is a store or another database; name another file with -o"):
        write(beside, "a list")
    assert place.read_bytes() == held
    write(tmp_path / f"other.md{end}", "a list")  # whose name alone is like it
    assert (tmp_path / f"other.md{end}").read_text() == "a list"


def test_an_export_does_not_go_into_its_own_store(run, story, tmp_path):
    place = tmp_path / "store.db"
    assert run("ingest", story, "--store", place, "--workers", "1").code == 0
    held = place.read_bytes()
    done = run("export", "--store", place, "-o", place)
    assert (done.code, place.read_bytes()) == (1, held)
    assert done.err == f"{place}: is a store or another database; name another file with -o\n"
