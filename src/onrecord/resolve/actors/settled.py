"""Which of the events that were left open stand, once it is known whom their mentions mean and who talks with whom."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from onrecord.model import Event, EventType
from onrecord.model.rules import PartyRule
from onrecord.resolve.actors.scene import Scene

PRAISING = frozenset({"050", "051"})  # CAMEO's codes of support and praise by words


def settled(events: Iterable[Event], open_events: Container[str], scene: Scene) -> Iterator[Event]:
    """The events, of the open ones those between different states: "urged Lind" where Lind is a foreigner.

    Praise within one state and cooperation of nobody known are left out. What is said in a talk to nobody by name is
    said to the other side, and what is agreed there both sides agree.
    """
    for event in events:
        if event.id not in open_events:
            if not _is_at_home(event) and not _is_of_nobody(event):
                yield event
            continue
        whole = _filled(event, scene)
        if whole.sources and set(whole.targets) - set(whole.sources[:1]):
            yield whole


def _is_at_home(event: Event) -> bool:
    """Whether somebody praises or backs his own side."""
    return event.cameo in PRAISING and len(event.sources) == 1 and event.sources == event.targets


def _is_of_nobody(event: Event) -> bool:
    """Whether something is done together by nobody that is known: "cooperation between our countries"."""
    return event.type is EventType.COOPERATE and not (event.sources or event.targets)


def _filled(event: Event, scene: Scene) -> Event:
    """An open event with those whom no word of it names."""
    if event.targets or event.target_mentions:
        return event
    pair = scene.company.pair(event.trigger.start, scene.country)
    if not event.source_mentions:
        rules = (PartyRule.INTERLOCUTORS,)
        event = replace(event, sources=tuple(pair), source_actors=tuple(pair.values()), source_rules=rules)
        return replace(event, targets=event.sources, target_actors=event.source_actors, target_rules=rules)
    if len(event.sources) != 1 or event.sources[0] not in pair:
        return event
    others = {country: actor for country, actor in pair.items() if country not in event.sources}
    return replace(
        event,
        targets=tuple(others),
        target_actors=tuple(others.values()),
        target_rules=(*event.target_rules, PartyRule.INTERLOCUTORS),
    )
