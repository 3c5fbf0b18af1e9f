"""Feeds and sitemaps lead to pages: each once, from where it may be fetched, and never round in circles."""

import gzip
import io
import time

import pytest

from onrecord.ingest import SourceOptions, pages, to_document
from onrecord.model import Page

TALKS = "<!DOCTYPE html><html><body><p>The ministers met in Portville on Monday.</p></body></html>"
DATED = "<meta property='article:published_time' content='2031-05-11'><title>Talks in Portville</title>"


def read(source, **options):
    return list(pages(str(source), SourceOptions(**{"allow_private": True, "pause": 0.0} | options)))


def rss(*items):
    return f"<rss><channel><title>Norland</title><link>{{web}}/</link>{''.join(items)}</channel></rss>"


def item(link, more="<title>Talks</title><pubDate>Mon, 12 May 2031 08:00:00 GMT</pubDate>"):
    return f"<item><link>{link}</link>{more}</item>"


def sitemap(*links):
    return f"<urlset>{''.join(f'<url><loc>{link}</loc></url>' for link in links)}</urlset>"


def index(*links):
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{link}</loc></sitemap>' for link in links)}</sitemapindex>"


def told(found, web):
    """The addresses of pages, and the reasons why others are none, without that of the site."""
    return [(one.uri if isinstance(one, Page) else one.reason).replace(web.address, "") for one in found]


@pytest.fixture
def talks(web):
    for path in ("/1", "/2", "/3"):
        web.has(path, TALKS, Content_Type="text/html; charset=utf-8")
    return web


def test_a_page_with_what_its_feed_says(talks):
    talks.has("/feed", rss(item("/1"), item("{web}/2")), Content_Type="application/rss+xml")
    first, second = read(f"{talks.address}/feed")
    assert told([first, second], talks) == ["/1", "/2"]
    document, _ = to_document(first)
    assert (document.title, document.published, document.publisher) == ("Talks", "2031-05-12", "Norland")
    assert document.provenance["published"] == "feed:pubDate"
    assert document.retrieved is not None


def test_what_a_page_says_of_itself_outranks_its_feed(talks):
    talks.has("/1", TALKS.replace("<body>", f"<head>{DATED}</head><body>"), Content_Type="text/html")
    talks.has("/feed", rss(item("/1")))
    document, _ = to_document(read(f"{talks.address}/feed")[0])
    assert (document.published, document.publisher) == ("2031-05-11", "Norland")
    assert document.provenance["published"] == "meta:article:published_time"


