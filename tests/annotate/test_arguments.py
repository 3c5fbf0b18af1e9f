"""Who does what a verb says, and to whom, in all the shapes of a sentence."""

import pytest

from onrecord.annotate.arguments import doers, undergoers
from onrecord.annotate.nlp import annotate
from onrecord.ingest import to_document
from onrecord.model import Page


@pytest.fixture(scope="module")
def parsed(tools):
    """A text -> its annotated Doc."""

    def doc_of(text):
        document, findings = to_document(Page(uri="test", content=text.encode()))
        return annotate(document, findings, tools.reader)

    return doc_of


@pytest.mark.parametrize(
    ("text", "verb", "does", "undergoes"),
    [
        ("The court indicted the general.", "indicted", ["court"], ["general"]),
        ("The general was indicted by the court.", "indicted", ["court"], ["general"]),
        ("The general was indicted.", "indicted", [], ["general"]),
        ("A general indicted by the court fled.", "indicted", ["court"], ["general"]),
        ("The minister agreed to meet the envoy.", "meet", ["minister"], ["envoy"]),
        ("The minister urged the envoy to leave the city.", "leave", ["envoy"], ["city"]),
        ("The minister was scheduled to visit the city.", "visit", ["minister"], ["city"]),
        ("The minister arrived and met the envoy.", "met", ["minister"], ["envoy"]),
        ("The army, which shelled the town, fell back.", "shelled", ["army"], ["town"]),
        ("The deal that the ministers reached failed.", "reached", ["ministers"], ["deal"]),
        ("Varga is the first minister to visit the city.", "visit", ["Varga"], ["city"]),
        ("The ministry issued a statement condemning the attack.", "condemning", ["ministry"], ["attack"]),
        ("The minister and the envoy met.", "met", ["minister", "envoy"], []),
        ("The general was indicted by the court and left the city.", "left", ["general"], ["city"]),
        ("The army seized up to 20 ships.", "seized", ["army"], ["ships"]),
        # near misses: nobody is said to do it
        ("It is time to visit the city.", "city", [], []),
        ("The court found the minister guilty of theft.", "found", ["court"], ["minister"]),
        ("The court found that the minister was guilty.", "found", ["court"], []),
        ("The army went up to the city.", "went", ["army"], []),
    ],
)
def test_doers_and_undergoers(parsed, text, verb, does, undergoes):
    token = next(token for token in parsed(text) if token.text == verb)
    assert [found.text for found in doers(token)] == does
    assert [found.text for found in undergoers(token)] == undergoes
