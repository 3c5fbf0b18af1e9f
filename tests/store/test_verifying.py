"""A row that another program changed is found, named by its table and key, in one line."""

import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, select, text, update

from onrecord.model import Matter
from onrecord.store import open_store
from onrecord.store.correct import Teller, correct
from onrecord.store.tables import actor, correction, document, entry, event, evidence, finding, statement
from onrecord.store.tables import text as texts
from onrecord.store.verifying import check

TALKS = (
    "President Emmanuel Macron met President Vladimir Putin in Moscow. "
    "Macron said France would help Ukraine. Wex said on Monday: “It rains.”"
)
AT = datetime(2031, 5, 12, tzinfo=UTC)


@pytest.fixture
def filled(store, keep, record_of):
    keep(record_of("Spain spoke."), record_of(TALKS), record_of(TALKS, uri="b.txt", published=None))
    return store


def faults(store):
    with store.reading() as connection:
        return [str(fault) for checked in check(connection) for fault in checked.faults]


def of_first(table):
    """A row of the second document."""
    return (table.c.document == 2) & (table.c.ordinal == 0)


TEXT = select(document.c.text).where(document.c.key == 2).scalar_subquery()
QUOTED = (evidence.c.document == 2) & (evidence.c.owner == "statement") & (evidence.c.role == "content")
FIRST = QUOTED & (evidence.c.ordinal == 0) & (evidence.c.part == 0)
HASH = "was changed: its hash is not that of what it holds"
STRAY = {
    "document": 2,
    "owner": "event",
    "ordinal": 99,
    "role": "trigger",
    "part": 0,
    "start": 0,
    "end": 1,
    "exact": "P",
}
TAMPERINGS = [
    (update(document).where(document.c.key == 2).values(title="Other"), f"document 2 (a.txt): {HASH}"),
    (update(document).where(document.c.key == 2).values(published="2031-05-13"), f"document 2 (a.txt): {HASH}"),
    (update(document).where(document.c.key == 2).values(blocks=[["paragraph", 0, 3]]), f"document 2 (a.txt): {HASH}"),
    (update(document).where(document.c.key == 2).values(hash="0"), f"document 2 (a.txt): {HASH}"),
    (
        update(document).where(document.c.key == 2).values(is_current=False),
        "document 2 (a.txt): does not hold, but is the last reading",
    ),
    (
        update(statement).where(of_first(statement)).values(negated=~statement.c.negated),
        f"statement 2/0 (a.txt): {HASH}",
    ),
    (update(statement).where(of_first(statement)).values(speakers=["usa"]), f"statement 2/0 (a.txt): {HASH}"),
    (update(statement).where(of_first(statement)).values(date="2031"), f"statement 2/0 (a.txt): {HASH}"),
    (update(event).where(of_first(event)).values(status="refused"), f"event 2/0 (a.txt): {HASH}"),
    (update(actor).where(of_first(actor)).values(name="Nobody"), f"actor 2/0 (a.txt): {HASH}"),
    (update(finding).where((finding.c.document == 3) & (finding.c.ordinal == 0)).values(detail="no"), HASH),
    (update(evidence).where(FIRST).values(exact="x"), "evidence 2/statement/0/content/0 (a.txt): says 'x', but"),
    (update(evidence).where(FIRST).values(start=evidence.c.start + 1), "evidence 2/statement/0/content/0 (a.txt): "),
    (update(evidence).where(FIRST).values(end=9999), "is no place in its text, which has"),
    (update(evidence).where(FIRST).values(role="cue_of_others"), f"statement 2/0 (a.txt): {HASH}"),
    (delete(evidence).where(FIRST), f"statement 2/0 (a.txt): {HASH}"),
    (delete(statement).where(of_first(statement)), "statement 2/0 (a.txt): is missing"),
    (delete(event).where(event.c.document == 2), "event 2/0 (a.txt): is missing"),
    (
        insert(evidence).values(STRAY),
        "evidence 2/event/99/trigger/0 (a.txt): belongs to no event",
    ),
]  # fmt: skip


def test_what_nobody_touched_is_sound(filled):
    assert faults(filled) == []
    with filled.reading() as connection:
        told = list(check(connection))
    assert sum(one.documents for one in told) == 3
    assert sum(one.passages for one in told) > 10


