"""What is polled is remembered: nothing is asked for that did not change, and what fails is tried again later."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, update

from onrecord.ingest import SourceOptions, pages
from onrecord.model import Page
from onrecord.settings import DEFAULTS
from onrecord.store.engine import address, connect
from onrecord.store.feeds import Memory
from onrecord.store.loading import Loading, Outcome
from onrecord.store.migrate import upgrade
from onrecord.store.opening import Store, make_tables, open_store
from onrecord.store.tables import failure, feed, feed_item

TALKS = "<!DOCTYPE html><html><body><p>Macron met Putin in Moscow on Monday.</p></body></html>"
MINUTES = timedelta(minutes=10)


def rss(*items):
    return f"<rss><channel><title>Norland</title>{''.join(items)}</channel></rss>"


def item(link, title="Talks"):
    return f"<item><link>{link}</link><title>{title}</title></item>"


@pytest.fixture
def look(store, web, tools):
    """Polls a path of the site, or a file, at a minute; what became of which page, and what was asked for."""

    def look(path, minute=0, **how):
        web.asked.clear()
        at = datetime(2031, 5, 12, tzinfo=UTC) + timedelta(minutes=minute)
        memory = Memory(store=store, interval=MINUTES, now=lambda: at, **how)
        polling = memory.round()
        options = SourceOptions(allow_private=True, pause=0.0, polling=polling)
        outcomes = []
        source = str(path) if isinstance(path, Path) else f"{web.address}{path}"
        for done in Loading(store=store, settings=DEFAULTS, workers=1, now=lambda: at).load(pages(source, options)):
            memory.note(done.uri, polling, is_read=done.outcome is not Outcome.FAILED)
            outcomes.append((done.uri.removeprefix(web.address), done.outcome.value))
        memory.finish(polling)
        return outcomes, web.paths()

    return look


@pytest.fixture
def talks(web):
    for path in ("/1", "/2"):
        web.has(path, TALKS.replace("Monday", f"Monday, {path}"), Content_Type="text/html")
    return web


def test_what_is_here_is_not_asked_for_again(talks, look):
    talks.has("/feed", rss(item("/1")))
    assert look("/feed") == ([("/1", "new")], ["/feed", "/1"])
    assert look("/feed") == ([], ["/feed"])
    talks.has("/feed", rss(item("/2"), item("/1")))
    assert look("/feed") == ([("/2", "new")], ["/feed", "/2"])


def test_what_the_feed_says_has_changed_is_asked_for_again(talks, look):
    talks.has("/feed", rss(item("/1")))
    look("/feed")
    talks.has("/1", TALKS.replace("Monday", "Tuesday"), Content_Type="text/html")
    talks.has("/feed", rss(item("/1", "Talks (corrected)")))
    assert look("/feed") == ([("/1", "changed")], ["/feed", "/1"])


def test_a_feed_that_did_not_change_says_so(talks, look):
    talks.has("/feed", rss(item("/1")), ETag='"a"', Last_Modified="Mon, 12 May 2031 08:00:00 GMT")
    look("/feed")
    assert look("/feed") == ([], ["/feed"])
    sent = talks.asked[-1][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"a"', "Mon, 12 May 2031 08:00:00 GMT")
    assert look("/feed") == ([], ["/feed"])
    talks.has("/feed", rss(item("/1"), item("/2")), ETag='"b"')
    assert look("/feed") == ([("/2", "new")], ["/feed", "/2"])


def test_the_sitemaps_of_an_index_are_asked_for_each(talks, look):
    talks.has("/index", f"<sitemapindex><sitemap><loc>{talks.address}/map</loc></sitemap></sitemapindex>", ETag='"i"')
    talks.has("/map", f"<urlset><url><loc>{talks.address}/1</loc></url></urlset>", ETag='"a"')
    assert look("/index") == ([("/1", "new")], ["/index", "/map", "/1"])
    assert look("/index") == ([], ["/index", "/map"])
    talks.has("/map", f"<urlset><url><loc>{talks.address}/2</loc></url></urlset>", ETag='"b"')
    assert look("/index") == ([("/2", "new")], ["/index", "/map", "/2"])


def test_what_failed_is_tried_again_later_each_time(talks, look, store):
    talks.has("/feed", rss(item("/gone"), item("/1")), ETag='"a"')
    assert look("/feed", 0) == ([("/gone", "failed"), ("/1", "new")], ["/feed", "/gone", "/1"])
    assert look("/feed", 10) == ([], ["/feed"])
    assert look("/feed", 21) == ([("/gone", "failed")], ["/feed", "/gone"])  # though the feed did not change
    assert look("/feed", 41) == ([], ["/feed"])
    talks.has("/gone", TALKS, Content_Type="text/html")
    assert look("/feed", 62) == ([("/gone", "new")], ["/feed", "/gone"])
    assert look("/feed", 10_000) == ([], ["/feed"])
    assert _rows(store, failure) == []


def test_what_cannot_be_read_is_not_fetched_again(talks, look):
    talks.has("/1", "<!DOCTYPE html><html><body></body></html>", Content_Type="text/html")
    talks.has("/feed", rss(item("/1")))
    assert look("/feed") == ([("/1", "failed")], ["/feed", "/1"])
    assert look("/feed", 10_000) == ([], ["/feed"])


def test_what_a_feed_lists_no_more_is_forgotten_if_it_was_never_had(talks, look, store):
    talks.has("/feed", rss(item("/gone")), ETag='"a"')
    look("/feed")
    talks.has("/feed", rss(item("/1")), ETag='"b"')
    assert look("/feed", 30) == ([("/1", "new")], ["/feed", "/1"])
    assert [row.link.removeprefix(talks.address) for row in _rows(store, feed_item)] == ["/1"]
    look("/feed", 40)
    assert talks.asked[-1][1]["If-None-Match"] == '"b"'


@pytest.mark.parametrize(
    ("status", "headers", "quiet", "asked_at"),
    [
        (503, {}, [10, 19], 20),
        (503, {"Retry_After": "3000"}, [20, 49], 50),
        (429, {"Retry_After": "Mon, 12 May 2031 00:50:00 GMT"}, [], 60 * 24),
        (404, {}, [10, 19], 20),
        (500, {"Retry_After": "3000"}, [10, 19], 20),
    ],
)
def test_a_feed_that_fails_is_left_alone_for_a_while(talks, look, store, status, headers, quiet, asked_at):
    talks.has("/feed", "", status, **headers)
    assert look("/feed", 0) == ([("/feed", "failed")], ["/feed"])
    for minute in quiet:
        assert look("/feed", minute) == ([], [])
    talks.has("/feed", rss(item("/1")))
    assert look("/feed", asked_at) == ([("/1", "new")], ["/feed", "/1"])
    assert [(row.failures, row.due_at) for row in _rows(store, feed)] == [(0, None)]
    assert _rows(store, failure) == []


def test_each_failure_doubles_the_wait_up_to_a_day(talks, look, store):
    minute, waits = 0, []
    for _ in range(10):
        look("/nothing", minute)
        [row] = _rows(store, feed)
        due = datetime.fromisoformat(row.due_at) - datetime.fromisoformat(row.polled_at)
        waits.append(int(due.total_seconds() / 60))
        minute += waits[-1]
    assert waits == [20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]


def test_a_site_that_wants_rest_during_a_round_gets_it(talks, look):
    talks.has("/1", "", 429, Retry_After="1800")
    talks.has("/feed", rss(item("/1"), item("/2")))
    assert look("/feed") == ([("/1", "failed"), ("/2", "failed")], ["/feed", "/1"])
    assert look("/feed", 25) == ([], ["/feed"])
    talks.has("/1", TALKS, Content_Type="text/html")
    assert look("/feed", 31) == ([("/1", "new"), ("/2", "new")], ["/feed", "/1", "/2"])


def test_a_feed_that_was_cut_is_read_again(talks, look):
    whole = rss(item("/1"), item("/2"))
    talks.has("/feed", whole[: whole.index("/2")], ETag='"a"')
    outcomes, _ = look("/feed")
    assert outcomes == [("/1", "new"), ("/feed", "failed")]
    talks.has("/feed", whole, ETag='"a"')
    assert look("/feed") == ([("/2", "new")], ["/feed", "/2"])


def test_a_page_of_its_own_is_asked_for_changes_too(talks, look):
    talks.has("/1", TALKS, Content_Type="text/html", ETag='"a"')
    assert look("/1") == ([("/1", "new")], ["/1"])
    assert look("/1") == ([], ["/1"])
    talks.has("/1", TALKS.replace("Monday", "Tuesday"), Content_Type="text/html", ETag='"b"')
    assert look("/1") == ([("/1", "changed")], ["/1"])


def test_a_page_that_two_feeds_name_is_asked_for_once(talks, look):
    talks.has("/feed", rss(item("/1")))
    talks.has("/map", f"<urlset><url><loc>{talks.address}/1</loc><lastmod>2031-05-12</lastmod></url></urlset>")
    assert look("/feed") == ([("/1", "new")], ["/feed", "/1"])
    assert look("/map") == ([], ["/map"])
    assert look("/feed") == ([], ["/feed"])
    talks.has("/map", f"<urlset><url><loc>{talks.address}/1</loc><lastmod>2031-05-14</lastmod></url></urlset>")
    talks.has("/1", TALKS.replace("Monday", "Tuesday"), Content_Type="text/html")
    assert look("/map") == ([("/1", "changed")], ["/map", "/1"])
    assert look("/map") == ([], ["/map"])
    assert look("/feed") == ([], ["/feed"])


def test_what_was_remembered_before_several_feeds_were_is_remembered(talks, look, store):
    talks.has("/feed", rss(item("/1")))
    look("/feed")
    with store.writing() as connection:
        [row] = connection.execute(select(feed_item)).all()
        connection.execute(update(feed_item).values(stamp=row.stamp.partition("=")[2]))
    assert look("/feed") == ([], ["/feed"])


def test_who_asks_gets_what_failed_tried_again_at_once(talks, look, store):
    talks.has("/unreadable", "<!DOCTYPE html><html><body></body></html>", Content_Type="text/html")
    talks.has("/feed", rss(item("/gone"), item("/unreadable"), item("/1")), ETag='"a"')
    failed = [("/gone", "failed"), ("/unreadable", "failed")]
    assert look("/feed", is_asked=True) == ([*failed, ("/1", "new")], ["/feed", "/gone", "/unreadable", "/1"])
    assert look("/feed", is_asked=True) == (failed, ["/feed", "/gone", "/unreadable"])
    talks.has("/feed", rss(item("/gone"), item("/1")), ETag='"b"')
    talks.has("/gone", TALKS, Content_Type="text/html")
    assert look("/feed", is_asked=True) == ([("/gone", "new")], ["/feed", "/gone"])
    assert look("/feed", is_asked=True) == ([], ["/feed"])
    assert talks.asked[-1][1]["If-None-Match"] == '"b"'
    assert [row.failures for row in _rows(store, feed_item)] == [0, 0]


def test_who_asks_does_not_wait_for_a_feed_that_failed(talks, look, store):
    talks.has("/feed", "", 503, Retry_After="3000")
    assert look("/feed") == ([("/feed", "failed")], ["/feed"])
    talks.has("/feed", rss(item("/1")), ETag='"a"')
    assert look("/feed", is_asked=True) == ([("/1", "new")], ["/feed", "/1"])
    assert _rows(store, failure) == []


def test_what_is_asked_for_anew_comes_whatever_is_remembered(talks, look):
    talks.has("/feed", rss(item("/1")), ETag='"a"')
    look("/feed")
    assert look("/feed", is_anew=True) == ([("/1", "unchanged")], ["/feed", "/1"])


def test_a_page_that_failed_late_in_a_long_round_is_remembered(talks, store):
    """A large feed takes longer than the time after which what failed is tried again."""
    talks.has("/feed", rss(item("/gone")), ETag='"a"')
    clock = iter(datetime(2031, 5, 12, tzinfo=UTC) + timedelta(hours=hour) for hour in range(100))
    memory = Memory(store=store, interval=MINUTES, now=lambda: next(clock))
    polling = memory.round()
    [gone] = pages(f"{talks.address}/feed", SourceOptions(allow_private=True, pause=0.0, polling=polling))
    memory.note(gone.uri, polling)
    memory.finish(polling)
    assert [row.failures for row in _rows(store, feed_item)] == [1]


def test_what_is_not_kept_yet_is_asked_for_again(talks, store):
    """A run that is killed remembers no more than it kept."""
    talks.has("/feed", rss(item("/1"), item("/2")), ETag='"a"')
    at = datetime(2031, 5, 12, tzinfo=UTC)
    memory = Memory(store=store, interval=MINUTES, now=lambda: at)
    for _ in range(2):
        polling = memory.round()
        found = list(pages(f"{talks.address}/feed", SourceOptions(allow_private=True, pause=0.0, polling=polling)))
        assert [isinstance(page, Page) for page in found] == [True, True]
    memory.note(found[0].uri, polling)
    polling = memory.round()
    [page] = pages(f"{talks.address}/feed", SourceOptions(allow_private=True, pause=0.0, polling=polling))
    assert page.uri == f"{talks.address}/2"


def test_a_store_of_the_first_schema_gets_what_is_remembered(place):
    store = Store(connect(address(place)))
    with store.writing() as connection:
        upgrade(connection, to="0001")
    assert not {"feed", "feed_item"} & set(inspect(store.engine).get_table_names())
    make_tables(store)
    store.close()
    with open_store(place, make=False) as store:
        assert _rows(store, feed) == _rows(store, feed_item) == []


def _rows(store, table):
    with store.reading() as connection:
        return list(connection.execute(select(table)))


def _failures(store):
    with store.reading() as connection:
        return sorted(connection.execute(select(failure.c.uri)).scalars())


ARCHIVED = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nMacron met Putin in Moscow."
RECORD = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: {len(ARCHIVED)}"
WHOLE = RECORD.encode() + b"\r\n\r\n" + ARCHIVED + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "broken", "failed", "mended"),
    [
        ("a.warc", WHOLE[:-12], "", WHOLE),
        ("rows.csv", b"title,body\nTalks,Macron met Putin.\n", "", b"title,text\nTalks,Macron met Putin.\n"),
        ("rows.csv", b"title,text\nA,Macron met Putin.\nB,\n", ":3", b"title,text\nA,Macron met Putin.\n"),
        ("rows.csv", b"title,text\nA,Macron met Putin.\nB,12 34\n", "#3", b"title,text\nA,Macron met Putin.\n"),
        (
            "feed.xml",
            rss(item("/1")).encode(),
            "#/1",
            rss("<item><description>Macron met.</description></item>").encode(),
        ),
        ("a.txt", b"12 34", "", b"Macron met Putin."),
    ],
)
def test_what_is_mended_is_no_failure_any_more(store, look, tmp_path, name, broken, failed, mended):
    file = tmp_path / "in" / name
    file.parent.mkdir()
    file.write_bytes(broken)
    for minute in (0, 1):
        look(file, minute)
        assert _failures(store) == [f"{file}{failed}"]
    file.write_bytes(mended)
    look(file.parent if name != "feed.xml" else file, 2)  # XML in folders is passed over
    assert _failures(store) == []


def test_a_folder_that_was_empty_and_a_page_that_is_as_before(store, look, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    look(folder)
    assert _failures(store) == [str(folder)]
    (folder / "a.txt").write_text("Macron met Putin.")
    look(folder, 1)
    assert _failures(store) == []
    (folder / "a.txt").write_text("12 34")
    look(folder, 2)
    assert _failures(store) == [str(folder / "a.txt")]
    (folder / "a.txt").write_text("Macron met Putin.")
    assert look(folder, 3)[0] == [(str(folder / "a.txt"), "unchanged")]
    assert _failures(store) == []


def test_what_still_fails_stays_noted(store, look, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "rows.csv").write_text("title,text\nA,Macron met Putin.\nB,\nC,12 34\n")
    (folder / "b.txt").write_text("12 34")
    told = [str(folder / name) for name in ("b.txt", "rows.csv#4", "rows.csv:3")]
    for minute in (0, 1, 2):
        look(folder, minute)
        assert _failures(store) == told
    look(folder / "b.txt", 3)  # of others nothing is known
    assert _failures(store) == told


@pytest.mark.parametrize("how", [{"is_asked": True}, {}])
@pytest.mark.parametrize("gone", [(404, b"gone"), (200, b"12 34")])
def test_a_page_that_failed_is_forgotten_when_its_feed_lists_it_no_more(store, talks, look, gone, how):
    talks.has("/3", gone[1], gone[0], Content_Type="text/plain")
    talks.has("/feed", rss(item("/1"), item("/3")))
    for minute in (0, 1):
        look("/feed", minute, **how)
        assert _failures(store) == [f"{talks.address}/3"]
    talks.has("/feed", rss(item("/1"), item("/3"))[:-40])  # cut off: what stood behind is not known
    look("/feed", 2, **how)
    assert f"{talks.address}/3" in _failures(store)
    talks.has("/feed", rss(item("/1")))
    look("/feed", 3, **how)
    assert _failures(store) == []
