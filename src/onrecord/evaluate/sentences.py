"""Events as the annotators of single sentences code them: a type, and for each side codes and places.

What did not happen by the text's own words ("denied", "hypothetical") is no event to them, and every
international organisation is "IGO".
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import EventType, Mention, Record, Status

NOT_CODED = (Status.DENIED, Status.HYPOTHETICAL)
ORGANISATION = "IGO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of an event, or one of several on it: by its code, by its place, or by both."""

    code: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event with its parties; one that is mutual has them all on one side or on both."""

    type: EventType
    source: tuple[Party, ...]
    target: tuple[Party, ...]


def coded_events(record: Record, organisations: Collection[str]) -> list[CodedEvent]:
    """The events of a record in reading order. `organisations` are the codes of international organisations."""
    return [
        CodedEvent(
            type=event.type,
            source=tuple(_parties(event.sources, event.source_mentions, organisations)),
            target=tuple(_parties(event.targets, event.target_mentions, organisations)),
        )
        for event in record.events
        if event.status not in NOT_CODED
    ]


def _parties(codes: Iterable[str], mentions: Iterable[Mention], organisations: Collection[str]) -> Iterator[Party]:
    """The codes, then the places: one code may stand for several mentions, and a mention for no code."""
    yield from (Party(code=ORGANISATION if code in organisations else code) for code in codes)
    yield from (Party(start=mention.start, end=mention.end) for mention in mentions)
