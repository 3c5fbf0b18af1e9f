"""Events as the annotators of single sentences code them: a type, and for each side codes and places.

What did not happen by the text's own words ("denied", "hypothetical") is no event to them, nor is an appeal, which
PLOVER leaves to statements, nor what is only named as condemned, refused or thanked for. Every international
organisation is "IGO", every other body of no government "NGO", and armed groups of no state "IMG". Those who do a thing
together stand on one side.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.model import Actor, ActorKind, Event, EventType, Mention, Record, Status

NOT_CODED = (Status.DENIED, Status.HYPOTHETICAL)
APPEAL = "appeal"  # a mode of REQUEST: CAMEO's 02, which PLOVER drops
SPEAKING = (EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT)
NOUN = "event/noun:"  # how the rules of events begin that only a noun names
GERUND = "ing"
CHARGES = (EventType.AID, EventType.MOBILIZE, EventType.SANCTION, EventType.COERCE, EventType.ASSAULT)
ORGANISATION = "IGO"
ASSOCIATION = "NGO"
ARMED_GROUP = "IMG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of an event, or one of several on it: by its code, by its place, or by both."""

    code: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event with its parties; one that is mutual has the codes of them all on one side or on both."""

    type: EventType
    source: tuple[Party, ...]
    target: tuple[Party, ...]


def coded_events(record: Record, organisations: Collection[str]) -> list[CodedEvent]:
    """The events of a record in reading order. `organisations` are the codes of international organisations."""
    actors = {actor.id: actor for actor in record.actors}
    spoken = [event for event in record.events if event.type in SPEAKING]
    return [
        _coded(event, actors, organisations)
        for event in record.events
        if event.status not in NOT_CODED and event.mode != APPEAL and not _is_spoken_of(event, spoken)
    ]


def _is_spoken_of(event: Event, spoken: Iterable[Event]) -> bool:
    """Whether what names an event, a noun or "of attacking", stands in the passage of words about it."""
    is_charge = event.type in CHARGES and event.trigger.exact.split()[0].endswith(GERUND)
    if not event.rule.startswith(NOUN) and not is_charge:
        return False
    place = event.trigger.start
    passages = (passage for one in spoken if one is not event for passage in one.evidence)
    return any(passage.start <= place < passage.end for passage in passages)


def _coded(event: Event, actors: Mapping[str, Actor], organisations: Collection[str]) -> CodedEvent:
    by = _codes(event.sources, event.source_actors, actors, organisations)
    to = _codes(event.targets, event.target_actors, actors, organisations)
    if to == by and len(by) > 1:
        to = []
    return CodedEvent(
        type=event.type,
        source=tuple(_parties(by, event.source_mentions)),
        target=tuple(_parties(to, event.target_mentions)),
    )


def _codes(
    countries: Iterable[str], ids: Iterable[str], actors: Mapping[str, Actor], organisations: Collection[str]
) -> list[str]:
    """The codes of a side, each once: a private body is not coded as its country."""
    known = [actors[id] for id in ids if id in actors]
    private = {actor.country for actor in known if ASSOCIATION in actor.roles}
    private -= {actor.country for actor in known if ASSOCIATION not in actor.roles}
    codes = [ORGANISATION if country in organisations else country for country in countries if country not in private]
    codes += [ASSOCIATION for actor in known if ASSOCIATION in actor.roles]
    codes += [ARMED_GROUP for actor in known if actor.kind is ActorKind.GROUP and actor.country is None and actor.roles]
    return list(dict.fromkeys(codes))


def _parties(codes: Iterable[str], mentions: Iterable[Mention]) -> Iterator[Party]:
    """The codes, then the places: one code may stand for several mentions, and a mention for no code."""
    yield from (Party(code=code) for code in codes)
    yield from (Party(start=mention.start, end=mention.end) for mention in mentions)
