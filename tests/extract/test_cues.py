"""Which verbs are cues, and how deep reports of reports are followed."""

import pytest

from onrecord.extract.statements.cues import DEEPEST, cue_verbs

COPIES = 3  # times that a chain of reports is repeated, each a sentence of its own


def chain(length):
    return "Varga said " + "that Orlen said " * (length - 1) + "that it rained. "


@pytest.fixture
def cues(read, tools):
    """A text -> its cue verbs."""
    return lambda text: list(cue_verbs(read(text), tools.words.cues))


def test_reports_of_reports_are_followed_as_deep_as_people_write(cues):
    assert len(cues(chain(3))) == 3


def test_an_endless_chain_of_reports_costs_no_more_than_a_deep_one(cues):
    assert len(cues(chain(10 * DEEPEST))) <= DEEPEST


def test_what_is_followed_grows_with_the_text(cues):
    once = len(cues(chain(10 * DEEPEST)))
    assert len(cues(chain(10 * DEEPEST) * COPIES)) <= COPIES * once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Varga pointed out the risk.", ["pointed", "out"]),
        ("Varga is deeply concerned about the risk.", ["is", "concerned", "about"]),
        ("Varga was alarmed by the risk.", ["alarmed", "by"]),
        ("Varga called for talks to end.", ["called", "for"]),
        ("Varga informed his colleague about the risk.", ["informed", "about"]),
        # near misses
        ("Varga pointed at the map.", []),
        ("Varga was passed by the bus.", []),
        ("Varga is a deeply private man.", []),
    ],
)
def test_the_words_of_a_cue(cues, text, words):
    assert [token.text for cue in cues(text) for token in (cue.verb, *cue.rest)] == words
