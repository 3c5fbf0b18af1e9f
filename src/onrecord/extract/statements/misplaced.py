"""What was said though a parser hangs it elsewhere, or by another relation, than a clause of its cue."""

from spacy.tokens import Token

from onrecord.annotate.grammar import child, children, subject, subtree
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.report import Reading
from onrecord.model import Act

QUESTIONS = frozenset({"if", "whether"})
WHERE = frozenset({"in", "on", "at", "during", "via", "through"})  # "in a statement", "on the radio"


def in_document(verb: Token) -> set[int]:
    """The clause that a parser hangs on where it was said: "said in a statement | that X"."""
    for prep in children(verb, "prep"):
        place = child(prep, "pobj")
        for clause in (
            children(place, "acl", "relcl", "ccomp", "appos") if place is not None and prep.i > verb.i else ()
        ):
            mark = child(clause, "mark")
            if mark is not None and mark.lower_ == "that" and clause.left_edge == mark:
                return subtree(clause)
    return set()


def asked_if(found: CueVerb) -> set[int]:
    """The question that a parser takes for a condition: "asked the crew | if they would stay"."""
    if found.cue.act is not Act.ASK or child(found.verb, "dobj") is None:
        return set()
    clauses = (part for part in children(found.verb, "advcl") if part.i > found.verb.i)
    asked = next((part for part in clauses if (mark := child(part, "mark")) and mark.lower_ in QUESTIONS), None)
    return subtree(asked) if asked is not None else set()


def opening_of(content: set[int], verb: Token) -> set[int]:
    """What opens the clause after a cue though it hangs on the cue: "says, rain or shine, he goes"."""
    start = min(content)
    if verb.doc[start].dep_ == "mark" or start - verb.i <= 1 or verb.doc[verb.i + 1].text != ",":
        return set()
    opening = (part for part in children(verb, "xcomp", "advcl", "dep") if verb.i < part.i < start)
    return {index for part in opening if part.tag_ != "VBG" for index in subtree(part) if index < start}


def before_aside(content: set[int], verb: Token, reading: Reading) -> set[int]:
    """The clause that opens a sentence around a parenthetical cue: "After it fell, Varga said, most firms left"."""
    start, own = min(content), subject(verb)
    if own is None or own.i > verb.i or verb.doc[start - 1].text != "," or reading.number[start] >= 0:
        return set()
    if start - 1 != verb.i + 1 or verb.doc[own.left_edge.i - 1].text != ",":
        return set()
    opening = next((part for part in children(verb, "advcl") if part.i < own.left_edge.i and child(part, "mark")), None)
    return subtree(opening) if opening is not None else set()
