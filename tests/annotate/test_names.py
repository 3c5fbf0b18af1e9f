import pytest
from spacy.lang.en import English

from onrecord.annotate.names import NameMatcher

NAMES = (
    ("a", "Sudmark"),
    ("a", "Sudmark Sound"),
    ("b", "Al-Norland Front"),
    ("c", "7 Rivers Pact"),
    ("d", "’t Veer Accord"),
    ("e", "Cannot Island"),
)


@pytest.mark.parametrize(
    ("text", "attribute", "keys"),
    [
        ("Talks with Sudmark began.", "ORTH", ["a"]),
        ("Talks with sudmark began.", "ORTH", []),
        ("Talks with sudmark began.", "LOWER", ["a"]),
        ("It sailed into Sudmark Sound.", "ORTH", ["a", "a"]),
        ("The Al-Norland Front signed.", "ORTH", ["b"]),
        ("The Norland Front signed.", "ORTH", []),
        ("The 7 Rivers Pact holds.", "ORTH", ["c"]),
        ("The ’t Veer Accord holds.", "ORTH", ["d"]),
        ("They landed on Cannot Island.", "ORTH", ["e"]),
        ("They landed on an island.", "LOWER", []),
    ],
)
def test_found(read, tools, text, attribute, keys):
    matcher = NameMatcher(English(tools.reader.nlp.vocab).tokenizer, NAMES, attribute)
    doc = read(text)
    assert [key for key, _, _ in matcher.found(doc)] == keys
    assert [key for key, _, _ in matcher.found(doc)] == keys  # a text read again finds the same