def test_an_item_without_a_link_is_read_from_the_feed(talks):
    html = "<title>No</title><description>&lt;p&gt;Norland said no.&lt;/p&gt;</description>"
    key = "<guid isPermaLink='false'>7</guid>"
    talks.has("/feed", rss(item("", html + key), item("", "<description>Norland said yes.</description>"), item("")))
    html, plain, nothing = read(f"{talks.address}/feed")
    document, _ = to_document(html)
    assert (document.uri, document.title) == (f"{talks.address}/feed#7", "No")
    assert "Norland said no." in document.text
    assert to_document(plain)[0].text == "Norland said yes."
    assert "has neither a link nor a text" in nothing.reason
    assert talks.paths() == ["/feed"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_and_an_index_of_sitemaps(talks, packed):
    content = sitemap("{web}/1", "{web}/2", "{web}/1").replace("{web}", talks.address).encode()
    talks.has("/map.xml.gz", gzip.compress(content) if packed else content, Content_Type="application/x-gzip")
    talks.has("/more.xml", sitemap("{web}/2", "{web}/3"))
    talks.has("/index.xml", index("{web}/map.xml.gz", "{web}/more.xml"))
    assert told(read(f"{talks.address}/map.xml.gz"), talks) == ["/1", "/2"]
    assert told(read(f"{talks.address}/index.xml"), talks) == ["/1", "/2", "/3"]


def test_circles_end(talks):
    talks.has("/index.xml", index("{web}/a.xml", "{web}/index.xml", "{web}/a.xml", "{web}/moved.xml"))
    talks.has("/moved.xml", "", 302, Location="/index.xml")
    talks.has("/a.xml", index("{web}/index.xml", "{web}/b.xml"))
    talks.has("/b.xml", sitemap("{web}/1", "{web}/a.xml"))
    found = told(read(f"{talks.address}/index.xml"), talks)
    assert found == [
        "/a.xml: lists /index.xml, which leads back to it (it is left out)",
        "/1",
        "/b.xml: lists /a.xml, which leads back to it (it is left out)",
        "/index.xml: lists /index.xml, which leads back to it (it is left out)",
        "/moved.xml: leads back to /index.xml (it is left out)",
    ]


def test_sitemaps_end_at_a_depth(talks):
    for depth in range(9):
        talks.has(f"/{depth}.xml", index(f"{{web}}/{depth + 1}.xml"))
    [found] = told(read(f"{talks.address}/0.xml"), talks)
    assert found.startswith("/3.xml: is a sitemap in a sitemap, more than 3 deep")


def test_a_feed_that_lists_itself(talks):
    talks.has(
        "/feed", rss(item("/feed", "<description>Norland said no.</description>"), item("{web}/feed"), item("/1"))
    )
    own, circle, page = read(f"{talks.address}/feed")
    assert own.content == b"Norland said no."
    assert "leads back to it" in circle.reason
    assert told([page], talks) == ["/1"]


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("/nothing", "answered 404 Not Found"),
        ("/other-feed", "is a feed or sitemap itself"),
        ("mailto:ann@example.org", "only http and https are fetched"),
        ("ftp://example.org/x", "only http and https are fetched"),
        ("http://[", "is no address"),
        ("/closed/1", "is closed to programs"),
        ("/sound", "is audio/mpeg"),
    ],
)
def test_an_item_that_cannot_be_had_is_told_and_the_others_are_read(talks, link, reason):
    talks.has("/robots.txt", "User-agent: *\nDisallow: /closed/")
    talks.has("/sound", "", Content_Type="audio/mpeg")
    talks.has("/other-feed", rss())
    talks.has("/feed", rss(item(link), item("/1")))
    rejected, page = read(f"{talks.address}/feed")
    assert reason in rejected.reason
    assert told([page], talks) == ["/1"]


def test_private_addresses_are_refused(talks, tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(rss(item(f"{talks.address}/1")))
    [rejected] = read(file, allow_private=False)
    assert "--allow-private permits it" in rejected.reason
    assert talks.asked == []


def test_a_feed_from_a_file_or_standard_input(talks, tmp_path):
    content = rss(item("/1")).replace("{web}", talks.address)
    file = tmp_path / "feed.xml"
    file.write_text(content)
    assert told(read(file), talks) == ["/1"]
    assert told(read("-", stdin=io.BytesIO(content.encode())), talks) == ["/1"]
    file.write_text("<rss><channel><item><link>/1</link></item></channel></rss>")
    [rejected] = read(file)
    assert rejected.reason.startswith(f"{file}: lists the link /1, which leads on from an address")
    assert rejected.uri == f"{file}#/1"


def test_a_feed_counts_its_pages_without_fetching_them(talks, tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(rss(item("/1"), item("/2")).replace("{web}", talks.address))
    assert told(read(file, follow=False), talks) == ["/1", "/2"]
    assert talks.asked == []


def test_a_site_that_wants_to_be_left_alone_is(talks):
    talks.has("/1", "", 429, Retry_After="120")
    talks.has("/feed", rss(item("/1"), item("/2")))
    found = told(read(f"{talks.address}/feed"), talks)
    assert found[0] == "/1: answered 429 Too Many Requests (try again in 120 s)"
    assert found[1].startswith("/2: was not asked for: its site wants to be left alone (try again in 1")
    assert talks.paths() == ["/feed", "/1"]


@pytest.mark.parametrize(("robots", "seconds"), [("", 0.2), ("User-agent: *\nCrawl-delay: 0.4", 0.4)])
def test_pages_of_a_site_are_asked_for_at_a_readers_pace(talks, robots, seconds):
    talks.has("/robots.txt", robots)
    talks.has("/feed", rss(item("/1"), item("/2")))
    began = time.monotonic()
    assert len(read(f"{talks.address}/feed", pause=0.2)) == 2
    assert time.monotonic() - began >= 2 * seconds
