import pytest

from onrecord.annotate.mentions import mentions


@pytest.mark.parametrize(
    ("text", "words", "label", "kb_id"),
    [
        ("Turkey signed the treaty.", "Turkey", "state", "TUR"),
        ("The US signed the treaty.", "US", "state", "USA"),
        ("A Polish minister signed.", "Polish", "demonym", "POL"),
        ("South Koreans voted.", "South Koreans", "demonym", "KOR"),
        ("Officials in Beijing agreed.", "Beijing", "capital", "CHN"),
        ("Hiroshima authorities agreed.", "Hiroshima", "city", "JPN"),
        ("The Sao Paulo police agreed.", "Sao Paulo", "city", "BRA"),
        ("Kharkiv regional governor Sam Lee agreed.", "Kharkiv", "city", "UKR"),
        ("A New Mexico court agreed.", "New Mexico", "city", "USA"),
        ("The Kremlin agreed.", "Kremlin", "institution", "rus.kremlin"),
        ("Foggy Bottom agreed.", "Foggy Bottom", "institution", "usa.state-department"),
        ("German President Ida Holm agreed.", "German", "demonym", "DEU"),
        ("The German Foreign Ministry agreed.", "German", "demonym", "DEU"),
        ("Jordan Friday closed a road.", "Jordan", "state", "JOR"),
        ("Pro-Finland fishermen of Norway agreed.", "Norway", "state", "NOR"),
        ("NATO agreed.", "NATO", "organisation", "NATO"),
        ("Hezbollah agreed.", "Hezbollah", "group", "lbn.hezbollah"),
        ("The foreign ministers met.", "foreign ministers", "office", "foreign-minister"),
        ("Wang Yi arrived.", "Wang Yi", "person", "chn.wang-yi"),
        ("Recep Tayyip Erdogan arrived.", "Recep Tayyip Erdogan", "person", "tur.erdogan-recep-tayyip"),
        ("A call with Dong Jun. Nothing came of it.", "Dong Jun.", "person", "chn.dong-jun"),
        ("Xi arrived in the city.", "Xi", "person", ""),
        ("Prime Minister Anna Kell arrived.", "Anna Kell", "person", ""),
        ("Mr. Houston arrived.", "Houston", "person", ""),
        ("Senator Lyon arrived.", "Lyon", "person", ""),
        ("Mr. Okoro arrived.", "Okoro", "person", ""),
        ("Rep. Ida Holm arrived.", "Ida Holm", "person", ""),
        ("Mr. Omar al-Dalra arrived.", "Omar al-Dalra", "person", ""),
        ("MR HOLM: We know.", "HOLM", "person", ""),
        ("Volker Turk came. Turk left.", "Turk", "person", ""),
        ("Volker Turk came. A Turk left.", "Turk", "demonym", "TUR"),
    ],
)
def test_marked(read, text, words, label, kb_id):
    marked = [(span.text, span.label_, span.kb_id_) for span in read(text).spans["actors"]]
    assert (words, label, kb_id) in marked


@pytest.mark.parametrize(
    ("text", "words", "label", "kb_id"),
    [
        ("Tripoli was quiet. The Libyan minister left.", "Tripoli", "city", "LBY"),
        ("Tripoli was quiet. The Lebanese minister left.", "Tripoli", "city", "LBN"),
        ("Tripoli was quiet.", "Tripoli", "city", ""),
        ("Tripoli was quiet. The Libyan and the Lebanese minister left.", "Tripoli", "city", ""),
        ("Georgia, Pennsylvania and Arizona voted.", "Georgia", "city", "USA"),
        ("Georgia signed in Arizona.", "Georgia", "state", "GEO"),
        ("Georgia signed in Arizona and Ohio, said Tbilisi.", "Georgia", "state", "GEO"),
    ],
)
def test_a_name_of_several_places_is_the_one_that_the_text_names(read, text, words, label, kb_id):
    [marked] = [(span.label_, span.kb_id_) for span in read(text).spans["actors"] if span.text == words]
    assert marked == (label, kb_id)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They ate turkey on Sunday.", "turkey"),
        ("The letter told us to wait.", "us"),
        ("They polish the silver.", "polish"),
        ("Jordan Smith lives here.", "Jordan"),
        ("Ships crossed the South China Sea.", "China"),
        ("Key points follow below.", "Key"),
        ("The old Harbour Bridge was closed.", "Harbour Bridge"),
    ],
)
def test_not_marked(read, text, words):
    assert words not in [span.text for span in read(text).spans["actors"]]


def test_a_place_is_no_actor_and_tells_whose_somebody_is(read):
    found = {mention.exact: (mention.actor, mention.country) for mention in mentions(read("Mumbai police left Osaka."))}
    assert found == {"Mumbai police": (None, "IND"), "Osaka": (None, "JPN")}


def test_the_longest_name_wins(read):
    marked = [span.text for span in read("The US State Department and the European Commission agreed.").spans["actors"]]
    assert marked == ["US State Department", "European Commission"]
