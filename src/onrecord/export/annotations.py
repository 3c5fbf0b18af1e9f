"""Statements and events as W3C Web Annotations: each points at its passages by place and by words.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.export.iris import iri, name_of
from onrecord.export.json_text import json_text
from onrecord.model import Actor, Event, Evidence, Statement
from onrecord.store.facets import facets_of
from onrecord.store.held import Held

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after a passage by which it is found again in another copy of its text
OF_THE_PAGE = ("outlet:", "finding:")  # facets that tell of the document, not of what is said in it

Node = Mapping[str, object]


def annotations(held: Held) -> Iterator[str]:
    """An annotation for each statement and event of a reading, each a JSON-LD document on one line."""
    record = held.record
    actors = {actor.id: actor for actor in record.actors}
    told: tuple[Statement | Event, ...] = (*record.statements, *record.events)
    for one in told:
        tags = [tag for tag in facets_of(one, record, actors) if not tag.startswith(OF_THE_PAGE)]
        yield json_text(
            {
                "@context": CONTEXT,
                "id": name_of(held, one.id),
                "type": "Annotation",
                "motivation": "describing",
                "generated": held.kept.read_at.isoformat(),
                "generator": {"type": "Software", "name": held.kept.reader},
                "body": [_body("describing", _summary(one, actors)), *(_body("tagging", tag) for tag in tags)],
                "target": [_target(held, passage) for passage in _passages(one)],
            }
        )


def _passages(one: Statement | Event) -> Sequence[Evidence]:
    return one.content if isinstance(one, Statement) else one.evidence


def _body(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(held: Held, passage: Evidence) -> Node:
    text, language = held.record.document.text, held.record.document.language
    quote = {
        "type": "TextQuoteSelector",
        "exact": passage.exact,
        "prefix": text[max(0, passage.start - AROUND) : passage.start],
        "suffix": text[passage.end : passage.end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return {
        "type": "SpecificResource",
        "source": iri(held.record.document.uri),
        "selector": [quote, place],
        **({"language": language} if language else {}),
    }


def _summary(one: Statement | Event, actors: Mapping[str, Actor]) -> str:
    """What is pointed at, in a line: "statement (promise) by Wang Yi, 2031-05-12"."""
    if isinstance(one, Statement):
        speakers = _names(one.speakers, actors)
        told = f"statement ({one.act.value})" + (f" by {speakers}" if speakers else "")
    else:
        sides = (_names(one.source_actors, actors), _names(one.target_actors, actors))
        told = f"event ({one.type.value}, {one.status.value}): {' → '.join(side or '?' for side in sides)}"
    return told + (f", {one.date}" if one.date else "")


def _names(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return ", ".join(actors[id].name if id in actors else id for id in ids)
