"""How far reported speech reaches: to the end of its sentence, unless the narrator or another cue takes over.

A parser often hangs the later parts of a long reported clause on the cue instead of on the clause.
"""

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from onrecord.annotate.grammar import child, subject
from onrecord.extract.statements.report import Reading

WHEN = frozenset({"after", "before", "when", "as", "until", "once", "following"})  # clauses that tell when it was said


def reaching_on(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """The content of a clause after its cue, with what of the sentence still belongs to it.

    Nothing is added that another cue of the narrator's governs.
    """
    grown = set(content)
    for part in sorted(verb.children, key=lambda token: token.i):
        end = max(grown)
        if part.i > end and part.i > verb.i and _belongs(part, verb, reading):
            grown |= set(range(end + 1, max(token.i for token in part.subtree) + 1))
    return grown - _tail_cues(grown, verb, reading.cues)


def narration(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """What the narrator goes on with after a quotation that the parser joins it to: "'...,' and shared a link"."""
    found: set[int] = set()
    for index in content:
        token = verb.doc[index]
        is_joined = token.dep_ == "conj" and token.pos_ == "VERB" and subject(token) is None
        if is_joined and index > verb.i and reading.number[index] < 0 <= reading.number[token.head.i]:
            found |= {part.i for part in token.subtree}
    return found


def _belongs(part: Token, verb: Token, reading: Reading) -> bool:
    """Whether a later part of the cue's clause goes on with what was said."""
    if part.dep_ in ("conj", "dep", "ccomp"):
        is_quoted = reading.number[part.i] >= 0 and reading.number[verb.i] < 0
        is_thing = part.pos_ in ("NOUN", "PROPN")  # "called for calm | and a return to talks"
        return is_quoted or is_thing or (part.i not in reading.cues and subject(part) is not None)
    if part.dep_ == "advcl":
        mark = child(part, "mark", "advmod")
        return part.i not in reading.cues and mark is not None and mark.lower_ not in WHEN
    return False


def _tail_cues(content: AbstractSet[int], verb: Token, cues: AbstractSet[int]) -> set[int]:
    """Second reports at the end of the content: ", adding that X" is a report of its own."""
    tails: set[int] = set()
    for index in content & cues:
        token = verb.doc[index]
        is_tail = token.tag_ == "VBG" and token.dep_ in ("advcl", "acl") and token.i > verb.i
        if is_tail and child(token, "mark", "nsubj", "aux") is None and verb.doc[token.left_edge.i - 1].text == ",":
            tails |= {part.i for part in token.subtree if part.i >= token.left_edge.i}
    return tails
