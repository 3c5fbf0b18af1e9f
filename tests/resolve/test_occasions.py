"""On what occasion statements were said, and the days that they take over from it."""

import pytest

CALL = "Antony Blinken spoke by phone with Wang Yi on Monday."
MORE = "Blinken stressed the importance of the strait. Wang said that the strait was open."


def told(record):
    return [(one.occasion, one.occasion_basis, one.date) for one in record.statements]


def test_what_a_readout_reports_was_said_at_its_meeting(record_of):
    record = record_of(f"{CALL} {MORE}")
    assert told(record) == [("call", "readout", "2031-05-12")] * 2
    [call] = [event for event in record.events if event.mode == "call"]
    assert {one.occasion_event for one in record.statements} == {call.id}
    assert record.statements[0].date_basis == "the day of the call: Monday, from published 2031-05-14"
    assert record.statements[0].occasion_mention == call.trigger


@pytest.mark.parametrize(
    "text",
    [
        f"{CALL}\n\n{MORE}\n\nEmmanuel Macron said that he knew. Olaf Scholz said that he did not.",  # others speak
        f"{CALL}\n\n{MORE}\n\nBlinken told reporters that it was late.",  # a text that reports a talk to the press
        f"Antony Blinken may speak by phone with Wang Yi. {MORE}",  # no call yet
        f"Antony Blinken wrote a book about Wang Yi. {MORE}",
    ],
)
def test_no_readout(record_of, text):
    assert "readout" not in [one.occasion_basis for one in record_of(text).statements]


def test_another_meeting_takes_over(record_of):
    later = "Blinken met Subrahmanyam Jaishankar on Tuesday. Jaishankar said that the river was low."
    found = told(record_of(f"{CALL} {MORE}\n\n{later}"))
    assert found[-1] == ("meeting", "readout", "2031-05-13")


def test_a_speaker_goes_on(record_of):
    said = "Varga told reporters on Monday that talks would resume. “We are ready,” she said. “It is time.”"
    assert told(record_of(said)) == [
        ("press-remarks", "words", "2031-05-12"),
        ("press-remarks", "speech", "2031-05-12"),
        ("press-remarks", "speech", "2031-05-12"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Varga told reporters on Monday that talks would resume. Orlen said that he knew.",  # another
        "Varga told reporters on Monday that talks would resume. She had said that she knew.",  # at another time
        "Varga told reporters on Monday that talks would resume.\n\nVarga said that she knew.",  # elsewhere in the text
    ],
)
def test_nobody_goes_on(record_of, text):
    assert told(record_of(text))[-1] == (None, None, None)


def test_words_that_point_back_are_the_event_before(record_of):
    text = f"{CALL}\n\nThe talks were long.\n\nWang Yi said in the call that the strait was open."
    record = record_of(text)
    [call] = [event for event in record.events if event.mode == "call" and event.date]
    assert record.statements[-1].occasion_event == call.id
    assert record.statements[-1].date == "2031-05-12"


def test_what_is_done_by_saying_it_has_the_day_of_the_saying(record_of):
    record = record_of(f"{CALL} Blinken urged China to open the strait.")
    [urged] = [event for event in record.events if event.type == "REQUEST"]
    assert (urged.date, urged.date_mention) == ("2031-05-12", None)
    assert urged.date_basis == "said then: the day of the call: Monday, from published 2031-05-14"


def test_what_is_told_in_what_was_said_has_not(record_of):
    record = record_of(f"{CALL} Blinken said that Iran had attacked Iraq.")
    [attack] = [event for event in record.events if event.type == "ASSAULT"]
    assert attack.date is None


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("2031-05-12 20:15 Belm", "2031-05-12", "Belm"),
        ("May 12, 2031, 14:30, The Old Palace, Belm", "2031-05-12", "The Old Palace, Belm"),
        ("2031-05-12 20:15", None, None),  # only when it was released
        ("The old palace of Belm, 2031", None, None),
    ],
)
def test_a_line_of_day_and_place_dates_the_meeting(record_of, line, day, place):
    text = f"Call\n\n{line}\n\nAntony Blinken spoke by phone with Wang Yi.\n\n{MORE}"
    record = record_of(text, None)
    assert {one.date for one in record.statements} == {day}
    [call] = [event for event in record.events if event.mode == "call"]
    assert (call.date, call.place, call.place_mention and call.place_mention.exact) == (day, place, place)


@pytest.mark.parametrize(
    ("label", "date"), [("March 2019", "2019-03"), ("July, 2019", "2019-07"), ("2019", "2019"), ("Route 2019", None)]
)
def test_a_date_that_labels_a_paragraph_is_that_of_an_event_in_any_clause(record_of, label, date):
    [event] = record_of(f"{label}: Trade turns ugly as Poland imposes tariffs on Swedish goods.").events
    assert event.date == date


def test_a_date_over_a_paragraph_is_that_of_its_events(record_of):
    text = "March 2030: Iran attacked Iraq. Turkey condemned the attack.\n\nIsrael bombed Syria."
    assert [(event.type, event.date) for event in record_of(text).events] == [
        ("ASSAULT", "2030-03"), ("ACCUSE", "2030-03"), ("ASSAULT", None)
    ]  # fmt: skip


def test_at_a_meeting_of_two_you_is_the_other(record_of):
    text = f"{CALL} Blinken said that he hoped your ports would open. Wang said that the ports were open."
    assert [one.addressees for one in record_of(text).statements] == [("chn.wang-yi",), ()]


def test_elsewhere_you_is_nobody_known(record_of):
    [found] = record_of("Antony Blinken said that he hoped your ports would open.").statements
    assert found.addressees == ()
