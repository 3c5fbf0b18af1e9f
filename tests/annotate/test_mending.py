"""Verbs and subjects that a parser hangs on the wrong word, and those that it does not."""

import pytest

from onrecord.annotate.mending import tense

WORDS = [
    ("Brandt called it shameful and urged reform.", "urged", "called"),
    ("Brandt said it takes time but added that the talks resume.", "added", "said"),
    ("Brandt said that he would come but did not suggest a day.", "suggest", "said"),
    ("The talks, said Varga, were frank.", "talks", "were"),
    (
        "Putin called President of the French Republic Emmanuel Macron and Federal Chancellor of Germany Olaf Scholz.",
        "Chancellor",
        "President",
    ),
    # near misses: these hang where they belong
    ("Brandt said that Orlen came and urged reform.", "urged", "came"),
    ("Brandt came and urged reform.", "urged", "came"),
    ("Brandt met the Minister of Trade and Industry of Chile.", "Industry", "Trade"),
]


@pytest.mark.parametrize(("text", "word", "head"), WORDS)
def test_what_a_word_hangs_on(read, text, word, head):
    assert next(token for token in read(text) if token.text == word).head.text == head


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("US orders China to shut its consulate in Belm.", "orders", "VBZ"),
        ("The orders of the day were long.", "orders", "NNS"),
    ],
)
def test_a_headline_verb_is_a_verb(read, text, word, tag):
    assert next(token for token in read(text) if token.text == word).tag_ == tag


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Varga did not say it.", "say", "VBD"),
        ("Varga says it.", "says", "VBZ"),
        ("Varga will say it.", "say", "MD"),
        ("Varga left, saying it.", "saying", None),
    ],
)
def test_tense(nlp, text, word, tag):
    assert tense(next(token for token in nlp(text) if token.text == word)) == tag
