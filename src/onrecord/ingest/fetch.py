"""Fetches a page from an address: politely, within limits, and from nowhere it should not."""

import socket
import ssl
import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpcore
import httpx
from protego import Protego

from onrecord.errors import BusyError, SourceError
from onrecord.ingest.network import CheckedTransport
from onrecord.ingest.polling import NEVER_SEEN, Validators
from onrecord.model import Page

SECONDS = 30.0  # for a page with all its redirects; a reader waits, a server that takes longer is stuck
SECONDS_SILENT = 10.0  # without a byte
REDIRECTS = 5  # more is a loop, or a chain of trackers
ROBOTS_BYTES = 512_000  # RFC 9309: at least 500 KiB of a robots.txt must be read
LONGEST_REST = 86_400.0  # seconds: a site that wants to be left alone for longer is asked again after a day
AGENT = "OnRecord"  # the name that a robots.txt may speak to

_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)
_TYPES = (
    "application/xhtml+xml",
    "application/xml",
    "application/pdf",
    "application/json",
    "application/x-ndjson",
    "application/octet-stream",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/gzip",
    "application/x-gzip",
    "application/warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

_BUSY = (429, 503)
_REMEDIES = {
    401: "save the page from a browser and give the file",
    403: "save the page from a browser and give the file",
    429: "try again later",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the page, or None if it did not change; and how to ask for changes the next time."""

    page: Page | None
    validators: Validators


def fetched(
    address: str,
    *,
    allow_private: bool,
    robots: MutableMapping[str, str],
    longest: int,
    known: Validators = NEVER_SEEN,
) -> Fetched:
    """The page at an address, after its redirects. `robots` keeps each site's robots.txt from call to call.

    Raises: SourceError for an address that is refused, closed to programs, fails, or is no document; BusyError
    where the site asks for time.
    """
    transport = CheckedTransport(time.monotonic() + SECONDS, allow_private=allow_private)
    headers = {"User-Agent": f"{AGENT}/{version('onrecord')} (+reads single pages for their reader)"}
    headers |= {"Accept": "text/html, text/*, application/*;q=0.9", "Accept-Encoding": "gzip, deflate"}
    # no proxies and certificates from the environment: a proxy would connect where we did not check
    with httpx.Client(transport=transport, headers=headers, timeout=SECONDS_SILENT, trust_env=False) as client:
        try:
            return _followed(client, address, robots, longest, known)
        except BusyError as error:
            raise BusyError(address, error.problem, error.remedy, error.seconds) from error
        except SourceError as error:
            raise SourceError(address, error.problem, error.remedy) from error
        except httpcore.TimeoutException as error:
            raise SourceError(address, "took too long to answer", "try again later, or save the page") from error
        except _ERRORS as error:
            problem = f"cannot be fetched: {_in_plain_words(error)}"
            raise SourceError(address, problem, "check the address, or save the page") from error


def _in_plain_words(error: Exception) -> str:
    match error.__context__:  # what the system said; httpcore keeps it as no cause
        case ssl.SSLCertVerificationError(verify_message=told):
            return f"its certificate is not valid: {told}"
        case ssl.SSLError():
            return "no secure connection can be made"
        case OSError(strerror=str(told)) as failure if not isinstance(failure, socket.gaierror):
            return told
    if isinstance(error, httpcore.ProtocolError):
        return "the answer breaks off, or is no answer of a web server"
    if isinstance(error, httpx.DecodingError):
        return "what it sends cannot be unpacked"
    return str(error)


def _followed(
    client: httpx.Client, address: str, robots: MutableMapping[str, str], longest: int, known: Validators
) -> Fetched:
    url, asked = httpx.URL(address), {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    headers = {name: value for name, value in asked.items() if value}
    for _ in range(REDIRECTS + 1):
        _refuse(client, url, robots)
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == httpx.codes.NOT_MODIFIED and headers:
                return Fetched(None, known)
            if answer.next_request is None:
                return Fetched(_page(answer, longest), _validators(answer))
            url = answer.next_request.url
    raise SourceError(address, f"redirects more than {REDIRECTS} times", "give the address that it leads to")


def _refuse(client: httpx.Client, url: httpx.URL, robots: MutableMapping[str, str]) -> None:
    """Raise SourceError for an address that may not be asked for."""
    if url.scheme not in ("http", "https"):
        raise SourceError(str(url), f"leads to a {url.scheme or 'nameless'} address", "only http and https are fetched")
    if not url.host:
        raise SourceError(str(url), "names no site", "check the address")
    if url.userinfo:
        raise SourceError(str(url), "holds a user name or password", "save the page and give the file")
    site = f"{url.scheme}://{url.netloc.decode('ascii')}"
    if site not in robots:
        robots[site] = _robots(client, httpx.URL(site).join("/robots.txt"))
    if not Protego.parse(robots[site]).can_fetch(str(url), AGENT):
        raise SourceError(str(url), "is closed to programs by the site's robots.txt", "save the page and give the file")


def _robots(client: httpx.Client, url: httpx.URL) -> str:
    """A site's rules, by RFC 9309: none where it has no robots.txt, all closed where it fails to give it."""
    for _ in range(REDIRECTS + 1):
        with client.stream("GET", url) as answer:
            if answer.is_server_error:
                return "User-agent: *\nDisallow: /"
            if answer.next_request is None:
                return (
                    _body(answer, ROBOTS_BYTES)[:ROBOTS_BYTES].decode("utf-8", "replace") if answer.is_success else ""
                )
            url = answer.next_request.url
    return ""


def crawl_delay(robots: str) -> float:
    """The seconds between two requests that a robots.txt wishes; 0 where it wishes none."""
    return float(Protego.parse(robots).crawl_delay(AGENT) or 0.0)


def _validators(answer: httpx.Response) -> Validators:
    return Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))


def _refusal(answer: httpx.Response) -> SourceError:
    """What is said of an answer that is no page."""
    address, problem = str(answer.url), f"answered {answer.status_code} {answer.reason_phrase}"
    remedy = _REMEDIES.get(answer.status_code, "try again later" if answer.is_server_error else "check the address")
    if answer.status_code not in _BUSY:
        return SourceError(address, problem, remedy)
    seconds = _rest(answer.headers.get("retry-after", ""))
    return BusyError(address, problem, remedy if seconds is None else f"try again in {seconds:.0f} s", seconds)


def _rest(written: str) -> float | None:
    """The seconds in a Retry-After, which is a number or a date (RFC 9110, 10.2.3); None for none."""
    try:
        seconds = float(written) if written.strip().isdecimal() else _seconds_until(written)
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_REST)


def _seconds_until(written: str) -> float:
    return (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds()


def _page(answer: httpx.Response, longest: int) -> Page:
    address = str(answer.url)
    if not answer.is_success:
        raise _refusal(answer)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and not media_type.startswith("text/") and media_type not in _TYPES:
        raise SourceError(address, f"is {media_type}, which holds no article", "give a page, PDF or Word file")
    content = _body(answer, longest)
    if len(content) > longest:
        raise SourceError(address, f"is larger than {longest >> 20} MB", "give the address of a single article")
    return Page(
        uri=address,
        content=content,
        media_type=media_type or None,
        charset=answer.charset_encoding,
        retrieved=datetime.now(UTC),
    )


def _body(answer: httpx.Response, longest: int) -> bytes:
    """The content, and no more than a little over `longest` of it."""
    content = bytearray()
    for piece in answer.iter_bytes():
        content += piece
        if len(content) > longest:
            break
    return bytes(content)
