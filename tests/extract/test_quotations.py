"""Whose words stand in quotation marks."""

import pytest

from onrecord.model import Manner, MentionKind


def voices(extraction):
    """Who speaks, or how it goes on, with what is said."""
    return [
        (
            found.speaker_mention.exact if found.speaker_mention else found.speaker_basis.value,
            " ".join(part.exact for part in found.content),
        )
        for found in extraction.statements
    ]


BESIDE = [
    ("“Go back,” Orlen barked, and a guard came.", [("Orlen", "“Go back,”")]),
    ("“This is fine!” beamed Anna Varga, who had come by train.", [("Anna Varga", "“This is fine!”")]),
    (
        "“Not us, but we can't argue!” Orlen, the head of the party, Tweeted on Friday.",
        [("Orlen", "“Not us, but we can't argue!”")],
    ),
    (
        "“The drop is due to the river, the border, all that old stuff,” said a person close to Varga.",
        [("a person close to Varga", "“The drop is due to the river, the border, all that old stuff,”")],
    ),
    ("Orlen, a top aide said, “is very confident.”", [("a top aide", "“is very confident.”")]),
    (
        "One attendee, who like others spoke on condition of anonymity, said that the talks had failed.",
        [("One attendee", "the talks had failed")],
    ),
    ("Orlen replied: “We are here.” He added, “We stay.”", [("Orlen", "“We are here.”"), ("He", "“We stay.”")]),
    (
        "“We are here,” Orlen said. “We stay.” He added that the talks had failed.",
        [("Orlen", "“We are here,”"), ("continued", "“We stay.”"), ("He", "the talks had failed")],
    ),
    (
        "''We are here,'' said Anna Varga, an envoy who is close to the minister. ''If the talks fail, we will go.''",
        [("Anna Varga", "''We are here,''"), ("continued", "''If the talks fail, we will go.''")],
    ),
]
LED_IN = [
    ("Varga returned to her old line: “We will not pay for it.”", [("Varga", "“We will not pay for it.”")]),
    ("Orlen then leaned in and boomed: “They should leave in May.”", [("Orlen", "“They should leave in May.”")]),
    (
        "Minister Varga took the floor:\n\n“We will not pay for it.\n\n“We never did.”",
        [("Minister Varga", "“We will not pay for it."), ("continued", "“We never did.”")],
    ),
    ("Varga shared a fear with the crowd, “I do not know what comes.”", [("Varga", "“I do not know what comes.”")]),
    (
        "It does not surprise Anna Varga: “Everything was written down.”",
        [("Anna Varga", "“Everything was written down.”")],
    ),
]
TOLD_OF = [
    ("Orlen was not convinced. “It is late, and it is dark.”", [("Orlen", "“It is late, and it is dark.”")]),
    ("He shook his head. “It is too late for us.”", [("He", "“It is too late for us.”")]),
    (
        "“It is late,” said Orlen, citing a paper that calls it a folly. “It is dark.”",
        [
            ("Orlen", "“It is late,”"),
            ("Orlen", "a paper that calls it a folly"),
            ("a paper", "it a folly"),
            ("continued", "“It is dark.”"),
        ],
    ),
]
NOBODY = [
    ("“Who will pay?” The crowd went home.", [("none", "“Who will pay?”")]),
    ("On its “Evening News,” the channel was late.", []),
    ("The square was empty. “It is too late for us.”", [("none", "“It is too late for us.”")]),
    ("He is host of the show. “The Evening With Jan Orlen.”", [("none", "“The Evening With Jan Orlen.”")]),
    ("Orlen went to Belm in May.\n\n“It is too late for us.”", [("none", "“It is too late for us.”")]),
    ("It gets better: “Everything was written down.”", [("none", "“Everything was written down.”")]),
    ("Orlen was asked: “What is the plan for them?”", [("none", "“What is the plan for them?”")]),
    ("The “road of peace,” as long as the river, was closed.", []),
    ("He walked home, “slowly and in fear,” through the old town.", []),
    ("She had no guard. She took it with her, “sending and reading it.”", []),
]


@pytest.mark.parametrize(("text", "expected"), [*BESIDE, *LED_IN, *TOLD_OF])
def test_the_speaker_is_who_stands_beside(reading, text, expected):
    assert voices(reading(text)) == expected


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_nobody_speaks_who_does_not_stand_beside(reading, text, expected):
    direct = [found for found in voices(reading(text)) if found[1].startswith("“")]
    assert direct == expected


def test_a_quotation_over_paragraphs_is_its_first_speakers(reading):
    text = (
        "“We came by night,” Varga said. “It was dark.\n\n“We saw no one.\n\n“Then the bridge fell.”\n\n“Nobody fell.”"
    )
    first, *rest = reading(text).statements
    assert [statement.speaker_basis for statement in rest] == [MentionKind.CONTINUED] * 4
    assert {statement.continues for statement in rest} == {first.id}


def test_a_quotation_over_paragraphs_is_its_last_ones_speakers(reading):
    text = "The hall was full.\n\n“We came by night.\n\n“We saw no one.\n\n“Then the bridge fell,” said Varga."
    assert voices(reading(text)) == [
        ("Varga", "“We came by night."),
        ("continued", "“We saw no one."),
        ("Varga", "“Then the bridge fell,”"),
    ]


def test_a_quotation_goes_on_with_a_relayed_one(reading):
    text = "“We will vote,” Varga said, according to the Belm Herald. “We decided yesterday.”"
    first, second = reading(text).statements
    assert (second.speaker_basis, second.continues) == (MentionKind.CONTINUED, first.id)


def test_a_statement_that_goes_on_tells_with_which(reading):
    text = "“It is late,” said Orlen, though Varga said the talks had begun. “It is dark.”"
    statements = {statement.content[0].exact: statement for statement in reading(text).statements}
    assert statements["“It is dark.”"].continues == statements["“It is late,”"].id


def test_an_opening_mark_alone_is_no_part_of_what_is_said(reading):
    text = (
        "The statement also referenced the impact it said Varga, the first woman chosen for the port by a major party, "
        "would have on women in the harbour: “Parallel to our own progress for dockers, Minister Varga's fight, long "
        "and historic, has opened the door for women to become equal partners in shaping our future,” the union wrote."
    )
    contents = [part.exact for statement in reading(text).statements for part in statement.content]
    assert any(content.startswith("“Parallel") for content in contents)
    assert not [content for content in contents if content.endswith(("“", ":"))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The minister said late on Monday that it was “,” he said.", []),
        ('Varga tweeted: pic="" author="Orlen" We stand together.', []),
        ('Varga tweeted that "we stand" together.', ['"we stand"']),
    ],
)
def test_marks_without_words_between_them_quote_nothing(reading, text, quoted):
    statements = reading(text).statements
    assert [part.exact for statement in statements for part in statement.quoted] == quoted
    assert [statement.kind is not Manner.INDIRECT for statement in statements] == [bool(quoted)] * len(statements)
