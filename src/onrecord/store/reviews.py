"""What the store holds of corrections: those that were made, what they come to, and who is who by them."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import fields

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, select, union

from onrecord.model import Actor, ActorKind, Correction, Event, Matter, Record, Review, Statement
from onrecord.model.corrections import CORRECTED, review_of
from onrecord.store.applying import Corrected, People, actors_of, corrected, final
from onrecord.store.engine import undamaged
from onrecord.store.linking import records_in
from onrecord.store.rows import Row, built, digest
from onrecord.store.tables import actor, correction, corrects, document, event, statement

ACTOR = "actor"  # the owner of corrections that are of no record
PLAIN = [one.name for one in fields(Correction)]
FOR_GOOD = ("owner", "record", "uri", "words", "likeness", "matter", "value", "was", "note", "by", "at")

Place = tuple[int, str, int]  # document, owner, ordinal

TELLS_OF: Mapping[Matter, Callable[[Correction], str]] = {  # of which actor a correction tells who that is
    Matter.MERGE: lambda one: one.record,
    Matter.SPLIT: lambda one: one.value[1],
}


def correction_of(row: Row) -> Correction:
    """The correction that a row holds."""
    was = {name: tuple(values) for name, values in row["was"].items()}
    told = {name: row[name] for name in PLAIN}
    return Correction(**{**told, "matter": Matter(row["matter"]), "value": tuple(row["value"]), "was": was})


def row_of(one: Correction) -> Row:
    """The row of a correction, without a number, with the hash of what it says for good."""
    told = {field.name: getattr(one, field.name) for field in fields(one) if field.name != "number"}
    was = {name: list(values) for name, values in one.was.items()}
    row = {**told, "matter": one.matter.value, "value": list(one.value), "was": was}
    return {**row, "hash": digest([row[name] for name in FOR_GOOD])}


def same_as(one: Correction) -> ColumnElement[bool]:
    """Which rows hold a correction, withdrawn or not."""
    columns, hash = correction.c, row_of(one)["hash"]
    return and_(columns.owner == one.owner, columns.record == one.record, columns.hash == hash)


def corrections(connection: Connection, record: str | None = None, *, is_open: bool = False) -> list[Correction]:
    """All corrections, or those of one record or actor, withdrawn ones too, in the order of their numbers.

    `is_open` keeps those that hold and whose record no document has as it reads now.
    """
    asked = select(correction).order_by(correction.c.number)
    if record is not None:
        carried = union(_carried_to(statement, record), _carried_to(event, record))
        asked = asked.where((correction.c.record == record) | correction.c.number.in_(carried))
    if is_open:
        asked = asked.where(_finds_none())
    with undamaged(connection):
        return [correction_of(row._asdict()) for row in connection.execute(asked)]


def corrections_for(connection: Connection, documents: Set[int]) -> list[Correction]:
    """The corrections that some documents are told with, withdrawn ones too, in the order of their numbers.

    Those of their records, and of records that their addresses had; and by which those are somebody else, or are known,
    whom the documents or these corrections name.
    """
    of_records = select(corrects.c.correction, corrects.c.document)
    at_addresses = select(correction.c.number, document.c.key).join(document, document.c.uri == correction.c.uri)
    asked = (of_records, at_addresses)
    own = {number for one in asked for number, key in connection.execute(one) if key in documents}
    told = corrections(connection)
    wanted = {one.number: one for one in told if one.number in own}
    others = {one.number: one for one in told if one.number not in own and one.matter in TELLS_OF}
    while True:
        named = {id for one in wanted.values() for ids in (one.value, *one.was.values()) for id in ids}
        more = {number: one for number, one in others.items() if _is_told_of(connection, one, named, documents)}
        if not more:
            return [wanted[number] for number in sorted(wanted)]
        wanted |= more
        others = {number: one for number, one in others.items() if number not in more}


def _is_told_of(connection: Connection, one: Correction, named: Set[str], documents: Set[int]) -> bool:
    """Whether a correction says something of an actor whom others name, or some documents."""
    id = TELLS_OF[one.matter](one)
    rows = select(actor.c.document).where(actor.c.id == id)
    return id in named or any(key in documents for key in connection.execute(rows).scalars())


def open_numbers(connection: Connection) -> set[int]:
    """The numbers of the corrections that are open."""
    return set(connection.execute(select(correction.c.number).where(_finds_none())).scalars())


def _carried_to(table: Table, record: str) -> Select[tuple[int]]:
    """The corrections that are of the rows with this id, whatever id these had where they were made."""
    same = (table.c.document == corrects.c.document) & (table.c.ordinal == corrects.c.ordinal)
    return select(corrects.c.correction).join(table, same).where(corrects.c.owner == table.name, table.c.id == record)


def _finds_none() -> ColumnElement[bool]:
    held = select(corrects.c.correction).join(document).where(document.c.is_current)
    return correction.c.withdrawn_at.is_(None) & (correction.c.owner != ACTOR) & correction.c.number.not_in(held)


def reviews_of(connection: Connection, documents: Sequence[int]) -> Mapping[Place, Review]:
    """What people said of the records of these documents, by their places."""
    asked = (
        select(correction, corrects.c.document, corrects.c.owner.label("kind"), corrects.c.ordinal)
        .join(corrects)
        .where(corrects.c.document.in_(documents), correction.c.withdrawn_at.is_(None))
    )
    said: dict[Place, list[Correction]] = {}
    with undamaged(connection):
        for row in connection.execute(asked):
            said.setdefault((row.document, row.kind, row.ordinal), []).append(correction_of(row._asdict()))
    return {place: review_of(made) for place, made in said.items()}


def reviewed(connection: Connection) -> list[int]:
    """The keys of the documents that hold of whose records people said something, in the order of reading."""
    asked = (
        select(corrects.c.document)
        .join(document)
        .join(correction)
        .where(document.c.is_current, correction.c.withdrawn_at.is_(None))
    )
    return list(connection.execute(asked.distinct().order_by(corrects.c.document)).scalars())


def corrected_of(
    connection: Connection, read: Sequence[tuple[int, Record]], reviews: Mapping[Place, Review]
) -> list[Corrected]:
    """Readings, each with the key of its document, with what people said of the records in them."""
    records = [record for _, record in read]
    told = [kept for record in records for _, _, kept in records_in(record)]
    actors = (actor.id for record in records for actor in record.actors)
    people = people_of(connection, told, actors, reviews.values())
    said: dict[int, dict[str, Review]] = {}
    by_key = dict(read)
    for (key, owner, ordinal), review in reviews.items():
        kept = by_key[key].statements if owner == "statement" else by_key[key].events
        if ordinal < len(kept):  # `onrecord check` names one that is of nothing
            said.setdefault(key, {})[kept[ordinal].id] = review
    return [corrected(record, said.get(key, {}), people) for key, record in read]


def people_of(
    connection: Connection, told: Iterable[Statement | Event], actors: Iterable[str], reviews: Iterable[Review]
) -> People:
    """Who is who in some records, with the ids of their documents' actors, by all that people said."""
    merged = mergers(connection)
    named = {one for review in reviews for one in (*review.values.get(Matter.SPEAKER, ()), *review.instead.values())}
    if merged:
        named |= {into for one in told for id in actors_of(one) if (into := final(id, merged)) != id}
        named |= {into for id in actors if (into := final(id, merged)) != id}
    return People(merged=merged, known=known_actors(connection, {final(id, merged) for id in named}))


