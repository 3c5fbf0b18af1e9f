"""How long each stage of the line takes on the same texts, in time of the processor."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import spacy
from spacy.language import Language

from onrecord.annotate.mentions import forget
from onrecord.annotate.nlp import BATCH, annotate
from onrecord.annotate.stretches import stretches
from onrecord.extract import extract
from onrecord.extract.events import events
from onrecord.extract.statements import statements
from onrecord.ingest import to_document
from onrecord.ingest.findings import findings
from onrecord.model import Document, Finding, Page, Record
from onrecord.pipeline import Tools, process
from onrecord.resolve import resolve
from onrecord.settings import DEFAULT_PIPELINE

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """Seconds of the processor for one set of texts, and how much text that was.

    `extracting` holds `coding` (events) and `attributing` (statements); `line` is all from page to record.
    """

    words: int
    sentences: int
    plain: float  # spaCy with every component
    parsing: float  # spaCy as we use it
    annotating: float  # the same with what we mark
    ingesting: float
    extracting: float
    attributing: float
    coding: float
    resolving: float
    line: float

    @property
    def added(self) -> float:
        """What extracting and resolving add to parsing, as a share of it."""
        return (self.extracting + self.resolving) / self.parsing


def stages(pages: Sequence[Page], tools: Tools, plain: Language) -> Stages:
    """Reads the pages one stage at a time, then in one go."""
    ingesting, ingested = _timed(lambda: [_ingested(page, tools) for page in pages])
    texts = [piece.text for document, found in ingested for piece in stretches(document, found)]
    plain_time, _ = _timed(lambda: _parsed(plain, texts))
    parsing, _ = _timed(lambda: _parsed(tools.reader.nlp, texts))
    annotating, docs = _timed(lambda: [annotate(document, found, tools.reader) for document, found in ingested])
    words = tools.words
    extracting, extracted = _timed(lambda: [extract(doc, words) for doc in docs])
    for doc in docs:
        forget(doc)
    attributing, _ = _timed(lambda: [list(statements(doc, words.cues, words.acts, words.occasions)) for doc in docs])
    for doc in docs:
        forget(doc)
    coding, _ = _timed(lambda: [events(doc, words.frames) for doc in docs])
    resolving, _ = _timed(
        lambda: [
            resolve(extraction, document, found, tools.knowledge)
            for extraction, (document, found) in zip(extracted, ingested, strict=True)
        ]
    )
    line, read = _timed(lambda: [process(page, tools) for page in pages])
    return Stages(
        words=sum(len(record.document.text.split()) for record in read if isinstance(record, Record)),
        sentences=sum(1 for doc in docs for _ in doc.sents),
        plain=plain_time,
        parsing=parsing,
        annotating=annotating,
        ingesting=ingesting,
        extracting=extracting,
        attributing=attributing,
        coding=coding,
        resolving=resolving,
        line=line,
    )


def plain_pipeline() -> Language:
    """The same spaCy pipeline with all its components, as others load it."""
    return spacy.load(DEFAULT_PIPELINE)


def _ingested(page: Page, tools: Tools) -> tuple[Document, tuple[Finding, ...]]:
    document, noticed = to_document(page)
    return document, (*noticed, *findings(document, tools.lexicon.furniture))


def _parsed(nlp: Language, texts: Iterable[str]) -> int:
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))


def _timed(make: Callable[[], Made]) -> tuple[float, Made]:
    started = time.process_time()
    made = make()
    return time.process_time() - started, made
