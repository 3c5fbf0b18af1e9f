"""Feeds and sitemaps are known by their content, and what they say of a page is read, however badly it is written."""

import contextlib
import gzip
import io
import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.ingest.feed_xml import xml_items
from onrecord.ingest.listings import is_same_site, listing_of
from onrecord.ingest.streams import unpacked, unpacked_head
from onrecord.model import Rejected

FEED = "https://a.example/feed"


def rss(*items, title="Ministry of Norland", head=""):
    home = "<link>https://a.example/</link>"
    return f"{head}<rss version='2.0'><channel><title>{title}</title>{home}{''.join(items)}</channel></rss>"


def atom(*entries):
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Norland</title>{''.join(entries)}</feed>"


def items(content, uri=FEED):
    content = content.encode() if isinstance(content, str) else content
    listing = listing_of(uri, unpacked_head(content), unpacked(content, io.BytesIO()))
    return list(listing.items())


def entity(number):
    return f"<!ENTITY e{number} '{f'&e{number - 1};' * 10}'>"


BOMB = f"<!DOCTYPE rss [<!ENTITY e0 'aaaaaaaaaa'>{''.join(map(entity, range(1, 12)))}]>"
RDF = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
DC = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Norland", "items": []}


@pytest.mark.parametrize(
    ("content", "is_listing"),
    [
        (rss(), True),
        (f"\n\n<?xml version='1.0'?>\n<!-- made by hand --><?style x?>{rss()}", True),
        (f"<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.example/rss-0.91.dtd'>{rss()}", True),
        (rss(head=BOMB), True),
        (rss(head=f"<!DOCTYPE rss [<!-- {'long ' * 2000} -->]>"), True),
        (atom(), True),
        (f"<rdf:RDF {RDF}></rdf:RDF>", True),
        ("<urlset></urlset>", True),
        ("<sitemapindex/>", True),
        (json.dumps(JSON_FEED), True),
        (json.dumps(JSON_FEED, indent=2), True),
        (rss().encode("utf-16"), True),
        (gzip.compress(rss().encode()), True),
        ("<!DOCTYPE html><html><body><rss></rss></body></html>", False),
        ("<?xml version='1.0'?><svg><feed/></svg>", False),
        ("The <rss> element is the root of a feed.", False),
        ('{"text": "It says \\"version\\": \\"https://jsonfeed.org/version/1\\" there."}', False),
        ("", False),
    ],
)
def test_what_is_a_listing(content, is_listing):
    content = content.encode() if isinstance(content, str) else content
    assert (listing_of(FEED, unpacked_head(content), io.BytesIO()) is not None) is is_listing


OURS = {"publisher": ("Ministry of Norland", "feed:channel")}
NEWS = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
NEWS_MAP = f"""<urlset {NEWS}><url><loc> https://b.example/1 </loc><news:news>
<news:publication><news:name>The Bee</news:name></news:publication>
<news:publication_date>2031-05-11</news:publication_date><news:title>Talks</news:title></news:news></url></urlset>"""
ENTRY = """<entry><link rel='enclosure' href='/a.mp3'/><link href='/1'/><title type='html'>X &amp;lt; Y</title>
<published>2031-05-11T23:00:00-05:00</published><updated>2031-05-14</updated></entry>"""
OLD_HEAD = "<?xml version='1.0' encoding='windows-1252'?>"
JSON_ITEM = {"url": "/1", "title": "Talks", "date_published": "2031-05-12T08:00:00Z"}
LINK = "<link>https://b.example/1</link>"


@pytest.mark.parametrize(
    ("content", "link", "told"),
    [
        (
            rss("<item><title>Talks</title><link>/1</link><pubDate>Mon, 12 May 2031 08:00:00 GMT</pubDate></item>"),
            "https://a.example/1",
            {"title": ("Talks", "feed:title"), "published": ("2031-05-12", "feed:pubDate"), **OURS},
        ),
        (rss("<item><link>/1?a=2&amp;b=3</link></item>"), "https://a.example/1?a=2&b=3", OURS),
        (rss("<item><link><![CDATA[/1?a=2&b=3]]></link></item>"), "https://a.example/1?a=2&b=3", OURS),
        (
            rss(f"<item>{LINK}<source url='x'>Bee</source></item>"),
            "https://b.example/1",
            {"publisher": ("Bee", "feed:source")},
        ),
        (rss("<item><guid>https://b.example/1</guid></item>"), "https://b.example/1", {}),
        (
            rss(f"<item>{LINK}<title>A&nbsp;B &amp;amp; C & D &lt;b&gt;E&lt;/b&gt;</title></item>"),
            "https://b.example/1",
            {"title": ("A B & C & D E", "feed:title")},
        ),
        (rss(f"<item>{LINK}<pubDate>someday in May</pubDate></item>"), "https://b.example/1", {}),
        (
            f"<rdf:RDF {RDF} {DC}><item rdf:about='https://b.example/1'><dc:date>2031-05-12T08:00</dc:date></item></rdf:RDF>",
            "https://b.example/1",
            {"published": ("2031-05-12", "feed:dc:date")},
        ),
        (
            atom(ENTRY),
            "https://a.example/1",
            {
                "title": ("X < Y", "feed:title"),
                "published": ("2031-05-11", "feed:published"),
                "publisher": ("Norland", "feed:channel"),
            },
        ),
        (atom("<entry xml:base='https://b.example/news/'><link href='1'/></entry>"), "https://b.example/news/1", {}),
        (
            NEWS_MAP,
            "https://b.example/1",
            {
                "title": ("Talks", "sitemap:news:title"),
                "published": ("2031-05-11", "sitemap:news:publication_date"),
                "publisher": ("The Bee", "sitemap:news:name"),
            },
        ),
        (
            json.dumps(JSON_FEED | {"items": [JSON_ITEM]}),
            "https://a.example/1",
            {
                "title": ("Talks", "feed:title"),
                "published": ("2031-05-12", "feed:date_published"),
                "publisher": ("Norland", "feed:channel"),
            },
        ),
        (
            rss(f"<item><title>“café”</title>{LINK}</item>", head=OLD_HEAD).encode("cp1252"),
            "https://b.example/1",
            {"title": ("“café”", "feed:title")},
        ),
        (
            rss(f"<item><title>café &amp; more</title>{LINK}</item>").encode("latin-1"),
            "https://b.example/1",
            {"title": ("caf\ufffd & more", "feed:title")},
        ),
        (rss("<item><link>http://[</link></item>"), "http://[", {}),
    ],
)
def test_what_is_said_of_a_page(content, link, told):
    [item] = items(content)
    assert item.link == link
    provenance = item.given.provenance
    assert {name: (getattr(item.given, name), place) for name, place in provenance.items()} == told


