"""Reads RSS, Atom and sitemaps as a stream: no network, no entities, and never more than one item in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from onrecord.errors import SourceError
from onrecord.ingest.listings import MAX_LISTING, Listed, is_same_site, listed, plain, too_large, whole
from onrecord.ingest.mended import Mended
from onrecord.ingest.streams import Limited, Readable
from onrecord.model import Rejected

_ITEMS = {  # the element of an item, by the element that it stands in
    ("channel", "item"): "feed",  # RSS 0.9x and 2.0
    ("rdf", "item"): "feed",  # RSS 1.0
    ("rss", "item"): "feed",  # RSS as some write it
    ("feed", "entry"): "feed",  # Atom
    ("urlset", "url"): "sitemap",
    ("sitemapindex", "sitemap"): "index",
}
_CHANNELS = ("channel", "feed")
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://search.yahoo.com/mrss/": "media:",
}
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_TEXTS = ("content:encoded", "content", "description", "summary")  # the fullest first
_HARMLESS = ("NS_ERR_UNDEFINED_NAMESPACE", "ERR_DOCUMENT_END", "ERR_RESERVED_XML_NAME")  # costs nothing of the text


@dataclass(slots=True)
class _Channel:
    """What a feed says of itself: its title, and the addresses of its site and of its own."""

    title: str = ""
    links: dict[str, str] = field(default_factory=dict)  # rel -> address

    def learn(self, element: etree._Element) -> None:
        """Takes what a direct child of the channel says."""
        name = _name(element)
        if name == "title":
            self.title = self.title or plain(_text(element))
        elif name == "link":
            address = element.get("href") or _text(element).strip()
            self.links.setdefault(element.get("rel") or "alternate", address)

    def base(self, uri: str) -> str:
        """The address from which relative links lead on: that of the feed, or what it says of itself."""
        if "://" in uri:
            return uri
        return self.links.get("self") or self.links.get("alternate") or ""


def xml_items(uri: str, stream: Readable) -> Iterator[Listed | Rejected]:
    """What a feed or sitemap lists. Of what is cut or damaged, what stands before is given and the rest told.

    Raises: SourceError for entities, which no feed needs, and for what is larger than a listing may be.
    """
    parsing = etree.iterparse(
        Mended(Limited(stream, MAX_LISTING, too_large(uri))),
        events=("start", "end"),
        encoding="utf-8",
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    yield from _items(uri, parsing)
    problem = _problem(parsing)
    if problem is not None:
        yield Rejected(uri=uri, reason=str(SourceError(uri, problem, "what stands before was read; get it again")))


def _items(uri: str, parsing: "etree.iterparse[tuple[str, etree._Element]]") -> Iterator[Listed]:
    channel = _Channel()
    for event, element in _events(uri, parsing):
        parent = element.getparent()
        if event == "start":
            if parent is None:
                _refuse_entities(uri, element)
            continue
        if parent is None:
            continue
        within = _name(parent)
        kind = _ITEMS.get((within, _name(element)))
        if (kind or within in _CHANNELS) and _problem(parsing):
            return  # the parser goes on, but loses characters, and ends what was cut off as if it were whole
        if kind is not None:
            yield _READERS[kind](element, channel, uri)
            _forget(element)
        elif within in _CHANNELS:
            channel.learn(element)


def _events(uri: str, parsing: "etree.iterparse[tuple[str, etree._Element]]") -> Iterator[tuple[str, etree._Element]]:
    try:
        yield from parsing
    except etree.XMLSyntaxError as error:  # even for a parser that puts up with much
        raise SourceError(uri, "is broken from its beginning", "get it again") from error


def _refuse_entities(uri: str, root: etree._Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    entities = dtd.iterentities() if dtd is not None else ()  # type: ignore[attr-defined]  # the stubs lack it
    if any(True for _ in entities):
        raise SourceError(uri, "declares entities, which no feed needs and attacks are made of", "remove its DOCTYPE")


def _forget(element: etree._Element) -> None:
    """Lets go of an item, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _feed_item(element: etree._Element, channel: _Channel, uri: str) -> Listed:
    values: dict[str, str] = {}
    texts: dict[str, str] = {}
    links: dict[str, str] = {}
    for child in element:
        name = _name(child)
        if name == "link":
            links.setdefault(child.get("rel") or "alternate", child.get("href") or _text(child).strip())
        elif name in _TEXTS:
            texts.setdefault(name, _markup(child))
        elif name and name not in values:
            values[name] = _source_title(child) if name == "source" else _text(child)
    written = links.get("alternate") or _permanent(element) or element.get(_ABOUT) or ""
    link = whole(_base(element, channel.base(uri)), written)
    if channel.title and (not link or is_same_site(link, channel.links.get("alternate") or uri)):
        values["channel"] = channel.title
    told = {name: value for name, value in values.items() if value.strip()}
    text = next((texts[name] for name in _TEXTS if texts.get(name, "").strip()), None)
    found = listed(link, told, "feed")
    return replace(found, key=(told.get("guid") or told.get("id") or "").strip(), text=text)


