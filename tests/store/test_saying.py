"""Whether something was said before, in these words or in near ones."""

import pytest

from onrecord.errors import SettingsError
from onrecord.store.saying import Total, likeness, said
from onrecord.store.words import words

TEXTS = {
    "a.txt": ("2031-05-12", "“We do not support the independence of the islands,” Macron said."),
    "b.txt": ("2031-02-01", "Macron said that France does not support the independence of the islands."),
    "c.txt": ("2031-06-01", "Putin said that nobody supports the independence of these islands."),
    "d.txt": ("2031-04-01", "Macron said that grain was late. The independence of the islands was in the papers."),
    "e.txt": ("2031-03-01", "Macron said the islands were green."),
}


@pytest.fixture
def asked(store, keep, record_of):
    keep(*(record_of(text, uri, published) for uri, (published, text) in TEXTS.items()))

    def asked(quotation, **options):
        with store.reading() as connection:
            return said(connection, quotation, **options)

    return asked


def _sources(found):
    return [one.source.uri for one in found]


def test_the_very_words_come_first_said_first(asked):
    told = asked("Support the Independence of the islands")
    assert _sources(told.exact) == ["b.txt", "a.txt"]
    assert _sources(one for one, _ in told.near) == ["c.txt"]


@pytest.mark.parametrize("quotation", ["the “independence” -of „the islands“", '"the independence" of «the islands»'])
def test_quotation_marks_in_it_do_not_count(asked, quotation):
    assert _sources(asked(quotation).exact) == ["b.txt", "a.txt"]


def test_other_endings_are_near_and_not_the_same(asked):
    told = asked("supported the independence of the islands")
    assert told.exact == ()
    assert [(one.source.uri, round(ratio, 2)) for one, ratio in told.near][:2] == [("b.txt", 1.0), ("a.txt", 1.0)]


def test_the_last_of_many_uses_is_the_last(asked, monkeypatch):
    told = asked("independence of the islands", limit=1)
    assert (told.times, _sources(told.exact), told.last.source.uri) == (Total(2, is_more=False), ["b.txt"], "a.txt")
    monkeypatch.setattr("onrecord.store.saying.MOST", 1)
    told = asked("independence of the islands")
    assert (told.times, _sources(told.exact), told.last.source.uri) == (Total(1, is_more=True), ["b.txt"], "a.txt")


def test_all_are_counted_however_few_are_shown(asked):
    few, all_of_them = asked("the independence of these islands", limit=1), asked("the independence of these islands")
    assert (few.near_times, len(few.near), len(all_of_them.near)) == (Total(2, is_more=False), 1, 2)
    assert few.near == all_of_them.near[:1]
    few, all_of_them = asked("the islands", limit=1), asked("the islands")
    assert (few.times, few.text_times) == (all_of_them.times, all_of_them.text_times)


@pytest.mark.parametrize(("most", "is_more"), [(1, True), (9, False)])
def test_where_not_all_was_looked_at_there_may_be_more(asked, monkeypatch, most, is_more):
    monkeypatch.setattr("onrecord.store.saying.CANDIDATES", 6 * most)
    monkeypatch.setattr("onrecord.store.saying.TEXTS", most)
    assert asked("the independence of these islands").near_times.is_more is is_more
    told = asked("said", limit=1)
    assert (told.text_times, len(told.texts)) == (Total(min(most, 5), is_more=is_more), 1)


def test_by_one_speaker(asked):
    told = asked("the independence of these islands", by={"speaker": ["fra.macron-emmanuel"]})
    assert told.exact == ()
    assert set(_sources(one for one, _ in told.near)) == {"a.txt", "b.txt"}


def test_what_stands_in_a_text_and_in_no_statement_is_told_apart(asked):
    told = asked("was in the papers")
    assert told.exact == ()
    [(one, place)] = told.texts
    assert (one.source.uri, place.exact) == ("d.txt", "was in the papers")


def test_what_nobody_said(asked):
    told = asked("tomatoes and onions")
    assert (told.exact, told.near, told.texts) == ((), (), ())


@pytest.mark.parametrize("quotation", ["", "“…”", '"'])
def test_a_quotation_without_words_is_refused(asked, quotation):
    with pytest.raises(SettingsError, match="has no words"):
        asked(quotation)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("no room for compromise", "no room for compromise", 1.0),
        ("no room for compromise", "there is no room for any compromise here", 0.89),
        ("no room for compromise", "compromise room", 0.25),
        ("no room for compromise", "no time for grain", 0.0),
        ("no room for compromise on the islands in the north", "no room for compromise", 0.4),
        ("no room for compromise", "grain", 0.0),
    ],
)
def test_likeness(one, other, ratio):
    assert round(likeness(words(one), words(other)), 2) == ratio
