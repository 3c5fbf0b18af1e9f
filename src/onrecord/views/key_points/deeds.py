"""The line of an event: the clause that tells of it, with its day and parties where that leaves them out."""

import calendar
from collections.abc import Iterator

from onrecord.model import Event, Record, Statement, Status
from onrecord.views.brief import Part
from onrecord.views.cast import listed, speaker_name
from onrecord.views.days import in_words
from onrecord.views.key_points.draft import Draft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.wording import event_span, span_parts
from onrecord.views.passages import sentence_around


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
    start, end = event_span(event, record.document, teller)
    is_cut = sentence_around(record.document, start, end)[0] < start
    day, parties = in_words(event.date), _parties(event, reading) if is_cut else ""
    lead = ", ".join(filter(None, ("" if _names(record.document.text[start:end], day) else day, parties)))
    if lead:
        yield field(lead)
        yield label(":")
    yield from span_parts(record.document, [(start, end)], teller.quoted if teller else ())
    if event.status not in (Status.OCCURRED, Status.ONGOING):
        yield label("—")
        yield field(event.status.value)


def _parties(event: Event, reading: Reading) -> str:
    """ "Japan → Ukraine"; for a joint deed the parties once."""
    sides = [event.sources] if event.sources == event.targets else [event.sources, event.targets]
    return " → ".join(listed(map(reading.cast.country_name, side)) for side in sides if side)


def _names(clause: str, day: str) -> bool:
    """Whether a clause has the month of a day, or the year where no month is known."""
    words = [word for word in day.split() if word in calendar.month_name[1:]] or day.split()[-1:]
    return any(word in clause for word in words)
