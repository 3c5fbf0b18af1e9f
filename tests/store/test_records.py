"""What is kept comes back equal; a changed page is read again, and its older readings stay."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, update

from onrecord.errors import EvidenceError
from onrecord.model import Actor, Event, Finding, Mention, Statement
from onrecord.store.rows import SHAPES
from onrecord.store.tables import document, entry, evidence, metadata, text

TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."
LATER = f"{TALKS} Putin said Russia would not."


def test_what_is_kept_comes_back_equal(store, keep, record_of):
    records = [record_of(TALKS), record_of(LATER, uri="b.txt"), record_of("It rains.", uri="c.txt", published=None)]
    assert records[1].statements
    assert records[1].events
    assert list(store.load(keep(*records))) == records


def test_records_come_in_the_order_that_is_asked_for(store, keep, record_of):
    first, second = keep(record_of(TALKS), record_of(LATER, uri="b.txt"))
    assert [one.document.uri for one in store.load([second, first, 99])] == ["b.txt", "a.txt"]


def test_a_changed_page_takes_the_place_of_the_last_and_both_stay(store, keep, record_of):
    first, second = keep(record_of(TALKS), record_of(LATER))
    assert store.current() == [second]
    assert [one.document.text for one in store.load([first, second])] == [TALKS, LATER]
    with store.reading() as connection:
        versions = connection.execute(select(document.c.version, document.c.is_current).order_by(document.c.key)).all()
        searchable = connection.execute(select(func.count()).where(entry.c.document == first)).scalar_one()
    assert versions == [(1, False), (2, True)]
    assert searchable == 0


def test_a_text_is_kept_once_however_many_pages_have_it(store, keep, record_of):
    keep(record_of(TALKS), record_of(TALKS, uri="b.txt"))
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(text)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(document)).scalar_one() == 2


def test_what_a_text_does_not_bear_out_is_not_kept(store, record_of, keep):
    record = record_of(TALKS)
    wrong = replace(record.statements[0].content[0], exact="x" * len(record.statements[0].content[0].exact))
    said = replace(record.statements[0], content=(wrong,))
    forged = object.__new__(type(record))  # as somebody would who goes round the constructor
    for name in ("document", "findings", "actors", "events"):
        object.__setattr__(forged, name, getattr(record, name))
    object.__setattr__(forged, "statements", (said,))
    with pytest.raises(EvidenceError, match="xxx"):
        store.save(forged, page="p", reader="test", at=datetime(2031, 5, 12, tzinfo=UTC))
    assert store.current() == []


def test_nothing_of_a_transaction_stays_that_fails(store, keep, record_of):
    record = record_of(LATER)
    (key,) = keep(record)
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        assert connection.execute(update(document).values(uri="gone.txt")).rowcount / 0
    assert list(store.load([key])) == [record]


@pytest.mark.parametrize("kind", [Actor, Event, Finding, Mention, Statement])
def test_every_field_of_the_model_has_its_column(kind):
    columns = metadata.tables.get(kind.__name__.lower(), evidence).columns.keys()
    assert {*SHAPES[kind].plain, *SHAPES[kind].lists} - {"doc_id"} <= set(columns)
