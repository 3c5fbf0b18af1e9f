"""Quotations beside a cue clause, whatever the parse makes of them: "...," said Varga, "..."."""

from spacy.tokens import Token

from onrecord.annotate.columns import columns, sentence
from onrecord.annotate.grammar import child, subject
from onrecord.annotate.nlp import places
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.report import Reading

STOPS = frozenset(".?!")  # after these another sentence begins


def neighbours(found: CueVerb, reading: Reading) -> set[int]:
    """The tokens of the quotations that stand right before and right after a cue clause of the narrator's."""
    if not reading.spans or reading.number[found.verb.i] >= 0:
        return set()
    before, after = _before(found.verb, reading), _after(found, reading)
    sides = (None if _is_another(before, after, found.verb, reading) else before, after)
    return {index for side in sides if side is not None for index in _quotation(reading, side)}


def _is_another(before: int | None, after: int | None, verb: Token, reading: Reading) -> bool:
    """Whether a quotation ends a sentence and the cue after it opens one with its own words: "'X.' He added, 'Y'"."""
    if before is None or verb.doc[before - 1].text not in STOPS or verb.doc[before + 1].text[0].islower():
        return False
    said = child(verb, "ccomp", "xcomp")
    opens = after is not None and verb.doc[after + 1].text[0].isupper()
    return opens or (said is not None and said.i > verb.i and reading.number[said.i] < 0)


def _before(verb: Token, reading: Reading) -> int | None:
    """The last token of a quotation that ends right before the clause, in the same paragraph."""
    own = subject(verb)
    index = (min(verb.i, own.left_edge.i) if own is not None and own.i < verb.i else verb.i) - 1
    while index >= 0 and reading.number[index] < 0 and _is_joint(verb.doc[index]):
        index -= 1
    if index < 0 or reading.number[index] < 0 or _is_name(verb, _quotation(reading, index)):
        return None
    blocks = places(verb.doc).blocks
    return index if blocks[index] == blocks[verb.i] else None


def _is_name(verb: Token, quotation: range) -> bool:
    """Whether a quotation only names something: "on the radio's 'New Day,' Varga said that ..."."""
    said = child(verb, "ccomp")
    is_wordy = any(verb.doc[index].pos_ in ("VERB", "AUX") for index in quotation)
    return said is not None and said.i > verb.i and quotation.start > sentence(verb)[0] and not is_wordy


def _after(found: CueVerb, reading: Reading) -> int | None:
    """The first token of a quotation that follows in the sentence with no other verb between."""
    verb, pos = found.verb, columns(found.verb.doc).pos
    for index in range(verb.i + 1, sentence(verb)[1]):
        if reading.number[index] >= 0:
            return index if index == verb.i + 1 or _is_joint(verb.doc[index - 1]) else None
        if pos[index] in ("VERB", "AUX") and verb.doc[index] not in found.rest:
            return None
    return None


def _is_joint(token: Token) -> bool:
    """Whether a mark joins a quotation to its cue clause and ends no sentence."""
    return token.is_punct and token.text not in STOPS


def _quotation(reading: Reading, index: int) -> range:
    quotation = reading.of(index)
    return range(quotation.start, quotation.end) if quotation is not None else range(0)
