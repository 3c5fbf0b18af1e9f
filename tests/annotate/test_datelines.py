"""The line of place, day and agency before a report is no part of its first sentence."""

import pytest

from onrecord import lexicon
from onrecord.annotate.datelines import parted, placenames
from onrecord.annotate.stretches import Stretch
from onrecord.model import BlockKind


@pytest.fixture(scope="module")
def places():
    return placenames(lexicon.load())


@pytest.mark.parametrize(
    "marked",
    [
        "OSLO -- | A court heard the case.",
        "OSLO — | “We agree,” Varga said.",
        "OSLO, Norway (XP) -- | Police held two men.",
        "Oslo (XP) – | Police held two men.",
        "Oslo, March 3, XPA - | The minister left.",
        "BELM HARBOUR, Vt. — | The mayor left.",
        "BELM (XP) — | The mayor left.",
        "OSLO: | The army said it had left.",
        "NORWAY: We agree.",  # who speaks in a transcript is no place that a report is from
        "VARGA: We agree.",
        "VARGA — We agree.",
        "Norway - Sweden talks began.",
        "OSLO - the capital - is cold.",
        "Oslo — The city is cold.",
        "NATO - Norway relations are good.",
        "Oslo said: We agree.",
    ],
)
def test_a_dateline_is_read_apart(places, marked):
    before, mark, after = marked.partition(" | ")
    expected = [f"{before} ", after] if mark else [before]
    text = "".join(expected)
    pieces = list(parted([Stretch(kind=BlockKind.PARAGRAPH, block=0, text=text, places=range(len(text)))], places))
    assert [piece.text for piece in pieces] == expected
    assert [place for piece in pieces for place in piece.places] == list(range(len(text)))
