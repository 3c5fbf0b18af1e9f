import os
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import DEFAULT_PIPELINE, Settings, from_home, load_settings, settings_file


@pytest.fixture
def stored(tmp_path):
    """Writes a settings file; gives the environment that names it."""

    def write(text):
        file = tmp_path / "settings.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return {"ONRECORD_CONFIG": str(file)}

    return write


def test_nothing_set(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load_settings({}) == Settings(pipeline=DEFAULT_PIPELINE, knowledge=(), allow_private=False)


def test_the_file_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = settings_file({})
    assert file == tmp_path / "onrecord" / "settings.toml"
    file.parent.mkdir()
    file.write_text('pipeline = "mine"\nallow_private = true\n')
    assert load_settings({}) == Settings(pipeline="mine", allow_private=True)


@pytest.mark.parametrize(
    ("option", "variable", "line", "holds"),
    [
        (None, None, None, DEFAULT_PIPELINE),
        (None, None, "of_file", "of_file"),
        (None, "of_environment", "of_file", "of_environment"),
        (None, "", "of_file", "of_file"),
        ("of_option", "of_environment", "of_file", "of_option"),
        (DEFAULT_PIPELINE, "of_environment", "of_file", DEFAULT_PIPELINE),
    ],
)
def test_an_option_outranks_the_environment_outranks_the_file(stored, option, variable, line, holds):
    environment = stored(f'pipeline = "{line}"' if line else "")
    if variable is not None:
        environment["ONRECORD_PIPELINE"] = variable
    assert load_settings(environment, pipeline=option).pipeline == holds


def test_knowledge_adds_up_and_the_option_comes_last(stored, tmp_path):
    environment = stored('knowledge = ["standing.toml", "/far/away.toml"]')
    environment["ONRECORD_KNOWLEDGE"] = os.pathsep.join(("a.toml", "b.toml"))
    settings = load_settings(environment, knowledge=[Path("now.toml")])
    assert settings.knowledge == (
        tmp_path / "standing.toml",
        Path("/far/away.toml"),
        Path("a.toml"),
        Path("b.toml"),
        Path("now.toml"),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("pipelin = 'x'", "no setting 'pipelin'; there are: pipeline, knowledge, allow_private"),
        ("pipeline = 3", "pipeline: Input should be a valid string"),
        ("knowledge = 'one.toml'", "knowledge: Input should be a valid tuple"),
        ("allow_private = 'perhaps'", "allow_private: Input should be a valid boolean"),
        ("pipeline = ", "is not TOML"),
        (b"\xff\xfe", "is not TOML"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(stored, text, problem):
    environment = stored(text)
    with pytest.raises(SettingsError, match=problem) as caught:
        load_settings(environment)
    assert str(caught.value).startswith(environment["ONRECORD_CONFIG"])
    assert "\n" not in str(caught.value)


def test_a_named_file_must_exist(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        load_settings({"ONRECORD_CONFIG": str(tmp_path / "absent.toml")})


@pytest.mark.parametrize(
    ("written", "path"),
    [("~", "/home/ada"), ("~/a.db", "/home/ada/a.db"), ("~foo.db", "~foo.db"), ("a/~/b", "a/~/b"), ("/a.db", "/a.db")],
)
def test_what_is_at_home(monkeypatch, written, path):
    monkeypatch.setenv("HOME", "/home/ada")
    assert from_home(written) == Path(path)
