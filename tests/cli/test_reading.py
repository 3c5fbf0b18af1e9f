import io
import logging
import re
import sys

import pytest

from onrecord.cli.reading import Request, records
from onrecord.ingest import SourceOptions
from onrecord.settings import DEFAULTS


def test_a_fault_of_ours_is_told_as_one_and_the_next_source_tried(capfd, caplog):
    broken = Request(sources=["a.txt", "b.txt"], options=None, settings=DEFAULTS)
    failed = []
    with caplog.at_level(logging.INFO, "onrecord"):
        assert list(records(broken, failed, progress=False)) == []
    told = capfd.readouterr().err.splitlines()
    assert [rejected.uri for rejected in failed] == ["a.txt", "b.txt"]
    assert [line.split(": ")[:2] for line in told] == [
        ["a.txt", "this is a fault in OnRecord, please report it (AttributeError"],
        ["b.txt", "this is a fault in OnRecord, please report it (AttributeError"],
    ]
    assert "Traceback" in caplog.text


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("good", "bad"), [(3, 0), (2, 3), (0, 3), (1, 0), (0, 1)])
def test_every_source_is_counted_once_be_it_good_or_bad(monkeypatch, story, tmp_path, good, bad):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "1000")  # a long name goes over to the next line otherwise
    absent = [str(tmp_path / f"absent-{number}.txt") for number in range(bad)]
    sources = [*absent[:1], *[str(story)] * good, *absent[1:]]
    failed = []
    asked = Request(sources=sources, options=SourceOptions(), settings=DEFAULTS)
    read = list(records(asked, failed, progress=True))
    counts = [int(number) for number in re.findall(r"(\d+) done", sys.stderr.getvalue())]
    assert (len(read), len(failed)) == (good, bad)
    assert counts == sorted(counts)
    assert counts[-1:] == ([good + bad] if good + bad > 1 else [])  # one source needs no count
    assert [sys.stderr.getvalue().count(name) for name in absent] == [1] * bad
