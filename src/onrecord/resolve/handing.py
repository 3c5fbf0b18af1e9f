"""Hands days on: of a meeting to what was said at it, of speech to its next sentence, of a heading to its paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.lexicon.dates import load_date_words
from onrecord.model import BlockKind, Document, Event, Evidence, Extraction, OccasionBasis, Statement, Status
from onrecord.model.rules import DateRule
from onrecord.resolve.dates import date_of

Told = TypeVar("Told", Statement, Event)

# A line that is nothing but day, time and place, as over official accounts: "March 5, 2022, 14:40, Belm". The place
# tells that it is the meeting's; a line without one is the day of release.
DATELINE = re.compile(
    r"\s*(?P<day>[\w ,.-]*?\b\d{4}\b(?:-\d\d-\d\d)?)[ ,T]+\d{1,2}[:.]\d\d(?::\d\d)?,?\s+(?P<place>[A-Z][\w .,'’-]+)\s*"
)
LONGEST_DATELINE = 90  # characters
LABEL = re.compile(r"\s*(?P<day>[\w ,.-]{0,24}\b\d{4}(?:-\d\d){0,2}): ")  # "March 2031: ..."
_LETTERS = re.compile(r"[^\W\d_]+")
FIRST_BLOCKS = 4  # of a text, in which its dateline stands
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its basis."""

    date: str
    basis: str


def hand_on(extraction: Extraction, document: Document) -> Extraction:
    """The extraction with the days that its statements and events take over from what stands around them."""
    events = list(_by_dateline(extraction.events, extraction.statements, document))
    known = {event.id: Day(event.date, event.date_basis or "") for event in events if event.date is not None}
    statements = list(_statements(extraction.statements, known))
    opened = _opened(statements, events, document)
    statements = [_in_paragraph(one, opened.get(_block(one.content[0], document))) for one in statements]
    spoken = _by_cue(statements)
    events = [_in_paragraph(_said(event, spoken), opened.get(_block(event.trigger, document))) for event in events]
    return replace(extraction, statements=tuple(statements), events=tuple(events))


def _statements(statements: Iterable[Statement], events: Mapping[str, Day]) -> Iterator[Statement]:
    """Statements with the day of the occasion that they were said on, or of the speech that they go on with."""
    last: Statement | None = None
    for statement in statements:
        day = events.get(statement.occasion_event or "")
        if statement.date is None and statement.date_mention is None:
            if day is not None:
                basis = DateRule.OCCASION.format(occasion=statement.occasion, basis=day.basis)
                statement = replace(statement, date=day.date, date_basis=basis)
            elif last is not None and last.date is not None and statement.occasion_basis is OccasionBasis.SPEECH:
                statement = replace(statement, date=last.date, date_basis=_once(DateRule.SPEECH, last.date_basis))
        yield statement
        last = statement if statement.via_mention is None else last


def _once(rule: DateRule, basis: str | None) -> str:
    """A basis with the rule that handed it on, said once."""
    lead = rule.partition("{")[0]
    return basis if basis is not None and basis.startswith(lead) else rule.format(basis=basis)


def _by_cue(statements: Iterable[Statement]) -> Mapping[int, Day]:
    """The days of statements by where the words of their cues stand."""
    return {
        place: Day(statement.date, _once(DateRule.SAYING, statement.date_basis))
        for statement in statements
        if statement.cue is not None and statement.date is not None
        for place in range(statement.cue.start, statement.cue.end)
    }


def _said(event: Event, spoken: Mapping[int, Day]) -> Event:
    """An event that was done by saying it ("urged", "accused") is of the day of the saying."""
    if event.date is not None or event.date_mention is not None or event.status is not Status.OCCURRED:
        return event
    day = spoken.get(event.trigger.start)
    return event if day is None else replace(event, date=day.date, date_basis=day.basis)


def _opened(statements: Sequence[Statement], events: Sequence[Event], document: Document) -> Mapping[int, Day]:
    """The days of paragraphs that a date opens with a colon, as in chronologies: "March 2031: Belm closes ..."."""
    opened = dict(_labelled(document))
    records: tuple[Statement | Event, ...] = (*statements, *events)
    for record in records:
        mention = record.date_mention
        if mention is None or record.date is None:
            continue
        number = _block(mention, document)
        block = document.blocks[number] if number >= 0 else None
        if block is not None and mention.start == block.start and document.text[mention.end : mention.end + 1] == ":":
            opened.setdefault(number, Day(record.date, DateRule.OVER_PARAGRAPH.format(words=mention.exact)))
    return opened


def _labelled(document: Document) -> Iterator[tuple[int, Day]]:
    """The numbers of the paragraphs that open with a date as written and a colon, with the day."""
    known = frozenset(load_date_words())
    for number, block in enumerate(document.blocks):
        found = LABEL.match(document.text, block.start, block.end)
        if found is None or not known.issuperset(_LETTERS.findall(found["day"].lower())):
            continue  # "Route 2031: ..."
        read = date_of(found["day"], None)
        if read.date is not None:
            yield number, Day(read.date, DateRule.OVER_PARAGRAPH.format(words=found["day"]))


def _in_paragraph(record: Told, day: Day | None) -> Told:
    if day is None or record.date is not None or record.date_mention is not None:
        return record
    return replace(record, date=day.date, date_basis=day.basis)


def _by_dateline(events: Sequence[Event], statements: Sequence[Statement], document: Document) -> Iterator[Event]:
    """Events; the line of day, time and place over a readout is that of its meeting."""
    line = _dateline(document)
    own = {statement.occasion_event for statement in statements if statement.occasion_basis is OccasionBasis.READOUT}
    for event in events:
        is_undated = event.date is None and event.date_mention is None
        if line is not None and is_undated and event.id in own:
            day, place = line
            event = replace(event, date=day.date, date_basis=day.basis)
            if event.place is None:
                event = replace(event, place=place.exact, place_mention=place)
        yield event


def _dateline(document: Document) -> tuple[Day, Evidence] | None:
    """The day that a line over the text tells, and the place."""
    for block in document.blocks[:FIRST_BLOCKS]:
        text = document.text[block.start : block.end]
        found = DATELINE.fullmatch(text) if len(text) <= LONGEST_DATELINE else None
        if found is not None:
            read = date_of(found["day"], None)
            if read.date is not None:
                place = found["place"].strip()
                start = block.start + found.start("place")
                words = Evidence(document.id, start, start + len(place), place)
                return Day(read.date, DateRule.DATELINE.format(words=found["day"].strip())), words
    return None


def _block(passage: Evidence, document: Document) -> int:
    return bisect_right(document.blocks, passage.start, key=lambda block: block.start) - 1
