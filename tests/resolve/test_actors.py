"""Who is meant by names, titles and pronouns, by what stands before them."""

import pytest

from onrecord.model import FindingKind

CONTINUED = ""


def last(outcome):
    return outcome[0].statements[-1]


@pytest.mark.parametrize(
    ("text", "speaker", "actors"),
    [
        ("Foreign Minister Wang Yi met envoys. Wang said it was late.", "Wang", ["chn.wang-yi"]),
        ("Kim Jong Un met envoys. Kim said it was late.", "Kim", ["prk.kim-jong-un"]),
        ("Trump said it was late.", "Trump", ["usa.trump-donald"]),
        ("President Xi said it was late.", "President Xi", ["chn.xi-jinping"]),
        ("Antony Blinken came. Sullivan said it was late.", "Sullivan", ["named.sullivan"]),
        ("Ida Holm met envoys. Holm said it was late.", "Holm", ["named.ida-holm"]),
        ("President Obama said it was late.", "President Obama", ["usa.obama-barack"]),  # a title for life
        ("President Blinken said it was late.", "President Blinken", ["named.blinken"]),
        ("Ola Berg Holm came. Ola Holm said it was late.", "Ola Holm", ["named.ola-berg-holm"]),
        ("Ola Berg Holm came. Ida Holm said it was late.", "Ida Holm", ["named.ida-holm"]),
        ("Mr. Holm met Ida Holm and Ola Holm. Ms. Holm said it was late.", "Ms. Holm", []),
        ("Recep Erdogan said it was late.", "Recep Erdogan", ["tur.erdogan-recep-tayyip"]),
        ("Orhan Erdogan said it was late.", "Orhan Erdogan", ["named.orhan-erdogan"]),
        ("Li Qiang met Li Shangfu. Li said it was late.", "Li", []),
        ("Yesterday Chen said it was late.", "Chen", ["named.chen"]),
    ],
)
def test_names(resolved, text, speaker, actors):
    assert list(last(resolved(text, speaker)).speakers) == actors


@pytest.mark.parametrize(
    ("text", "speaker", "actors", "country"),
    [
        ("Xi Jinping came. The Chinese leader said it was late.", "The Chinese leader", ["chn.xi-jinping"], "CHN"),
        ("Antony Blinken came. The Secretary said it was late.", "The Secretary", ["usa.blinken-antony"], "USA"),
        ("The Secretary of State said it was late.", "The Secretary of State", ["usa.blinken-antony"], "USA"),
        ("The Chinese leader said it was late.", "The Chinese leader", ["chn.xi-jinping"], "CHN"),
        ("The leader said it was late.", "The leader", [], None),
        ("The Chinese mayor said it was late.", "The Chinese mayor", ["named.chinese-mayor"], "CHN"),
        ("A Chinese leader said it was late.", "A Chinese leader", ["named.chinese-leader"], "CHN"),
    ],
)
def test_titles(resolved, text, speaker, actors, country):
    found = last(resolved(text, speaker))
    assert (list(found.speakers), found.speaker_country) == (actors, country)


@pytest.mark.parametrize(
    ("published", "actors"),
    [("2018-09-01", ["usa.pompeo-mike"]), ("2025-09-01", ["usa.rubio-marco"]), (None, [])],
)
def test_an_office_is_held_by_who_held_it_on_the_day(resolved, published, actors):
    found = resolved("The Secretary of State said it was late.", "The Secretary of State", published=published)
    assert list(last(found).speakers) == actors


@pytest.mark.parametrize(
    ("text", "speakers", "actors"),
    [
        ("Xi Jinping said it rained. He said it was late.", ["Xi Jinping", "He"], ["chn.xi-jinping"]),
        ("Xi Jinping met Olaf Scholz. He said it was late.", ["He"], ["chn.xi-jinping"]),
        ("Xi Jinping met Giorgia Meloni. She said it was late.", ["She"], []),
        ("Mr. Holm met Ms. Lind. She said it was late.", ["She"], []),  # she is no subject
        ("Ms. Lind met Mr. Holm. She said it was late.", ["She"], ["named.lind"]),
        ("Ms. Lind met Mr. Holm. He said it was late.", ["He"], []),
        ("The spokeswoman spoke to Mr. Holm. He said it was late.", ["He"], []),
        ("Olaf Scholz's luck ended. He said it was late.", ["He"], ["deu.scholz-olaf"]),
        ("Friends of Olaf Scholz left. He said it was late.", ["He"], []),
        ("Danish authorities wrote. They said it was late.", ["They"], ["named.danish-authorities"]),
        ("A Danish authority wrote. They said it was late.", ["They"], []),
        ("Wang Yi and Marco Rubio let their staff go. They said it was late.", ["They"],
         ["chn.wang-yi", "usa.rubio-marco"]),
        ("Giorgia Meloni spoke and left. He said it was late.", ["He"], []),
        ("The Kremlin spoke. It said it was late.", ["It"], ["rus.kremlin"]),
        ("Wang Yi and Marco Rubio spoke. They said it was late.", ["They"], ["chn.wang-yi", "usa.rubio-marco"]),
        ("Wang Yi spoke. They said it was late.", ["They"], []),
        ("Xi Jinping said Olaf Scholz spoke. He said it was late.", ["Xi Jinping", "He"], ["chn.xi-jinping"]),
        ("Xi Jinping said it rained. Snow fell. Ice came. Wind rose. Hail hit. Fog hung. He said it was late.",
         ["He"], []),
    ],
)  # fmt: skip
def test_pronouns(resolved, text, speakers, actors):
    assert list(last(resolved(text, *speakers)).speakers) == actors


