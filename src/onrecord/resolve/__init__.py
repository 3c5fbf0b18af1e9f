"""Gives an extraction its actors, dates and issues, and makes it a record."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.lexicon import Lexicon
from onrecord.lexicon.occasions import OccasionWords
from onrecord.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    Extraction,
    Finding,
    MentionKind,
    Record,
    Statement,
)
from onrecord.resolve.actors import Directory, directory, resolve_actors
from onrecord.resolve.dates import resolve_dates
from onrecord.resolve.handing import hand_on
from onrecord.resolve.happenings import told_once
from onrecord.resolve.issues import IssueMatcher, issue_matcher
from onrecord.resolve.occasions import resolve_occasions
from onrecord.resolve.topics import Topic, Topics, named_in

__all__ = ["Knowledge", "knowledge_of", "resolve"]

Told = TypeVar("Told", Statement, Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What resolution knows: who is who by name and office, and the issues ready to be matched."""

    directory: Directory
    issues: IssueMatcher
    occasions: tuple[OccasionWords, ...]


def knowledge_of(lexicon: Lexicon) -> Knowledge:
    """The lexicon made ready for resolution, once."""
    return Knowledge(directory=directory(lexicon), issues=issue_matcher(lexicon.issues), occasions=lexicon.occasions)


def resolve(extraction: Extraction, document: Document, findings: Iterable[Finding], knowledge: Knowledge) -> Record:
    """The record of a document: what was extracted with its actors, its dates, its occasions and its issues."""
    named, actors, doubts = resolve_actors(extraction, document, knowledge.directory)
    dated, undated = resolve_dates(named, document)
    dated = hand_on(resolve_occasions(dated, document, actors, knowledge.occasions), document)
    said = _without_own_voice(dated.statements, actors)
    done, renamed = told_once(dated.events, document.text)
    topics = Topics(document, said, knowledge.issues)
    kept = {statement.id for statement in said}
    return Record(
        document=document,
        findings=(*findings, *doubts, *undated),
        actors=actors,
        statements=tuple(
            _about(_at(one, renamed), topics.of(one.content, named_in(one), one.speaker_country)) for one in said
        ),
        events=tuple(_about(_told_by(event, kept), topics.of(event.evidence[:1])) for event in done),
    )


def _told_by(event: Event, kept: Container[str | None]) -> Event:
    """The event without its statement where that is kept no longer."""
    return event if event.statement in kept else replace(event, statement=None)


def _at(statement: Statement, renamed: Mapping[str, str]) -> Statement:
    """The statement at its occasion, whose event may by now be part of another."""
    event = renamed.get(statement.occasion_event or "")
    return statement if event is None else replace(statement, occasion_event=event)


def _about(record: Told, topic: Topic) -> Told:
    """A statement or an event with what it is about."""
    issues, basis = topic
    return replace(record, issues=issues, issues_basis=basis)


def _without_own_voice(statements: Sequence[Statement], actors: Iterable[Actor]) -> list[Statement]:
    """The statements without those in which an official, already quoted, speaks of the own state.

    In "Wang said that China opposes X" the words are Wang's; "China opposes X" is no second statement.
    """
    country = {actor.id: actor.country for actor in actors if actor.country is not None}
    states = {actor.id for actor in actors if actor.kind is ActorKind.STATE}

    going_on = sorted(
        (statement for statement in statements if statement.speaker_basis is MentionKind.CONTINUED), key=_start
    )

    def is_own(statement: Statement) -> bool:
        speakers = set(statement.speakers)
        if not speakers or not speakers <= states:
            return False
        outer = _around(statement, going_on) if statement.via is None else None
        relays = set(outer.speakers) if outer is not None else {statement.via}
        return {country.get(speaker) for speaker in speakers} == {
            country.get(relay) for relay in relays if relay is not None
        }

    return [statement for statement in statements if not is_own(statement)]


def _around(statement: Statement, going_on: Sequence[Statement]) -> Statement | None:
    """Of sentences that go on for their speaker, in order, the one in whose content a report stands."""
    before = bisect_right(going_on, _start(statement), key=_start) - 1
    if before < 0 or going_on[before] is statement:
        return None
    last = going_on[before]
    return last if statement.content[-1].end <= last.content[-1].end else None


def _start(statement: Statement) -> int:
    return statement.content[0].start
