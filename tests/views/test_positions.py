"""What somebody holds on an issue, line by line."""

from datetime import date

import pytest

from onrecord.model import Attitude, Manner
from onrecord.views.positions import LATEST, Step, positions, said_within
from onrecord.views.wanted import Wanted
from onrecord.views.wordings import likeness

RIVER = "The river belongs to our people alone"
NEVER = "The river will never belong to our people alone"
DAM = "The dam upstream must be opened before summer"
SHIPS = "No ship of theirs may enter our harbour"


@pytest.fixture
def held(write, countries):
    """Rows of (words, day said, day published, more) -> Averland's lines on the border."""

    def held(*rows, actor=None, since=None, until=None):
        records = []
        for number, (words, said, published, *more) in enumerate(rows):
            text = write(f"{words}. So we and they told in text {number}.", published=published, uri=f"{number}.txt")
            about = {"date": said, "issues": ("border",), "speaker_country": "AVL"} | (more[0] if more else {})
            text.says(about.pop("speaker", "Ada Holm"), words, **about)
            records.append(text.record())
        found = positions(records, "border", actor or Wanted(code="AVL"), countries)
        return said_within(found, since, until)

    return held


def steps(held):
    return [[saying.step for saying in one.sayings] for one in held]


def test_first_said_then_repeated_then_reworded(held):
    [one] = held((NEVER, "2031-09-01", None), (RIVER, "2031-05-12", None), (f"“{RIVER}”", "2031-06-01", None))
    assert [saying.step for saying in one.sayings] == [Step.FIRST_SAID, Step.REPEATED, Step.REWORDED]
    assert [saying.against for saying in one.sayings] == [None, 0, 1]
    assert [(piece.change.value, piece.words) for piece in one.sayings[2].differences][1:4] == [
        ("left-out", "belongs"),
        ("added", "will never belong"),
        ("kept", "to our people alone"),
    ]
    assert one.sayings[1].differences == one.sayings[0].differences == ()
    assert (one.actor, one.issue) == ("AVL", "border")


def test_the_very_words_are_repeated_whatever_was_said_between(held):
    [one] = held((RIVER, "2031-05-12", None), (NEVER, "2031-06-01", None), (RIVER, "2031-07-01", None))
    assert [(saying.step, saying.against) for saying in one.sayings][2] == (Step.REPEATED, 0)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (("2031-05-12", None), ("2031-05-12", None), 1),
        (("2031-05-12", None), ("2031-05-13", None), 2),
        (("2031-05-12", None), ("2031-05", None), 1),
        (("2031-05-12", "2031-05-12"), (None, "2031-05-14"), 1),
        (("2031-05-12", "2031-05-12"), (None, "2031-05-24"), 2),
        ((None, "2031-05-12"), (None, "2031-05-19"), 1),
        ((None, "2031-05-12"), (None, "2031-05-20"), 2),
        (("2031-05-12", None), (None, None), 1),
    ],
)
def test_reports_of_one_occasion_are_no_repetition(held, one, other, times):
    [line] = held((RIVER, *one), (f"“{RIVER}”", *other))
    assert len(line.sayings) == times
    assert sum(len(saying.reports) for saying in line.sayings) == 2


def test_another_line_is_one_of_its_own_and_stands_by_its_day(held):
    lines = held((DAM, "2031-06-01", None), (RIVER, "2031-05-12", None))
    assert [one.sayings[0].reports[0].words[0].exact for one in lines] == [RIVER, DAM]


def test_not_repeated_only_where_a_later_statement_lacks_it(held):
    river, dam, ships = held((RIVER, "2031-05-12", None), (DAM, "2031-06-01", None), (SHIPS, "2031-07-01", None))
    assert (river.not_repeated.statements, river.not_repeated.first.date, river.not_repeated.last.date) == (
        2, "2031-06-01", "2031-07-01",
    )  # fmt: skip
    assert dam.not_repeated.statements == 1
    assert ships.not_repeated is None


