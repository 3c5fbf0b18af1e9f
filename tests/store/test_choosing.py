"""Which documents a question over time is about."""

from datetime import date

import pytest

from onrecord.store.actors import asked_for
from onrecord.store.choosing import documents_about, documents_with, documents_wording, latest_about

MEETING = "French President Emmanuel Macron met Russian President Vladimir Putin in Paris on 3 May 2031.\n"
TEXTS = {
    "old.txt": ("2030-01-05", "French President Emmanuel Macron was in Paris.\n"),
    "meeting.txt": ("2031-05-04", MEETING),
    "copy.txt": ("2031-05-05", MEETING),
    "later.txt": ("2031-09-01", f"Macron spoke of the autumn. {MEETING}"),
    "islands.txt": ("2031-06-01", "“Sanctions must be lifted,” Russian President Vladimir Putin said.\n"),
}


@pytest.fixture
def sources(store, keep, record_of):
    """Asks, and gives the addresses of the documents."""
    records = [record_of(text, uri, published) for uri, (published, text) in TEXTS.items()]
    uris = dict(zip(keep(*records), TEXTS, strict=True))

    def sources(*actors, since=None, until=None):
        days = {"since": since and date.fromisoformat(since), "until": until and date.fromisoformat(until)}
        with store.reading() as connection:
            asked = [asked_for(connection, actor) for actor in actors]
            return [uris[key] for key in documents_about(connection, asked, **days)]

    return sources


def test_all_documents_the_oldest_first_and_copies_once(sources):
    assert sources() == ["old.txt", "meeting.txt", "islands.txt", "later.txt"]


def test_those_that_name_all_the_actors(sources):
    assert sources("FRA", "RUS") == ["meeting.txt", "later.txt"]
    assert sources("Emmanuel Macron") == ["old.txt", "meeting.txt", "later.txt"]


def test_those_that_tell_of_the_days_or_came_out_on_them(sources):
    assert sources(since="2031-05-01", until="2031-05-03") == ["meeting.txt", "later.txt"]
    assert sources("RUS", since="2031-05-04") == ["meeting.txt", "islands.txt", "later.txt"]
    assert sources("FRA", until="2030-12-31") == ["old.txt"]


def test_those_with_a_statement_on_an_issue(store, sources):
    with store.reading() as connection:
        keys = documents_with(connection, {"issue": ["sanctions"], "country": ["RUS"]})
        none = documents_with(connection, {"issue": ["sanctions"], "country": ["RUS"]}, until=date(2031, 5, 31))
    assert (len(keys), none) == (1, [])


@pytest.mark.parametrize(
    ("telling", "country", "until", "number"),
    [
        ({"lift", "sanction"}, "RUS", None, 1),
        ({"lift", "sanction"}, "FRA", None, 0),
        ({"lift", "sanction"}, "RUS", date(2031, 5, 31), 0),
        ({"tomato"}, "RUS", None, 0),
    ],
)
def test_those_with_a_statement_that_may_have_a_phrase(store, sources, telling, country, until, number):
    with store.reading() as connection:
        assert len(documents_wording(connection, telling, {"country": [country]}, until=until)) == number


@pytest.mark.parametrize(
    ("codes", "until", "most", "places"),
    [
        (("FRA", "RUS"), None, 9, [1, 0]),
        (("FRA", "RUS"), None, 1, [1]),
        (("FRA", "RUS"), date(2031, 6, 1), 9, [0]),
        (("KEN",), None, 9, []),
        ((), None, 9, []),
    ],
)
def test_the_latest_that_name_states(store, sources, codes, until, most, places):
    with store.reading() as connection:
        oldest_first = documents_about(connection, [asked_for(connection, "FRA"), asked_for(connection, "RUS")])
        assert latest_about(connection, codes, until, most) == [oldest_first[place] for place in places]
