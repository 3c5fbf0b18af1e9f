"""The ledger of promises: each undertaking with its time frame, and what was said and done about it later.

After the G20 compliance method: the source's own sentence, the time frame, the evidence. What came of a promise is not
judged: a later statement or event stands beside it as "for" or "against" only where its own act says so.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.dates import DateKind, load_date_words
from onrecord.lexicon.undertakings import Undertaking
from onrecord.model import Act, Event, EventType, Evidence, Record, Statement, Status
from onrecord.resolve.dates import date_of
from onrecord.resolve.readings import Leaning
from onrecord.views.cast import Cast, cast_of, speaker_countries
from onrecord.views.commitments import Commitment, commitments
from onrecord.views.pledge_words import pledge_words

FOR = frozenset({Act.REAFFIRM, Act.PROMISE})
AGAINST = frozenset({Act.DENY, Act.DECLINE})
UNDONE = frozenset({Status.REFUSED, Status.CANCELLED, Status.DENIED})
STEM = 5  # letters by which two words are taken for forms of one
ALIKE = 0.5  # of the words of an undertaking that later words must share to be about it
LEAST = 2  # such words
SOON = 400  # characters after an undertaking in which who tells of it may say whether it is kept

_WORD = re.compile(r"\w{4,}")


class Bearing(StrEnum):
    """How something later bears on a promise, by its own act."""

    FOR = "for"  # promised again, reaffirmed
    AGAINST = "against"  # denied, declined, refused, called off
    ABOUT = "about"  # speaks of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A later statement or event about what was promised. `date` is its own, or when it was published."""

    bearing: Bearing
    date: str | None
    evidence: Evidence
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An undertaking, when it was given, by when it is to be kept, and what was said and done about it later.

    `date` is when it was given (EDTF), or else when that was published. `due` is the EDTF of `time_frame`.
    """

    commitment: Commitment
    date: str | None
    time_frame: Evidence | None
    due: str | None
    due_basis: str | None
    later: tuple[Later, ...]


def promises(
    records: Sequence[Record], phrases: Sequence[Undertaking], countries: Mapping[str, str]
) -> tuple[Promise, ...]:
    """The undertakings of some records in reading order, each with what the records tell of it later."""
    cast, keeping = cast_of(records, countries), pledge_words(phrases).keeping
    by_document = {record.document.id: record for record in records}
    told = sorted(records, key=lambda record: record.document.published or "")
    return tuple(
        _promise(one, by_document[one.undertaking.doc_id], told, _Known(cast, keeping))
        for one in commitments(records, phrases, countries)
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """The cast, and the words that say whether an undertaking is kept."""

    cast: Cast
    keeping: re.Pattern[str]


def _promise(one: Commitment, record: Record, told: Sequence[Record], known: _Known) -> Promise:
    given = next((statement.date for statement in record.statements if statement.id in one.records), None)
    date = given or record.document.published
    frame = _time_frame(one.undertaking)
    due = date_of(frame.exact, record.document.published, Leaning.FUTURE) if frame is not None else None
    return Promise(
        commitment=one,
        date=date,
        time_frame=frame,
        due=due.date if due is not None else None,
        due_basis=due.basis if due is not None else None,
        later=(*_remarks(one, record, known), *_later(one, record, told, known.cast)),
    )


def _time_frame(undertaking: Evidence) -> Evidence | None:
    """By when it is to be kept: "by the end of 2030", "in the coming weeks"."""
    found = _frames().search(undertaking.exact)
    if found is None:
        return None
    start, end = found.span("when")
    place = undertaking.start
    return Evidence(undertaking.doc_id, place + start, place + end, undertaking.exact[start:end])


@functools.cache
def _frames() -> re.Pattern[str]:
    """Words for time after a preposition that leads to them."""
    kinds = (DateKind.MONTH, DateKind.WEEKDAY, DateKind.UNIT)
    words = [word for word, entry in load_date_words().items() if entry.kind in kinds]
    named = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    when = rf"(?:the\s+end\s+of\s+)?(?:[\w-]+\s+){{0,3}}?(?:(?:{named})\b(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|\d{{4}})"
    return re.compile(rf"\b(?:by|until|before|within|in|on|from|no later than)\s+(?P<when>{when})\b", re.IGNORECASE)


def _later(one: Commitment, record: Record, told: Iterable[Record], cast: Cast) -> Iterator[Later]:
    """What the same actor says and does afterwards about what was undertaken."""
    matter = _stems(one.undertaking.exact)
    for other in (other for other in told if _is_after(other, record)):
        place, published = one.undertaking.end if other is record else 0, other.document.published
        for statement in other.statements:
            part, own = statement.content[0], set(speaker_countries(statement, cast))
            if own & set(one.actor) and place <= part.start and _is_about(part, matter):
                yield Later(
                    bearing=_said(statement), date=statement.date or published, evidence=part, record=statement.id
                )
        for event in other.events:
            part, own = event.evidence[0], set(event.sources) if event.statement is None else set()
            if own & set(one.actor) and place <= part.start and _is_about(part, matter):
                yield Later(bearing=_done(event), date=event.date or published, evidence=part, record=event.id)


def _remarks(one: Commitment, record: Record, known: _Known) -> Iterator[Later]:
    """What who tells of an undertaking says of its being kept: "saw nothing that would contradict that"."""
    given = [statement for statement in record.statements if statement.id in one.records]
    tellers = {name for told in given for name in (*told.speakers, told.via) if name}
    for statement in record.statements:
        part = statement.content[0]
        is_soon = one.undertaking.end <= part.start <= one.undertaking.end + SOON
        if is_soon and tellers & {*statement.speakers} and known.keeping.search(part.exact):
            date = statement.date or record.document.published
            yield Later(bearing=Bearing.ABOUT, date=date, evidence=part, record=statement.id)


def _is_after(other: Record, record: Record) -> bool:
    if other is record:
        return True
    ours, theirs = record.document.published, other.document.published
    return ours is not None and theirs is not None and theirs > ours


def _said(statement: Statement) -> Bearing:
    if statement.negated or statement.act in AGAINST:
        return Bearing.AGAINST
    return Bearing.FOR if statement.act in FOR else Bearing.ABOUT


def _done(event: Event) -> Bearing:
    is_off = event.type is EventType.REJECT or event.status in UNDONE
    return Bearing.AGAINST if is_off else Bearing.ABOUT


def _is_about(words: Evidence, matter: set[str]) -> bool:
    shared = _stems(words.exact) & matter
    return len(shared) >= max(LEAST, ALIKE * len(matter))


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.casefold())}
