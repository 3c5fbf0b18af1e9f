"""Lines in capitals and in title case, read in the case of running text, each character in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.casing import NO_CASING, recased
from onrecord.annotate.stretches import Stretch
from onrecord.model import BlockKind, Page
from onrecord.pipeline import load_tools, process


def pieces(*texts):
    return [
        Stretch(kind=BlockKind.PARAGRAPH, block=number, text=text, places=range(len(text)))
        for number, text in enumerate(texts)
    ]


@pytest.fixture(scope="session")
def cased(tools):
    """The first of several texts of one document, as it is read."""
    return lambda *texts: recased(pieces(*texts), tools.reader.casing)[0].text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NORWAY HAILS TALKS WITH NATO", "Norway hails talks with NATO"),
        ("US, CHINA TO RESUME MILITARY TALKS", "US, China to resume military talks"),
        ("CHILE’S ENVOY SAYS OSLO ISN'T READY", "Chile’s envoy says Oslo isn't ready"),
        ("I THINK THAT OSLO WILL AGREE. TALKS BEGIN ON MAY 3.", "I think that Oslo will agree. Talks begin on May 3."),
        ("WHO WILL PAY FOR THIS WAR?", "Who will pay for this war?"),  # not the health organisation
        ("PROTESTERS MAY RETURN ON MONDAY", "Protesters may return on Monday"),
        ("ORLEN MEETS O'BRIEN IN N'DJAMENA", "Orlen meets O'Brien in N'Djamena"),
        ("İZMİR TALKS FAIL, SAYS HE", "İzmir talks fail, says he"),  # "İ" is two characters when small
        ("GROẞE KOALITION BACKS THE TREATY", "Große Koalition backs the treaty"),
        ("ŉ VARGA SAYS TALKS WILL RESUME", "ŉ Varga says talks will resume"),  # a letter that is two when it is large
        ("VARGA HAILS THE JBVN AGREEMENT", "Varga hails the JBVN agreement"),
        ("Norway Hails Talks With NATO", "Norway hails talks with NATO"),
        ("U.S. and EU Agree on Tariffs", "U.S. and EU agree on tariffs"),
        ("What It Means for Us: Talks Resume in Oslo", "What it means for us: talks resume in Oslo"),
        ("Orlen’s Brother Hails Deal With Norway", "Orlen’s brother hails deal with Norway"),
        ("WARSAW, Poland (XP) — The talks will resume.", "Warsaw, Poland (XP) — The talks will resume."),
        ("OSLO — The talks will resume.", "Oslo — The talks will resume."),
        ("MR. ORLEN: WE WILL SIGN IT SOON.", "MR. ORLEN: We will sign it soon."),
        ("It is late. THE TALKS HAVE FAILED AGAIN. They left.", "It is late. The talks have failed again. They left."),
    ],
)
def test_lines_set_in_a_case_of_their_own(cased, written, read):
    assert cased(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "President Varga of Norway met President Orlen of Chile.",  # a sentence of names
        "President Anna Varga Met Orlen’s envoy in Oslo.",  # one capital too many
        "Ada Holm, Foreign Minister of Norway",
        "MR. ORLEN: We will sign it soon.",
        "ORLEN — We will sign it soon.",  # a speaker; no place is called so
        "NATO, EU and ASEAN",
        "We met in Said.",
        "Joint Statement",
        "BREAKING NEWS",
        "They discussed the START treaty and the INF treaty.",
        "",
        "12. 13. 14.",
        "VOB—",
    ],
)
def test_what_is_no_such_line_stays(cased, text):
    assert cased(text) == text


@pytest.mark.parametrize(
    ("headline", "body", "read"),
    [
        ("MCORLEN WARNS VON DER HOLM", "He told McOrlen that von der Holm was late.", "McOrlen warns von der Holm"),
        ("BEECH WILL NOT SIGN THE TREATY", "He said that Beech is ill.", "Beech will not sign the treaty"),
        ("BEECH WILL NOT SIGN THE TREATY", "They sat under a beech.", "Beech will not sign the treaty"),
        ("WHY BEECH IS OUT OF FASHION", "They sat under a beech.", "Why beech is out of fashion"),
        ("WHY BEECH IS OUT OF FASHION", "He said that Beech is ill.", "Why Beech is out of fashion"),
        ("Orlen Backs Jut and Vob", "The JUT said that Vob is late, and the JUT is right.", "Orlen backs JUT and Vob"),
    ],
)
def test_the_running_text_tells_what_is_a_name(cased, headline, body, read):
    assert cased(headline, body) == read


def test_without_knowledge_every_line_stays():
    text = "NORWAY HAILS TALKS WITH NATO"
    assert [piece.text for piece in recased(pieces(text), NO_CASING)] == [text]


@given(st.lists(st.text(max_size=40) | st.sampled_from(["NORWAY HAILS TALKS", "Talks Resume In Oslo", "a\u0301"])))
def test_no_character_moves(texts):
    before = pieces(*texts)
    after = recased(before, load_tools().reader.casing)
    assert [len(piece.text) for piece in after] == [len(piece.text) for piece in before]
    for one, other in zip(before, after, strict=True):
        assert one.places == other.places
        same = [(a, b) for a, b in zip(one.text, other.text, strict=True) if a != b]
        assert all(a.lower()[0] == b.lower()[0] for a, b in same)


@pytest.mark.parametrize(
    "text",
    [
        "NORWAY’S PRESIDENT, ANNA VARGA, SAID ON MONDAY THAT TALKS WITH CHILE WOULD RESUME.",
        "Norway’s President, Anna Varga, Said on Monday That Talks With Chile Would Resume.",
    ],
)
def test_who_says_what_in_capitals(tools, text):
    record = process(Page(uri="x", content=text.encode()), tools)
    [said] = record.statements
    assert said.speaker_country == "NOR"
    assert [part.exact.casefold() for part in said.content] == ["talks with chile would resume"]
    assert said.content[0].exact in text
