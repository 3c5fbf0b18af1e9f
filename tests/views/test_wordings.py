"""When two wordings are one line, and in which words they differ."""

import pytest

from onrecord.views.wordings import ALIKE, NEARLY, Change, differences, likeness, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We do not support the independence of the islands", "Averland does not support independence for the islands"),
        (
            "The canal must stay open to ships of all nations",
            "The canal has to remain open to the ships of every nation",
        ),
        ("We will defend our fishing grounds in the strait", "In the strait we will defend our fishing grounds"),
        ("We will never recognise the new border", "We will recognise the new border"),
        ("The army will leave the valley before winter", "The army will stay in the valley before winter"),
        (
            "The river belongs to us alone",
            "The river belongs to us alone, and no dam upstream will be built without our consent",
        ),
        ("No dam", "no dam!"),
        ("“The dam threatens our farmers”", "the dam is threatening the farmers"),
    ],
)
def test_one_line(one, other):
    assert likeness(wording(one), wording(other)) == likeness(wording(other), wording(one)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will lift the sanctions on grain this year", "We will keep the sanctions on oil this year"),
        ("We welcome the talks on grain", "We welcome the talks on prisoners"),
        ("Both sides will continue talks on trade and energy", "Both sides will continue talks on prisoners and mines"),
        ("The river is ours", "The river was ours"),
        ("The river belongs to us", "The river belongs to us, and no dam upstream will be built without our consent"),
        ("We support peace", "We support peace in the valley and a fair share of its water"),
        ("The dam threatens our farmers", "Our fishermen were threatened by the coast guard"),
        ("", ""),
    ],
)  # fmt: skip
def test_another_line(one, other):
    assert likeness(wording(one), wording(other)) < ALIKE


def test_in_between_nothing_is_said():
    one = wording("Both sides agreed to continue talks on trade and energy")
    other = wording("Both sides agreed to continue talks on prisoners and mines")
    assert NEARLY <= likeness(one, other) < ALIKE


@pytest.mark.parametrize(
    ("names", "others", "is_one"),
    [
        ({"BRL"}, {"CYR"}, False),
        ({"BRL"}, {"BRL", "CYR"}, True),
        ({"BRL"}, set(), True),
        ({"BRL", "CYR"}, {"CYR", "AVL"}, False),
    ],
)
def test_lines_that_name_others_are_others(names, others, is_one):
    told = "We will impose sanctions on its banks"
    ratio = likeness(wording(told, frozenset(names)), wording(told, frozenset(others)))
    assert (ratio >= ALIKE) is is_one


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("We will leave.", "we WILL leave", "we WILL leave"),
        ("We will leave the valley", "We will not leave the valley", "We will {not} leave the valley"),
        ("We will leave the valley", "We must leave", "We [will] {must} leave [the valley]"),
        ("Grain — and oil", "Grain and oil", "Grain [—] and oil"),
        ("A", "B", "[A] {B}"),
        ("", "B", "{B}"),
    ],
)
def test_differences(earlier, later, told):
    marks = {Change.KEPT: "{}", Change.LEFT_OUT: "[{}]", Change.ADDED: "{{{}}}"}
    assert " ".join(marks[one.change].format(one.words) for one in differences(earlier, later)) == told


def test_nothing_is_lost_in_a_difference():
    earlier, later = "We may one day leave the old valley", "One day we shall leave that valley for good"
    pieces = differences(earlier, later)
    before = " ".join(one.words for one in pieces if one.change is not Change.ADDED)
    after = " ".join(one.words for one in pieces if one.change is not Change.LEFT_OUT)
    assert (before.lower().split(), after) == (earlier.lower().split(), later)
