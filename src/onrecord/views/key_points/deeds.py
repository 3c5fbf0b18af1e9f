"""The line of an event: the clause that tells of it, with its day and parties where that leaves them out."""

import calendar
from collections.abc import Iterator

from onrecord.model import Document, Event, Mention, MentionKind, Record, Statement, Status
from onrecord.model.days import in_words
from onrecord.views.brief import Part
from onrecord.views.cast import listed, speaker_name
from onrecord.views.key_points.draft import Draft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.wording import LINE_LIMIT, span_parts
from onrecord.views.passages import clause_around, sentence_around

_POSSESSIVE = ("’", "'")
SIGHT = 120  # characters from the doer to what is done that a line is sure to show; farther off the parties lead
LEAST_WORDS = 4  # of a clause that tells who did what to whom; a shorter one is shown with what stands around it


def teller_of(event: Event, record: Record) -> Statement | None:
    """The statement that tells of an event."""
    return next((statement for statement in record.statements if statement.id == event.statement), None)


def event_draft(event: Event, record: Record, reading: Reading) -> Draft:
    """The line of an event."""
    teller = teller_of(event, record)
    return Draft(
        parts=tuple(_parts(event, record, teller, reading)),
        evidence=event.evidence,
        records=(event.id,),
        said_by=speaker_name(teller, reading.cast) if teller else None,
    )


def _parts(event: Event, record: Record, teller: Statement | None, reading: Reading) -> Iterator[Part]:
    """The day and the parties where the clause may leave them out; the clause; a status that is no fact."""
    document, doer = record.document, _subject(event)
    start, end = _span(event, document, teller)
    is_cut = doer is None and sentence_around(document, start, end)[0] < start
    start = doer.start if doer else start
    day, parties = in_words(event.date), _parties(event, reading) if is_cut else ""
    lead = ", ".join(filter(None, ("" if _names(document.text[start:end], day) else day, parties)))
    if lead:
        yield field(lead)
        yield label(":")
    if doer and doer.kind is MentionKind.PRONOUN and event.source_actors:
        yield field(listed(map(reading.cast.name, event.source_actors)))
        start = doer.end
    yield from span_parts(document, [(start, end)], teller.quoted if teller else ())
    if event.status not in (Status.OCCURRED, Status.ONGOING):
        yield label("—")
        yield field(event.status.value)


def has_own_clause(event: Event) -> bool:
    """Whether an event is told in a clause of its own: who did it opens that, then what, and to whom."""
    return _subject(event) is not None


def _subject(event: Event) -> Mention | None:
    """The doer with which the event's own clause begins, but for its day; None where it has none."""
    clause, day = event.evidence[0], event.date_mention
    is_dated = day is not None and day.start == clause.start
    is_in_sight = event.trigger.end - clause.start <= SIGHT and len(clause.exact.split()) >= LEAST_WORDS
    for one in event.source_mentions if is_in_sight else ():
        if one.subject and (is_dated or one.start == clause.start) and one.end <= event.trigger.start:
            return one
    return None


def _span(event: Event, document: Document, teller: Statement | None) -> tuple[int, int]:
    """The place of the clauses around an event, no wider than the statement that tells of it.

    What the text tells in a clause of its own begins there, and goes on to the next comma.
    """
    clause = event.evidence[0]
    if has_own_clause(event):
        start, end = clause.start, clause_around(document, clause.start, clause.end, 0)[1]
    else:
        start, end = clause_around(document, event.trigger.start, event.trigger.end, LINE_LIMIT)
    for content in teller.content if teller else ():
        if content.start <= event.trigger.start and event.trigger.end <= content.end:
            return max(start, content.start), min(end, content.end)
    return start, end


def is_recalled(event: Event) -> bool:
    """Whether an undated event is only named with its doer as owner, and not told: "Borland's war in Averland"."""
    owners = (one for one in event.source_mentions if one.end < event.trigger.start and not one.subject)
    lead = event.evidence[0]
    words = (lead.exact[one.end - lead.start :] for one in owners if lead.start <= one.start < lead.end)
    return event.date is None and any(word.startswith(_POSSESSIVE) for word in words)


def _parties(event: Event, reading: Reading) -> str:
    """ "Japan → Ukraine"; for a joint deed the parties once."""
    sides = [event.sources] if event.sources == event.targets else [event.sources, event.targets]
    return " → ".join(listed(map(reading.cast.country_name, side)) for side in sides if side)


def _names(clause: str, day: str) -> bool:
    """Whether a clause has the month of a day, or the year where no month is known."""
    words = [word for word in day.split() if word in calendar.month_name[1:]] or day.split()[-1:]
    return any(word in clause for word in words)
