"""A writer of records by hand, about two invented states: Averland (AVL) and Borland (BRL)."""

from dataclasses import replace

import pytest

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
    Manner,
    Mention,
    MentionKind,
    Record,
    Statement,
    document_id,
    event_id,
    statement_id,
)
from onrecord.views.key_points import load_brief_words

COUNTRIES = {"AVL": "Averland", "BRL": "Borland", "CYR": "Cyrene"}
PEOPLE = {
    "Ada Holm": "AVL",
    "Bo Lind": "BRL",
    "Cato Brek": "BRL",
    "Borland's statement": "BRL",
    "Averland": "AVL",
    "Borland": "BRL",
}


class Writer:
    """Takes statements and events by the words of a text, and gives the record."""

    def __init__(self, text, published=None, title=None, uri="text.txt", publisher=None):
        self.doc_id, self.text = document_id(text), text
        self.about = {"published": published, "title": title, "uri": uri, "publisher": publisher}
        self.statements, self.events, self.findings, self.mentions = [], [], [], {}
        self.headings = ()

    def at(self, words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Evidence(self.doc_id, start, start + len(words), words)

    def mention(self, words, kind=MentionKind.NAMED, nth=0, **more):
        place = self.at(words, nth)
        return Mention(place.doc_id, place.start, place.end, place.exact, kind=kind, **more)

    def names(self, actor, words, office=None):
        """The actor is named here, with the office as the lexicon writes it."""
        self.mentions.setdefault(actor, []).append(self.mention(words, actor=actor, office=office))

    def says(self, speaker, *words, cue=None, by=None, quoted=(), kind=None, **more):
        """A statement; `speaker` is a name, several names, or None; `by` are the words for who speaks."""
        content = tuple(self.at(part) for part in words)
        speakers = (speaker,) if isinstance(speaker, str) else tuple(speaker or ())
        marks = tuple(self.at(part) for part in quoted)
        manner = kind or (Manner.MIXED if marks else Manner.INDIRECT)
        basis = MentionKind.NAMED if speakers else MentionKind.NONE
        more = {"act": Act.ASSERT, "rule": "test", "speaker_basis": basis} | more
        statement = Statement(
            id=statement_id(content, self.at(cue) if cue else None),
            kind=manner,
            content=content,
            speakers=speakers,
            speaker_mention=self.mention(by, kind=more["speaker_basis"]) if by else None,
            cue=self.at(cue) if cue else None,
            quoted=marks,
            **more,
        )
        self.statements.append(statement)
        return statement

    def does(self, type_, words, sources=(), targets=(), *, clause=None, duration=None, **more):
        """An event at these words."""
        trigger = self.at(words)
        event = Event(
            id=event_id(type_, trigger),
            type=type_,
            trigger=trigger,
            evidence=(self.at(clause or words),),
            rule=more.pop("rule", "test"),
            sources=sources,
            targets=targets,
            duration_mention=self.at(duration) if duration else None,
            **more,
        )
        self.events.append(event)
        return event

    def meets(self, words, *people, mode="meet", **more):
        """People of the two states meet at these words; the first is the source."""
        first, *others = people
        sides = [PEOPLE[name] for name in people]
        more = {"sources": (sides[0],), "targets": tuple(dict.fromkeys(sides[1:]))} | more
        return self.does(
            EventType.CONSULT, words, mode=mode, source_actors=(first,), target_actors=tuple(others), **more
        )

    def finds(self, kind, words=None, detail=""):
        place = self.at(words) if words else None
        spans = {"start": place.start, "end": place.end} if place else {}
        self.findings.append(Finding(kind=kind, detail=detail, **spans))

    def record(self):
        blocks, start = [], 0
        for number, piece in enumerate(self.text.split("\n\n")):
            kind = BlockKind.HEADING if number in self.headings else BlockKind.PARAGRAPH
            blocks.append(Block(kind=kind, start=start, end=start + len(piece)))
            start += len(piece) + 2
        states = {"Averland", "Borland"}
        actors = tuple(
            Actor(
                id=name,
                name=name,
                kind=ActorKind.STATE if name in states else ActorKind.PERSON,
                country=country,
                roles=("GOV",),
                mentions=tuple(self.mentions.get(name, ())),
            )
            for name, country in PEOPLE.items()
        )
        return Record(
            document=Document(id=self.doc_id, text=self.text, blocks=tuple(blocks), **self.about),
            findings=tuple(self.findings),
            actors=actors,
            statements=tuple(self.statements),
            events=tuple(self.events),
        )


@pytest.fixture
def write():
    return Writer


@pytest.fixture(scope="session")
def countries():
    return COUNTRIES


@pytest.fixture(scope="session")
def brief_words():
    """Our words, with the names of the invented states and two invented issues."""
    issues = {"river": "The river", "border": "The border", "bilateral-relations": "Relations"}
    issues["military-communications"] = "Military channels"
    return replace(load_brief_words(), issues=issues, countries=COUNTRIES)
