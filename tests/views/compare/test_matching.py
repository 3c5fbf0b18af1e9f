"""When two points are one, and which issue a point is settled to be about."""

import pytest

from onrecord.model import Act, Evidence
from onrecord.views.compare.comparison import Ascribed
from onrecord.views.compare.matching import matches, settle
from onrecord.views.compare.points import Point, telling_words
from onrecord.views.wordings import wording


@pytest.fixture
def point(words):
    def made(account, text, *issues, **more):
        return Point(
            account=account, passages=(Evidence(account, 0, len(text), text),), issues=issues or ("tariffs",),
            wording=wording(text), telling=telling_words(text, words.near), **{"act": Act.ASSERT} | more,
        )  # fmt: skip

    return made


@pytest.mark.parametrize(
    ("one", "other", "more", "is_close"),
    [
        ("the salmon will be let in duty free", "salmon may come in without duty", {}, True),
        ("the salmon will be let in duty free", "cars may come in without cost", {}, False),
        ("talks on salmon", "negotiations about the salmon", {}, True),  # near words
        ("talks on salmon", "protests about the salmon", {}, False),
        ("Norway is ready", "Norway is angry", {}, False),  # names of states tell nothing
        ("salmon", "salmon", {}, True),  # the very same words
        ("salmon comes first", "salmon goes last", {"how": Ascribed.JOINT}, True),  # both have both say so
        ("salmon comes first", "salmon goes last", {"how": Ascribed.SPOKEN}, False),
    ],
)
def test_close(point, words, one, other, more, is_close):
    (match,) = matches([[point("a", one, **more)], [point("b", other, **more)]], words.state_stems)
    assert match.is_close is is_close


def test_a_topic_says_nothing(point, words):
    ours, theirs = point("a", "the duty on salmon", is_topic=True), point("b", "the duty on salmon will fall")
    (match,) = matches([[ours], [theirs]], words.state_stems)
    assert not match.is_close


def test_other_issues_are_no_match(point, words):
    pair = [[point("a", "salmon and duty", "tariffs")], [point("b", "salmon and duty", "cyber")]]
    assert matches(pair, words.state_stems) == []


def test_so_many_words_are_one_under_any_issue(point, words):
    ours = point("a", "thanks for the mission that trains sailors in Oum harbour", "military-cooperation")
    theirs = point("b", "the mission to train sailors of Oum harbour goes on", "economy")
    (match,) = matches([[ours], [theirs]], words.state_stems)
    assert match.is_close


def test_one_speakers_words_may_be_filed_under_two_issues(point, words):
    ours = point("a", "allies will answer an escalation", "economy", speakers=("Ilse Brandt",))
    theirs = point(
        "b", "allies would punish an escalation", "sanctions", speakers=("Ilse Brandt",), how=Ascribed.SPOKEN
    )
    (match,) = matches([[ours], [theirs]], words.state_stems)
    assert (match.issue, match.is_close) == ("sanctions", True)


@pytest.mark.parametrize(
    ("ours", "theirs", "issue"),
    [
        (("tariffs", "cyber"), ("cyber",), "cyber"),  # what the other account's like point is about
        (("bilateral-relations", "cyber"), ("tariffs",), "cyber"),  # the narrower
        (("regional-security", "bilateral-relations"), ("tariffs",), "regional-security"),
    ],
)
def test_settled(point, words, ours, theirs, issue):
    pair = [[point("a", "salmon and duty fell", *ours)], [point("b", "salmon and duty rose", *theirs)]]
    [[settled], _] = settle(pair, words.issues, words.state_stems)
    assert settled.issues == (issue,)


@pytest.mark.parametrize(
    ("issues", "proper", "others", "issue"),
    [
        (("cyber", "tariffs"), (), (), "cyber"),  # the first that it names
        (("armed-conflict", "xinjiang"), ("xinjiang",), (), "xinjiang"),  # a name after it says more
        (("taiwan", "xinjiang"), ("taiwan", "xinjiang"), (), "taiwan"),  # not after another name
        (("cyber", "xinjiang"), ("xinjiang",), ("cyber",) * 5, "cyber"),  # what the account is about stays
    ],
)
def test_of_several_issues_one_is_taken(point, words, issues, proper, others, issue):
    ours = point("a", "salmon", *issues, proper=frozenset(proper), terms=frozenset(issues))
    rest = [point("a", f"word{number}", slug) for number, slug in enumerate(others)]
    [[settled, *_], _] = settle([[ours, *rest], []], words.issues, words.state_stems)
    assert settled.issues == (issue,)


def test_several_named_in_one_breath_stay(point, words):
    ours = point("a", "salmon", "bilateral-relations", "cyber", "tariffs", is_together=True)
    [[settled], _] = settle([[ours], []], words.issues, words.state_stems)
    assert settled.issues == ("cyber", "tariffs")


@pytest.mark.parametrize(
    ("terms", "before", "issue"),
    [
        (("armed-conflict",), "taiwan", "taiwan"),  # the special case spoken of just before
        (("armed-conflict",), "cyber", "armed-conflict"),  # no special case of it
    ],
)
def test_a_general_issue_is_its_special_case(point, words, terms, before, issue):
    first = point("a", "the strait", before)
    second = point("a", "a ceasefire", "armed-conflict", terms=frozenset(terms))
    [[_, settled], _] = settle([[first, second], []], words.issues, words.state_stems)
    assert settled.issues == (issue,)
