"""Statements as the annotators of PolNeAR write them down.

Their conventions differ from ours in six places. None of this changes what was found, only how it is cut:

- only the outermost report is annotated: "The ministry said that Brandt warned of delays" is the ministry's alone;
- a quotation that goes on in the same paragraph belongs to the attribution before it;
- the "that" before a clause belongs to the content;
- so does an addressee who is to do what is asked: "urged [the parties to come back]";
- the source of "Brandt, who said" is "who";
- a statement that goes on without a cue has the speaker words of the one that it continues.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model import Evidence, Manner, MentionKind, Record, Statement
from onrecord.model.rules import StatementRule

THAT = "that "
RELATIVE = re.compile(r",?\s+(who|which|that)\s+(?:\w+\s+)?")  # between a speaker and the cue: ", who also"

Place = tuple[int, int]  # start and end, half-open, in code points of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A statement by places alone; `speaker` and `cue` are empty where the text has none."""

    speaker: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]


def attributions(record: Record) -> list[Attribution]:
    """The statements of a record, cut by the conventions above, in reading order."""
    text = record.document.text
    found: list[Attribution] = []
    number_of: dict[str, int] = {}
    for statement in record.statements:
        if _is_nested(statement, record.statements):
            continue
        goes_on = statement.speaker_basis is MentionKind.CONTINUED and bool(found)
        before = number_of.get(statement.continues or "", len(found) - 1)
        content = _content(statement, text)
        number_of[statement.id] = len(found)
        if goes_on and _follows_in_paragraph(statement, found[before].content[-1][1], text):
            found[before] = replace(found[before], content=(*found[before].content, *content))
            number_of[statement.id] = before
        else:
            speaker = _speaker(statement, text) or (found[before].speaker if goes_on else ())
            found.append(Attribution(speaker=speaker, cue=_places(statement.cue), content=content))
    return found


def _is_nested(statement: Statement, others: Iterable[Statement]) -> bool:
    """Whether it is relayed, and told within what somebody else says."""
    start, end = statement.content[0].start, statement.content[-1].end
    return statement.via_mention is not None and any(
        part.start <= start and end <= part.end for other in others if other is not statement for part in other.content
    )


def _follows_in_paragraph(statement: Statement, end: int, text: str) -> bool:
    return statement.rule == StatementRule.QUOTATION_ALONE and "\n" not in text[end : statement.content[0].start]


def _speaker(statement: Statement, text: str) -> tuple[Place, ...]:
    """The speaker's words, or the relative pronoun that stands for them at the cue."""
    speaker, cue = statement.speaker_mention, statement.cue
    relative = RELATIVE.fullmatch(text, speaker.end, cue.start) if speaker is not None and cue is not None else None
    return (relative.span(1),) if relative is not None else _places(speaker)


def _content(statement: Statement, text: str) -> tuple[Place, ...]:
    (start, end), *rest = _places(*statement.content)
    if statement.kind is not Manner.DIRECT and _ends_in_that(text[max(0, start - len(THAT) - 1) : start]):
        start -= len(THAT)
    asked = statement.addressee_mention
    if asked is not None and statement.rule == StatementRule.PERSON_INFINITIVE and 0 <= start - asked.end <= 1:
        start = asked.start
    return ((start, end), *rest)


def _ends_in_that(before: str) -> bool:
    return before.endswith(THAT) and not before[: -len(THAT)][-1:].isalnum()


def _places(*passages: Evidence | None) -> tuple[Place, ...]:
    return tuple((passage.start, passage.end) for passage in passages if passage is not None)
