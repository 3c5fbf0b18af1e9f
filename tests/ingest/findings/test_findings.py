import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.findings import findings
from onrecord.lexicon.furniture import load_furniture
from onrecord.model import FindingKind, Record

KNOWN = load_furniture()
PIECES = ["“", "”", '"', "«", "\n", "\n\n", " ", "Leave a Reply", "(Photo by ", "To", "я", "...", "\u202e"]
LONG = {
    "nested quotes": '"a ' * 10_000,
    "one word": "a" * 1_000_000,
    "one line": "They met. " * 100_000,
    "open brackets": "(Photo by " * 100_000,
    "changing case": "aA" * 500_000,
    "short sentences": "a. " * 200_000,
    "blanks": " " * 1_000_000 + "a",
}


def test_date(found):
    assert found("They met.", FindingKind.NO_DATE) == []
    assert found("They met.", FindingKind.NO_DATE, published=None) == ["nothing says when it was published"]
    given = {"published": "--published"}
    assert found("They met.", FindingKind.NO_DATE, provenance=given) == ["nothing says when it was published"]


def test_clean_text_has_no_findings(make_document):
    document = make_document("The ministers met.\n\n“We agree,” one of them said.")
    assert findings(document, KNOWN) == ()


def test_order_is_that_of_reading(make_document):
    text = "We agree,” she said.\n\nThey\u200b met.\n\nLeave a Reply\n\nHi!"
    kinds = [finding.kind for finding in findings(make_document(text, published=None), KNOWN)]
    assert kinds == ["no_date", "quotes", "control", "furniture", "furniture"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_gives_findings_inside_it(make_document, text):
    document = make_document(text)
    record = Record(document=document, findings=findings(document, KNOWN))
    assert record.document is document


@pytest.mark.parametrize("name", LONG)
def test_long_text_comes_to_its_end(make_document, name):
    found = findings(make_document(LONG[name]), KNOWN)
    assert FindingKind.FURNITURE not in {finding.kind for finding in found}