def _sitemap_url(element: etree._Element, channel: _Channel, uri: str) -> Listed:
    values: dict[str, str] = {}
    for child in element.iter(etree.Element):
        values.setdefault(_name(child), _text(child))
    return listed(whole(channel.base(uri), values.pop("loc", "")), values, "sitemap")


def _sitemap(element: etree._Element, channel: _Channel, uri: str) -> Listed:
    return replace(_sitemap_url(element, channel, uri), is_listing=True)


_READERS = {"feed": _feed_item, "sitemap": _sitemap_url, "index": _sitemap}


def _permanent(element: etree._Element) -> str:
    """The guid of an RSS item, where it is an address that leads to it."""
    guid = next((child for child in element if _name(child) == "guid"), None)
    if guid is None or guid.get("isPermaLink", "true").strip().lower() == "false":
        return ""
    written = _text(guid).strip()
    return written if written.startswith(("http://", "https://")) else ""


def _source_title(element: etree._Element) -> str:
    """Who first published an item: in RSS the words of <source>, in Atom its <title>."""
    return next((_text(child) for child in element if _name(child) == "title"), _text(element))


def _base(element: etree._Element, base: str) -> str:
    """The address from which links in an element lead on, by xml:base."""
    above = [element, *element.iterancestors()]
    for each in reversed(above):
        base = whole(base, each.get(_BASE) or "") or base
    return base


def _name(element: etree._Element) -> str:
    """The name of an element in lower case, with the usual prefix of its namespace; none for an entity."""
    if isinstance(element, etree._Entity):
        return ""
    namespace, _, name = str(element.tag).rpartition("}")  # a prefix that nobody declared stays before the name
    return f"{_PREFIXES.get(namespace[1:], '')}{name}".lower()


def _text(element: etree._Element) -> str:
    """The words in an element; HTML's entities, which XML does not know, are left as they are written."""
    parts = [element.text or ""]
    for child in element:
        parts += [_text(child), child.tail or ""]
    return "".join(parts)


def _markup(element: etree._Element) -> str:
    """The text of an item, with its tags if it has any: Atom's XHTML stands there as elements."""
    if any(not isinstance(child, etree._Entity) for child in element):
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return (element.text or "") + "".join(inner)
    return _text(element)


def _problem(parsing: "etree.iterparse[tuple[str, etree._Element]]") -> str | None:
    """What is wrong with a listing, as far as it was read, that may cost some of it."""
    wrong = [entry for entry in parsing.error_log if entry.type_name not in _HARMLESS]
    if not wrong:
        return None
    kinds = {entry.type_name for entry in wrong}
    if "ERR_RESOURCE_LIMIT" in kinds:
        return "asks for more depth, length or entities than any feed needs"
    return f"{'breaks off' if 'ERR_TAG_NOT_FINISHED' in kinds else 'is damaged'} in line {wrong[0].line}"
