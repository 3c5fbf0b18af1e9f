"""Whether an event has what its frame cannot do without."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.arguments import undergoers
from onrecord.annotate.grammar import child, children
from onrecord.extract.events.outcomes import WRONGS
from onrecord.extract.events.parties import Party, clause_doers
from onrecord.extract.events.roles import BEFORE_NOUN, Place
from onrecord.extract.events.standing import is_infinitive
from onrecord.extract.events.triggers import Trigger, complements
from onrecord.lexicon.frames import Form, Need
from onrecord.model import Mention, MentionKind

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


def _has_target(cast: Cast) -> bool:
    """Whether there is a target; those who do a thing with each other are one another's: "the two leaders met"."""
    if cast.targets:
        return True
    trigger = cast.place.trigger
    if not trigger.frame.mutual or (trigger.object is None and child(trigger.token, "dobj") is not None):
        return False
    return len(cast.sources) > 1 or any(party.mention.plural for party in cast.sources)


def _has_source(cast: Cast) -> bool:
    """Whether somebody acts; who says "must" without being reported is known once the statement has its speaker."""
    return bool(cast.sources) or _is_unreported(cast.place)


def _is_unreported(place: Place) -> bool:
    return place.trigger.frame.form is Form.MODAL and place.standing.reporter is None


def _is_told_outright(cast: Cast) -> bool:
    """Whether a sentence tells of it and does not only say which: not "the bombing that killed ten"."""
    return cast.place.trigger.token.dep_ not in ("relcl", "acl", "advcl", "pcomp")


def _has_person(parties: Sequence[Party]) -> bool:
    return any(_is_person(party.mention) for party in parties)


def _is_person(mention: Mention) -> bool:
    if mention.kind is MentionKind.INSTITUTION:
        return False
    return mention.name is not None or mention.office is not None or mention.kind is MentionKind.PRONOUN


def _reaches_abroad(cast: Cast) -> bool:
    own = {party.mention.country for party in cast.sources}
    is_open = _is_unreported(cast.place)  # whom "it" means is known later too
    return any(
        party.mention.country not in {None, *own} or (is_open and party.mention.kind is MentionKind.PRONOUN)
        for party in cast.targets
    )


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
    Need.PARTY: lambda cast: bool(cast.sources or (cast.targets and _is_told_outright(cast))),
    Need.PERSON: lambda cast: _has_person(cast.targets),
    Need.ENVOY: lambda cast: _has_person(cast.sources),
    Need.ABROAD: _reaches_abroad,
    Need.NEAR: _is_near,
    Need.OWN: _is_own,
    Need.ALONE: _is_alone,
    Need.OBJECT: lambda cast: bool(undergoers(cast.place.trigger.token)),
    Need.PLAIN: lambda cast: child(cast.place.trigger.token, "oprd", "ccomp") is None,
    Need.DEED: lambda cast: any(found.frame.type in WRONGS for found in cast.covered),
    Need.INFINITIVE: lambda cast: any(map(is_infinitive, children(cast.place.trigger.token, "xcomp", "advcl"))),
    Need.COMPLEMENT: lambda cast: next(complements(cast.place.trigger), None) is not None,
    Need.SUPPORT: lambda cast: cast.place.standing.support is not None,
}
