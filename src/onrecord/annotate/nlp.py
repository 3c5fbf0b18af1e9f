"""Builds the spaCy pipeline, and ties what it reads to the document: span -> Evidence.

The only module that knows which pipeline is used.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata

import spacy
from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from onrecord.annotate.actors import ActorMatcher, mark_actors
from onrecord.annotate.casing import Casing, recased
from onrecord.annotate.columns import mark_columns
from onrecord.annotate.datelines import parted, placenames
from onrecord.annotate.dates import mark_dates
from onrecord.annotate.days import part_days
from onrecord.annotate.lemmas import part_lookalikes
from onrecord.annotate.mending import mend
from onrecord.annotate.quotes import mark_quotes
from onrecord.annotate.ruling import remember
from onrecord.annotate.spelling import spelling
from onrecord.annotate.stretches import Stretch, stretches
from onrecord.errors import SettingsError
from onrecord.lexicon import Lexicon
from onrecord.model import Document, Evidence, Finding

UNREAD = (
    "ner",
    "senter",
)  # components that no rule reads; the entity recogniser costs more than tagging and parsing
GLUED = (  # marks with no blank beside them, where lines were run together or a dash or a footnote follows
    r'(?<=\w)[.,:;!?](?=["“]\w)',  # 'friendly."We hope'
    r'(?<=[.,:;!?])["“](?=\w)',
    r'[.,!?…](?=["”’]+[―—–])',  # 'friendly."— Varga', '“We”—he said—“go”'
    r'["”’](?=[―—–])',
    r'(?<=["”’])[—–]',
    r'[—–](?=["“])',
    r'(?<=[—–])["“]',
    r'[.,!?…](?=["”]\[)',  # 'friendly.”[1]'
    r'["”](?=\[)',
    r"―",
)
MARKS = r"[‹›―]"  # the tokenizer knows no such marks at the edges of words
BATCH = 32  # stretches parsed at a time: enough to fill a batch, little enough to keep memory flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What annotating takes, loaded once: the spaCy pipeline, the matcher of known actors, how words are spelled.

    `places` are the names of places in small letters, see `placenames`.
    """

    nlp: Language
    actors: ActorMatcher
    casing: Casing
    places: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a Doc's tokens stand: token i is document.text[starts[i]:ends[i]], in block blocks[i]."""

    document: Document
    starts: Sequence[int]
    ends: Sequence[int]
    blocks: Sequence[int]


def build_reader(pipeline: str, lexicon: Lexicon) -> Reader:
    """The named spaCy pipeline without what nothing reads. Raises: SettingsError where it is not installed."""
    try:
        nlp = spacy.load(pipeline, exclude=UNREAD)
    except OSError as error:
        known = ", ".join(sorted(_installed_pipelines())) or "none"
        raise SettingsError(f"no spaCy pipeline named {pipeline!r} is installed; installed: {known}") from error
    if "parser" not in nlp.pipe_names:
        raise SettingsError(f"the spaCy pipeline {pipeline!r} has no dependency parser; OnRecord reads parses")
    _part_glued_marks(nlp)
    part_lookalikes(nlp)
    remember(nlp)
    return Reader(
        nlp=nlp,
        actors=ActorMatcher(nlp.vocab, lexicon),
        casing=spelling(nlp, lexicon),
        places=placenames(lexicon),
    )


def _part_glued_marks(nlp: Language) -> None:
    """Gives the pipeline a tokenizer that parts them. To set the marks of the one that it has would take far longer."""
    plain = nlp.tokenizer
    if isinstance(plain, Tokenizer):
        nlp.tokenizer = Tokenizer(
            nlp.vocab,
            rules=plain.rules,
            prefix_search=compile_prefix_regex([*(nlp.Defaults.prefixes or ()), MARKS]).search,
            suffix_search=compile_suffix_regex([*(nlp.Defaults.suffixes or ()), MARKS]).search,
            infix_finditer=compile_infix_regex([*(nlp.Defaults.infixes or ()), *GLUED]).finditer,
            token_match=plain.token_match,
            url_match=plain.url_match,
            faster_heuristics=plain.faster_heuristics,
        )


def annotate(document: Document, findings: Iterable[Finding], reader: Reader) -> Doc:
    """One Doc for the readable text of a document: parsed, with what is marked in doc.spans."""
    pieces = recased(list(parted(stretches(document, findings), reader.places)), reader.casing)
    parsed = list(reader.nlp.pipe((piece.text for piece in pieces), batch_size=BATCH))
    doc = Doc.from_docs(parsed, ensure_whitespace=True) if parsed else Doc(reader.nlp.vocab)
    doc.user_data["places"] = _places(document, pieces, parsed)
    mark_quotes(doc, _stretch_starts(parsed))
    mend(doc)
    part_days(doc)
    mark_columns(doc)
    mark_actors(doc, reader.actors)
    mark_dates(doc)
    return doc


def places(doc: Doc) -> Places:
    """Where the tokens of an annotated Doc stand in its document."""
    found: Places = doc.user_data["places"]
    return found


def evidence(span: Span) -> Evidence:
    """The passage of the document that a span stands for."""
    where = places(span.doc)
    start, end = where.starts[span.start], where.ends[span.end - 1]
    return Evidence(where.document.id, start, end, where.document.text[start:end])


def _places(document: Document, pieces: Sequence[Stretch], parsed: Sequence[Doc]) -> Places:
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    for piece, doc in zip(pieces, parsed, strict=True):
        for start, length in doc.to_array([IDX, LENGTH]).tolist():
            starts.append(piece.places[start])
            ends.append(_with_accents(document.text, piece.places[start + length - 1] + 1))
        blocks.extend([piece.block] * len(doc))
    return Places(document=document, starts=starts, ends=ends, blocks=blocks)


def _with_accents(text: str, end: int) -> int:
    """Where a word ends when the accents that stand after its last letter are its own."""
    while end < len(text) and text[end] > "~" and unicodedata.combining(text[end]):
        end += 1
    return end


def _stretch_starts(parsed: Sequence[Doc]) -> list[int]:
    """The number of the first token of each stretch."""
    starts, here = [], 0
    for doc in parsed:
        starts.append(here)
        here += len(doc)
    return starts


def _installed_pipelines() -> Iterable[str]:
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"] or ""
        if any(entry.group == "spacy_models" for entry in distribution.entry_points):
            yield name.replace("-", "_")
