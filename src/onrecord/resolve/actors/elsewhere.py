"""To whom a deed was done that a text tells without saying it: to whom it tells of the same elsewhere, or who did the
like before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.model import Event, EventType
from onrecord.model.rules import PartyRule
from onrecord.resolve.actors.order import REACH

DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
WRONGS = DEEDS | {EventType.ACCUSE, EventType.REJECT, EventType.SANCTION, EventType.THREATEN}
VISIT = "visit"
NOUN = "event/noun:"  # how the rules of events begin that only a noun names: "the invasion", "his trip"
TOWARD = (" to ", " in ", " on ", " against ", " near ")  # what follows a noun that says to whom itself

Key = tuple[EventType, tuple[str, ...]]
Targets = tuple[tuple[str, ...], tuple[str, ...]]


def with_targets_told_elsewhere(events: Iterable[Event], text: str) -> Iterator[Event]:
    """The events; one that a noun alone names has the targets of the others of its kind and source, if these have one.

    "Norland's build-up" in a text that tells of Norland's troops near Sudmark; "her trip", where it tells to where.
    """
    told = tuple(events)
    known = _known(told)
    for number, event in enumerate(told):
        if event.target_rules == (PartyRule.ANSWERED,) and not event.targets:
            yield _answering(event, told[:number])
            continue
        found = known.get(_key(event), set())
        if len(found) == 1 and _is_open(event, text):
            countries, actors = next(iter(found))
            yield replace(event, targets=countries, target_actors=actors, target_rules=(PartyRule.ELSEWHERE,))
        else:
            yield event


def _answering(event: Event, before: Iterable[Event]) -> Event:
    """What pays something back, to who last did anything bad to its source; to nobody where the text tells of none."""
    for one in reversed(tuple(before)):
        if event.trigger.start - one.trigger.end > REACH:
            break
        if one.type in WRONGS and one.targets == event.sources != one.sources:
            return replace(event, targets=one.sources, target_actors=one.sources)
    return replace(event, target_rules=())


def _known(events: Iterable[Event]) -> Mapping[Key, set[Targets]]:
    """The states to whom those of a kind and a source are done."""
    known: dict[Key, set[Targets]] = defaultdict(set)
    for event in events:
        if event.targets:
            known[_key(event)].add((event.targets, event.targets))
    return known


def _key(event: Event) -> Key:
    """Events of one key may be the same deed: those of a state by force or with its forces, the visits of a person."""
    if event.mode == VISIT:
        return EventType.CONSULT, event.source_actors
    return EventType.ASSAULT if event.type in DEEDS else event.type, event.sources


def _is_open(event: Event, text: str) -> bool:
    """Whether an event is named by a noun alone that leaves out to whom or to where."""
    is_told = event.targets or event.target_mentions or text.startswith(TOWARD, event.trigger.end)
    if is_told or not event.rule.startswith(NOUN):
        return False
    if event.mode == VISIT:
        return bool(event.source_actors)
    return event.type in DEEDS and bool(event.sources) and not text.startswith(" of ", event.trigger.end)
