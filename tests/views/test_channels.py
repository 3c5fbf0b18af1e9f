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
        ("Borland promised to open a consulate in Averland.", "consulate in Averland", "proposed"),
        ("Borland has opened its liaison office in Averland; it is open.", "liaison office in Averland", "open"),
        ("Borland said the talks with Averland were suspended.", "talks", "cut"),
        ("Averland wrote to the Borland Embassy in Tarn.", "Borland Embassy in Tarn", "open"),
        ("Borland and Averland have a hotline.", "hotline", None),
        ("They spoke of the Averland-Borland dialogue on fish.", "Averland-Borland dialogue on fish", "open"),
        ("They spoke of the dialogue between Averland and Borland.", "dialogue", "open"),
        ("They spoke of the Averland-Borland dialogue on Cyrene.", "Averland-Borland dialogue on Cyrene", "open"),
        ("The hotline between Averland and the Borlandish army was cut.", "hotline", "cut"),
        ("Borland suspended the talks with Averland.", "talks", "cut"),
        ("The Averland embassy in Borland wrote to Cyrene.", "Averland embassy in Borland", "open"),
        ("Averland and Borland will continue their peace talks.", "peace talks", "open"),
        ("Averland recalled its ambassador to Borland.", "ambassador", "cut"),
        ("Averland severed diplomatic relations with Borland.", "diplomatic relations", "cut"),
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
        "Borland’s ambassador opened a school in Averland.",  # of a person only what recalls or returns him
        "Averland continued to read, and peace talks bored Borland.",
        "Averland hopes for a dialogue between farmers of Borland.",
        "Borland told Averland of the talks between Cyrenian and Tarnish envoys, which were suspended.",
        "Averland told Borland that it hopes for a dialogue with Brother Amo.",  # who is to have it?
        "Averland urged Borland to open a dialogue with Eastern farmers.",
        "Borland wrote of the Union Dialogue on Averland.",
        "Borland and Averland celebrated their diplomatic relations.",
        "The Amber Dialogue was held as Borland wrote to Averland.",  # whose is it?
        "Borland proposed during talks to sell grain to Averland.",
    ],
)
def test_no_channel(write, sentence):
    text = write(sentence)
    text.names("Borland", "Borland")
    if "Averland" in sentence:
        text.names("Averland", "Averland")
    assert told(text) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Averland urged Borland to open a dialogue with Brother Amo.",
        "Averland praised Borland’s ongoing dialogue with the Grand Abbot in Tarn.",
    ],
)
def test_a_line_with_somebody_of_no_known_side(write, sentence):
    text = write(sentence)
    text.names("Borland", "Borland")
    text.names("Averland", "Averland")
    (one,) = told(text)
    assert one.parties in [("BRL", "Brother Amo"), ("BRL", "Grand Abbot")]


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


def test_a_known_format_has_its_parties(write):
    text = write("Averland spoke of the Normandy format.")
    text.names("Averland", "Averland")
    assert [(one.parties, one.status) for one in told(text)] == [(("DEU", "FRA", "RUS", "UKR"), "open")]


def test_dialogues_with_names_are_several(write):
    text = write(
        "Holm met Lind. They praised the Averland-Borland Fish Dialogue and the Averland-Borland Salt Dialogue."
    )
    text.meets("met", "Ada Holm", "Bo Lind")
    assert [one.what.exact for one in told(text)] == [
        "Averland-Borland Fish Dialogue",
        "Averland-Borland Salt Dialogue",
    ]


def test_who_helps_is_no_party(write):
    text = write("Averland called for Borland-led negotiations.")
    text.names("Averland", "Averland")
    text.names("Borland", "Borland")
    assert told(text) == ()


def test_missions_in_two_places_are_two(write):
    text = write("Averland closed its consulate in Tarn. Borland closed its consulate in Belm.")
    text.does(EventType.CONSULT, "closed", sources=("AVL",), targets=("BRL",))
    assert [one.what.exact for one in told(text)] == ["consulate in Tarn", "consulate in Belm"]


@pytest.mark.parametrize(
    ("sentence", "family"),
    [
        ("The lines of communication between their militaries were cut.", "military"),
        ("The lines of communication were cut. The military waited.", "line"),
    ],
)
def test_what_is_beside_a_line_tells_its_kind(write, sentence, family):
    text = write(f"Holm met Lind. {sentence}")
    text.meets("met", "Ada Holm", "Bo Lind")
    assert [one.family for one in told(text)] == [family]


def test_those_channels_are_the_line_told_last(write):
    text = write("Holm met Lind. Borland cut the hotline. Averland hopes to restore those channels.")
    text.meets("met", "Ada Holm", "Bo Lind")
    assert [(one.what.exact, one.family) for one in told(text)] == [
        ("hotline", "crisis-line"),
        ("those channels", "crisis-line"),
    ]
