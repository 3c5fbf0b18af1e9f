"""The points of one account: what is said, what the text tells itself, and what each is about."""

import pytest

from onrecord.views.compare.meeting import occasions_of
from onrecord.views.compare.narrated import narrated_points
from onrecord.views.compare.points import statement_points

HEAD = "President Ilse Brandt of Norway spoke today with President Mateo Rojas of Chile. "


@pytest.fixture(scope="module")
def points(scene_of, words):
    def found(text):
        scene = scene_of(HEAD + text)
        said = list(statement_points(scene))
        told = narrated_points(scene, occasions_of(scene.record, words), said)
        return [
            (" … ".join(part.exact for part in point.passages), point.issues)
            for point in sorted([*said, *told], key=lambda point: point.start)
        ]

    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # the noun before its relative clause belongs to it
            "President Brandt outlined the sanctions that Norway would be ready to impose.",
            [("the sanctions that Norway would be ready to impose", ("sanctions",))],
        ),
        (  # a bare complement is shown from its cue on
            "They agreed to resume talks on tariffs.",
            [("They agreed to resume talks on tariffs", ("tariffs",))],
        ),
        (  # a link goes on behind a comma
            "President Brandt thanked Chile for its help with ransomware, in particular in the ports of the north.",
            [("its help with ransomware, in particular in the ports of the north", ("cyber",))],
        ),
        (  # what points back is about what was spoken of before
            "President Brandt raised concern over ransomware. The two presidents agreed to resume work on this issue.",
            [
                ("concern over ransomware", ("cyber",)),
                ("The two presidents agreed to resume work on this issue", ("cyber",)),
            ],
        ),
        (  # both together begin anew without such words
            "President Brandt raised concern over ransomware. The two presidents agreed to stay in touch.",
            [
                ("concern over ransomware", ("cyber",)),
                ("The two presidents agreed to stay in touch", ("bilateral-relations",)),
            ],
        ),
    ],
)
def test_what_is_said(points, text, found):
    assert points(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tariffs on salmon topped the agenda.", [("Tariffs on salmon topped the agenda", ("tariffs",))]),
        ("The harbour was quiet.", []),  # names no issue
    ],
)
def test_what_the_text_tells_itself(points, text, found):
    assert points(text) == found


def test_the_sentence_on_the_meeting_is_no_point(points):
    assert points("") == []


def test_who_writes_of_himself_tells_all_himself(laid):
    post = (
        "I just had a call with President Mateo Rojas of Chile. We discussed ransomware. We made a great deal for our "
    )
    post += "farmers.\n\nILSE BRANDT, PRESIDENT OF NORWAY"
    comparison = laid(post, "Nothing.")
    assert any(
        "a great deal for our farmers" in part.exact
        for item in comparison.items
        for told in item.told
        for part in told.passages
    )
