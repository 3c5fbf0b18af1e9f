"""Who reports whom, and speech that goes on without a cue."""

import pytest

from onrecord.model import Act, Manner, MentionKind


def outline(extraction):
    return [
        (
            found.speaker_mention.exact if found.speaker_mention else None,
            found.via_mention.exact if found.via_mention else None,
            found.content[0].exact,
        )
        for found in extraction.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a statement that only passes on what a minister said is no speaker of its own
            "According to a government statement, Varga said the border was closed.",
            [("Varga", "a government statement", "the border was closed")],
        ),
        (
            "The ministry released a statement saying Varga had told reporters that the border was closed.",
            [("Varga", "a statement", "the border was closed")],
        ),
        (
            "“The border is closed,” Varga said Monday in Belm, according to audio provided by a radio station.",
            [("Varga", "audio", "“The border is closed,”")],
        ),
        (  # a source at the end of what somebody said is the writer's
            "Varga said that the border was closed, according to Orlen.",
            [("Varga", "Orlen", "the border was closed")],
        ),
        (
            "Varga left, warning that the border would be closed, according to Orlen.",
            [("Varga", "Orlen", "the border would be closed")],
        ),
        (  # one in the middle of it is the speaker's own
            "Varga said that the border, according to Orlen, was closed and that the talks had failed.",
            [
                ("Varga", None, "the border, according to Orlen, was closed and that the talks had failed"),
                ("Orlen", "Varga", "the border"),
            ],
        ),
        (  # half a sentence in quotation marks holds no second report
            "Varga said the council would “continue its talks” about the border.",
            [("Varga", None, "the council would “continue its talks” about the border")],
        ),
        (  # another party's words inside somebody's words
            "Varga said the two sides agreed to open the border.",
            [
                ("Varga", None, "the two sides agreed to open the border"),
                ("the two sides", "Varga", "to open the border"),
            ],
        ),
        (  # nobody in particular is no other party
            "“Whoever closes the river will find that we are ready,” Varga said.",
            [("Varga", None, "“Whoever closes the river will find that we are ready,”")],
        ),
        (  # what a conversation is about is no part of a speaker's name
            "A senior official in Paris about the talks said that they had failed.",
            [("A senior official in Paris", None, "they had failed")],
        ),
        (  # one's own earlier words are no second statement
            "Varga said he had promised to open the border.",
            [("Varga", None, "he had promised to open the border")],
        ),
        (
            "Varga said the talks had failed, adding that the border was closed.",
            [("Varga", None, "the talks had failed"), ("Varga", None, "the border was closed")],
        ),
    ],
)
def test_who_reports_whom(reading, text, expected):
    assert outline(reading(text)) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Varga was quoted by Reuters as saying that he had left.", "Varga"),
        ("Varga was moved by Orlen into saying that he had left.", "Orlen"),
    ],
)
def test_who_is_quoted_as_saying_it(reading, text, speaker):
    assert outline(reading(text))[-1] == (speaker, None, "he had left")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The newspaper reported that the border was closed, citing a border official.",
            ("a border official", "The newspaper", "the border was closed"),
        ),
        (
            "Reuters, citing the ministry, reported that the border was closed.",
            ("the ministry", "Reuters", "the border was closed"),
        ),
        (
            "The border was closed, Reuters reported, quoting officials.",
            ("officials", "Reuters", "The border was closed"),
        ),
        (  # a document is no speaker
            "Reuters reported that the border was closed, citing an old map.",
            ("Reuters", None, "the border was closed"),
        ),
        (  # who is no news house speaks
            "The minister reported that the border was closed, citing officials.",
            ("The minister", None, "the border was closed"),
        ),
    ],
)
def test_whom_a_news_house_cites_is_the_speaker(reading, text, expected):
    assert outline(reading(text))[0] == expected


READOUT = (
    "On 12 May Minister Varga met with Minister Orlen in Geneva.\n\n"
    "Varga said that the talks had come to a turning point. Both countries should keep the river open. "
    "The bridge was built by our fathers. We will never close it.\n\n"
    "Orlen noted that trade had grown. Orlen thanked Varga for the meeting.\n\n"
    "The meeting lasted two hours."
)


def test_a_readout_goes_on_in_the_speakers_words(reading):
    found = reading(READOUT).statements
    continued = [statement.content[0].exact for statement in found if statement.speaker_basis is MentionKind.CONTINUED]
    assert continued == [
        "Both countries should keep the river open",
        "The bridge was built by our fathers",
        "We will never close it",
    ]


