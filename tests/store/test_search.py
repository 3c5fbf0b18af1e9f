"""What search finds, in the order of the days, the same in every kind of database."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from onrecord.errors import SettingsError
from onrecord.store.facets import OF
from onrecord.store.search import Filter, Owner, count, facet_counts, search
from onrecord.store.tables import entry

TEXTS = {
    "a.txt": (
        "2031-05-12",
        "Macron said France opposes the sanctions on grain. Putin said that Café talks would resume.",
    ),
    "b.txt": ("2031-06-01", "Macron met Putin in Moscow on 30 May. “Nobody is sanctioned here,” Putin said on Sunday."),
    "c.txt": (
        "2031-04-02",
        "“We oppose tariffs on grain,” said Macron. Putin said that the sanctions of talks resume.",
    ),
    "d.txt": (None, "Macron said the grain was late."),
}


@pytest.fixture
def filled(store, keep, record_of):
    keep(*(record_of(text, uri, published) for uri, (published, text) in TEXTS.items()))
    return store


@pytest.fixture
def found(filled):
    """A filter -> what it finds: (day, owner, words)."""

    def found(asked, **options):
        with filled.reading() as connection:
            hits = search(connection, asked, **options).hits
        records = dict(zip(keys := [hit.document for hit in hits], filled.load(keys), strict=False))
        return [(hit.day, hit.owner.value, _words(records[hit.document], hit)) for hit in hits]

    return found


def _words(record, hit):
    if hit.owner is Owner.DOCUMENT:
        return record.document.uri
    kept = record.statements if hit.owner is Owner.STATEMENT else record.events
    return next(iter(getattr(kept[hit.ordinal], "content", kept[hit.ordinal].passages()))).exact


SAID = (Owner.STATEMENT,)
ALL = [
    "“Nobody is sanctioned here,”",
    "Café talks would resume",
    "France opposes the sanctions on grain",
    "the sanctions of talks resume",
    "“We oppose tariffs on grain,”",
    "the grain was late",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "sanctions",
            ["“Nobody is sanctioned here,”", "France opposes the sanctions on grain", "the sanctions of talks resume"],
        ),
        ("sanctions grain", ["France opposes the sanctions on grain"]),
        ("sanction -grain", ["“Nobody is sanctioned here,”", "the sanctions of talks resume"]),
        ('"talks resume"', ["the sanctions of talks resume"]),
        ('-"talks resume" cafe', ["Café talks would resume"]),
        ("“talks resume”", ["the sanctions of talks resume"]),
        ("„talks resume“", ["the sanctions of talks resume"]),
        ("cafe -«talks resume»", ["Café talks would resume"]),
        ("tariff", ["“We oppose tariffs on grain,”"]),
        ("nothing", []),
        ('" - "', ALL),
    ],
)
def test_words(found, text, expected):
    assert [words for _, _, words in found(Filter(text=text, owners=SAID))] == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"facets": {"speaker": ["rus.putin-vladimir"]}}, 3),
        ({"facets": {"country": ["RUS"]}, "owners": SAID}, 3),
        ({"facets": {"country": ["RUS", "FRA"]}, "owners": SAID}, 6),
        ({"facets": {"country": ["FRA"], "issue": ["food-security"]}, "owners": SAID}, 3),
        ({"facets": {"country": ["FRA"], "manner": ["direct"]}}, 1),
        ({"facets": {"type": ["CONSULT"]}, "owners": (Owner.EVENT,)}, 1),
        ({"facets": {"finding": ["no_date"]}, "owners": (Owner.DOCUMENT,)}, 4),
        ({"facets": {"finding": ["garbled"]}}, 0),
        ({"owners": (Owner.DOCUMENT,)}, 4),
    ],
)
def test_facets(filled, asked, expected):
    with filled.reading() as connection:
        hits = search(connection, Filter(**asked)).hits
        assert len(hits) == count(connection, Filter(**asked)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"facets": {"type": ["CONSULT"], "manner": ["direct"]}}, 0),
        ({"facets": {"type": ["CONSULT"]}, "owners": SAID}, 0),
        ({"facets": {"manner": ["direct"]}, "owners": (Owner.EVENT, Owner.DOCUMENT)}, 0),
        ({"facets": {"manner": ["direct"]}, "owners": (Owner.STATEMENT, Owner.EVENT)}, 2),
        ({"facets": {"manner": []}, "owners": (Owner.DOCUMENT,)}, 4),
    ],
)
def test_what_nothing_can_be_is_not_found(filled, asked, expected):
    with filled.reading() as connection:
        assert len(search(connection, Filter(**asked)).hits) == count(connection, Filter(**asked)) == expected


def test_facets_are_of_those_that_can_have_them(filled):
    with filled.reading() as connection:
        held = connection.execute(select(entry.c.owner, entry.c.facets)).all()
    names = {(row.owner, word.partition(":")[0]) for row in held for word in row.facets.split()}
    assert {(owner, name) for owner, name in names if owner not in OF.get(name, tuple(Owner))} == set()


def test_what_has_no_day_comes_last(found):
    days = [day for day, _, _ in found(Filter(owners=SAID))]
    assert days == ["2031-06-01", "2031-05-12", "2031-05-12", "2031-04-02", "2031-04-02", None]


def test_an_event_stands_on_its_own_day(found):
    assert [day for day, _, _ in found(Filter(owners=(Owner.EVENT,), facets={"type": ["CONSULT"]}))] == ["2031-05-30"]


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (date(2031, 5, 12), None, {"2031-06-01", "2031-05-12"}),
        (None, date(2031, 5, 11), {"2031-04-02"}),
        (date(2031, 4, 2), date(2031, 5, 12), {"2031-05-12", "2031-04-02"}),
    ],
)
def test_days(found, since, until, days):
    assert {day for day, _, _ in found(Filter(owners=SAID, since=since, until=until))} == days


@pytest.mark.parametrize("oldest_first", [False, True])
def test_pages_go_on_where_they_ended_whatever_is_added(filled, keep, record_of, oldest_first):
    asked, keys, after = Filter(), [], None
    with filled.reading() as connection:
        whole = [hit.key for hit in search(connection, asked, limit=100, oldest_first=oldest_first).hits]
    for number in range(20):
        with filled.reading() as connection:
            page = search(connection, asked, limit=3, after=after, oldest_first=oldest_first)
        keys += [hit.key for hit in page.hits]
        keep(record_of("Macron said it rains.", f"new-{number}.txt", "2031-05-20"))
        after = page.after
        if after is None:
            break
    assert [key for key in keys if key in whole] == whole
    assert len(keys) == len(set(keys))


def test_a_page_that_is_full_and_the_last_has_none_after_it(filled):
    with filled.reading() as connection:
        assert search(connection, Filter(owners=(Owner.DOCUMENT,)), limit=4).after is None
        assert search(connection, Filter(owners=(Owner.DOCUMENT,)), limit=3).after is not None


def test_counts_of_facets(filled):
    with filled.reading() as connection:
        counts = facet_counts(connection, Filter(owners=SAID))
    assert counts["is"] == {"statement": 6}
    assert counts["country"] == {"fra": 3, "rus": 3}


def test_an_unknown_facet_is_named():
    with pytest.raises(SettingsError, match="colour"):
        Filter(facets={"colour": ["red"]})


@pytest.mark.parametrize(("one", "other", "are_one"), [("新" * 700, "新" * 699, False), ("新" * 700, "新" * 700, True)])
def test_outlets_of_any_length_are_told_apart(keep, store, record_of, one, other, are_one):
    record = record_of("It rains.")
    keep(replace(record, document=replace(record.document, publisher=one)))
    with store.reading() as connection:
        assert count(connection, Filter(facets={"outlet": [one]})) == 1
        assert count(connection, Filter(facets={"outlet": [other]})) == int(are_one)
