"""One happening that a text tells more than once is one event, which rests on all that tells it."""

import pytest

FRANCE_RUSSIA = (
    "French Foreign Minister Catherine Colonna met Russian Foreign Minister Sergey Lavrov in Paris on Monday."
)


@pytest.fixture(scope="session")
def happenings(record_of):
    """A text -> its events in order: the type, and how many passages it rests on."""

    def happenings(text):
        return [(event.type.value, len(event.evidence)) for event in record_of(text).events]

    return happenings


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # a meeting where the people allow it
        (f"{FRANCE_RUSSIA} Colonna's meeting with Lavrov was short.", [("CONSULT", 2)]),
        (f"{FRANCE_RUSSIA} She held talks with Lavrov on grain.", [("CONSULT", 2)]),
        (f"{FRANCE_RUSSIA} She met Russian Defence Minister Sergei Shoigu as well.", [("CONSULT", 1), ("CONSULT", 1)]),
        (f"{FRANCE_RUSSIA} Colonna met Lavrov in Minsk on Friday.", [("CONSULT", 1), ("CONSULT", 1)]),
        (f"{FRANCE_RUSSIA} Colonna will meet Lavrov in June.", [("CONSULT", 1), ("AGREE", 1)]),
        (
            f"{FRANCE_RUSSIA} She met the Polish leader, Andrzej Duda, too.",
            [("CONSULT", 1), ("CONSULT", 1)],
        ),
        # a deed where its words are the same, or only name it
        (
            "Russia invaded Ukraine in 2022. Russia's invasion of Ukraine drove up the price of grain.",
            [("ASSAULT", 2)],
        ),
        (
            "Russia's invasion of Ukraine drove up prices. Russia's war against Ukraine drove them up further.",
            [("ASSAULT", 2)],
        ),
        ("Russia invaded Ukraine in 2022. Russia invaded Georgia in 2008.", [("ASSAULT", 1), ("ASSAULT", 1)]),
        ("Russia invaded Ukraine in 2022. Ukraine's attack on Russia failed.", [("ASSAULT", 1), ("ASSAULT", 1)]),
        (
            "France expelled six Russian diplomats on Monday. Norway saw France expel six Russian diplomats.",
            [("SANCTION", 2)],
        ),
        (
            "France expelled six Russian diplomats on Monday. France expelled four Russian envoys on Tuesday.",
            [("SANCTION", 1), ("SANCTION", 1)],
        ),
        (
            "France imposed tariffs worth $3 billion on Polish goods. "
            "France imposed tariffs worth $5 billion on Polish goods.",
            [("SANCTION", 1), ("SANCTION", 1)],
        ),
        (
            "France imposed tariffs worth $3 billion on Polish goods. "
            "France imposes tariffs worth $3 billion on Polish goods.",
            [("SANCTION", 2)],
        ),
        # a name for it that does not say to whom it was done
        ("Russia invaded Ukraine in 2022. The Russian invasion drove up the price of grain.", [("ASSAULT", 2)]),
        ("Russian aggression goes on. Russia's invasion of Ukraine drove up the price of grain.", [("ASSAULT", 2)]),
        ("Russia invaded Ukraine in 2022. Iranian aggression goes on.", [("ASSAULT", 1), ("ASSAULT", 1)]),
        # thanks and praise of one state by another
        ("France thanked Poland for its patience. France praised the Polish reforms.", [("SUPPORT", 2)]),
        (
            "France thanked Poland for its patience. Poland praised the French reforms.",
            [("SUPPORT", 1), ("SUPPORT", 1)],
        ),
        (
            "France thanked Poland for its patience. France signed a treaty with Poland.",
            [("SUPPORT", 1), ("SUPPORT", 1)],
        ),
        # speech where it says the same
        (
            "Poland accused Belarus of jamming radio signals. Poland accused Belarus again of jamming radio signals.",
            [("ACCUSE", 2)],
        ),
        (
            "Poland accused Belarus of jamming radio signals. Poland accused Belarus of holding two priests.",
            [("ACCUSE", 1), ("ACCUSE", 1)],
        ),
    ],
)
def test_one_happening(happenings, text, events):
    assert happenings(text) == events


def test_the_clearer_words_lead_and_the_others_add_to_them(record_of):
    text = "Talks between France and Russia were short. Colonna met Lavrov in Paris on Monday."
    (event,) = record_of(text).events
    assert event.trigger.exact == "met"
    assert (event.date, event.place) == ("2031-05-12", "Paris")
    assert event.mode == "meet"
    assert [passage.exact for passage in event.evidence] == [
        "Colonna met Lavrov in Paris on Monday",
        "Talks between France and Russia",
    ]


def test_a_statement_keeps_the_meeting_that_became_part_of_another(record_of):
    text = f"Colonna spoke with Lavrov. {FRANCE_RUSSIA} She said at the meeting that grain was short."
    record = record_of(text)
    assert {said.occasion_event for said in record.statements if said.occasion} <= {event.id for event in record.events}
