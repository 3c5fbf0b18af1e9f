"""What was read, scored by what people said of it: of the records that they looked at, how many were right."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

from onrecord.errors import SettingsError
from onrecord.evaluate.figures import UNKNOWN, percent
from onrecord.evaluate.tables import Table
from onrecord.model import Event, Matter, Review, Statement, Verdict
from onrecord.model.corrections import FIELDS, Values
from onrecord.store import Store
from onrecord.store.applying import Corrected, final, values_of
from onrecord.store.corrected import read_corrected
from onrecord.store.linking import records_in
from onrecord.store.reviews import mergers, open_numbers, reviewed

ALL = "both"
Tally = dict[tuple[str, str], Counter[str]]  # kind of record and field ("" for the whole) -> outcome -> how many


class Outcome(StrEnum):
    """How what was read compares with what people say."""

    RIGHT = "right"
    CORRECTED = "corrected"
    REJECTED = "rejected"


def against_corrections(store: Store) -> Iterator[Table]:
    """Two tables: of the records that people looked at, and of the fields that they judged, how many are right.

    What counts is what is read now: a field that was corrected and is read as people say since then is right.
    Raises: StoreError, SettingsError where nobody has judged anything.
    """
    tally: Tally = {}
    seen: set[str] = set()
    with store.reading() as connection:
        merged, left = mergers(connection), len(open_numbers(connection))
        for read in read_corrected(connection, reviewed(connection)):
            _count(read, merged, seen, tally)
    if not tally:
        raise SettingsError(f"nobody has judged a record in {store.name} yet; onrecord correct --help tells how")
    yield _records(tally, left)
    yield _fields(tally)


def _count(read: Corrected, merged: Mapping[str, str], seen: set[str], tally: Tally) -> None:
    """Adds the records of a document that people looked at; one that stands in several counts once."""
    raw = {kept.id: (owner, kept) for owner, _, kept in records_in(read.raw)}
    whole = {kept.id: kept for _, _, kept in records_in(read.whole)}
    for id, review in read.reviews.items():
        owner, kept = raw[id]
        outcomes = field_outcomes(kept, whole[id], review, merged)
        if id in seen or not outcomes:
            continue
        seen.add(id)
        for matter, outcome in outcomes.items():
            tally.setdefault((owner, matter.value), Counter()).update([outcome])
        worst = next(one for one in reversed(Outcome) if one in outcomes.values())
        for kind in (owner, ALL):
            tally.setdefault((kind, ""), Counter()).update([worst])


def field_outcomes(
    read: Statement | Event, whole: Statement | Event, review: Review, merged: Mapping[str, str]
) -> Mapping[Matter, Outcome]:
    """How each field of a record that people judged was read: all of one that was accepted or rejected.

    `whole` is the record as they say it is.
    """
    was, right = values_of(read), values_of(whole)
    if review.verdict is Verdict.REJECTED:
        return dict.fromkeys(was, Outcome.REJECTED)
    split = {Matter.SPEAKER} if not review.instead.keys().isdisjoint(was.get(Matter.SPEAKER, ())) else set()
    return {
        matter: Outcome.RIGHT if _same(values, right[matter], merged) else Outcome.CORRECTED
        for matter, values in was.items()
        if matter in review.values or matter in split
    }


def _same(read: Values, right: Values, merged: Mapping[str, str]) -> bool:
    """Whether both name the same, in whatever order; actors that were merged are one."""
    return {final(one, merged) for one in read} == {final(one, merged) for one in right}


def _records(tally: Tally, left: int) -> Table:
    kinds = [kind for kind in (*FIELDS, ALL) if (kind, "") in tally]
    unread = f" {left} corrections are open and not counted: their pages do not say that any more." if left else ""
    return Table(
        title="Records that people looked at",
        head=("record", "looked at", *Outcome, "right, %"),
        rows=tuple(_row(kind, tally[kind, ""]) for kind in kinds),
        note=f"A record is right where all is that somebody judged of it.{unread}",
    )


def _fields(tally: Tally) -> Table:
    named = [(kind, matter) for kind, fields in FIELDS.items() for matter in fields]
    return Table(
        title="Fields of these records",
        head=("field", "judged", *Outcome, "right, %"),
        rows=tuple(_row(f"{kind}: {matter}", tally.get((kind, matter.value), Counter())) for kind, matter in named),
        note="A field is judged where its record was accepted or rejected, or where it was corrected itself.",
    )


def _row(name: str, counted: Counter[str]) -> tuple[str, ...]:
    looked_at = counted.total()
    share = percent(counted[Outcome.RIGHT] / looked_at) if looked_at else UNKNOWN
    return (name, f"{looked_at}", *(f"{counted[outcome]}" for outcome in Outcome), share)
