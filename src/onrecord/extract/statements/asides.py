"""The sentence around a parenthetical cue: "All of this, he acknowledged on Monday, could be undone".

Such a cue stands between marks: what stands before the first and after the last is what was said, whichever of the two
verbs a parser hangs it on.
"""

from spacy.tokens import Token

from onrecord.annotate.columns import sentence
from onrecord.annotate.grammar import child, children, subject, subtree
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.report import Reading

LONGEST_ASIDE = 10  # tokens of a parenthetical cue clause without its subject: ", he acknowledged on Monday,"
HANGING = frozenset({"parataxis", "ccomp", "advcl", "conj", "relcl"})  # how a parser hangs one on the verb around it
RELATIVES = frozenset({"who", "which", "that"})
OPENERS, CLOSERS = frozenset("(["), frozenset(")]")
HYPHEN = "HYPH"  # the tag of the mark inside a word
DASHES = frozenset({"-", "--", "–", "—"})
JOINTS = frozenset({":", ";"})
VERBAL = ("VERB", "AUX")


def around_aside(found: CueVerb, reading: Reading) -> set[int]:
    """What stands around a parenthetical cue in its sentence; nothing where the cue is none."""
    verb = found.verb
    own = subject(verb)
    if own is None or own.lower_ in RELATIVES or verb.dep_ not in HANGING or verb.head.pos_ not in VERBAL:
        return set()
    if child(verb, "xcomp") is not None:
        return set()  # "for now, Belm has not agreed to come": what it agreed to is told
    mark = next((token for token in children(verb, "mark", "cc") if token.i < verb.i), None)
    is_as = mark is not None and mark.lower_ == "as" and found.cue.speech and child(verb, "dobj") in (None, *found.rest)
    if mark is not None and not is_as:  # "as Varga noted, X", but not "as he announced the plan, X"
        return set()
    first = min(own.left_edge.i, verb.i, *(token.i for token in (mark,) if token is not None))
    last = _end(verb, own)
    own_length = own.right_edge.i - own.left_edge.i + 1
    if last - first + 1 - own_length > LONGEST_ASIDE or not _is_parted(verb, first, is_as=is_as):
        return set()
    if last + 1 < len(verb.doc) and not verb.doc[last + 1].is_punct:
        return set()
    content = subtree(verb.head) - set(range(first, last + 1))
    if last + 2 < len(verb.doc) and verb.doc[last + 2].tag_ == "VBG":
        content = {index for index in content if index < first}  # ", he said, pointing to the map"
    return set() if content and verb.head.i in reading.cues and _is_governed(verb, content) else content


def _end(verb: Token, own: Token) -> int:
    """The last token before the mark that closes the aside."""
    doc, last = verb.doc, max(verb.i, own.right_edge.i)
    while last + 1 < sentence(verb)[1] and (not doc[last + 1].is_punct or doc[last + 1].tag_ == HYPHEN):
        last += 1
    return last


def _is_parted(verb: Token, first: int, *, is_as: bool) -> bool:
    """Whether a mark stands before the aside; "as Varga noted" may open a sentence, or follow "and"."""
    before = verb.doc[first - 1] if first > sentence(verb)[0] else None
    if before is None:
        return is_as
    return before.is_punct or (is_as and before.dep_ == "cc")


def _is_governed(verb: Token, content: set[int]) -> bool:
    """Whether the verb around an aside is a cue that only leads to it: "he thinks, and said so, that ..."."""
    return verb.dep_ == "conj" and min(content) > verb.head.i


def cut_at_marks(content: set[int], found: CueVerb, reading: Reading) -> set[int]:
    """The content without what a bracket, or a dash before a quotation, parts from the cue.

    "(a fifth of it, Varga said)" is what she said, and not the sentence around it; so is the quotation in
    "He praised the port - 'It is fine,' he said - and left".
    """
    verb = found.verb
    before = sorted(index for index in content if index < verb.i)
    if not before:
        return content
    doc, own = verb.doc, subject(verb)
    last = _end(verb, own) if own is not None else verb.i
    if last + 1 < len(doc) and doc[last + 1].text in CLOSERS:
        opener = next((index for index in range(verb.i, sentence(verb)[0], -1) if doc[index].text in OPENERS), None)
        return {index for index in content if opener is None or opener < index <= last}
    quotation = reading.of(before[-1]) or reading.of(before[-1] - 1)
    if quotation is None or quotation.start <= before[0] or reading.number[verb.i] >= 0:
        return content
    joint = doc[quotation.start - 1]
    is_cut = joint.text in DASHES and joint.tag_ != HYPHEN
    return {index for index in content if not is_cut or index >= quotation.start}
