"""What the documentation names exists, and what exists is documented."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

import onrecord
from onrecord.cli import app
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
VARIABLES = {"ONRECORD_CONFIG", "ONRECORD_PIPELINE", "ONRECORD_KNOWLEDGE", "ONRECORD_STORE"}

PROGRAM = get_command(app)


def commands(command):
    """A command and all that stand under it."""
    return [command, *(below for one in getattr(command, "commands", {}).values() for below in commands(one))]


OPTIONS = {option for command in commands(PROGRAM) for parameter in command.params
           for option in parameter.opts if option.startswith("-")} | {"--help", "-h"}  # fmt: skip


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def page(request):
    return request.param.read_text(encoding="utf-8")


def code(page):
    """The commands that a page shows, each a line."""
    blocks = re.findall(r"^```(?:sh|bash|console|text)?\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    indented = re.findall(r"^    (onrecord .*)$", page, re.MULTILINE)
    return [*"\n".join(blocks).splitlines(), *indented, *re.findall(r"`([^`\n]+)`", page)]


def test_commands_that_are_named_exist(page):
    named = {name for line in code(page) for name in re.findall(r"(?:^|[|;$] *)onrecord ([a-z]+)", line)}
    assert named <= set(PROGRAM.commands)


def test_options_that_are_named_exist(page):
    lines = [line for line in code(page) if line.startswith(("onrecord ", "-", "$ onrecord "))]
    named = {option for line in lines for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)}
    assert named - {"-vv"} <= OPTIONS


def test_variables_that_are_named_exist(page):
    assert set(re.findall(r"ONRECORD_[A-Z]+", page)) <= VARIABLES


def test_public_names_that_are_named_exist(page):
    for name in re.findall(r"\bonrecord\.([A-Za-z_]+)\b(?!\.)", page):
        assert name in onrecord.__all__ or (ROOT / "src" / "onrecord" / name).exists(), name


def test_every_command_option_and_setting_is_documented():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in PROGRAM.commands if f"`onrecord {name}" not in page] == []
    assert [option for option in OPTIONS - {"-h", "--verbose", "--show-completion"} if option not in page] == []
    assert [name for name in VARIABLES if name not in page] == []
    assert [field.name for field in fields(Settings) if not re.search(rf"^{field.name} = ", page, re.MULTILINE)] == []


def test_the_variables_are_those_that_are_read():
    source = (ROOT / "src" / "onrecord" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(ONRECORD_[A-Z]+)"', source)) == VARIABLES


def test_public_names_can_be_had():
    assert all(getattr(onrecord, name) for name in onrecord.__all__)
    assert onrecord.__all__ == sorted(onrecord.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        onrecord.nonsense  # noqa: B018 - asking is the point
