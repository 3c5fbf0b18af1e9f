"""Every entry of the knowledge base as a card of one shape, by which it is looked up and shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon import Lexicon
from onrecord.lexicon.offices import Office
from onrecord.lexicon.people import Person
from onrecord.model import ActorKind, EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An office that a person holds or held; `names` are all names of the office."""

    office: str
    title: str
    since: str | None
    until: str | None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entry. `country` is a state's or organisation's code and `of` its name; `also` are other names.

    `terms` are the offices that a person holds or held, the latest first.
    """

    kind: EntryKind
    id: str
    name: str
    country: str | None = None
    of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    family: str | None = None
    terms: tuple[Holding, ...] = ()
    roles: tuple[str, ...] = ()
    wikidata: str | None = None


def cards(lexicon: Lexicon) -> Iterator[Card]:
    """A card of each state, organisation, institution, person, office and place."""
    yield from _states(lexicon)
    yield from _organisations(lexicon)
    owners = _owners(lexicon)
    yield from _institutions(lexicon, owners)
    offices = {office.id: office for office in lexicon.offices}
    for person in lexicon.people:
        yield _person(person, offices, owners)
    for office in lexicon.offices:
        of = owners.get(office.country or "", ())
        names = (*office.names, office.duty.replace("-", " "))
        yield Card(
            kind=EntryKind.OFFICE,
            id=office.id,
            name=office.name,
            country=office.country,
            of=of,
            also=names,
            roles=office.roles,
        )
    for place in lexicon.places:
        of = owners.get(place.country, ())
        id = f"{place.name}, {place.country}"
        yield Card(kind=EntryKind.PLACE, id=id, name=place.name, country=place.country, of=of, also=place.names)


def _owners(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """All words for the state or organisation of a code, its name first."""
    states = {state.id: (state.name, *state.names, *state.adjectives, state.id) for state in lexicon.states}
    return states | {body.id: (body.name, *body.names, body.id) for body in lexicon.organisations}


def _states(lexicon: Lexicon) -> Iterator[Card]:
    for state in lexicon.states:
        words = (*state.names, *state.adjectives, *state.peoples, *state.capitals)
        yield Card(
            kind=EntryKind.STATE,
            id=state.id,
            name=state.name,
            country=state.id,
            of=(state.name,),
            also=tuple(dict.fromkeys(words)),
            wikidata=state.wikidata,
        )


def _organisations(lexicon: Lexicon) -> Iterator[Card]:
    for body in lexicon.organisations:
        yield Card(
            kind=EntryKind.ORGANISATION,
            id=body.id,
            name=body.name,
            country=body.id,
            of=(body.name,),
            also=body.names,
            roles=body.roles,
            wikidata=body.wikidata,
        )


def _institutions(lexicon: Lexicon, owners: dict[str, tuple[str, ...]]) -> Iterator[Card]:
    for body in lexicon.institutions:
        yield Card(
            kind=EntryKind.GROUP if body.kind is ActorKind.GROUP else EntryKind.INSTITUTION,
            id=body.id,
            name=body.name,
            country=body.country,
            of=owners.get(body.country or "", ()),
            also=body.names,
            roles=body.roles,
            wikidata=body.wikidata,
        )


def _person(person: Person, offices: dict[str, Office], owners: dict[str, tuple[str, ...]]) -> Card:
    held = [
        Holding(
            office=term.office,
            title=offices[term.office].name if term.office in offices else term.office.replace("-", " "),
            since=term.since,
            until=term.until,
            names=_office_names(term.office, offices),
        )
        for term in person.terms
    ]
    return Card(
        kind=EntryKind.PERSON,
        id=person.id,
        name=person.name,
        country=person.country,
        of=owners.get(person.country, ()),
        also=person.aliases,
        family=person.family,
        terms=tuple(sorted(held, key=_latest, reverse=True)),
        roles=person.roles,
        wikidata=person.wikidata,
    )


def _office_names(id: str, offices: dict[str, Office]) -> tuple[str, ...]:
    office = offices.get(id)
    return (id, office.name, *office.names, office.duty) if office is not None else (id,)


def _latest(held: Holding) -> tuple[str, str]:
    return held.until or "9999", held.since or ""
