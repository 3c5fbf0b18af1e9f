import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise

import lxml.html
import pytest

from onrecord.model import Block, BlockKind, Document, Record
from onrecord.render.html import brief_html
from onrecord.views.brief import Line, Part, PartKind, Section, SectionKind, Source

VOID = {"meta", "wbr", "br", "link", "img", "input", "hr"}
HALF = "\ud800"  # half a pair: no file and no JSON can hold it
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onclick='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;<!-- ",
    "\x1b[31m\u202e\x00" + HALF,
)


class Balance(HTMLParser):
    """Checks that every tag that is opened is closed, in order."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attrs):
        self.open += [] if tag in VOID else [tag]
        self.wrong += [name for name, count in Counter(name for name, _ in attrs).items() if count > 1]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(scope="module")
def source(brief, records):
    return brief_html(brief, records)


@pytest.fixture(scope="module")
def page(source):
    return lxml.html.document_fromstring(source)


def hostile_page(brief, words):
    """A brief and a record in which every text is hostile."""
    doc = Document(
        id="d",
        uri=f"https://a.example/{words}",
        text=f"{words}\n\noutside {words}",
        blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(words)),),
        title=words,
    )
    line = Line(
        parts=tuple(Part(kind=kind, text=words) for kind in PartKind),
        country=words,
        said_by=words,
        via=words,
        note=words,
        citations=(1,),
    )
    passage = replace(brief.passages[0], number=1, doc_id="d", start=0, end=len(words), exact=words)
    evil = replace(
        brief,
        title=words,
        countries=(words,),
        date=words,
        sources=(Source(doc_id="d", uri=doc.uri, title=words, publisher=words, published=words),),
        sections=(Section(kind=SectionKind.ISSUE, title=words, lines=(line,)),),
        passages=(passage,),
    )
    record = Record(document=replace(doc, text=doc.text.replace(HALF, "?"), title=None, uri="u"))
    return brief_html(evil, [record])


def test_tags_balance_and_ids_are_unique(source, page):
    balance = Balance()
    balance.feed(source)
    assert (balance.open, balance.wrong) == ([], [])
    ids = page.xpath("//@id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_every_link_and_reference_has_its_target(page):
    ids = set(page.xpath("//@id"))
    links = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    references = set(page.xpath("//@aria-labelledby | //@aria-controls"))
    assert links | references <= ids
    assert links


def test_everything_to_press_and_every_landmark_has_a_name(page):
    pressable = page.xpath("//button | //a[@href]")
    assert [lxml.html.tostring(e) for e in pressable if not (e.get("aria-label") or e.text_content().strip())] == []
    landmarks = page.xpath("//nav | //aside | //dialog | //body//section | //*[@role='group' or @role='region']")
    assert [e.tag for e in landmarks if not (e.get("aria-label") or e.get("aria-labelledby"))] == []
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    assert page.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_asks_for_nothing_from_outside(page):
    assert page.xpath("//link | //img | //iframe | //object | //embed | //@src | //@style") == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    [style], [script] = page.xpath("//style"), page.xpath("//script")
    assert re.findall(r"url\(|@import", style.text) == []
    assert re.findall(r"fetch\(|XMLHttp|innerHTML|insertAdjacentHTML|eval|document\.write", script.text) == []


def test_the_policy_names_the_style_and_the_script_and_nothing_else(page):
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    hashes = [
        base64.b64encode(hashlib.sha256(page.find(f".//{tag}").text.encode()).digest()).decode()
        for tag in ("style", "script")
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(brief, words):
    html = hostile_page(brief, words)
    page = lxml.html.document_fromstring(html)
    balance = Balance()
    balance.feed(html)
    assert (balance.open, balance.wrong) == ([], [])
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert page.xpath("//img | //svg | //@onclick | //@onload | //@onerror | //b[not(parent::a)]") == []
    assert set(html) & {"\x1b", "\u202e", "\x00", HALF} == set()
    assert "49" not in page.xpath("string(//h1)")


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "notes.txt"])
def test_only_web_addresses_are_links(brief, uri):
    page = lxml.html.document_fromstring(brief_html(replace(brief, sources=(replace(brief.sources[0], uri=uri),)), []))
    assert [href for href in page.xpath("//a/@href") if not href.startswith("#")] == []
    assert uri in page.text_content()


def test_lines_name_their_passages_and_records(page):
    [line] = [e for e in page.find_class("line") if "passage" in e.text_content()]
    assert line.get("data-p") == "10"
    key = line.get("data-r")
    assert "pronoun" in page.get_element_by_id(key).text_content()
    marked = page.xpath("//*[contains(concat(' ', @data-p, ' '), ' 10 ')][contains(@class, 'g ')]")
    assert "".join(e.text_content() for e in marked) == "Sudmark “had promised not to close the northern passage”"
    assert key in marked[0].get("data-r").split()


def test_overlapping_records_share_their_segments(page):
    [segment] = [e for e in page.find_class("g") if e.text_content() == "refused"]
    assert {"st", "ev", "tr", "pa"} <= set(segment.get("class").split())
    assert len(segment.get("data-r").split()) == 2


def test_blocks_are_laid_out_as_what_they_are(page):
    [first, _] = page.find_class("document")
    assert [e.text_content() for e in first.iter("h4")] == [
        "Norland’s foreign minister ends two days of talks in Sudmark"
    ]
    assert len(list(first.iter("li"))) == 2
    assert [cell.text_content().strip() for cell in first.iter("td")][:3] == ["Year", "Meetings", "Calls"]
    [outside] = first.find_class("outside")
    assert outside.text_content().split("\n")[1:3] == ["page furniture, not read", "See also"]


def test_layers_have_counts(page):
    buttons = {button.get("data-layer"): button.text_content() for button in page.xpath("//button[@data-layer]")}
    assert buttons == {
        "statements": "Statements 7",
        "events": "Events 5",
        "findings": "Findings 2",
        "actors": "Actors 3",
    }


def test_a_text_of_megabytes_is_cut_in_one_pass(brief):
    words = "Dahl said that the talks would resume soon. " * 70_000
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=n, end=n + 440) for n in range(0, len(words), 440))
    doc = Document(id="d", uri="u", text=words, blocks=blocks)
    html = brief_html(replace(brief, sources=(replace(brief.sources[0], doc_id="d"),)), [Record(document=doc)])
    assert len(html) > len(words)


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colours():
    """The style sheet's colours by name, each for light and for dark."""
    style = (resources.files("onrecord.render") / "templates" / "base.css").read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    return {name: pair for name, *pair in found}


TEXT = 4.5  # WCAG 2.2 AA for text
SHAPE = 3.0  # WCAG 2.2 AA for what must be seen to use the page
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "muted", "accent") for ground in ("paper", "raised")),
    *(("ink", ground, TEXT) for ground in ("statement", "finding", "mark", "chosen")),
    *((ink, "statement", TEXT) for ink in ("muted",)),
    *((edge, ground, SHAPE) for edge in ("edge", "event", "finding-edge", "actor") for ground in ("paper", "raised")),
    *(("mark-edge", ground, SHAPE) for ground in ("paper", "chosen")),
    *((edge, "statement", SHAPE) for edge in ("event", "actor", "finding-edge")),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other", "least"), PAIRS)
def test_contrast(one, other, least, scheme):
    assert contrast(colours()[one][scheme], colours()[other][scheme]) >= least


def test_contrast_knows_the_extremes():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#777777", "#ffffff") < TEXT
