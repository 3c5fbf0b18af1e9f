"""Who takes part in an event: the places of a sentence that a frame names, read for actors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.arguments import OBJECTS, doers, undergoers
from onrecord.annotate.grammar import child, children, conjuncts
from onrecord.annotate.mentions import mention
from onrecord.extract.events.antecedents import meant
from onrecord.extract.events.phrases import BELONGING, party_phrase
from onrecord.extract.events.roles import (
    BEFORE_NOUN,
    CLAUSE,
    COMPLEMENT,
    EARLIER,
    PURPOSE,
    SITE,
    Place,
    is_owner,
    is_side,
    tokens,
)
from onrecord.lexicon.dates import load_date_words
from onrecord.lexicon.frames import Form, Need
from onrecord.lexicon.referents import Referent
from onrecord.model import Mention, MentionKind
from onrecord.model.rules import PartyRule

PRONOUNS = frozenset({"he", "she", "they", "we", "i", "him", "her", "them", "us", "me"})
OWNERS = frozenset({"his", "her", "their", "our", "my"})
PERSONAL = ("PRP", "PRP$")
POINTING = frozenset({Referent.SOURCE, Referent.SIDE, Referent.BODY})
AMOUNTS = "amounts"  # the group of nouns that only count: "dozens", "a group"
WELL_KNOWN = (MentionKind.PRONOUN, MentionKind.NAMED)
WIDE = (COMPLEMENT, PURPOSE)  # places of many names, of which one is meant
INFERRED = {SITE: PartyRule.PLACE, EARLIER: PartyRule.EARLIER}  # places that only let a party be inferred
DEEPEST = 3  # prepositions between a target's head and the actor that it belongs to


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the words, what they say of whom they point at, and by what that is inferred to take part."""

    span: Span
    mention: Mention
    inferred: PartyRule | None = None


def sources(place: Place) -> tuple[Party, ...]:
    """Those who act, in reading order."""
    return _filled(place, place.trigger.frame.source, (), of_things=False)


def targets(place: Place, taken: Sequence[Party]) -> tuple[Party, ...]:
    """Those to whom it is done; none of them is among the taken."""
    frame = place.trigger.frame
    return _filled(place, frame.target, taken, of_things=Need.PERSON not in frame.needs)


def clause_doers(place: Place) -> tuple[Party, ...]:
    """Those who do what the trigger's clause says."""
    return _filled(place, (CLAUSE,), (), of_things=False)


def _filled(place: Place, roles: Iterable[str], taken: Sequence[Party], *, of_things: bool) -> tuple[Party, ...]:
    """The actors in the first of these places that holds any; with `of_things` also whose a thing is.

    Those of whom nothing is known yield to a later place: "expelled diplomats from Poland".
    """
    strangers: tuple[Party, ...] = ()
    is_shared = place.trigger.frame.mutual and len(taken) > 1  # "Norland and Sudmark agreed to help Halland"
    for role in roles:
        if role == COMPLEMENT and is_shared:
            continue
        spans: dict[int, Span] = {}
        for token in (found for found in tokens(place, role) if role != CLAUSE or _is_actor(found, place)):
            spans.update((span.start, span) for span in _actors(token, place, of_things=of_things))
        found = [Party(spans[start], mention(spans[start]), INFERRED.get(role)) for start in sorted(spans)]
        found = [party for party in found if not _is_among(party, taken)] if taken else found
        found = _first_abroad(found, taken) if role in WIDE else found
        if any(_is_known(party) for party in found):
            return tuple(found)
        strangers = strangers or tuple(found)
    return strangers


def _first_abroad(found: Sequence[Party], taken: Iterable[Party]) -> list[Party]:
    """Of those whom a complement names, in order, the first of another state than the taken; else the first."""
    own = {party.mention.country for party in taken}
    abroad = (party for party in found if party.mention.country is not None and party.mention.country not in own)
    first = next(abroad, None) or next(iter(found), None)
    return [first] if first is not None else []


def _is_known(party: Party) -> bool:
    is_owned = party.span[0].tag_ == "PRP$"  # "their forces"
    return is_owned or party.mention.country is not None or party.mention.kind in WELL_KNOWN


def _is_among(party: Party, taken: Sequence[Party]) -> bool:
    """Whether a party is one of these, by its place or as the same known actor."""
    actor = party.mention.actor
    return any(
        party.span.start == other.span.start or (actor is not None and actor == other.mention.actor) for other in taken
    )


