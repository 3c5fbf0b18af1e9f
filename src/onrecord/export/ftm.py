"""Documents, actors, statements and events as entities of FollowTheMoney, each on one line.

Source: the schemata of followthemoney 4, https://followthemoney.tech/explorer/. They have no statements: a statement
is an Event whose organizer speaks, as an event is one whose organizer acts.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from onrecord.export.iris import actor_parts, web_address
from onrecord.export.json_text import json_text
from onrecord.model import Actor, ActorKind, Event, Evidence, Statement
from onrecord.model.days import bounds
from onrecord.store.held import Held

SCHEMATA = {
    ActorKind.STATE: "PublicBody",
    ActorKind.INSTITUTION: "PublicBody",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.OFFICE: "LegalEntity",
    ActorKind.PERSON: "Person",
    ActorKind.GROUP: "LegalEntity",
}  # an actor that is a document is that document
MOST_NAMED = 200  # characters of a passage that name what it tells

Values = Mapping[str, Iterable[str | None]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A reading, with its actors that are entities; `countries` are codes as FollowTheMoney has them, by ours."""

    held: Held
    actors: Mapping[str, Actor]
    countries: Mapping[str, str]

    @property
    def id(self) -> str:
        """The id of its document."""
        return _id("document", self.held.record.document.uri, str(self.held.kept.version))

    def ids(self, actors: Iterable[str | None]) -> list[str]:
        """The ids of actors as entities."""
        known = (self.actors.get(one or "") for one in actors)
        return [_id("actor", *actor_parts(self.held, one)) for one in known if one is not None]

    def codes(self, countries: Iterable[str | None]) -> list[str | None]:
        """The codes of countries; organisations have none."""
        return [self.countries.get(one or "") for one in countries]


def entities(held: Held, countries: Mapping[str, str]) -> Iterator[str]:
    """The document of a reading, its actors, what they said and what they did.

    `countries` are the two-letter codes of states, in small letters. An actor that the knowledge base has comes with
    each document that names it, always under one id: `ftm aggregate` joins them.
    """
    record = held.record
    told = _Told(held, {actor.id: actor for actor in record.actors if actor.kind in SCHEMATA}, countries)
    yield _article(told)
    yield from (_actor(told, actor) for actor in told.actors.values())
    yield from (_statement(told, said) for said in record.statements)
    yield from (_event(told, done) for done in record.events)


def _article(told: _Told) -> str:
    read = told.held.record.document
    web = web_address(read.uri)
    values: Values = {
        "title": [read.title],
        "publisher": [read.publisher],
        "publishedAt": _days(read.published)[:1],
        "modifiedAt": _days(read.modified)[:1],
        "retrievedAt": [f"{read.retrieved.astimezone(UTC):%Y-%m-%dT%H:%M:%S}" if read.retrieved else None],
        "sourceUrl": [web],
        "fileName": [None if web else read.uri],
        "bodyText": [read.text],
    }
    return _entity(told.id, "Article", values)


def _actor(told: _Told, actor: Actor) -> str:
    values: Values = {
        "name": [actor.name],
        "alias": actor.aliases,
        "country": told.codes([actor.country]),
        "wikidataId": [actor.wikidata],
        "position": actor.offices if actor.kind is ActorKind.PERSON else (),
    }
    return _entity(told.ids([actor.id])[0], SCHEMATA[actor.kind], values)


def _statement(told: _Told, said: Statement) -> str:
    values: Values = {
        "organizer": told.ids(said.speakers),
        "involved": told.ids((*said.addressees, said.via)),
        "country": told.codes([said.speaker_country]),
        "keywords": ("statement", said.act.value, said.kind.value, *said.issues),
    }
    return _happening(told, said, said.content, values)


def _event(told: _Told, done: Event) -> str:
    values: Values = {
        "organizer": told.ids(done.source_actors),
        "involved": told.ids(done.target_actors),
        "country": told.codes((*done.sources, *done.targets)),
        "location": [done.place],
        "keywords": ("event", done.type.value, done.status.value, done.mode, *done.issues),
    }
    return _happening(told, done, done.evidence, values)


def _happening(told: _Told, one: Statement | Event, passages: Sequence[Evidence], values: Values) -> str:
    """What a statement and an event have in common: their words, their days and their source."""
    days, words = _days(one.date), " ".join(" ".join(part.exact for part in passages).split())
    dates: Values = {"date": days[:1]} if len(set(days)) == 1 else {"startDate": days[:1], "endDate": days[1:]}
    source: Values = {"proof": [told.id], "sourceUrl": [web_address(told.held.record.document.uri)]}
    name: Values = {"name": [words[:MOST_NAMED]], "summary": [words], "recordId": [one.id]}
    return _entity(_id(told.id, one.id), "Event", {**name, **values, **dates, **source})


def _entity(id: str, schema: str, values: Values) -> str:
    properties = {name: list(dict.fromkeys(one for one in told if one)) for name, told in values.items()}
    return json_text(
        {"id": id, "schema": schema, "properties": {name: told for name, told in properties.items() if told}}
    )


def _id(*parts: str) -> str:
    return f"onrecord-{hashlib.sha256('/'.join(parts).encode()).hexdigest()[:32]}"


def _days(edtf: str | None) -> list[str]:
    days = bounds(edtf)
    return [day.isoformat() for day in days] if days is not None else []
