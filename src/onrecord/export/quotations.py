"""What was said in quotation marks as schema.org Quotations, in JSON-LD."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.export.iris import actor_parts, iri, name_of, named
from onrecord.export.json_text import json_text
from onrecord.model import Actor, ActorKind, Document, Statement
from onrecord.model.days import bounds
from onrecord.store.held import Held

CONTEXT = "https://schema.org"
BETWEEN = " […] "  # between the parts of a quotation that its report interrupts
WIKIDATA = "http://www.wikidata.org/entity/"

Node = Mapping[str, object]


def quotations(held: Held) -> Iterator[str]:
    """A Quotation for each statement with words in quotation marks, each a JSON-LD document on one line."""
    actors = {actor.id: actor for actor in held.record.actors}
    work = _work(held.record.document)
    for said in held.record.statements:
        if said.quoted:
            yield json_text(_filled({**_quotation(held, said, actors), "isPartOf": work}))


def _quotation(held: Held, said: Statement, actors: Mapping[str, Actor]) -> Node:
    read = held.record.document
    speakers = [_speaker(held, actors[id]) for id in said.speakers if id in actors]
    return {
        "@context": CONTEXT,
        "@type": "Quotation",
        "@id": name_of(held, said.id),
        "text": BETWEEN.join(part.exact for part in said.quoted),
        "spokenByCharacter": speakers,
        "creator": [{"@id": speaker["@id"]} for speaker in speakers],
        "dateCreated": _day(said.date),
        "datePublished": _day(read.published),
        "keywords": list(said.issues),
        "inLanguage": read.language,
        "citation": _citation(read),
    }


def _speaker(held: Held, actor: Actor) -> Node:
    kind = "Person" if actor.kind is ActorKind.PERSON else "Organization"
    return _filled(
        {
            "@type": kind,
            "@id": named("actor", *actor_parts(held, actor)),
            "name": actor.name,
            "alternateName": list(actor.aliases),
            "jobTitle": list(actor.offices) if kind == "Person" else None,
            "sameAs": f"{WIKIDATA}{actor.wikidata}" if actor.wikidata else None,
        }
    )


def _work(read: Document) -> Node:
    return _filled(
        {
            "@type": "Article",
            "@id": iri(read.uri),
            "url": iri(read.uri),
            "headline": read.title,
            "publisher": {"@type": "Organization", "name": read.publisher} if read.publisher else None,
            "datePublished": _day(read.published),
            "dateModified": _day(read.modified),
        }
    )


def _citation(read: Document) -> str:
    """A document as it is cited: title, publisher, day, address."""
    return ", ".join(part for part in (read.title, read.publisher, read.published, read.uri) if part)


def _day(edtf: str | None) -> str | None:
    """A day as ISO 8601 has it; None for what is not one day."""
    days = bounds(edtf)
    return days[0].isoformat() if days is not None and days[0] == days[1] else None


def _filled(node: Node) -> Node:
    """A node without what is not known."""
    empty: Sequence[object] = (None, [])
    return {name: value for name, value in node.items() if value not in empty}
