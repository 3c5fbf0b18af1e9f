"""Puts corrections into a store that were made in another one; those that are there already are passed over."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.model import Actor, ActorKind, Correction, Matter
from onrecord.store.actors import names_of, note_names
from onrecord.store.correct import OWNERS, documents_with, made_by, renamed, renew
from onrecord.store.linking import link
from onrecord.store.records import AT_ONCE, read
from onrecord.store.reviews import ACTOR, mergers, row_of, same_as
from onrecord.store.tables import correction, corrects, document


def restore(connection: Connection, made: Iterable[Correction]) -> int:
    """Keeps corrections, in their order, under new numbers; how many of them are new, or withdrawn since."""
    new: list[Correction] = []
    told = list(made)
    before = mergers(connection) if any(one.matter is Matter.MERGE for one in told) else None
    for one in told:
        if _put(connection, one):
            new.append(one)
    concerned = _concerned(connection, new)
    for first in range(0, len(concerned), AT_ONCE):
        _link_anew(connection, concerned[first : first + AT_ONCE])
    splits = (one.value for one in new if one.matter is Matter.SPLIT)
    note_names(connection, names_of(Actor(id=value[1], name=value[2], kind=ActorKind.PERSON) for value in splits))
    others = documents_with(connection, made_by(*new)) + (renamed(connection, before) if before is not None else [])
    renew(connection, {*concerned, *others})
    return len(new)


def _put(connection: Connection, one: Correction) -> bool:
    """Keeps a correction, or its withdrawal; whether either is new."""
    gone = {"withdrawn_by": one.withdrawn_by, "withdrawn_at": one.withdrawn_at}
    held = connection.execute(select(correction).where(same_as(one)).order_by(correction.c.number)).all()
    if not held:
        connection.execute(insert(correction).values(row_of(one)))
        return True
    holding = [row.number for row in held if row.withdrawn_at is None]
    is_known = any(gone == {name: getattr(row, name) for name in gone} for row in held)
    if is_known or not holding or one.withdrawn_at is None:
        return False
    connection.execute(update(correction).where(correction.c.number == holding[0]).values(gone))
    return True


def _concerned(connection: Connection, made: Sequence[Correction]) -> list[int]:
    """The documents that have a record of these corrections, or stood where it was."""
    keys: set[int] = set()
    for one in made:
        if one.owner == ACTOR:
            continue  # which documents these are of, the mergers say that come of them
        table = OWNERS[one.owner]
        keys.update(connection.execute(select(table.c.document).where(table.c.id == one.record)).scalars())
        keys.update(connection.execute(select(document.c.key).where(document.c.uri == one.uri)).scalars())
    return sorted(keys)


def _link_anew(connection: Connection, keys: Sequence[int]) -> None:
    connection.execute(delete(corrects).where(corrects.c.document.in_(keys)))
    for key, record in zip(keys, read(connection, keys), strict=True):
        link(connection, record, key)
