"""Bodies and groups that only the text knows, by its own words; what "the group" and "the office" mean."""

import pytest

from onrecord.model import ActorKind


def last(outcome):
    return outcome[0].statements[-1]


@pytest.mark.parametrize(
    ("text", "speaker", "actors", "names"),
    [
        ("The Merrow harbour agency said it was late.", "The Merrow harbour agency",
         ["named.merrow-harbour-agency"], ["Merrow harbour agency"]),
        ("The harbour agency said it was late.", "The harbour agency", ["named.harbour-agency"], ["harbour agency"]),
        ("Danish authorities said it was late.", "Danish authorities", ["named.danish-authorities"],
         ["Danish authorities"]),
        ("Police said it was late.", "Police", ["named.police"], ["Police"]),
        ("Another group, Clean Harbour Watch, said it was late.", "Another group, Clean Harbour Watch,",
         ["named.clean-harbour-watch"], ["Clean Harbour Watch"]),
        ("The agency said it was late.", "The agency", [], []),  # any
        ("Some rights groups said it was late.", "Some rights groups", [], []),  # nobody in particular
        ("Two Merrow harbour agencies said it was late.", "Two Merrow harbour agencies", [], []),
    ],
)  # fmt: skip
def test_bodies_that_the_text_describes(resolved, text, speaker, actors, names):
    found, known, _ = resolved(text, speaker)
    assert list(found.statements[-1].speakers) == actors
    assert [actor.name for actor in known if actor.id in actors] == names


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("The harbour agency said it was late.", "The harbour agency", ActorKind.INSTITUTION),
        ("The Merrow rights group said it was late.", "The Merrow rights group", ActorKind.GROUP),
        ("Danish authorities said it was late.", "Danish authorities", ActorKind.GROUP),
        ("A statement from the Danish foreign ministry said it was late.",
         "A statement from the Danish foreign ministry", ActorKind.DOCUMENT),
    ],
)  # fmt: skip
def test_what_a_body_is(resolved, text, speaker, kind):
    found, known, _ = resolved(text, speaker)
    assert [actor.kind for actor in known if actor.id in found.statements[0].speakers] == [kind]


@pytest.mark.parametrize(
    ("text", "speaker", "actors"),
    [
        ("The Merrow harbour agency spoke. The agency said it was late.", "The agency",
         ["named.merrow-harbour-agency"]),
        ("The Merrow harbour agency spoke. The harbour agency said it was late.", "The harbour agency",
         ["named.merrow-harbour-agency"]),
        ("The Merrow harbour agency spoke. The tax agency said it was late.", "The tax agency", ["named.tax-agency"]),
        ("India's defence ministry and Pakistan's foreign ministry wrote. The ministry said it was late.",
         "The ministry", []),
        ("India's defence ministry wrote. Pakistan's foreign ministry spoke. The ministry said it was late.",
         "The ministry", ["pak.foreign-ministry"]),
        ("Hezbollah spoke. The group said it was late.", "The group", ["lbn.hezbollah"]),
        ("Hezbollah spoke. Another group said it was late.", "Another group", []),
        ("Reuters wrote. The outlet said it was late.", "The outlet", ["gbr.reuters"]),
        ("Reuters wrote. The company said it was late.", "The company", []),
        ("NATO spoke. The alliance said it was late.", "The alliance", ["NATO"]),
        ("The Danish embassy wrote. The office said it was late.", "The office", ["dnk.embassy"]),
    ],
)  # fmt: skip
def test_which_body_was_named_before(resolved, text, speaker, actors):
    assert list(last(resolved(text, speaker)).speakers) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The League for the Defence of Rivers (LDR) wrote. LDR said it was late.",
         ["named.league-for-the-defence-of-rivers"]),
        ("The Danish River Trust (DRT) wrote. DRT said it was late.", ["named.river-trust"]),
        ("The League for the Defence of Rivers wrote. LDR said it was late.", ["named.ldr"]),
        ("Ola Holm (DRT) wrote. DRT said it was late.", ["named.drt"]),  # whose it is, not who he is
    ],
)  # fmt: skip
def test_short_names_in_brackets(resolved, text, actors):
    found, known, _ = resolved(text, text.split()[-5])
    assert list(found.statements[-1].speakers) == actors
    assert [actor.kind is ActorKind.PERSON for actor in known if actor.id in actors] == [len(actors[0]) == 9]


@pytest.mark.parametrize(
    ("text", "speaker", "actors", "country"),
    [
        ("A statement from the Danish foreign ministry said it was late.",
         "A statement from the Danish foreign ministry", ["dnk.foreign-ministry.statement"], "DNK"),
        ("A White House readout said it was late.", "A White House readout", ["usa.white-house.readout"], "USA"),
        ("A letter signed by Danish ministers said it was late.", "A letter signed by Danish ministers",
         ["dnk.letter"], "DNK"),
        ("A letter found by accident said it was late.", "A letter found by accident", [], None),
    ],
)  # fmt: skip
def test_whose_a_document_is(resolved, text, speaker, actors, country):
    found = last(resolved(text, speaker))
    assert (list(found.speakers), found.speaker_country) == (actors, country)
