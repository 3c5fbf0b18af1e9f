"""Reads an HTML page: its article, in blocks, and what it says of itself."""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, defs

from onrecord.errors import SourceError
from onrecord.ingest.html_metadata import html_metadata
from onrecord.ingest.html_tree import parsed, text_of
from onrecord.ingest.layout import Part, Reading, laid_out
from onrecord.ingest.metadata import Metadata
from onrecord.model import BlockKind, Finding, FindingKind

LINK_SHARE = 0.7  # of a list's or paragraph's characters; above it, it leads elsewhere and tells nothing
SHORTEST_PROSE = 40  # characters; what is shorter and was left out by the extraction may be a label
BYLINE_LENGTH = 100  # characters; a longer author is a biography

_ENDS_SENTENCE = re.compile(r"[.!?…:][\s\"'”’»)\]]*$")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_PIECES = {
    "list": (BlockKind.LIST_ITEM, "item"),
    "quote": (BlockKind.QUOTE, "p"),
}  # with what they consist of
_ASIDES = ("aside", "nav", "footer", "form", "figure", "figcaption", "table", "button", "blockquote")
_UNSEEN = ("head", "script", "style", "noscript", "template", "iframe")
_DROPPED = "dropped"
_INLINE = (*defs.phrase_tags, *defs.font_style_tags, "a", "span", "font", "q", "time")

log = logging.getLogger(__name__)


def read_html(source: str, address: str) -> Reading:
    """The article of the page, its headline first.

    Where no article is found all the page's text is taken, with a finding that says so.
    Raises: SourceError for a page without any text, or without a sentence.
    """
    tree = parsed(source)
    if tree is None:
        raise _no_text(address)
    metadata = html_metadata(tree, address)
    parts = _article(tree, metadata)
    findings: tuple[Finding, ...] = ()
    if not _has_sentence(parts):
        parts = list(_whole_page(tree))
        if not parts:
            raise _no_text(address)
        if not _has_sentence(parts):
            remedy = "give the page of a single article, or its text in a file"
            raise SourceError(address, "is an HTML page without an article", remedy)
        findings = (Finding(kind=FindingKind.NO_ARTICLE, detail="no article was found; all the page's text was taken"),)
    return laid_out(_with_head(parts, metadata), metadata, findings)


def _no_text(address: str) -> SourceError:
    return SourceError(address, "is an HTML page without any text", "save the page from a browser")


def _has_sentence(parts: Iterable[Part]) -> bool:
    return any(_ENDS_SENTENCE.search(part.text) for part in parts)


def _article(tree: HtmlElement, metadata: Metadata) -> list[Part]:
    pruned = deepcopy(tree)
    _drop(pruned, _scripts(pruned))
    _drop(pruned, _link_lists(pruned))
    try:
        found = trafilatura.bare_extraction(
            deepcopy(pruned), include_comments=False, include_tables=True, include_links=True
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError) as error:
        log.info("no article: trafilatura gave up: %s", error)
        return []
    body = getattr(found, "body", None)
    parts = [part for part in _parts(body) if part.text] if body is not None else []
    return _with_lost_paragraphs(parts, pruned, metadata)


def _drop(tree: HtmlElement, elements: Sequence[HtmlElement]) -> None:
    """Take elements out. By a name of their own: lxml's drop_tree fails where a control character follows."""
    for element in elements:
        element.tag = _DROPPED
    etree.strip_elements(tree, _DROPPED, with_tail=False)


def _scripts(tree: HtmlElement) -> list[HtmlElement]:
    """What is no text; JSON-LD stays, for it may hold the article that the page is drawn from."""
    return [found for found in tree.iter("script", "style") if found.get("type") != "application/ld+json"]


def _link_lists(tree: HtmlElement) -> list[HtmlElement]:
    """Lists that are links throughout: related stories, share bars, menus."""
    return [found for found in tree.iter("ul", "ol") if _link_share(found) > LINK_SHARE]


def _link_share(element: HtmlElement) -> float:
    length = len(text_of(element))
    return sum(len(text_of(link)) for link in element.iter("a")) / length if length else 0.0


def _parts(body: etree._Element) -> Iterator[Part]:
    """The parts of an extracted body, in reading order."""
    for element in body:
        yield from _element_parts(element)
        yield from _pieces(BlockKind.PARAGRAPH, _SPACE.sub(" ", element.tail or ""))


def _element_parts(element: etree._Element) -> Iterator[Part]:
    if element.tag == "head":
        yield Part(BlockKind.HEADING, " ".join(_words(element).split()))
    elif element.tag == "table":
        for row in element.iter("row"):
            yield from _row_parts(row)
    elif element.tag in _PIECES:
        kind, name = _PIECES[element.tag]
        for piece in element.findall(name) or [element]:
            yield from _pieces(kind, _words(piece))
    elif not _is_all_link(element):
        yield from _pieces(BlockKind.PARAGRAPH, _words(element))


