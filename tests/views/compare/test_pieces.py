"""Where what is told is cut: each rule with a hit and a near miss."""

import pytest

from onrecord.views.compare.pieces import pieces


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (  # a list of matters
            "a dialogue on arms control, a separate dialogue on ransomware, as well as work on tariffs",
            [
                ("a dialogue on arms control", "arms-control"),
                ("a separate dialogue on ransomware", "cyber"),
                ("work on tariffs", "tariffs"),
            ],
        ),
        (  # one matter in several words
            "a dialogue on arms control, a new treaty on strategic stability and disarmament",
            [("a dialogue on arms control, a new treaty on strategic stability and disarmament", "arms-control")],
        ),
        (  # a new object after a bare "and"
            "his support for arms control and serious concern over ransomware",
            [("his support for arms control", "arms-control"), ("serious concern over ransomware", "cyber")],
        ),
        (  # a link goes on with the same object
            "serious concern over ransomware and over tariffs",
            [("serious concern over ransomware and over tariffs", "cyber tariffs")],
        ),
        (  # adjectives of one noun
            "economic and energy security matters",
            [("economic and energy security matters", "economy energy")],
        ),
        (  # adjectives in a row
            "the economic, legal, and climate teams of the ministries",
            [("the economic, legal, and climate teams of the ministries", "economy climate")],
        ),
        (  # an adjective whose noun comes later
            "the importance of economic and judicial reforms",
            [("the importance of economic and judicial reforms", "economy elections-democracy")],
        ),
        (  # a second clause
            "they would keep up arms control and that no ransomware would be let in",
            [("they would keep up arms control", "arms-control"), ("no ransomware would be let in", "cyber")],
        ),
        (  # what names no issue goes with what came before
            "tariffs on salmon, the mood in the harbour and other things",
            [("tariffs on salmon, the mood in the harbour and other things", "tariffs")],
        ),
    ],
)
def test_cuts(scene_of, text, cut):
    scene = scene_of(text)
    found = [
        (" ".join(part.exact for part in piece.passages), " ".join(piece.issues))
        for piece in pieces([(0, len(text))], None, scene)
    ]
    assert found == cut


@pytest.mark.parametrize(
    ("text", "is_together"),
    [
        ("tariffs and ransomware", True),
        ("concern over tariffs and over ransomware", True),
        ("tariffs that rose when the news of ransomware came", False),
    ],
)
def test_issues_in_one_breath(scene_of, text, is_together):
    (piece,) = pieces([(0, len(text))], None, scene_of(text))
    assert piece.is_together is is_together


def test_short_names_make_a_list_where_matters_are_named(scene_of):
    text = "tariffs, ransomware, fentanyl"
    assert len(pieces([(0, len(text))], None, scene_of(text), 1)) == 3
    assert len(pieces([(0, len(text))], None, scene_of(text))) == 1


def test_what_a_concern_is_about_counts(scene_of):
    text = "the concern of the cyber security centre about tariffs"
    (piece,) = pieces([(0, len(text))], None, scene_of(text))
    assert piece.issues == ("tariffs",)
