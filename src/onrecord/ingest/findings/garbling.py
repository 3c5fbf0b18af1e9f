"""Sentences garbled by words glued in or torn out, seen by their capitals alone: nothing is parsed here.

The signs: a small word with a capital inside a sentence ("officials, Including"), two words grown together
("MinisterLate"), a sentence or paragraph that begins small. One sign is a slip; two in a sentence, or two
words grown together, are damage. Titles have capitals on all their words and are let pass.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from onrecord.ingest.findings.sentences import LAST_MARKS, ends_sentence, sentences
from onrecord.lexicon.furniture import load_small_words
from onrecord.model import Block, BlockKind, Finding, FindingKind

PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)
GARBLED_FROM = 2  # the weight of signs in a sentence from which it is garbled
TITLE_SHARE = 0.5  # share of a sentence's words with capitals from which it is a title or a list of names
LONGEST_SENTENCE = 5_000  # characters; a longer one is no sentence
LONGEST_WORD = 40  # characters
SHORTEST_PART = 4  # letters of the first of two grown together, if it begins small: no "iPhone", "deSouza"
DETAIL = "words glued in or torn out"

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GLUED = re.compile(r"(?<![\w@#./])([^\W\d_]+[a-zß-ÿ])([A-Z][a-z]+)(?![\w@./])")
_BETWEEN = re.compile(r",?\s+")
_AFTER_STOP = re.compile(r"[a-z]{5,}[.!?]\s+")  # a shorter word before the stop may be an abbreviation


class _Weight(IntEnum):
    """How much a sign says."""

    PLACE = 0  # no damage alone: a capital between two others, as in a name of several words
    SLIP = 1
    DAMAGE = 2


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word that should not look as it does, and where the word before it ends."""

    start: int
    end: int
    weight: _Weight
    after: int


def garbled(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """A finding for each garbled sentence of running text, from its first sign to its last."""
    vocabulary = frozenset(_WORD.findall(text))
    before: Block | None = None
    for block in blocks:
        if block.kind in PROSE:
            is_new = before is None or before.kind not in PROSE or _is_ended(text, before)
            for start, end in sentences(text, block.start, block.end):
                if end - start <= LONGEST_SENTENCE:
                    signs = [*_inside(text, start, end), *_glued(text, (start, end), vocabulary)]
                    if start > block.start or (is_new and block.kind is BlockKind.PARAGRAPH):
                        signs.extend(_begins_small(text, start, block.start))
                    yield from _judged(signs)
        before = block


def _is_ended(text: str, block: Block) -> bool:
    return ends_sentence(text[max(block.start, block.end - LAST_MARKS) : block.end])


def _judged(signs: list[_Sign]) -> Iterator[Finding]:
    """The finding that a sentence's signs add up to. It ends before a last capital that only takes part."""
    if sum(sign.weight for sign in signs) < GARBLED_FROM:
        return
    signs.sort(key=lambda sign: sign.start)
    last = signs[-1]
    end = last.after if last.weight is _Weight.PLACE else last.end
    yield Finding(kind=FindingKind.GARBLED, detail=DETAIL, start=signs[0].start, end=end)


def _begins_small(text: str, start: int, block_start: int) -> Iterator[_Sign]:
    """The first word of a sentence without its capital: "... in Kyiv. senior officials"."""
    word = _WORD.match(text, start)
    if word is None or not word.group().islower():
        return
    if start == block_start or _AFTER_STOP.match(text, _word_start(text, start)):
        yield _Sign(start, word.end(), _Weight.SLIP, start)


def _word_start(text: str, sentence_start: int) -> int:
    """Where the last word before a sentence starts."""
    head = text[max(0, sentence_start - LONGEST_WORD) : sentence_start]
    return sentence_start - len(head) + head.rstrip().rfind(" ") + 1


def _inside(text: str, start: int, end: int) -> Iterator[_Sign]:
    """Small words with a capital inside a sentence: "said that Valdoria He could", "ships Close to shore"."""
    words = list(_WORD.finditer(text, start, end))
    if sum(word.group()[0].isupper() for word in words) > TITLE_SHARE * len(words):
        return
    small = load_small_words()
    for before, word, after in zip(words, words[1:], [*words[2:], None], strict=False):
        written = word.group()
        if not written[0].isupper() or written.lower() not in small or not written[1:].islower():
            continue
        if not _is_near(text, before, word):
            continue
        goes_on_small = after is not None and after.group()[0].islower() and _is_near(text, word, after)
        yield _Sign(word.start(), word.end(), _Weight.SLIP if goes_on_small else _Weight.PLACE, before.end())


def _is_near(text: str, word: re.Match[str], after: re.Match[str]) -> bool:
    """Whether nothing but a blank or a comma parts two words; a quotation mark may begin or end a title."""
    return _BETWEEN.fullmatch(text, word.end(), after.start()) is not None


def _glued(text: str, place: tuple[int, int], vocabulary: frozenset[str]) -> Iterator[_Sign]:
    """Two words grown together, of which the text has the first by itself too: "MinisterLate"."""
    for found in _GLUED.finditer(text, *place):
        first, second = found.groups()
        begins_small = first.islower() and len(first) >= SHORTEST_PART
        if first in vocabulary and (begins_small or second.lower() in load_small_words()):
            yield _Sign(found.start(), found.end(), _Weight.DAMAGE, found.start())
