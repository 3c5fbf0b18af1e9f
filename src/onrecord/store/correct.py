"""Makes corrections and withdraws them; what they concern is found by what it is now, at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from onrecord.errors import SettingsError
from onrecord.model import Actor, ActorKind, Correction, Event, Matter, Statement, Verdict
from onrecord.model.corrections import FIELDS, Values
from onrecord.store import entries
from onrecord.store.actors import names_of, note_names
from onrecord.store.applying import Corrected, Instead, actors_of, final, values_of
from onrecord.store.corrected import read_corrected
from onrecord.store.linking import likenesses, records_in
from onrecord.store.records import AT_ONCE
from onrecord.store.reviews import ACTOR, correction_of, known_actors, mergers, row_of, same_as
from onrecord.store.search import Filter, Owner, documents
from onrecord.store.tables import correction, corrects, document, event, statement

OWNERS = {"statement": statement, "event": event}
LAST_NUMBER = 2**63 - 1  # that a database can be asked for
WORDS_LIMIT = 300  # characters of a record's words that are kept with a correction, to show what it was of


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who says something, when (ISO 8601, UTC), and why, in their own words."""

    by: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record that people look at: its places in the store, and how it was read."""

    places: Sequence[tuple[int, int]]  # documents and ordinals: of every reading that has it
    current: Sequence[int]  # those of these documents that hold
    read: Corrected
    kept: Statement | Event
    owner: str
    likeness: str


def judged(connection: Connection, id: str) -> Judged:
    """The record with this id. Raises: SettingsError where no document has it as it reads now."""
    for owner, table in OWNERS.items():
        asked = select(table.c.document, table.c.ordinal, document.c.is_current).join(document)
        rows = connection.execute(asked.where(table.c.id == id).order_by(table.c.document)).all()
        if any(row.is_current for row in rows):
            return _judged(connection, owner, rows)
        if rows:
            raise SettingsError(f"{id} is of an older reading of its page; onrecord search finds what it says now")
    raise SettingsError(f"the store has no statement or event {id!r}; onrecord search shows the id of each")


def _judged(connection: Connection, owner: str, rows: Sequence[Row[Any, Any, Any]]) -> Judged:
    first = next(row for row in rows if row.is_current)
    (read,) = read_corrected(connection, [first.document])
    spot = (owner, first.ordinal)
    return Judged(
        places=[(row.document, row.ordinal) for row in rows],
        current=[row.document for row in rows if row.is_current],
        read=read,
        kept=next(kept for kind, ordinal, kept in records_in(read.raw) if (kind, ordinal) == spot),
        owner=owner,
        likeness=likenesses(read.raw)[spot],
    )


def correct(
    connection: Connection, ids: Iterable[str], said: Mapping[Matter, Values], teller: Teller
) -> list[Correction]:
    """Keeps what somebody says of some records: of each matter a correction.

    Raises: SettingsError for a record that is not there, or has no such field.
    """
    made: list[Correction] = []
    looked_at = [judged(connection, id) for id in dict.fromkeys(ids)]
    for one in looked_at:
        was = values_of(one.kept)
        for matter in said:
            if matter not in (*FIELDS[one.owner], Matter.VERDICT, Matter.NOTE):
                raise SettingsError(f"{one.kept.id}: {_has(one.owner)}")
        for matter, value in said.items():
            seen = was if value == (Verdict.ACCEPTED.value,) else {matter: was[matter]} if matter in was else {}
            made.append(_keep(connection, one, (matter, value), seen, teller))
    renew(connection, (key for one in looked_at for key in one.current))
    return made


def split(connection: Connection, ids: Iterable[str], who: str, other: Actor, teller: Teller) -> list[Correction]:
    """Keeps that in these records an actor is another one. Raises: SettingsError where one does not have that actor."""
    looked_at = [judged(connection, id) for id in dict.fromkeys(ids)]
    made: list[Correction] = []
    merged = mergers(connection)
    for one in looked_at:
        own = [id for id in actors_of(one.kept) if final(id, merged) == who]
        if not own:
            raise SettingsError(f"{one.kept.id} does not name {who}, whom it would be taken from")
        made += [_keep(connection, one, (Matter.SPLIT, (id, other.id, other.name)), {}, teller) for id in own]
    note_names(connection, names_of([other]))
    renew(connection, {*(key for one in looked_at for key in one.current), *documents_with(connection, [other.id])})
    return made


def merge(connection: Connection, into: str, other: str, teller: Teller) -> Correction:
    """Keeps that an actor is another one, wherever it is named.

    Raises: SettingsError where the two are one already, where one of them is a state, or where the other is an
    organisation with a code: what is told of it by its code, and of its people, would stay with it.
    """
    before = mergers(connection)
    if final(into, before) == final(other, before):
        raise SettingsError(f"both names are of one actor already: {final(into, before)}")
    known = known_actors(connection, (into, other))
    coded = [one for id, one in known.items() if one.kind is ActorKind.STATE or id == other == one.country]
    if coded:
        whoever = f"{'a state' if coded[0].kind is ActorKind.STATE else coded[0].name} is nobody else"
        raise SettingsError(f"{whoever}: {' and '.join(one.name for one in known.values())} stay two")
    names = {id: one.name for id, one in known.items()}
    told = Correction(
        number=0,
        owner=ACTOR,
        record=other,
        uri=None,
        words=names.get(other, other),
        matter=Matter.MERGE,
        value=(into, names.get(into, into)),
        note=teller.note,
        by=teller.by,
        at=teller.at,
    )
    made = _insert(connection, told)
    renew(connection, renamed(connection, before))
    return made


def withdraw(connection: Connection, number: int, teller: Teller) -> Correction:
    """Lets a correction count no longer; it stays. Raises: SettingsError where there is none, or none that counts."""
    asked = select(correction).where(correction.c.number == number)
    row = connection.execute(asked).one_or_none() if 0 < number <= LAST_NUMBER else None
    if row is None:
        raise SettingsError(f"there is no correction {number}; onrecord corrections lists them")
    if row.withdrawn_at is not None:
        raise SettingsError(f"correction {number} was withdrawn already, by {row.withdrawn_by}")
    before = mergers(connection)
    gone = {"withdrawn_by": teller.by, "withdrawn_at": teller.at}
    connection.execute(update(correction).where(correction.c.number == number).values(gone))
    held = select(corrects.c.document).where(corrects.c.correction == number)
    told = correction_of({**row._asdict(), **gone})
    concerned = {*connection.execute(held).scalars(), *renamed(connection, before)}
    renew(connection, concerned.union(documents_with(connection, made_by(told))))
    return told


def renamed(connection: Connection, before: Instead) -> list[int]:
    """The documents, as they are found, that name somebody who by the mergers now is another one than before."""
    now = mergers(connection)
    moved = {final(id, before) for id in before.keys() | now.keys() if final(id, before) != final(id, now)}
    return documents_with(connection, moved)


def documents_with(connection: Connection, actors: Iterable[str]) -> list[int]:
    """The documents, as they are found, that name one of these actors."""
    asked = {"actor": sorted(actors)}
    return documents(connection, Filter(owners=(Owner.DOCUMENT,), facets=asked)) if asked["actor"] else []


def made_by(*told: Correction) -> set[str]:
    """The actors that these corrections made, who are described by them."""
    return {one.value[1] for one in told if one.matter is Matter.SPLIT}


def renew(connection: Connection, keys: Iterable[int]) -> None:
    """Makes documents that hold to be found by what they are now."""
    wanted = sorted(set(keys))
    for first in range(0, len(wanted), AT_ONCE):
        batch = _held(connection, wanted[first : first + AT_ONCE])
        for key, read in zip(batch, read_corrected(connection, batch), strict=True):
            entries.renew(connection, read, key)


def _held(connection: Connection, keys: Sequence[int]) -> list[int]:
    """Those of these documents that hold."""
    asked = select(document.c.key).where(document.c.key.in_(keys), document.c.is_current).order_by(document.c.key)
    return list(connection.execute(asked).scalars())


def _has(owner: str) -> str:
    return f"of {'an event' if owner == 'event' else 'a statement'} can be corrected: {', '.join(FIELDS[owner])}"


def _keep(
    connection: Connection,
    one: Judged,
    said: tuple[Matter, Values],
    was: Mapping[Matter, Values],
    teller: Teller,
) -> Correction:
    matter, value = said
    parts = one.kept.content if isinstance(one.kept, Statement) else one.kept.evidence
    told = Correction(
        number=0,
        owner=one.owner,
        record=one.kept.id,
        uri=one.read.raw.document.uri,
        words=" ".join(" ".join(part.exact for part in parts).split())[:WORDS_LIMIT],
        likeness=one.likeness,
        matter=matter,
        value=value,
        was={name.value: values for name, values in was.items()},
        note=teller.note,
        by=teller.by,
        at=teller.at,
    )
    made = _insert(connection, told)
    rows = [
        {"document": key, "owner": one.owner, "ordinal": ordinal, "correction": made.number}
        for key, ordinal in one.places
    ]
    connection.execute(insert(corrects), rows)
    return made


def _insert(connection: Connection, made: Correction) -> Correction:
    """Keeps a correction; one that says at one moment what another says, word for word, was made just after it.

    By their hashes an import knows which are there already, so that no two may have the same.
    """
    while connection.execute(select(correction.c.number).where(same_as(made))).first() is not None:
        made = replace(made, at=(datetime.fromisoformat(made.at) + timedelta(microseconds=1)).isoformat())
    key = connection.execute(insert(correction).values(row_of(made))).inserted_primary_key
    assert key is not None
    return replace(made, number=int(key[0]))
