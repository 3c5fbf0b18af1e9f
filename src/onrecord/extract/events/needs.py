"""Whether an event has what its frame cannot do without."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.arguments import undergoers
from onrecord.annotate.grammar import SUBJECTS, child, children
from onrecord.extract.events.outcomes import VERBAL, WRONGS
from onrecord.extract.events.parties import AMOUNTS, Party, clause_doers
from onrecord.extract.events.roles import BEFORE_NOUN, Place
from onrecord.extract.events.standing import is_infinitive
from onrecord.extract.events.triggers import Trigger, complements
from onrecord.lexicon.frames import Effect, Form, Need
from onrecord.lexicon.referents import Referent
from onrecord.model import EventType, MentionKind

TOLD = VERBAL | {EventType.SUPPORT}  # done by saying it to somebody
TOLD_LATER = frozenset({MentionKind.NAMED, MentionKind.PRONOUN})  # whose state may be known later
GATHERED = frozenset({Referent.SOURCE, Referent.BODY})  # "officials", "a delegation"
PEOPLE = ("captives", "crowd", "people")  # the groups of nouns for people
TOGETHER = frozenset({"with", "alongside", "joint", "jointly", "together"})


@dataclass(slots=True)
class Cast:
    """A trigger's place with who acts and to whom, and the triggers that it covers."""

    place: Place
    sources: Sequence[Party]
    targets: Sequence[Party]
    covered: Sequence[Trigger] = ()


def is_satisfied(cast: Cast) -> bool:
    """Whether the event has all that its frame needs."""
    return all(NEEDS[need](cast) for need in cast.place.trigger.frame.needs)


def may_be_satisfied(cast: Cast, known: Container[Need]) -> bool:
    """Whether an event whose parties are not all read yet has of what its frame needs all that is known by then."""
    return all(NEEDS[need](cast) for need in cast.place.trigger.frame.needs if need in known)


def is_between_states(cast: Cast) -> bool:
    """Whether both sides are of states, and of different ones; or one is, and does what is known by its name."""
    by, to = ({party.mention.country for party in side} - {None} for side in (cast.sources, cast.targets))
    return bool(by and to - by) or (Need.NAMED in cast.place.trigger.frame.needs and not cast.targets)


