"""What an HTML page says about itself, and where it says it."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.ingest.days import day
from onrecord.ingest.html_tree import text_of
from onrecord.ingest.metadata import Known, Metadata, known_as, language, one_line, stated

SHORTEST_TITLE = 12  # characters; a shorter heading at the start of a page's title may be a rubric or the site's name

_DAY_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})(?=/|$)")


def html_metadata(tree: HtmlElement, address: str) -> Metadata:
    """What the page says of itself; its address is asked last."""
    own = Metadata(language=known_as(language(tree.get("lang") or ""), "html[lang]"))
    found = own
    for source in (
        stated("json-ld", _json_ld_values(tree)),
        stated("meta", _meta_values(tree)),
        stated("itemprop", _itemprop_values(tree)),
        Metadata(published=_time_element(tree)),
        Metadata(published=_day_in_address(_canonical(tree) or address)),
    ):
        found = found.or_else(source)
    return Metadata(title=_title(tree, found.title)).or_else(found)


def _title(tree: HtmlElement, told: Known | None) -> Known | None:
    """The heading with which the told title begins (sites add their names to it), or else the told title."""
    page_title = one_line(tree.findtext(".//title") or "")
    for heading in tree.iter("h1", "h2", "h3"):
        words = text_of(heading)
        candidates = (candidate for candidate in (told.value if told else None, page_title) if candidate)
        if len(words) >= SHORTEST_TITLE and any(_begins(candidate, words) for candidate in candidates):
            return Known(words, str(heading.tag))
    if told:
        return told
    headings = [words for heading in tree.iter("h1") if (words := text_of(heading))]
    return Known(headings[0], "h1") if len(headings) == 1 else known_as(page_title, "title")


def _begins(title: str, words: str) -> bool:
    return title.casefold().startswith(words.casefold())


def _meta_values(tree: HtmlElement) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := meta.get(attribute)):
                values.setdefault(key.strip().lower(), unescape(content))
    return values


def _itemprop_values(tree: HtmlElement) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for element in tree.xpath("//*[@itemprop]"):
        value = element.get("content") or element.get("datetime") or text_of(element)
        values.setdefault(element.get("itemprop").lower(), value)
    return values


def _json_ld_values(tree: HtmlElement) -> Mapping[str, str]:
    """The plain values of the first node that looks like an article: one with a headline or a date."""
    nodes = [node for node in _json_ld_nodes(tree) if "headline" in node or "datePublished" in node]
    # pages list other articles too; their own has a headline and stands first
    nodes.sort(key=lambda node: "headline" not in node)
    values: dict[str, str] = {}
    for key, value in nodes[0].items() if nodes else ():
        if words := _words(value):
            values[key.lower()] = unescape(words)
    return values


def _json_ld_nodes(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # pages are full of broken JSON; what it would have told, other places may
        for top in loaded if isinstance(loaded, list) else [loaded]:
            graph = top.get("@graph", [top]) if isinstance(top, dict) else []
            yield from (node for node in (graph if isinstance(graph, list) else [graph]) if isinstance(node, dict))


def _words(value: object) -> str | None:
    """The words of a JSON-LD value: itself, its name, or those of its members."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else None
    if isinstance(value, list):
        names = [
            member if isinstance(member, str) else member.get("name")
            for member in value
            if isinstance(member, str | dict)
        ]
        return ", ".join(name for name in names if isinstance(name, str)) or None
    return None


def _time_element(tree: HtmlElement) -> Known | None:
    """The day of the page's <time> elements, where they agree; several days are those of several things."""
    days = {found for element in tree.iter("time") if (found := day(element.get("datetime") or text_of(element)))}
    return Known(days.pop(), "time[datetime]") if len(days) == 1 else None


def _canonical(tree: HtmlElement) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links else None


def _day_in_address(address: str) -> Known | None:
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    match = _DAY_IN_PATH.search(path.lower())
    if match is None:
        return None
    year, month, number = match["year"], match["month"], match["day"]
    written = f"{year}-{month}-{number}" if month.isdigit() else f"{number} {month} {year}"
    return known_as(day(written), "url")
