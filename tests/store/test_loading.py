"""Loading again and again, after changes, failures and kills, gives what one undisturbed run gives."""

import multiprocessing
import random
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bench.kills import count, ingest, kill_runs, undisturbed
from sqlalchemy import select

from onrecord.model import Given, Page, Rejected
from onrecord.settings import DEFAULTS
from onrecord.store.loading import Loading, page_hash
from onrecord.store.prepared import Prepared, prepare
from onrecord.store.reading import read_in_workers
from onrecord.store.tables import document, failure

AT = datetime(2031, 5, 12, tzinfo=UTC)
SEED = 20310512  # of the moments at which a run is killed
KILLS = 10


def page(uri, text="Macron said France would help.", **given):
    return Page(uri=uri, content=text.encode(), given=Given(**given))


@pytest.fixture
def load(store):
    """Loads pages in a run of their own; what became of each."""

    def load(*pages):
        loading = Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: AT)
        return [(done.uri, done.outcome.value) for done in loading.load(pages)]

    return load


def test_what_is_there_unchanged_is_passed_over(load):
    assert load(page("a"), page("b")) == [("a", "new"), ("b", "new")]
    assert load(page("a"), page("b", "It changed, Macron said."), page("c")) == [
        ("a", "unchanged"),
        ("b", "changed"),
        ("c", "new"),
    ]


def test_what_is_said_of_a_page_is_part_of_it():
    same = page("a")
    hashes = {page_hash(one) for one in (same, page("a", title="Talks"), replace(same, published_otherwise="2031"))}
    assert len(hashes) == 3
    assert page_hash(page("b")) == page_hash(same)


def test_pages_of_one_address_do_not_take_each_others_place(load, store):
    pages = [page("a"), page("a", "Another text, Macron said."), page("a")]
    assert load(*pages) == [("a", "new"), ("a#2", "new"), ("a", "unchanged")]
    assert load(*pages) == [("a", "unchanged")] * 3
    assert len(store.current()) == 2


def capture(month, text, **about):
    """A page as a web archive has it: got in that month."""
    return replace(page("a", f"{text}, Macron said."), retrieved=datetime(2031, month, 1, tzinfo=UTC), **about)


MAY, JUNE, JULY = capture(5, "It rains"), capture(6, "It snows"), capture(7, "It rains")


@pytest.mark.parametrize(
    ("runs", "told", "held"),
    [
        ([[MAY], [JUNE], [MAY]], ["new", "changed", "unchanged"], [5, 6]),
        ([[JUNE], [MAY], [MAY, JUNE]], ["new", "changed", "unchanged", "unchanged"], [5, 6]),
        ([[JULY, MAY, JUNE]], ["new", "changed", "changed"], [5, 6, 7]),
        ([[MAY, JUNE, JULY], [JUNE, JULY]], ["new", "changed", "changed", "unchanged", "unchanged"], [5, 6, 7]),
        ([[MAY, capture(6, "It rains")], [capture(7, "It rains")]], ["new", "unchanged", "unchanged"], [5]),
        ([[capture(6, "It rains")], [MAY], [JULY]], ["new", "changed", "unchanged"], [5, 6]),
    ],
)
def test_of_captures_the_last_holds_in_whatever_order_they_come(load, store, runs, told, held):
    assert [outcome for run in runs for _, outcome in load(*run)] == told
    with store.reading() as connection:
        rows = connection.execute(select(document).order_by(document.c.version)).all()
    assert [datetime.fromisoformat(row.retrieved).month for row in rows] == held
    assert [(row.uri, row.version, row.is_current) for row in rows] == [
        ("a", number, number == len(held)) for number in range(1, len(held) + 1)
    ]
    [record] = store.load(store.current())
    assert record.document.retrieved.month == held[-1]


def test_the_same_capture_is_kept_once_by_two_who_write(store, load, record_of):
    load(MAY)
    again = prepare(replace(record_of("It rains", "a"), document=next(store.load(store.current())).document))
    saved = {"page": page_hash(MAY), "reader": "test", "at": AT}
    assert store.save_capture(again, **saved) is None
    a_moment_later = {**again.document, "retrieved": "2031-05-01T00:00:01+00:00"}
    assert store.save_capture(replace(again, document=a_moment_later), **saved) is None
    assert len(store.current()) == 1


def test_what_feeds_lead_to_in_one_run_is_of_one_time(load, store):
    listed = [capture(5, "It rains", listed=Given(title=title)) for title in ("Rain", "More rain")]
    assert load(*listed) == [("a", "new"), ("a#2", "new")]
    assert load(*listed) == [("a", "unchanged")] * 2


def test_what_fails_is_noted_until_it_can_be_read(load, store):
    gone = Rejected(uri="a", reason="a: is empty")
    assert load(gone, page("b", "\x00\x01\x02" * 9), page("c")) == [("a", "failed"), ("b", "failed"), ("c", "new")]
    assert _failures(store) == ["a", "b"]
    assert load(page("a")) == [("a", "new")]
    assert _failures(store) == ["b"]


def test_what_no_database_takes_costs_no_other_page(load, store):
    odd = page("caf\udce9")
    assert load(odd, Rejected(uri="\udce9", reason="\0"), page("b")) == [
        (r"caf\udce9", "failed"),
        (r"\udce9", "failed"),
        ("b", "new"),
    ]
    assert _failures(store) == [r"\udce9", r"caf\udce9"]


def test_a_text_with_nul_is_kept(load, store):
    assert load(page("a", "Macron\0 said France would help.", title="Help\0")) == [("a", "new")]
    [record] = store.load(store.current())
    assert (record.document.text, record.document.title) == ("Macron\ufffd said France would help.", "Help\ufffd")


def _failures(store):
    with store.reading() as connection:
        return sorted(connection.execute(select(failure.c.uri)).scalars())


def test_a_plan_does_nothing(store, load):
    load(page("a"))
    loading = Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: AT)
    pages = [page("a"), page("b"), Rejected(uri="c", reason="c: is empty")]
    assert [(done.uri, done.outcome.value) for done in loading.plan(pages)] == [
        ("a", "unchanged"),
        ("b", "new"),
        ("c", "failed"),
    ]
    assert _failures(store) == []
    assert len(store.current()) == 1


def _kill_readers():
    for child in multiprocessing.active_children():
        child.kill()


def test_a_reader_that_dies_costs_no_page():
    pages = [page(name) for name in "abcdefghijkl"]
    read = {}
    for one, result in read_in_workers(pages, DEFAULTS, 2):
        if not read:
            _kill_readers()
        read[one.uri] = type(result)
    assert read == dict.fromkeys("abcdefghijkl", Prepared)


def test_a_page_that_kills_every_reader_is_told():
    over = threading.Event()

    def hunt():
        while not over.wait(0.05):
            _kill_readers()

    hunter = threading.Thread(target=hunt)
    hunter.start()
    try:
        [(_, result)] = read_in_workers([page("deadly")], DEFAULTS, 1)
    finally:
        over.set()
        hunter.join()
    assert result == Rejected(uri="deadly", reason="deadly: killed the process that read it (is it very large?)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Many short texts."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(60):
        text = f"Macron met Putin in Moscow. Macron said that {number} ships had left. Putin said nobody knew."
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def test_kills_lose_nothing_and_keep_nothing_twice(place, folder, store, tools):
    kill_runs(folder, place, KILLS, random.Random(SEED))
    last = ingest(folder, place)
    assert last.communicate()[1].decode().startswith("60 documents")
    kept = {record.document.uri: record for record in store.load(store.current())}
    assert count(place) == len(kept) == 60
    assert undisturbed(folder) == kept
