"""Whether an article ends before its end."""

from collections.abc import Sequence

from onrecord.ingest.findings.sentences import ends_sentence
from onrecord.lexicon.furniture import Furniture, Scope, load_small_words
from onrecord.model import Block, BlockKind, Document, Finding, FindingKind

PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE)
SHORTEST_PROSE = 60  # characters; a shorter last line without a stop is a signature or a place and date
SHOWN = 60  # characters of the end that a finding points at
USUAL = 0.5  # share of the other paragraphs that end in a stop; a text that uses none ends nowhere by its marks


def cut_short(document: Document, blocks: Sequence[Block], known: Sequence[Furniture]) -> tuple[Finding, ...]:
    """One finding where an article breaks off or sends its reader elsewhere for the rest; else nothing.

    `blocks` are those of the article, without furniture.
    """
    text = document.text
    prose = [block for block in blocks if block.kind in PROSE and _is_prose(text, block, known)]
    if not prose:
        return ()
    last = prose[-1]
    for block in document.blocks:
        if block.start >= last.end and (label := _sends_on(text[block.start : block.end], known)):
            return (_finding(block.start, block.end, label),)
    start = max(last.start, last.end - SHOWN)
    if label := _breaks_off(text[start : last.end], known):
        return (_finding(start, last.end, label),)
    if not ends_sentence(text[start : last.end]) and _has_stops(text, prose[:-1]):
        return (_finding(start, last.end, "the last sentence has no end"),)
    return ()


def _is_prose(text: str, block: Block, known: Sequence[Furniture]) -> bool:
    """Whether a block is part of the article's sentences and no signature."""
    words = text[max(block.start, block.end - SHOWN) : block.end]
    if ends_sentence(words) or _breaks_off(words, known):
        return True
    last_word = words.split()[-1] if words.split() else ""
    return last_word in load_small_words() or (block.end - block.start >= SHORTEST_PROSE and not words.isupper())


def _sends_on(words: str, known: Sequence[Furniture]) -> str | None:
    folded = " ".join(words.split())
    return next((e.label for e in known if e.scope is Scope.CUT and e.pattern.fullmatch(folded)), None)


def _breaks_off(end: str, known: Sequence[Furniture]) -> str | None:
    broken = (entry for entry in known if entry.scope is Scope.BROKEN)
    return next((e.label for e in broken if any(m.end() == len(end) for m in e.pattern.finditer(end))), None)


def _has_stops(text: str, prose: Sequence[Block]) -> bool:
    ended = sum(ends_sentence(text[max(block.start, block.end - SHOWN) : block.end]) for block in prose)
    return ended >= USUAL * len(prose)


def _finding(start: int, end: int, label: str) -> Finding:
    return Finding(kind=FindingKind.CUT_SHORT, detail=label, start=start, end=end)