@pytest.mark.parametrize(("tampering", "told"), TAMPERINGS)
def test_a_row_that_was_changed_is_named(filled, tampering, told):
    with filled.writing() as connection:
        assert abs(connection.execute(tampering).rowcount) == 1  # -1: PostgreSQL does not count what is inserted
    (fault,) = faults(filled)
    assert told in fault
    assert "\n" not in fault


def test_a_text_that_was_changed_is_named_and_not_each_of_its_passages(filled):
    with filled.writing() as connection:
        connection.execute(update(texts).where(texts.c.id == TEXT).values(characters="Nothing of the kind."))
    (fault,) = faults(filled)
    assert fault.startswith("text sha256:")
    assert fault.endswith(": was changed: its id is not that of its characters")


def test_each_row_that_was_changed_has_its_line(filled):
    with filled.writing() as connection:
        connection.execute(update(actor).where(actor.c.document == 2).values(name="Nobody"))
        number = len(connection.execute(select(actor.c.ordinal).where(actor.c.document == 2)).all())
    assert [fault.split(" (")[0] for fault in faults(filled)] == [f"actor 2/{place}" for place in range(number)]


def test_a_row_that_was_moved_to_another_document_is_named(filled):
    with filled.writing() as connection:
        connection.execute(delete(entry).where(entry.c.document == 3))
        connection.execute(
            update(evidence).where((evidence.c.document == 3) & (evidence.c.owner == "event")).values(document=1)
        )
    told = faults(filled)
    assert any("evidence 1/event/0/" in fault for fault in told)
    assert any(fault == f"event 3/0 (b.txt): {HASH}" for fault in told)


@pytest.mark.parametrize("value", ["'{'", "x'ff'", "'NaN'", "'[[[[['"])
def test_json_that_is_none_is_named(tmp_path, record_of, value):
    with open_store(tmp_path / "s.db") as store:
        store.save(record_of(TALKS), page="p", reader="r", at=AT)
        with store.writing() as connection:
            connection.execute(text(f"UPDATE statement SET issues = {value} WHERE ordinal = 0"))
        assert faults(store) == [f"statement 1/0 (a.txt): {HASH}"]


def test_rows_without_their_document_are_named(tmp_path, record_of):
    with open_store(tmp_path / "s.db") as store:
        store.save(record_of(TALKS), page="p", reader="r", at=AT)
        raw = sqlite3.connect(tmp_path / "s.db")
        raw.execute("DELETE FROM document")
        raw.commit()
        raw.close()
        told = faults(store)
    assert "statement 1/0: belongs to no document" in told
    assert any(fault.startswith("evidence 1/actor/0/") for fault in told)


def test_a_correction_that_was_changed_is_found(filled):
    with filled.writing() as connection:
        one = connection.execute(select(statement.c.id).where(statement.c.document == 2)).scalars().first()
        correct(connection, [one], {Matter.ISSUE: ("trade",)}, Teller(by="ada", at="2031-06-01T10:00:00+00:00"))
    assert faults(filled) == []
    with filled.writing() as connection:
        connection.execute(update(correction).values(withdrawn_by="ada", withdrawn_at="2031-06-02T10:00:00+00:00"))
    assert faults(filled) == []
    with filled.writing() as connection:
        connection.execute(update(correction).values(note="Not hers."))
    assert faults(filled) == [f"correction 1 (a.txt): {HASH}"]


def test_a_correction_that_is_gone_is_named(tmp_path, record_of):
    with open_store(tmp_path / "s.db") as store:
        record = record_of(TALKS)
        store.save(record, page="p", reader="r", at=AT)
        with store.writing() as connection:
            teller = Teller(by="ada", at="2031-06-01T10:00:00+00:00")
            correct(connection, [one.id for one in record.statements], {Matter.ISSUE: ("trade",)}, teller)
        raw = sqlite3.connect(tmp_path / "s.db")  # which lets rows go that others refer to
        raw.execute("DELETE FROM correction WHERE number = 1")
        raw.commit()
        raw.close()
        assert faults(store) == ["correction 1: is missing"]
