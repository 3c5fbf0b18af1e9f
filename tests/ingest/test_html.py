import pytest

from onrecord.errors import SourceError
from onrecord.ingest import to_document
from onrecord.model import FindingKind, Page

LEAD = "Arvenia and Belmar agreed on Monday to reopen the bridge at Portville, the two governments said."
SECOND = "“We have waited for this for ten years,” said Ann Smith, the foreign minister of Arvenia, on Monday."
THIRD = "The foreign minister of Belmar, Jo Poe, said that work on the bridge would begin before the winter."
ARTICLE = f"<article><h1>Bridge to reopen</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article>"


def read(content, uri="page.html"):
    return to_document(Page(uri=uri, content=content))


def pieces(document):
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def test_article_with_its_blocks_and_without_the_page_around_it(make_page):
    links = "".join(f"<li><a href='/{n}'>Another story about something else, number {n}</a></li>" for n in range(5))
    links += "<li><script>var advertisement = 'a long script that is no text at all';</script></li>" * 9
    body = (
        f"<nav><ul>{links}</ul></nav>"
        f"<article><h1>Bridge to reopen</h1><p>{LEAD}</p><h2>Ten years</h2><p>{SECOND}</p>"
        f"<ul><li>{LEAD}!</li></ul><ul>{links}</ul><blockquote><p>{SECOND}?</p></blockquote>"
        f"<table><tr><td>Arvenia</td><td>for</td></tr><tr><td>Belmar</td><td>for</td></tr></table>"
        f"<p><a href='/x'>Read more about bridges in the region here.</a></p><p>{THIRD}</p></article>"
        f"<footer>All rights reserved.</footer>"
    )
    document, findings = read(make_page(body))
    assert pieces(document) == [
        ("headline", "Bridge to reopen"),
        ("paragraph", LEAD),
        ("heading", "Ten years"),
        ("paragraph", SECOND),
        ("list_item", f"{LEAD}!"),
        ("quote", f"{SECOND}?"),
        ("table_row", "Arvenia | for"),
        ("table_row", "Belmar | for"),
        ("paragraph", THIRD),
    ]
    assert findings == ()


def test_a_lead_outside_the_body_is_kept(make_page):
    body = (
        f"<h1>Bridge to reopen</h1><div class='teaser'><p>{LEAD}</p></div>"
        f"<div class='article-body'><p>{SECOND}</p><p>{THIRD}</p><p>{SECOND} {THIRD}</p></div>"
    )
    document, _ = read(make_page(body))
    assert [words for _, words in pieces(document)][:3] == ["Bridge to reopen", LEAD, SECOND]


