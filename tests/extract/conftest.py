"""Reads sentences in which the expected spans are marked: "[speaker Varga] [cue said] that [content talks go on]"."""

import re

import pytest

from onrecord.annotate.nlp import annotate
from onrecord.extract import extract
from onrecord.ingest import to_document
from onrecord.model import Page

MARK = re.compile(r"\[(\w+) ((?:[^\[\]]|\[[^\w\]]*\])*)\]")


@pytest.fixture(scope="session")
def read(tools):
    """A text -> its annotated Doc."""

    def annotated(text):
        document, findings = to_document(Page(uri="test", content=text.encode()))
        return annotate(document, findings, tools.reader)

    return annotated


@pytest.fixture(scope="session")
def reading(read, tools):
    """A text -> what is extracted from it."""
    return lambda text: extract(read(text), tools.words)


@pytest.fixture(scope="session")
def unmark():
    """A marked text -> the text, and for each label the spans with it."""

    def unmarked(marked):
        text, spans, end = "", {}, 0
        for mark in MARK.finditer(marked):
            text += marked[end : mark.start()]
            spans.setdefault(mark[1], []).append((len(text), len(text) + len(mark[2])))
            text += mark[2]
            end = mark.end()
        return text + marked[end:], spans

    return unmarked


@pytest.fixture(scope="session")
def told():
    """A statement -> its spans by label, as `unmark` gives them."""

    def spans(statement):
        named = {
            "content": statement.content,
            "cue": (statement.cue,),
            "speaker": (statement.speaker_mention,),
            "addressee": (statement.addressee_mention,),
            "via": (statement.via_mention,),
        }
        return {
            label: [(passage.start, passage.end) for passage in passages if passage is not None]
            for label, passages in named.items()
            if any(passage is not None for passage in passages)
        }

    return spans
