"""Gives an extraction its actors, dates and issues, and makes it a record."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon import Lexicon
from onrecord.model import BlockKind, Document, Event, Extraction, Finding, Record, Statement
from onrecord.resolve.actors import resolve_actors
from onrecord.resolve.dates import resolve_dates
from onrecord.resolve.issues import IssueMatcher, issue_matcher, issues_of

__all__ = ["Knowledge", "knowledge_of", "resolve"]

TITLES = (BlockKind.HEADING, BlockKind.HEADLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What resolution knows: the lexicon, and its issues ready to be matched."""

    lexicon: Lexicon
    issues: IssueMatcher


def knowledge_of(lexicon: Lexicon) -> Knowledge:
    """The lexicon made ready for resolution, once."""
    return Knowledge(lexicon=lexicon, issues=issue_matcher(lexicon.issues))


def resolve(extraction: Extraction, document: Document, findings: Iterable[Finding], knowledge: Knowledge) -> Record:
    """The record of a document: what was extracted with its actors, then its dates, then its issues."""
    named, actors, doubts = resolve_actors(extraction, document, knowledge.lexicon)
    dated, undated = resolve_dates(named, document)
    headings = _Headings(document)
    return Record(
        document=document,
        findings=(*findings, *doubts, *undated),
        actors=actors,
        statements=tuple(_with_issues(statement, headings, knowledge.issues) for statement in dated.statements),
        events=tuple(_event_issues(event, headings, knowledge.issues) for event in dated.events),
    )


class _Headings:
    """The headings of a document, by where they stand."""

    def __init__(self, document: Document) -> None:
        blocks = [block for block in document.blocks if block.kind in TITLES]
        self.starts: Sequence[int] = [block.start for block in blocks]
        self.texts: Sequence[str] = [document.text[block.start : block.end] for block in blocks]

    def over(self, place: int) -> str | None:
        """The heading that a place in the text stands under."""
        number = bisect_right(self.starts, place) - 1
        return self.texts[number] if number >= 0 else None


def _with_issues(statement: Statement, headings: _Headings, matcher: IssueMatcher) -> Statement:
    said = " ".join(part.exact for part in statement.content)
    return replace(statement, issues=issues_of(said, headings.over(statement.content[0].start), matcher))


def _event_issues(event: Event, headings: _Headings, matcher: IssueMatcher) -> Event:
    told = " ".join(part.exact for part in event.evidence)
    return replace(event, issues=issues_of(told, headings.over(event.trigger.start), matcher))
