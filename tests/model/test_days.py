from datetime import date

import pytest

from onrecord.model.days import bounds, in_words, may_be_one, narrower


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-12", date(2031, 5, 12), date(2031, 5, 12)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("2031-05~", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031-05-12/2031-05-14", date(2031, 5, 12), date(2031, 5, 14)),
        ("2031/..", date(2031, 1, 1), date.max),
        ("../2031", date.min, date(2031, 12, 31)),
    ],
)
def test_bounds(edtf, first, last):
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "Monday", "2031-21", "2031-02-30", "2031-05-12/", "31-05"])
def test_no_bounds(edtf):
    assert bounds(edtf) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2031-05-12", "2031-05-12", True),
        ("2031-05-12", "2031-05", True),
        ("2031-05-12", None, True),
        ("2031-05-12", "2031-05-13", False),
        ("2031-05-10/2031-05-13", "2031-05-13", True),
        ("2031-05", "2031-06", False),
    ],
)
def test_days_that_may_be_one(one, other, same):
    assert may_be_one(one, other) is same
    assert may_be_one(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("2031-05", "2031-05-12", "2031-05-12"),
        ("2031-05-12", "2031-05", "2031-05-12"),
        (None, "2031", "2031"),
        ("2031", None, "2031"),
        (None, None, None),
    ],
)
def test_the_narrower_day_is_kept(one, other, kept):
    assert narrower(one, other) == kept


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-12", "Monday 12 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("203X", "the 2030s"),
        ("2031-05~", "about May 2031"),
        ("2031-05-12~", "about 12 May 2031"),
        ("2031-05-12/2031-05-14", "12–14 May 2031"),
        ("2031-05-30/2031-06-02", "30 May 2031 – 2 June 2031"),
        ("2031-05/..", "since May 2031"),
        ("2031-05-12/2031-05-12", "Monday 12 May 2031"),
        ("2031-21", "2031-21"),
        (None, ""),
    ],
)
def test_days_in_words(edtf, words):
    assert in_words(edtf) == words
