"""What of a document is read, and where its characters stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.stretches import LONGEST, LONGEST_SENTENCE, LONGEST_WORD, stretches
from onrecord.model import Block, BlockKind, Document, Finding, FindingKind, document_id


def document(text, *spans):
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=start, end=end) for start, end in spans or [(0, len(text))])
    return Document(id=document_id(text), uri="x", text=text, blocks=blocks)


def furniture(start, end):
    return Finding(kind=FindingKind.FURNITURE, detail="x", start=start, end=end)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("two\nlines", ["two lines"]),
        ("many   blanks\u00a0here", ["many blanks here"]),
        ("zero\u200bwidth and \u202ebidi\u202c", ["zerowidth and bidi"]),
        ("bell\x07", ["bell"]),
        (" \n\t ", []),
        ("café", ["café"]),
        ("Mevlu\u0308t C\u0327avus\u0327og\u0306lu", ["Mevlüt Çavuşoğlu"]),
        ("\u0301a q\u0301", ["\u0301a q\u0301"]),  # an accent on nothing, and one that no letter has
        ("the agree-\nment", ["the agreement"]),
        ("soft\u00ad\nened", ["softened"]),
        ("US-\nChina talks - \nagain", ["US- China talks - again"]),
        ("Ｎｏｒｗａｙ ｓａｉｄ", ["Norway said"]),
        ("the oﬃce ﬁrst", ["the office first"]),
        ("Varga🕊said 👍🏽 yes", ["Varga said yes"]),
        ("at 20 °C, № 2 ©", ["at 20 °C, № 2 ©"]),
    ],
)
def test_text_is_folded(text, read):
    assert [stretch.text for stretch in stretches(document(text), ())] == read


def test_furniture_is_cut_out():
    text = "Speech. Share this page! More speech."
    pieces = [stretch.text for stretch in stretches(document(text), [furniture(8, 24)])]
    assert pieces == ["Speech.", "More speech."]


def test_text_in_no_block_is_not_read():
    text = "---\ntitle: x\n---\nSpeech."
    assert [stretch.text for stretch in stretches(document(text, (17, 24)), ())] == ["Speech."]


def test_an_endless_paragraph_is_cut_after_full_stops():
    text = "They met in Geneva. " * 2_000
    pieces = list(stretches(document(text), ()))
    assert max(len(piece.text) for piece in pieces) <= LONGEST
    assert all(piece.text.endswith(".") for piece in pieces)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They met " * 2_000, "t"),  # no mark at all: between two words
        ("They met, and " * 2_000, ","),
        ("They met, and then; " * 2_000, ";"),
        ("They met\n" * 2_000, None),
        ("“" * 20_000, None),
    ],
)
def test_a_sentence_without_an_end_is_cut_at_a_pause(text, ends):
    pieces = list(stretches(document(text), ()))
    assert max(len(piece.text) for piece in pieces) <= LONGEST_SENTENCE + LONGEST_SENTENCE // LONGEST_WORD
    assert ends is None or all(piece.text.endswith(ends) for piece in pieces[:-1])
    assert [
        place
        for piece in pieces
        for character, place in zip(piece.text, piece.places, strict=True)
        if character.strip()
    ] == [place for place, character in enumerate(text) if character.strip()]


@pytest.mark.parametrize(
    "text", ["They met. " * 900, "They met, and then they talked. " * 300, "Did they meet? " * 600]
)
def test_a_long_paragraph_of_sentences_is_one_piece(text):
    assert [piece.text for piece in stretches(document(text), ())] == [text.strip()]


def test_an_endless_word_is_parted_where_its_characters_stand():
    text = "“" * 450
    [stretch] = stretches(document(text), ())
    assert [len(word) for word in stretch.text.split(" ")] == [LONGEST_WORD, LONGEST_WORD, 50]
    assert [place for character, place in zip(stretch.text, stretch.places, strict=True) if character != " "] == [
        *range(450)
    ]


def _is_form(character, written):
    return unicodedata.normalize("NFKD", character)[0] in unicodedata.normalize("NFKD", written)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_each_character_stands_where_it_says(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    holes = [furniture(start, end)] if start < end else []
    for stretch in stretches(document(text), holes):
        assert len(stretch.places) == len(stretch.text)
        assert list(stretch.places) == sorted(stretch.places)
        for character, place in zip(stretch.text, stretch.places, strict=True):
            assert character in (" ", text[place]) or _is_form(character, text[place])
            assert not (holes and start <= place < end)
