"""Between whom an event was: its mentions read, "our meeting" as both who met, and whom a demand was put to."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Event, EventType, Evidence, Mention, MentionKind, Statement
from onrecord.model.rules import PartyRule
from onrecord.resolve.actors.bodies import OWNING
from onrecord.resolve.actors.countries import Countries
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.salience import FIRST_PLURAL, PLURAL
from onrecord.resolve.actors.scene import Scene
from onrecord.resolve.actors.sides import Party, at_home, is_somebody

JOINT = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})  # what two do together
TOLD = frozenset(  # what is done by saying it to somebody
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
ASKED = frozenset({EventType.REQUEST, EventType.THREATEN})
MODAL = "event/modal:"  # how the rules of events begin that "must" and "should" tell
OURS = re.compile(r"our (?:two )?(?:countries|nations|states|peoples)")
SEVERAL = FIRST_PLURAL | PLURAL

Found = dict[str, list[Mention]]


@dataclass(frozen=True, slots=True)
class Side:
    """The countries and the actors of an event's side, and the rules that told them; each once, in reading order."""

    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Parties:
    """Reads the sides of events, once the statements of their document have their speakers."""

    def __init__(self, scene: Scene, statements: Sequence[Statement], found: Found, countries: Countries) -> None:
        self._scene = scene
        self._countries = countries
        self._found = found
        self._by_id = {said.id: said for said in statements}
        self._by_cue: Mapping[int, Statement] = {
            said.cue.start: said for said in statements if said.cue is not None and said.addressees
        }

    def all_of(self, events: Iterable[Event]) -> Iterator[Event]:
        """The events with their sides; what somebody "must" do is none where nobody of another state says so."""
        for event in events:
            read = self.of(event)
            is_modal = event.rule.startswith(MODAL)
            if not is_modal or (event.source_mentions and (read.targets or not self._is_own(event, read))):
                yield read
            if not is_modal or event.source_mentions:
                continue
            said = self._by_id.get(event.statement or "")
            speaking = said.speaker_country if said is not None else None
            if said is not None and speaking is not None and read.targets and speaking not in read.targets:
                by = Side((speaking,), said.speakers, (PartyRule.SPEAKER,))
                yield replace(read, sources=by.countries, source_actors=by.actors, source_rules=by.rules)

    def of(self, event: Event) -> Event:
        """The event with the countries and the actors of both sides."""
        by = self._side(event.source_mentions, event, event.source_rules, ())
        to = self._side(event.target_mentions, event, event.target_rules, _told(by).actors)
        to = self._others(to, by, event) if event.type in TOLD else to
        named = _told(to)
        sources, targets = map(_told, at_home(event, by, to, self._scene))
        if event.type in TOLD and not named.countries:
            spoken_to = self._spoken_to(event.trigger)
            targets = spoken_to if spoken_to.countries else targets
        elif event.type in JOINT and event.source_mentions:
            sources, targets = self._joint(event, sources, targets)
        return replace(
            event,
            sources=sources.countries,
            source_actors=sources.actors,
            source_rules=sources.rules,
            targets=targets.countries,
            target_actors=targets.actors,
            target_rules=targets.rules or (event.target_rules if not event.target_mentions else ()),
        )

    def _side(
        self, mentions: Iterable[Mention], event: Event, inferred: Sequence[str], other: tuple[str, ...]
    ) -> list[Party]:
        """These mentions in reading order, each with the countries of whom it means; `inferred` is by what they are
        a side at all."""
        parties = []
        for mention in mentions:
            reading = self._scene.read(mention, by=Reading(actors=other, rule=""))
            is_open = reading.country is None and not any(map(self._scene.country, reading.actors))
            if is_open and event.type is not EventType.SUPPORT:  # who supports "the country" may mean its own
                reading = self._countries.meant(mention, other) or reading
            for actor in reading.actors:
                self._found.setdefault(actor, []).append(mention)
            if not reading.actors and mention.exact.lower().startswith(OWNING):
                located = self._scene.whereabouts.located(reading, mention)
                reading = replace(reading, country=located.country, rule=located.rule)
            own = [self._scene.country(actor) for actor in reading.actors] or [reading.country]
            rules = [reading.rule, *inferred]
            if own == [None] and (state := self._own_state(mention, event)) is not None:
                own, rules = [state], [*rules, PartyRule.FOR_WHOM]
            countries = tuple(country for country in own if country is not None)
            parties.append(Party(mention, reading, countries, "; ".join(rules)))
        return parties

    def _others(self, to: list[Party], by: Sequence[Party], event: Event) -> list[Party]:
        """Of those to whom something is said, who is not the source's own state: its officials do not accuse it, as its
        people do; nor ask or threaten a thing of it."""
        own = set(_told(by).countries)
        is_together = len(own) > 1 and own == set(_told(to).countries)
        if is_together or all(party.mention.kind is MentionKind.ANONYMOUS for party in by):
            return to
        known = self._scene.directory if event.type in ASKED else None
        return [one for one in to if not (own.issuperset(one.countries) and _is_state(one, known))]

    def _is_own(self, event: Event, read: Event) -> bool:
        """Whether those who "must" do something are of the state of who says so."""
        to = _told(self._side(event.target_mentions, event, (), ())).countries
        return bool(to) and set(to) <= set(read.sources)

    def _own_state(self, mention: Mention, event: Event) -> str | None:
        """The state for which somebody says "we": at least that is meant, whoever else is."""
        said = self._by_id.get(event.statement or "")
        return said.speaker_country if said is not None and mention.exact.lower() in FIRST_PLURAL else None

    def _spoken_to(self, trigger: Evidence) -> Side:
        """Those whom the statement with this cue addresses; nobody where it does not say."""
        for place in range(trigger.start, trigger.end):
            said = self._by_cue.get(place)
            if said is not None:
                own = map(self._scene.country, said.addressees)
                countries = tuple(dict.fromkeys(country for country in own if country is not None))
                return Side(countries, said.addressees, (PartyRule.ADDRESSED,))
        return Side()

    def _joint(self, event: Event, sources: Side, targets: Side) -> tuple[Side, Side]:
        """Both on both sides, where two do it together or "we" stands for those who met; else the sides as they are."""
        if len(sources.countries) > 1 and set(targets.countries) <= set(sources.countries):
            return sources, _with_each_other(sources, event)
        own = {*sources.countries, *targets.countries}
        mentions = (*event.source_mentions, *event.target_mentions)
        if len(own) > 1 or not all(map(_means_several, mentions)):
            return sources, targets
        pair = self._scene.who_met(event.trigger.start)
        countries = tuple(code for code in map(self._scene.country, pair.actors) if code is not None)
        if len(set(countries)) < 2 or not own <= set(countries):
            is_one = len(own) == 1 and event.source_mentions == event.target_mentions
            return sources, Side() if is_one else targets  # with whom "we" talked is not told
        for actor in pair.actors:
            self._found.setdefault(actor, []).extend(mentions)
        both = Side(countries, pair.actors, (pair.rule,))
        return both, _with_each_other(both, event)


def _with_each_other(side: Side, event: Event) -> Side:
    """A side as the other one, which no words of its own may name."""
    return side if event.target_mentions else replace(side, rules=(*side.rules, PartyRule.TOGETHER))


def _means_several(mention: Mention) -> bool:
    """Whether words stand for those who talk with each other: "we", "they", "our two countries"."""
    words = " ".join(mention.exact.lower().split())
    return words in SEVERAL or OURS.fullmatch(words) is not None


def _is_state(party: Party, known: Directory | None) -> bool:
    """Whether a party is a state as a whole, or, where the directory is given, a thing of one."""
    if party.reading.actors or known is None:
        return bool(party.reading.actors) and party.reading.actors == party.countries
    return bool(party.countries) and not is_somebody(party.mention, known)


def _told(side: Iterable[Party]) -> Side:
    parties = tuple(side)
    countries = (country for party in parties for country in party.countries)
    actors = (actor for party in parties for actor in party.reading.actors)
    rules = (party.rule for party in parties)
    return Side(*(tuple(dict.fromkeys(found)) for found in (countries, actors, rules)))
