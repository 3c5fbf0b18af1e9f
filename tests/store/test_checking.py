"""Each kind of fault is named in one line with its table and place; a sound store has none."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from onrecord.model import Actor, ActorKind, Matter
from onrecord.model.corrections import CORRECTED
from onrecord.store import records
from onrecord.store.checking import check
from onrecord.store.correct import Teller, correct, split
from onrecord.store.engine import SQLITE
from onrecord.store.index import TABLE
from onrecord.store.tables import band, called, corrects, document, entry, evidence, signature, statement
from onrecord.store.tables import text as texts

TALKS = "President Emmanuel Macron met President Vladimir Putin in Moscow. Macron said France would help Ukraine."
LATER = f"{TALKS} Putin said Russia would not."


@pytest.fixture
def filled(store, keep, record_of):
    keep(record_of(TALKS), record_of(LATER), record_of("It rains.", uri="b.txt", published=None))
    return store


def faults(store):
    return [str(fault) for fault in check(store)]


def test_a_sound_store_has_none(filled):
    assert faults(filled) == []


def test_an_empty_store_has_none(store):
    assert faults(store) == []


def test_a_long_text_with_a_word_in_it_many_times_has_none(store, keep, record_of):
    keep(record_of("Macron said France’s café would help. " * 500))
    assert faults(store) == []


HARM = {
    "text": (update(texts).values(characters=texts.c.characters + "!"), r"^text sha256:\w+: its characters are not"),
    "text of no document": (insert(texts).values(id="sha256:0", characters="x"), "^text sha256:0: no document has it$"),
    "not current": (
        update(document).where(document.c.key == 2).values(is_current=False),
        r"^document 2 \(a\.txt\): does not hold, but is the last reading$",
    ),
    "passage": (
        update(evidence).where(evidence.c.document == 1, evidence.c.role == "cue").values(exact="sang"),
        r"^document 1: is damaged",
    ),
    "title": (
        update(document).where(document.c.key == 1).values(title="Other"),
        r"^document 1 \(a\.txt\): was changed: its hash is not that of what it holds$",
    ),
    "no such value": (
        update(statement).where(statement.c.document == 2).values(modality="loud"),
        r"^document 2: is damaged .*'loud'",
    ),
    "row gone": (
        delete(statement).where(statement.c.document == 2),
        r"^statement 2/0 \(a\.txt\): is missing$",
    ),
    "strange owner": (
        update(evidence).where(evidence.c.owner == "actor", evidence.c.document == 1).values(owner="ghost"),
        r"^evidence 1/ghost/0/mentions/0 \(a\.txt\): belongs to no ghost$",
    ),
    "entry's day": (
        update(entry).where(entry.c.document == 3).values(day="2031-05-12"),
        "^entry 5: day not as document 3/0 has it$",
    ),
    "entry's facets": (
        update(entry).where(entry.c.owner == "statement").values(facets="is:statement"),
        r"^entry \d+: facets not as statement 2/0 has it$",
    ),
    "entry of nothing": (
        update(entry).where(entry.c.owner == "event").values(ordinal=77),
        r"^entry \d+: event 2/77 is not there$",
    ),
}


def test_corrections_of_nothing_are_named(filled):
    with filled.writing() as connection:
        one = connection.execute(select(statement.c.id).where(statement.c.document == 2)).scalars().first()
        correct(connection, [one], {Matter.ISSUE: ("trade",)}, Teller(by="ada", at="2031-06-01T10:00:00+00:00"))
    assert faults(filled) == []
    with filled.writing() as connection:
        connection.execute(update(corrects).values(ordinal=77))
    assert faults(filled)[0] == "corrects 2/77: it is of a statement that is not there"


@pytest.mark.parametrize("harm", [delete(band), delete(signature), update(signature).values(values=b"x" * 512)])
def test_a_document_whose_copies_would_not_be_found_is_named(store, keep, record_of, harm):
    keep(record_of(f"{TALKS} {' '.join(f'Word {number}.' for number in range(99))}"))
    with store.writing() as connection:
        connection.execute(harm)
    assert faults(store) == ["signature 1: copies of its document are not found by it"]
    with store.writing() as connection:
        records.entries_anew(connection)
    assert faults(store) == []


@pytest.mark.parametrize("harm", HARM)
def test_faults_are_named(filled, harm):
    wrong, told = HARM[harm]
    with filled.writing() as connection:
        assert connection.execute(wrong).rowcount
    found = faults(filled)
    assert any(_is_told(told, fault) for fault in found), found


def _is_told(pattern, fault):
    import re

    return "\n" not in fault and re.search(pattern, fault)


def test_what_the_index_lacks_is_named(filled):
    with filled.writing() as connection:
        key = connection.execute(select(entry.c.key).where(entry.c.document == 3)).scalar_one()
        if connection.dialect.name == SQLITE:
            values = {"key": key, "words": "it rain", "facets": "is:document"}
            gone = f"INSERT INTO {TABLE} ({TABLE}, rowid, words, facets) VALUES ('delete', :key, :words, :facets)"
        else:
            values, gone = {"key": key}, f"DELETE FROM {TABLE} WHERE key = :key"
        connection.execute(text(gone), values)
    assert faults(filled) == [f"{TABLE} {key}: it does not hold the words of its entry (of document 3)"]


def test_what_search_finds_can_be_made_anew(filled):
    with filled.writing() as connection:
        connection.execute(update(entry).values(facets="is:nothing", day=None))
    assert len(faults(filled)) > 5
    with filled.writing() as connection:
        records.entries_anew(connection)
    assert faults(filled) == []


def test_rows_whose_document_is_gone_are_named(filled):
    if filled.engine.dialect.name != SQLITE:
        pytest.skip("PostgreSQL lets no row lose its document")
    driver = filled.engine.raw_connection()
    driver.cursor().execute("PRAGMA foreign_keys = OFF")
    driver.cursor().execute("DELETE FROM document WHERE key = 3")
    driver.cursor().execute("PRAGMA foreign_keys = ON")
    driver.close()
    found = faults(filled)
    assert "entry: refers to a row of document that is not there" in {fault.replace(" row 5", "") for fault in found}
    assert "finding 3/0: its document is not there" in found or "entry 3/0: its document is not there" in found


def test_actors_whom_nobody_would_find_are_named_and_found_again(filled, judged_apart):
    with filled.writing() as connection:
        connection.execute(delete(called))
    found = faults(filled)
    assert {"called 'emmanuel macron'", "called 'li wei'"} <= {fault.split(":")[0] for fault in found}
    with filled.writing() as connection:
        records.entries_anew(connection)
    assert faults(filled) == []


@pytest.fixture
def judged_apart(filled):
    """One record of Macron's is somebody else's, whom no document names."""
    other = Actor(id="person.li-wei", name="Li Wei", kind=ActorKind.PERSON, basis=CORRECTED)
    with filled.writing() as connection:
        one = connection.execute(select(statement).where(statement.c.document == 2)).first()
        split(connection, [one.id], one.speakers[0], other, Teller(by="ada", at="2031-06-01T10:00:00+00:00"))
