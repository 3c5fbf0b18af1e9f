"""Whose account a text is."""

import pytest

from onrecord.model.documents import Given
from onrecord.views.compare.signs import code_of

MET = "President Ilse Brandt of Norway met President Mateo Rojas of Chile in Oslo. "
TOLD = "President Brandt raised tariffs. President Rojas raised the border."


@pytest.mark.parametrize(
    ("text", "side", "basis"),
    [
        (MET + TOLD, "NOR", "it tells the meeting from this side"),
        (f"{MET}{TOLD}\n\nMINISTRY OF FOREIGN AFFAIRS\n\nCHILE", "CHL", "signed"),
        (f"{MET}{TOLD}\n\nThis was sent from Chile by post.", "NOR", "it tells the meeting from this side"),
        (
            f"The below is attributable to Chilean Foreign Ministry Spokesperson Inés Vega:\n\n{MET}{TOLD}",
            "NOR",
            "it tells the meeting from this side",
        ),
        ("I had a good call with President Rojas of Chile. We agreed to meet soon.\n\nILSE BRANDT, PRESIDENT OF NORWAY",
         "NOR", "signed"),
        ("President Rojas of Chile said that tariffs hurt. He said that it rains.", "CHL", "who speaks most"),
        ("Telephone conversation with Chilean President Rojas\n\n12 May 2031\n\nThe President of Norway said that "
         "tariffs hurt. President Rojas said that fish is dear. President Rojas said that it rains in the north.",
         "NOR", "its title names only the other side"),
        ("Norwegian Minister Brandt on talks with Chilean President Rojas\n\n12 May 2031\n\nPresident Rojas said "
         "that tariffs hurt.", "CHL", "who speaks most"),
        ("Norway and Chile agreed to drop tariffs. Both sides stressed the importance of trade.",
         None, "both sides speak in it together"),
        ("The harbour was quiet.", None, "nothing in it tells"),
    ],
)  # fmt: skip
def test_recognised(laid, text, side, basis):
    account = laid(text, "Nothing.").accounts[0]
    assert (account.side, account.basis) == (side, basis)
    assert all(passage.exact in text for passage in account.evidence)


@pytest.mark.parametrize(
    ("uri", "publisher", "side", "basis"),
    [
        ("https://www.norway.example.cl/readout", None, "CHL", "address: www.norway.example.cl"),
        ("https://www.state.gov/readout", None, "NOR", "it tells the meeting from this side"),  # took no part
        ("readout.txt", "Government of Chile", "CHL", "publisher: Government of Chile"),
        ("readout.txt", "The Harbour Post", "NOR", "it tells the meeting from this side"),
    ],
)
def test_publisher_and_address(read, words, uri, publisher, side, basis):
    from onrecord.views.compare import compare

    first = read(MET + TOLD, uri, given=Given(publisher=publisher))
    account = compare([first, read("Nothing.")], words).accounts[0]
    assert (account.side, account.basis) == (side, basis)


@pytest.mark.parametrize(
    ("text", "side", "basis"),
    [
        ("The leaders of Norway and Chile spoke of fish.", "CHL", "the other text is of the other side"),
        ("The harbour was quiet.", None, "nothing in it tells"),  # it does not even name the other side
        ("Fish is sold in Chile.", None, "nothing in it tells"),  # it tells of no meeting, and does not name both
    ],
)
def test_the_side_that_is_left(laid, text, side, basis):
    account = laid(MET + TOLD, text).accounts[1]
    assert (account.side, account.basis) == (side, basis)


def test_given_sides_overrule(laid):
    first, second = laid(MET + TOLD, "Nothing.", sides={0: "Chile", 1: "My side"}).accounts
    assert (first.side, first.side_name, first.basis) == ("CHL", "Chile", "as given")
    assert (second.side, second.side_name) == (None, "My side")


@pytest.mark.parametrize(
    ("name", "code"),
    [("CHL", "CHL"), ("Chile", "CHL"), ("the White House", "USA"), ("Chile and Peru", None), ("my side", None)],
)
def test_codes(words, name, code):
    assert code_of(name, words) == code
