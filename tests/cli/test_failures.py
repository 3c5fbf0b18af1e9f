"""What goes wrong is told in one plain line, and what can still be done is done."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.export.lines import record_from_json


def unreadable(folder):
    """Sources that cannot be read, with a word that the line about each must hold."""
    files = {
        "empty.txt": (b"", "empty"),
        "binary.bin": (bytes(range(256)) * 20, "neither text"),
        "broken.pdf": (b"%PDF-1.7\nnothing", "PDF"),
        "broken.docx": (b"PK\x03\x04nothing", "Word"),
        "numbers.txt": (b"12 34 56\n", "no sentence"),
        "no-text.csv": (b"day,body\n2031-05-12,Talks\n", "text"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content)
    (folder / "nothing").mkdir()
    return [
        *((folder / name, word) for name, (_, word) in files.items()),
        (folder / "absent.txt", "does not exist"),
        (folder / "nothing", "holds nothing"),
        (folder / "*.xyz", "matches no file"),
        ("ftp://example.org/x", "ftp"),
    ]


def test_bad_sources_are_named_and_the_others_done(run, story, tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    bad = unreadable(folder)
    ran = run("read", *(source for source, _ in bad), story)
    assert ran.code == 1
    assert record_from_json(ran.out).document.uri == str(story)
    told = ran.err.splitlines()
    assert len(told) == len(bad)
    for line, (source, word) in zip(told, bad, strict=True):
        assert line.startswith(str(source))
        assert word in line


def test_a_malformed_line_is_named_and_the_others_read(run, tmp_path):
    table = tmp_path / "texts.jsonl"
    table.write_text('{"text": "France said no."}\n{"text": \n{"text": "Spain said yes."}\n', encoding="utf-8")
    ran = run("read", table)
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    [told] = ran.err.splitlines()
    assert f"{table}:2" in told


def test_nothing_readable_gives_no_brief(run, tmp_path):
    ran = run("brief", tmp_path / "absent.txt", "-o", tmp_path / "brief.md")
    assert (ran.code, ran.out) == (1, "")
    assert not (tmp_path / "brief.md").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--pipeline", "xx_none"], "no spaCy pipeline named 'xx_none' is installed"),
        (["--knowledge", "absent.toml"], "absent.toml: cannot be read: No such file or directory"),
    ],
)
def test_what_is_set_wrongly_is_told_in_one_line(run, story, arguments, told):
    ran = run("read", story, *arguments)
    assert (ran.code, ran.out) == (1, "")
    [line] = ran.err.splitlines()
    assert told in line


def test_the_environment_and_the_settings_file_are_read(run, story, monkeypatch, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('pipeline = "xx_of_file"')
    monkeypatch.setenv("ONRECORD_CONFIG", str(file))
    assert "xx_of_file" in run("read", story).err
    monkeypatch.setenv("ONRECORD_PIPELINE", "xx_of_environment")
    assert "xx_of_environment" in run("read", story).err
    assert "xx_of_option" in run("read", story, "--pipeline", "xx_of_option").err


@pytest.mark.parametrize("command", ["read", "brief"])
def test_an_output_that_cannot_be_written(run, story, tmp_path, command):
    (tmp_path / "file").write_text("")
    ran = run(command, story, "-o", tmp_path / "file" / "out")
    assert (ran.code, ran.out) == (1, "")
    [line] = ran.err.splitlines()
    assert line.startswith(f"{tmp_path / 'file' / 'out'}: cannot be written: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", ["read", "brief"])
def test_a_full_disk(run, story, command):
    ran = run(command, story, "-o", "/dev/full")
    assert (ran.code, ran.err) == (1, "/dev/full: cannot be written: No space left on device\n")


def test_an_interrupt_ends_it_at_once():
    running = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "verify", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )
    running.stdin.write(b"{\n" + b" " * 100_000)  # more than is read at a time
    running.stdin.flush()
    assert running.stderr.readline().startswith(b"-:1: is not JSON")
    running.send_signal(signal.SIGINT)
    assert (running.communicate(timeout=60), running.returncode) == ((b"", b""), 130)


def is_reading(process):
    """Whether a process has started one that reads for it."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    with suppress(FileNotFoundError):
        return any(b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes() for child in children)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are looked for in /proc")
def test_workers_that_are_just_starting_say_nothing_of_an_interrupt(story, tmp_path):
    """A terminal sends it to all processes, and those have not yet come to where they ignore it."""
    running = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "ingest", story, "--store", tmp_path / "store.db", "--workers", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not is_reading(running.pid):
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert [line for line in err.splitlines() if "documents in" not in line] == []


def test_an_interrupted_brief_tells_what_was_read(story):
    running = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "brief", str(story), "absent.txt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert "absent.txt" in running.stderr.readline()  # the story has been read; now standard input is waited for
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err == "interrupted: 1 document was read, the rest is left out\n"
    assert "Ilse Brandt" in out


def test_a_fault_of_ours_is_one_line_too(run, story, monkeypatch):
    monkeypatch.setitem(sys.modules, "onrecord.render.markdown", None)  # as in a broken installation
    ran = run("brief", story, "--format", "md")
    assert (ran.code, ran.out) == (1, "")
    [line] = ran.err.splitlines()
    assert line.startswith("this is a fault in OnRecord, please report it (ModuleNotFoundError: ")


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(run, tmp_path):
    (tmp_path / "file").write_text("")
    ran = run("brief", tmp_path / "absent.txt", "-o", tmp_path / "file" / "out")
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [str(tmp_path / "file" / "out")]


def test_hostile_names_stay_on_one_line(run, tmp_path):
    ran = run("read", f"{tmp_path}/a\nb\x1b[31m.txt")
    assert len(ran.err.splitlines()) == 1
    assert r"a b\x1b[31m.txt" in ran.err


@pytest.mark.parametrize(
    ("options", "told"),
    [([], []), (["-v"], ["INFO"]), (["-vv"], ["DEBUG", "INFO"]), (["-v", "-v"], ["DEBUG", "INFO"])],
)
def test_the_log_is_for_those_who_ask(story, options, told):
    command = [sys.executable, "-m", "onrecord", "read", str(story), *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    levels = [line.split()[0] for line in ran.stderr.splitlines() if " onrecord." in line]
    assert levels == told
    assert all(str(story) in line for line in ran.stderr.splitlines())
