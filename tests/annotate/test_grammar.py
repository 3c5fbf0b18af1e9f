"""Small questions asked of a parse."""

import pytest

from onrecord.annotate.grammar import agent, conjuncts, is_negated, is_passive, particle, phrase, subject, verb_group


def verb(doc, lemma):
    return next(token for token in doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "words"),
    [
        ("Varga has not pointed out the risk.", "point", "has not pointed out"),
        ("Varga said it.", "say", "said"),
        ("The talks were held.", "hold", "were held"),
    ],
)
def test_verb_group(nlp, text, lemma, words):
    assert " ".join(token.text for token in verb_group(verb(nlp(text), lemma))) == words


@pytest.mark.parametrize(
    ("text", "lemma", "negated", "passive"),
    [
        ("Varga did not agree.", "agree", True, False),
        ("Varga agreed not to go.", "agree", False, False),
        ("The deal was signed by Orlen.", "sign", False, True),
        ("Orlen signed the deal.", "sign", False, False),
    ],
)
def test_negation_and_voice(nlp, text, lemma, negated, passive):
    found = verb(nlp(text), lemma)
    assert (is_negated(found), is_passive(found)) == (negated, passive)


def test_who_does_it(nlp):
    assert agent(verb(nlp("The deal was signed by Orlen."), "sign").doc[2 + 1]).text == "Orlen"
    assert agent(verb(nlp("Orlen signed the deal."), "sign")) is None
    assert subject(verb(nlp("Orlen signed the deal."), "sign")).text == "Orlen"


def test_parts_and_particles(nlp):
    doc = nlp("The ministers of France and Germany pointed out the risk.")
    assert phrase(doc[1]).text == "The ministers of France and Germany"
    assert [token.text for token in conjuncts(doc[3])] == ["France", "Germany"]
    assert particle(verb(doc, "point")).text == "out"
    assert particle(verb(nlp("Orlen signed the deal."), "sign")) is None
