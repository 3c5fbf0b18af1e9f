"""Knows feeds and sitemaps by their beginning, and what each says of the pages that it lists."""

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from onrecord.errors import SourceError
from onrecord.ingest.metadata import metadata_keys, stated
from onrecord.ingest.streams import Readable
from onrecord.ingest.unkept import escaped
from onrecord.model import Given, Rejected

MAX_LISTING = 200 * 2**20  # bytes, unpacked: a sitemap may have 50 MB, a feed with 10,000 whole articles about 100

_NEAR = 4096  # bytes in which a listing shows what it is
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|rdf|feed|urlset|sitemapindex)[\s>/]", re.IGNORECASE)
_BEFORE_ROOT = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.I | re.DOTALL)
_JSON_FEED = re.compile(rb'\A\s*\{.*?"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org\\?/version\\?/', re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page as a feed or sitemap lists it.

    `link` is an address, or None where it gives only the text itself; `key` is what the feed tells it from others by.
    `stamp` changes when the listing says that the page did.
    """

    link: str | None
    given: Given
    stamp: str
    key: str = ""
    text: str | None = None
    is_listing: bool = False  # a sitemap of which an index tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed or sitemap that was opened: where it was read, and its bytes from the first."""

    uri: str
    stream: Readable
    is_json: bool

    def items(self) -> Iterator[Listed | Rejected]:
        """What it lists, in its order, as it is read. Raises: SourceError for what is refused."""
        if self.is_json:
            from onrecord.ingest.feed_json import json_items

            return json_items(self.uri, self.stream)
        from onrecord.ingest.feed_xml import xml_items  # lxml: only for who has a feed

        return xml_items(self.uri, self.stream)


def listing_of(uri: str, head: bytes, stream: Readable) -> Listing | None:
    """The listing that begins with these bytes, and is read from `stream`; None for what is none."""
    if _JSON_FEED.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Listing(uri=uri, stream=stream, is_json=True)
    near = head[: 2 * _NEAR].replace(b"\0", b"")  # UTF-16 too
    near = near.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    before = _BEFORE_ROOT.match(near)
    is_listing = _ROOT.match(near, before.end() if before else 0) is not None
    if not is_listing and near.lstrip()[:9].lower().startswith((b"<!doctype", b"<!entity")):
        # a document type too long to see its end: what it is for is told by its name
        named = re.match(rb"\s*<!doctype\s+(\w+)", near, re.IGNORECASE)
        is_listing = named is not None and _ROOT.match(b"<" + named[1] + b">") is not None
    return Listing(uri=uri, stream=stream, is_json=False) if is_listing else None


def listed(link: str | None, values: Mapping[str, str], place: str) -> Listed:
    """An item of what was found of it in this kind of place: its link, and its fields by their names in lower case."""
    known = stated(place, {name: plain(value) for name, value in values.items()})
    given = Given(
        title=known.title.value if known.title else None,
        publisher=known.publisher.value if known.publisher else None,
        published=known.published.value if known.published else None,
        provenance={name: where for name, where in known.provenance().items() if name in _GIVEN},
    )
    # of the fields that we read alone: how often an item was commented on is no change of its page
    telling = sorted({entry.key.lower() for entry in metadata_keys(place)} - {"channel"})
    told = "\n".join(f"{name}={values[name]}" for name in telling if name in values)
    return Listed(link=link, given=given, stamp=short_hash(told))


_GIVEN = ("title", "publisher", "published")


def plain(written: str) -> str:
    """Words without the tags and character references of HTML that feeds put even into titles."""
    return " ".join(html.unescape(_TAG.sub(" ", html.unescape(written))).split())


def whole(base: str, link: str) -> str | None:
    """The address of a link as written at this base; one that stays relative is given back as it is, to be told."""
    written = escaped("".join(link.split()))
    if not written:
        return None
    try:
        return urljoin(base, written)
    except ValueError:  # "http://[": what fetches it will say so
        return written


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, or of a site and its part: "a.example" and "news.a.example"."""
    hosts = [_host(address) for address in (one, other)]
    return all(hosts) and any(f".{a}".endswith(f".{b}") for a, b in (hosts, hosts[::-1]))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def too_large(uri: str, limit: int = MAX_LISTING) -> SourceError:
    """What is said of a listing without end."""
    return SourceError(uri, f"is larger than {limit >> 20} MB", "split it")


def short_hash(told: str) -> str:
    """Sixteen hexadecimal digits that tell these words from others."""
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
