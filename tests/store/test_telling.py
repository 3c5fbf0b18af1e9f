"""Event tables of a store are those of its documents, in however many batches they are made."""

import io

import pytest

from onrecord import lexicon
from onrecord.cli.listing import happenings_of
from onrecord.export.tables import write_gdelt, write_gdelt_batches, write_plover, write_plover_batches
from onrecord.store import telling
from onrecord.store.held import Wanted
from onrecord.store.telling import batches

TEXTS = (
    ("French President Emmanuel Macron met Russian President Vladimir Putin in Moscow on Monday.", "2031-05-12"),
    ("Germany condemned Belarus.", "2031-05-12"),
    ("Macron of France met Putin of Russia in Moscow on Monday. Poland sanctioned Belarus.", "2031-05-13"),
    ("Germany condemned Belarus.", "2031-08-12"),
    ("It rains.", "2031-05-12"),
)  # fmt: skip


@pytest.fixture
def records(keep, record_of):
    made = [record_of(text, uri=f"{number}.txt", published=day) for number, (text, day) in enumerate(TEXTS)]
    keep(*made)
    return made


def rows(write, *told):
    stream = io.StringIO()
    write(*told, stream)
    header, *found = stream.getvalue().splitlines()
    return header, sorted(found)


@pytest.mark.parametrize("documents", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("write", "write_batches"), [(write_plover, write_plover_batches), (write_gdelt, write_gdelt_batches)]
)
def test_batches_give_the_rows_of_all_at_once(store, records, monkeypatch, documents, write, write_batches):
    monkeypatch.setattr(telling, "DOCUMENTS", documents)
    known = lexicon.load()
    with store.reading() as connection:
        read = list(batches(connection, Wanted()))
    assert (len(read) == 1) == (documents == 1000)
    told = [(happenings_of(one, known), one) for one in read]
    at_once = rows(write, happenings_of(records, known), records)
    assert len(at_once[1]) >= 3
    assert rows(write_batches, told) == at_once


def test_every_event_is_in_one_batch(store, records, monkeypatch):
    monkeypatch.setattr(telling, "DOCUMENTS", 1)
    with store.reading() as connection:
        read = [event.id for batch in batches(connection, Wanted()) for record in batch for event in record.events]
    assert sorted(read) == sorted(event.id for record in records for event in record.events)


def test_what_copies_tell_is_in_one_batch_once(store, keep, record_of):
    told = f"Germany condemned Belarus. {' '.join(f'Ship {number} left port {number}.' for number in range(40))}"
    keep(*(record_of(told, uri=f"https://{name}.example/1", published="2031-05-12") for name in "ab"))
    with store.reading() as connection:
        read = [record.document.uri for batch in batches(connection, Wanted()) for record in batch]
    assert read == ["https://a.example/1"]


def test_a_store_without_events_has_no_batches(store, keep, record_of):
    keep(record_of("It rains."))
    with store.reading() as connection:
        assert list(batches(connection, Wanted())) == []
