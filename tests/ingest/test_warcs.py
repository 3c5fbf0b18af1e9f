"""Web archives give their pages of text; of what is cut or damaged, all that is whole."""

import gzip
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest import SourceOptions, pages, to_document
from onrecord.ingest.streams import Rejoined
from onrecord.ingest.warcs import archived_pages
from onrecord.model import Page, Rejected

ONE, TWO, THREE = (f"https://a.example/{number}" for number in (1, 2, 3))
TALKS = "<p>The ministers met – at last.</p>".encode("cp1252")
AT = datetime(2031, 5, 12, 8, 0, tzinfo=UTC)


def record(uri, content=TALKS, kind="response", status="200 OK", at="2031-05-12T08:00:00Z", **headers):
    """A record of an archive, as a crawler writes it."""
    told = {"Content-Type": "text/html; charset=windows-1252"} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content if kind != "resource" else content
    own = {
        "WARC-Type": kind,
        "WARC-Target-URI": uri,
        "WARC-Date": at,
        "Content-Type": "application/http" if kind != "resource" else told["Content-Type"],
        "Content-Length": len(block),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in own.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


THREE_RECORDS = [record(ONE), record(TWO), record(THREE)]


def read(content):
    return list(archived_pages("a.warc", Rejoined(b"", io.BytesIO(content))))


def uris(found):
    return [one.uri for one in found if isinstance(one, Page)]


@pytest.mark.parametrize(
    ("at", "retrieved"),
    [
        ("2031-05-12T10:00:00+02:00", AT),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("2031-13-45", None),
    ],
)
def test_a_day_that_utc_does_not_have_costs_no_page(at, retrieved):
    found = read(record(ONE, at=at) + record(TWO))
    assert [(one.uri, one.retrieved) for one in found] == [(ONE, retrieved), (TWO, AT)]


@pytest.mark.parametrize(
    "content",
    [
        b"".join(THREE_RECORDS),
        b"".join(map(gzip.compress, THREE_RECORDS)),  # as the standard recommends
        gzip.compress(b"".join(THREE_RECORDS)),
    ],
)
def test_an_archive_is_known_by_its_content(tmp_path, content):
    (tmp_path / "crawl.warc.gz").write_bytes(content)
    first, *others = pages(str(tmp_path), SourceOptions())
    assert uris([first, *others]) == [ONE, TWO, THREE]
    assert (first.media_type, first.charset, first.retrieved) == ("text/html", "windows-1252", AT)
    document, _ = to_document(first)
    assert document.text == "The ministers met – at last."
    assert document.retrieved == AT


@pytest.mark.parametrize(
    ("packed", "headers"),
    [
        (gzip.compress(TALKS), {"Content_Encoding": "gzip"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(TALKS), TALKS), {"Transfer_Encoding": "chunked"}),
        (TALKS, {"Content_Encoding": "gzip"}),  # the crawler unpacked it and kept the header
        (TALKS, {"Content_Type": ""}),
    ],
)
def test_what_a_server_sent_is_unpacked(packed, headers):
    [page] = read(record(ONE, packed.replace(b"<p>", b"<html><p>") if packed == TALKS else packed, **headers))
    assert page.content.endswith(TALKS.removeprefix(b"<p>"))


@pytest.mark.parametrize(
    "passed_over",
    [
        record(ONE, kind="request"),
        record(ONE, kind="revisit"),
        record(ONE, status="404 Not Found"),
        record(ONE, status="302 Found", Location="/2"),
        record(ONE, Content_Type="image/png"),
        record(ONE, Content_Type="application/json"),
        record(ONE, b"\x89PNG", Content_Type="application/octet-stream"),
        record(ONE, b""),
        record("https://a.example/robots.txt", Content_Type="text/plain"),
        record("dns:a.example", Content_Type="text/dns"),
        record("urn:uuid:1", kind="metadata"),
    ],
)
def test_what_is_no_page_of_text_is_passed_over(passed_over):
    assert uris(read(passed_over + record(TWO))) == [TWO]
    assert len(read(passed_over + record(TWO))) == 1


def test_text_pdf_and_resources(make_pdf):
    found = read(
        record(ONE, b"They met.", Content_Type="text/plain; charset=utf-8")
        + record(TWO, make_pdf("They met."), Content_Type="application/pdf")
        + record(f"<{THREE}>", TALKS, kind="resource")
    )
    assert uris(found) == [ONE, TWO, THREE]
    assert to_document(found[1])[0].text.strip() == "They met."


WHOLE = b"".join(THREE_RECORDS)
PARTS = [gzip.compress(one) for one in THREE_RECORDS]


@pytest.mark.parametrize(
    ("content", "whole", "told"),
    [
        (WHOLE[:-20], 2, "breaks off in record 3"),
        (WHOLE[: -len(THREE_RECORDS[2]) + 90], 2, "breaks off in record 3"),
        (b"".join(PARTS)[:-40], 2, "breaks off in record 3"),
        (b"".join(PARTS[:2]) + PARTS[2][:30] + b"\xff" * 40, 2, "at record 3"),
        (gzip.compress(WHOLE, 0)[:-30], 2, "breaks off in record 3"),
        (THREE_RECORDS[0] + b"nonsense\r\n" * 9 + THREE_RECORDS[1], 1, "is damaged at record 2"),
        (THREE_RECORDS[0].replace(b"Content-Length: ", b"Content-Length: 9"), 0, "breaks off in record 1"),
        (THREE_RECORDS[0].replace(b"Content-Length: ", b"Content-Length: -"), 0, "breaks off in record 1"),
        (record(ONE, kind="request")[:-20], 0, "breaks off in record 1"),
    ],
)
def test_of_an_archive_that_is_cut_what_is_whole_is_read(content, whole, told):
    *found, rejected = read(content)
    assert uris(found) == [ONE, TWO, THREE][:whole]
    assert isinstance(rejected, Rejected)
    assert told in rejected.reason


def test_a_page_that_is_too_large_is_told(monkeypatch):
    monkeypatch.setattr("onrecord.ingest.warcs.MAX_PAGE", 1000)
    monkeypatch.setattr("onrecord.ingest.warcs.OVERHEAD", 1000)
    bomb = record(ONE, gzip.compress(b"<html><p>" + b"words " * 100_000), Content_Encoding="gzip")
    found = read(bomb + record(TWO, TALKS * 900) + record(THREE))
    assert uris(found) == [THREE]
    assert ["is larger than" in one.reason for one in found[:2]] == [True, True]


def test_an_answer_that_is_none_is_told_and_the_others_are_read():
    broken = record(ONE).replace(b"HTTP/1.1 200 OK", b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
    found = read(broken + record(TWO))
    assert TWO in uris(found)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=9))
def test_nothing_in_an_archive_is_a_fault(place, change):
    for content in (WHOLE, b"".join(PARTS)):
        read(content[:place] + change + content[place + len(change) :])
