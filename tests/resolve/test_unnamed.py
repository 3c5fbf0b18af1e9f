"""People whom a text tells by their office alone, and who they turn out to be."""

import pytest

from onrecord.model import ActorKind
from onrecord.model.rules import ActorRule

HOLM = "named.ida-holm"


def speakers(outcome):
    return [list(one.speakers) for one in outcome[0].statements]


@pytest.mark.parametrize(
    ("text", "spoken", "actors"),
    [
        ("Denmark's mayor said it was late. The mayor said it was dark.", ["Denmark's mayor", "The mayor"],
         ["named.denmark-s-mayor"] * 2),
        ("Denmark's mayor said it was late. He said it was dark.", ["Denmark's mayor", "He"],
         ["named.denmark-s-mayor"] * 2),
        ("The mayor said it was late. The governor said it was dark.", ["The mayor", "The governor"], [None, None]),
        ("A Danish spokesman said it was late. The spokesman said it was dark.",
         ["A Danish spokesman", "The spokesman"], ["named.danish-spokesman"] * 2),
        ("A Danish spokesman said it was late. A spokesman said it was dark.", ["A Danish spokesman", "A spokesman"],
         ["named.danish-spokesman", "named.spokesman"]),
        ("Olaf Scholz's spokesman said it was late. The chancellor's spokesman said it was dark.",
         ["Olaf Scholz's spokesman", "The chancellor's spokesman"], ["named.olaf-scholz-s-spokesman"] * 2),
        ("Olaf Scholz's spokesman said it was late. Wang Yi's spokesman said it was dark.",
         ["Olaf Scholz's spokesman", "Wang Yi's spokesman"],
         ["named.olaf-scholz-s-spokesman", "named.wang-yi-s-spokesman"]),
        ("A Danish official said it was late. He said it was dark.", ["A Danish official", "He"],
         ["named.danish-official"] * 2),
        ("A Danish official said it was late. The official said it was dark.", ["A Danish official", "The official"],
         ["named.danish-official"] * 2),
        ("A Danish official said it was late. A Danish official said it was dark.",
         ["A Danish official", "A Danish official"], ["named.danish-official", "named.danish-official-2"]),
        ("Danish officials said it was late. They said it was dark.", ["Danish officials", "They"],
         ["named.danish-officials"] * 2),
        ("Danish officials said it was late. The official said it was dark.", ["Danish officials", "The official"],
         ["named.danish-officials", None]),
        ("The war said it was late.", ["The war"], [None]),
    ],
)  # fmt: skip
def test_an_office_tells_one_person(resolved, text, spoken, actors):
    assert speakers(resolved(text, *spoken)) == [[actor] if actor else [] for actor in actors]


def test_who_is_told_by_an_office_is_a_person_of_its_state(resolved):
    _, known, _ = resolved("Denmark's mayor said it was late.", "Denmark's mayor")
    assert (known[0].name, known[0].kind, known[0].country) == ("Denmark's mayor", ActorKind.PERSON, "DNK")


def test_the_unnamed_are_marked_as_such(resolved):
    _, known, _ = resolved("Many residents said it was late.", "Many residents")
    assert (known[0].name, known[0].kind, known[0].basis) == ("Many residents", ActorKind.GROUP, ActorRule.UNNAMED)


