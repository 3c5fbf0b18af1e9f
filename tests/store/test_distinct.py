"""Search that counts copies once."""

import pytest

from onrecord.store import distinct
from onrecord.store.distinct import search_distinct
from onrecord.store.found import found
from onrecord.store.search import Filter, Owner, count, having

STORY = """“We do not support the independence of the islands,” French President Emmanuel Macron said in Paris.
He added that grain was late, that ships were waiting in the harbour, and that nobody had told the ministers of either
state why the papers for the wheat had not been signed when they met at the beginning of the week in Nairobi. The talks
are to go on before the end of the month, and all who took part in the first round have been asked to come again.
"""
BACKGROUND = "Macron has been in office since 2017, and the islands have been in the papers ever since that summer."
TEXTS = {
    "late": ("2031-05-14", STORY),
    "first": ("2031-05-12", STORY),
    "long": ("2031-05-13", f"{STORY}{BACKGROUND}\n"),
    "other": ("2031-05-13", "Russian President Vladimir Putin said the islands were green.\n"),
}


@pytest.fixture
def keys(keep, record_of):
    records = [record_of(told, f"https://{name}.example/1", published) for name, (published, told) in TEXTS.items()]
    return dict(zip(TEXTS, keep(*records), strict=True))


@pytest.fixture
def names(store, keys):
    """Asks, and gives the outlets of what is found, with how many copies each has."""
    told = {key: name for name, key in keys.items()}

    def names(words, **options):
        asked = Filter(text=words, owners=(Owner.DOCUMENT,))
        with store.reading() as connection:
            page = search_distinct(connection, asked, **options)
            return [(told[one.source.key], one.copies) for one in found(connection, page.hits)], page.after

    return names


def test_of_copies_the_earliest_is_shown_with_their_number(names):
    assert names("islands") == ([("other", 0), ("first", 2)], None)
    assert names("islands", oldest_first=True) == ([("first", 2), ("other", 0)], None)


def test_the_earliest_that_has_what_is_asked_for(names):
    assert names("summer") == ([("long", 2)], None)
    assert names("nowhere") == ([], None)


def test_pages(names):
    first, after = names("islands", limit=1)
    assert (first, names("islands", limit=1, after=after)) == ([("other", 0)], ([("first", 2)], None))
    first, after = names("islands", limit=1, oldest_first=True)
    assert (first, names("islands", limit=1, after=after, oldest_first=True)[0]) == ([("first", 2)], [("other", 0)])


def test_large_groups_are_looked_at_in_parts(names, monkeypatch):
    monkeypatch.setattr(distinct, "AT_ONCE", 1)
    assert names("summer") == ([("long", 2)], None)


def test_documents_that_have_what_is_asked_for(store, keys):
    asked = Filter(text="summer")
    with store.reading() as connection:
        assert having(connection, asked, list(keys.values())) == {keys["long"]}
        assert having(connection, asked, [keys["first"]]) == set()
        assert count(connection, asked) == 1
