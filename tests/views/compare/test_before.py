"""The mood words of an account against those of the same side's last account before it."""

from datetime import date

import pytest

from onrecord.render.form_table import form_table
from onrecord.views.compare import compare
from onrecord.views.compare.before import last_day, states_of, with_before

NOW = "President Ilse Brandt of Norway met President Mateo Rojas of Chile. The talks were candid."
THEIRS = "President Mateo Rojas of Chile met President Ilse Brandt of Norway. He said that tariffs hurt."
THEN = "Foreign Minister Nora Dahl of Norway met Foreign Minister Pilar Soto of Chile. The talks were cordial."
KENYA = "President Ilse Brandt of Norway met President Wanja Otieno of Kenya. The talks were friendly."


@pytest.fixture
def made(read, words):
    """The comparison with what earlier documents (text, where, day) have, the latest first."""

    def made(*earlier, day="2031-05-12"):
        ours = read(NOW, "https://a.no/now", published_otherwise=day)
        theirs = read(THEIRS, "https://a.cl/now", published_otherwise=day)
        records = [read(text, uri, published_otherwise=published) for text, uri, published in earlier]
        return with_before(compare([ours, theirs], words), [ours, *records], words)

    return made


def test_what_differs_is_told(made):
    comparison = made((THEN, "https://a.no/then", "2031-04-01"))
    assert states_of(comparison) == ("CHL", "NOR")
    assert last_day(comparison) == date(2031, 5, 12)
    (one,) = comparison.before
    assert (one.account, one.uri, one.date, one.held.kind) == ("a", "https://a.no/then", "2031-04-01", "meeting")
    assert [mood.evidence.exact for mood in one.moods] == ["cordial"]
    [row] = [row for row in form_table(comparison) if row.name == "Words for the mood, last time"]
    assert [[entry.text.partition(":")[0] for entry in cell] for cell in row.cells] == [
        ["Tuesday 1 April 2031, meeting"],
        [],
    ]
    assert (len(one.only_now), one.only_then) == (1, (one.moods[0].name,))


def test_each_account_is_held_against_its_own_side(made):
    told = made((THEN, "https://a.cl/then", "2031-04-01"))
    assert [one.account for one in told.before] == ["b"]


@pytest.mark.parametrize(
    "earlier",
    [
        (THEN, "https://a.no/then", "2031-05-11"),  # may be the same meeting
        (THEN, "https://a.no/then", "2031-06-01"),  # later
        (THEN, "https://a.no/then", None),
        (KENYA, "https://a.no/then", "2031-04-01"),  # of other states
    ],
)
def test_what_is_no_earlier_account_is_left_out(made, earlier):
    assert made(earlier).before == ()


def test_the_latest_counts(made):
    told = made((THEN, "https://a.no/2", "2031-04-01"), (THEN + " They parted.", "https://a.no/1", "2031-03-01"))
    assert [one.uri for one in told.before] == ["https://a.no/2"]


def test_without_a_day_nothing_is_earlier(made):
    assert made((THEN, "https://a.no/then", "2031-04-01"), day=None).before == ()
