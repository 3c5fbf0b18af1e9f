"""What somebody says again and again: its wordings, its first and last use, and what passed without it."""

import time
from datetime import date

import pytest

from onrecord.model import Attitude
from onrecord.views.formulas import formula, formulas, used_within
from onrecord.views.wanted import Wanted

RIVER = "The river belongs to our people alone"
NEVER = "The river will never belong to our people alone"
DAM = "The dam upstream must be opened before summer"
SHIPS = "No ship of theirs may enter our harbour"
NEAR = "The river belongs to our people and to nobody who came later"


@pytest.fixture
def told(write):
    """Rows of (words, day said, day published, more) -> records of Averland's words on the border."""

    def told(*rows):
        records = []
        for number, (words, said, published, *more) in enumerate(rows):
            text = write(f"{words}. So it was told in text {number}.", published=published, uri=f"{number}.txt")
            about = {"date": said, "issues": ("border",), "speaker_country": "AVL"} | (more[0] if more else {})
            text.says(about.pop("speaker", "Ada Holm"), words, **about)
            records.append(text.record())
        return records

    return told


@pytest.fixture
def on_issue(told, countries):
    return lambda *rows, actor=None: formulas(told(*rows), "border", actor or Wanted(code="AVL"), countries)


@pytest.fixture
def of_phrase(told, countries):
    return lambda phrase, *rows, issue=None: formula(told(*rows), phrase, issue, Wanted(code="AVL"), countries)


def words(one):
    return [kind.uses[0].words[0].exact for kind in one.variants]


def test_wordings_of_one_formula_stand_in_the_order_of_their_first_uses(on_issue):
    [one] = on_issue((NEVER, "2031-09-01", None), (RIVER, "2031-05-12", None), (f"“{RIVER}”", "2031-10-01", None))
    assert words(one) == [RIVER, NEVER]
    assert [len(kind.uses) for kind in one.variants] == [2, 1]
    assert (one.first.day, one.last.day, one.days) == ("2031-05-12", "2031-10-01", 3)
    first, second = one.variants
    assert first.differences == ()
    assert [(piece.change.value, piece.words) for piece in second.differences if piece.change != "kept"] == [
        ("left-out", "belongs"),
        ("added", "will never belong"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [(RIVER, "2031-05-12", None)],
        [(RIVER, "2031-05-12", None), (RIVER, "2031-05-12", None)],  # two reports of one day
        [(RIVER, None, "2031-05-12"), (RIVER, None, "2031-05-14")],  # reports of what may be one day
        [(RIVER, "2031-05-12", None), (DAM, "2031-06-12", None)],
        [(RIVER, "2031-05-12", None), (RIVER, "2031-06-12", None, {"issues": ("river",)})],
        [(RIVER, "2031-05-12", None), (RIVER, "2031-06-12", None, {"attitude": Attitude.BELIEF})],
        [(RIVER, "2031-05-12", None), (RIVER, "2031-06-12", None, {"speaker": "Bo Lind", "speaker_country": "BRL"})],
    ],
)
def test_what_was_said_once_is_no_formula(on_issue, rows):
    assert on_issue(*rows) == ()


def test_what_passed_without_it_is_told_between_uses_and_after_the_last(on_issue):
    one, *_ = on_issue(
        ("Nothing was agreed on water", "2031-05-01", None),  # before the first use
        (RIVER, "2031-05-12", None),
        (DAM, "2031-06-01", None),
        (SHIPS, "2031-06-01", None),
        (SHIPS, "2031-06-20", None),
        (RIVER, "2031-07-01", None),
        (SHIPS, "2031-07-01", None),  # the day of a use
        (NEAR, "2031-07-15", None),  # near, and left open
        ("No vessel of theirs came", "2031-08-01", None),
    )
    between, after = one.passed
    assert (between.days, between.first.day, between.last.day) == (2, "2031-06-01", "2031-06-20")
    assert (between.after.day, between.before.day) == ("2031-05-12", "2031-07-01")
    assert (after.days, after.first.day, after.before) == (1, "2031-08-01", None)