def mergers(connection: Connection) -> Mapping[str, str]:
    """The actors that people say are others, with these: of each by the latest that closes no circle.

    People who did not know of each other may say of two actors that each is the other: the first of them is heard.
    """
    merged: dict[str, str] = {}
    for one in _of(connection, Matter.MERGE):
        if one.withdrawn_at is not None:
            continue
        before = merged.pop(one.record, None)
        into = one.value[0] if final(one.value[0], merged) != one.record else before
        if into is not None:
            merged[one.record] = into
    return merged


def _of(connection: Connection, matter: Matter) -> list[Correction]:
    """All corrections of a matter, withdrawn ones too, by when they were made."""
    rows = connection.execute(select(correction).where(correction.c.matter == matter.value))
    with undamaged(connection):
        return sorted((correction_of(row._asdict()) for row in rows), key=lambda one: one.moment)


def known_actors(connection: Connection, ids: Iterable[str]) -> Mapping[str, Actor]:
    """Actors by their ids, as the document tells of them that was read last, without mentions; or as a person did."""
    known = {id: found for id in sorted(ids) if (found := _as_read(connection, id)) is not None}
    missing = {id for id in ids if id not in known}
    made = _made(connection) if missing else {}
    return {**known, **{id: made[id] for id in sorted(missing & made.keys())}}


def _as_read(connection: Connection, id: str) -> Actor | None:
    asked = select(actor).where(actor.c.id == id).order_by(actor.c.document.desc()).limit(1)
    row = connection.execute(asked).one_or_none()
    return built(Actor, row._asdict(), (), "") if row is not None else None


def _made(connection: Connection) -> Mapping[str, Actor]:
    """The actors that only people named, by splitting one: of the same kind and country as that one.

    Where several splits name one, the latest that holds tells of it. One whose splits are all withdrawn is told of too:
    other corrections may name it.
    """
    told: dict[str, Correction] = {}
    for one in _of(connection, Matter.SPLIT):
        before = told.get(one.value[1])
        if before is None or one.withdrawn_at is None or before.withdrawn_at is not None:
            told[one.value[1]] = one
    return {id: made_up(one.value[2], id, _origin(connection, id, told)) for id, one in told.items()}


def _origin(connection: Connection, id: str, told: Mapping[str, Correction]) -> Actor | None:
    """Whom an actor was taken for that only people named: the first one before it that a document names."""
    seen: set[str] = set()
    while id in told and id not in seen:
        seen.add(id)
        id = told[id].value[0]
        if (read := _as_read(connection, id)) is not None:
            return read
    return None


def made_up(name: str, id: str, like: Actor | None) -> Actor:
    """An actor that only people name: of the kind and country of the one that it was taken for."""
    kind, country = (like.kind, like.country) if like is not None else (ActorKind.PERSON, None)
    return Actor(id=id, name=name, kind=kind, country=country, basis=CORRECTED)


def names_made(connection: Connection) -> Mapping[str, str]:
    """The names of the actors that only people named, by their ids."""
    return {id: one.name for id, one in _made(connection).items()}
