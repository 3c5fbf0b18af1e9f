"""How far reported speech reaches: to the end of its sentence, unless the narrator or another cue takes over.

A parser often hangs the later parts of a long reported clause on the cue instead of on the clause.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import child, children, subject, subtree
from onrecord.annotate.mending import tense
from onrecord.extract.statements.report import Reading

WHEN = frozenset({"after", "before", "when", "as", "until", "once", "following"})  # clauses that tell when it was said
DASHES = frozenset({"-", "--", "–", "—"})
ASIDE = frozenset({"while", "whereas", "though", "although"})  # marks of clauses that may tell what another says


def reaching_on(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """The content of a clause after its cue, with what of the sentence still belongs to it.

    Nothing is added that another cue of the narrator's governs.
    """
    grown = set(content)
    for part in sorted(verb.children, key=lambda token: token.i):
        end = max(grown)
        if part.i > end and part.i > verb.i and _belongs(part, verb, reading):
            grown |= set(range(end + 1, max(token.i for token in part.subtree) + 1))
    return grown - _second_reports(grown, verb, reading)


def narration(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """What the narrator goes on with after a quotation that the parser joins it to: "'...,' and shared a link"."""
    found: set[int] = set()
    read = columns(verb.doc)
    for index in content:
        is_joined = read.deps[index] == "conj" and read.pos[index] == "VERB" and index > verb.i
        if is_joined and reading.number[index] < 0 <= reading.number[read.heads[index]]:
            token = verb.doc[index]
            found |= subtree(token) if subject(token) is None else set()
    return found | _remark(content, verb, reading)


def _remark(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """The narrator's remark after a quotation and a dash: "that it “supports peace” – the first time it did"."""
    numbers = {reading.number[index] for index in content} - {-1, reading.number[verb.i]}
    if not numbers:
        return set()
    end = reading.spans[max(numbers)].end
    is_remark = end < len(verb.doc) and verb.doc[end].text in DASHES and end > verb.i
    return {index for index in content if index >= end} if is_remark else set()


def _belongs(part: Token, verb: Token, reading: Reading) -> bool:
    """Whether a later part of the cue's clause goes on with what was said."""
    if part.dep_ in ("conj", "dep", "ccomp"):
        is_quoted = reading.number[part.i] >= 0 and reading.number[verb.i] < 0
        is_thing = part.pos_ in ("NOUN", "PROPN")  # "called for calm | and a return to talks"
        is_clause = subject(part) is not None or _is_shifted(part, verb)
        return is_quoted or is_thing or (part.i not in reading.cues and is_clause)
    if part.dep_ == "advcl":
        mark = child(part, "mark", "advmod")
        return part.i not in reading.cues and mark is not None and mark.lower_ not in WHEN
    return False


def _is_shifted(part: Token, verb: Token) -> bool:
    """Whether a verb without a subject has a helper that the cue has not: "said it was late | but would come"."""
    helpers = [aux for aux in children(part, "aux") if aux.tag_ == "MD"]
    return bool(helpers) and not any(aux.tag_ == "MD" for aux in children(verb, "aux"))


def _second_reports(content: AbstractSet[int], verb: Token, reading: Reading) -> set[int]:
    """Reports of their own at the end of the content: ", adding that X"; ", while critics say Y"."""
    tails: set[int] = set()
    for index in _shared(content, reading.cues):
        token = verb.doc[index]
        if index < verb.i:
            continue
        if _is_added(token) or (
            reading.cues[index] and (_is_second(token, verb) or _is_anothers(token, verb, reading))
        ):
            tails |= {part.i for part in token.subtree if part.i >= token.left_edge.i}
    return tails


def _shared(content: AbstractSet[int], cues: Iterable[int]) -> list[int]:
    return [index for index in cues if index in content]


def _is_added(token: Token) -> bool:
    """Whether a participle goes on after a comma: ", adding that X"."""
    is_tail = token.tag_ == "VBG" and token.dep_ in ("advcl", "acl") and token.head.i < token.i
    return is_tail and child(token, "mark", "nsubj", "aux") is None and token.doc[token.left_edge.i - 1].text == ","


def _is_another(token: Token, verb: Token, reading: Reading) -> bool:
    return _is_second(token, verb) or _is_anothers(token, verb, reading)


def _is_second(token: Token, verb: Token) -> bool:
    """Whether a verb joined to what was said reports in the same present: "says it has a right and accuses Belm"."""
    is_joined = token.dep_ == "conj" and token.head.dep_ == "ccomp" and token.head.head == verb
    return is_joined and subject(token) is None and tense(token) == tense(verb) == "VBZ"


def _is_anothers(token: Token, verb: Token, reading: Reading) -> bool:
    """Whether the narrator goes on with another's words, in the same tense: ", and Orlen said Y"."""
    own = subject(token)
    if own is None or own.i > token.i or reading.number[token.i] != reading.number[verb.i]:
        return False
    mark = child(token, "mark")
    is_joined = token.dep_ == "conj" and mark is None
    if not is_joined and not (token.dep_ == "advcl" and mark is not None and mark.lower_ in ASIDE):
        return False
    before = token.doc[token.left_edge.i - 1]
    is_parted = before.text == "," or (before.dep_ == "cc" and before.nbor(-1).text == ",")
    return is_parted and tense(token) is not None and (tense(token) == "VBD") == (tense(verb) == "VBD")