def test_line_breaks_part_paragraphs_only_after_a_sentence(make_page):
    broken = f"<p>{LEAD}<br>{SECOND}</p><p>PORTVILLE<br>MINISTRY</p><p>{THIRD}</p>"
    body = f"<article><h1>Bridge to reopen</h1>{broken}</article>"
    document, _ = read(make_page(body))
    words = [words for _, words in pieces(document)]
    assert words.count(LEAD) == words.count(SECOND) == 1
    assert "PORTVILLE\nMINISTRY" in words


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
 "headline": "Bridge to reopen", "datePublished": "2031-05-12T08:00:00Z", "dateModified": "2031-05-14",
 "publisher": {"name": "The Portville Post"}, "author": [{"name": "Ann Reporter"}]}]}</script>"""


@pytest.mark.parametrize(
    ("head", "uri", "field", "value", "place"),
    [
        (JSON_LD, "a.html", "published", "2031-05-12", "json-ld:datePublished"),
        (JSON_LD, "a.html", "modified", "2031-05-14", "json-ld:dateModified"),
        (JSON_LD, "a.html", "publisher", "The Portville Post", "json-ld:publisher"),
        (
            "<meta property='article:published_time' content='2031-05-12'>",
            "a.html",
            "published",
            "2031-05-12",
            "meta:article:published_time",
        ),
        (
            "<meta property='og:site_name' content='Post &amp; Co'>",
            "a.html",
            "publisher",
            "Post & Co",
            "meta:og:site_name",
        ),
        ("<meta name='date' content='yesterday'>", "a.html", "published", None, None),
        ("<script type='application/ld+json'>{broken</script>", "a.html", "published", None, None),
        ("", "https://post.example/2031/05/12/bridge", "published", "2031-05-12", "url"),
        ("", "https://post.example/2031/may/12/bridge", "published", "2031-05-12", "url"),
        ("", "https://post.example/2031/05/bridge", "published", None, None),
        ("<title>Bridge to reopen | The Portville Post</title>", "a.html", "title", "Bridge to reopen", "h1"),
        ("", "a.html", "language", "en", "html[lang]"),
    ],
)
def test_metadata_says_where_it_was_read(make_page, head, uri, field, value, place):
    document, _ = read(make_page(ARTICLE, head), uri)
    assert getattr(document, field) == value
    assert document.provenance.get(field) == place


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ("<time datetime='2031-05-12T08:00'>May 12</time>", "2031-05-12"),
        ("<time datetime='2031-05-12'></time><time datetime='2031-05-13'></time>", None),
    ],
)
def test_time_elements_count_if_they_agree(make_page, times, published):
    document, _ = read(make_page(f"{times}{ARTICLE}"))
    assert document.published == published


def test_byline_is_the_author(make_page):
    document, _ = read(make_page(ARTICLE, JSON_LD))
    assert pieces(document)[:2] == [("headline", "Bridge to reopen"), ("byline", "Ann Reporter")]


def test_a_page_without_an_article_is_taken_whole_and_says_so(make_page):
    document, findings = read(make_page("<nav>Search</nav><footer>They met.</footer><nav>Contact the embassy</nav>"))
    assert [finding.kind for finding in findings] == [FindingKind.NO_ARTICLE]
    assert "They met." in document.text
    assert "Contact the embassy" in document.text


def test_a_page_without_a_sentence_holds_no_article(make_page):
    with pytest.raises(SourceError, match=r"page\.html: is an HTML page without an article \(give "):
        read(make_page("<nav><a href='/'>Home</a></nav><div>Search</div><div>Contact the embassy</div>"))


@pytest.mark.parametrize("body", ["", "<script>draw()</script>", "<img src='x.png' alt='scan'>", "<p> </p>"])
def test_a_page_without_text_is_refused(make_page, body):
    with pytest.raises(SourceError, match=r"page\.html: is an HTML page without any text"):
        read(make_page(body))


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + ARTICLE,
        ARTICLE + "<b>" * 5_000,
        f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>x</p>{ARTICLE}",
        f"<p title='{'x' * 3_000_000}'>x</p>{ARTICLE}",
        ARTICLE + "<table>" * 300 + "<tr><td>x",
        ARTICLE + "<ul><li>" * 2_000,
        ARTICLE.replace("Monday", "Mon\0day"),
        ARTICLE.replace("<h1>", "<script>draw()</script>&#1;<h1>"),
    ],
    ids=["deep", "deep inline", "attributes", "long attribute", "tables", "lists", "NUL", "control characters"],
)
def test_hostile_pages_are_survived(make_page, body):
    document, _ = read(make_page(body))
    assert "foreign minister of Belmar" in document.text


def test_control_characters_do_not_hide_the_article(make_page):
    body = ARTICLE.replace("on Monday to", "on\x0bMonday\x07 to")
    document, findings = read(make_page(f"<nav>Menu</nav>{body}"))
    assert pieces(document)[:2] == [
        ("headline", "Bridge to reopen"),
        ("paragraph", LEAD.replace("day to", "day\ufffd to")),
    ]
    assert [finding.kind for finding in findings] == [FindingKind.ENCODING]


def test_entities_are_not_expanded_and_nothing_is_loaded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    entity = f"<!DOCTYPE html [<!ENTITY a SYSTEM 'file://{secret}'>]>"
    bomb = f"{entity}<html><body>{ARTICLE}<p>&a; stays what it is.</p></body></html>"
    document, _ = read(bomb.encode())
    assert "hidden words" not in document.text
