"""The speakers of a text, resolved: they are named by their words in it, in reading order.

What they say is the rest of their sentence.
"""

import pytest

from onrecord import lexicon
from onrecord.annotate.mentions import mention, mentions
from onrecord.annotate.nlp import annotate
from onrecord.model import (
    Block,
    BlockKind,
    Document,
    Evidence,
    Extraction,
    Manner,
    MentionKind,
    Page,
    Record,
    Statement,
    document_id,
)
from onrecord.pipeline import process
from onrecord.resolve.actors import directory, resolve_actors

DAY = "2023-09-01"


@pytest.fixture(scope="session")
def resolved(tools):
    """The statements of a text's speakers, with its actors and findings."""

    def resolved(text, *speakers, published=DAY, via=None):
        block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
        document = Document(id=document_id(text), uri="test", text=text, blocks=(block,), published=published)
        doc = annotate(document, (), tools.reader)
        statements, place = [], 0
        for number, words in enumerate(speakers):
            start = text.index(f"{words} said", place) if words else text.index(". ", place) + 2
            end = start + len(words)
            stop = text.find(".", end)
            spoken = mention(doc.char_span(start, end)) if words else None
            said = Evidence(document.id, end, stop, text[end:stop])
            relay = None
            if via is not None:
                first = text.index(via)
                relay = mention(doc.char_span(first, first + len(via)))
            basis = spoken.kind if spoken is not None else MentionKind.CONTINUED
            statements.append(
                Statement(
                    id=f"s{number}",
                    kind=Manner.INDIRECT,
                    content=(said,),
                    rule="test",
                    speaker_mention=spoken,
                    speaker_basis=basis,
                    via_mention=relay,
                )
            )
            place = end
        extraction = Extraction(statements=tuple(statements), mentions=mentions(doc))
        return resolve_actors(extraction, document, directory(lexicon.load()))

    return resolved


@pytest.fixture(scope="session")
def record_of(tools):
    """A text -> its record, as published on a Wednesday."""

    def record_of(text, published="2031-05-14"):
        record = process(Page(uri="test.txt", content=text.encode(), published_otherwise=published), tools)
        assert isinstance(record, Record)
        return record

    return record_of
