"""Which records of a reading the corrections of a store are of: those with the same id, or with the same words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, insert, select, union

from onrecord.model import Event, Evidence, Record, Statement
from onrecord.store.driver import run
from onrecord.store.rows import digest
from onrecord.store.tables import correction, corrects, document
from onrecord.store.words import folded

AT_ONCE = 500  # ids that are asked for together: databases bound how many values a question may have

ANY = select(correction.c.number).limit(1)

Spot = tuple[str, int]  # owner, ordinal


def link(connection: Connection, record: Record, key: int) -> bool:
    """Ties a reading that was just written to the corrections of its records; whether there are any.

    One of a record with another id is of the record with the same words, where the address had it before.
    """
    if not has_corrections(connection):
        return False
    spots = {kept.id: (owner, ordinal) for owner, ordinal, kept in records_in(record)}
    tied = {number: spots[id] for number, id in _by_id(connection, list(spots))}
    before = _at_address(connection, record.document.uri)
    if before.keys() - tied.keys():
        same = {likeness: spot for spot, likeness in likenesses(record).items()}
        tied = {number: same[likeness] for number, likeness in before.items() if likeness in same} | tied
    rows = [
        {"document": key, "owner": owner, "ordinal": ordinal, "correction": number}
        for number, (owner, ordinal) in sorted(tied.items())
    ]
    if rows:
        connection.execute(insert(corrects), rows)
    return bool(rows)


def has_corrections(connection: Connection) -> bool:
    """Whether people said anything of anything."""
    return bool(run(connection, ANY, {}))


def records_in(record: Record) -> Iterator[tuple[str, int, Statement | Event]]:
    """The statements and events of a record with their places."""
    yield from (("statement", ordinal, said) for ordinal, said in enumerate(record.statements))
    yield from (("event", ordinal, done) for ordinal, done in enumerate(record.events))


def _by_id(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[int, str]]:
    for first in range(0, len(ids), AT_ONCE):
        asked = select(correction.c.number, correction.c.record).where(
            correction.c.record.in_(ids[first : first + AT_ONCE]), correction.c.owner.in_(("statement", "event"))
        )
        yield from ((row.number, row.record) for row in connection.execute(asked))


def _at_address(connection: Connection, uri: str) -> Mapping[int, str]:
    """The corrections that are of readings of an address, by their numbers, with their likenesses."""
    asked = select(correction.c.number, correction.c.likeness)
    carried = asked.join_from(correction, corrects).join(document, document.c.key == corrects.c.document)
    told = union(asked.where(correction.c.uri == uri), carried.where(document.c.uri == uri))
    return {row.number: row.likeness for row in connection.execute(told)}


def likenesses(record: Record) -> Mapping[Spot, str]:
    """What each record has in common with itself in another text: its words, and which of those with the same it is.

    A text that says the same more often or less often than another leaves it open which is which.
    """
    words = {(owner, ordinal): _words(kept) for owner, ordinal, kept in records_in(record)}
    times, met = Counter(words.values()), Counter[str]()
    found: dict[Spot, str] = {}
    for spot, one in words.items():
        met[one] += 1
        found[spot] = digest([one, met[one], times[one]])
    return found


def _words(kept: Statement | Event) -> str:
    """The words that a record rests on, whatever their case and marks."""
    if isinstance(kept, Event):
        return digest([kept.type.value, *map(_folded, (kept.trigger, *kept.evidence))])
    return digest([*map(_folded, kept.content), "said", _folded(kept.cue), _folded(kept.speaker_mention)])


def _folded(passage: Evidence | None) -> list[str]:
    return folded(passage.exact) if passage is not None else []
