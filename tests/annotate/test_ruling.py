"""A ruler that remembers finds what it found before."""

import pytest
import spacy
from spacy.matcher import Matcher

from onrecord.annotate.ruling import RememberingMatcher, remember
from onrecord.settings import DEFAULT_PIPELINE

TEXTS = (
    "Let's go: she's gonna say they'd rather not, and he's got to have left.",
    "There is what it takes.  It gets better, y'all said; do you have it?",
    "That minister, who had seen them, did not say that it would be so.",
)


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_PIPELINE, exclude=["ner", "senter"])


def test_it_finds_what_the_ruler_finds(nlp):
    ruler = nlp.get_pipe("attribute_ruler")
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        docs = list(nlp.pipe(TEXTS))
    before = [sorted(set(ruler.match(doc))) for doc in docs]
    remember(nlp)
    assert isinstance(ruler.matcher, RememberingMatcher)
    assert [ruler.match(doc) for doc in docs] == before
    assert [ruler.match(doc) for doc in docs] == before  # from memory


@pytest.mark.parametrize(
    ("condition", "is_remembered"),
    [
        ({"LOWER": "belm", "TAG": "NN"}, True),
        ({"SHAPE": "Xxxx"}, False),
        ({"LOWER": "belm", "OP": "+"}, False),
    ],
)
def test_only_what_a_word_decides_is_remembered(condition, is_remembered):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[condition]], {"POS": "PROPN"})
    remember(nlp)
    assert isinstance(ruler.matcher, RememberingMatcher) is is_remembered
    assert isinstance(ruler.matcher, Matcher)
