import pytest

from onrecord.model import BlockKind
from onrecord.views.passages import clause_around, sentence_around, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Mr. Lind met Gen. Breken. They left.", ["Mr. Lind met Gen. Breken.", "They left."]),
        ("The U.S. envoy left.", ["The U.S. envoy left."]),
        ("“We met.” They left.", ["“We met.”", "They left."]),
        ("They met\non Monday. They left.", ["They met\non Monday.", "They left."]),
        ("Talks\n\nThey met.", ["Talks", "They met."]),
        ("", []),
    ],
)
def test_sentences(write, text, found):
    document = write(text).record().document
    assert [text[start:end] for start, end in sentences(document)] == found


def test_blocks_of_a_kind_can_be_left_out(write):
    text = write("Talks\n\nThey met.")
    text.headings = (0,)
    document = text.record().document
    assert [document.text[a:b] for a, b in sentences(document, skip=(BlockKind.HEADING,))] == ["They met."]


def test_a_long_sentence_is_cut_to_its_clauses(write):
    text = write("First came the dinner, then the ministers signed the deal, and the guests went home.")
    document, place = text.record().document, text.at("signed")
    start, end = clause_around(document, place.start, place.end, limit=40)
    assert document.text[start:end] == "then the ministers signed the deal"
    assert clause_around(document, place.start, place.end, limit=200) == sentence_around(
        document, place.start, place.end
    )


def test_outside_all_blocks_a_stretch_is_its_own_sentence(write):
    document = write("They met.").record().document
    assert sentence_around(document, 200, 210) == (200, 210)
