"""Who takes part in an event: the places of a sentence that a frame names, read for actors."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.arguments import OBJECTS, doers, undergoers
from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import CLAUSES, SUBJECTS, child, children, conjuncts, subtree
from onrecord.annotate.mentions import mention
from onrecord.extract.events.phrases import BELONGING, party_phrase
from onrecord.extract.events.standing import Standing
from onrecord.extract.events.triggers import Trigger, complements
from onrecord.lexicon.dates import load_date_words
from onrecord.lexicon.frames import Form, FrameTable, Need
from onrecord.lexicon.referents import Referent
from onrecord.model import Mention, MentionKind

PRONOUNS = frozenset({"he", "she", "they", "we", "i", "him", "her", "them", "us", "me"})
OWNERS = frozenset({"his", "her", "their", "our", "my"})
BEFORE_NOUN = ("poss", "amod", "compound", "nmod")
OWNER_LABELS = frozenset({"state", "demonym", "capital", "organisation", "person", "group"})
POINTING = frozenset({Referent.SOURCE, Referent.SIDE, Referent.BODY})
COMPANY = frozenset({"with", "to", "between"})
COMPLEMENT = "complement"
DEEPEST = 3  # prepositions between a target's head and the actor that it belongs to


@dataclass(frozen=True, slots=True)
class Place:
    """A trigger where it stands; what the roles of its frame are read from."""

    trigger: Trigger
    standing: Standing
    table: FrameTable


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the words, and what they say of whom they point at."""

    span: Span
    mention: Mention


def sources(place: Place) -> tuple[Party, ...]:
    """Those who act, in reading order."""
    return _filled(place, place.trigger.frame.source, (), of_things=False)


def targets(place: Place, taken: Sequence[Party]) -> tuple[Party, ...]:
    """Those to whom it is done; none of them is among the taken."""
    frame = place.trigger.frame
    return _filled(place, frame.target, taken, of_things=Need.PERSON not in frame.needs)


def _filled(place: Place, roles: Iterable[str], taken: Sequence[Party], *, of_things: bool) -> tuple[Party, ...]:
    """The actors in the first of these places that holds any; with `of_things` also whose a thing is.

    Those of whom nothing is known yield to a later place: "expelled diplomats from Poland".
    """
    strangers: tuple[Party, ...] = ()
    for role in roles:
        spans: dict[int, Span] = {}
        for token in _tokens(place, role):
            spans.update((span.start, span) for span in _actors(token, place, of_things=of_things))
        found = [Party(spans[start], mention(spans[start])) for start in sorted(spans)]
        found = [party for party in found if not _is_among(party, taken)]
        found = _first_abroad(found, taken) if role == COMPLEMENT else found
        if any(_is_known(party.mention) for party in found):
            return tuple(found)
        strangers = strangers or tuple(found)
    return strangers


def _first_abroad(found: Sequence[Party], taken: Iterable[Party]) -> list[Party]:
    """Of those whom a complement names, in order, the first of another state than the taken; else the first."""
    own = {party.mention.country for party in taken}
    abroad = (party for party in found if party.mention.country is not None and party.mention.country not in own)
    first = next(abroad, None) or next(iter(found), None)
    return [first] if first is not None else []


def _is_known(mention: Mention) -> bool:
    return mention.country is not None or mention.kind in (MentionKind.PRONOUN, MentionKind.NAMED)


def _is_among(party: Party, taken: Sequence[Party]) -> bool:
    """Whether a party is one of these, by its place or as the same known actor."""
    actor = party.mention.actor
    return any(
        party.span.start == other.span.start or (actor is not None and actor == other.mention.actor) for other in taken
    )


def _tokens(place: Place, role: str) -> Iterable[Token]:
    return ROLES[role](place) if role in ROLES else _after(place, role)


def _subjects(place: Place) -> Iterable[Token]:
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
            yield from (part for part in (token, *children(token, "compound", "amod")) if _is_owner(part))


def _is_owner(token: Token) -> bool:
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
    """The known actors in what the trigger governs, after its own words."""
    for complement in complements(place.trigger):
        for token in complement.subtree:
            if token.i > place.trigger.token.i and actor_at(token) is not None and _stands_alone(token):
                yield token


def _in_clause(place: Place) -> Iterator[Token]:
    """Who does what the trigger's clause says, or to whom it is done: "claims that the army steals"."""
    for complement in complements(place.trigger):
        if complement.dep_ in CLAUSES:
            heads = doers(complement) or undergoers(complement)
            yield from (head for head in heads if _is_actor(head, place))


def _stands_alone(token: Token) -> bool:
    actor = actor_at(token)
    return actor is not None and actor.root == token


