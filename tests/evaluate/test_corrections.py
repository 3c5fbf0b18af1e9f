"""What was read, scored by what people said of it."""

from datetime import UTC, datetime

import pytest

from onrecord.errors import SettingsError
from onrecord.evaluate.corrections import against_corrections
from onrecord.model import Actor, ActorKind, Document, Evidence, Manner, Matter, Record, Statement, document_id
from onrecord.store import MEMORY, open_store
from onrecord.store.correct import Teller, correct, merge

TEXT = "One said aa. Two said bb. Three said cc. Four said dd."
WORDS = ("aa", "bb", "cc", "dd")
ANN = Teller(by="ann", at="2031-06-01T10:00:00+00:00")


def record(uri="a.txt"):
    """Four statements by one actor."""
    id = document_id(TEXT)
    said = (
        Statement(
            id=f"s:{words}",
            kind=Manner.INDIRECT,
            content=(Evidence(id, TEXT.index(words), TEXT.index(words) + 2, words),),
            rule="test",
            speakers=("one",),
            date="2031-05-01",
        )
        for words in WORDS
    )
    actors = tuple(Actor(id=name, name=name, kind=ActorKind.PERSON) for name in ("one", "two"))
    return Record(document=Document(id=id, uri=uri, text=TEXT, blocks=()), actors=actors, statements=tuple(said))


@pytest.fixture
def store():
    with open_store(MEMORY) as opened:
        for uri in ("a.txt", "copy.txt"):
            opened.save(record(uri), page="p", reader="test", at=datetime(2031, 5, 12, tzinfo=UTC))
        yield opened


def say(store, words, values):
    with store.writing() as connection:
        correct(connection, [f"s:{words}"], values, ANN)


def figures(store):
    """The rows of both tables, by their names."""
    return {row[0]: row[1:] for table in against_corrections(store) for row in table.rows}


def test_of_each_field_those_count_that_somebody_judged(store):
    say(store, "aa", {Matter.VERDICT: ("accepted",)})
    say(store, "bb", {Matter.SPEAKER: ("two",)})
    say(store, "cc", {Matter.VERDICT: ("rejected",)})
    say(store, "dd", {Matter.NOTE: ()})
    told = figures(store)
    assert told["statement"] == told["both"] == ("3", "1", "1", "1", "33.3")
    assert told["statement: speaker"] == ("3", "1", "1", "1", "33.3")
    assert told["statement: date"] == ("2", "1", "0", "1", "50.0")
    assert told["event: status"] == ("0", "0", "0", "0", "-")


def test_a_correction_that_says_what_is_read_makes_it_right(store):
    say(store, "aa", {Matter.DATE: ("2031-05-01",)})
    assert figures(store)["statement: date"] == ("1", "1", "0", "0", "100.0")


def test_the_latest_word_is_the_one_that_scores(store):
    say(store, "aa", {Matter.DATE: ("2031-05-02",)})
    say(store, "aa", {Matter.DATE: ("2031-05-01",)})
    assert figures(store)["statement"] == ("1", "1", "0", "0", "100.0")


def test_actors_that_were_merged_are_one(store):
    say(store, "aa", {Matter.SPEAKER: ("two",)})
    assert figures(store)["statement: speaker"] == ("1", "0", "1", "0", "0.0")
    with store.writing() as connection:
        merge(connection, "one", "two", ANN)
    assert figures(store)["statement: speaker"] == ("1", "1", "0", "0", "100.0")


def test_what_nobody_judged_has_no_score(store):
    say(store, "aa", {Matter.NOTE: ()})
    with pytest.raises(SettingsError, match="nobody has judged a record"):
        figures(store)
