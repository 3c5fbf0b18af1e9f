"""Quotations beside a cue clause, whatever the parse makes of them: "...," said Varga, "..."."""

from spacy.tokens import Token

from onrecord.annotate.grammar import subject
from onrecord.annotate.nlp import places
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.report import Reading


def neighbours(found: CueVerb, reading: Reading) -> set[int]:
    """The tokens of the quotations that stand right before and right after a cue clause of the narrator's."""
    if reading.number[found.verb.i] >= 0:
        return set()
    sides = (_before(found.verb, reading), _after(found, reading))
    return {index for side in sides if side is not None for index in _quotation(reading, side)}


def _before(verb: Token, reading: Reading) -> int | None:
    """The last token of a quotation that ends right before the clause, in the same paragraph."""
    own = subject(verb)
    index = (min(verb.i, own.left_edge.i) if own is not None and own.i < verb.i else verb.i) - 1
    while index >= 0 and reading.number[index] < 0 and verb.doc[index].is_punct:
        index -= 1
    blocks = places(verb.doc).blocks
    return index if index >= 0 and reading.number[index] >= 0 and blocks[index] == blocks[verb.i] else None


def _after(found: CueVerb, reading: Reading) -> int | None:
    """The first token of a quotation that follows in the sentence with no other verb between."""
    verb = found.verb
    for index in range(verb.i + 1, verb.sent.end):
        token = verb.doc[index]
        if reading.number[index] >= 0:
            return index if verb.doc[index - 1].is_punct or index == verb.i + 1 else None
        if token.pos_ in ("VERB", "AUX") and token not in found.rest:
            return None
    return None


def _quotation(reading: Reading, index: int) -> range:
    quotation = reading.of(index)
    return range(quotation.start, quotation.end) if quotation is not None else range(0)