def _after(place: Place, preposition: str) -> Iterator[Token]:
    """What follows this preposition at the trigger, at its object, its verb, or a place: "met at home with"."""
    trigger = place.trigger
    sentence = trigger.token.sent
    if preposition not in columns(sentence.doc).words[sentence.start : sentence.end]:
        return
    hosts = [trigger.token, *trigger.rest]
    hosts += [trigger.object] if trigger.object is not None else []
    hosts += list(children(trigger.token, "dobj", "advmod"))
    hosts += list(children(trigger.token, "acl")) if trigger.frame.form is Form.NOUN else []
    hosts += [place for found in children(trigger.token, "prep") for place in children(found, "pobj")]
    if place.standing.support is not None:
        hosts += [place.standing.support, *children(place.standing.support, "dobj")]
    for host in dict.fromkeys(hosts):
        for found in (*children(host, "prep", "dative", "agent"), *((host,) if host in trigger.rest else ())):
            if found.lower_ == preposition and found.i > trigger.token.left_edge.i:
                for head in children(found, "pobj"):
                    yield from conjuncts(head)


ROLES: Mapping[str, Callable[[Place], Iterable[Token]]] = {
    "subject": _subjects,
    "reporter": _reporters,
    "object": _objects,
    "dative": _datives,
    "owner": _owners,
    "earlier": _earlier,
    COMPLEMENT: _within_complement,
    "clause": _in_clause,
}


def _actors(token: Token, place: Place, *, of_things: bool, depth: int = 0) -> Iterator[Span]:
    """The phrase of a token that points at an actor, or of a thing those to whom it belongs."""
    if _is_owner(token) and token.dep_ in ("amod", "compound", "nmod"):
        yield from (actor for actor in (actor_at(token),) if actor is not None)
    elif _is_actor(token, place):
        yield party_phrase(token)
        yield from _further_owners(token)
    elif of_things and depth < DEEPEST and token.pos_ != "PRON":
        yield from _of_thing(token, place, depth + 1)


def _further_owners(token: Token) -> Iterator[Span]:
    """The other states of "officers from Greece and Turkey"."""
    for preposition in children(token, "prep"):
        if preposition.i == token.i + 1 and preposition.lower_ in BELONGING:
            for first in children(preposition, "pobj"):
                others = (found for found in conjuncts(first) if found != first and _is_owner(found))
                yield from (party_phrase(found) for found in others)


def _of_thing(token: Token, place: Place, depth: int) -> Iterator[Span]:
    """Whose a thing or a deed is: the nearest words that tell it."""
    if token.pos_ in ("VERB", "AUX"):
        for found in (*doers(token), *undergoers(token)):
            yield from _actors(found, place, of_things=True, depth=depth)
        return
    owner = next((found for found in children(token, *BEFORE_NOUN) if _is_possessor(found)), None)
    if owner is not None:
        yield actor_at(owner) or party_phrase(owner)
        return
    for found in children(token, "prep", "acl", "relcl"):
        heads = (found,) if found.dep_ != "prep" else children(found, "pobj", "pcomp")
        spans = [span for head in heads for span in _actors(head, place, of_things=True, depth=depth)]
        if spans:
            yield from spans
            return


def _is_possessor(token: Token) -> bool:
    return actor_at(token) is not None or token.lower_ in OWNERS


def _is_actor(token: Token, place: Place) -> bool:
    """Whether a phrase with this head points at somebody who can act."""
    if token.tag_ in ("PRP", "PRP$"):
        return token.lower_ in PRONOUNS | OWNERS or _is_doing_it(token, place)
    if actor_at(token) is not None:
        return True
    if token.pos_ == "PROPN":
        return token.text[:1].isupper() and token.lower_ not in load_date_words()
    if token.pos_ != "NOUN":
        return token.like_num and any(_is_actor(head, place) for head in _counted(token))
    return _is_common_actor(token, place)


def _is_doing_it(token: Token, place: Place) -> bool:
    """Whether "it" does something to something, or says so: "it has imposed sanctions"; not "it rained"."""
    does = child(token.head, *OBJECTS, "ccomp", "xcomp") is not None or place.standing.reporter is not None
    return token.lower_ == "it" and token.dep_ == "nsubj" and does


def _is_common_actor(noun: Token, place: Place) -> bool:
    lemma = noun.lemma_.lower()
    known = actor_matcher(noun.doc).referents.get(lemma)
    if known is not None and known.points_at in POINTING:
        return True
    if any(lemma in group for group in place.table.groups.values()):
        return True
    if any(_is_actor(head, place) for head in _counted(noun)):
        return True
    return any(actor_at(found) is not None for found in children(noun, "amod", "compound", "nmod"))


def _counted(noun: Token) -> Iterator[Token]:
    """What a number or a group is of: "thousands of farmers", "a group of diplomats"."""
    for of in children(noun, "prep"):
        if of.lower_ == "of":
            yield from children(of, "pobj")
