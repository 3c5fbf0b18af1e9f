"""Speakers that only a whole text tells: who signs it, and who met in it."""

import pytest

from onrecord.model import Page, Record
from onrecord.pipeline import process


@pytest.fixture(scope="session")
def spoken(tools):
    """The speakers of each statement of a text, in order."""

    def spoken(text):
        record = process(Page(uri="test.txt", content=text.encode()), tools)
        assert isinstance(record, Record)
        return [list(statement.speakers) for statement in record.statements]

    return spoken


MORE = "The river runs through four towns and has done so for as long as anybody there can tell."


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Antony J. Blinken, Secretary of State\n\nWe urge Sudan to cooperate. {MORE}", ["usa.blinken-antony"]),
        (f"Antony J. Blinken, Secretary of State\n\nI urge Sudan to cooperate. {MORE}", ["usa.blinken-antony"]),
        (f"Antony J. Blinken on a long road\n\nWe urge Sudan to cooperate. {MORE}", []),
        (f"{MORE}\n\nWe urge Sudan to cooperate. {MORE}", []),
    ],
)
def test_who_signs_a_text_speaks_in_it(spoken, text, speakers):
    assert spoken(text) == [speakers]


@pytest.mark.parametrize(
    ("before", "speakers"),
    [
        ("Antony Blinken met with Wang Yi in Paris on Monday.", ["usa.blinken-antony", "chn.wang-yi"]),
        ("Antony Blinken met with officials in Paris on Monday.", []),
        ("Antony Blinken wrote a book about Wang Yi in Paris.", []),
    ],
)
def test_they_are_the_two_who_met(spoken, before, speakers):
    assert spoken(f"{before} They stressed that the river must stay open.")[-1] == speakers


SAID = "Wang Yi said that talks must go on. The two sides should respect each other. Dialogue is the only way out."
SPEECH = "We won and I am glad. We know this road. I wish them luck. We are not late. I walk on. "


@pytest.mark.parametrize(
    ("before", "speakers"), [("", ["chn.wang-yi"]), ("I am glad. ", ["chn.wang-yi"]), (SPEECH, [])]
)
def test_in_a_speech_nobody_goes_on_without_a_cue(spoken, before, speakers):
    assert spoken(before + SAID)[-1] == speakers
