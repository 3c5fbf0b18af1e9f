"""A plan and its putting off in one sentence are one event: "was to travel in May, but the trip was postponed"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Event, EventType, Status

PUT_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})


def put_off_once(sentences: Iterable[list[Event]]) -> Iterator[Event]:
    """The events of each sentence, a plan joined with the event that says what became of it."""
    for found in sentences:
        for number, event in enumerate(found):
            following = found[number + 1] if number + 1 < len(found) else None
            if following is not None and _is_put_off(event, following):
                found[number + 1] = _joined(event, following)
            else:
                yield event


def _is_put_off(plan: Event, event: Event) -> bool:
    is_plan = plan.type is EventType.AGREE and plan.status is Status.PLANNED
    return is_plan and event.status in PUT_OFF and plan.mode == event.mode


def _joined(plan: Event, event: Event) -> Event:
    """What was put off, with what only the plan tells of it."""
    return replace(
        event,
        evidence=plan.evidence + event.evidence,
        source_mentions=event.source_mentions or plan.source_mentions,
        target_mentions=event.target_mentions or plan.target_mentions,
        source_rules=event.source_rules if event.source_mentions else plan.source_rules,
        target_rules=event.target_rules if event.target_mentions else plan.target_rules,
        date_mention=event.date_mention or plan.date_mention,
        place=event.place or plan.place,
        place_mention=event.place_mention or plan.place_mention,
        duration_mention=event.duration_mention or plan.duration_mention,
    )
