import io
import sys
from dataclasses import dataclass

import pytest

from onrecord.cli import main

STORY = """Talks in Oum

Foreign Minister Ilse Brandt of Norway met her French counterpart in Oum on Monday, officials said.

“We will return to the table in spring,” Brandt told reporters after the meeting.
"""


@dataclass(frozen=True)
class Ran:
    """How a command line ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd, monkeypatch, tmp_path):
    """Runs a command line as the installed command does, without any settings of whoever runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-settings"))
    for name in ("ONRECORD_CONFIG", "ONRECORD_PIPELINE", "ONRECORD_KNOWLEDGE", "ONRECORD_STORE"):
        monkeypatch.delenv(name, raising=False)

    def ran(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Ran(int(ended.value.code or 0), out, err)

    return ran


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file
