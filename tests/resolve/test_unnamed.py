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
