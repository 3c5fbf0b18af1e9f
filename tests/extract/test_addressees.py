"""To whom something was said, by the words at the statement, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Varga told reporters that talks would resume.", "reporters"),
        ("Varga urged Beijing to return to talks.", "Beijing"),
        ("Varga called on Beijing to return to talks.", "Beijing"),
        ("Varga said to reporters that talks would resume.", "reporters"),
        ("Varga made clear to Moscow that talks would resume.", "Moscow"),
        ("Varga expressed gratitude to Poland for its help.", "Poland"),
        ("Varga thanked Poland for its help.", "Poland"),
        ("Varga discussed the strait with President Macron.", "President Macron"),
        ("In a phone call with Emmanuel Macron, Varga said that talks would resume.", "Emmanuel Macron"),
        ("Varga said that talks with Poland would resume.", None),
        ("Varga praised the deal with Poland.", None),
        ("Varga said that she had written to Poland.", None),
        ("Varga accused Poland of delay.", None),
        ("Varga agreed with Poland to meet.", None),
        ("Varga said in Poland that talks would resume.", None),
    ],
)
def test_addressee(reading, text, addressee):
    [found] = reading(text).statements
    assert (found.addressee_mention.exact if found.addressee_mention else None) == addressee
