"""The law: no record without evidence."""

import pickle
from dataclasses import replace

import pytest

from onrecord.errors import EvidenceError
from onrecord.model import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Document,
    Event,
    EventType,
    Evidence,
    Finding,
    FindingKind,
    Manner,
    Mention,
    MentionKind,
    Record,
    Statement,
    document_id,
    event_id,
    statement_id,
)

TEXT = "Oum said “yes” 🕊 twice."
DOCUMENT = Document(
    id=document_id(TEXT), uri="x", text=TEXT, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(TEXT)),)
)
YES = Evidence(DOCUMENT.id, 10, 13, "yes")
FALSE = Evidence(DOCUMENT.id, 10, 13, "yea")
ELSEWHERE = Evidence("sha256:other", 10, 13, "yes")
BEYOND = Evidence(DOCUMENT.id, 900, 903, "yes")
OUM = Mention(DOCUMENT.id, 0, 3, "Oum", kind=MentionKind.NAMED)
STATEMENT = Statement(id="s:1", kind=Manner.DIRECT, content=(YES,), rule="test")
EVENT = Event(id="e:1", type=EventType.AGREE, trigger=YES, evidence=(YES,), rule="test")
ACTOR = Actor(id="oum", name="Oum", kind=ActorKind.STATE, mentions=(OUM,))


def test_what_the_text_bears_out_is_a_record():
    record = Record(document=DOCUMENT, statements=(STATEMENT,), events=(EVENT,), actors=(ACTOR,))
    assert list(record.passages()) == [YES, YES, YES, OUM]
    assert pickle.loads(pickle.dumps(record)) == record


def test_offsets_are_code_points():
    dove = TEXT.index("🕊")
    statement = replace(STATEMENT, content=(Evidence(DOCUMENT.id, dove + 2, dove + 7, "twice"),))
    assert Record(document=DOCUMENT, statements=(statement,)).statements == (statement,)


@pytest.mark.parametrize("passage", [FALSE, ELSEWHERE, BEYOND])
@pytest.mark.parametrize(
    "place",
    [
        lambda passage: {"statements": (replace(STATEMENT, content=(YES, passage)),)},
        lambda passage: {"statements": (replace(STATEMENT, quoted=(passage,)),)},
        lambda passage: {"statements": (replace(STATEMENT, cue=passage),)},
        lambda passage: {"statements": (replace(STATEMENT, date_mention=passage),)},
        lambda passage: {"events": (replace(EVENT, trigger=passage),)},
        lambda passage: {"events": (replace(EVENT, evidence=(YES, passage)),)},
        lambda passage: {"events": (replace(EVENT, place_mention=passage),)},
        lambda passage: {"events": (replace(EVENT, duration_mention=passage),)},
        lambda passage: {"actors": (replace(ACTOR, mentions=(passage,)),)},
    ],
)
def test_a_passage_that_is_not_in_the_text_is_refused_wherever_it_stands(passage, place):
    with pytest.raises(EvidenceError, match="is not"):
        Record(document=DOCUMENT, **place(passage))


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"statements": (STATEMENT, STATEMENT)}, "two statements with one id"),
        ({"events": (EVENT, EVENT)}, "two events with one id"),
        ({"actors": (ACTOR, ACTOR)}, "two actors with one id"),
        ({"findings": (Finding(kind=FindingKind.GARBLED, detail="", start=3, end=99),)}, "outside the text"),
        ({"findings": (Finding(kind=FindingKind.GARBLED, detail="", start=3),)}, "outside the text"),
        ({"document": replace(DOCUMENT, blocks=(Block(kind=BlockKind.QUOTE, start=-1, end=3),))}, "outside the text"),
    ],
)
def test_what_lies_outside_or_has_no_id_of_its_own_is_refused(parts, problem):
    with pytest.raises(EvidenceError, match=problem):
        Record(**{"document": DOCUMENT, **parts})


@pytest.mark.parametrize(("record", "emptied"), [(STATEMENT, {"content": ()}), (EVENT, {"evidence": ()})])
def test_what_rests_on_no_passage_is_refused(record, emptied):
    with pytest.raises(EvidenceError, match=f"{record.id} rests on no passage"):
        replace(record, **emptied)


@pytest.mark.parametrize(("start", "end", "exact"), [(-1, 2, "yes"), (3, 3, ""), (4, 3, "y"), (0, 2, "yes")])
def test_offsets_that_do_not_fit_their_words_are_refused(start, end, exact):
    with pytest.raises(EvidenceError):
        Evidence(DOCUMENT.id, start, end, exact)


def test_the_same_passages_have_the_same_id():
    assert statement_id([YES], None) == statement_id([YES], None)
    assert statement_id([YES], None) != event_id(EventType.AGREE, YES)
    assert event_id(EventType.AGREE, YES) != event_id(EventType.CONSULT, YES)
    assert statement_id([YES], None) != statement_id([OUM], None)
    assert document_id("a") != document_id("b")
