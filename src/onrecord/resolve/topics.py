"""What statements and events are about: by their own words, else by what stands around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import BlockKind, Document, Evidence, IssueBasis, Statement
from onrecord.resolve.issues import IssueMatcher, issues_of, main_issue, settled_issues

TITLES = (BlockKind.HEADING, BlockKind.HEADLINE)
FARTHEST = 400  # characters from a passage to the ends of its sentence; a longer one is read to there
GAP = " \u2026 "  # stands for words left out, so that no term reaches over them
SENTENCE_END = re.compile(r"[.!?][”’\"']*(?:\s|$)")
Topic = tuple[tuple[str, ...], IssueBasis | None]  # issues, and where they are read from
NO_TOPIC: Topic = ((), None)


class Topics:
    """What the passages of one document are about.

    Their own words tell, else the rest of their sentence; weak words of their own ("the talks"); what was said before
    in the paragraph; the paragraph, the heading over it, or the whole text.
    """

    def __init__(self, document: Document, said: Sequence[Statement], matcher: IssueMatcher) -> None:
        self._text = document.text
        named = sorted((words for one in said for words in named_in(one)), key=lambda words: words.start)
        self._blocks = [(block.start, block.end) for block in document.blocks]
        self._starts: Sequence[int] = [start for start, _ in self._blocks]
        self._matcher = matcher
        self._around = tuple(_surroundings(document, named, matcher))
        self._main = main_issue((_words(statement.content) for statement in said), matcher)
        self._told = list(self._settled(said))

    def of(self, passages: Sequence[Evidence], named: Iterable[Evidence] = ()) -> Topic:
        """The issues of what these passages tell, and where they are read from.

        `named` are words around them that tell who spoke, to whom and where: "the trade minister said in a hospital".
        """
        number = bisect_right(self._starts, passages[0].start) - 1
        around = self._around[number] if number >= 0 else NO_TOPIC
        context = (*around[0], *((self._main,) if self._main else ()))
        own = settled_issues(_words(passages), context, self._matcher)
        if own:
            return own, IssueBasis.WORDS
        beside = settled_issues(self._sentence(passages, named, number), context, self._matcher)
        if beside:
            return beside, IssueBasis.SENTENCE
        weak = issues_of(_words(passages), None, self._matcher)
        if weak:
            return weak, IssueBasis.WORDS
        before = self._before(passages[0].start, number)
        if before:
            return before, IssueBasis.BEFORE
        if around[0]:
            return around
        return ((self._main,), IssueBasis.TEXT) if self._main else NO_TOPIC

    def _settled(self, said: Iterable[Statement]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Where the statements begin that tell their issues by their own words, in reading order, with these issues."""
        for statement in sorted(said, key=lambda statement: statement.content[0].start):
            own = settled_issues(_words(statement.content), (), self._matcher)
            if own:
                yield statement.content[0].start, own

    def _before(self, start: int, number: int) -> tuple[str, ...]:
        """What the statement before in the same paragraph is about by its own words."""
        last = bisect_right(self._told, start - 1, key=lambda told: told[0]) - 1
        if last < 0 or number < 0 or self._told[last][0] < self._starts[number]:
            return ()
        return self._told[last][1]

    def _sentence(self, passages: Sequence[Evidence], named: Iterable[Evidence], number: int) -> str:
        """The sentence around passages, within their paragraph, without the words in `named`."""
        first, last = passages[0].start, passages[-1].end
        low, high = self._blocks[number] if number >= 0 else (first, last)
        low, high = max(low, first - FARTHEST), max(min(high, last + FARTHEST), last)
        start = max((found.end() for found in SENTENCE_END.finditer(self._text, low, first)), default=low)
        end = SENTENCE_END.search(self._text, max(last - 1, start), high)
        stop = end.start() if end else high
        return _without(self._text, (start, stop), sorted(named, key=lambda words: words.start))


def named_in(statement: Statement) -> Iterator[Evidence]:
    """The words that tell who spoke, to whom and where, and not about what."""
    words = (statement.speaker_mention, statement.addressee_mention, statement.via_mention, statement.occasion_mention)
    yield from (passage for passage in words if passage is not None)


def _without(text: str, place: tuple[int, int], left_out: Iterable[Evidence]) -> str:
    """A stretch of the text without some passages, which come in order."""
    start, stop = place
    kept = ""
    for words in left_out:
        if start <= words.start < words.end <= stop:
            kept += text[start : words.start] + GAP
            start = words.end
    return kept + text[start:stop]


def _surroundings(document: Document, named: Sequence[Evidence], matcher: IssueMatcher) -> Iterator[Topic]:
    """For each block the issues of what stands around a passage in it that names none itself."""
    heading: tuple[str, ...] = ()
    for block in document.blocks:
        first = bisect_left(named, block.start, key=lambda words: words.start)
        last = bisect_left(named, block.end, key=lambda words: words.start)
        own = issues_of(_without(document.text, (block.start, block.end), named[first:last]), None, matcher)
        heading = own if block.kind in TITLES else heading
        yield (own[:1], IssueBasis.PARAGRAPH) if own else (heading, IssueBasis.HEADING)


def _words(passages: Iterable[Evidence]) -> str:
    return " ".join(passage.exact for passage in passages)
