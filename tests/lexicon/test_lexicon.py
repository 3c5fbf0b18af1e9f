from dataclasses import fields
from importlib import resources
from pathlib import Path

import pytest

from onrecord import lexicon
from onrecord.errors import LexiconError


@pytest.fixture
def knowledge(tmp_path):
    """Writes a knowledge file."""

    def write(text, name="mine.toml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_every_part_is_there_and_loaded_once():
    ours = lexicon.load()
    assert all(getattr(ours, field.name) for field in fields(ours))
    assert lexicon.load() is ours


def test_a_part_is_named_as_its_table():
    tables = {Path(entry.name).stem for entry in (resources.files("onrecord") / "data").iterdir()}
    names = {field.name for field in fields(lexicon.Lexicon)}
    assert names <= tables


def test_a_later_file_overrides_an_earlier_one_and_ours(knowledge):
    mine = knowledge('[[cues]]\nlemma = "say"\nact = "warn"\n[[cues]]\nlemma = "trumpet"\nact = "praise"\n')
    yours = knowledge('[[cues]]\nlemma = "trumpet"\nact = "regret"\n', "yours.toml")
    acts = {cue.lemma: cue.act for cue in lexicon.load((mine, yours)).cues if cue.form == "verb"}
    assert (acts["say"], acts["trumpet"]) == ("warn", "regret")
    assert len(lexicon.load((mine, yours)).cues) == len(lexicon.load().cues) + 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '[[states]]\nid = "ATL"\n[[statez]]\n',
            "statez: there is no such table; there are: ",
        ),
        ("lemma = 'say'", "lemma: there is no such table"),
        ("[[cues]\n", "is not TOML"),
        ("[cues]\nlemma = 'say'\n", "Input should be a valid list"),
        ("[[cues]]\nlemma = 3\n", "entry 0.lemma: Input should be a valid string"),
        ("[[cues]]\nlema = 'say'\n", "entry 0.lem"),
        ("[[cues]]\nlemma = 'say'\nkts = 1\n", "entry 0.kts: Unexpected"),
        ("[[cues]]\nlemma = 'hum'\n[[cues]]\nlemma = 'hum'\n", "entry 1: 'verb:hum' stands there twice"),
    ],
)
def test_a_malformed_file_is_named_with_what_is_wrong(knowledge, text, problem):
    file = knowledge(text)
    with pytest.raises(LexiconError) as caught:
        lexicon.load((file,))
    assert str(caught.value).startswith(str(file))
    assert problem in str(caught.value)


def test_an_absent_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"absent\.toml: cannot be read: No such file"):
        lexicon.load((tmp_path / "absent.toml",))
