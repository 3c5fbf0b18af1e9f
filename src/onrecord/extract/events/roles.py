"""The places of a sentence that a frame names for its parties: "subject", "owner", a preposition."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.arguments import OBJECTS, doers, undergoers
from onrecord.annotate.grammar import CLAUSES, SUBJECTS, child, children, conjuncts, subtree
from onrecord.extract.events.standing import Standing, is_infinitive
from onrecord.extract.events.triggers import Trigger, complements
from onrecord.lexicon.frames import Form, FrameTable
from onrecord.lexicon.referents import Referent

BEFORE_NOUN = ("poss", "amod", "compound", "nmod")
OWNER_LABELS = frozenset({"state", "demonym", "capital", "organisation", "person", "group"})
SITE_LABELS = frozenset({"state", "capital", "city"})
SITES = ("in", "at")
KIND = ("amod", "compound", "nmod")
COMPLEMENT, CLAUSE, PURPOSE, EARLIER, SITE = "complement", "clause", "purpose", "earlier", "place"
ANSWERED = "answered"  # who did before to the source what this pays back; only the whole text can tell
CONDITION = "condition"
CONDITIONAL = frozenset({"if", "unless", "should"})
ALONG = "along"
BACK = frozenset({"the", "this", "both"})
COMPANY = frozenset({"with", "to", "between"})


@dataclass(slots=True)
class Place:
    """A trigger where it stands; what the roles of its frame are read from.

    `led_to` are the heads after each preposition, read once when one is first asked for.
    """

    trigger: Trigger
    standing: Standing
    table: FrameTable
    led_to: Mapping[str, Sequence[Token]] | None = None


def tokens(place: Place, role: str) -> Iterable[Token]:
    """The heads of what stands in this place."""
    return ROLES[role](place) if role in ROLES else _after(place, role)


def _subjects(place: Place) -> Iterator[Token]:
    for token in _acting(place):
        yield token
        yield from _companions(token)


def _companions(doer: Token) -> Iterator[Token]:
    """Who does it along with somebody: "Norland, along with Sudmark, condemned"."""
    for first in children(doer, "prep"):
        if first.lower_ == ALONG:
            for preposition in children(first, "prep"):
                for found in children(preposition, "pobj"):
                    yield from conjuncts(found)


def _acting(place: Place) -> Iterable[Token]:
    trigger, standing = place.trigger, place.standing
    if trigger.frame.form is Form.VERB:
        return doers(trigger.token)
    verb = standing.support or standing.clause
    if trigger.token.dep_ == "aux":
        return doers(trigger.token.head) or undergoers(trigger.token.head)
    if trigger.frame.form is Form.ADJECTIVE:
        return doers(trigger.token.head) if trigger.token.dep_ == "acomp" else undergoers(trigger.token)
    if verb is None or (standing.support is None and not _is_occasion(trigger.token, standing)):
        return ()
    return [token for token in doers(verb) if trigger.token.i not in subtree(token)]


def _is_occasion(noun: Token, standing: Standing) -> bool:
    """Whether who does what stands around a noun takes part in it: "after talks with him, she left"."""
    return standing.is_occasion and any(found.lower_ in COMPANY for found in children(noun, "prep"))


def _reporters(place: Place) -> Iterable[Token]:
    reporter = place.standing.reporter
    return doers(reporter) if reporter is not None else ()


def _objects(place: Place) -> Iterable[Token]:
    return undergoers(place.trigger.token)


def _datives(place: Place) -> Iterator[Token]:
    verb = place.standing.support or place.trigger.token
    for found in children(verb, "dative"):
        heads = children(found, "pobj") if found.pos_ == "ADP" else (found,)
        for head in heads:
            yield from conjuncts(head)


def _owners(place: Place) -> Iterator[Token]:
    """Possessors, and names and adjectives of states before a noun: "US-China talks"."""
    noun = place.trigger.token
    while noun.dep_ == "conj" and child(noun, "poss") is None and noun.head.pos_ == "NOUN":
        noun = noun.head  # "Ruritania's drills and threats"
    for found in children(noun, *BEFORE_NOUN):
        if found.dep_ == "poss":
            yield from conjuncts(found)
            continue
        for token in conjuncts(found):
            yield from (part for part in (token, *children(token, "compound", "amod")) if is_owner(part))


def is_owner(token: Token) -> bool:
    """Whether a word names somebody to whom things belong, no body that every state has."""
    actor = actor_at(token)
    return actor is not None and actor.label_ in OWNER_LABELS


def _earlier(place: Place) -> Iterable[Token]:
    """Who acts in the clause before, for an occasion that "the" takes up: "was due in May, but the trip was off"."""
    noun, verb = place.trigger.token, place.standing.clause
    is_taken_up = noun.dep_ in SUBJECTS and any(found.lower_ == "the" for found in children(noun, "det"))
    if not is_taken_up or verb is None or verb.dep_ != "conj":
        return ()
    return doers(verb.head) or undergoers(verb.head)


def _within_complement(place: Place) -> Iterator[Token]:
    """The known actors in what the trigger governs, after its own words; of "Ruritanian towns" the towns."""
    for complement in complements(place.trigger):
        if complement == place.trigger.object and complement.dep_ in OBJECTS:
            continue
        for token in complement.subtree:
            is_named = (actor_at(token) is not None and _stands_alone(token)) or is_side(token)
            if token.i > place.trigger.token.i and is_named:
                yield token.head if token.dep_ in KIND and token.head.i > place.trigger.token.i else token


def is_side(token: Token) -> bool:
    """Whether a noun points back at a state: "with the country", "between both sides"."""
    noun = actor_matcher(token.doc).referents.get(token.lemma_.lower())
    is_back = any(found.lower_ in BACK for found in children(token, "det", "predet", "nummod"))
    return is_back and noun is not None and noun.points_at is Referent.SIDE


def _in_purpose(place: Place) -> Iterator[Token]:
    """The known actors in what something is given or sent for: "gave money to rebuild Ruritanian schools"."""
    trigger = place.trigger
    things = [trigger.token, *children(trigger.token, "dobj")]
    things += [place.standing.support] if place.standing.support is not None else []
    things += [trigger.object] if trigger.object is not None else []
    for thing in dict.fromkeys(things):
        for clause in children(thing, "advcl", "acl", "relcl", "xcomp"):
            if is_infinitive(clause):
                named = (found for found in clause.subtree if actor_at(found) is not None and _stands_alone(found))
                yield from (found.head if found.dep_ in KIND else found for found in named)


def _in_clause(place: Place) -> Iterator[Token]:
    """Who does what the trigger's clause says, or to whom it is done: "claims that the army steals"."""
    for complement in complements(place.trigger):
        if complement.dep_ in CLAUSES:
            yield from doers(complement) or undergoers(complement)


