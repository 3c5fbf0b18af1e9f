"""The page on the store tells of every table and column, and its questions run on both databases."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.model import Rejected
from onrecord.store.tables import metadata

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^```sql\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)

AT = datetime(2031, 5, 12, tzinfo=UTC)
TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."
LATER = f"{TALKS} Macron promised help for Ukraine."
TRADE = "Foreign Minister Wang Yi said on 3 May 2031 that trade talks with France would resume."

MACRON = ("2031-05-12", "Macron", "France would help Ukraine", "https://example.org/talks")
UNDATED = "nothing says when it was published"
ANSWERS = [
    [
        ("https://example.org/copy", 1, "2031-05-12", None),
        ("https://example.org/talks", 2, "2031-05-12", None),
        ("https://example.org/trade", 1, "2031-05-12", None),
    ],
    [MACRON, ("2031-05-12", "Macron", "help for Ukraine", "https://example.org/talks")],
    [("chn.wang-yi", 2), ("fra.macron-emmanuel", 2)],
    [("2031-05-12", "CONSULT", "occurred", "met")],
    [("2031-05", "assert", 2), ("2031-05", "promise", 2)],
    [("Macron", 2), ("President Emmanuel Macron", 1)],
    [(1, False, 1), (2, True, 2)],
    [("sha256", 2, "https://example.org/copy")],
    [
        ("empty.txt", "failed", "empty.txt: is empty"),
        *((f"https://example.org/{name}", "no_date", UNDATED) for name in ("copy", "talks", "trade")),
    ],
    [],
]


@pytest.fixture
def filled(store, keep, record_of):
    keep(record_of(TALKS, uri="https://example.org/talks"), record_of(LATER, uri="https://example.org/talks"))
    keep(*(record_of(TRADE, uri=f"https://example.org/{name}") for name in ("trade", "copy")))
    store.fail(Rejected(uri="empty.txt", reason="empty.txt: is empty"), page=None, at=AT)
    return store


def test_there_are_ten_questions():
    assert len(QUESTIONS) == len(ANSWERS) == 10


@pytest.mark.parametrize(("question", "answer"), list(zip(QUESTIONS, ANSWERS, strict=True)), ids=range(10))
def test_each_question_has_its_answer(filled, question, answer):
    with filled.reading() as connection:
        rows = [tuple(row) for row in connection.execute(text(question))]
    assert [tuple(_short(value) for value in row) for row in rows] == answer


def _short(value):
    return value.split(":")[0] if isinstance(value, str) and value.startswith("sha256:") else value


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.name)
def test_every_table_and_column_is_told_of(table):
    section = re.search(rf"^### `{table.name}`\n(.*?)(?=^##)", PAGE + "\n##", re.DOTALL | re.MULTILINE)
    assert section is not None, f"docs/store.md has no section on {table.name}"
    told = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`.*?) \|", section[1], re.MULTILINE))))
    assert told == set(table.columns.keys())
