"""Follows feeds and sitemaps to the pages that they list: each once, at a reader's pace, and never round in circles."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from onrecord.errors import BusyError, SourceError
from onrecord.ingest.asking import REST, changed_page, page_at
from onrecord.ingest.listings import Listed, Listing, listing_of, short_hash
from onrecord.ingest.options import HEAD, SourceOptions
from onrecord.ingest.polling import NEVER_SEEN, Met, Polling
from onrecord.ingest.streams import unpacked, unpacked_head
from onrecord.model import Given, Page, Rejected

DEPTH = 3  # sitemaps of sitemaps; the protocol has two levels

_HTML = re.compile(r"</[a-z]|<(?:p|br)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Way:
    """How we came to a listing: its address as asked for, what stands above it, and all links met on the walk."""

    feed: str
    above: frozenset[str]
    depth: int = 1
    met: set[str] = field(default_factory=set)

    def on(self, link: str, uri: str) -> "_Way":
        """The way one listing further: to the one at `link`, which was found at `uri`."""
        return _Way(link, self.above | {link, uri}, self.depth + 1, self.met)


def followed(source: str, listing: Listing, options: SourceOptions) -> Iterator[Page | Rejected]:
    """The pages that a listing lists, and a Rejected for each that cannot be had. Raises: SourceError.

    `source` is what was asked for; the listing may have been found elsewhere.
    """
    yield from _followed(listing, options, _Way(source, frozenset((source, listing.uri))))


def _followed(listing: Listing, options: SourceOptions, way: _Way) -> Iterator[Page | Rejected]:
    has_listings, rejected = False, set[str]()
    for item in listing.items():
        if isinstance(item, Rejected):
            rejected.add(item.uri)
            yield item
        elif item.link in way.above:
            yield from _back(item, listing)
        elif item.link is None:
            yield _own_page(item, listing)
        elif item.link not in way.met:
            way.met.add(item.link)
            has_listings = has_listings or item.is_listing
            yield from (_nested if item.is_listing else _linked)(item, item.link, options, way)
    if options.polling is not None:
        # an unchanged index says nothing of its sitemaps, and a broken feed may be whole the next time
        _note_end(options.polling, way.feed, is_told=not has_listings and not rejected, is_cut=listing.uri in rejected)


def _note_end(polling: Polling, feed: str, *, is_told: bool, is_cut: bool) -> None:
    """Notes that a feed was gone through; unless it `is_told` by its state, that is forgotten."""
    if not is_told and feed in polling.answers:
        polling.answers[feed] = NEVER_SEEN
    if not is_cut:
        polling.whole.add(feed)


def _back(item: Listed, listing: Listing) -> Iterator[Page | Rejected]:
    """What becomes of an item that leads back to where we came from: its own text, if it has one."""
    if item.text:
        yield _own_page(item, listing)
    else:
        problem = f"lists {item.link}, which leads back to it"
        yield Rejected(uri=listing.uri, reason=str(SourceError(listing.uri, problem, "it is left out")))


def _own_page(item: Listed, listing: Listing) -> Page | Rejected:
    """An item that gives its text itself."""
    uri = f"{listing.uri}#{item.key or short_hash(f'{item.stamp}{item.text}')}"
    if not (item.text or "").strip():
        return Rejected(uri=uri, reason=str(SourceError(uri, "has neither a link nor a text", "it is left out")))
    text = item.text or ""
    is_html = _HTML.search(text) is not None
    content = f"<!DOCTYPE html><html><body><article>{text}</article></body></html>" if is_html else text
    given = Given(
        title=item.given.title,
        publisher=item.given.publisher,
        published=item.given.published,
        url=uri,
        provenance=item.given.provenance,
    )
    media_type = "text/html" if is_html else "text/plain"
    return Page(
        uri=uri, content=content.encode("utf-8", "replace"), media_type=media_type, charset="utf-8", given=given
    )


def _linked(item: Listed, link: str, options: SourceOptions, way: _Way) -> Iterator[Page | Rejected]:
    """The page to which an item leads."""
    if not options.follow:
        yield Page(uri=link, content=b"")
        return
    if _is_relative(link):
        problem = f"lists the link {link}, which leads on from an address, and we have none"
        yield Rejected(uri=f"{way.feed}#{link}", reason=str(SourceError(way.feed, problem, "give the feed's address")))
        return
    met, polling = Met(way.feed, link, item.stamp), options.polling
    if polling is not None and not polling.is_due(met):
        polling.passed += 1
        return
    try:
        page = _fetched(link, options)
    except SourceError as error:
        if polling is not None:
            polling.met[link].append(met)
            polling.refused[met] = (error.seconds or REST) if isinstance(error, BusyError) else 0.0
        yield Rejected(uri=link, reason=str(error))
        return
    if polling is not None:
        polling.met[page.uri].append(met)
    yield Page(
        uri=page.uri,
        content=page.content,
        media_type=page.media_type,
        charset=page.charset,
        retrieved=page.retrieved,
        listed=item.given,
    )


def _is_relative(link: str) -> bool:
    try:
        return not urlsplit(link).scheme
    except ValueError:  # what fetches it will say so
        return False


def _fetched(link: str, options: SourceOptions) -> Page:
    """The page at a link. Raises: SourceError for what is none."""
    try:
        urlsplit(link)
    except ValueError as error:
        raise SourceError(link, f"is no address: {error}", "it is left out") from error
    page = page_at(link, options)
    if listing_of(page.uri, unpacked_head(page.content[:HEAD]), io.BytesIO()) is not None:
        raise SourceError(link, "is a feed or sitemap itself", "name it as a source of its own")
    return page


def _nested(item: Listed, link: str, options: SourceOptions, way: _Way) -> Iterator[Page | Rejected]:
    """The pages of a sitemap that an index lists."""
    try:
        if way.depth >= DEPTH:
            problem = f"is a sitemap in a sitemap, more than {DEPTH} deep"
            raise SourceError(link, problem, "name it as a source of its own")
        if not options.follow:
            yield Page(uri=link, content=b"")
        elif (listing := _sitemap(link, options)) is not None:
            if listing.uri in way.above:
                raise SourceError(link, f"leads back to {listing.uri}", "it is left out")
            yield from _followed(listing, options, way.on(link, listing.uri))
    except SourceError as error:
        yield Rejected(uri=link, reason=str(error))


def _sitemap(link: str, options: SourceOptions) -> Listing | None:
    """The sitemap at a link; None where it did not change since it was polled. Raises: SourceError."""
    page = changed_page(link, options, pause=options.pause)
    if page is None:
        return None
    head = page.content[:HEAD]
    stream = unpacked(head, io.BytesIO(page.content[HEAD:]))
    listing = listing_of(page.uri, unpacked_head(head), stream)
    if listing is None:
        raise SourceError(link, "is listed as a sitemap and is none", "it is left out")
    return listing
