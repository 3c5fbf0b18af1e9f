import pytest

from onrecord.model import MentionKind
from onrecord.views.cast import cast_of, listed, may_be_one_person, speaker_countries, speaker_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Holm", "Ada Holm", True),
        ("Ada Holm", "Ada M. Holm, Jr.", True),
        ("ADA HOLM", "Ada Holm", True),
        ("Ada Holm", "Eva Holm", False),
        ("Holm", "Lind", False),
        ("", "Lind", False),
    ],
)
def test_names_of_one_person(one, other, same):
    assert may_be_one_person(one, other) is same


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_of_names(names, text):
    assert listed(names) == text


@pytest.mark.parametrize(
    ("speaker", "by", "basis", "name", "sides"),
    [
        ("Ada Holm", None, MentionKind.NAMED, "Ada Holm", ("AVL",)),
        (("Ada Holm", "Bo Lind"), None, MentionKind.NAMED, "Ada Holm and Bo Lind", ("AVL", "BRL")),
        (None, "a senior official", MentionKind.ANONYMOUS, "a senior official, unnamed", ("AVL",)),
        (None, "The ministry", MentionKind.INSTITUTION, "The ministry", ("AVL",)),
        (None, "She", MentionKind.PRONOUN, None, ("AVL",)),
        (None, None, MentionKind.NONE, None, ("AVL",)),
    ],
)
def test_who_speaks(write, countries, speaker, by, basis, name, sides):
    text = write("She was there, a senior official said, and talks went on. The ministry agreed.")
    statement = text.says(speaker, "talks went on", by=by, speaker_basis=basis, speaker_country="AVL")
    cast = cast_of([text.record()], countries)
    assert speaker_name(statement, cast) == name
    assert speaker_countries(statement, cast) == sides
