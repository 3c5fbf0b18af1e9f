"""What a record is about, and where that is read from."""

import pytest

from onrecord.model import IssueBasis, Page
from onrecord.pipeline import process

BODY = "The French minister said that the tariffs would rise. The minister said that nobody would gain from it."


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (BODY, [(("tariffs",), IssueBasis.WORDS), (("tariffs",), IssueBasis.BEFORE)]),
        (
            "The French minister said that the tariffs would rise.\n\nThe minister said that nobody gained from it.",
            [(("tariffs",), IssueBasis.WORDS), (("tariffs",), IssueBasis.TEXT)],
        ),
        (
            "A day in Paris\n\nThe tariffs\n\nThe French minister said that nobody would gain from it.",
            [(("tariffs",), IssueBasis.HEADING)],
        ),
        ("The French minister said that nobody would gain from it.", [((), None)]),
        (
            "Asked about the new tariffs, the French minister said that nobody would gain from it.",
            [(("tariffs",), IssueBasis.SENTENCE)],
        ),
        ("The French health minister said that nobody would gain from it.", [((), None)]),  # who speaks is no matter
        (
            "Armies at the border\n\nThe border clashes went on.\n\nThe French minister said that the talks were hard.",
            [(("border-dispute",), IssueBasis.TEXT)],  # what the text is about is stronger than a weak word
        ),
        (
            "The French minister said that visas, chips, beef and sanctions were on the table.\n\n"
            "The minister said that the talks were hard.",
            [
                (("visas", "technology", "trade", "sanctions"), IssueBasis.WORDS),
                (("bilateral-relations",), IssueBasis.WORDS),
            ],
        ),
        (
            "A nuclear test in North Korea\n\nThe French minister said that Pyongyang stood alone.\n\n"
            "The minister said that the nuclear test was wrong.",  # the text is about both, and they are one
            [
                (("korean-peninsula", "nuclear-weapons"), IssueBasis.WORDS),
                (("nuclear-weapons", "korean-peninsula"), IssueBasis.WORDS),
            ],
        ),
        (
            "Visas for North Koreans\n\nThe French minister said that Pyongyang was alone.",
            [(("korean-peninsula",), IssueBasis.WORDS)],
        ),
        ("The French minister said that Ukraine was ready.", [(("ukraine-war",), IssueBasis.WORDS)]),
        (
            "New visas\n\nThe Ukrainian minister said that Ukraine was ready.",
            [(("visas",), IssueBasis.TEXT)],  # his own state is no matter
        ),
        ("At a seminar on vaccines, the French minister said that nobody would gain.", [((), None)]),
    ],
)
def test_issues_say_where_they_come_from(tools, text, topics):
    record = process(Page(uri="x", content=text.encode()), tools)
    assert [(statement.issues, statement.issues_basis) for statement in record.statements] == topics


def test_a_long_paragraph_is_read_in_time_that_grows_with_it(tools):
    text = "The French minister said that the tariffs would rise. " * 400
    record = process(Page(uri="x", content=text.encode()), tools)
    assert {statement.issues for statement in record.statements} == {("tariffs",)}
