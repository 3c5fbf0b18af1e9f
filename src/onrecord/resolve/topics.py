"""What statements and events are about: by their own words, else by what stands around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.lexicon.terms import Found
from onrecord.model import Block, BlockKind, Document, Evidence, IssueBasis, Statement
from onrecord.resolve.issues import (
    IssueMatcher,
    Sign,
    settled_issues,
    signs_and_places,
    signs_in,
    told_issues,
)
from onrecord.resolve.matters import LEAD, TITLE, Part, main_matters

TITLES = (BlockKind.HEADING, BlockKind.HEADLINE)
FARTHEST = 400  # characters from a passage to the ends of its sentence; a longer one is read to there
LEADING = 2  # paragraphs that tell what a text is about
NESTED = 3  # passages that can stand in one another: a speaker, whom he speaks to, where
SENTENCE_END = re.compile(r"[.!?][”’\"']*(?:\s|$)")
Topic = tuple[tuple[str, ...], IssueBasis | None]  # issues, and where they are read from
NO_TOPIC: Topic = ((), None)


class Topics:
    """What the passages of one document are about.

    Their own words tell, else the rest of their sentence; weak words of their own ("the talks"); what was said before
    in the paragraph; the paragraph, the heading over it, or the whole text. The text is searched for terms once.
    """

    def __init__(self, document: Document, said: Sequence[Statement], matcher: IssueMatcher) -> None:
        self._text = document.text
        self._signs = list(signs_and_places(document.text, matcher))
        named = sorted((words for one in said for words in named_in(one)), key=_start)
        self._blocks = [(block.start, block.end) for block in document.blocks]
        self._around = tuple(self._surroundings(document, named))
        self._main, self._reigns = main_matters(self._weighed(document, said, named, matcher))
        self._told = list(self._settled(said))

    def of(self, passages: Sequence[Evidence], named: Iterable[Evidence] = (), own: str | None = None) -> Topic:
        """The issues of what these passages tell, and where they are read from.

        `named` are words around them that tell who spoke, to whom and where: "the trade minister said in a hospital".
        `own` is the state of who spoke: its name is no issue to him.
        """
        number = bisect_right(self._blocks, passages[0].start, key=lambda block: block[0]) - 1
        around = self._around[number] if number >= 0 else NO_TOPIC
        main = self._main
        told = self._of_all(passages, own)
        beside = _of_others(self._within(self._sentence(passages, number), sorted(named, key=_start)), own)
        before = self._before(passages[0].start, number)
        readings = (
            (settled_issues(told, (*around[0], *main)), IssueBasis.WORDS),
            (settled_issues(beside, (*around[0], *main)), IssueBasis.SENTENCE),
            (before if self._reigns else (), IssueBasis.BEFORE),
            (main if self._reigns else (), IssueBasis.TEXT),
            (told_issues(told), IssueBasis.WORDS),
            (before, IssueBasis.BEFORE),
            around,
            (main, IssueBasis.TEXT),
        )
        issues, basis = next(((issues, basis) for issues, basis in readings if issues), NO_TOPIC)
        return self._completed(issues), basis

    def _completed(self, issues: tuple[str, ...]) -> tuple[str, ...]:
        """With both issues of a text on two that go together, where they are about one of them."""
        is_half = self._reigns and bool(set(issues) & set(self._main))
        return tuple(dict.fromkeys((*issues, *self._main))) if is_half else issues

    def _weighed(
        self, document: Document, said: Iterable[Statement], named: Sequence[Evidence], matcher: IssueMatcher
    ) -> Iterator[Part]:
        """What the title, the first paragraphs and each statement tell, with how much each counts."""
        yield TITLE, signs_in(document.title or "", matcher)
        paragraphs = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH][:LEADING]
        yield from ((LEAD, self._within((block.start, block.end), _among(named, block))) for block in paragraphs)
        yield from ((1.0, self._of_all(statement.content, statement.speaker_country)) for statement in said)

    def _of_all(self, passages: Iterable[Evidence], own: str | None) -> list[Sign]:
        signs = (sign for passage in passages for sign in self._within((passage.start, passage.end)))
        return _of_others(signs, own)

    def _within(self, place: tuple[int, int], left_out: Sequence[Evidence] = ()) -> list[Sign]:
        """The signs in a stretch of the text, but for those in some passages, which come in order."""
        start, end = place
        first = bisect_left(self._signs, start, key=lambda found: found.start)
        last = bisect_left(self._signs, end, key=lambda found: found.start)
        signs = [found for found in self._signs[first:last] if found.end <= end]
        return [found.owner for found in signs if not _stands_in(found, left_out)]

    def _settled(self, said: Iterable[Statement]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Where the statements begin that tell their issues by their own words, in reading order, with these issues."""
        for statement in sorted(said, key=lambda statement: statement.content[0].start):
            own = settled_issues(self._of_all(statement.content, statement.speaker_country))
            if own:
                yield statement.content[0].start, own

    def _before(self, start: int, number: int) -> tuple[str, ...]:
        """What the statement before in the same paragraph is about by its own words."""
        last = bisect_left(self._told, start, key=lambda told: told[0]) - 1
        if last < 0 or number < 0 or self._told[last][0] < self._blocks[number][0]:
            return ()
        return self._told[last][1]

    def _sentence(self, passages: Sequence[Evidence], number: int) -> tuple[int, int]:
        """Where the sentence around passages begins and ends, within their paragraph."""
        first, last = passages[0].start, passages[-1].end
        low, high = self._blocks[number] if number >= 0 else (first, last)
        low, high = max(low, first - FARTHEST), max(min(high, last + FARTHEST), last)
        start = max((found.end() for found in SENTENCE_END.finditer(self._text, low, first)), default=low)
        end = SENTENCE_END.search(self._text, max(last - 1, start), high)
        return start, end.start() if end else high

    def _surroundings(self, document: Document, named: Sequence[Evidence]) -> Iterator[Topic]:
        """For each block the issues of what stands around a passage in it that names none itself."""
        heading: tuple[str, ...] = ()
        for block in document.blocks:
            own = told_issues(self._within((block.start, block.end), _among(named, block)))
            heading = own if block.kind in TITLES else heading
            yield (own[:1], IssueBasis.PARAGRAPH) if own else (heading, IssueBasis.HEADING)


def named_in(statement: Statement) -> Iterator[Evidence]:
    """The words that tell who spoke, to whom and where, and not about what."""
    words = (statement.speaker_mention, statement.addressee_mention, statement.via_mention, statement.occasion_mention)
    yield from (passage for passage in words if passage is not None)


def _of_others(signs: Iterable[Sign], own: str | None) -> list[Sign]:
    """The signs but for those that only name one's own state."""
    return [sign for sign in signs if own is None or own not in sign.states]


def _among(passages: Sequence[Evidence], block: Block) -> Sequence[Evidence]:
    """Those of some passages in order that stand in a block."""
    first, last = (bisect_left(passages, place, key=_start) for place in (block.start, block.end))
    return passages[first:last]


def _start(passage: Evidence) -> int:
    return passage.start


def _stands_in(found: Found[Sign], passages: Sequence[Evidence]) -> bool:
    """Whether a sign overlaps one of some passages in order."""
    last = bisect_left(passages, found.end, key=_start)
    return any(found.start < words.end for words in passages[max(0, last - NESTED) : last])
