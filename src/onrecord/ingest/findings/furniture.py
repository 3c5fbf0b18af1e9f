"""Which parts of a document belong to the page and not to the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ingest.findings.sentences import ends_sentence, sentences
from onrecord.lexicon.furniture import Furniture, Scope
from onrecord.model import Block, BlockKind, Document, Finding, FindingKind

LONGEST_LINE = 400  # characters; furniture is short, and so no pattern ever meets a long text
TAIL_FROM = 0.5  # share of the text that stands before a tail; a comment link over the article begins none
SHORTEST_CAPTION = 30  # characters; a shorter line may repeat a sentence by chance
RUNS_ON = (Scope.TAIL, Scope.LIST)
FILLS_LINE = (*RUNS_ON, Scope.LINE, Scope.CUT)

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block or a line of one; `words`, blanks folded, are empty where it is too long to judge."""

    start: int
    end: int
    words: str


def page_furniture(document: Document, known: Sequence[Furniture]) -> Iterator[Finding]:
    """The furniture of a page in reading order: whole blocks, lines of blocks, and credits inside them."""
    fills = [entry for scope in FILLS_LINE for entry in known if entry.scope is scope]
    inline = [entry for entry in known if entry.scope is Scope.INLINE]
    text, said = document.text, _sentences_said(document)
    running: Furniture | None = None  # the tail or list that the block before belongs to
    for block in document.blocks:
        piece = _piece(text, block.start, block.end)
        if block.kind is BlockKind.HEADLINE and running is None:
            continue
        running = _furniture_of(running, piece, fills)
        if running is not None:
            yield _finding(piece.start, piece.end, running.label)
            running = running if _runs_on(running, piece, text) else None
        elif block.kind is BlockKind.PARAGRAPH and piece.words in said:
            yield _finding(piece.start, piece.end, "caption")
        else:
            lines = list(_furniture_lines(text, block, fills))
            yield from (_finding(line.start, line.end, entry.label) for line, entry in lines)
            yield from _inside(text, block, inline)
            last = lines[-1] if lines and lines[-1][0].end == block.end else None
            running = last[1] if last and _runs_on(last[1], last[0], text) else None


def _furniture_of(running: Furniture | None, piece: _Piece, fills: Sequence[Furniture]) -> Furniture | None:
    """What furniture a piece is: the tail or list from above that it still belongs to, or its own."""
    if running is not None and running.scope is Scope.TAIL:
        return running
    own = _own(piece, fills)
    if running is None or (own is not None and own.scope in RUNS_ON):
        return own
    is_listed = piece.words and not ends_sentence(piece.words)  # a sentence ends a list of titles
    return running if is_listed else own


def _own(piece: _Piece, fills: Sequence[Furniture]) -> Furniture | None:
    """The furniture that a piece is by its own words."""
    if not piece.words:
        return None
    return next((entry for entry in fills if entry.pattern.fullmatch(piece.words)), None)


def _runs_on(entry: Furniture, piece: _Piece, text: str) -> bool:
    if entry.scope is Scope.TAIL:
        return piece.start >= TAIL_FROM * len(text)
    return entry.scope is Scope.LIST


def _furniture_lines(text: str, block: Block, fills: Sequence[Furniture]) -> Iterator[tuple[_Piece, Furniture]]:
    """The furniture among the lines of a block; a line that goes on with a sentence is none."""
    is_fresh, running = True, None
    for line in _LINE.finditer(text, block.start, block.end):
        piece = _piece(text, line.start(), line.end())
        own = running or (_own(piece, fills) if is_fresh else None)
        if own is not None:
            yield piece, own
            running = own if own.scope is Scope.TAIL and _runs_on(own, piece, text) else None
        is_fresh = own is not None or ends_sentence(piece.words)


def _inside(text: str, block: Block, inline: Sequence[Furniture]) -> Iterator[Finding]:
    found = ((match, entry) for entry in inline for match in entry.pattern.finditer(text, block.start, block.end))
    for match, entry in sorted(found, key=lambda pair: pair[0].start()):
        yield _finding(match.start(), match.end(), entry.label)


def _sentences_said(document: Document) -> frozenset[str]:
    """The sentences of the article without their stops: a line that repeats one is a picture's caption."""
    said = set()
    for block in document.blocks:
        for start, end in sentences(document.text, block.start, block.end):
            words = _piece(document.text, start, end).words
            if len(words) >= SHORTEST_CAPTION and words[-1] in ".!?":
                said.add(words[:-1])
    return frozenset(said)


def _piece(text: str, start: int, end: int) -> _Piece:
    words = " ".join(text[start:end].split()) if end - start <= LONGEST_LINE else ""
    return _Piece(start, end, words)


def _finding(start: int, end: int, label: str) -> Finding:
    return Finding(kind=FindingKind.FURNITURE, detail=label, start=start, end=end)
