"""Asks sites for pages as a guest: not too fast, not while they want to rest, and not for what did not change."""

import time
from urllib.parse import urlsplit

from onrecord.errors import BusyError, SourceError
from onrecord.ingest.fetch import Fetched, crawl_delay, fetched
from onrecord.ingest.options import MAX_PAGE, SourceOptions
from onrecord.ingest.polling import NEVER_SEEN, Validators
from onrecord.model import Page

REST = 300.0  # seconds for which a site is left alone that asks for it and does not say for how long
LONGEST_DELAY = 30.0  # seconds between two pages at most, whatever a robots.txt wishes: a sitemap would take weeks


def page_at(address: str, options: SourceOptions) -> Page:
    """The page at an address to which another leads, when its site's turn has come. Raises: SourceError."""
    page = _asked(address, options, NEVER_SEEN, pause=options.pause).page
    if page is None:
        raise SourceError(address, "answers that it did not change, which nobody asked", "try again later")
    return page


def changed_page(address: str, options: SourceOptions, *, pause: float = 0.0) -> Page | None:
    """The page at an address that is polled; None where it did not change or is to be left alone.

    Without `options.polling` it is asked for whatever was before. Raises: SourceError.
    """
    polling = options.polling
    if polling is None:
        return _asked(address, options, NEVER_SEEN, pause=pause).page
    if polling.rests(address):
        return None
    try:
        found = _asked(address, options, polling.remembered(address).validators, pause=pause)
    except SourceError as error:
        polling.failed[address] = error.seconds if isinstance(error, BusyError) else None
        raise
    if found.page is None:
        polling.unchanged.append(address)
    else:
        polling.answers[address] = found.validators
    return found.page


def _asked(address: str, options: SourceOptions, known: Validators, *, pause: float) -> Fetched:
    site, visits = _site(address), options.visits
    left = visits.resting.get(site, 0.0) - time.monotonic()
    if left > 0:
        problem = "was not asked for: its site wants to be left alone"
        raise BusyError(address, problem, f"try again in {left:.0f} s", left)
    if pause and site in visits.asked:
        time.sleep(max(0.0, visits.asked[site] + max(pause, _delay(site, options)) - time.monotonic()))
    try:
        return fetched(
            address,
            allow_private=options.allow_private,
            robots=visits.robots,
            longest=MAX_PAGE,
            known=known,
        )
    except BusyError as error:
        visits.resting[site] = time.monotonic() + (error.seconds or REST)
        raise
    finally:
        visits.asked[site] = time.monotonic()


def _delay(site: str, options: SourceOptions) -> float:
    return min(crawl_delay(options.visits.robots.get(site, "")), LONGEST_DELAY)


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}".lower()