@pytest.mark.parametrize(
    ("day", "published", "passed"),
    [("2031-06-01", None, 1), (None, "2031-06-01", 1), (None, "2031-05-15", 0), ("2031-06", None, 0), (None, None, 0)],
)
def test_a_day_must_be_known_to_have_passed(on_issue, day, published, passed):
    [one] = on_issue((RIVER, "2031-05-12", None), (DAM, day, published), (RIVER, "2031-07-01", None))
    assert sum(gap.days for gap in one.passed) == passed


def test_a_use_on_an_unknown_day_may_be_any(on_issue):
    rows = [(RIVER, "2031-05-12", None), (DAM, "2031-06-01", None), (RIVER, "2031-07-01", None)]
    [one] = on_issue(*rows, (RIVER, None, None))
    assert one.passed == ()
    assert (one.first.day, one.last.day) == ("2031-05-12", "2031-07-01")


def test_an_actor_by_name(on_issue):
    rows = [(RIVER, "2031-05-12", None), (RIVER, "2031-06-12", None)]
    assert len(on_issue(*rows, actor=Wanted(names=frozenset({"Ada Holm"})))) == 1
    assert on_issue(*rows, actor=Wanted(names=frozenset({"Bo Lind"}))) == ()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("we back the freedom of the great river", "freedom of the great river"),
        ("the freedoms of great rivers come first", "freedoms of great rivers"),
        ("freedom for the great river is near", "freedom for the great river"),
        ("freedom of the river is near", None),  # of three telling words it lacks one
        ("freedom of the great Sea comes first", None),  # another thing
        ("the river is great", None),
    ],
)
def test_a_phrase_is_found_in_its_words_and_in_near_ones(of_phrase, said, found):
    one = of_phrase("freedom of the great river", (said, "2031-05-12", None))
    assert (words(one) if one is not None else None) == ([found] if found else None)


def test_the_words_in_place_of_the_ends_of_a_phrase_are_shown(of_phrase):
    rows = [("We hold to our policy of one open river", "2031-05-12", None)]
    rows += [("We hold to our principle of one open river", "2031-06-12", None)]
    one = of_phrase("policy of one open river", *rows)
    assert words(one) == ["policy of one open river", "principle of one open river"]


def test_a_phrase_is_of_the_issue_that_most_of_its_uses_are_about(of_phrase):
    rows = [("A free river for all", f"2031-0{month}-12", None) for month in (2, 3)]
    other = ("A free river for all", "2031-04-12", None, {"issues": ("river",)})
    silent = (DAM, "2031-02-20", None)
    one = of_phrase("free river for all", *rows, other, silent)
    assert (one.issue, one.days, [gap.days for gap in one.passed]) == ("border", 3, [1])
    one = of_phrase("free river for all", *rows, other, silent, issue="river")
    assert (one.issue, one.days, one.passed) == ("river", 1, ())


def test_formulas_are_kept_whole_that_were_used_on_the_days(on_issue):
    made = on_issue((RIVER, "2031-05-12", None), (RIVER, "2031-07-12", None))
    assert used_within(made, date(2031, 7, 1), None) == list(made)
    assert used_within(made, date(2031, 8, 1), None) == []


def test_many_statements_take_little_time(told, countries):
    """Five thousand, half of them one formula, on as many days: held against all they would take minutes."""
    places = ["harbour", "valley", "bridge", "island", "tunnel", "forest", "quarry", "garden", "market", "castle"]
    rows = []
    for number in range(5000):
        day = date.fromordinal(date(2001, 1, 1).toordinal() + number).isoformat()
        place = f"{places[number % 10]} {places[number // 10 % 10]} {number}"
        rows.append((f"The river and the {place} belong to our people" if number % 2 else f"{RIVER} again", day, None))
    records = told(*rows)
    started = time.perf_counter()
    found = formulas(records, "border", Wanted(code="AVL"), countries)
    one = formula(records, "belongs to our people", "border", Wanted(code="AVL"), countries)
    took = time.perf_counter() - started
    assert max(item.days for item in found) >= 2500
    assert one.days >= 2500
    assert took < 60  # seconds, on a machine that does much else; alone it is about four
