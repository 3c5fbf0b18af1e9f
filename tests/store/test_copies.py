"""Groups of copies follow from the documents, in whatever order these came; the same on every database."""

import random
from datetime import date, timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select, text

from onrecord.errors import StoreError
from onrecord.model import Document, Record, document_id
from onrecord.store import Store, copies, open_store
from onrecord.store.copies import copies_of, distinct_documents, group_of, groups
from onrecord.store.engine import address, connect
from onrecord.store.keys import entry_key
from onrecord.store.likeness import Signed, bands, is_copy, signature
from onrecord.store.migrate import LOCATION, migrate
from onrecord.store.tables import band, document
from onrecord.store.tables import signature as signatures

WORDS = [f"word{number}" for number in range(300)]


def words(seed, number=240):
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(number)]


def made_up(told, number, published="2031-05-12"):
    """A document of an outlet of its own."""
    text = " ".join(told)
    uri = f"https://outlet{number}.example/news"
    own = Document(id=document_id(text), uri=uri, text=text, blocks=(), published=published)
    return Record(document=own, findings=(), actors=(), statements=(), events=())


def drift(seed=3, length=12, step=24):
    """Stories that change little from one to the next, and all between the first and the last."""
    told = words(seed, 240 + length * step)
    return [told[place * step : place * step + 240] for place in range(length)]


@pytest.fixture
def many():
    """Stories with copies, some of which are copies of copies alone; published in no order."""
    chance = random.Random(11)
    told = [*drift(), *(words(20), words(20)[:200], words(21)[:50] + words(20), words(22))]
    days = [(date(2031, 5, 1) + timedelta(days=chance.randrange(9))).isoformat() for _ in told]
    days[4] = None
    return [made_up(story, number, day) for number, (story, day) in enumerate(zip(told, days, strict=True))]


def _signed(record):
    values, shingles = signature(record.document.text)
    own = record.document
    about = {"uri": own.uri, "title": own.title, "publisher": own.publisher, "published": own.published}
    return Signed(document=0, values=values, shingles=shingles, leader=None, likeness=1.0, **about)


def _expected(records):
    """The leader of each address, found by comparing all with all, as the rule has it."""
    leaders, led = [], {}
    for one in sorted(map(_signed, records), key=lambda one: one.order):
        near = (other for other in leaders if set(bands(one.values)) & set(bands(other.values)))
        leader = next((other for other in near if is_copy(one, other)), one)
        leaders += [one] if leader is one else []
        led[one.uri] = leader.uri
    return led


def _found(store):
    """The leader of each address, as the store has it."""
    leader = document.alias()
    asked = (
        select(document.c.uri, leader.c.uri)
        .join(signatures, signatures.c.document == document.c.key)
        .join(leader, leader.c.key == signatures.c.leader)
    )
    with store.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(asked)}


@pytest.mark.parametrize("seed", range(4))
def test_groups_are_the_same_in_whatever_order_documents_come(store, keep, many, seed):
    random.Random(seed).shuffle(many)
    keep(*many)
    expected = _expected(many)
    assert _found(store) == expected
    assert 3 < len(set(expected.values())) < len(many)


@pytest.mark.parametrize("seed", range(4))
def test_groups_follow_what_changes(store, keep, many, seed):
    chance = random.Random(seed)
    keep(*many)
    for number in chance.sample(range(len(many)), 6):
        other = many[chance.randrange(len(many))].document.text.split()
        many[number] = made_up([*other, "anew"], number, many[number].document.published)
        keep(many[number])
    assert _found(store) == _expected(many)
    with store.reading() as connection:
        kept, found = (set(connection.execute(select(one.c.document)).scalars()) for one in (signatures, band))
    assert kept == found == set(store.current())


def test_a_chain_of_small_changes_is_no_group(store, keep):
    keys = keep(*(made_up(story, number, f"2031-05-{number + 1:02}") for number, story in enumerate(drift())))
    with store.reading() as connection:
        assert keys[-1] not in group_of(connection, keys[0])
        assert all(alike >= 0.6 for key in keys for alike in group_of(connection, key).values())


def test_one_document_of_a_group_counts(store, keep):
    story = words(1)
    late, other, none, early, cut = keep(
        made_up(story, 1, "2031-05-14"),
        made_up(words(2), 2),
        made_up("…", 3),
        made_up(story, 4, "2031-05-12"),
        made_up(story[:200], 5, None),
    )
    with store.reading() as connection:
        assert distinct_documents(connection, [late, other, none, early, cut]) == [other, none, early]
        assert distinct_documents(connection, [cut, none, late]) == [none, late]
        assert distinct_documents(connection, []) == []
        assert copies_of(connection, [late, other, none, cut]) == {late: 2, cut: 2}
        assert groups(connection) == [early]
        assert list(group_of(connection, late)) == [early, late, cut]
        assert group_of(connection, none) == {}


def test_many_keys_are_asked_for_in_parts(store, keep, monkeypatch):
    monkeypatch.setattr(copies, "AT_ONCE", 2)
    keys = keep(*(made_up(words(number % 3), number) for number in range(7)))
    with store.reading() as connection:
        assert distinct_documents(connection, keys) == keys[:3]
        assert copies_of(connection, keys) == {key: 2 if place % 3 == 0 else 1 for place, key in enumerate(keys)}


def test_a_store_of_the_first_schema_is_told_its_copies(place):
    config = Config()
    config.set_main_option("script_location", LOCATION)
    with Store(connect(address(place))) as store, store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for number, story in enumerate((words(1), words(2), words(1)[:200]), 1):
            _write_to_first_schema(connection, made_up(story, number).document, number)
    with pytest.raises(StoreError, match="run onrecord migrate"):
        open_store(place)
    with Store(connect(address(place))) as store:
        migrate(store)
    with open_store(place) as store:
        first, other, cut = store.current()
        with store.reading() as connection:
            assert list(group_of(connection, first)) == [first, cut]
            assert list(group_of(connection, other)) == [other]


def _write_to_first_schema(connection, own, number):
    connection.execute(text("INSERT INTO text VALUES (:id, :text)"), {"id": own.id, "text": own.text})
    connection.execute(
        text(
            "INSERT INTO document (uri, version, is_current, page, text, published, blocks, provenance, read_at, "
            "reader, hash) VALUES (:uri, 1, true, 'p', :id, :published, '[]', '{}', '2031-05-12', 'test', 'h')"
        ),
        {"uri": own.uri, "id": own.id, "published": own.published},
    )
    connection.execute(
        text("INSERT INTO entry VALUES (:key, :number, :number, 'document', 0, :day, 'is:document')"),
        {"key": entry_key(date.fromisoformat(own.published), number), "number": number, "day": own.published},
    )
