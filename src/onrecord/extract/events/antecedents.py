"""Whom a pronoun means in its own sentence, where grammar tells: "Norland said it would go", "ended its retreat"."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.arguments import doers
from onrecord.annotate.grammar import child, conjuncts
from onrecord.lexicon.referents import Referent

SINGULAR = frozenset({"he", "she", "his", "her"})  # of one person
NEUTER = frozenset({"it", "its"})  # of one that is no person
PLURAL = frozenset({"they", "their"})  # of several, or of a body
MANY = frozenset({"NNS", "NNPS"})
PEOPLE = frozenset({"person", "office"})
ALONE = frozenset({"state", "capital", "organisation"})  # "its", not "their"
BODIES = frozenset({Referent.BODY, Referent.SIDE})


def meant(pronoun: Token) -> Sequence[Token]:
    """The heads of those whom a pronoun of the third person means: who says it of himself, or who does it to his own;
    to whom it is done for what is theirs.

    Empty where they do not fit, or where the sentence does not tell.
    """
    thanked = _undergoing(pronoun)
    if thanked and _fit(pronoun.lower_, thanked):
        return thanked
    verb = _saying(pronoun) if pronoun.tag_ == "PRP" else _doing(pronoun)
    heads = doers(verb) if verb is not None else ()
    if any(head.pos_ == "PRON" or head.i > pronoun.i for head in heads):
        return ()
    return heads if heads and _fit(pronoun.lower_, heads) else ()


def _saying(pronoun: Token) -> Token | None:
    """The verb that reports the clause of which a pronoun is the subject."""
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = pronoun.head
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "ccomp" else None


def _doing(owner: Token) -> Token | None:
    """The verb after whose subject something is owned: "their" of "completed their withdrawal"."""
    if owner.dep_ != "poss":
        return None
    word = owner.head
    while word.pos_ not in ("VERB", "AUX"):
        if word.head == word or word.dep_ in ("nsubj", "nsubjpass", "conj", "relcl", "acl"):
            return None
        word = word.head
    return word


def _undergoing(owner: Token) -> Sequence[Token]:
    """To whom something is done for what they own: "Norland and Sudmark" of "thanked Norland and Sudmark for their"."""
    preposition = owner.head.head
    if owner.dep_ != "poss" or owner.head.dep_ != "pobj" or preposition.lower_ != "for":
        return ()
    verb = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    found = child(verb, "dobj") if verb.pos_ == "VERB" else None
    return tuple(conjuncts(found)) if found is not None and found.i < owner.i else ()


def _fit(word: str, heads: Sequence[Token]) -> bool:
    """Whether those can be called by this pronoun."""
    first = heads[0]
    is_many = len(heads) > 1 or first.tag_ in MANY
    actor = actor_at(first)
    if word in PLURAL:
        return is_many or (_is_body(first) and (actor is None or actor.label_ not in ALONE))
    if is_many:
        return False
    if word in NEUTER:
        return _is_body(first) or (actor is None and first.pos_ == "PROPN")
    if word in SINGULAR:
        return actor.label_ in PEOPLE if actor is not None else not _is_body(first)
    return False


def _is_body(head: Token) -> bool:
    """Whether a word names a state, a body or a group."""
    actor = actor_at(head)
    if actor is not None:
        return actor.label_ not in PEOPLE
    noun = actor_matcher(head.doc).referents.get(head.lemma_.lower())
    return noun is not None and noun.points_at in BODIES
