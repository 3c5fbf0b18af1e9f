"""Who does what a verb says, and to whom, wherever the sentence puts them: passives, infinitives, relatives."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.grammar import agent, child, children, conjuncts, is_passive
from onrecord.lexicon.referents import Referent

OBJECTS = ("dobj", "obj")
RELATIVE = frozenset({"WDT", "WP", "WP$"})  # tags of "who", "which", "that"
AUXILIARY = ("aux", "auxpass", "mark", "cop")
CHARGING = frozenset({"for", "from", "of"})  # before what the object of a verb does: "accuse him of lying"
DEEPEST = 8  # verbs between a verb and its subject; more are a broken parse


def doers(verb: Token, depth: int = 0) -> Sequence[Token]:
    """The heads of those who do it, joined ones each; none where the sentence does not say.

    "He agreed to meet" gives "He" for "meet"; "was indicted by the court" gives "court"; "the first minister
    to visit" gives the minister, or who is said to be he.
    """
    if depth > DEEPEST:
        return ()
    if has_passive_sense(verb):
        by = agent(verb)
        return tuple(conjuncts(by)) if by is not None else ()
    own = child(verb, "nsubj")
    if own is not None:
        return _antecedents(own, verb, depth)
    return _shared_doers(verb, depth)


def undergoers(verb: Token, depth: int = 0) -> Sequence[Token]:
    """The heads of those to whom it is done: the object, or the subject of a passive."""
    if depth > DEEPEST:
        return ()
    if not has_passive_sense(verb):
        found = child(verb, *OBJECTS)
        if found is not None:
            return _antecedents(found, verb, depth)
        return _relative_object(verb) or _judged(verb) or _counted(verb)
    own = child(verb, "nsubjpass", "nsubj")
    if own is not None:
        return _antecedents(own, verb, depth)
    if verb.dep_ in ("acl", "relcl"):
        return (verb.head,)
    if verb.dep_ in ("conj", "xcomp"):
        return undergoers(verb.head, depth + 1) or doers(verb.head, depth + 1)
    return doers(verb.head, depth + 1) if verb.dep_ == "advcl" else ()


def _relative_object(verb: Token) -> Sequence[Token]:
    """The noun that a clause with its own subject modifies: "the deal (that) they reached"."""
    own = child(verb, "nsubj")
    is_relative = verb.dep_ == "relcl" and own is not None and own.tag_ not in RELATIVE
    return (verb.head,) if is_relative and child(verb, "prep", "ccomp", "xcomp") is None else ()


def _judged(verb: Token) -> Sequence[Token]:
    """Who is found, held or declared to be something: "found the general guilty", "ordered the general jailed"."""
    for clause in children(verb, "ccomp"):
        is_verbless = clause.pos_ == "ADJ" or (
            clause.tag_ == "VBN" and next(children(clause, *AUXILIARY), None) is None
        )
        own = child(clause, "nsubj", "nsubjpass") if is_verbless else None
        if own is not None and verb.i < own.i < clause.i:
            return tuple(conjuncts(own))
    return ()


def _counted(verb: Token) -> Sequence[Token]:
    """What a verb is done to "up to" a number of: "detained up to 20 sailors", where "up" is parsed as its particle."""
    up = next((found for found in children(verb, "prt", "prep", "advmod") if found.lower_ == "up"), None)
    to = next((found for found in children(up, "prep") if found.lower_ == "to"), None) if up is not None else None
    counted = child(to, "pobj") if to is not None else None
    return (counted,) if counted is not None and child(counted, "nummod") is not None else ()


def has_passive_sense(verb: Token) -> bool:
    """Whether its grammatical subject undergoes it: passives, and participles without an auxiliary."""
    if is_passive(verb):
        return True
    if verb.tag_ != "VBN" or child(verb, "aux", "nsubj") is not None:
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return has_passive_sense(verb.head)
    return verb.dep_ in ("acl", "advcl", "xcomp", "oprd")


def _antecedents(token: Token, verb: Token, depth: int) -> Sequence[Token]:
    """A subject or object, or for "who" and "which" the noun that they stand for."""
    if token.tag_ in RELATIVE and verb.dep_ in ("relcl", "acl"):
        return (verb.head,)
    if token.tag_ in RELATIVE and verb.dep_ == "conj":
        return doers(verb.head, depth + 1)
    return tuple(conjuncts(token))


def _shared_doers(verb: Token, depth: int) -> Sequence[Token]:
    """The doers of a verb without a subject of its own."""
    head = verb.head
    if verb.dep_ == "xcomp":
        return _controllers(head, depth)
    if verb.dep_ in ("acl", "relcl"):
        return _modified(verb, depth)
    if verb.dep_ in ("conj", "advcl", "ccomp", "dep") and head.pos_ in ("VERB", "AUX"):
        return undergoers(head, depth + 1) if has_passive_sense(head) else doers(head, depth + 1)
    if verb.dep_ == "pcomp":
        return _charged(head, depth) or _of_clause(head.head, depth)
    if verb.dep_ == "acomp":
        return doers(head, depth + 1)
    return ()


def _controllers(head: Token, depth: int) -> Sequence[Token]:
    """Who does an infinitive: the object of "urge him to", else the subject of "agree to"."""
    if head.pos_ == "ADJ":
        return _of_clause(head, depth)
    if has_passive_sense(head):
        return undergoers(head, depth + 1)
    return undergoers(head, depth + 1) or doers(head, depth + 1)


def _charged(preposition: Token, depth: int) -> Sequence[Token]:
    """Who does what somebody is accused of, thanked for or kept from: the object of the verb above."""
    verb = preposition.head
    if verb.pos_ != "VERB" or preposition.lower_ not in CHARGING:
        return ()
    found = undergoers(verb, depth + 1)
    is_somebody = preposition.lower_ != "for" or any(one.tag_ == "PRP" or actor_at(one) is not None for one in found)
    return found if is_somebody else ()


def _of_clause(token: Token, depth: int) -> Sequence[Token]:
    """The doers of the clause that a word stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    found = doers(token, depth + 1)
    return found or (undergoers(token, depth + 1) if has_passive_sense(token) else ())


def _is_document(noun: Token) -> bool:
    known = actor_matcher(noun.doc).referents.get(noun.lemma_.lower())
    return known is not None and known.points_at is Referent.DOCUMENT


def _modified(verb: Token, depth: int) -> Sequence[Token]:
    """Who does a verb that modifies a noun; "X is the first minister to visit" says who that is.

    Who issues a statement does what it does: "a statement condemning the attack".
    """
    noun = verb.head
    is_infinitive = any(found.tag_ == "TO" for found in children(verb, "aux"))
    if not is_infinitive:
        speaks = noun.dep_ in OBJECTS and _is_document(noun)
        return doers(noun.head, depth + 1) if speaks else (noun,)
    if noun.dep_ == "attr":
        return doers(noun.head, depth + 1) or (noun,)
    if noun.dep_ in ("dobj", "pobj"):
        return _of_clause(noun, depth)
    return (noun,)
