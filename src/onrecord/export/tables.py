"""Happenings as event tables: one in the columns of PLOVER's POLECAT, one in those of GDELT 2.0.

docs/tables.md tells every column. What the text does not say is an empty cell.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import TextIO

from onrecord.lexicon.plover import Quad
from onrecord.model import Actor, Document, Event, Mention, Record
from onrecord.model.days import bounds
from onrecord.views.happenings import Happening

Cells = Mapping[str, object]
Batch = tuple[Iterable[Happening], Sequence[Record]]

PLOVER_COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Event Status",
    "Custom Type",
    "CAMEO Code",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Name Raw",
    "Wikidata Actor ID",
    "Actor Country",
    "Actor Primary Sector",
    "Actor Sectors",
    "Recipient Name",
    "Recipient Name Raw",
    "Wikidata Recipient ID",
    "Recipient Country",
    "Recipient Primary Sector",
    "Recipient Sectors",
    "Placename",
    "Num Mentions",
    "Num Documents",
    "Source",
    "Publication Date",
    "Headline",
    "Event Text",
)
_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
          "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
QUAD_CLASS = {quad: number for number, quad in enumerate(
    (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION, Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT), 1)}  # fmt: skip
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # what spreadsheets take for its beginning
SEPARATOR = "; "  # between the parts of a compound actor, which stay together in PLOVER
BASE = 3  # digits of a CAMEO code's base
ROOT = 2  # and of its root
DAYS_IN_A_YEAR = 365


def write_plover(told: Iterable[Happening], records: Sequence[Record], stream: TextIO) -> None:
    """One row a happening, as comma-separated values with a header."""
    write_plover_batches([(told, records)], stream)


def write_gdelt(told: Iterable[Happening], records: Sequence[Record], stream: TextIO) -> None:
    """One row for each pair of sides, as tab-separated values with a header; what is mutual has one row."""
    write_gdelt_batches([(told, records)], stream)


def write_plover_batches(batches: Iterable[Batch], stream: TextIO) -> None:
    """The same of several batches of happenings, each with its records."""
    _write(PLOVER_COLUMNS, (_plover(one, known) for one, known in _each(batches)), stream, ",")


def write_gdelt_batches(batches: Iterable[Batch], stream: TextIO) -> None:
    """The same of several batches of happenings, each with its records."""
    _write(GDELT_COLUMNS, (row for one, known in _each(batches) for row in _gdelt(one, known)), stream, "\t")


def _each(batches: Iterable[Batch]) -> Iterator[tuple[Happening, "_Known"]]:
    for told, records in batches:
        known = _Known(records)
        yield from ((one, known) for one in told)


def _write(columns: Sequence[str], rows: Iterable[Cells], stream: TextIO, delimiter: str) -> None:
    writer = csv.DictWriter(stream, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _flat(cell) for name, cell in row.items()} for row in rows)


def _flat(cell: object) -> object:
    """A cell without a tab or a line break, and never a formula where a spreadsheet opens it."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = _one_line(cell)
    return f"'{text}" if text[:1] in FORMULA else text


