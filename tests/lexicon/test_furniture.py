import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.furniture import Scope, load_furniture, load_small_words

FURNITURE = load_furniture()


def is_shown(entry, words):
    if entry.scope is Scope.INLINE:
        return entry.pattern.search(words) is not None
    if entry.scope is Scope.BROKEN:
        return any(match.end() == len(words) for match in entry.pattern.finditer(words))
    return entry.pattern.fullmatch(words) is not None


@pytest.mark.parametrize("entry", FURNITURE, ids=lambda entry: entry.name)
def test_example_is_hit(entry):
    assert is_shown(entry, " ".join(entry.example.split()))


@pytest.mark.parametrize("entry", FURNITURE, ids=lambda entry: entry.name)
def test_near_miss_is_let_pass_by_every_entry(entry):
    assert [other.name for other in FURNITURE if is_shown(other, entry.near_miss)] == []


def test_entries_are_sorted():
    names = [entry.name for entry in FURNITURE]
    assert names == sorted(names)


def test_a_pattern_that_is_none_is_named(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[furniture]]\nname = "x"\nlabel = "x"\nscope = "line"\npattern = "("\nexample = "a"\nnear_miss = "b"\n',
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match="pattern"):
        load_furniture([own])


def test_small_words_are_small_and_no_names():
    words = load_small_words()
    assert all(word.islower() for word in words)
    assert not words & {"may", "will", "mark", "the", "i", "rice"}
