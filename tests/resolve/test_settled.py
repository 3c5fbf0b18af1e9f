"""Which events stand once it is known whom they mean: "urged Lind" of a foreigner, "called for restraint" in a talk."""

import pytest

CALL = "President Emmanuel Macron spoke with President Vladimir Putin by phone on Monday."
TWO_CALLS = f"{CALL} On Friday President Emmanuel Macron spoke with President Andrzej Duda."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Emmanuel Macron urged Putin to leave.", ("REQUEST", ["FRA"], ["RUS"])),
        (f"{CALL} Macron urged Putin to withdraw the troops.", ("REQUEST", ["FRA"], ["RUS"])),
        (f"{CALL} Macron called for restraint.", ("REQUEST", ["FRA"], ["RUS"])),
        (f"{CALL} Putin proposed opening a border.", ("REQUEST", ["RUS"], ["FRA"])),
        (f"{CALL} Putin expressed gratitude for the help.", ("SUPPORT", ["RUS"], ["FRA"])),
        (f"{CALL} It was agreed to open a border.", ("AGREE", ["FRA", "RUS"], ["FRA", "RUS"])),
    ],
)
def test_what_is_between_two_states_stands(record_of, text, told):
    event = record_of(text).events[-1]
    assert (event.type, [*event.sources], [*event.targets]) == told


@pytest.mark.parametrize(
    "text",
    [
        "President Emmanuel Macron urged Colonna to leave.",
        "President Emmanuel Macron urged Smith to leave.",
        "President Emmanuel Macron called for restraint.",
        "It was agreed to open a border.",
        f"{TWO_CALLS} Macron called for restraint.",
        f"{TWO_CALLS} It was agreed to open a border.",
        f"{CALL} President Andrzej Duda called for restraint.",
        f"{CALL} Putin said thank you.",
    ],
)
def test_what_may_be_between_others_does_not(record_of, text):
    assert {event.type.value for event in record_of(text).events} <= {"CONSULT"}


def test_the_rule_says_that_they_talk(record_of):
    event = record_of(f"{CALL} Macron called for restraint.").events[-1]
    assert event.target_rules == ("inferred: the two who talk",)


@pytest.mark.parametrize(
    "text",
    [
        "French Foreign Minister Catherine Colonna thanked President Emmanuel Macron.",
        "The minister praised the cooperation between the two towns.",
    ],
)
def test_praise_at_home_and_cooperation_of_nobody_are_left_out(record_of, text):
    assert record_of(text).events == ()
