"""Between whom an event was: its mentions read, "our meeting" as both who met, and whom a demand was put to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Event, EventType, Evidence, Mention, Statement
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.salience import FIRST_PLURAL, PLURAL
from onrecord.resolve.actors.scene import Scene

JOINT = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})  # what two do together
TOLD = frozenset(  # what is done by saying it to somebody
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
SEVERAL = FIRST_PLURAL | PLURAL

Side = tuple[tuple[str, ...], tuple[str, ...]]  # the countries and the actors of an event's side
Found = dict[str, list[Mention]]


class Parties:
    """Reads the sides of events, once the statements of their document have their speakers."""

    def __init__(self, scene: Scene, statements: Sequence[Statement], found: Found) -> None:
        self._scene = scene
        self._found = found
        self._by_id = {said.id: said for said in statements}
        self._by_cue: Mapping[int, Statement] = {
            said.cue.start: said for said in statements if said.cue is not None and said.addressees
        }

    def of(self, event: Event) -> Event:
        """The event with the countries and the actors of both sides."""
        sources = self._side(event.source_mentions, event, ())
        targets = self._side(event.target_mentions, event, sources[1])
        if event.type in TOLD and (not targets[0] or targets[1] == sources[0]):  # nobody accuses the own state
            targets = self._spoken_to(event.trigger)
        elif event.type in JOINT and event.source_mentions:
            sources, targets = self._joint(event, sources, targets)
        return replace(
            event, sources=sources[0], source_actors=sources[1], targets=targets[0], target_actors=targets[1]
        )

    def _side(self, mentions: Iterable[Mention], event: Event, other: tuple[str, ...]) -> Side:
        """The countries and the actors of these mentions, each once, in reading order."""
        countries: list[str] = []
        actors: list[str] = []
        for mention in mentions:
            reading = self._scene.read(mention, by=Reading(actors=other, rule=""))
            for actor in reading.actors:
                self._found.setdefault(actor, []).append(mention)
            actors.extend(reading.actors)
            own = [self._scene.country(actor) for actor in reading.actors]
            own = own or [reading.country or self._own_state(mention, event)]
            countries.extend(country for country in own if country is not None)
        return tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(actors))

    def _own_state(self, mention: Mention, event: Event) -> str | None:
        """The state for which somebody says "we": at least that is meant, whoever else is."""
        said = self._by_id.get(event.statement or "")
        return said.speaker_country if said is not None and mention.exact.lower() in FIRST_PLURAL else None

    def _spoken_to(self, trigger: Evidence) -> Side:
        """Those whom the statement with this cue addresses; nobody where it does not say."""
        for place in range(trigger.start, trigger.end):
            said = self._by_cue.get(place)
            if said is not None:
                own = [self._scene.country(actor) for actor in said.addressees]
                return tuple(dict.fromkeys(country for country in own if country is not None)), said.addressees
        return (), ()

    def _joint(self, event: Event, sources: Side, targets: Side) -> tuple[Side, Side]:
        """Both on both sides, where two do it together or "we" stands for those who met; else the sides as they are."""
        if len(sources[0]) > 1 and set(targets[0]) <= set(sources[0]):
            return sources, sources
        own = {*sources[0], *targets[0]}
        mentions = (*event.source_mentions, *event.target_mentions)
        if len(own) > 1 or not all(mention.exact.lower() in SEVERAL for mention in mentions):
            return sources, targets
        pair = self._scene.both_sides(event.trigger.start)
        countries = tuple(code for code in map(self._scene.country, pair) if code is not None)
        if len(set(countries)) < 2 or not own <= set(countries):
            return sources, targets
        return (countries, pair), (countries, pair)
