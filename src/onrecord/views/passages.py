"""Stretches of a text without a parse: sentences, clauses, and passages cut from them."""

import re
from collections.abc import Collection, Iterator

from onrecord.model import BlockKind, Document, Evidence

FAR = 3000  # characters on each side in which a sentence begins and ends; none worth citing is longer

_STOP = re.compile(r"[.!?…。！？]+[\"'”’)\]]*(?=\s)|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z][a-z]{0,2}|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)  # "Mr.", "Gen.", "U.S."; "Xi." with them
_COMMAS = re.compile(r"[,;:]\s|\s[–—-]\s|—")


def sentences(document: Document, skip: Collection[BlockKind] = ()) -> Iterator[tuple[int, int]]:
    """The places of the sentences in the blocks of a document, in reading order, without the space around."""
    for block in document.blocks:
        if block.kind not in skip:
            yield from _sentences(document.text, block.start, block.end)


def sentence_around(document: Document, start: int, end: int) -> tuple[int, int]:
    """The place of the sentences that a stretch stands in; outside all blocks the stretch itself."""
    blocks = [block for block in document.blocks if block.start < end and start < block.end]
    found = (
        place
        for block in blocks
        for place in _sentences(document.text, max(block.start, start - FAR), min(block.end, end + FAR))
    )
    touched = [(a, b) for a, b in found if a < end and start < b]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def clause_around(document: Document, start: int, end: int, limit: int) -> tuple[int, int]:
    """The sentence around a stretch; where it is longer than `limit`, only the clauses that it touches."""
    first, last = sentence_around(document, start, end)
    if last - first <= limit:
        return first, last
    cuts = [first, *(first + found.end() for found in _COMMAS.finditer(document.text[first:last])), last]
    begin = max((cut for cut in cuts if cut <= start), default=start)
    finish = min((cut for cut in cuts if cut >= end), default=end)
    text = document.text[begin:finish]
    return begin, begin + len(text.rstrip(" ,;:—–-\n"))


def passage(document: Document, start: int, end: int) -> Evidence:
    """The passage of a document at this place."""
    return Evidence(document.id, start, end, document.text[start:end])


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.group().isspace() or not _ABBREVIATION.search(text, begin, stop.end()):
            yield from _stripped(text, begin, stop.end())
            begin = stop.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    finish = start + len(piece.rstrip())
    if begin < finish:
        yield begin, finish
