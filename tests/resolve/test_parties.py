"""Between whom an event was: "our meeting" is of both who met, and what is asked is asked of whom one speaks to."""

import pytest

CALL = "President Emmanuel Macron spoke with President Vladimir Putin by phone on Monday."


@pytest.fixture(scope="session")
def sides(record_of):
    """A text and words of a trigger -> the countries of both sides of its event."""

    def sides(text, trigger):
        (event,) = [event for event in record_of(text).events if event.trigger.exact == trigger]
        return [*event.sources], [*event.targets]

    return sides


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        (f'{CALL} "We agreed to talk again," Putin said.', "agreed", (["FRA", "RUS"], ["FRA", "RUS"])),
        (f"{CALL} They agreed to talk again.", "agreed", (["FRA", "RUS"], ["FRA", "RUS"])),
        (f'{CALL} "Our countries agreed to talk again," Putin said.', "agreed", (["FRA", "RUS"], ["FRA", "RUS"])),
        (f'{CALL} "Our ministers agreed to talk again," Putin said.', "agreed", ([], [])),
        (f"{CALL} Macron agreed to open a border.", "agreed", (["FRA"], [])),
        ('France and Russia have long coasts. "We agreed to talk again," a student said.', "agreed", ([], [])),
        ('"We agreed to open a border," Polish President Andrzej Duda said.', "agreed", (["POL"], [])),
        (
            "Macron sent a letter to Japan. He threatened a tariff on the country's exports.",
            "threatened a tariff",
            (["FRA"], ["JPN"]),
        ),
        (
            "Macron visited Gabon. He said France is ready to work with the African country.",
            "ready",
            (["FRA"], ["GAB"]),
        ),
        ("Macron visited Gabon. He said France is ready to work with the host country.", "ready", (["FRA"], [])),
        ("Macron praised Gabon and Chad. He accused the country of theft.", "accused", (["FRA"], [])),
        (
            "Thailand shelled Cambodia. Malaysia offered to facilitate talks between the two countries.",
            "offered",
            (["MYS"], ["THA", "KHM"]),
        ),
        (
            "Thailand shelled Cambodia and Laos. Malaysia offered to facilitate talks between the two countries.",
            "offered",
            (["MYS"], []),
        ),
        (
            "Danish minister Ida Brandt met Swedish minister Ola Lind and Finnish mayor Ada Holm. "
            "The two ministers condemned Norway.",
            "condemned",
            (["DNK", "SWE"], ["NOR"]),
        ),
        ("Macron was to visit China in May. His trip was postponed.", "trip", (["FRA"], ["CHN"])),
        ("Japan imposed tariffs on Chad. Chad retaliated.", "retaliated", (["TCD"], ["JPN"])),
        ("Japan imposed tariffs on Peru. Chad retaliated.", "retaliated", (["TCD"], [])),
        ("Japan imposed tariffs on Chad. Chad retaliated against Peru.", "retaliated", (["TCD"], ["PER"])),
        (
            "Tension rose in Japan and Chad, and both countries signed a deal.",
            "signed a deal",
            (["JPN", "TCD"], ["JPN", "TCD"]),
        ),
        (
            "Tension rose in Japan and Chad. Turkish-Greek ties cooled. Both countries signed a deal.",
            "signed a deal",
            ([], []),
        ),
        ("Macron was to visit China in May. His trip to Asia was postponed.", "trip", (["FRA"], [])),
        ("Macron was to visit China. He was to visit Japan. His trip was postponed.", "trip", (["FRA"], [])),
        ("Iran attacked Iraq. Iran's military build-up went on.", "build-up", (["IRN"], ["IRQ"])),
        ("Iran attacked Iraq. Syria's military build-up went on.", "build-up", (["SYR"], [])),
        ("In a letter to Catherine Colonna, Lavrov demanded a new treaty.", "demanded", (["RUS"], ["FRA"])),
        ("Lavrov demanded a new treaty from Poland.", "demanded", (["RUS"], ["POL"])),
        ("In a letter to Catherine Colonna, Lavrov urged an end to Russia's isolation.", "urged", (["RUS"], ["FRA"])),
        ("Lavrov urged an end to Russia's isolation.", "urged", (["RUS"], [])),
        (f"{CALL} Putin said that trade matters. France should open its border.", "should", (["RUS"], ["FRA"])),
    ],
)
def test_parties(sides, text, trigger, parties):
    assert sides(text, trigger) == parties


def test_those_who_do_it_together_do_it_with_each_other(record_of):
    (event,) = record_of("Poland and France pledged stronger cooperation.").events
    assert event.source_rules == ("institution: named",)
    assert event.target_rules == ("institution: named", "inferred: with each other, who do it together")


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Poland urged France to open its border.", "institution: named", "institution: named"),
        (
            "In a letter to Catherine Colonna, Lavrov demanded a new treaty.",
            "surname: the only one of the name in the knowledge base",
            "inferred: whom the words address",
        ),
        ("Lavrov demanded a new treaty.", "surname: the only one of the name in the knowledge base", None),
        (
            "The Polish police arrested journalists.",
            "institution: described by the text",
            "anonymous: a description and no name; inferred: of the other side's state",
        ),
        (
            "Rebels attacked the police in Poland.",
            "anonymous: a description and no name; inferred: of the place where it happened",
            "institution: by its own words; inferred: of the place where it happened",
        ),
        (
            f"{CALL} Putin said that trade matters. France should open its border.",
            "inferred: who is reported to say it",
            "institution: named",
        ),
    ],
)
def test_the_rules_tell_which_party_is_inferred(record_of, text, sources, targets):
    event = record_of(text).events[-1]
    assert (event.source_rules, event.target_rules) == ((sources,), (targets,) if targets else ())


@pytest.mark.parametrize(
    "text",
    [
        "France should open its border.",
        "Macron said that France should open its border.",
        f"{CALL} Putin said that trade matters. Russia should open its border.",
        f"{CALL} Putin said that trade matters. The weather should clear.",
    ],
)
def test_what_nobody_of_another_state_asks_for_is_no_demand(record_of, text):
    assert [event for event in record_of(text).events if event.type == "REQUEST"] == []
