"""What people say of records: that one is right or wrong, and what it should say; kept beside what was read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onrecord.model.days import bounds
from onrecord.model.instants import is_iso_instant
from onrecord.model.kinds import Act, Status

CORRECTED = "corrected by a person"  # the rule of a speaker, and the basis of a date or an actor, that a person gave
IS_CORRECTED = "corrected"  # the word for a record of which somebody corrected a field


class Matter(StrEnum):
    """What a correction is about."""

    VERDICT = "verdict"  # of a record: accepted, rejected
    SPEAKER = "speaker"  # of a statement
    ACT = "act"
    DATE = "date"  # of a statement or event
    ISSUE = "issue"
    STATUS = "status"  # of an event
    SPLIT = "split"  # in this record an actor is another one
    MERGE = "merge"  # an actor is another one everywhere
    NOTE = "note"  # nothing but a note


class Verdict(StrEnum):
    """What somebody found who looked at a whole record."""

    ACCEPTED = "accepted"  # it is right as it stands
    REJECTED = "rejected"  # the text does not say that


FIELDS = {  # what is read of each kind of record and may be corrected, with the field of the model
    "statement": {Matter.SPEAKER: "speakers", Matter.ACT: "act", Matter.DATE: "date", Matter.ISSUE: "issues"},
    "event": {Matter.DATE: "date", Matter.ISSUE: "issues", Matter.STATUS: "status"},
}
CORRECTABLE = frozenset(matter for fields in FIELDS.values() for matter in fields)

Values = tuple[str, ...]  # of a field, however many it takes; empty for none

VALID: Mapping[Matter, Callable[[Values], bool]] = {  # whether a correction of this matter can have such a value
    Matter.VERDICT: lambda value: value in {(one.value,) for one in Verdict},
    Matter.SPEAKER: lambda value: all(value),
    Matter.ACT: lambda value: value in {(one.value,) for one in Act},
    Matter.DATE: lambda value: not value or (len(value) == 1 and bounds(value[0]) is not None),
    Matter.ISSUE: lambda value: all(value),
    Matter.STATUS: lambda value: value in {(one.value,) for one in Status},
    Matter.SPLIT: lambda value: len(value) == 3 and all(value),
    Matter.MERGE: lambda value: len(value) == 2 and all(value),
    Matter.NOTE: lambda value: not value,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one person said of one record or actor, and when.

    `value` is what it should be; of a SPLIT the actor, the one it is, and that one's name. `was` is what was read of
    the record when they looked: of a field its values, at a verdict those of all its fields. `words` are its own;
    by its `likeness` it is known in another text. Raises: ValueError for a value that its matter cannot have, and where
    nobody says it at a time.
    """

    number: int
    owner: str  # "statement", "event", "actor"
    record: str  # the id of the record or of the actor
    uri: str | None  # where its document was
    words: str
    likeness: str = ""
    matter: Matter
    value: Values
    was: Mapping[str, Values] = field(default_factory=dict)
    note: str | None = None
    by: str
    at: str  # ISO 8601, UTC
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None

    def __post_init__(self) -> None:
        of_actor = self.matter is Matter.MERGE
        of_record = self.owner in FIELDS and (self.matter not in CORRECTABLE or self.matter in FIELDS[self.owner])
        if not (self.owner == "actor" if of_actor else of_record) or not VALID[self.matter](self.value):
            raise ValueError(f"a {self.matter} of a {self.owner} cannot be {self.value!r}")
        for name, seen in self.was.items():
            if name not in FIELDS.get(self.owner, {}) or not VALID[Matter(name)](seen):
                raise ValueError(f"of a {self.owner} nobody reads as {name!r} what is {seen!r}")
        if not self.by.strip() or not is_iso_instant(self.at):
            raise ValueError("somebody makes a correction, at a time that names its zone")
        withdrawn = self.withdrawn_by or "", self.withdrawn_at
        if withdrawn != ("", None) and not (withdrawn[0].strip() and is_iso_instant(withdrawn[1] or "")):
            raise ValueError("somebody withdraws a correction, at a time that names its zone")

    @property
    def moment(self) -> tuple[datetime, int]:
        """When it was made; of those of one instant the number decides, which says when each came into its store."""
        return datetime.fromisoformat(self.at), self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What holds of a record by all that people said of it: of each matter the latest that is not withdrawn."""

    verdict: Verdict | None = None
    values: Mapping[Matter, Values] = field(default_factory=dict)  # of each field that somebody judged, what is right
    instead: Mapping[str, str] = field(default_factory=dict)  # actors that are others here: id -> id
    corrections: tuple[Correction, ...] = ()  # those that hold, the oldest first

    @property
    def is_rejected(self) -> bool:
        """Whether the record does not hold."""
        return self.verdict is Verdict.REJECTED


UNSEEN = Review()


def review_of(corrections: Iterable[Correction]) -> Review:
    """What corrections of one record come to, by when each was made, wherever that was."""
    holding = sorted((one for one in corrections if one.withdrawn_at is None), key=lambda one: one.moment)
    latest = {one.matter: one for one in holding if one.matter is not Matter.SPLIT}
    verdict = latest.get(Matter.VERDICT)
    seen = verdict.was if verdict is not None and verdict.value == (Verdict.ACCEPTED.value,) else {}
    accepted = {Matter(name): tuple(values) for name, values in seen.items()}
    given: dict[Matter, Values] = {matter: one.value for matter, one in latest.items() if matter in CORRECTABLE}
    splits = {one.value[0]: one for one in holding if one.matter is Matter.SPLIT}
    kept = {one.number for one in (*latest.values(), *splits.values())}
    return Review(
        verdict=Verdict(verdict.value[0]) if verdict is not None else None,
        values={**accepted, **given},
        instead={actor: one.value[1] for actor, one in splits.items()},
        corrections=tuple(one for one in holding if one.number in kept or one.note),
    )


def words_of(review: Review) -> tuple[str, ...]:
    """What people said of a record, in a word or two: that they accepted, rejected, corrected it."""
    is_corrected = bool(review.instead) or any(
        one.matter in CORRECTABLE and one.value != one.was.get(one.matter) for one in review.corrections
    )
    verdict = (review.verdict.value,) if review.verdict is not None else ()
    return (*verdict, *((IS_CORRECTED,) if is_corrected else ()))
