"""Reports that a phrase makes: "according to X", "in the words of X"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.columns import Columns, columns
from onrecord.annotate.grammar import child, subtree
from onrecord.extract.statements.clauses import filled
from onrecord.extract.statements.cues import CueTable
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import speaker_span
from onrecord.extract.statements.voices import can_speak
from onrecord.model.rules import phrase_rule


def phrase_reports(doc: Doc, table: CueTable, reading: Reading) -> Iterator[Report]:
    """One report for each cue phrase that has a source and something that it reports."""
    text = columns(doc)
    for cue in table.phrases:
        words = cue.lemma.split()
        for first in _places(text, words):
            tokens = doc[first : first + len(words)]
            source = _object_of(tokens[-1])
            if source is None or reading.number[first] >= 0 or not (cue.speech or can_speak(source)):
                continue
            content = _content(tokens[0], source, reading)
            if content:
                yield Report(
                    rule=phrase_rule(cue.lemma),
                    cue=tuple(range(first, first + len(words))),
                    content=tuple(sorted(content)),
                    speaker=speaker_span(source),
                    act=cue.act,
                    attitude=reading.attitude(cue),
                )


def _places(text: Columns, words: Sequence[str]) -> Iterator[int]:
    for index in text.places.get(words[0], ()):
        if text.words[index : index + len(words)] == words:
            yield index


def _object_of(preposition: Token) -> Token | None:
    found = child(preposition, "pobj")
    if found is None and preposition.i + 1 < len(preposition.doc):
        following = preposition.doc[preposition.i + 1]
        found = following if following.pos_ in ("PROPN", "NOUN") else None
    if found is None:
        return None
    is_bare = found.left_edge == found and found.right_edge == found and not found.text[:1].isupper()
    return None if is_bare and not can_speak(found) else found  # "according to plan"


def _content(first: Token, source: Token, reading: Reading) -> set[int]:
    """What the phrase reports: a quotation right before it, else the clause that it hangs on without the phrase."""
    own = subtree(first) | subtree(source) | {first.i}
    before = first.i - 1
    while before > first.sent.start and first.doc[before].text == ",":
        before -= 1
    quotation = reading.of(before) if before >= 0 else None
    if quotation is not None and _is_fragment(quotation):
        return set(range(quotation.start, quotation.end))
    head = first
    while head.dep_ in ("prep", "pcomp", "pobj", "advmod", "prt") and head.head != head:
        head = head.head
    if head.pos_ not in ("VERB", "AUX") and before < first.i - 1:
        head = _clause_head(head)
    if head.pos_ not in ("VERB", "AUX"):
        head = first.sent.root if head.dep_ == "ROOT" or head.i > first.i else head
    while (
        head.dep_ == "conj"
        and head.head.pos_ in ("VERB", "AUX")
        and first.doc[first.i - 1].text == ","
        and head.i < first.i
    ):
        head = head.head  # "exports fell and imports rose, according to X": both are what X says
    content = subtree(head) - own
    return filled(content, first, reading) - own


def _clause_head(noun: Token) -> Token:
    """The verb of the clause that a noun stands in before a phrase in commas: "Exports, according to X, fell"."""
    head = noun
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else noun


def _is_fragment(quotation: Span) -> bool:
    """Whether the quotation is a few words in somebody's sentence and the phrase speaks of just them."""
    return all(token.pos_ not in ("VERB", "AUX") for token in quotation)
