"""Records by hand, from the words of a text."""

import pytest

from onrecord.model import (
    Block,
    BlockKind,
    Document,
    Event,
    EventType,
    Evidence,
    Manner,
    Mention,
    MentionKind,
    Record,
    Statement,
    document_id,
)


class Writer:
    """Takes statements and events by the words of one text."""

    def __init__(self, text):
        self.doc_id, self.text = document_id(text), text

    def at(self, words):
        start = self.text.index(words)
        return Evidence(self.doc_id, start, start + len(words), words)

    def mention(self, words, kind=MentionKind.NAMED):
        place = self.at(words)
        return Mention(place.doc_id, place.start, place.end, place.exact, kind=kind)

    def said(self, *content, speaker=None, cue=None, via=None, to=None, kind=Manner.INDIRECT, rule="statement/clause"):
        """A statement; a speaker "..." is nobody named anew: the statement goes on for the one before."""
        named = None if speaker in (None, "...") else self.mention(speaker)
        basis = MentionKind.CONTINUED if speaker == "..." else MentionKind.NAMED if named else MentionKind.NONE
        return Statement(
            id=f"s:{self.text.index(content[0])}",
            kind=kind,
            content=tuple(self.at(part) for part in content),
            rule=rule,
            speaker_mention=named,
            speaker_basis=basis,
            cue=self.at(cue) if cue else None,
            via_mention=self.mention(via) if via else None,
            addressee_mention=self.mention(to) if to else None,
        )

    def done(self, type, trigger, *, by=(), to=(), sources=(), targets=(), **more):
        """An event; `by` and `to` are the words for its parties."""
        return Event(
            id=f"e:{self.text.index(trigger)}",
            type=EventType(type),
            trigger=self.at(trigger),
            evidence=(self.at(trigger),),
            rule="event/test",
            sources=sources,
            targets=targets,
            source_mentions=tuple(self.mention(words) for words in by),
            target_mentions=tuple(self.mention(words) for words in to),
            **more,
        )

    def record(self, *, statements=(), events=()):
        blocks = (Block(kind=BlockKind.PARAGRAPH, start=0, end=len(self.text)),)
        document = Document(id=self.doc_id, uri="text", text=self.text, blocks=blocks)
        return Record(document=document, statements=tuple(statements), events=tuple(events))


@pytest.fixture
def writer():
    return Writer
