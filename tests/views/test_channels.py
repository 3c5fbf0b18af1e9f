import pytest

from onrecord.lexicon.channels import ChannelStatus, load_channel_words
from onrecord.model import EventType
from onrecord.views.channels import channels


def told(text):
    return channels([text.record()], load_channel_words())


@pytest.mark.parametrize(
    ("sentence", "what", "status"),
    [
        ("Borland has cut off the hotline to Averland.", "hotline", ChannelStatus.CUT),
        ("Borland and Averland resumed their strategic dialogue.", "strategic dialogue", "restored"),
        ("Borland refused to answer Averland on the crisis phone lines.", "crisis phone lines", "refused"),
        ("Borland hasn’t agreed to military contacts with Averland.", "military contacts", "refused"),
        (
            "Borland wants to restore lines of communication with Averland.",
            "lines of communication",
            "proposed",
        ),
        ("Borland promised to open a consulate in Averland.", "consulate", "proposed"),
        ("Borland has opened its liaison office in Averland; it is open.", "liaison office", "open"),
        ("Borland said the talks with Averland were suspended.", "talks", "cut"),
        ("Averland wrote to the Borland Embassy in Tarn.", "Embassy", "open"),
        ("Borland and Averland have a hotline.", "hotline", None),
        (
            "Lines of communication between Borland and Averland — which officials in both capitals "
            "had called for years the last safeguard against a collision on the river — have been cut off.",
            "Lines of communication",
            "cut",
        ),
    ],
)
def test_channels(write, sentence, what, status):
    text = write(sentence)
    text.names("Borland", "Borland")
    text.names("Averland", "Averland")
    (one,) = told(text)
    assert (one.parties, one.what.exact, one.status) == (("AVL", "BRL"), what, status)
    assert [passage.exact for passage in one.evidence] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Borland and Averland wanted dialogue.",  # a weak word with nothing on how it stands
        "Borland has cut off the river to Averland.",
        "Borland has cut off the hotline.",  # to whom?
        "Borland offered grain in the talks with Averland.",
        "Embassy staff of Borland saw the river of Averland.",
        "Borland proposed during talks to sell grain to Averland.",
    ],
)
def test_no_channel(write, sentence):
    text = write(sentence)
    text.names("Borland", "Borland")
    if "Averland" in sentence:
        text.names("Averland", "Averland")
    assert told(text) == ()


def test_an_unnamed_pair_is_that_of_the_meetings(write):
    text = write("Holm met Lind. The hotline has been suspended.")
    text.meets("met", "Ada Holm", "Bo Lind")
    assert [(one.parties, one.status) for one in told(text)] == [(("AVL", "BRL"), ChannelStatus.CUT)]


def test_no_pair_where_the_meetings_are_of_many(write):
    text = write("Holm met Lind. Brek met others. The hotline has been suspended.")
    text.meets("met", "Ada Holm", "Bo Lind")
    text.does(EventType.CONSULT, "Brek met", ("BRL",), ("CYR",), mode="meet")
    assert told(text) == ()


def test_a_heading_is_no_sentence(write):
    text = write("Military contacts\n\nHolm met Lind.")
    text.headings = (0,)
    text.meets("met", "Ada Holm", "Bo Lind")
    assert told(text) == ()


def test_sentences_that_say_the_same_are_put_together(write):
    text = write("Holm met Lind. The hotline has been suspended. The hotline was cut off in May.")
    text.meets("met", "Ada Holm", "Bo Lind")
    (one,) = told(text)
    assert [passage.exact for passage in one.evidence] == [
        "The hotline has been suspended.",
        "The hotline was cut off in May.",
    ]