def _row_parts(row: etree._Element) -> Iterator[Part]:
    """A row with its cells between bars; a row of one cell is layout, and what it holds is text."""
    cells = [words for cell in row.findall("cell") if (words := " ".join(_words(cell).split()))]
    if len(cells) == 1:
        yield from _pieces(BlockKind.PARAGRAPH, _words(row))
    elif cells:
        yield Part(BlockKind.TABLE_ROW, " | ".join(cells))


def _words(element: etree._Element) -> str:
    """The words in an element, with a line break for each <lb/> and between paragraphs."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces.append("\n" if node.tag == "lb" else "")
            pieces.append(_SPACE.sub(" ", node.text or ""))
        elif node is not element:
            pieces.append("\n" if node.tag in ("p", "item") else "")
            pieces.append(_SPACE.sub(" ", node.tail or ""))
    return "".join(pieces)


def _pieces(kind: BlockKind, words: str) -> Iterator[Part]:
    """Words parted at line breaks that follow the end of a sentence or stand in twos."""
    lines: list[str] = []
    for line in (line.strip() for line in words.split("\n")):
        if lines and (not line or _ENDS_SENTENCE.search(lines[-1])):
            yield Part(kind, "\n".join(lines))
            lines = []
        if line:
            lines.append(line)
    if lines:
        yield Part(kind, "\n".join(lines))


def _is_all_link(element: etree._Element) -> bool:
    """Whether a paragraph is a link to another page and nothing else: "[ Read more on this ]"."""
    words = _words(element)
    linked = "".join(_words(link) for link in element.iter("ref"))
    return bool(linked) and sum(map(str.isalnum, words)) == sum(map(str.isalnum, linked))


def _with_lost_paragraphs(parts: Sequence[Part], tree: HtmlElement, metadata: Metadata) -> list[Part]:
    """The parts and the paragraphs that extraction lost: below the headline or among the article's own."""
    places = {_key(part.text): number for number, part in enumerate(parts)}
    kept = "".join(places)  # a paragraph that was parted at its line breaks stands whole in here
    paragraphs = [(element, _key(text_of(element))) for element in tree.iter("h1", "h2", "h3", "p")]
    homes = Counter(element.getparent() for element, key in paragraphs if element.tag == "p" and key in places)
    if not homes:
        return list(parts)
    home = homes.most_common(1)[0][0]
    headline = _key(metadata.title.value) if metadata.title else None
    lost: dict[int, list[Part]] = defaultdict(list)
    cursor, is_lead_due = 0, False
    for element, key in paragraphs:
        if element.tag != "p":
            is_lead_due = is_lead_due or (key == headline and cursor == 0)
        elif key in places:
            cursor, is_lead_due = max(cursor, places[key] + 1), False
        elif (is_lead_due or element.getparent() is home) and _is_prose(element) and not _stands_in(key, kept):
            lost[cursor].append(Part(BlockKind.PARAGRAPH, text_of(element)))
            places[key] = cursor  # the same words once
    return [part for number in range(len(parts) + 1) for part in (*lost[number], *parts[number : number + 1])]


def _is_prose(element: HtmlElement) -> bool:
    words = text_of(element)
    if len(words) < SHORTEST_PROSE or not _ENDS_SENTENCE.search(words) or _link_share(element) > LINK_SHARE:
        return False
    return next(element.iterancestors(*_ASIDES), None) is None


def _stands_in(key: str, kept: str) -> bool:
    """Whether a paragraph was kept; its beginning or end decides, for extraction may clean its middle."""
    return key[:SHORTEST_PROSE] in kept or key[-SHORTEST_PROSE:] in kept


def _key(words: str) -> str:
    return "".join(words.split()).casefold()


def _with_head(parts: Iterable[Part], metadata: Metadata) -> Iterator[Part]:
    """Headline and byline, then all other parts; the headline once."""
    title = metadata.title.value if metadata.title else None
    author = metadata.author.value if metadata.author else None
    rest = [part for part in parts if title is None or _key(part.text) != _key(title)]
    if title:
        yield Part(BlockKind.HEADLINE, title)
    beginning = _key(" ".join(part.text for part in rest[:3]))
    if author and len(author) <= BYLINE_LENGTH and "://" not in author and _key(author) not in beginning:
        yield Part(BlockKind.BYLINE, author)
    yield from rest


def _whole_page(tree: HtmlElement) -> Iterator[Part]:
    body = deepcopy(tree)
    etree.strip_elements(body, *_UNSEEN, with_tail=False)
    etree.strip_tags(body, *_INLINE)
    for words in body.itertext():
        yield from _pieces(BlockKind.PARAGRAPH, _SPACE.sub(" ", words))