class _Known:
    """The documents, the actors and the events of some records."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.documents: Mapping[str, Document] = {record.document.id: record.document for record in records}
        self._actors = {actor.id: actor for record in records for actor in record.actors}
        self._events = {event.id: event for record in records for event in record.events}

    def clearest(self, one: Happening) -> Event:
        """The event that a happening is read from."""
        told = (self._events[name] for name in one.records)
        return next(event for event in told if event.trigger == one.trigger)

    def actors(self, ids: Iterable[str]) -> list[Actor]:
        """Those of the actors that the records describe."""
        return [self._actors[one] for one in ids if one in self._actors]


def _plover(one: Happening, known: _Known) -> Cells:
    event, document = known.clearest(one), known.documents[one.trigger.doc_id]
    ours = _plover_side("Actor", one.sources, known.actors(event.source_actors), event.source_mentions)
    theirs = _plover_side("Recipient", one.targets, known.actors(event.target_actors), event.target_mentions)
    return {
        "Event ID": event.id,
        "Event Date": one.date,
        "Event Type": one.type.value,
        "Event Mode": one.mode,
        "Event Status": one.status.value,
        "Custom Type": one.custom,
        "CAMEO Code": one.cameo,
        "Intensity": one.intensity,
        "Quad Code": one.quad.value,
        "Contexts": SEPARATOR.join(one.issues),
        **ours,
        **theirs,
        "Placename": one.place,
        "Num Mentions": one.mentions,
        "Num Documents": one.documents,
        "Source": document.publisher or document.uri,
        "Publication Date": document.published,
        "Headline": document.title,
        "Event Text": event.evidence[0].exact,
    }


def _plover_side(role: str, states: Sequence[str], actors: Sequence[Actor], raw: Sequence[Mention]) -> Cells:
    """A side: its actors stay together in one cell."""
    sectors = tuple(dict.fromkeys(sector for actor in actors for sector in actor.roles))
    return {
        f"{role} Name": SEPARATOR.join(dict.fromkeys(actor.name for actor in actors)),
        f"{role} Name Raw": SEPARATOR.join(dict.fromkeys(_one_line(mention.exact) for mention in raw)),
        f"Wikidata {role} ID": SEPARATOR.join(dict.fromkeys(actor.wikidata for actor in actors if actor.wikidata)),
        f"{role} Country": SEPARATOR.join(states),
        f"{role} Primary Sector": next(iter(sectors), None),
        f"{role} Sectors": SEPARATOR.join(sectors),
    }


def _gdelt(one: Happening, known: _Known) -> Iterator[Cells]:
    event, document = known.clearest(one), known.documents[one.trigger.doc_id]
    ours = _by_state(one.sources, known.actors(event.source_actors))
    theirs = _by_state(one.targets, known.actors(event.target_actors))
    shared = {
        **_days(one.date, document.published),
        "IsRootEvent": 1,
        "EventCode": one.cameo,
        "EventBaseCode": one.cameo[:BASE],
        "EventRootCode": one.cameo[:ROOT],
        "QuadClass": QUAD_CLASS[one.quad],
        "GoldsteinScale": one.intensity,
        "NumMentions": one.mentions,
        "NumSources": one.documents,
        "NumArticles": one.documents,
        "ActionGeo_FullName": one.place,
        "SOURCEURL": document.uri,
    }
    for number, (source, target) in enumerate(_dyads(one)):
        yield {
            "GLOBALEVENTID": event.id if number == 0 else f"{event.id}.{number + 1}",
            **shared,
            **_gdelt_actor(1, source, ours.get(source)),
            **_gdelt_actor(2, target, theirs.get(target)),
        }


def _dyads(one: Happening) -> list[tuple[str, str]]:
    """The pairs of sides; what two do to each other is one pair, and a side that is not known is empty."""
    found: dict[frozenset[str] | tuple[str, str], tuple[str, str]] = {}
    is_mutual = set(one.sources) == set(one.targets) and len(one.sources) > 1
    for source, target in product(one.sources or ("",), one.targets or ("",)):
        if not is_mutual or source != target:
            found.setdefault(frozenset((source, target)) if is_mutual else (source, target), (source, target))
    return list(found.values())


def _by_state(states: Sequence[str], actors: Sequence[Actor]) -> Mapping[str, Actor]:
    """The first actor of each state of a side."""
    first: dict[str, Actor] = {}
    for actor in actors:
        if actor.country is not None and actor.country in states:
            first.setdefault(actor.country, actor)
    return first


def _gdelt_actor(number: int, state: str, actor: Actor | None) -> Cells:
    roles = actor.roles if actor is not None and actor.id != state else ()
    types = {f"Actor{number}Type{place}Code": role for place, role in enumerate(roles[:3], 1)}
    return {
        f"Actor{number}Code": "".join((state, *roles[:1])),
        f"Actor{number}Name": actor.name.upper() if actor is not None else None,
        f"Actor{number}CountryCode": state,
        **types,
    }


def _days(edtf: str | None, published: str | None) -> Cells:
    """The day of an event, where it is one day, in GDELT's four forms; and when it was reported."""
    days, out = bounds(edtf), bounds(published)
    added = {"DATEADDED": f"{out[0]:%Y%m%d}" if out is not None and out[0] == out[1] else None}
    if days is None or days[0] != days[1]:
        return added
    day = days[0]
    fraction = day.year + (day - date(day.year, 1, 1)).days / DAYS_IN_A_YEAR
    numbers = {"SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": f"{day:%Y}"}
    return {**numbers, "FractionDate": f"{fraction:.4f}", **added}


def _one_line(text: str) -> str:
    return " ".join(text.split())
