"""The words that accounts are compared by."""

from collections import Counter

import pytest

from onrecord.lexicon.accounts import AccountRole, load_account_words, load_namings, load_near_words
from onrecord.lexicon.terms import term_index


@pytest.fixture(scope="module")
def roles():
    return {words.role: term_index((form, words.role) for form in words.forms) for words in load_account_words()}


def test_every_role_has_words_once(roles):
    assert set(roles) == set(AccountRole)
    for words in load_account_words():
        assert len(set(words.forms)) == len(words.forms), words.role


@pytest.mark.parametrize(
    ("role", "hit", "near_miss"),
    [
        (AccountRole.TOPIC, "discussed", "stressed"),
        (AccountRole.ACCORD, "they reached it", "they kept in touch"),
        (AccountRole.ASCRIPTION, "Norway's readiness", "Norway's harbour"),
        (AccountRole.INITIATIVE, "they spoke at the request of Chile", "they spoke of the request"),
        (AccountRole.ASIDE, "which resumed in spring", "talks in spring"),
        (AccountRole.CONTACT, "keep up their communication", "keep up their spirits"),
        (AccountRole.DENIAL, "will not be let in", "will be let in"),
        (AccountRole.ANAPHOR, "the talks on this issue", "the talks on fish"),
        (AccountRole.MATTER, "concern over the harbour", "concern in the harbour"),
        (AccountRole.MILITARY, "a line between naval commands", "a line between the ministries"),
        (AccountRole.LINK, "in", "serious"),
    ],
)
def test_roles(roles, role, hit, near_miss):
    assert list(roles[role].found(hit))
    assert not list(roles[role].found(near_miss))


def test_a_thing_has_several_names():
    things = Counter(naming.thing for naming in load_namings())
    assert min(things.values()) > 1
    assert all(naming.note and naming.source for naming in load_namings())


def test_a_word_is_near_to_one_group_only():
    words = Counter(word for near in load_near_words() for word in (near.word, *near.words))
    assert [word for word, times in words.items() if times > 1] == []


def test_a_user_adds_words(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[[near_words]]\nword = "fish"\nwords = ["salmon"]\n', encoding="utf-8")
    assert any(near.word == "fish" for near in load_near_words([mine]))
