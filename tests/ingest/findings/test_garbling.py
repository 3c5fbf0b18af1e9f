import pytest

from onrecord.model import BlockKind, FindingKind


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (
            "town hall Ada Novak Long awaited finish Visit to Valdoria On Monday, she met the envoys.",
            "town hall Ada Novak Long awaited finish Visit to Valdoria",
        ),
        ("Novak spoke. Many officials, Including NovakLate last year, said so.", "Including NovakLate"),
        ("It was said that Valdoria He could send aid To support the island.", "He could send aid To"),
        ("Ships sail Close to Between them.", "Close to Between"),
        (
            "They met in the capital. senior envoys said Later that it was late.",
            "senior envoys said Later",
        ),
    ],
)
def test_garbled(found, text, garbled):
    assert found(text, FindingKind.GARBLED) == [garbled]


@pytest.mark.parametrize(
    "text",
    [
        "The minister flew home on Monday. She will be back in May.",
        "He went to see “To Have and Have Not” with the envoy.",
        "What To Know About the Talks Between Valdoria and the Island of Tesh",
        "Vice Premier He said that talks would go on.",
        "McDonald and DeVries use an iPhone, a YouTube channel and LinkedIn.",
        "The Department Of State and the Ministry For Trade agreed.",
        "MINISTER: Thank you. REPORTER: But what of the border?",
        "It was NOT signed, BUT it was read.",
        "U.S. officials came; the rest, e.g. envoys, did not.",
    ],
)
def test_clean(found, text):
    assert found(text, FindingKind.GARBLED) == []


def test_heading_is_no_running_text(found):
    text = "talks Between ministers To go on\n\nThey met."
    assert found(text, FindingKind.GARBLED, kinds={0: BlockKind.HEADING}) == []


def test_paragraph_that_goes_on_may_begin_small(found):
    text = "The ministers of the two states\n\nmet. It was reported Late in the evening."
    assert found(text, FindingKind.GARBLED) == []
