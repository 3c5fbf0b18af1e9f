"""Each line of communication once, with how it stood."""

import pytest

from onrecord.lexicon.channels import load_channel_words
from onrecord.model import EventType
from onrecord.views.hotlines import hotlines


@pytest.fixture
def lines():
    def view(*texts):
        return hotlines([text.record() for text in texts], load_channel_words())

    return view


@pytest.fixture
def told(write):
    """A document about the hotline of the two states."""

    def told(words, published=None):
        text = write(f"Averland and Borland met. {words}", published=published)
        text.does(EventType.CONSULT, "met", sources=("AVL",), targets=("BRL",))
        return text

    return told


def test_the_last_report_counts_and_the_history_is_kept(lines, told):
    restored = told("The military hotline was restored.", "2031-09-01")
    cut = told("The military hotline was cut.", "2031-05-01")
    (one,) = lines(restored, cut)
    assert (one.parties, one.status) == (("AVL", "BRL"), "restored")
    assert [(report.status, report.published) for report in one.history] == [
        ("cut", "2031-05-01"),
        ("restored", "2031-09-01"),
    ]


def test_a_line_that_is_only_named_keeps_what_was_last_said_of_it(lines, told):
    (one,) = lines(told("The hotline was cut.", "2031-05-01"), told("They spoke of the hotline.", "2031-06-01"))
    assert one.status == "cut"
    assert [report.status for report in one.history] == ["cut", None]


def test_two_kinds_of_lines_are_two(lines, told):
    assert len(lines(told("The hotline was cut. The embassy was closed."))) == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The hotline was cut. They want to restore the hotline.", "cut"),
        ("They want to restore the hotline. The hotline was cut.", "cut"),
        ("They want to restore the hotline.", "proposed"),
        ("The hotline was cut. The hotline was restored.", "restored"),
    ],
)
def test_a_proposal_changes_nothing(lines, told, words, status):
    (one,) = lines(told(words))
    assert one.status == status
