"""A name is no part of the day before it."""

import pytest

DAYS = [
    ("On Friday Brandt said that talks would resume.", "Brandt"),
    ("On 12 May 2031 Halvorn said that talks would resume.", "Halvorn"),
    ("On 3 June Ilse Halvorn said that talks would resume.", "Ilse Halvorn"),
    ("On May 12 Halvorn said that talks would resume.", "Halvorn"),
    ("On Tuesday Theresa May said that talks would resume.", "Theresa May"),
    ("June Brandt said that talks would resume.", "June Brandt"),  # a month can be a given name,
    ("On 9 June April Glaspie said that talks would resume.", "April Glaspie"),
    ("On Friday, Theresa May said that talks would resume.", "Theresa May"),  # or a surname
]


@pytest.mark.parametrize(("text", "speaker"), DAYS)
def test_a_name_holds_no_day(reading, text, speaker):
    [statement] = reading(text).statements
    assert statement.speaker_mention.exact == speaker


def test_a_day_before_a_name_is_what_the_verb_hangs_on(read):
    doc = read("On 12 May 2031 Halvorn met Dastane in Geneva.")
    assert [(token.text, token.dep_, token.head.text) for token in doc[1:5]] == [
        ("12", "nmod", "2031"),
        ("May", "nmod", "2031"),
        ("2031", "pobj", "On"),
        ("Halvorn", "nsubj", "met"),
    ]


def test_a_day_without_a_name_stays(read):
    doc = read("On Friday she said that talks would resume.")
    assert [(token.text, token.head.text) for token in doc[:3]] == [("On", "said"), ("Friday", "On"), ("she", "said")]