def _in_condition(place: Place) -> Iterator[Token]:
    """Who acts in the condition of the trigger or of what it governs: "will respond if the army attacks"."""
    for verb in (place.trigger.token, *complements(place.trigger), place.trigger.token.head):
        for clause in children(verb, "advcl"):
            mark = child(clause, "mark")
            if mark is not None and mark.lower_ in CONDITIONAL and clause.i > place.trigger.token.i:
                yield from doers(clause)


def _stands_alone(token: Token) -> bool:
    """Whether a word heads a known actor, and no mere kind of something: not the army of "army aid"."""
    actor = actor_at(token)
    is_kind = token.dep_ in KIND and actor is not None and actor.label_ not in OWNER_LABELS
    return actor is not None and actor.root == token and not is_kind


def _sites(place: Place) -> Iterator[Token]:
    """The known places in or at which it happens."""
    for preposition in SITES:
        for token in (named for found in _after(place, preposition) for named in named_sites(found)):
            actor = actor_at(token)
            if actor is not None and actor.label_ in SITE_LABELS:
                yield token


def named_sites(token: Token) -> Iterator[Token]:
    """A place with what names it: "Belm" of "the capital Belm", "the city of Belm" and "a jail in Belm"."""
    yield token
    if token.pos_ == "NOUN":
        yield from children(token, "appos")
        for preposition in children(token, "prep"):
            if preposition.lower_ in ("of", *SITES):
                yield from children(preposition, "pobj")


def _is_bare(clause: Token) -> bool:
    """Whether a clause on a noun is a participle alone: "restrictions imposed on", no "plan to act on"."""
    return clause.tag_ == "VBN"


def _after(place: Place, preposition: str) -> Iterable[Token]:
    """What follows this preposition at the trigger, at its object, its verb, or a place: "met at home with"."""
    if place.led_to is None:
        place.led_to = _led_to(place)
    return place.led_to.get(preposition, ())


def _led_to(place: Place) -> Mapping[str, Sequence[Token]]:
    trigger = place.trigger
    first = trigger.token.left_edge.i
    roles = (*trigger.frame.source, *trigger.frame.target) if trigger.frame.form is Form.NOUN else ()
    found: dict[str, list[Token]] = {}
    for host in dict.fromkeys(_hosts(place)):
        own = (host,) if host in trigger.rest else ()
        is_party = host.dep_ == "pobj" and host.head.head == trigger.token and host.head.lower_ in roles
        for preposition in (*children(host, "prep", "dative", "agent"), *own):
            if preposition.i > first and not (is_party and preposition.lower_ == "of"):  # "with the mayor of Belm"
                heads = found.setdefault(preposition.lower_, [])
                held = children(preposition, "pobj") if child(preposition, "conj") is None else _of_joined(preposition)
                heads.extend(joined for head in held for joined in conjuncts(head))
    return found


def _hosts(place: Place) -> Iterator[Token]:
    """The words whose prepositions lead to the parties of a trigger, its own first."""
    trigger, support = place.trigger, place.standing.support
    own = [trigger.token, *trigger.rest]
    own += [trigger.object] if trigger.object is not None else []
    own += children(trigger.token, "dobj", "advmod")
    own += children(trigger.token, "acl") if trigger.frame.form is Form.NOUN else ()
    yield from own
    for host in own:
        if host.pos_ == "NOUN":
            yield from (clause for clause in children(host, "acl") if _is_bare(clause))
            yield from (found for found in children(host, "amod") if child(found, "npadvmod"))  # "worth $2bn"
    for found in children(trigger.token, "prep"):
        yield from children(found, "pobj")
    if trigger.object is not None:  # "the commitment of Ruritania to Graustark"
        yield from (end for of in children(trigger.object, "prep") if of.lower_ == "of" for end in children(of, "pobj"))
    if support is not None:
        yield support
        yield from children(support, "dobj")


def _of_joined(preposition: Token) -> Iterator[Token]:
    """What prepositions joined with each other lead to: "to and from the island"."""
    for found in conjuncts(preposition):
        yield from children(found, "pobj")


ROLES: Mapping[str, Callable[[Place], Iterable[Token]]] = {
    "subject": _subjects,
    "reporter": _reporters,
    "object": _objects,
    "dative": _datives,
    "owner": _owners,
    EARLIER: _earlier,
    COMPLEMENT: _within_complement,
    CLAUSE: _in_clause,
    PURPOSE: _in_purpose,
    SITE: _sites,
    CONDITION: _in_condition,
}
