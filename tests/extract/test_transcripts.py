"""Who speaks in a transcript, and under a signature."""

import pytest

from onrecord.model import Act, MentionKind


def turns(extraction):
    """Who speaks, or how it goes on, with the words."""
    return [
        (
            found.speaker_mention.exact if found.speaker_mention else found.speaker_basis.value,
            " / ".join(part.exact for part in found.content),
        )
        for found in extraction.statements
        if found.rule in ("statement/colon", "statement/turn", "statement/dash")
    ]


TRANSCRIPTS = [
    (  # in quotation marks; what happens is nobody's words
        'A part of it:\n\n"ORLEN: You asked them to come?\n\n"VARGA: Well, they call it “a new day.” We came.\n\n'
        '"(CROSSTALK.)\n\n"ORLEN: Will you be there?"\n\nThe talks go on in May.',
        [
            ("ORLEN", "You asked them to come?"),
            ("VARGA", "Well, they call it “a new day.” We came."),
            ("ORLEN", 'Will you be there?"'),
        ],
    ),
    (  # all in one paragraph
        "QUESTION: Will you go? SECRETARY BRANDT: We will see. (Laughter.) I hope so. QUESTION: And then?",
        [
            ("QUESTION", "Will you go"),
            ("SECRETARY BRANDT", "We will see / I hope so"),
            ("QUESTION", "And then"),
        ],
    ),
    (
        "MR. BRANDT: Good afternoon. I have one thing.\n\nWe open the border.\n\n(Applause.)\n\nQ    Will you go?",
        [
            ("MR. BRANDT", "Good afternoon. I have one thing"),
            ("continued", "We open the border"),
            ("Q", "Will you go"),
        ],
    ),
    ("Q. Will you go?\n\nA. We will.", [("Q.", "Will you go"), ("A.", "We will")]),
    ("Q: Will you go?\n\nA: We will.", [("Q", "Will you go"), ("A", "We will")]),
    (  # titles and names; a paragraph without "we" is still the speaker's
        "President of Norland Viktor Orlen: Colleagues, good afternoon.\n\nToday we discuss the budget.\n\n"
        "Prime Minister Jan Brandt: Mr President, the budget is ready.\n\nGrowth will reach three percent.\n\n"
        "Viktor Orlen: Thank you.",
        [
            ("President of Norland Viktor Orlen", "Colleagues, good afternoon"),
            ("continued", "Today we discuss the budget"),
            ("Prime Minister Jan Brandt", "Mr President, the budget is ready"),
            ("continued", "Growth will reach three percent"),
            ("Viktor Orlen", "Thank you"),
        ],
    ),
    (  # whoever asks right before one who speaks often
        "Spokesperson Lin Hua's Regular Press Conference\n\nNorland News: The talks failed. What is your comment?\n\n"
        "Lin Hua: The report was noted. Talks will go on.\n\nThe position of the ministry is clear.\n\n"
        "Daily Herald: On trade, when will talks resume?\n\nLin Hua: There is nothing to add.",
        [
            ("Norland News", "The talks failed. What is your comment"),
            ("Lin Hua", "The report was noted. Talks will go on"),
            ("continued", "The position of the ministry is clear"),
            ("Daily Herald", "On trade, when will talks resume"),
            ("Lin Hua", "There is nothing to add"),
        ],
    ),
]
SIGNED = [
    ("“We want peace, and now.” ― Anna Varga", [("Anna Varga", "“We want peace, and now.”")]),
    (
        "“We want peace, and now.” ― Anna Varga\n“The border must open.”― Jan Orlen",
        [("Anna Varga", "“We want peace, and now.”"), ("Jan Orlen", "“The border must open.”")],
    ),
    ('"We want peace." - Anna Varga, Minister of Trade', [("Anna Varga", '"We want peace."')]),
    ("“The border must open.”\n\n— Jan Orlen, Foreign Minister", [("Jan Orlen", "“The border must open.”")]),
]
NO_TURNS = [
    "A. Varga went home.\n\nA. Orlen stayed.\n\nThe hall was full.",
    "A minister came.\n\nA train left.\n\nThe hall was full.",
    "Votes\n\nAnna Varga: 547.\n\nJan Orlen: 46.\n\nAnna Varga needs more.",
    "“The border must open.” - so much for that.",
    "The film “A Bridge of Sighs” – Belm was closed.",
    "“The border must open.” - Varga laughed as she said so.",
]


@pytest.mark.parametrize(("text", "expected"), [*TRANSCRIPTS, *SIGNED])
def test_a_label_or_a_signature_tells_who_speaks(reading, text, expected):
    assert turns(reading(text)) == expected


@pytest.mark.parametrize("text", NO_TURNS)
def test_nobody_speaks_where_no_label_stands(reading, text):
    assert turns(reading(text)) == []


def test_a_headline_is_no_first_turn(reading):
    text = "Varga: The Border Is Closed\n\nThe minister came to Belm on Friday.\n\nORLEN: I am here.\n\nVARGA: We came."
    assert [words for who, words in turns(reading(text)) if who == "continued"] == []


def test_a_paragraph_of_a_turn_names_the_label_that_it_goes_on_with(reading):
    first, second = reading("MINISTER VARGA: I thank you all.\n\nWe have come far.").statements
    assert (second.speaker_basis, second.continues) == (MentionKind.CONTINUED, first.id)


def test_a_turn_too_long_for_a_paragraph_is_parted_by_sentences(reading):
    words = "The river is wide here and the old bridge over it was closed in May of that year. "
    first, *rest = reading("MINISTER VARGA: I thank you all. " + 20 * words).statements
    assert first.content[0].exact == "I thank you all"
    assert {one.continues for one in rest} == {first.id}
    assert len(rest) == 20


def test_who_asks_asks(reading):
    first, _ = reading("Q. Will you go?\n\nA. The train leaves at nine.").statements
    assert first.act is Act.ASK
