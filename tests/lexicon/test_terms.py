import pytest

from onrecord.lexicon.terms import term_index


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("sanctions", "New sanctions were imposed.", "sanctions"),
        ("sanctions", "A sanction was imposed.", None),
        ("sanction*", "They were sanctioned.", "sanctioned"),
        ("oil", "The turmoil goes on.", None),
        ("US", "The US agreed.", "US"),
        ("US", "It is up to us.", None),
        ("US", "The U.S. agreed.", "U.S."),
        ("U.S. forces", "All U.S. forces left.", "U.S. forces"),
        ("Basic Law", "the BASIC LAW of the city", "BASIC LAW"),
        ("one-harbour policy", "its long-standing “one harbour” policy", "one harbour” policy"),
        ("grey harbour", "the Grey\nHarbour treaty", "Grey\nHarbour"),
        ("grey harbour", "It was grey. Harbour towns slept.", None),
        ("harbour's shelf", "the harbour’s shelf", "harbour’s shelf"),
        ("grey harbour", "grey", None),
    ],
)
def test_term(term, text, found):
    places = list(term_index([(term, "owner")]).found(text))
    assert [text[place.start : place.end] for place in places] == ([found] if found else [])


def test_longest_term_wins_and_hides_what_is_in_it():
    index = term_index([("views", 1), ("exchange of views", 2), ("exchange", 3)])
    assert [found.owner for found in index.found("an exchange of views, then more views")] == [2, 1]


def test_two_owners_of_one_term_are_both_found():
    index = term_index([("strait", "shipping"), ("strait", "border")])
    assert [found.owner for found in index.found("the strait")] == ["shipping", "border"]