def are_of_another_state(by: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether the state of those who act is known, and is not known to be that of the others too."""
    own = {party.mention.country for party in by} - {None}
    return bool(own) and not own & {party.mention.country for party in others}


def _has_target(cast: Cast) -> bool:
    """Whether there is a target; those who do a thing with each other are one another's: "the two leaders met"."""
    if cast.targets:
        return True
    trigger = cast.place.trigger
    if not trigger.frame.mutual or (trigger.object is None and child(trigger.token, "dobj") is not None):
        return False
    return len(cast.sources) > 1 or any(party.mention.plural for party in cast.sources)


def _is_named(cast: Cast) -> bool:
    """Whether it has a target or is known by the name of the state that does it: "Norlandic aggression"."""
    place = cast.place
    token = place.trigger.token
    is_told = bool(place.table.of(Form.VERB, token.head.lemma_.lower())) and bool(undergoers(token.head))
    is_agent = token.dep_ in SUBJECTS and is_told  # "Norlandic attacks killed ten" is told by the verb
    return bool(cast.targets) or (not is_agent and any(_names_a_state(party.span.root) for party in cast.sources))


def _names_a_state(token: Token) -> bool:
    """Whether a word tells whose a deed is, and not where it was: not "the Belm bombings", "the Norland war"."""
    actor = actor_at(token)
    if actor is None or actor.label_ not in ("state", "demonym", "capital"):
        return False
    return token.dep_ not in ("compound", "nmod") or token.text.isupper()


def _has_source(cast: Cast) -> bool:
    """Whether somebody acts; who says "must" without being reported is known once the statement has its speaker."""
    return bool(cast.sources) or _is_unreported(cast.place) or _is_agreed(cast.place)


def _is_agreed(place: Place) -> bool:
    """Whether something is agreed of which only those who met can be meant: "it was agreed to go on"."""
    frame, token = place.trigger.frame, place.trigger.token
    is_passive = child(token, "auxpass") is not None and child(token, "agent") is None
    return is_passive and frame.mutual and frame.type is EventType.AGREE


def _is_unreported(place: Place) -> bool:
    return place.trigger.frame.form is Form.MODAL and place.standing.reporter is None


def _is_told_outright(cast: Cast) -> bool:
    """Whether a sentence tells of it and does not only say which: not "the bombing that killed ten"."""
    return cast.place.trigger.token.dep_ not in ("relcl", "acl", "advcl", "pcomp")


def _is_made(cast: Cast) -> bool:
    """Whether a verb makes a noun happen, over it or as its participle: "held drills", "the drills held by"."""
    place = cast.place
    made = (found.lemma_.lower() for found in children(place.trigger.token, "acl") if found.tag_ == "VBN")
    return place.standing.support is not None or any(
        place.table.effect("support", lemma) is Effect.THROUGH for lemma in made
    )


def _has_person(parties: Sequence[Party], place: Place) -> bool:
    return any(_is_person(party, place) for party in parties)


def _is_person(party: Party, place: Place) -> bool:
    """Whether a phrase is headed by somebody, and not by a thing of theirs: not "Lind bans", "20 Norlandic tanks"."""
    told = party.mention
    if told.kind is MentionKind.INSTITUTION:
        return False
    if told.kind is MentionKind.PRONOUN:
        return True
    return (told.name is not None or told.office is not None) and _names_people(party.span.root, place)


def _names_people(head: Token, place: Place) -> bool:
    if head.pos_ != "NOUN" or actor_at(head) is not None:
        return True
    lemma = head.lemma_.lower()
    noun = actor_matcher(head.doc).referents.get(lemma)
    if noun is not None and noun.points_at in GATHERED:
        return True
    return any(lemma in place.table.groups.get(group, frozenset()) for group in (AMOUNTS, *PEOPLE))


def is_open(cast: Cast) -> bool:
    """Whether to whom it is done is known only once mentions have their actors: "urged Lind", "called for restraint".

    So are those who agree where "it was agreed". It is no event then where there are no two of different states.
    """
    needs = cast.place.trigger.frame.needs
    if not cast.sources:
        return _is_agreed(cast.place)
    if not cast.targets:
        return Need.ADDRESSED in needs
    return Need.ABROAD in needs and not _reaches_abroad(cast)


def _reaches_abroad(cast: Cast) -> bool:
    own = {party.mention.country for party in cast.sources}
    return any(party.mention.country not in {None, *own} for party in cast.targets)


def _may_reach_abroad(cast: Cast) -> bool:
    if _reaches_abroad(cast):
        return True
    frame = cast.place.trigger.frame
    if not cast.targets:
        return Need.ADDRESSED in frame.needs
    return frame.type is not EventType.CONSULT and any(
        party.mention.country is None and party.mention.kind in TOLD_LATER for party in cast.targets
    )


def _may_be_addressed(cast: Cast) -> bool:
    """Whether it has a target or names nobody to whom it is said: not "thank you"."""
    return bool(cast.targets) or all(one.pos_ != "PRON" for one in undergoers(cast.place.trigger.token))


def _is_alone(cast: Cast) -> bool:
    """Whether one side does it, with nobody: "held drills with" its neighbour is done together."""
    token = cast.place.trigger.token
    support = cast.place.standing.support
    hosts = (token, *children(token, "dobj"), *((support,) if support is not None else ()))
    together = any(found.lower_ in TOGETHER for host in hosts for found in children(host, "prep", "amod", "advmod"))
    return len(cast.sources) <= 1 and not together


def _is_own(cast: Cast) -> bool:
    """Whether those who do what its clause says are the source itself, by their states: "warned that it would"."""
    own = {party.mention.country for party in cast.sources}
    doers = [party.mention for party in clause_doers(cast.place)]
    return all(doer.country in own if doer.country else doer.kind is MentionKind.PRONOUN for doer in doers)


def _is_near(cast: Cast) -> bool:
    """Whether a preposition leads to a target itself, or to what is the target's: "about his drills", "drills by him".

    What is only somewhere in it says little of the target: "about a deal that the minister wants".
    """
    return any(_leads_to(party.span.root) in cast.place.trigger.frame.target for party in cast.targets)


def _leads_to(token: Token) -> str:
    """The preposition before a noun, a possessor or an adjective, or before what is "by" the noun."""
    if token.dep_ in BEFORE_NOUN:
        token = token.head
    elif token.dep_ == "pobj" and token.head.lower_ in ("by", "of"):
        token = token.head.head
    while token.dep_ == "conj":
        token = token.head
    return token.head.lower_ if token.dep_ == "pobj" else ""


WORDS = frozenset({Need.OBJECT, Need.PLAIN, Need.DEED, Need.INFINITIVE, Need.COMPLEMENT, Need.SUPPORT})  # no parties
ACTING = frozenset({Need.SOURCE, Need.ENVOY})  # those who act

NEEDS: Mapping[Need, Callable[[Cast], bool]] = {
    Need.SOURCE: _has_source,
    Need.TARGET: _has_target,
    Need.NAMED: _is_named,
    Need.PARTY: lambda cast: bool(cast.sources or (cast.targets and _is_told_outright(cast))),
    Need.PERSON: lambda cast: _has_person(cast.targets, cast.place),
    Need.ENVOY: lambda cast: _has_person(cast.sources, cast.place),
    Need.ABROAD: _may_reach_abroad,
    Need.ADDRESSED: _may_be_addressed,
    Need.NEAR: _is_near,
    Need.OWN: _is_own,
    Need.ALONE: _is_alone,
    Need.OBJECT: lambda cast: bool(undergoers(cast.place.trigger.token)),
    Need.PLAIN: lambda cast: child(cast.place.trigger.token, "oprd", "ccomp") is None,
    Need.DEED: lambda cast: any(found.frame.type in WRONGS for found in cast.covered),
    Need.INFINITIVE: lambda cast: any(map(is_infinitive, children(cast.place.trigger.token, "xcomp", "advcl"))),
    Need.COMPLEMENT: lambda cast: next(complements(cast.place.trigger), None) is not None,
    Need.SUPPORT: _is_made,
}
