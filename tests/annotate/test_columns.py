"""The lists say what the tokens say."""

from onrecord.annotate.columns import columns


def test_columns_are_what_the_tokens_are(read):
    doc = read("Varga SAID that Orlen's envoys had left. “We stay,” Varga said.")
    found = columns(doc)
    assert found.words == [token.lower_ for token in doc]
    assert found.lemmas == [token.lemma_.lower() for token in doc]
    assert found.pos == [token.pos_ for token in doc]
    assert found.tags == [token.tag_ for token in doc]
    assert found.deps == [token.dep_ for token in doc]
    assert found.texts == [token.text for token in doc]
    assert found.spaced == [token.text_with_ws for token in doc]
    assert found.heads == [token.head.i for token in doc]
    assert [list(children) for children in found.children] == [[child.i for child in token.children] for token in doc]
    assert found.places["said"] == [token.i for token in doc if token.lower_ == "said"]


def test_an_empty_doc_has_empty_columns(read):
    assert columns(read("")).words == []
