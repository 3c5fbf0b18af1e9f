import pytest

from onrecord import lexicon
from onrecord.model import (
    Act,
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

TEXT = (
    "Talks in Oum\n\n"
    "Foreign Minister Ilse Brandt met her counterpart in Oum 🕊 on Monday. “We will return,” Brandt said."
)


def at(words, shape=Evidence, **more):
    start = TEXT.index(words)
    return shape(document_id(TEXT), start, start + len(words), words, **more)


@pytest.fixture(scope="session")
def record():
    """A record made by hand, with something in every field that a passage can stand in."""
    speaker = at("Brandt said"[:6], Mention, kind=MentionKind.NAMED, name="Brandt", actor="brandt")
    return Record(
        document=Document(
            id=document_id(TEXT),
            uri="talks.txt",
            text=TEXT,
            blocks=(
                Block(kind=BlockKind.HEADLINE, start=0, end=12),
                Block(kind=BlockKind.PARAGRAPH, start=14, end=len(TEXT)),
            ),
            published="2031-05-12",
            provenance={"published": "option"},
        ),
        findings=(
            Finding(kind=FindingKind.NO_DATE, detail="nothing says when it was published"),
            Finding(kind=FindingKind.GARBLED, detail="a caption is glued in", start=0, end=5),
        ),
        actors=(Actor(id="brandt", name="Ilse Brandt", kind=ActorKind.PERSON, mentions=(speaker,)),),
        statements=(
            Statement(
                id=statement_id((at("We will return"),), at("said")),
                kind=Manner.DIRECT,
                content=(at("We will return"),),
                quoted=(at("We will return"),),
                rule="direct/inverted",
                speakers=("brandt",),
                speaker_rule="name: introduced in this document",
                speaker_mention=speaker,
                speaker_basis=MentionKind.NAMED,
                cue=at("said"),
                act=Act.PROMISE,
            ),
        ),
        events=(
            Event(
                id=event_id(EventType.CONSULT, at("met")),
                type=EventType.CONSULT,
                mode="meet",
                trigger=at("met"),
                evidence=(at("met her counterpart in Oum 🕊 on Monday"),),
                rule="meet",
                date_mention=at("Monday"),
                place="Oum",
                place_mention=at("Oum"),
            ),
        ),
    )


@pytest.fixture(scope="session")
def words():
    return lexicon.load()
