"""Frames, operators and groups: what a file may hold, and which of a word's frames is tried first."""

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.frames import (
    Effect,
    Form,
    frame_table,
    load_frames,
    load_groups,
    load_operators,
)
from onrecord.model import EventType


@pytest.fixture(scope="module")
def table():
    return frame_table(load_frames(), load_operators(), load_groups())


def test_the_most_demanding_frame_comes_first(table):
    demands = [(len(frame.word.split()), bool(frame.objects), bool(frame.by)) for frame in table.of(Form.VERB, "block")]
    assert demands == sorted(demands, reverse=True)
    assert len(demands) > 1


def test_every_group_that_a_frame_names_is_there(table):
    assert {frame.by for frame in load_frames() if frame.by} <= set(table.groups)


def test_every_frame_with_a_type_has_an_example():
    assert [frame.key() for frame in load_frames() if frame.type is not None and not frame.example] == []


@pytest.mark.parametrize(
    ("form", "word", "effect"),
    [
        ("aux", "will", Effect.FUTURE),
        ("verb", "fail", Effect.NOT),
        ("support", "postpone", Effect.POSTPONED),
        ("verb", "sing", None),
    ],
)
def test_operators_by_form_and_word(table, form, word, effect):
    assert table.effect(form, word) is effect


def test_a_users_file_overrides_and_extends(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[frames]]\nform = "verb"\nword = "meet"\ntype = "COOPERATE"\nexample = "x"\n'
        '[[frames]]\nform = "verb"\nword = "twin with"\ntype = "COOPERATE"\nexample = "x"\n',
        encoding="utf-8",
    )
    mine = frame_table(load_frames([file]), (), ())
    assert mine.of(Form.VERB, "meet")[0].type is EventType.COOPERATE
    assert [frame.word for frame in mine.of(Form.VERB, "twin")] == ["twin with"]


def test_an_unknown_type_is_named(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[[frames]]\nform = "verb"\nword = "meet"\ntype = "CHAT"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        load_frames([file])
