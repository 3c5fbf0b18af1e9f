"""Reads plain text and Markdown: nothing is changed, each piece is found where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.ingest.front_matter import front_matter, front_matter_end
from onrecord.ingest.layout import Reading
from onrecord.ingest.metadata import dated
from onrecord.ingest.mojibake import mojibake_findings, repaired
from onrecord.model import Block, BlockKind

WRAP_WIDTH = 100  # characters; in a paragraph broken by hand or by a mailer no line is longer
HEADLINE_LENGTH = 200  # characters; a longer first line is a paragraph
HEADING_LENGTH = 100  # the same for a line in the middle of the text
BYLINE_LENGTH = 100
HEAD_BLOCKS = 5  # bylines and datelines stand among these

_MARKS = {
    BlockKind.HEADING: re.compile(r"#{1,6}[ \t]+"),
    BlockKind.LIST_ITEM: re.compile(r"[-*•][ \t]+"),
    BlockKind.QUOTE: re.compile(r">[>\s]*"),
}
_TABLE_ROW = re.compile(r"\|.*\|")
_BYLINE = re.compile(r"(?:By|BY)\s+(?:(?:[A-Z]\S*|and|&|\||de|van|von|al)(?:\s+|$)){1,12}")
_ENDS_SENTENCE = re.compile(r"[.!,;:…–—-][\s\"'”’»)\]]*$")
_OPENS_QUOTE = re.compile(r"[\"“‘«']")
_CLOSES_QUOTE = re.compile(r"[\"”’»']$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space and the mark around it; `kind` is None for running text."""

    kind: BlockKind | None
    start: int
    end: int
    level: int = 0  # of a heading with marks


def read_plain(text: str, title: str | None = None) -> Reading:
    """The text, whole, with its blocks; front matter, rules and lone marks are in no block.

    `title` is what is already known: then the first line is a headline only if it says the same.
    """
    mended = repaired(text)
    metadata = front_matter(mended.text)
    known = title or (metadata.title.value if metadata.title else None)
    blocks = _with_roles(mended.text, list(_blocks(mended.text)), known)
    return Reading(text=mended.text, blocks=tuple(blocks), metadata=metadata, findings=mojibake_findings(mended.spans))


def _blocks(text: str) -> Iterator[Block]:
    for _, group in groupby(_lines(text), key=lambda line: line is None):
        lines = [line for line in group if line is not None]
        yield from _group_blocks(lines)


def _lines(text: str) -> Iterator[_Line | None]:
    """Every line after the front matter; None for one that parts two paragraphs."""
    offset = front_matter_end(text)
    while offset < len(text):
        newline = text.find("\n", offset)
        end = len(text) if newline < 0 else newline
        yield _line(text[offset:end], offset)
        offset = end + 1


def _line(written: str, offset: int) -> _Line | None:
    words = written.strip()
    start = offset + len(written) - len(written.lstrip())
    end = start + len(words)
    if not any(character.isalnum() for character in words):
        return None  # blank, or a rule: "---", "* * *", "###"
    if _TABLE_ROW.fullmatch(words):
        return _Line(BlockKind.TABLE_ROW, start, end)
    for kind, mark in _MARKS.items():
        if found := mark.match(words):
            closing = len(words) - len(words.rstrip("#").rstrip()) if kind is BlockKind.HEADING else 0
            return _Line(kind, start + found.end(), end - closing, words[: found.end()].count("#"))
    return _Line(None, start, end)


def _group_blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    """The blocks of lines with no blank line between."""
    is_wrapped = all(line.end - line.start <= WRAP_WIDTH for line in lines)
    open_block: Block | None = None
    for line in lines:
        if open_block is not None and is_wrapped and _goes_on(open_block, line):
            open_block = Block(kind=open_block.kind, start=open_block.start, end=line.end)
            continue
        if open_block is not None:
            yield open_block
        open_block = Block(kind=line.kind or BlockKind.PARAGRAPH, start=line.start, end=line.end)
    if open_block is not None:
        yield open_block


def _goes_on(block: Block, line: _Line) -> bool:
    """Whether a line goes on with the paragraph, item or quote before it."""
    if line.kind is None:
        return block.kind is not BlockKind.HEADING and block.kind is not BlockKind.TABLE_ROW
    return line.kind is BlockKind.QUOTE and block.kind is BlockKind.QUOTE


def _with_roles(text: str, blocks: Sequence[Block], title: str | None) -> Iterator[Block]:
    """The blocks, with headline, byline and headings told from paragraphs by their looks and places."""
    words = [text[block.start : block.end] for block in blocks]
    looks_like_prose = [not _is_title_like(w, HEADLINE_LENGTH) for w in words]
    # a headline or heading has something to head; short lines at the end are a signature
    last_prose = max((i for i, is_prose in enumerate(looks_like_prose) if is_prose), default=0)
    is_first = True
    for number, block in enumerate(blocks):
        kind = block.kind
        if number < HEAD_BLOCKS and kind is BlockKind.PARAGRAPH and _is_byline(words[number]):
            yield Block(kind=BlockKind.BYLINE, start=block.start, end=block.end)
            continue
        if is_first and number < last_prose and _is_headline(words[number], kind, title):
            kind = BlockKind.HEADLINE
        elif number < last_prose and kind is BlockKind.PARAGRAPH and _is_heading(words[number]):
            kind = BlockKind.HEADING
        is_first = False
        yield Block(kind=kind, start=block.start, end=block.end)


def _is_byline(words: str) -> bool:
    if len(words) > BYLINE_LENGTH:
        return False
    return _BYLINE.fullmatch(words) is not None or dated(words) is not None


def _is_headline(words: str, kind: BlockKind, title: str | None) -> bool:
    if title is not None:
        return words.split() == title.split()
    if kind is BlockKind.HEADING:
        return True
    return kind is BlockKind.PARAGRAPH and _is_title_like(words, HEADLINE_LENGTH)


def _is_heading(words: str) -> bool:
    """A title of a section; what only opens with a quotation is speech, but a whole quotation can be a title."""
    is_speech = _OPENS_QUOTE.match(words) and not _CLOSES_QUOTE.search(words)
    return _is_title_like(words, HEADING_LENGTH) and not is_speech


def _is_title_like(words: str, longest: int) -> bool:
    return "\n" not in words and len(words) <= longest and not _ENDS_SENTENCE.search(words)
