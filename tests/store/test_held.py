"""What is read out of a store whole and put into another is there as it was, in its place among other readings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from onrecord import lexicon
from onrecord.errors import EvidenceError
from onrecord.export.archive import failure_line, held_line, restored
from onrecord.export.verify import verify_line
from onrecord.model import Rejected
from onrecord.store import MEMORY, open_store
from onrecord.store.held import Failure, Wanted, failures, held, keys, put, put_failure
from onrecord.store.search import Filter, Owner, count
from onrecord.store.tables import document, failure
from onrecord.store.verifying import check

TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."
LATER = f"{TALKS} Putin said Russia would not."
LAST = "“We will return,” Macron said on Monday."
AT = datetime(2031, 5, 12, 9, 30, 0, 250, tzinfo=UTC)
ALL = Wanted(superseded=True)


@pytest.fixture
def filled(store, record_of):
    """A store with three versions of a page, another page, one that failed and one that failed after it was read."""
    for number, text in enumerate((TALKS, LATER, LAST)):
        at = AT + timedelta(hours=number)
        store.save(record_of(text), page=f"page {number}", reader=f"reader {number}", at=at)
    store.save(record_of(TALKS, uri="b.txt", published=None), page="b", reader="test", at=AT)
    store.fail(Rejected(uri="gone.txt", reason="cannot be read"), page=None, at=AT)
    store.fail(Rejected(uri="b.txt", reason="is garbled"), page="c", at=AT + timedelta(days=1))
    return store


@pytest.fixture
def other():
    with open_store(MEMORY) as opened:
        yield opened


def lines(store):
    with store.reading() as connection:
        told = [held_line(one, lexicon.load()) for one in held(connection, ALL)]
        return [*told, *(failure_line(one) for one in failures(connection))]


def fill(store, told):
    """Puts lines into a store; what became of each."""
    done = []
    for line in told:
        assert verify_line(line).mismatches == ()
        one = restored(line)
        with store.writing() as connection:
            if isinstance(one, Failure):
                done.append(put_failure(connection, one))
            else:
                done.append(put(connection, one.record, one.kept))
    return done


def whole(store):
    with store.reading() as connection:
        return [replace(one, key=0) for one in held(connection, ALL)], list(failures(connection))


def sound(store):
    with store.reading() as connection:
        return [str(fault) for checked in check(connection) for fault in checked.faults] == []


def test_what_a_store_holds_comes_back_equal_from_its_lines(filled, other):
    told = lines(filled)
    assert fill(other, told) == ["new"] * 6
    assert whole(other) == whole(filled)
    assert lines(other) == told
    assert sound(other)


def test_a_second_time_nothing_is_new(filled):
    before = whole(filled)
    assert fill(filled, lines(filled)) == ["unchanged"] * 6
    assert whole(filled) == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1), (1, 0, 2), (0, 2, 1)])
def test_readings_find_their_places_in_whatever_order_they_come(filled, other, order):
    told = lines(filled)
    fill(other, [told[place] for place in order])
    with other.reading() as connection:
        asked = select(document.c.version, document.c.reader, document.c.is_current).order_by(document.c.version)
        versions = connection.execute(asked).all()
        assert count(connection, Filter(owners=(Owner.DOCUMENT,))) == 1
    assert versions == [(1, "reader 0", False), (2, "reader 1", False), (3, "reader 2", True)]
    assert sound(other)


def test_where_a_version_is_taken_later_ones_move_up(store, record_of):
    with store.writing() as connection:
        for number, text in enumerate((LATER, LAST), 1):
            at = AT + timedelta(hours=number)
            store_line = {"version": number, "current": True, "page": text[:5], "reader": "r", "read_at": at}
            put(connection, record_of(text), kept(**store_line))
        put(connection, record_of(TALKS), kept(version=1, current=True, page="x", reader="first", read_at=AT))
    with store.reading() as connection:
        found = [(one.kept.version, one.kept.reader, one.kept.current) for one in held(connection, ALL)]
    assert sorted(found) == [(1, "first", False), (2, "r", False), (3, "r", True)]
    assert sound(store)


def kept(**values):
    from onrecord.store.held import Kept

    return Kept(**values)


def test_what_failed_before_it_was_read_is_no_failure_any_more(filled):
    with filled.writing() as connection:
        old = Failure(uri="a.txt", page=None, reason="was away", failed_at=AT)
        assert put_failure(connection, old) == "unchanged"
        again = Failure(uri="gone.txt", page=None, reason="is still away", failed_at=AT + timedelta(days=2))
        assert put_failure(connection, again) == "new"
        assert connection.execute(select(failure.c.reason).order_by(failure.c.uri)).scalars().all() == [
            "is garbled",
            "is still away",
        ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [3, 4]),
        (ALL, [1, 2, 3, 4]),
        (Wanted(since=date(2031, 5, 12)), [3]),
        (Wanted(since=date(2031, 5, 13)), []),
        (Wanted(until=date(2031, 5, 12), superseded=True), [1, 2, 3]),
        (Wanted(until=date(2031, 5, 11), superseded=True), []),
        (Wanted(countries=("RUS",)), [4]),
        (Wanted(countries=("FRA", "BRA")), [3, 4]),
        (Wanted(countries=("BRA",)), []),
    ],
)
def test_days_and_countries_choose_documents(filled, wanted, found):
    with filled.reading() as connection:
        assert list(keys(connection, wanted)) == found
        assert [one.key for one in held(connection, wanted)] == found


def test_a_page_that_was_got_at_no_instant_is_refused(other, filled):
    with filled.reading() as connection:
        first = next(held(connection, ALL))
    document = replace(first.record.document, retrieved=datetime(2031, 5, 12))  # noqa: DTZ001 - without a zone
    with pytest.raises(EvidenceError, match="which is no instant: it names no zone"), other.writing() as connection:
        put(connection, replace(first.record, document=document), first.kept)
    assert other.current() == []
