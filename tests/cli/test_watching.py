"""`onrecord ingest --watch` looks again and again, tells what each round brought, and stops when it is told to."""

import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from onrecord.cli.loading import Run
from onrecord.cli.reading import Request
from onrecord.cli.watching import JITTER, watched
from onrecord.errors import StoreAwayError
from onrecord.ingest import SourceOptions
from onrecord.settings import DEFAULTS
from onrecord.store import open_store
from onrecord.store.tables import failure

TALKS = "<!DOCTYPE html><html><body><p>Macron met Putin in Moscow on {day}.</p></body></html>"
PAGE = {"Content_Type": "text/html"}


def rss(web, *paths):
    items = "".join(f"<item><link>{web.address}{path}</link></item>" for path in paths)
    return f"<rss><channel><title>Norland</title>{items}</channel></rss>"


@pytest.fixture
def feed(web):
    web.has("/1", TALKS.format(day="Monday"), **PAGE)
    web.has("/2", TALKS.format(day="Tuesday"), **PAGE)
    web.has("/feed", rss(web, "/1"), ETag='"a"')
    return f"{web.address}/feed"


@pytest.fixture
def watch(feed, tools, capsys):
    """Watches the feed; between rounds the given actions are done, and after the last it is stopped."""

    def watch(*actions, store=None):
        between, pauses = iter(actions), []

        def sleep(seconds):
            pauses.append(seconds)
            action = next(between, None)
            if action is None:
                raise KeyboardInterrupt
            action()

        with store or open_store(":memory:") as kept:
            options = SourceOptions(allow_private=True, pause=0.0)
            asked = Request(sources=[feed], options=options, settings=DEFAULTS)
            run = Run(request=asked, store=kept, workers=1, tally=Counter())
            watched(run, timedelta(minutes=30), sleep)
        told = capsys.readouterr().err.splitlines()
        assert told.pop() == "stopped; what was read is kept"
        return [
            line.split(": ", 1)[1].rsplit("; the next at ")[0] if " round " in line else line for line in told
        ], pauses

    return watch


def test_each_round_tells_what_it_brought(watch, web):
    told, pauses = watch(
        lambda: None,
        lambda: web.has("/feed", rss(web, "/2", "/1", "/gone"), ETag='"b"'),
        lambda: web.has("/feed", "", 503, Retry_After="7200"),
        lambda: None,
    )
    assert told == [
        "1 new",
        "1 sources unchanged",
        f"{web.address}/gone: answered 404 Not Found (check the address)",
        "1 new, 1 failed, 1 known already",
        f"{web.address}/feed: answered 503 Service Unavailable (try again in 7200 s)",
        "1 failed",
        "1 left alone for now",
    ]
    assert all(1800 * (1 - JITTER) <= pause <= 1800 * (1 + JITTER) for pause in pauses)
    assert len(set(pauses)) > 1


def test_a_server_that_goes_away_ends_no_watch(watch, monkeypatch):
    def fail(*_, **_more):
        raise StoreAwayError("postgresql://there", "went away")

    monkeypatch.setattr("onrecord.store.feeds.Memory.note", fail)
    told, _ = watch(monkeypatch.undo)
    assert told == ["postgresql://there: went away", "the store went away after nothing", "1 unchanged"]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_is_stopped_by_a_signal(feed, tmp_path, stop):
    store = tmp_path / "store.db"
    command = ["ingest", feed, "--store", store, "--watch", "1", "--allow-private", "--workers", "1"]
    running = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *command],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )
    try:
        assert "round 1: 1 new; the next at" in running.stderr.readline()
        running.send_signal(stop)
        _, told = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 0
    assert told.startswith("stopped; what was read is kept\n1 document in")
    with open_store(store) as kept:
        assert len(kept.current()) == 1


@pytest.mark.parametrize(
    "arguments", [["-", "--watch", "5"], ["a.txt", "--watch", "5", "--dry-run"], ["a.txt", "--watch", "0"]]
)
def test_a_watch_that_makes_no_sense_is_wrong_usage(run, arguments, tmp_path):
    ran = run("ingest", *arguments, "--store", tmp_path / "store.db")
    assert ran.code == 2
    assert "--watch" in ran.err


def test_feeds_and_archives_are_ingested(run, feed, web, tmp_path):
    ran = run("ingest", feed, "--store", tmp_path / "store.db", "--allow-private", "--workers", "1")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("1 document in")
    ran = run("read", feed, "--allow-private")
    assert ran.code == 0
    assert f'"uri":"{web.address}/1"' in ran.out.replace(" ", "")


def test_a_feed_that_is_ingested_again_is_asked_only_for_what_is_new(run, feed, web, tmp_path):
    ingest = ["ingest", feed, "--store", tmp_path / "store.db", "--allow-private", "--workers", "1"]
    web.has("/feed", "", 404)
    assert run(*ingest).code == 1
    web.has("/feed", rss(web, "/1"), ETag='"a"')
    assert "1 new" in run(*ingest).err
    web.asked.clear()
    ran = run(*ingest)
    assert (ran.code, ran.err.partition(" in ")[0]) == (0, "0 documents")
    assert "none; 1 source did not change; " in ran.err
    assert [path for path, _ in web.asked] == ["/robots.txt", "/feed"]
    web.has("/feed", rss(web, "/2", "/1"), ETag='"b"')
    assert "1 new, 1 unchanged; " in run(*ingest).err
    assert [path for path, _ in web.asked][2:] == ["/robots.txt", "/feed", "/2"]
    assert "Nothing was done. Documents: none; 1 source did not change." in run(*ingest, "--dry-run").err
    assert " 2 changed; " in run(*ingest, "--published", "2031-05-12").err  # which may tell another day
    with open_store(tmp_path / "store.db") as kept, kept.reading() as connection:
        assert connection.execute(select(failure)).all() == []


def test_an_archive_that_is_cut_ends_in_one(run, tmp_path):
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nMacron met Putin in Moscow."
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{}\r\nContent-Length: {}\r\n\r\n"
    whole = b"".join(head.format(n, len(page)).encode() + page + b"\r\n\r\n" for n in (1, 2))
    (tmp_path / "a.warc").write_bytes(whole[:-12])
    ran = run("ingest", tmp_path / "a.warc", "--store", tmp_path / "store.db", "--workers", "1")
    assert ran.code == 1
    cut, summary = ran.err.splitlines()
    assert "a.warc: breaks off in record 2" in cut
    assert "1 new, 1 failed" in summary
