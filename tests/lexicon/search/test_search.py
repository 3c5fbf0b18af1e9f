import pytest

from onrecord import lexicon
from onrecord.lexicon.search import Query, country_code, search
from onrecord.lexicon.search.origins import origins
from onrecord.model import EntryKind

KNOWLEDGE = """
[[states]]
id = "XNL"
name = "Norland"
adjectives = ["Norlandic"]
peoples = ["Norlanders"]
capitals = ["Haldenby"]

[[places]]
name = "Port Ilse"
country = "XNL"

[[institutions]]
id = "xnl.coast-watch"
name = "Royal Coast Watch"
country = "XNL"

[[people]]
id = "xnl.ozturk-elise"
name = "Élise Öztürk"
family = "Öztürk"
aliases = ["Elise Oeztuerk"]
country = "XNL"
terms = ["foreign-minister 2031-01-02/2033-05", "prime-minister 2033-06/"]

[[people]]
id = "xnl.varn-tomas"
name = "Tomas Varn"
family = "Varn"
country = "XNL"
terms = ["foreign-minister 2033-06/"]
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    file = tmp_path_factory.mktemp("knowledge") / "mine.toml"
    file.write_text(KNOWLEDGE, encoding="utf-8")
    return (file,)


@pytest.fixture(scope="module")
def known(files):
    return lexicon.load(files)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Élise Öztürk", "xnl.ozturk-elise"),
        ("elise ozturk", "xnl.ozturk-elise"),
        ("ozturk elise", "xnl.ozturk-elise"),
        ("OZTURK", "xnl.ozturk-elise"),
        ("oeztuerk", "xnl.ozturk-elise"),
        ("ozt", "xnl.ozturk-elise"),
        ("xnl.ozturk-elise", "xnl.ozturk-elise"),
        ("norlandic", "XNL"),
        ("haldenby", "XNL"),
        ("X.N.L.", "XNL"),
        ("coast watch", "xnl.coast-watch"),
        ("port ilse", "Port Ilse, XNL"),
        ("norlandic foreign minister", "xnl.varn-tomas"),  # who is in office before who was
        ("top diplomat of norland", "xnl.varn-tomas"),
        ("varn foreign", "xnl.varn-tomas"),
        ("u.s.", "USA"),
        ("quai dorsay", "fra.quai-dorsay"),
    ],
)
def test_first_found(known, words, first):
    assert search(known, Query(words=words)).cards[0].id == first


@pytest.mark.parametrize(
    "words",
    [
        "varn prime minister",  # he never was
        "varn sudmark",
        "o",  # too short to stand for all that begin so
        "haldenbyish",
        "varn varney",
    ],
)
def test_not_found(known, words):
    assert [card.id for card in search(known, Query(words=words)).cards if card.country == "XNL"] == []


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("ozturc", "Öztürk"),
        ("Elise Ozturck", "Élise Öztürk"),
        ("norlandik foreign minister", "norlandic foreign minister"),
        ("haldenbi", "Haldenby"),
    ],
)
def test_near_spellings_find_something(known, words, near):
    answer = search(known, Query(words=words))
    assert answer.cards == ()
    assert near in answer.near
    assert all(search(known, Query(words=spelling)).cards for spelling in answer.near)


def test_nothing_near_what_is_like_nothing(known):
    assert search(known, Query(words="qqxzzv")).near == ()


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2031-01-01", {}),
        ("2031-01-02", {"xnl.ozturk-elise": ["foreign-minister"]}),
        ("2034-01-01", {"xnl.ozturk-elise": ["prime-minister"], "xnl.varn-tomas": ["foreign-minister"]}),
    ],
)
def test_who_held_what_on_a_day(known, day, held):
    cards = search(known, Query(country="XNL", on=day)).cards
    assert {card.id: [term.office for term in card.terms] for card in cards} == held


def test_an_office_and_a_day_give_its_holder_then(known):
    cards = search(known, Query(words="foreign minister", country="XNL", on="2032-01-01")).cards
    assert [card.id for card in cards] == ["xnl.ozturk-elise"]


def test_only_a_kind_of_a_country(known):
    found = search(known, Query(country="XNL", kind=EntryKind.PLACE)).cards
    assert [card.id for card in found] == ["Port Ilse, XNL"]


@pytest.mark.parametrize(
    ("written", "code"),
    [("XNL", "XNL"), ("norland", "XNL"), ("Norlandic", "XNL"), ("NATO", "NATO"), ("Atlantis", None), ("Lavrov", None)],
)
def test_country_code(known, written, code):
    assert country_code(known, written) == code


def test_where_an_entry_is_from(known, files):
    mine = search(known, Query(words="Tomas Varn")).cards
    place = search(known, Query(words="Port Ilse", country="XNL")).cards
    ours = search(known, Query(words="USA")).cards[:1]
    assert list(origins((*mine, *place, *ours), files).values()) == ["mine.toml", "mine.toml", "built in"]
