"""Forms that could be of two verbs."""

import pytest


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Varga hoped that it would end.", "hope"),
        ("Varga hopes that it will end.", "hope"),
        ("Varga is hoping for peace.", "hope"),
        ("The rabbit hopped over it.", "hop"),
        ("They planned it.", "plan"),
        ("They plan it.", "plan"),
        ("They tapped it.", "tap"),
    ],
)
def test_lemma(nlp, text, lemma):
    assert lemma in [token.lemma_ for token in nlp(text) if token.pos_ == "VERB"]
