"""The items of views as lines of JSON; a passage names its document, and a line the addresses of its documents."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from onrecord.views.climate import Climate
from onrecord.views.compare.meetings import Meeting
from onrecord.views.exchanges import Exchange
from onrecord.views.formulas import Formula
from onrecord.views.happenings import Happening
from onrecord.views.hotlines import Line
from onrecord.views.items import Item
from onrecord.views.occasions import Engagement
from onrecord.views.positions import Position
from onrecord.views.promises import Promise

Listed = Item | Position | Formula

ITEMS: Mapping[type[Listed], TypeAdapter[Any]] = {
    shape: TypeAdapter(shape)
    for shape in (Happening, Engagement, Promise, Line, Climate, Exchange, Meeting, Position, Formula)
}

NONE: Mapping[str, str] = {}


def item_json(item: Listed, addresses: Mapping[str, str], reviews: Mapping[str, str] = NONE) -> str:
    """An item as one line of JSON; `addresses` gives the address of each document that it names, by id.

    `reviews` is what people said of the records that it rests on, by their ids: "corrected by ann".
    """
    whole = ITEMS[type(item)].dump_python(item, mode="json")
    sources = {document: addresses[document] for document in documents_of(item) if document in addresses}
    said = {"reviews": dict(reviews)} if reviews else {}
    line = json.dumps({**whole, "addresses": sources, **said}, ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode()


def documents_of(item: Listed) -> list[str]:
    """The ids of the documents that an item names, each once."""
    return list(dict.fromkeys(_documents(ITEMS[type(item)].dump_python(item, mode="json"))))


def _documents(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _documents(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in ("doc_id", "document") and isinstance(inner, str):
                yield inner
            else:
                yield from _documents(inner)
