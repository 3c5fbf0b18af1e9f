"""The page of a comparison, as it is written."""

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

from onrecord.render.comparison_html import comparison_html
from onrecord.render.points import PRINTED, chapters

VOID = {"meta", "wbr", "br", "link", "img", "input", "hr"}
SILENT = "The weather was fine, and birds sang."
FOREIGN = "王毅表示,中美关系要稳定发展。台湾自古以来就是中国领土,任何人都不能改变这一点。双方同意保持沟通。"
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>' onclick='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "\u202eright to left\u202c \x1b[31m",
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
def sources(compared):
    """Pages of many kinds of accounts, by name."""
    ours = (
        "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. Brandt raised concern over tariffs."
    )
    texts = {
        "two": (),
        "three": (ours, ours.replace("tariffs", "Ukraine"), "Rojas said that tariffs hurt Chile and Norway."),
        "the same": (ours, ours),
        "no statements": (SILENT, SILENT + " Again."),
        "another language": (ours, FOREIGN),
        "one word": ("x", "y"),
    }
    return {name: comparison_html(*compared(*given)) for name, given in texts.items()}


KINDS = ("two", "three", "the same", "no statements", "another language", "one word")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_sound(sources, kind):
    balance = Balance()
    balance.feed(sources[kind])
    assert (balance.open, balance.wrong) == ([], [])
    page = lxml.html.document_fromstring(sources[kind])
    ids = page.xpath("//@id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    links = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert links | set(page.xpath("//@aria-labelledby | //@aria-controls")) <= set(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_to_press_and_every_landmark_has_a_name(sources, kind):
    page = lxml.html.document_fromstring(sources[kind])
    pressable = page.xpath("//button[not(@data-text)] | //a[@href]")
    assert [lxml.html.tostring(e) for e in pressable if not (e.get("aria-label") or e.text_content().strip())] == []
    landmarks = page.xpath("//nav | //aside | //dialog | //body//section | //*[@role='group' or @role='region']")
    assert [e.tag for e in landmarks if not (e.get("aria-label") or e.get("aria-labelledby"))] == []
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_asks_for_nothing_and_its_policy_names_what_it_has(sources):
    page = lxml.html.document_fromstring(sources["two"])
    assert page.xpath("//link | //img | //iframe | //object | //embed | //@src | //@style") == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    [style], [script] = page.xpath("//style"), page.xpath("//script")
    assert re.findall(r"url\(|@import", style.text) == []
    assert re.findall(r"fetch\(|XMLHttp|innerHTML|insertAdjacentHTML|eval|document\.write\(", script.text) == []
    hashes = [base64.b64encode(hashlib.sha256(e.text.encode()).digest()).decode() for e in (style, script)]
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_head_is_what_is_said_for_the_other_side(sources):
    page = lxml.html.document_fromstring(sources["two"])
    headings = [" ".join(heading.text_content().split()) for heading in page.xpath("//section[@id='points']//h2")]
    assert headings == [
        "Said for the other side: contradicted 1",
        "Said for the other side: not in its own text 2",
        "In both 1",
        "Only in the text of Norway 1",
        "Only in the text of Chile 1",
        "How each is made",
    ]


def test_a_point_leads_to_its_passages_and_they_lead_back(sources):
    page = lxml.html.document_fromstring(sources["two"])
    point = page.get_element_by_id("point-4")
    places = [href[1:] for href in point.xpath(".//a[@class='place']/@href")]
    assert places == ["a-4-1", "b-4-1"]
    for place in places:
        [number] = page.get_element_by_id(place).xpath("./following-sibling::a[@data-n][1]")
        assert number.get("href") == "#point-4"
        assert "4" in number.xpath("./following-sibling::span[1]/@data-n")


def test_a_word_diff_has_what_was_left_out_and_added(sources):
    page = lxml.html.document_fromstring(sources["two"])
    point = page.get_element_by_id("point-4")
    assert point.xpath(".//del/text()") == ["candid", "hospitals"]
    assert point.xpath(".//ins/text()") == ["banks"]


def test_what_is_nearest_is_not_marked_as_unconfirmed(compared):
    theirs = "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. Rojas said that tariffs hurt."
    ours = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. Rojas said Chile agreed."
    page = lxml.html.document_fromstring(comparison_html(*compared(ours, theirs)))
    marks = [page.xpath(f"//article[@id='text-{key}']//a/@data-mark") for key in "ab"]
    assert set(marks[0]) <= {"?", "✓"}
    assert "?" not in marks[1]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(compared, words):
    made, read = compared(
        f"President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. Rojas said tariffs {words} hurt.",
        "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. Rojas said nothing of tariffs.",
    )
    evil = replace(
        made,
        accounts=tuple(
            replace(
                account, side_name=words, title=words, publisher=words, basis=words, uri=f"https://a.example/{words}"
            )
            for account in made.accounts
        ),
    )
    html = comparison_html(evil, read)
    balance = Balance()
    balance.feed(html)
    assert (balance.open, balance.wrong) == ([], [])
    page = lxml.html.document_fromstring(html)
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert page.xpath("//img | //svg | //@onclick | //@onload | //@onerror") == []
    assert set(html) & {"\x1b", "\u202e", "\u202c"} == set()
    assert "49" not in page.xpath("string(//h1)")


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colours():
    """The colours by name, each for light and for dark."""
    folder = resources.files("onrecord.render") / "templates"
    style = "".join((folder / name).read_text(encoding="utf-8") for name in ("base.css", "comparison.css"))
    return {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)}


GROUNDS = ("paper", "raised", "chosen")
HUES = (*((f"h{n}", f"t{n}") for n in range(1, 6)), ("doubt", "doubt-tint"), ("contrary", "contrary-tint"))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("hue", "tint"), HUES)
def test_colours_can_be_read(hue, tint, scheme):
    found = {name: pair[scheme] for name, pair in colours().items()}
    for ground in (tint, *GROUNDS):
        assert contrast(found[hue], found[ground]) >= 4.5
    assert contrast(found["ink"], found[tint]) >= 4.5


THINGS = ("tariffs", "sanctions", "ransomware", "Ukraine", "arms control", "migration", "fentanyl", "climate change")


def test_the_printed_summary_has_some_points_under_each_heading_and_counts_the_rest(compared):
    met = "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile."
    raised = " ".join(f"President Brandt raised concern over {thing}." for thing in THINGS)
    made, read = compared(f"{met} {raised}", "President Rojas of Chile spoke with President Brandt of Norway.")
    for chapter in chapters(made):
        printed = [point for point in chapter.points if point.is_printed]
        assert len(printed) == min(PRINTED, len(chapter.points))
        assert chapter.unprinted == len(chapter.points) - len(printed)
    assert f"{len(THINGS) - PRINTED} more on the page" in comparison_html(made, read)


def test_each_block_runs_in_its_own_direction(compared):
    page = lxml.html.document_fromstring(comparison_html(*compared("مرحبا بالعالم", "Rojas said that tariffs hurt.")))
    blocks = page.xpath("//*[contains(@class, 'block')]/@dir")
    assert blocks
    assert set(blocks) == {"auto"}
