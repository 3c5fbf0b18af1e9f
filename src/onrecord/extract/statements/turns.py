"""Reports that a colon or a dash makes: "PENCE: Well, look", "Said Ellis: '...'", "'...' - Adriana Rodarte"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Reading, Report

LONGEST_NAME = 7  # tokens before a colon that can be who speaks; more is a sentence
NAME_PARTS = ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PUNCT")


def turn_reports(doc: Doc, reading: Reading) -> Iterator[Report]:
    """One report for each paragraph that a speaker's name and a colon open, or a dash and a name close."""
    for start, end in _paragraphs(doc):
        colon = next((i for i in range(start, min(end, start + LONGEST_NAME + 1)) if doc[i].text == ":"), None)
        if (
            colon is not None
            and colon + 1 < end
            and _is_speaker(doc[start:colon])
            and _is_turn(doc, colon, end, reading)
        ):
            yield Report(
                rule="statement/colon",
                cue=(colon,),
                content=tuple(range(colon + 1, end)),
                speaker=doc[start:colon],
            )
        elif (dash := _closing_dash(doc, start, end, reading)) is not None:
            yield Report(
                rule="statement/dash",
                cue=(dash,),
                content=tuple(range(start, dash)),
                speaker=doc[dash + 1 : end],
            )


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    blocks = places(doc).blocks
    start = 0
    for index in range(1, len(doc) + 1):
        if index == len(doc) or blocks[index] != blocks[start]:
            yield start, index
            start = index


def _is_speaker(span: Span) -> bool:
    """Whether these words can be a speaker's name: names and titles only, one of them a proper noun."""
    if not len(span) or any(token.pos_ not in NAME_PARTS or token.text == "," for token in span):
        return False
    return _is_name(span[-1]) and any(token.text[0].isupper() for token in span)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.is_upper and token.is_alpha)


def _is_turn(doc: Doc, colon: int, end: int, reading: Reading) -> bool:
    """A turn is a quotation, or a name in capitals, or a known person's name before a whole sentence."""
    if reading.number[colon + 1] >= 0:
        return True
    before = doc[:colon] if colon == 0 else doc[max(0, colon - 1) : colon]
    actor = actor_at(doc[colon - 1])
    is_known = actor is not None and actor.end == colon and actor.label_ in ("person", "state")
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in doc[colon + 1 : end])
    return has_verb and (is_known or (before[0].is_upper and len(before[0]) > 1))


def _closing_dash(doc: Doc, start: int, end: int, reading: Reading) -> int | None:
    """The dash between a quotation that fills the paragraph and the name that ends it."""
    if reading.number[start] < 0:
        return None
    close = reading.spans[reading.number[start]].end
    if (
        close < end - 1
        and doc[close].text in ("-", "–", "—")
        and end - close <= LONGEST_NAME
        and _is_name(doc[close + 1])
    ):
        return close
    return None
