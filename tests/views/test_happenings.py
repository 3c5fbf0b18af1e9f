"""Each happening once, from all the documents that tell of it."""

import pytest

from onrecord import lexicon
from onrecord.lexicon.plover import scale_of
from onrecord.model import EventType, Status
from onrecord.views.happenings import happenings

SCALE = scale_of(lexicon.load().plover, lexicon.load().cameo)
SIDES = {"sources": ("AVL",), "targets": ("BRL",)}


@pytest.fixture
def told(countries):
    def view(*texts):
        return happenings([text.record() for text in texts], SCALE, countries)

    return view


@pytest.fixture
def expelled(write):
    """A document in which Averland expels people."""

    def expelled(published, day=None, words="Averland expelled two envoys of Borland", **more):
        text = write(f"{words}.", published=published, uri=f"{published}-{words}")
        text.does(EventType.COERCE, "expelled", clause=words, date=day, **SIDES | more)
        return text

    return expelled


@pytest.mark.parametrize(
    ("published", "days", "words", "count"),
    [
        (("2031-05-02", "2031-05-03"), (None, None), "Averland has expelled two envoys of Borland", 1),
        (("2031-05-02", "2031-08-03"), (None, None), "Averland has expelled two envoys of Borland", 2),
        (("2031-05-02", None), (None, None), "Averland has expelled two envoys of Borland", 2),
        (("2031-05-02", "2031-08-03"), ("2031-05-01", "2031-05"), "Averland has expelled two envoys of Borland", 1),
        (("2031-05-02", "2031-05-03"), ("2031-05-01", "2031-05-02"), "Averland has expelled two envoys of Borland", 2),
        (("2031-05-02", "2031-05-03"), (None, None), "Averland expelled nine reporters after a quarrel about fish", 2),
    ],
)
def test_two_documents_tell_of_one_happening(told, expelled, published, days, words, count):
    found = told(expelled(published[0], days[0]), expelled(published[1], days[1], words))
    assert len(found) == count
    assert [(one.mentions, one.documents) for one in found] == [(3 - count, 3 - count)] * count


def test_what_was_reported_last_counts_and_the_rest_is_kept(told, expelled):
    later = expelled("2031-05-09", "2031-05-08", "Averland has expelled two envoys of Borland")
    early = expelled("2031-05-02", "2031-05-08", status=Status.PLANNED)
    (one,) = told(later, early)
    assert one.status is Status.OCCURRED
    assert [(report.status, report.published) for report in one.history] == [
        (Status.PLANNED, "2031-05-02"),
        (Status.OCCURRED, "2031-05-09"),
    ]


def test_what_one_document_says_at_odds_stays_apart_without_a_day(told, write):
    text = write("The visit is off. The visit took place.", published="2031-05-02")
    text.does(EventType.CONSULT, "The visit is off", mode="visit", status=Status.CANCELLED, **SIDES)
    text.does(EventType.CONSULT, "The visit took place", mode="visit", **SIDES)
    assert [one.status for one in told(text)] == [Status.CANCELLED, Status.OCCURRED]


def test_what_a_happening_holds(told, write):
    text = write("Averland expelled two envoys of Borland.", published="2031-05-02")
    text.does(EventType.COERCE, "expelled", cameo="174", custom="EXPULSION", issues=("visas",), place="Oum", **SIDES)
    (one,) = told(text)
    assert (one.type, one.custom, one.cameo, one.intensity, one.quad) == (
        EventType.COERCE,
        "EXPULSION",
        "174",
        -5.0,
        "material-conflict",
    )
    assert (one.issues, one.place, one.date) == (("visas",), "Oum", None)
