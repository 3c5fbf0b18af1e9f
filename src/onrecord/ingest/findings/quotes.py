"""Quotation marks without their partners; the single ones, which look like apostrophes, are not judged."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.marks import SINGLE, load_marks
from onrecord.model import Block, Finding, FindingKind

MOST_SHOWN = 20  # findings; a text with more is told of once more, with their number
OPENERS = frozenset("([{—–-/‘'")  # what stands before an opening mark as a blank does
ENDERS = frozenset(".,!?;:…)]}—–-/’'")  # what stands after a closing mark as a blank does

NEVER_CLOSED = "a quotation opens and is not closed"
NEVER_OPENED = "a quotation mark closes what none has opened"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: what it is by its look ("open", "close", "either") and by the blanks around it."""

    family: str
    look: str
    start: int
    end: int
    is_after_blank: bool
    is_before_blank: bool
    may_be_inches: bool


def unpaired_quotes(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """A finding for each mark without a partner in its paragraph.

    A quotation over several paragraphs opens anew in each and is closed in the last: its marks are in order.
    """
    hidden = 0
    for number, (mark, detail) in enumerate(_unpaired(text, blocks)):
        if number < MOST_SHOWN:
            yield Finding(kind=FindingKind.QUOTES, detail=detail, start=mark.start, end=mark.end)
        else:
            hidden += 1
    if hidden:
        yield Finding(kind=FindingKind.QUOTES, detail=f"{hidden} more quotation marks without a partner")


def _unpaired(text: str, blocks: Sequence[Block]) -> Iterator[tuple[_Mark, str]]:
    for number, block in enumerate(blocks):
        opened, strays = _left_over(_marks(text, block))
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if opened and after is not None and _reopens(text, after, opened[0].family):
            opened = opened[1:]
        lone = [(mark, NEVER_CLOSED) for mark in opened] + [(mark, NEVER_OPENED) for mark in strays]
        yield from sorted(lone, key=lambda pair: pair[0].start)


def _left_over(marks: Iterator[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """The marks of one paragraph that open and are never closed, and those that close without an opening."""
    opened: dict[str, list[_Mark]] = {}
    strays: list[_Mark] = []
    for mark in marks:
        waiting = opened.setdefault(mark.family, [])
        if _opens(mark, is_open=bool(waiting)):
            waiting.append(mark)
        elif waiting:
            waiting.pop()
        elif not mark.may_be_inches:
            strays.append(mark)
    return sorted((m for waiting in opened.values() for m in waiting), key=lambda m: m.start), strays


def _opens(mark: _Mark, *, is_open: bool) -> bool:
    """Whether a mark opens: by its blanks where they are plain, else by its look, else by turns."""
    by_blanks = mark.is_after_blank != mark.is_before_blank
    if mark.look == "open":
        return not (by_blanks and mark.is_before_blank and is_open)
    if mark.look == "close":
        return by_blanks and mark.is_after_blank and not is_open
    return mark.is_after_blank if by_blanks else not is_open


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    looks = _looks()
    for found in _pattern().finditer(text, block.start, block.end):
        family, look = looks[found.group()]
        start, end = found.span()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        yield _Mark(
            family=family,
            look=look,
            start=start,
            end=end,
            is_after_blank=_is_blank(before, OPENERS),
            is_before_blank=_is_blank(after, ENDERS),
            may_be_inches=look == "either" and before.isdigit(),
        )


def _is_blank(character: str, like: frozenset[str]) -> bool:
    return character.isspace() or character in like


def _reopens(text: str, block: Block, family: str) -> bool:
    found = _pattern().match(text, block.start, block.end)
    return found is not None and _looks()[found.group()][0] == family


@functools.cache
def _looks() -> Mapping[str, tuple[str, str]]:
    """Mark -> (family, look), without the single ones."""
    return {
        text: (marks.family, look)
        for marks in load_marks()
        if marks.family != SINGLE
        for look, texts in (("open", marks.open), ("close", marks.close), ("either", marks.either))
        for text in texts
    }


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(mark) for mark in sorted(_looks(), key=len, reverse=True)))
