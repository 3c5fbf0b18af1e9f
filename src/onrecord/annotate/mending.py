"""Mends what a parser often gets wrong: on which verb a later verb of the sentence hangs."""

from spacy.tokens import Doc, Token

from onrecord.annotate.grammar import child, children, subject
from onrecord.annotate.quotes import quote_of

FARTHEST = 6  # words up the tree; a verb farther off is no partner of this one
BARE = ("VB", "VBP")
PAST = ("VBD",)
PRESENT = ("VBZ", "VBP")
FINITE = (*PAST, *PRESENT, "MD")


def mend(doc: Doc) -> None:
    """Rehangs joined verbs and subjects, and reads headline verbs as verbs. Reads doc.spans["quotes"].

    "He called it shameful and urged reform": a verb is joined to no adjective. "He said it takes time but added
    that ...": what the reporter did is told in the reporter's tense. "The talks, said Varga, were frank": the talks
    were. "They hoped that it would end, reach a deal": who would end it would reach one. "US orders Belm to close
    it": "orders" is no noun. "President of Norland Ada Holm and Chancellor of Belm Bo Lind" are two titles.
    """
    number = quote_of(doc)
    for token in doc:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and subject(token) is None:
            partner = _partner(token)
            if partner is not None and number[partner.i] == number[token.i]:
                token.head = partner
        elif token.dep_ in ("ccomp", "advcl") and token.tag_ in BARE and subject(token) is None:
            _join_bare(token)
        elif token.dep_ == "parataxis" and token.pos_ == "VERB":
            _part_subjects(token)
        elif token.dep_ == "conj" and token.is_title:
            _join_titles(token)
        elif token.tag_ == "NNS" and token.dep_ == "ROOT":
            _read_as_verb(token)


def _join_bare(verb: Token) -> None:
    """Joins a bare verb after a comma to the clause before: "hoped that they would narrow it, | reach a deal"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or next(children(verb, "aux", "mark"), None) is not None:
        return
    governing = (verb.head, *children(verb.head, "dobj"))
    clauses = [part for head in governing for part in children(head, "acl", "ccomp", "xcomp") if part.i < verb.i]
    before = max(clauses, key=lambda part: part.i, default=None)
    if before is not None and before.tag_ in BARE:
        verb.head = before
        verb.dep_ = "conj"


def _join_titles(title: Token) -> None:
    """Joins a title to the title before it, not to the name under that: see `mend`."""
    of = title.head.head
    other = of.head
    is_parallel = all(any(found.lower_ == "of" for found in children(one, "prep")) for one in (title, other))
    if title.head.dep_ == "pobj" and of.lower_ == "of" and of.dep_ == "prep" and other.is_title and is_parallel:
        title.head = other


def _part_subjects(verb: Token) -> None:
    """Gives the first of two subjects to the sentence around a cue clause: "The talks, said Varga, were frank"."""
    subjects = list(children(verb, "nsubj"))
    if len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i and verb.nbor(-1).text == ",":
        subjects[0].head = verb.head


def _read_as_verb(noun: Token) -> None:
    """Makes a verb of a noun that has a name before it and an object or clause after it."""
    has_object = any(found.i > noun.i for found in children(noun, "dobj", "ccomp", "xcomp"))
    names = [found for found in children(noun, "compound") if found.pos_ == "PROPN" or found.is_title]
    if not has_object or not names or child(noun, "det", "nsubj") is not None:
        return
    name = names[-1]
    noun.tag_, noun.pos_ = "VBZ", "VERB"
    name.dep_ = "nsubj"
    for found in [found for found in noun.children if found.i < name.i]:
        found.head = name


def tense(verb: Token) -> str | None:
    """The tag of what is finite in a verb's group: "did" of "did not say"; None for infinitives and participles."""
    if verb.tag_ in FINITE:
        return verb.tag_
    return next((aux.tag_ for aux in children(verb, "aux", "auxpass") if aux.tag_ in FINITE), None)


def _partner(verb: Token) -> Token | None:
    """The verb that this one is joined to, where that is not the one that it hangs on."""
    own = tense(verb)
    if own not in (*PAST, *PRESENT):
        return None
    head = verb.head
    is_verb = head.pos_ in ("VERB", "AUX")
    if is_verb and (own not in PAST or head.dep_ != "ccomp" or tense(head) in (*PAST, None)):
        return None
    for _ in range(FARTHEST):
        if head.dep_ == "ROOT" or head.head.i > verb.i:
            return None
        head = head.head
        if head.pos_ in ("VERB", "AUX") and (tense(head) in PAST) == (own in PAST):
            return head if head.i < verb.i and tense(head) is not None else None
    return None