def test_a_stamp_changes_with_what_is_said_of_the_page_alone():
    def stamp(more):
        return items(rss(f"<item><link>https://a.example/1</link>{more}</item>"))[0].stamp

    assert stamp("<title>Talks</title>") == stamp("<title>Talks</title><comments>77</comments>")
    assert stamp("<title>Talks</title>") != stamp("<title>Talks again</title>")
    [first] = items("<urlset><url><loc>https://a.example/1</loc><lastmod>2031-05-12</lastmod></url></urlset>")
    [second] = items("<urlset><url><loc>https://a.example/1</loc><lastmod>2031-05-13</lastmod></url></urlset>")
    assert first.stamp != second.stamp


@pytest.mark.parametrize(
    "content",
    [
        rss("<item><title>&e11;</title></item>", head=BOMB),
        rss(head="<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        rss(head="<!DOCTYPE rss SYSTEM 'file:///etc/passwd' [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]>"),
        BOMB + "<rss version='&e11;'><channel/></rss>",
        rss(head=f"<!DOCTYPE rss [<!-- {'long ' * 20_000} --><!ENTITY x 'y'>]>"),
    ],
)
def test_entities_are_refused(content):
    with pytest.raises(SourceError, match="declares entities"):
        items(content)


FIRST = "<item><link>https://a.example/1</link></item>"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (rss(FIRST)[:-16] + "<item><link>https://a.exam", "breaks off in line 1"),
        (rss(FIRST)[:-16], "breaks off in line 1"),
        (rss(FIRST, " " * 9000, "<item><a><b></item>"), "is damaged in line 1"),
        (rss(FIRST, " " * 9000, "<a>" * 9000), "asks for more depth"),
        (gzip.compress(rss(FIRST, " " * 9000).encode(), 0)[:-20], "breaks off"),
    ],
)
def test_what_stands_before_the_damage_is_read(content, told):
    first, rejected = items(content)
    assert first.link == "https://a.example/1"
    assert isinstance(rejected, Rejected)
    assert told in rejected.reason


def test_a_broken_json_feed_is_told():
    with pytest.raises(SourceError, match="is a broken JSON Feed: Expecting"):
        items('{"version": "https://jsonfeed.org/version/1", "items": [{]}')


def test_pieces_are_cut_where_nothing_breaks():
    titles = [f"{'x' * number}&amp;&nbsp;<![CDATA[a & b]]> & &lt; c" for number in range(0, 900, 7)]
    found = items(rss(*(f"<item><link>/{n}</link><title>{title}</title></item>" for n, title in enumerate(titles))))
    assert {item.given.title.lstrip("x") for item in found} == {"& a & b & < c"}
    assert len(found) == len(titles)


def test_ten_thousand_items_take_no_more_memory_than_one():
    one = f"<item><link>https://a.example/1</link><description>{'Words of talks. ' * 40}</description></item>"
    content = rss(one * 10_000).encode()
    tracemalloc.start()
    number = sum(1 for _ in xml_items(FEED, io.BytesIO(content)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert number == 10_000
    assert peak < 5_000_000 < len(content)


MESSY = rss(FIRST, f"<item><title>A&nbsp;B & <![CDATA[C & D]]></title>{LINK}</item>", head=BOMB[:60] + "]>").encode()


@given(
    st.integers(0, len(MESSY) - 1),
    st.sampled_from([b"<", b"&", b"]]>", b"\0", b"\xff\xfe", b"<![CDATA[", b"<!--", b"'", b"]"]),
)
def test_nothing_in_a_feed_is_a_fault(place, change):
    for content in (MESSY[:place] + change + MESSY[place:], MESSY[place:], MESSY[:place], NEWS_MAP[place:].encode()):
        listing = listing_of(FEED, content, io.BytesIO(content))
        with contextlib.suppress(SourceError):
            list(listing.items() if listing else xml_items(FEED, io.BytesIO(content)))


def test_a_long_beginning_takes_no_time():
    for content in (b"<!-- " * 20_000, b"<?x " * 20_000, b"<!doctype " * 9000, b" " * 65_536, b"<!doctype a [" * 5000):
        began = time.monotonic()
        assert listing_of(FEED, content, io.BytesIO()) is None
        assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/1", "https://www.a.example/", True),
        ("https://news.a.example/1", "https://a.example/", True),
        ("https://b.example/1", "https://a.example/", False),
        ("https://aa.example/1", "https://a.example/", False),
        ("feed.xml", "feed.xml", False),
        ("http://[", "https://a.example/", False),
    ],
)
def test_is_same_site(one, other, same):
    assert is_same_site(one, other) is same
