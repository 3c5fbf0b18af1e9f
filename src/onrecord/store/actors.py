"""Who is meant by a name: the actors that a store's documents call so."""

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from onrecord.model import Actor
from onrecord.store.engine import SQLITE
from onrecord.store.tables import called
from onrecord.store.words import words


def note_names(connection: Connection, actors: Iterable[Actor]) -> None:
    """Keeps the names of actors, their ids among them, each once."""
    names = {(" ".join(words(name)), actor.id) for actor in actors for name in (actor.id, actor.name, *actor.aliases)}
    rows = [{"words": name, "actor": id} for name, id in sorted(names) if name]
    if rows:
        make = insert_sqlite if connection.dialect.name == SQLITE else insert_postgresql
        connection.execute(make(called).on_conflict_do_nothing(), rows)


def actors_called(connection: Connection, name: str) -> list[str]:
    """The ids of the actors of this name or id, in order; empty where nobody is called so."""
    asked = select(called.c.actor).where(called.c.words == " ".join(words(name))).order_by(called.c.actor)
    return list(connection.execute(asked).scalars())
