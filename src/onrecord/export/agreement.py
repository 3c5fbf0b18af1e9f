"""Whether the parts of a record agree with each other: ids with passages, references with what they refer to."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.export.lines import Reading
from onrecord.model import Event, Evidence, Manner, Statement, event_id, statement_id
from onrecord.model.rules import INFERRED

Fault = tuple[str, str]  # where it is in the line, and what is wrong


def disagreements(reading: Reading) -> Iterator[Fault]:
    """What in a record contradicts the rest of it, with its place: "statements[3].continues"."""
    actors, statements, events = (
        {one.id for one in found} for found in (reading.actors, reading.statements, reading.events)
    )
    for number, statement in enumerate(reading.statements):
        place = f"statements[{number}]"
        yield from _at(place, _in_statement(statement))
        yield from _strangers(place, _actors_of(statement), actors, "actor")
        yield from _strangers(place, {"continues": (statement.continues,)}, statements, "statement")
        yield from _strangers(place, {"occasion_event": (statement.occasion_event,)}, events, "event")
    for number, event in enumerate(reading.events):
        place = f"events[{number}]"
        yield from _at(place, _in_event(event))
        parties = {"source_actors": event.source_actors, "target_actors": event.target_actors}
        yield from _strangers(place, parties, actors, "actor")
        yield from _strangers(place, {"statement": (event.statement,)}, statements, "statement")
    for number, engagement in enumerate(reading.engagements):
        yield from _strangers(f"engagements[{number}]", {"records": engagement.records}, events, "event")
    for number, commitment in enumerate(reading.commitments):
        yield from _strangers(f"commitments[{number}]", {"records": commitment.records}, statements, "statement")


def _at(place: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    yield from ((f"{place}.{field}", problem) for field, problem in faults)


def _in_statement(statement: Statement) -> Iterator[Fault]:
    own = statement_id(statement.content, statement.cue)
    if statement.id != own:
        yield "id", f"is {statement.id!r}, but its passages give {own!r}"
    if statement.speaker_mention is not None and statement.speaker_basis is not statement.speaker_mention.kind:
        yield "speaker_basis", f"is {statement.speaker_basis.value!r}, but the speaker's mention is none"
    if (statement.kind is Manner.INDIRECT) != (not statement.quoted):
        yield "kind", f"is {statement.kind.value!r}, but {len(statement.quoted)} of its parts stand in quotation marks"
    if not all(_is_within(part, statement.content) for part in statement.quoted):
        yield "quoted", "stands outside the content"
    if statement.speakers and statement.speaker_rule is None:
        yield "speakers", "stand without the rule that chose them"
    if (statement.occasion is None) != (statement.occasion_basis is None):
        yield "occasion", "and occasion_basis do not stand together"
    yield from _unfounded(statement)


def _in_event(event: Event) -> Iterator[Fault]:
    own = event_id(event.type, event.trigger)
    if event.id != own:
        yield "id", f"is {event.id!r}, but its type and trigger give {own!r}"
    if not _is_within(event.trigger, event.evidence):
        yield "trigger", "stands outside the evidence"
    if event.place != (event.place_mention.exact if event.place_mention is not None else None):
        yield "place", f"is {event.place!r}, which are not the words of its mention"
    sides = {
        "source": (event.sources, event.source_rules, event.source_mentions),
        "target": (event.targets, event.target_rules, event.target_mentions),
    }
    for side, (countries, rules, mentions) in sides.items():
        if countries and not rules:
            yield f"{side}s", "stand without the rule that told them"
        if countries and not mentions and not any(rule.startswith(INFERRED) for rule in rules):
            yield f"{side}s", "are not said to be inferred, but no mention tells them"
    yield from _unfounded(event)


def _unfounded(record: Statement | Event) -> Iterator[Fault]:
    """The answers that stand without what they were read from, and the other way round."""
    if record.date is not None and record.date_basis is None:
        yield "date", "stands without its basis"
    if bool(record.issues) != (record.issues_basis is not None):
        yield "issues", "and issues_basis do not stand together"


def _is_within(part: Evidence, passages: Iterable[Evidence]) -> bool:
    return any(passage.start <= part.start and part.end <= passage.end for passage in passages)


def _actors_of(statement: Statement) -> Mapping[str, tuple[str | None, ...]]:
    return {"speakers": statement.speakers, "via": (statement.via,), "addressees": statement.addressees}


def _strangers(
    place: str, named: Mapping[str, Iterable[str | None]], known: Iterable[str], what: str
) -> Iterator[Fault]:
    """The ids that a record names and that the line does not have."""
    for field, ids in named.items():
        for id in ids:
            if id is not None and id not in known:
                yield f"{place}.{field}", f"names {id!r}, and the line has no such {what}"
