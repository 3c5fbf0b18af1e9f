"""Objections and protests that are registered or lodged are said; votes, ships and travellers are not."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland registered its objections to the dam.", ["its objections to the dam"]),
        ("Sudmark lodged a protest over the dam.", ["a protest over the dam"]),
        ("Norland registered twelve ships last year.", []),
        ("The guests lodged three nights in Belm.", []),
    ],
)
def test_what_is_registered(reading, text, expected):
    assert [statement.content[0].exact for statement in reading(text).statements] == expected