@pytest.mark.parametrize(
    ("words", "said", "published", "more"),
    [
        (DAM, "2031-05-12", None, {}),  # on the same day
        (DAM, None, "2031-05-14", {}),  # perhaps on the same day
        (DAM, None, None, {}),
        (DAM, "2031-05", None, {}),
        (DAM, "2031-06-01", None, {"issues": ("river",)}),
        (DAM, "2031-06-01", None, {"speaker": "Bo Lind", "speaker_country": "BRL"}),
        (DAM, "2031-06-01", None, {"negated": True}),
        (DAM, "2031-06-01", None, {"attitude": Attitude.BELIEF}),
        (DAM, "2031-06-01", None, {"attitude": Attitude.STANCE, "by": "they"}),
        (DAM, "2031-06-01", None, {"attitude": Attitude.STANCE, "by": "we", "negated": True}),
        ("The river and its fish belong to the people of two valleys", "2031-06-01", None, {}),  # comes near to it
    ],
)
def test_not_repeated_is_said_of_nothing_less(held, words, said, published, more):
    river = held((RIVER, "2031-05-12", None), (words, said, published, more))[0]
    assert river.not_repeated is None


def test_what_we_say_that_we_hold_is_said(held):
    own = {"attitude": Attitude.INTENT, "by": "we"}
    river, dam = held((RIVER, "2031-05-12", None), (RIVER, "2031-06-01", None, own), (DAM, "2031-07-01", None, own))
    assert [saying.step for saying in river.sayings] == [Step.FIRST_SAID, Step.REPEATED]
    assert river.not_repeated.first.date == dam.sayings[0].reports[0].date == "2031-07-01"


def test_of_few_words_nothing_is_told(held):
    first, _ = held(("No dam", "2031-05-12", None), (RIVER, "2031-06-01", None))
    assert first.not_repeated is None


def test_a_line_that_came_back_is_not_called_so(held):
    river, _ = held((RIVER, "2031-05-12", None), (DAM, "2031-06-01", None), (RIVER, "2031-07-01", None))
    assert river.not_repeated is None


def test_by_name(held):
    rows = [(RIVER, "2031-05-12", None), (DAM, "2031-06-01", None, {"speaker": "Bo Lind"})]
    assert len(held(*rows, actor=Wanted(names=frozenset({"Bo Lind"})))) == 1


def test_days_choose_lines_and_show_them_whole(held):
    rows = [(RIVER, "2031-05-12", None), (RIVER, "2031-06-12", None), (DAM, "2031-07-01", None)]
    assert steps(held(*rows, since=date(2031, 6, 1), until=date(2031, 6, 30))) == [[Step.FIRST_SAID, Step.REPEATED]]


def test_the_speakers_own_words_are_compared_where_reports_differ(held):
    [one] = held(
        (RIVER, "2031-05-12", None, {"kind": Manner.DIRECT}),
        (f"{RIVER} and for ever", "2031-06-12", None, {"kind": Manner.INDIRECT}),
        (f"“{RIVER}”", "2031-06-12", None, {"kind": Manner.DIRECT}),
    )
    assert [(saying.step, saying.reports[0].manner) for saying in one.sayings][1] == (Step.REPEATED, Manner.DIRECT)


def test_many_statements_take_little_time(held, write, countries):
    text = write(
        " ".join(f"Our river number {n} of the valley belongs to us." for n in range(300)), published="2031-05-12"
    )
    for n in range(300):
        text.says(
            "Ada Holm", f"Our river number {n} of the valley belongs to us", issues=("border",), speaker_country="AVL"
        )
    assert len(positions([text.record()], "border", Wanted(code="AVL"), countries)) == 1


def test_of_a_line_in_many_wordings_the_latest_are_compared(write, countries, monkeypatch):
    """The number of comparisons grows with the statements, not with their square."""
    compared, number = [], 3 * LATEST
    monkeypatch.setattr(
        "onrecord.views.positions.likeness", lambda one, other: compared.append(one) or likeness(one, other)
    )
    names = " ".join(f"Our river of the valley by mill{n} belongs to us." for n in range(number))
    text = write(names, published="2031-05-12")
    for n in range(number):
        words = f"Our river of the valley by mill{n} belongs to us"
        text.says("Ada Holm", words, issues=("border",), speaker_country="AVL", date=f"{2031 + n}-05-12")
    [line] = positions([text.record()], "border", Wanted(code="AVL"), countries)
    assert len(line.sayings) == number
    assert len(compared) <= 2 * LATEST * number
