"""Date expressions and the days they come to."""

from dataclasses import replace

import pytest

from onrecord.model import (
    Document,
    Event,
    EventType,
    Evidence,
    Extraction,
    FindingKind,
    Status,
    document_id,
)
from onrecord.resolve.dates import Leaning, date_of, resolve_dates

PUBLISHED = "2031-05-14"  # a Wednesday


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("24 January, 2025", "2025-01-24"),
        ("Monday, June 19, 2023", "2023-06-19"),
        ("2023-06-19", "2023-06-19"),
        ("June 18-19, 2023", "2023-06-18/2023-06-19"),
        ("11 to 13 October 2023", "2023-10-11/2023-10-13"),
        ("June 2021", "2021-06"),
        ("2018", "2018"),
        ("late November 2021", "2021-11"),
        ("early 2023", "2023"),
        ("end of 2021", "2021"),
        ("2014 to 2016", "2014/2016"),
        ("May to June 2022", "2022-05/2022-06"),
        ("first quarter of 2023", "2023-01/2023-03"),
        ("second half of 2022", "2022-07/2022-12"),
        ("Q3 2023", "2023-07/2023-09"),
        ("the 1990s", "199X"),
    ],
)
def test_a_date_with_its_year_needs_no_anchor(expression, expected):
    found = date_of(expression, None)
    assert (found.date, found.basis, found.problem) == (expected, f"{expression}, as written", None)


@pytest.mark.parametrize(
    ("expression", "past", "future"),
    [
        ("Monday", "2031-05-12", "2031-05-19"),
        ("Wednesday", "2031-05-14", "2031-05-14"),
        ("last Wednesday", "2031-05-07", "2031-05-07"),
        ("next Wednesday", "2031-05-21", "2031-05-21"),
        ("Sunday morning", "2031-05-11", "2031-05-18"),
        ("today", "2031-05-14", "2031-05-14"),
        ("yesterday", "2031-05-13", "2031-05-13"),
        ("last night", "2031-05-13", "2031-05-13"),
        ("this morning", "2031-05-14", "2031-05-14"),
        ("last week", "2031-05-05/2031-05-11", "2031-05-05/2031-05-11"),
        ("this week", "2031-05-12/2031-05-14", "2031-05-14/2031-05-18"),
        ("earlier this month", "2031-05", "2031-05"),
        ("last month", "2031-04", "2031-04"),
        ("late last year", "2030", "2030"),
        ("June last year", "2030-06", "2030-06"),
        ("next year", "2032", "2032"),
        ("February", "2031-02", "2032-02"),
        ("August", "2030-08", "2031-08"),
        ("May", "2031-05", "2031-05"),
        ("last May", "2030-05", "2030-05"),
        ("this April", "2031-04", "2031-04"),
        ("14 August", "2030-08-14", "2031-08-14"),
        ("June 18-19", "2030-06-18/2030-06-19", "2031-06-18/2031-06-19"),
        ("29 February", "2028-02-29", "2032-02-29"),
        ("three weeks ago", "2031-04-23~", "2031-04-23~"),
        ("two days ago", "2031-05-12", "2031-05-12"),
        ("about six months ago", "2030-11~", "2030-11~"),
        ("10 years ago", "2021~", "2021~"),
        ("two decades ago", "2011~", "2011~"),
        ("Wednesday last week", "2031-05-07", "2031-05-07"),
        ("Monday next week", "2031-05-19", "2031-05-19"),
        ("Monday to Wednesday", "2031-05-12/2031-05-14", "2031-05-19/2031-05-21"),
        ("last weekend", "2031-05-10/2031-05-11", "2031-05-17/2031-05-18"),
        ("weekend", "2031-05-10/2031-05-11", "2031-05-17/2031-05-18"),
        ("third quarter of last year", "2030-07/2030-09", "2030-07/2030-09"),
        ("the day before yesterday", "2031-05-12", "2031-05-12"),
        ("the day after tomorrow", "2031-05-16", "2031-05-16"),
        ("week of May 5", "2031-05-05/2031-05-11", "2032-05-05/2032-05-11"),
    ],
)
def test_a_relative_date_leans_on_publication(expression, past, future):
    assert date_of(expression, PUBLISHED, Leaning.PAST).date == past
    assert date_of(expression, PUBLISHED, Leaning.FUTURE).date == future
    assert date_of(expression, PUBLISHED).basis == f"{expression}, from published {PUBLISHED}"


@pytest.mark.parametrize(
    ("expression", "expected"), [("February", "2031-02"), ("December", "2030-12"), ("August", "2031-08")]
)
def test_what_was_put_off_is_dated_by_the_nearest(expression, expected):
    assert date_of(expression, PUBLISHED, Leaning.EITHER).date == expected


