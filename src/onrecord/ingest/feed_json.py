"""Reads JSON Feed: https://www.jsonfeed.org/version/1.1/."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.errors import SourceError
from onrecord.ingest.decode import decoded
from onrecord.ingest.listings import Listed, is_same_site, listed, too_large, whole
from onrecord.ingest.streams import Limited, Readable
from onrecord.model import Rejected

MAX_JSON = 50 * 2**20  # bytes: unlike XML it is read whole

_FIELDS = ("title", "date_published", "date_modified")


def json_items(uri: str, stream: Readable) -> Iterator[Listed | Rejected]:
    """What a JSON Feed lists. Raises: SourceError for what is no JSON, or too large."""
    feed = _loaded(uri, Limited(stream, MAX_JSON, too_large(uri, MAX_JSON)).read())
    home = _text(feed, "home_page_url")
    base = uri if "://" in uri else _text(feed, "feed_url") or home
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        if isinstance(item, dict):
            yield _item(base, home, _text(feed, "title"), item)
        else:
            yield Rejected(uri=f"{uri}#{number}", reason=f"{uri}: its item {number} is no object (left out)")


def _item(base: str, home: str, channel: str, item: Mapping[str, object]) -> Listed:
    link = whole(base, _text(item, "url") or _text(item, "external_url"))
    values = {name: value for name in _FIELDS if (value := _text(item, name))}
    if channel and (not link or is_same_site(link, home or base)):
        values["channel"] = channel
    text = _text(item, "content_html") or _text(item, "content_text")
    return replace(listed(link, values, "feed"), key=_text(item, "id"), text=text or None)


def _loaded(uri: str, content: bytes) -> Mapping[str, object]:
    try:
        feed = json.loads(decoded(content))
    except (ValueError, RecursionError) as error:
        told = str(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise SourceError(uri, f"is a broken JSON Feed: {told}", "get it again") from error
    return feed if isinstance(feed, dict) else {}


def _text(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
