"""Gives an extraction its actors, dates and issues, and makes it a record."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.lexicon import Lexicon
from onrecord.lexicon.occasions import OccasionWords
from onrecord.model import (
    Actor,
    ActorKind,
    BlockKind,
    Document,
    Event,
    Evidence,
    Extraction,
    Finding,
    IssueBasis,
    MentionKind,
    Record,
    Statement,
)
from onrecord.resolve.actors import Directory, directory, resolve_actors
from onrecord.resolve.dates import resolve_dates
from onrecord.resolve.handing import hand_on
from onrecord.resolve.issues import IssueMatcher, issue_matcher, issues_of, main_issue
from onrecord.resolve.occasions import resolve_occasions

__all__ = ["Knowledge", "knowledge_of", "resolve"]

TITLES = (BlockKind.HEADING, BlockKind.HEADLINE)
Topic = tuple[tuple[str, ...], IssueBasis | None]  # issues, and where they are read from
NO_TOPIC: Topic = ((), None)
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
    topics = _Topics(document, said, knowledge.issues)
    kept = {statement.id for statement in said}
    return Record(
        document=document,
        findings=(*findings, *doubts, *undated),
        actors=actors,
        statements=tuple(_about(statement, topics.of(statement.content)) for statement in said),
        events=tuple(
            replace(
                _about(event, topics.of(event.evidence)), statement=event.statement if event.statement in kept else None
            )
            for event in dated.events
        ),
    )


def _told_by(event: Event, kept: Container[str | None]) -> Event:
    """The event without its statement where that is kept no longer."""
    return event if event.statement in kept else replace(event, statement=None)


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


class _Topics:
    """What the passages of one document are about.

    By their own words, else those of their paragraph, the heading over it, or the whole text.
    """

    def __init__(self, document: Document, said: Iterable[Statement], matcher: IssueMatcher) -> None:
        self._starts: Sequence[int] = [block.start for block in document.blocks]
        self._matcher = matcher
        self._around = tuple(_surroundings(document, matcher))
        self._main = main_issue((_words(statement.content) for statement in said), matcher)

    def of(self, passages: Sequence[Evidence]) -> Topic:
        """The issues of what these passages tell, and where they are read from."""
        own = issues_of(_words(passages), None, self._matcher)
        if own:
            return own, IssueBasis.WORDS
        number = bisect_right(self._starts, passages[0].start) - 1
        around = self._around[number] if number >= 0 else NO_TOPIC
        if around[0]:
            return around
        return ((self._main,), IssueBasis.TEXT) if self._main else NO_TOPIC


def _surroundings(document: Document, matcher: IssueMatcher) -> Iterator[Topic]:
    """For each block the issues of what stands around a passage in it that names none itself."""
    heading: tuple[str, ...] = ()
    for block in document.blocks:
        own = issues_of(document.text[block.start : block.end], None, matcher)
        heading = own if block.kind in TITLES else heading
        yield (own[:1], IssueBasis.PARAGRAPH) if own else (heading, IssueBasis.HEADING)


def _words(passages: Iterable[Evidence]) -> str:
    return " ".join(passage.exact for passage in passages)