@pytest.mark.parametrize(
    ("text", "speaker", "actors"),
    [
        ("Xi Jinping met Olaf Scholz. Both sides said it was late.", "Both sides", ["CHN", "DEU"]),
        ("China met Germany in Paris. The two countries said it was late.", "The two countries", []),
        ("Xi Jinping met Joe Biden. The two presidents said it was late.", "The two presidents",
         ["chn.xi-jinping", "usa.biden-joe"]),
        ("Wang Yi met Antony Blinken. The two leaders said it was late.", "The two leaders",
         ["chn.wang-yi", "usa.blinken-antony"]),
        ("Xi Jinping met Ida Holm. The two presidents said it was late.", "The two presidents", []),
        ("Xi Jinping met Joe Biden. Some presidents said it was late.", "Some presidents", ["named.some-presidents"]),
        ("Xi Jinping met Joe Biden. Leaders in both parties said it was late.", "Leaders in both parties",
         ["named.leaders-in-both-parties"]),
    ],
)  # fmt: skip
def test_pairs(resolved, text, speaker, actors):
    assert list(last(resolved(text, speaker)).speakers) == actors


@pytest.mark.parametrize(
    ("text", "speaker", "actors", "country"),
    [
        ("The Danish foreign ministry wrote. The ministry of foreign affairs said it was late.",
         "The ministry of foreign affairs", ["dnk.foreign-ministry"], "DNK"),
        ("The Danish and Swedish ministries wrote. The ministry said it was late.", "The ministry", [], None),
        ("A statement from Denmark came. The statement said it was late.", "The statement", ["dnk.statement"], "DNK"),
        ("Officials came. The statement said it was late.", "The statement", [], None),
        ("Saudi Arabia wrote to Iran. The kingdom said it was late.", "The kingdom", ["SAU"], "SAU"),
        ("A senior Danish official said it was late.", "A senior Danish official",
         ["named.senior-danish-official"], "DNK"),
    ],
)  # fmt: skip
def test_bodies_and_documents(resolved, text, speaker, actors, country):
    found = last(resolved(text, speaker))
    assert (list(found.speakers), found.speaker_country) == (actors, country)


def test_who_goes_on_without_a_cue_is_who_spoke_before(resolved):
    found = last(resolved("Xi Jinping said it rained. The road is wet.", "Xi Jinping", CONTINUED))
    assert list(found.speakers) == ["chn.xi-jinping"]
    assert found.speaker_rule.startswith("continued")


def test_a_name_that_nothing_introduces_is_a_finding_and_nobody_is_assumed(resolved):
    text = "Ida Holm met State Councilor Qin Gang. According to a Chinese statement, Chen said it was late."
    extraction, actors, findings = resolved(text, "Chen", via="a Chinese statement")
    [finding] = findings
    assert finding.kind is FindingKind.UNKNOWN_NAME
    assert text[finding.start : finding.end] == "Chen"
    assert "'Qin Gang'" in finding.detail
    [chen] = [actor for actor in actors if actor.name == "Chen"]
    assert (chen.id, chen.country, chen.basis) == ("named.chen", "CHN", "named only by the text")
    assert extraction.statements[0].via == "chn.statement"


@pytest.mark.parametrize("text", ["Mr. Okoro said it was late.", "Ida Okoro came. Okoro said it was late."])
def test_an_introduced_name_is_no_finding(resolved, text):
    assert resolved(text, "Okoro")[2] == ()


def test_actors_carry_their_mentions_in_order(resolved):
    _, actors, _ = resolved("Xi Jinping came. The Chinese leader said it was late.", "The Chinese leader")
    [leader] = [actor for actor in actors if actor.id == "chn.xi-jinping"]
    assert [one.exact for one in leader.mentions] == ["Xi Jinping", "The Chinese leader"]
    assert (leader.wikidata, leader.basis) == ("Q15031", "knowledge base")
    assert "president" in leader.offices


def test_a_person_acts_for_where_they_serve_on_the_day(resolved):
    def country(published):
        return last(resolved("Mark Rutte said it was late.", "Mark Rutte", published=published)).speaker_country

    assert (country("2020-05-05"), country("2025-05-05")) == ("NLD", "NATO")
