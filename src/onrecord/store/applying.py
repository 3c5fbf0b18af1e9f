"""Records as people corrected them: what was read stays, and beside it stands what they say it should be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from onrecord.model import Act, Actor, Event, Mention, Record, Review, Statement, Status
from onrecord.model.corrections import CORRECTED, FIELDS, UNSEEN, Matter, Values
from onrecord.model.kinds import IssueBasis

Kept = TypeVar("Kept", bound=Statement | Event)
Instead = Mapping[str, str]  # an actor's id -> that of the actor it is


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who is who by all corrections of a store: actors that were merged, and descriptions of those that were named."""

    merged: Instead = field(default_factory=dict)
    known: Mapping[str, Actor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A record as it was read, and as it is by what people say; `reviews` are of the records in it, by their ids.

    `whole` has the rejected ones too, so that each stands in the same place as in `raw`.
    """

    raw: Record
    whole: Record
    reviews: Mapping[str, Review] = field(default_factory=dict)

    @property
    def record(self) -> Record:
        """What holds: with corrections, without what was rejected and without what refers to it."""
        gone = {id for id, review in self.reviews.items() if review.is_rejected}
        if not gone:
            return self.whole
        said = (replace(one, **_forgotten(one, gone)) for one in self.whole.statements if one.id not in gone)
        done = (replace(one, **_forgotten(one, gone)) for one in self.whole.events if one.id not in gone)
        return replace(self.whole, statements=tuple(said), events=tuple(done))


def _forgotten(one: Statement | Event, gone: set[str]) -> dict[str, Any]:
    """What a record does not say once the records are gone that it refers to."""
    named = ("statement",) if isinstance(one, Event) else ("continues", "occasion_event")
    return {name: None for name in named if getattr(one, name) in gone}


def values_of(kept: Statement | Event) -> Mapping[Matter, Values]:
    """What a record says in each field that may be corrected."""
    fields = FIELDS[type(kept).__name__.lower()]
    return {matter: _values(getattr(kept, name)) for matter, name in fields.items()}


def _values(told: str | Values | None) -> Values:
    return () if told is None else (str(told),) if isinstance(told, str) else told


def corrected(raw: Record, reviews: Mapping[str, Review], people: People) -> Corrected:
    """A record with what people say of the records in it, and of its actors."""
    told: tuple[Statement | Event, ...] = (*raw.statements, *raw.events)
    kept = {one.id: applied(one, reviews.get(one.id, UNSEEN), people) for one in told}
    changed = any(kept[one.id] is not one for one in told)
    if not changed and people.merged.keys().isdisjoint(actor.id for actor in raw.actors):
        return Corrected(raw=raw, whole=raw, reviews=reviews)
    said = tuple(one for one in kept.values() if isinstance(one, Statement))
    done = tuple(one for one in kept.values() if isinstance(one, Event))
    actors = _actors(raw.actors, (actor for one in kept.values() for actor in actors_of(one)), people)
    return Corrected(raw=raw, whole=replace(raw, statements=said, events=done, actors=actors), reviews=reviews)


def applied(kept: Kept, review: Review, people: People) -> Kept:
    """A record with the corrections of it; the same one where there is nothing to correct."""
    instead = {**people.merged, **review.instead}
    if instead and not instead.keys().isdisjoint(actors_of(kept)):
        kept = _with_others(kept, lambda actor: final(review.instead.get(actor, actor), people.merged))
    was = values_of(kept)
    changes: dict[str, Any] = {}
    for matter, values in review.values.items():
        if matter in was and (right := _merged(matter, values, people.merged)) != was[matter]:
            changes |= CHANGES[matter](right, people)
    return replace(kept, **changes) if changes else kept


def final(actor: str, merged: Instead) -> str:
    """Who an actor is when all mergers are followed; those that lead in a circle are not followed to its end."""
    seen = {actor}
    while (into := merged.get(actor)) is not None and into not in seen:
        seen.add(actor := into)
    return actor


def _merged(matter: Matter, values: Values, merged: Instead) -> Values:
    return _each_once(final(one, merged) for one in values) if matter is Matter.SPEAKER else values


def _each_once(ids: Iterable[str]) -> Values:
    return tuple(dict.fromkeys(ids))


def _speaker(values: Values, people: People) -> dict[str, Any]:
    countries = {people.known[one].country if one in people.known else None for one in values}
    country = countries.pop() if len(countries) == 1 else None
    return {"speakers": values, "speaker_country": country, "speaker_rule": CORRECTED}


def _date(values: Values, _: People) -> dict[str, Any]:
    return {"date": values[0], "date_basis": CORRECTED} if values else {"date": None, "date_basis": None}


def _issues(values: Values, _: People) -> dict[str, Any]:
    return {"issues": values, "issues_basis": IssueBasis.PERSON if values else None}


CHANGES: Mapping[Matter, Callable[[Values, People], dict[str, Any]]] = {  # what a correction makes of the fields
    Matter.SPEAKER: _speaker,
    Matter.DATE: _date,
    Matter.ISSUE: _issues,
    Matter.ACT: lambda values, _: {"act": Act(values[0])},
    Matter.STATUS: lambda values, _: {"status": Status(values[0])},
}


def actors_of(kept: Statement | Event) -> Values:
    """The ids of all actors in a record."""
    if isinstance(kept, Event):
        return _each_once((*kept.source_actors, *kept.target_actors))
    return _each_once((*kept.speakers, *kept.addressees, *((kept.via,) if kept.via is not None else ())))


def _with_others(kept: Kept, who: Callable[[str], str]) -> Kept:
    """A record with other actors in place of some, who stand where these stood."""
    if isinstance(kept, Event):
        sides = ("source_actors", "target_actors", "sources", "targets")  # states are told by their codes
        others: dict[str, Any] = {name: _each_once(map(who, getattr(kept, name))) for name in sides}
        return replace(kept, **others)
    via = who(kept.via) if kept.via is not None else None
    return replace(
        kept, via=via, speakers=_each_once(map(who, kept.speakers)), addressees=_each_once(map(who, kept.addressees))
    )


def _actors(read: Iterable[Actor], named: Iterable[str], people: People) -> tuple[Actor, ...]:
    """The actors of a record: merged ones in one place, and those that only people named."""
    actors: dict[str, Actor] = {}
    for actor in read:
        id = final(actor.id, people.merged)
        own = people.known.get(id, replace(actor, id=id)) if id != actor.id else actor
        actors[id] = _joined(actors.get(id), replace(own, mentions=actor.mentions), actor)
    for id in named:
        if id not in actors and id in people.known:
            actors[id] = replace(people.known[id], mentions=())
    return tuple(actors.values())


def _joined(before: Actor | None, own: Actor, read: Actor) -> Actor:
    """Two descriptions of one actor in a document: the words of both; the names of both, where they differ."""
    if before is None and own.name == read.name:
        return own
    other = before or own
    names = _each_once((*other.aliases, *own.aliases, own.name, read.name, *read.aliases))
    mentions: tuple[Mention, ...] = (*before.mentions, *own.mentions) if before is not None else own.mentions
    ordered = tuple(sorted(mentions, key=lambda one: (one.start, one.end)))
    return replace(other, aliases=tuple(name for name in names if name != other.name), mentions=ordered)