@pytest.mark.parametrize(
    ("text", "spoken", "actors", "country"),
    [
        ("A Danish spokeswoman said it was late. Ida Holm said it was dark.", ["A Danish spokeswoman", "Ida Holm"],
         [HOLM, HOLM], "DNK"),
        ("Denmark's harbour mayor said it was late. Captain Ida Holm said it was dark.",
         ["Denmark's harbour mayor", "Captain Ida Holm"], [HOLM, HOLM], "DNK"),
        ("A Danish spokesman said it was late. Ms. Ida Holm said it was dark.", ["A Danish spokesman", "Ms. Ida Holm"],
         ["named.danish-spokesman", HOLM], None),
        ("Ida Holm came. A Danish spokeswoman said it was late. Ida Holm said it was dark.",
         ["A Danish spokeswoman", "Ida Holm"], ["named.danish-spokeswoman", HOLM], None),
        ("A Danish spokeswoman said it was late. Analyst Ida Holm said it was dark.",
         ["A Danish spokeswoman", "Analyst Ida Holm"], ["named.danish-spokeswoman", HOLM], None),
        ("Denmark said it was late. Ida Holm said it was dark.", ["Denmark", "Ida Holm"], ["DNK", HOLM], None),
    ],
)  # fmt: skip
def test_a_name_just_after_an_office_tells_who_holds_it(resolved, text, spoken, actors, country):
    outcome = resolved(text, *spoken)
    assert speakers(outcome) == [[actor] for actor in actors]
    assert outcome[0].statements[-1].speaker_country == country


def test_a_title_of_somebody_without_a_country_gives_none_by_nearness(resolved):
    text = "Admiral Ida Holm left. Denmark said it was late. The admiral said it was dark."
    found = resolved(text, "Denmark", "The admiral")[0].statements[-1]
    assert (found.speakers, found.speaker_country) == ((HOLM,), None)


@pytest.mark.parametrize(
    ("text", "actor", "country"),
    [
        ("The Danish mayor, Ida Holm, said it was late.", HOLM, "DNK"),
        ("A senior Danish aide, Ida Holm, said it was late.", HOLM, "DNK"),
        ("The Danish mayor, a friend of Ida Holm, said it was late.", "named.danish-mayor", "DNK"),
        ("First Deputy Chief of the General Staff Ida Holm said it was late.", HOLM, None),
        ("Ida Holm is a leader. The leader of the Anti-Frost League said it was late.",
         "named.leader-of-the-anti-frost-league", None),
        ("Vatican Secretary of State Pietro Parolin came. The Vatican's secretary of state said it was late.", 
         "vat.parolin-pietro", "VAT"),
        ("The Vatican's secretary of state said it was late.", "named.vatican-s-secretary-of-state", "VAT"),
        ("The U.S. secretary of state said it was late.", "usa.blinken-antony", "USA"),
        ("Danish senator Ida Holm left. Danish senator Ola Berg left. " + "It rained. " * 60
         + "Danish senator Ida Holm came. The Danish senator said it was late.", HOLM, "DNK"),
        ("Danish senator Ida Holm left. Danish senator Ola Berg left. The Danish senator said it was late.", None,
         "DNK"),
        ("The Danish foreign ministry wrote. Ida Holm, an aide at the ministry, said it was late.", HOLM, "DNK"),
        ("The Danish foreign ministry wrote. Ida Holm, a critic of the ministry, said it was late.", HOLM, None),
        ("Miguel Lund Rios left. Lund said it was late.", "named.miguel-lund-rios", None),
        ("The Merkel-Macron plan failed. Merkel said it was late.", "deu.merkel-angela", "DEU"),
        ("Ida Holm, chair of the Danish Council on Foreign Relations, said it was late.", HOLM, "DNK"),
        ("The Council on Foreign Relations said it was late.", "usa.cfr", "USA"),
        ("The UN Security Council met. The Security Council said it was late.", "uno.security-council", "UNO"),
        ("The Arden Security Council met. The Security Council said it was late.", "named.security-council", None),
    ],
)  # fmt: skip
def test_the_name_beside_a_title_and_whose_it_is(record_of, text, actor, country):
    found = record_of(text, published="2023-09-01").statements[-1]
    assert (found.speakers, found.speaker_country) == ((actor,) if actor else (), country)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Danish senator and presidential candidate said it was late.", 1),
        ("The Danish president and prime minister said it was late.", 2),
        ("The Danish senator and the mayor said it was late.", 2),
    ],
)
def test_two_titles_of_one_person(record_of, text, actors):
    assert len(record_of(text, published="1990-01-01").statements[-1].speakers) == actors