READOUTS_OF_OTHERS = [
    (  # numbered paragraphs, and a second speaker who takes over
        "Minister Orlen and Minister Varga spoke on Monday.\n\n1. Minister Orlen stated that ties had grown. They will "
        "grow more. Minister Varga noted that trade had doubled. Minister Varga thanked him.",
        ["They will grow more"],
    ),
    (  # after a topic alone the narrator goes on
        "Secretary Brandt spoke with Minister Orlen.\n\nThe Secretary and the Minister discussed trade. The two sides "
        "are close partners. The two leaders also discussed the river.\n\nThe Secretary praised the reforms.",
        [],
    ),
    (
        "The minister received the envoy on Monday.\n\nHis Excellency affirmed that the Kingdom supports peace. The "
        "solution lies in dialogue. Customs were also discussed. The envoy is a friend of the Kingdom.",
        ["The solution lies in dialogue"],
    ),
    (  # a readout in one paragraph below its headline; what he was told of is told
        "Telephone call with Minister Orlen.\n\nMinister Varga spoke with Minister Orlen on Monday.\n\nOrlen thanked "
        "him for the grain. Varga informed the Minister about the flood. The river is rising by the hour. These "
        "waters have destroyed two bridges. The two sides also discussed trade.",
        ["The river is rising by the hour", "These waters have destroyed two bridges"],
    ),
    (  # thanks give no account, and the narrator goes on
        "Minister Varga spoke with Minister Orlen on Monday.\n\nVarga thanked him for the grain. The shipment brings "
        "much relief to Norland. Orlen explained the delay.",
        [],
    ),
    (  # a speech in one paragraph is no readout
        "Address of the President.\n\nOur friends have come.\n\nVarga told of the flood. The river is rising. "
        "Orlen told the guests that it would fall. Brandt explained the dams. Nothing is lost.",
        [],
    ),
    (  # a declaration tells in the present, and nothing in it goes on
        "Norland welcomes the vote.\n\nOfficials in Belm said that the vote had been fair. Norland has sent some."
        "\n\nNorland calls for calm. Norland stands with Belm.\n\nNorland thanks the observers.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READOUTS_OF_OTHERS)
def test_where_readouts_go_on(reading, text, expected):
    found = reading(text).statements
    assert [one.content[0].exact for one in found if one.rule == "statement/continued-clause"] == expected


def test_news_does_not_go_on(reading):
    text = (
        "Varga said that the talks had failed. The river is closed to ships in winter.\n\n"
        "“We will see,” she said on the radio, “what they bring.”\n\n“Nobody knows what comes next,” said Orlen."
    )
    assert all(found.speaker_basis is not MentionKind.CONTINUED for found in reading(text).statements)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "“We want peace now,” Varga said. “We have waited long enough.”",
            [(MentionKind.NAMED, Manner.DIRECT), (MentionKind.CONTINUED, Manner.DIRECT)],
        ),
        (
            "“We want peace now,” Varga said.\n\n“We have waited long enough for it.”",
            [(MentionKind.NAMED, Manner.DIRECT), (MentionKind.CONTINUED, Manner.DIRECT)],
        ),
        ("The square was full.\n\n“We have waited long enough for it.”", [(MentionKind.NONE, Manner.DIRECT)]),
    ],
)
def test_quotations_go_on_with_the_speaker_before(reading, text, kinds):
    assert [(found.speaker_basis, found.kind) for found in reading(text).statements] == kinds


def test_furniture_says_nothing(reading):
    text = "Varga said that the border was closed.\n\nLeave a Reply\n\nYour email address will not be published."
    assert len(reading(text).statements) == 1


def test_an_event_knows_the_statement_that_tells_it(reading):
    extraction = reading("Varga said that the French president had met the German chancellor in Paris.")
    assert [event.statement for event in extraction.events] == [extraction.statements[0].id]


def turns(extraction):
    """Who speaks, or how it goes on, with the first words of what is said."""
    return [
        (
            found.speaker_mention.exact if found.speaker_mention else found.speaker_basis.value,
            found.content[0].exact.split()[0],
        )
        for found in extraction.statements
        if found.rule in ("statement/colon", "statement/turn")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a turn over paragraphs, and one without a verb
            "QUESTION: Will you go?\n\nMINISTER VARGA: Yes, we will.\n\nBut nobody asked us.\n\nQUESTION: When?",
            [("QUESTION", "Will"), ("MINISTER VARGA", "Yes,"), ("continued", "But"), ("QUESTION", "When")],
        ),
        (  # turns within one paragraph; the shorter label is the same speaker
            "Talks were held in Belm. * * * President of Arden Anna Varga: Good morning. I thank you. "
            "Orlen Tabb: Thank you. We agree. Anna Varga: Very good. Orlen Tabb (in Belmish): Let us begin. "
            "Belm Mayor: Good day.",
            [
                ("President of Arden Anna Varga", "Good"),
                ("Orlen Tabb", "Thank"),
                ("Anna Varga", "Very"),
                ("Orlen Tabb", "Let"),
                ("Belm Mayor", "Good"),
            ],
        ),
        (  # a speech has one label
            "MINISTER VARGA: I thank you all.\n\nWe have come far.\n\nThe river is open. Our children use it.",
            [("MINISTER VARGA", "I"), ("continued", "We"), ("continued", "The")],
        ),
        (  # the narrator takes over after a few turns in the middle of an article
            "VARGA: Well, we will see.\n\nORLEN: I do not think so.\n\nThe talks ended.\n\nThe river stayed closed.",
            [("VARGA", "Well,"), ("ORLEN", "I")],
        ),
        ("BELM: The ministry closed the border on Monday.", []),  # a place and no speaker
        ("Place: Belm, Arden\n\nDate: 12 May\n\nWe met in the old town.", []),
        ("There were two speakers. Anna Varga spoke of one aim: We know it.", []),
    ],
)
def test_turns_of_a_transcript(reading, text, expected):
    assert turns(reading(text)) == expected


def test_a_question_asks(reading):
    found = reading("QUESTION: Will you go to Belm?\n\nMINISTER VARGA: Yes, we will.").statements
    assert [statement.act for statement in found] == [Act.ASK, Act.PROMISE]


def test_after_a_quotation_the_narrator_takes_over(reading):
    text = (
        "Varga said that talks had failed.\n\nShe noted that trade had grown.\n\nShe stressed that peace was dear.\n\n"
        "She recalled that the river was old.\n\n“We are ready for it,” said Orlen. The side of Arden is ready too."
    )
    assert all(found.speaker_basis is not MentionKind.CONTINUED for found in reading(text).statements)


def test_a_report_without_words_of_its_own_gives_way(reading):
    found = reading("readout added th “stressed ee open").statements
    assert [statement.content[0].exact for statement in found] == ["“stressed ee open"]
