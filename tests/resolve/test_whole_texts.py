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
        (f"Spring has come - address by Antony Blinken\n\nWe urge Sudan to cooperate. {MORE}", ["usa.blinken-antony"]),
        (f"Spring has come to Antony Blinken\n\nWe urge Sudan to cooperate. {MORE}", []),
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


HEAD = "The following {what} by the Governments of {who}.\n\n"
OWN = "We met in the old town hall. We walked along the river. We saw the bridge. We ate. We left late."


@pytest.mark.parametrize(
    ("what", "who", "speakers"),
    [
        ("statement was released", "Denmark and Sweden", ["DNK", "SWE"]),
        ("news was brought", "Denmark and Sweden", []),
        ("statement was released", "Denmark", []),
        ("statement was released", "Denmark and Sweden. Begin text", ["DNK", "SWE"]),
        ("news was brought", "Denmark and Sweden. This statement is ours", []),  # what a speech goes on to name
    ],
)  # fmt: skip
def test_whose_joint_statement_a_text_is(spoken, what, who, speakers):
    assert spoken(f"{HEAD.format(what=what, who=who)}{OWN} We condemn the raid.")[-1] == speakers
    assert spoken(f"{HEAD.format(what=what, who=who)}{OWN} I condemn the raid.")[-1] == []  # nobody is several


LETTER = "I had a good call with {who}. {what}\n\nANTONY BLINKEN, SECRETARY OF STATE"


@pytest.mark.parametrize(
    ("who", "what", "speakers"),
    [
        ("Wang Yi", "We discussed the weather.", ["usa.blinken-antony", "chn.wang-yi"]),
        ("Wang Yi", "We hope that it snows.", ["usa.blinken-antony"]),  # his own side
        ("my own people", "We discussed the weather.", ["usa.blinken-antony"]),
    ],
)
def test_we_of_a_meeting_are_those_who_met(spoken, who, what, speakers):
    assert spoken(LETTER.format(who=who, what=what))[-1] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Antony Blinken met with Wang Yi and thanked Japan, Peru and Chile. The interlocutors discussed the weather.",
         ["usa.blinken-antony", "chn.wang-yi"]),
        ("Antony Blinken met with Wang Yi and thanked Japan, Peru and Chile. The two discussed the weather.",
         ["usa.blinken-antony", "chn.wang-yi"]),
        ("Antony Blinken thanked Japan, Peru and Chile. The interlocutors discussed the weather.", []),
    ],
)  # fmt: skip
def test_the_two_are_those_who_met(spoken, text, speakers):
    assert spoken(text)[-1] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Danish foreign ministry said in a statement that it rained. The statement added that it was late.",
         ["dnk.foreign-ministry"]),
        ("The Danish foreign ministry said that it rained. The statement added that it was late.", []),
        ("When NATO leaders met, a joint declaration called the pact old.", ["NATO.declaration".lower()]),
        ("When NATO leaders met, a new book called the pact old.", []),
    ],
)  # fmt: skip
def test_who_speaks_in_a_document(spoken, text, speakers):
    assert spoken(text)[-1] == speakers


@pytest.fixture(scope="session")
def relayed(tools):
    """Who relays each statement of a text, in order."""

    def relayed(text):
        record = process(Page(uri="test.txt", content=text.encode()), tools)
        assert isinstance(record, Record)
        return [statement.via for statement in record.statements]

    return relayed


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("The following is attributable to Spokesperson Ned Price:\n\nAntony Blinken said that it was late.",
         ["usa.price-ned"]),
        ("Yesterday came Spokesperson Ned Price.\n\nAntony Blinken said that it was late.", [None]),
        ("According to a Chinese statement, Wang Yi said that it rained. He said that it was late.",
         ["chn.statement", "chn.statement"]),
        ("According to a Chinese statement, Wang Yi said that it rained. Blinken said that it was late.",
         ["chn.statement", None]),
    ],
)  # fmt: skip
def test_who_relays_what_names_no_relay(relayed, text, relays):
    assert relayed(text) == relays


@pytest.mark.parametrize(
    ("turn", "speakers"),
    [
        ("SECRETARY BLINKEN: I said that it was late.", ["usa.blinken-antony"]),
        ("PRESIDENT ZELENSKYY: I said that it was late.", ["ukr.zelenskyy-volodymyr"]),
        ("MR PRICE: I said that it was late.", ["usa.price-ned"]),
        ("THE PRICE: I said that it was late.", []),
        ("MACRON: I said that it was late.", ["fra.macron-emmanuel"]),
        ("PRICE: I said that it was late.", ["usa.price-ned"]),
        ("BACKGROUND: It was said to be late.", []),
    ],
)
def test_names_in_capitals(spoken, turn, speakers):
    assert spoken(f"Ned Price came.\n\n{turn}\n\nQUESTION: Is it?")[0] == speakers


def test_a_turn_over_paragraphs_keeps_its_speaker_where_all_say_we(spoken):
    text = f"SECRETARY BLINKEN: I thank you. We met. {MORE}\n\nWe will go on. We hope so. I know it. We do. {MORE}"
    assert spoken(text)[:2] == [["usa.blinken-antony"], ["usa.blinken-antony"]]


THREE = "Vladimir Putin spoke with President of France Emmanuel Macron and Chancellor of Germany Olaf Scholz on Monday."


@pytest.mark.parametrize(
    ("who", "speakers"),
    [
        ("The leaders", ["rus.putin-vladimir", "fra.macron-emmanuel", "deu.scholz-olaf"]),
        ("The parties", ["RUS", "FRA", "DEU"]),
        ("The two leaders", []),  # of three nobody knows which
    ],
)
def test_three_who_met(spoken, who, speakers):
    assert spoken(f"{THREE} {who} said that it was raining.") == [speakers]


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Le Drian", "fra.le-drian-jean-yves"),  # a family name of two words, before the full name is told
        ("Marc Drian", "named.marc-drian"),
    ],
)
def test_family_names_of_two_words(spoken, name, speaker):
    text = f"French Foreign Minister {name} said that it was raining. Jean-Yves Le Drian went home."
    assert spoken(text) == [[speaker]]
