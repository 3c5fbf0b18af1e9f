"""What is a copy, and what only looks like one."""

import random

import pytest

from onrecord.store.likeness import ALIKE, BAND, BANDS, PLACES, Signed, bands, is_copy, likeness, signature

WORDS = [f"word{number}" for number in range(300)]
CHANCE = random.Random(7)
STORY = [CHANCE.choice(WORDS) for _ in range(400)]
OTHER = [CHANCE.choice(WORDS) for _ in range(400)]

NORLAND = """
President Ada Lund of Norland received Prime Minister Per Holm of Sudmark in Norhaven on Tuesday. The two leaders agreed
to reopen the crossing at Gray Ford and to let their technical teams meet every month. President Lund stressed
that Norland would never accept the closing of the strait, and called on Sudmark to withdraw its patrol boats. Both
sides expressed their satisfaction with the growth of trade, which reached four billion crowns last year."""
SUDMARK = """
Prime Minister Per Holm held talks with Norland's President Ada Lund during his working visit to Norhaven. The
Prime Minister underlined that the security of the strait is the business of the states along it alone, and that
Sudmark's patrols are lawful. He welcomed the understanding that the Gray Ford crossing will be opened again once the
customs question has been settled. An invitation to President Lund to visit Sudmark was extended and accepted."""


def signed(text, number=0, **told):
    values, shingles = signature(text if isinstance(text, str) else " ".join(text))
    about = {"uri": f"https://outlet{number}.example/news", "title": None, "publisher": None, "published": "2031-05-12"}
    about |= told
    return Signed(document=number, values=values, shingles=shingles, leader=None, likeness=1.0, **about)


@pytest.mark.parametrize(
    ("copy", "alike"),
    [
        (STORY, 1.0),
        (STORY[:320], 0.8),  # the end is cut
        (OTHER[:60] + STORY, 0.87),  # a new lead
        (STORY + OTHER[:80], 0.83),  # boilerplate
        (OTHER[:60] + STORY[:320], 0.7),  # a new lead, and the end is cut
        ([word if place % 40 else "other" for place, word in enumerate(STORY)], 0.86),  # edited here and there
    ],
)
def test_a_copy(copy, alike):
    one, other = signed(STORY), signed(copy, 1)
    assert likeness(one, other) == pytest.approx(alike, abs=0.06)
    assert is_copy(one, other)
    assert set(bands(one.values)) & set(bands(other.values))


@pytest.mark.parametrize(
    "other",
    [
        STORY[:160] + OTHER[:240],  # a story that takes over another's background
        STORY + OTHER + OTHER[::-1],  # a digest of several stories
        STORY[:200],  # half of it
    ],
)
def test_what_is_none(other):
    assert not is_copy(signed(STORY), signed(other, 1))


def test_two_readouts_of_one_meeting():
    norland, sudmark = signed(NORLAND), signed(SUDMARK, 1)
    assert likeness(norland, sudmark) < 0.1 < ALIKE
    assert not is_copy(norland, sudmark)


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ({}, True),
        ({"uri": "https://www.outlet0.example/other"}, False),  # an outlet fills in its outlines again and again
        ({"publisher": "The Outlet"}, True),
        ({"publisher": "The Outlet", "uri": "https://mirror.example/news", "published": "2031-05-20"}, True),
        ({"published": "2031-06-20"}, False),
        ({"published": None}, True),
    ],
)
def test_circumstances_of_an_edited_copy(told, is_one):
    assert is_copy(signed(STORY), signed(STORY[:320], 1, **told)) is is_one


def test_an_outlet_that_says_in_the_title_what_is_another():
    first = signed(STORY, title="155th Brigade honoured", uri="https://outlet.example/1")
    second = signed(STORY, 1, title="126th Brigade honoured", uri="https://outlet.example/2")
    assert not is_copy(first, second)
    assert is_copy(first, signed(STORY, 1, title="The 155th Brigade is honoured", uri="https://outlet.example/2"))


@pytest.mark.parametrize(("published", "is_one"), [("2031-05-12", True), ("2031-05-13", True), ("2031-05-19", False)])
def test_short_texts_come_again(published, is_one):
    line = "President Ada Lund of Norland spoke with Prime Minister Per Holm of Sudmark on the telephone."
    assert is_copy(signed(line), signed(line, 1, published=published)) is is_one
    assert not is_copy(signed(line), signed(line.replace("Per Holm", "Ola Brandt"), 1))


def test_what_is_written_otherwise_is_the_same():
    assert signature("Talks RESUMED in Norhaven.") == signature("talks resumed  in norhaven")
    assert signature("… — …") is None


def test_an_address_that_is_none():
    assert is_copy(signed(STORY, uri="//[half/a.txt"), signed(STORY, 1, uri="b.txt"))


def test_the_hashes_that_stores_keep():
    """Signatures in stores were made with these; with others, none would be alike any more."""
    values, shingles = signature("The talks on the strait will resume in Norhaven on Monday.")
    assert (len(values), shingles) == (4 * PLACES, 9)
    assert values[:8].hex() == "0771e8cb00e0bfc0"
    assert len(set(bands(values))) == BANDS <= len(values) // BAND
