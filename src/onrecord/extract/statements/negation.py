"""Whether a cue is denied: "did not say", "nobody said", "without saying", "stopped short of saying"."""

from spacy.tokens import Token

from onrecord.annotate.grammar import child, children, is_negated, subject
from onrecord.lexicon.negations import NegationForm, load_negations

GOVERNED = ("xcomp", "pcomp", "advcl")


def is_denied(verb: Token) -> bool:
    """Whether the words say that it was not said, itself or by what governs it."""
    is_no_longer = any(found.lower_ == "no" for adverb in children(verb, "advmod") for found in adverb.children)
    if is_negated(verb) or is_no_longer or _has(verb, NegationForm.ADVERB, "advmod", "preconj") or _is_nobodys(verb):
        return True
    if verb.dep_ == "conj" and subject(verb) is None:
        return _is_link(verb) or (_is_alternative(verb) and is_denied(verb.head))
    return verb.dep_ in GOVERNED and _is_taken_back(verb)


def _has(verb: Token, form: NegationForm, *deps: str) -> bool:
    words = load_negations()[form]
    return any(found.lower_ in words for found in children(verb, *deps))


def _is_nobodys(verb: Token) -> bool:
    own = subject(verb)
    words = load_negations()[NegationForm.SUBJECT]
    return own is not None and (own.lower_ in words or any(found.lower_ in words for found in children(own, "det")))


def _is_link(verb: Token) -> bool:
    """ "neither confirmed nor denied": the conjunction hangs on the verb before."""
    words = load_negations()[NegationForm.LINK]
    before = verb.doc[verb.head.i + 1 : verb.i]
    return any(token.lower_ in words for token in before)


def _is_alternative(verb: Token) -> bool:
    """ "did not confirm or deny": what is denied of one is denied of the other."""
    return any(found.lower_ == "or" for found in children(verb.head, "cc"))


def _is_taken_back(verb: Token) -> bool:
    """Whether what governs an infinitive or a gerund takes it back."""
    head = verb.head
    if head.pos_ in ("ADP", "SCONJ"):
        if head.lower_ in load_negations()[NegationForm.PREPOSITION]:
            return True
        head = head.head if head.head.pos_ == "VERB" else head.head.head  # "stopped short | of saying"
    if verb.dep_ == "advcl" and child(verb, "mark", "prep") is not None:
        return any(
            found.lower_ in load_negations()[NegationForm.PREPOSITION] for found in children(verb, "mark", "prep")
        )
    is_open = verb.dep_ != "advcl"
    return is_open and (
        head.lemma_.lower() in load_negations()[NegationForm.GOVERNOR] or (verb.dep_ == "xcomp" and is_negated(head))
    )