def _actors(token: Token, place: Place, *, of_things: bool, depth: int = 0) -> Iterator[Span]:
    """The phrase of a token that points at an actor, or of a thing those to whom it belongs; of a pronoun those whom
    it means, where its sentence tells."""
    if token.tag_ in PERSONAL and actor_at(token) is None and (heads := meant(token)):
        for head in heads:
            yield from _actors(head, place, of_things=False, depth=depth)
        return
    if token.dep_ in ("amod", "compound", "nmod") and is_owner(token):
        yield from (actor for actor in (actor_at(token),) if actor is not None)
    elif _is_actor(token, place):
        yield party_phrase(token)
        counted = list(_counted(token)) if token.lemma_.lower() in place.table.groups.get(AMOUNTS, frozenset()) else []
        for one in (token, *counted):
            yield from _further_owners(one)
        yield from (party_phrase(other) for other in _further_counted(token, place))
    elif of_things and depth < DEEPEST and token.pos_ != "PRON":
        yield from _of_thing(token, place, depth + 1)


def _further_owners(token: Token) -> Iterator[Span]:
    """The other states of "officers from Greece and Turkey"."""
    for preposition in children(token, "prep"):
        if preposition.i == token.i + 1 and preposition.lower_ in BELONGING:
            for first in children(preposition, "pobj"):
                others = (found for found in conjuncts(first) if found != first and is_owner(found))
                yield from (party_phrase(found) for found in others)


def _further_counted(amount: Token, place: Place) -> Iterator[Token]:
    """The others of "dozens of soldiers and sailors"."""
    if amount.lemma_.lower() in place.table.groups.get(AMOUNTS, frozenset()):
        for first in _counted(amount):
            yield from (found for found in conjuncts(first) if found != first and _is_actor(found, place))


def _of_thing(token: Token, place: Place, depth: int) -> Iterator[Span]:
    """Whose a thing or a deed is: the nearest words that tell it."""
    if token.pos_ in ("VERB", "AUX"):
        ends = (end for preposition in children(token, "prep") for end in children(preposition, "pobj"))
        for found in (*doers(token), *undergoers(token), *(ends if token.tag_ == "VBG" else ())):
            yield from _actors(found, place, of_things=True, depth=depth)
        return
    before = tuple(children(token, *BEFORE_NOUN))
    inner = (found for noun in before for found in children(noun, "poss"))  # "Norland's sovereignty and integrity"
    owner = next((found for found in (*before, *inner) if _is_possessor(found)), None)
    if owner is not None and not (owner.tag_ == "PRP$" and meant(owner)):
        yield actor_at(owner) or party_phrase(owner)
        return
    for found in children(token, "prep", "acl", "relcl"):
        heads = (found,) if found.dep_ != "prep" else _led_to(found)
        spans = [span for head in heads for span in _actors(head, place, of_things=True, depth=depth)]
        if spans:
            yield from spans
            return


def _led_to(preposition: Token) -> Iterator[Token]:
    """What a preposition of a thing leads to: both states of "coordination between Norland and Sudmark"."""
    for found in children(preposition, "pobj", "pcomp"):
        yield found
        yield from (other for other in conjuncts(found) if other != found and found.dep_ == "pobj" and is_owner(other))


def _is_possessor(token: Token) -> bool:
    if actor_at(token) is not None or token.lower_ in OWNERS:
        return True
    return token.dep_ == "poss" and is_side(token)  # "the country's exports"


def _is_actor(token: Token, place: Place) -> bool:
    """Whether a phrase with this head points at somebody who can act."""
    if token.tag_ in PERSONAL:
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
    does = does or place.trigger.frame.form is Form.MODAL
    return token.lower_ == "it" and token.dep_ == "nsubj" and does


def _is_common_actor(noun: Token, place: Place) -> bool:
    lemma = noun.lemma_.lower()
    known = actor_matcher(noun.doc).referents.get(lemma)
    if known is not None and known.points_at in POINTING:
        return True
    amounts = place.table.groups.get(AMOUNTS, frozenset())
    if lemma in amounts:
        return any(_is_actor(head, place) for head in _counted(noun))
    if any(lemma in group for group in place.table.groups.values()):
        return True
    return any(actor_at(found) is not None for found in children(noun, "amod", "compound", "nmod"))


def _counted(noun: Token) -> Iterator[Token]:
    """What a number or a group is of: "thousands of farmers", "a group of diplomats"."""
    for of in children(noun, "prep"):
        if of.lower_ == "of":
            yield from children(of, "pobj")