@pytest.mark.parametrize(
    ("expression", "published", "basis"),
    [
        ("Monday", None, "Monday, with nothing to anchor it"),
        ("last month", "2031", "last month, with nothing to anchor it"),
        ("31 June", PUBLISHED, "31 June, which is no day"),
        ("31 June 2030", None, "31 June 2030, which is no day"),
        ("39 May", PUBLISHED, "39 May, which is no day"),
        ("several weeks ago", PUBLISHED, "several weeks ago, which names no day"),
        ("half a year ago", PUBLISHED, "half a year ago, which names no day"),
        ("recent weeks", PUBLISHED, "recent weeks, which names no day"),
        ("coming months", PUBLISHED, "coming months, which names no day"),
        ("Ramadan", PUBLISHED, "Ramadan, which names no day"),
        ("Eid al-Fitr", PUBLISHED, "Eid al-Fitr, which names no day"),
        ("Lunar New Year", PUBLISHED, "Lunar New Year, which names no day"),
        ("fiscal year 2030", PUBLISHED, "fiscal year 2030, which names no day"),
        ("the next day", PUBLISHED, "the next day, with no day before it"),
    ],
)
def test_what_cannot_be_dated_stays_open(expression, published, basis):
    found = date_of(expression, published)
    assert (found.date, found.basis) == (None, basis)
    assert found.problem


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("the next day", "2031-05-10"),
        ("the same day", "2031-05-09"),
        ("the day before", "2031-05-08"),
        ("two days later", "2031-05-11"),
        ("a week earlier", "2031-05-02~"),
        ("a month later", "2031-06~"),
        ("the following Monday", "2031-05-12"),
        ("the following year", "2032~"),
    ],
)
def test_some_dates_count_from_the_day_told_of_before(expression, day):
    found = date_of(expression, PUBLISHED, beside="2031-05-09")
    assert (found.date, found.basis) == (day, f"{expression}, from 2031-05-09 told of before it")


def test_the_next_day_is_that_after_the_event_before():
    extraction, document = _extraction(
        "They met on 9 May and the next day.", ("9 May", Status.OCCURRED), ("the next day", Status.OCCURRED)
    )
    resolved, _ = resolve_dates(extraction, document)
    assert [event.date for event in resolved.events] == ["2031-05-09", "2031-05-10"]


def _extraction(text, *dated):
    doc_id = document_id(text)

    def passage(exact, start=0):
        start = text.index(exact, start)
        return Evidence(doc_id, start, start + len(exact), exact)

    events = tuple(
        Event(
            id=str(number),
            type=EventType.CONSULT,
            trigger=passage("met"),
            evidence=(passage("met"),),
            rule="event/verb:meet",
            status=status,
            date_mention=passage(words) if words else None,
        )
        for number, (words, status) in enumerate(dated)
    )
    return Extraction(events=events), Document(id=doc_id, uri="x", text=text, blocks=(), published=PUBLISHED)


def test_events_are_dated_by_their_status():
    extraction, document = _extraction(
        "They met Monday.", ("Monday", Status.OCCURRED), ("Monday", Status.PLANNED), (None, Status.OCCURRED)
    )
    resolved, findings = resolve_dates(extraction, document)
    assert [event.date for event in resolved.events] == ["2031-05-12", "2031-05-19", None]
    assert resolved.events[0].date_basis == f"Monday, from published {PUBLISHED}"
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met before; he was due to travel in February.", "2031-02"),  # by now past
        ("They met before; he is due to travel in February.", "2032-02"),
    ],
)
def test_a_plan_of_the_past_is_not_moved_to_the_future(text, day):
    extraction, document = _extraction(text, ("February", Status.PLANNED))
    [event] = extraction.events
    whole = Evidence(document.id, 0, len(text), text)
    resolved, _ = resolve_dates(Extraction(events=(replace(event, evidence=(whole,)),)), document)
    assert [event.date for event in resolved.events] == [day]


def test_one_finding_for_each_open_expression():
    extraction, document = _extraction(
        "They met on 31 June.", ("31 June", Status.OCCURRED), ("31 June", Status.PLANNED)
    )
    resolved, findings = resolve_dates(extraction, document)
    assert [event.date for event in resolved.events] == [None, None]
    [finding] = findings
    assert finding.kind is FindingKind.UNRESOLVED_DATE
    assert document.text[finding.start : finding.end] == "31 June"


@pytest.mark.parametrize(
    ("day", "status", "count"),
    [
        ("3 June 2031", Status.OCCURRED, 1),
        ("3 June 2031", Status.PLANNED, 0),
        ("14 May 2031", Status.OCCURRED, 0),
        ("May 2031", Status.OCCURRED, 0),  # it may have been before
    ],
)
def test_what_is_past_before_its_day_keeps_its_date_and_is_told(day, status, count):
    extraction, document = _extraction(f"They met on {day}.", (day, status))
    resolved, findings = resolve_dates(extraction, document)
    assert [finding.kind for finding in findings] == [FindingKind.FUTURE_DATE] * count
    assert all(event.date is not None for event in resolved.events)
