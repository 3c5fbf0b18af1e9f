"""The country of people and bodies without a name, and the rule that tells it."""

import pytest


def last(outcome):
    return outcome[0].statements[-1]


@pytest.mark.parametrize(
    ("text", "speakers", "country", "rule"),
    [
        ("Saudi Arabia wrote. The kingdom's harbour authority said it was late.", ["The kingdom's harbour authority"],
         "SAU", "whose it is"),
        ("A town wrote. The town's harbour authority said it was late.", ["The town's harbour authority"], None, ""),
        ("Denmark wrote. Its envoy said it was late.", ["Its envoy"], "DNK", "known to hold"),
        ("Wang Yi met Antony Blinken. Wang Yi and his interlocutors said it was late.",
         ["Wang Yi and his interlocutors"], None, "joined"),
        ("Denmark and its allies said it was late.", ["Denmark and its allies"], None, "joined"),
        ("Danish officials said it rained. The officials said it was late.", ["Danish officials", "The officials"],
         "DNK", "so called before"),
        ("Danish officials said it rained. Residents said it was late.", ["Danish officials", "Residents"], None, ""),
        ("Denmark said it rained. A senior official said it was late.", ["Denmark", "A senior official"], "DNK",
         "who spoke before"),
        ("Denmark said it rained. A rights activist said it was late.", ["Denmark", "A rights activist"], None, ""),
        ("It rained in Aarhus, Denmark. Local officials said it was late.", ["Local officials"], "DNK", "place named"),
        ("It rained in the north. Local officials said it was late.", ["Local officials"], None, ""),
        ("Denmark waited, with senior officials said it was late.", ["senior officials"], "DNK", "subject"),
        ("Aides, with officials and farmers said it was late.", ["officials and farmers"], None, "joined"),
        ("Denmark waited. It was cold, with senior officials said it was late.", ["senior officials"], None, ""),
        ("Denmark said it rained. The two ministers said it was late.", ["Denmark", "The two ministers"], None, "both"),
        ("Denmark froze. Danish rain fell. In Denmark it snowed. 171 countries said it was late.", ["171 countries"],
         None, ""),
        ("Denmark froze. Danish rain fell. In Denmark it snowed. The war said it was late.", ["The war"], None, ""),
        ("Denmark froze. Danish rain fell. In Denmark it snowed. A lorry driver thawed. Voters said it was late.",
         ["Voters"], "DNK", "setting"),
        ("Denmark froze. Danish rain fell. In Denmark it snowed. A lorry thawed. The moderator said it was late.",
         ["The moderator"], None, ""),
        ("Denmark froze. Danish rain fell. In Denmark and Sweden it snowed. Sweden thawed. Voters said it was late.",
         ["Voters"], None, ""),
    ],
)  # fmt: skip
def test_country(resolved, text, speakers, country, rule):
    found = last(resolved(text, *speakers))
    assert found.speaker_country == country
    assert rule in found.speaker_rule


def test_allies_are_of_no_one_state(resolved):
    text = "China wrote to Denmark. Danish rain fell on China. Denmark and its allies said it was late."
    _, known, _ = resolved(text, "Denmark and its allies")
    assert [actor.country for actor in known if actor.name == "allies"] == [None]


def test_a_group_beside_a_name_is_an_actor_of_the_other_party(resolved):
    found, known, _ = resolved(
        "Wang Yi met Antony Blinken. Wang Yi and his interlocutors said it was late.", "Wang Yi and his interlocutors"
    )
    assert found.statements[-1].speakers == ("chn.wang-yi", "named.interlocutors")
    assert [(actor.name, actor.country) for actor in known][-1] == ("interlocutors", "USA")


@pytest.mark.parametrize(
    ("text", "speaker", "actors"),
    [
        ("Denmark wrote. Its navy said it was late.", "Its navy", ["dnk.military"]),
        ("Denmark wrote. Its kitchen staff said it was late.", "Its kitchen staff", []),
        ("It rained. Its navy said it was late.", "Its navy", []),
    ],
)
def test_bodies_of_the_one_named_before(resolved, text, speaker, actors):
    assert list(last(resolved(text, speaker)).speakers) == actors


@pytest.mark.parametrize(
    ("text", "speaker", "names"),
    [
        ("Danish and Swedish officials said it was late.", "Danish and Swedish officials",
         [("Danish officials", "DNK"), ("Swedish officials", "SWE")]),
        ("Danish and tired officials said it was late.", "Danish and tired officials",
         [("Danish and tired officials", "DNK")]),
    ],
)  # fmt: skip
def test_officials_of_several_states(resolved, text, speaker, names):
    found, known, _ = resolved(text, speaker)
    assert [(actor.name, actor.country) for actor in known if actor.id in found.statements[0].speakers] == names
