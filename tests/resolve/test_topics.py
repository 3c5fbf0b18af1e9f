"""What a record is about, and where that is read from."""

import pytest

from onrecord.model import IssueBasis, Page
from onrecord.pipeline import process

BODY = "The French minister said that the tariffs would rise. The minister said that nobody would gain from it."


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (BODY, [(("tariffs",), IssueBasis.WORDS), (("tariffs",), IssueBasis.PARAGRAPH)]),
        (
            "The French minister said that the tariffs would rise.\n\nThe minister said that nobody gained from it.",
            [(("tariffs",), IssueBasis.WORDS), (("tariffs",), IssueBasis.TEXT)],
        ),
        (
            "A day in Paris\n\nThe tariffs\n\nThe French minister said that nobody would gain from it.",
            [(("tariffs",), IssueBasis.HEADING)],
        ),
        ("The French minister said that nobody would gain from it.", [((), None)]),
    ],
)
def test_issues_say_where_they_come_from(tools, text, topics):
    record = process(Page(uri="x", content=text.encode()), tools)
    assert [(statement.issues, statement.issues_basis) for statement in record.statements] == topics
