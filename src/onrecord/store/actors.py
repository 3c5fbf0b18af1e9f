"""Who is meant by a name: the actors that a store's documents call so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.errors import SettingsError
from onrecord.model import Actor, ActorKind
from onrecord.store.applying import final
from onrecord.store.driver import insert_new
from onrecord.store.reviews import mergers, names_made
from onrecord.store.search import Filter, Owner, documents, search
from onrecord.store.tables import actor, called
from onrecord.store.words import words_of_name

CODED = (ActorKind.STATE.value, ActorKind.ORGANISATION.value)  # actors whose ids are codes

AT_ONCE = 500  # names in one question: databases bound how many values it may have

NOBODY = "nobody in the store is called {!r}; give a name as the documents have it, or an id"


@dataclass(frozen=True, slots=True)
class Asked:
    """An actor that was asked for by a name: its ids, and the code that one of them is, of a state or organisation."""

    ids: tuple[str, ...]
    names: frozenset[str]
    code: str | None


def names_of(actors: Iterable[Actor]) -> list[tuple[str, str]]:
    """The names of actors, their ids among them, each once and with the id of the actor that is called so."""
    told = {(words_of_name(name), actor.id) for actor in actors for name in (actor.id, actor.name, *actor.aliases)}
    return sorted(pair for pair in told if pair[0])


def names_by_people(connection: Connection) -> list[tuple[str, str]]:
    """The same of the actors that only people named."""
    made = names_made(connection).items()
    told = {(words_of_name(name), id) for id, called_so in made for name in (id, called_so)}
    return sorted(pair for pair in told if pair[0])


def without_a_name(connection: Connection, names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of such names, in order, by which nobody would find their actor."""
    asked = sorted(set(names))
    held = set[tuple[str, str]]()
    for first in range(0, len(asked), AT_ONCE):
        own = {name for name, _ in asked[first : first + AT_ONCE]}
        found = connection.execute(select(called.c.words, called.c.actor).where(called.c.words.in_(own)))
        held |= {(row.words, row.actor) for row in found}
    return [pair for pair in asked if pair not in held]


def note_names(connection: Connection, names: Sequence[tuple[str, str]]) -> None:
    """Keeps such names."""
    insert_new(connection, called, names)


def actors_called(connection: Connection, name: str) -> list[str]:
    """The ids of the actors of this name or id, in order; empty where nobody is called so.

    One that people merged into another is that one.
    """
    asked = select(called.c.actor).where(called.c.words == words_of_name(name)).order_by(called.c.actor)
    merged = mergers(connection)
    return sorted({final(id, merged) for id in connection.execute(asked).scalars()})


def asked_for(connection: Connection, name: str) -> Asked:
    """The actors that a name asks for; a state by its code even where only its people are named.

    Raises: SettingsError where nobody in the store has this name.
    """
    ids = actors_called(connection, name)
    if not ids and (code := _country(connection, name)) is not None:
        return Asked((code,), frozenset(), code)
    if not ids:
        raise SettingsError(NOBODY.format(name))
    merged, made = mergers(connection), names_made(connection)
    known = {*ids, *(id for id in merged if final(id, merged) in ids)}
    rows = connection.execute(
        select(actor.c.id, actor.c.name, actor.c.kind).where(actor.c.id.in_(known)).distinct()
    ).all()
    codes = sorted({row.id for row in rows if row.kind in CODED and row.id in ids})
    names = {*(row.name for row in rows), *(made[id] for id in known & made.keys())}
    return Asked(tuple(ids), frozenset(names), codes[0] if codes else None)


def speaks(one: Asked) -> Mapping[str, Sequence[str]]:
    """The facets of what an actor says: for a state or organisation speaks whoever is of it, alone or with others."""
    return {"country": [one.code]} if one.code is not None else {"speaker": one.ids}


def one_called(connection: Connection, name: str) -> str:
    """The id of the one actor that a name asks for. Raises: SettingsError where nobody has it, or several do."""
    ids = actors_called(connection, name)
    if not ids:
        raise SettingsError(NOBODY.format(name))
    if len(ids) > 1:
        raise SettingsError(f"several in the store are called {name!r}; give one by its id: {', '.join(ids)}")
    return ids[0]


def _country(connection: Connection, name: str) -> str | None:
    """The code that a name is, of the country of somebody in the store."""
    hits = search(connection, Filter(owners=(Owner.DOCUMENT,), facets={"country": [name]}), limit=1).hits
    held = select(actor.c.country).where(actor.c.document.in_([hit.document for hit in hits]))
    codes = connection.execute(held.distinct()).scalars()
    return next((code for code in codes if code and code.casefold() == name.casefold()), None)


def documents_of_all(connection: Connection, actors: Iterable[Asked]) -> list[int]:
    """The keys of the documents that name all these actors, the oldest first."""
    of_each = [documents(connection, Filter(owners=(Owner.DOCUMENT,), facets=_facets(one))) for one in actors]
    return [key for key in of_each[0] if all(key in keys for keys in map(set, of_each[1:]))] if of_each else []


def _facets(one: Asked) -> Mapping[str, Sequence[str]]:
    """A state has a part where its people have one."""
    return {"country": [one.code]} if one.code is not None else {"actor": one.ids}
