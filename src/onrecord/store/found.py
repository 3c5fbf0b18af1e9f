"""What search found, read from its rows: the statement or event with its passages, and whence it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection, Table, select, tuple_

from onrecord.model import Event, Review, Statement
from onrecord.model.corrections import UNSEEN
from onrecord.store.applying import People, actors_of, applied
from onrecord.store.copies import copies_of
from onrecord.store.engine import undamaged
from onrecord.store.reviews import people_of, reviews_of
from onrecord.store.rows import Row, built
from onrecord.store.search import Hit, Owner
from onrecord.store.tables import actor, document, event, evidence, statement

Kept = TypeVar("Kept", Statement, Event)
Places = Sequence[tuple[int, int]]  # documents and ordinals


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whence something is: a document without its text."""

    key: int
    id: str
    uri: str
    title: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit with what it is: a statement, an event, or (None) the document itself; `names` are those of its actors.

    `kept` is what it is by what people say of it (`review`), `read` what was read; `copies` is how many other documents
    are copies of its own.
    """

    hit: Hit
    source: Source
    kept: Statement | Event | None
    names: Mapping[str, str]
    read: Statement | Event | None = None
    review: Review = UNSEEN
    copies: int = 0


def found(connection: Connection, hits: Sequence[Hit]) -> list[Found]:
    """What these hits are, in their order; one that another process has taken away meanwhile is left out.

    Raises: StoreError for rows that make no record.
    """
    with undamaged(connection):
        return _read(connection, hits)


def _read(connection: Connection, hits: Sequence[Hit]) -> list[Found]:
    documents = list({hit.document: None for hit in hits})
    sources = sources_of(connection, documents)
    there = [hit for hit in hits if hit.document in sources]
    read: Mapping[Owner, Mapping[tuple[int, int], Statement | Event]] = {
        Owner.STATEMENT: _kept(connection, statement, Statement, _places(there, Owner.STATEMENT), sources),
        Owner.EVENT: _kept(connection, event, Event, _places(there, Owner.EVENT), sources),
        Owner.DOCUMENT: {},
    }
    told = {hit.key: read[hit.owner].get((hit.document, hit.ordinal)) for hit in there}
    reviews = reviews_of(connection, documents)
    people = people_of(connection, filter(None, told.values()), (), reviews.values())
    names: dict[int, dict[str, str]] = {document: {} for document in documents}
    for row in connection.execute(
        select(actor.c.document, actor.c.id, actor.c.name).where(actor.c.document.in_(documents))
    ):
        names[row.document][row.id] = row.name
    copies = copies_of(connection, list(sources))
    return [
        _corrected(
            Found(
                hit=hit,
                source=sources[hit.document],
                kept=told[hit.key],
                names=names[hit.document],
                read=told[hit.key],
                review=reviews.get((hit.document, hit.owner.value, hit.ordinal), UNSEEN),
                copies=copies.get(hit.document, 0),
            ),
            people,
        )
        for hit in there
    ]


def _corrected(one: Found, people: People) -> Found:
    """The same as people corrected it, with the names of the actors that only they named."""
    if one.kept is None or (not people.merged and not one.review.corrections):
        return one
    kept = applied(one.kept, one.review, people)
    others = {id: people.known[id].name for id in actors_of(kept) if id in people.known}
    return replace(one, kept=kept, names={**others, **one.names})


def sources_of(connection: Connection, keys: Sequence[int]) -> dict[int, Source]:
    """Whence these documents are."""
    held = select(document).where(document.c.key.in_(keys))
    return {row.key: _source(row._asdict()) for row in connection.execute(held)}


def _places(hits: Sequence[Hit], owner: Owner) -> Places:
    return [(hit.document, hit.ordinal) for hit in hits if hit.owner is owner]


def _kept(
    connection: Connection,
    table: Table,
    kind: type[Kept],
    places: Places,
    sources: Mapping[int, Source],
) -> dict[tuple[int, int], Kept]:
    if not places:
        return {}
    of_them = tuple_(evidence.c.document, evidence.c.ordinal).in_(places)
    passages: dict[tuple[int, int], list[Row]] = {}
    for row in connection.execute(select(evidence).where(of_them, evidence.c.owner == table.name)):
        passages.setdefault((row.document, row.ordinal), []).append(row._asdict())
    rows = connection.execute(select(table).where(tuple_(table.c.document, table.c.ordinal).in_(places)))
    return {
        (row.document, row.ordinal): built(
            kind, row._asdict(), passages.get((row.document, row.ordinal), ()), sources[row.document].id
        )
        for row in rows
    }


def _source(row: Row) -> Source:
    return Source(
        key=row["key"],
        id=row["text"],
        uri=row["uri"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
    )
