"""The sides of an event: whose those are whose own words tell no state, by their surroundings, the place or the other
side: "Norland's police arrested two journalists", "protesters in front of the court in Belm"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.referents import Referent, Sort
from onrecord.model import Event, EventType, Mention, MentionKind
from onrecord.model.rules import PartyRule
from onrecord.resolve.actors.bodies import OWNING
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.scene import Scene

# What a state's own people and authorities do to each other oftener than to strangers.
HOME = frozenset(
    {
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.RETREAT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
ON_THE_SPOT = frozenset({EventType.PROTEST, EventType.COERCE, EventType.ASSAULT})  # where they happen, both sides are
BY_FORCE = frozenset({EventType.COERCE, EventType.ASSAULT})
ELSEWHERE = (Sort.OTHERS, Sort.ALLIANCE)
FOREIGNERS, ABROAD, FORCES, AMOUNTS = "foreigners", "abroad", "forces", "amounts"  # groups of words
DEPORTING = "deport"  # a mode: those who are sent away are seldom of the state that does it


@dataclass(frozen=True, slots=True)
class Party:
    """One mention of a side with whom it means and the countries that it stands for, and by what rule."""

    mention: Mention
    reading: Reading
    countries: tuple[str, ...]
    rule: str
    is_told: bool = False  # the words name a state, be it as one of several


def at_home(event: Event, by: Sequence[Party], to: Sequence[Party], scene: Scene) -> tuple[list[Party], list[Party]]:
    """The two sides, with a country for those that have none where the text lets it be told."""
    place = scene.whereabouts.of_place(event.place_mention) if event.place_mention is not None else None
    where = place if event.type in ON_THE_SPOT else None
    known = scene.directory
    by, to = ([replace(one, is_told=scene.whereabouts.is_told(one.mention)) for one in side] for side in (by, to))
    sources = [_located(party, where, PartyRule.PLACE, known) for party in by]
    state = _state_of(sources, known) if event.type in HOME and event.mode != DEPORTING else None
    if state is not None and event.type in BY_FORCE and _is_abroad(sources, known):
        state = None
    targets = [_located(party, where, PartyRule.PLACE, known) for party in to]
    targets = [_located(party, state, PartyRule.OTHER_SIDE, known) for party in targets]
    state = _state_of(targets, known) if event.type in HOME - BY_FORCE and _is_in_office(targets, known) else None
    return [_located(party, state, PartyRule.OTHER_SIDE, known) for party in sources], targets


def _located(party: Party, country: str | None, rule: PartyRule, known: Directory) -> Party:
    """The party as of this country, where it is of none and can be of it."""
    if country is None or party.countries or party.is_told or not _can_be_local(party.mention, known):
        return party
    return replace(party, countries=(country,), rule=f"{party.rule}; {rule}")


def _state_of(side: Sequence[Party], known: Directory) -> str | None:
    """The one state of a side."""
    countries = {country for party in side for country in party.countries}
    state = countries.pop() if len(countries) == 1 else None
    return state if state in known.states else None


def _can_be_local(mention: Mention, known: Directory) -> bool:
    """Whether somebody is of the place unless the text says otherwise: authorities, citizens; no tourist, no ally."""
    noun = mention.office or ""
    if mention.actor is not None or mention.kind is MentionKind.PRONOUN or mention.exact.lower().startswith(OWNING):
        return False
    office = known.office_names.get(noun)
    if mention.kind in (MentionKind.NAMED, MentionKind.TITLE):
        return office is not None and not known.is_counterpart(noun)
    if known.groups[ABROAD] & set(mention.exact.lower().split()):
        return False
    if noun in known.groups[FOREIGNERS] or known.sorts.get(noun) in ELSEWHERE:
        return False
    return is_somebody(mention, known)


def is_somebody(mention: Mention, known: Directory) -> bool:
    """Whether a mention's noun is one for people or a body, and for no thing."""
    noun = mention.office or ""
    is_person = known.nouns.get(noun) in (Referent.SOURCE, Referent.BODY)
    return is_person or noun in known.office_names or noun in known.body_names or _is_crowd(noun, known)


def _is_crowd(noun: str, known: Directory) -> bool:
    return any(noun in nouns for name, nouns in known.groups.items() if name != AMOUNTS)


def _is_abroad(side: Sequence[Party], known: Directory) -> bool:
    """Whether those who use force may do so abroad: a state as a whole, or its troops."""
    return any(
        party.mention.actor in known.states or (party.mention.office or "") in known.groups[FORCES] for party in side
    )


def _is_in_office(side: Sequence[Party], known: Directory) -> bool:
    """Whether a side is somebody who holds an office at home, or a body: one whom a state's own people turn to."""
    return any(
        noun in known.office_names or noun in known.body_names
        for noun in (party.mention.office or "" for party in side if party.mention.kind is not MentionKind.ANONYMOUS)
    )
