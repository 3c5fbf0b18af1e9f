"""Accounts of one meeting are found among others, and what is like them and tells of another is left out."""

import pytest

from onrecord.views.compare.meetings import Ground, meetings

NORTH = "President Ilse Brandt of Norway met today with President Mateo Rojas of Chile in Oslo."
SOUTH = "President Mateo Rojas of Chile met President Ilse Brandt of Norway. The two presidents discussed tariffs."
CALL = "President Mateo Rojas of Chile had a telephone call with President Ilse Brandt of Norway."
VIDEO = "President Mateo Rojas of Chile held a video call with President Ilse Brandt of Norway."
TRIP = (
    "President Mateo Rojas of Chile visited Norway on 12 May 2031.\n\nOn the visit, President Rojas met with King Olav "
    "Lunde of Norway.\n\nPresident Rojas also met President Ilse Brandt of Norway and spoke of tariffs.\n"
)
KING = "King Olav Lunde of Norway met today with President Mateo Rojas of Chile."
THREE = "President Ilse Brandt of Norway met with President Mateo Rojas of Chile and President Wanja Otieno of Kenya."
OTHERS = "Foreign Minister Nora Dahl of Norway met today with Foreign Minister Pilar Soto of Chile."
ASIDE = (
    "President Mateo Rojas of Chile met President Wanja Otieno of Kenya. President Rojas recalled that he had met "
    "President Ilse Brandt of Norway."
)
STATE = "President Mateo Rojas of Chile met today with Norway in Oslo."
JOINT = "Joint statement\n\nNorway and Chile agreed to lower tariffs. Norway and Chile said that they would meet again."


@pytest.fixture
def found(read, words):
    """Texts with their days, by where they stand -> the meetings that they are accounts of, each with its letters."""

    def found(*told):
        records = [
            read(text, f"https://www.president{number}.{land}/{number}", published_otherwise=day)
            for number, (text, land, day) in enumerate(told)
        ]
        return [
            ["abcdefgh"[[record.document.uri for record in records].index(account.uri)] for account in meeting.accounts]
            for meeting in meetings(records, words)
        ]

    return found


NO, CL, KE = "no", "cl", "ke"
DAY, NEXT, LATER = "2031-05-12", "2031-05-13", "2031-05-15"


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        ([(NORTH, NO, DAY), (SOUTH, CL, DAY)], ["ab"]),
        ([(NORTH, NO, DAY), (SOUTH, CL, NEXT)], ["ab"]),  # put out the next morning
        ([(NORTH, NO, DAY), (SOUTH, CL, LATER)], []),
        ([(NORTH, NO, DAY), (SOUTH, CL, None)], ["ab"]),  # nothing keeps them apart
        ([(NORTH, NO, DAY), (NORTH + " They spoke at length.", NO, DAY)], []),  # two texts of one side
        ([(NORTH, NO, DAY), (CALL, CL, DAY)], []),
        ([(VIDEO, NO, DAY), (CALL, CL, DAY)], ["ab"]),
        ([(NORTH, NO, DAY), (CALL, CL, DAY), (SOUTH, CL, DAY)], ["ac"]),
        ([(NORTH, NO, DAY), (OTHERS, CL, DAY)], []),
        ([(NORTH, NO, DAY), (OTHERS, NO, DAY), (SOUTH, CL, DAY)], ["ac"]),
        ([(NORTH, NO, DAY), (THREE, KE, DAY)], []),
        ([(THREE, NO, DAY), (THREE + " They spoke of tariffs.", KE, DAY), (SOUTH, CL, DAY)], ["ab"]),
        ([(NORTH, NO, DAY), (ASIDE, CL, DAY)], []),  # only told in passing
        ([(NORTH, NO, DAY), (TRIP, CL, DAY)], ["ab"]),  # one meeting of a visit
        ([(NORTH, NO, DAY), (TRIP, CL, DAY), (KING, NO, DAY)], ["ab", "bc"]),
        ([(NORTH, NO, DAY), (STATE, CL, DAY)], []),  # whom he met is not known
        ([(NORTH, NO, DAY), (STATE + " He praised President Ilse Brandt of Norway.", CL, DAY)], ["ab"]),
        ([(NORTH, NO, DAY), (JOINT, CL, DAY)], []),
        ([(NORTH, NO, DAY), (SOUTH, CL, DAY), (SOUTH + " Both spoke of salmon.", CL, DAY)], ["abc"]),
    ],
)
def test_accounts_of_one_meeting(found, told, pairs):
    assert found(*told) == [list(pair) for pair in pairs]


def test_the_nearer_day_counts(found):
    told = [(NORTH, NO, DAY), (NORTH + " They spoke again.", NO, NEXT), (SOUTH, CL, DAY), (SOUTH + " Yes.", CL, NEXT)]
    assert found(*told) == [["a", "c"], ["b", "d"]]


def test_what_may_be_of_either_is_of_none(found):
    assert found((NORTH, NO, DAY), (NORTH + " They spoke again.", NO, LATER), (SOUTH, CL, None)) == []


def test_what_they_share_is_told(read, words):
    texts = ((NORTH, "https://a.no/1", DAY), (VIDEO.replace("held a video call", "talked"), "https://b.cl/2", NEXT))
    (one,) = meetings([read(text, uri, published_otherwise=day) for text, uri, day in texts], words)
    assert {reason.ground: reason.text for reason in one.reasons} == {
        Ground.PEOPLE: "Ilse Brandt and Mateo Rojas in both",
        Ground.DAY: "Monday 12 May 2031 in a, published Tuesday 13 May 2031 in b",
        Ground.KIND: "meeting in a, talks in b",
    }
    assert (one.kind, one.date, one.countries) == ("meeting", DAY, ("CHL", "NOR"))
    assert [(account.key, account.side) for account in one.accounts] == [("a", "NOR"), ("b", "CHL")]


def test_nothing_is_found_in_nothing(words):
    assert meetings([], words) == ()


def test_many_are_not_held_against_each_other(read, words, monkeypatch):
    """Of each, those alone are looked at that name the same people on these days."""
    from onrecord.views.compare import same_meeting

    names = ["Berg", "Dahl", "Foss", "Gran", "Holm", "Iversen", "Juul", "Krogh", "Lie", "Moen"]
    records = [
        read(
            text.replace("Brandt", name), f"https://{name}.{land}/", published_otherwise=f"2031-05-{3 * number + 1:02}"
        )
        for number, name in enumerate(names)
        for text, land in ((NORTH, NO), (SOUTH, CL))
    ]
    asked = []
    may_be_one = same_meeting.may_be_one
    monkeypatch.setattr(same_meeting, "may_be_one", lambda *pair: asked.append(pair) or may_be_one(*pair))
    assert len(meetings(records, words)) == len(names)
    assert len(asked) == len(names)
