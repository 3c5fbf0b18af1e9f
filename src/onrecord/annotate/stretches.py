"""What of a document is read: its blocks without their furniture, each as clean characters with their places."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Block, BlockKind, Document, Finding, FindingKind

LONGEST = 10_000  # characters; a parse's memory grows with its text, and no paragraph people write is longer
LONGEST_SENTENCE = 2_000  # characters; rules look up and down a parse, and a chain of thousands of words is no sentence
LONGEST_WORD = 200  # characters; a tokenizer's time grows with the square of a run without blanks
STOP = re.compile(r"""[.!?…]["'”’»)\]]*\s""")
PAUSES = tuple(map(re.compile, (r";(?=\s)", r",(?=\s)", r"\s")))  # where an endless sentence is cut, the best first
LETTERS = r"[!-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]"  # ASCII, Latin letters, dashes, quotation marks
PLAIN = re.compile(rf"{LETTERS}{{1,{LONGEST_WORD}}}(?: {LETTERS}{{1,{LONGEST_WORD}}})*")  # nothing in it is folded
BROKEN_WORD = re.compile(r"(?<=[^\W\d_A-Z])[-\u2010\u00ad]\n(?=[^\W\d_A-Z])")  # in small letters on both lines
PICTURES = "\u2600"  # the first of the pictures; the signs before it ("°", "№") are read
WIDE = ("\uff01", "\uff5e")  # full-width forms of ASCII
LIGATURES = ("\ufb00", "\ufb06")  # "ff" to "st"
INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})  # Unicode categories of what no reader sees


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a block: `text` is what the pipeline reads; its character i stands at places[i] in the document.

    White space and pictures are folded to single blanks, invisible characters are left out, accents are put on their
    letters, and words broken at the end of a line are whole. An endless run without blanks is
    parted by blanks that stand where the next character does.
    """

    kind: BlockKind
    block: int  # the number of its block
    text: str
    places: Sequence[int]


def stretches(document: Document, findings: Iterable[Finding]) -> Iterator[Stretch]:
    """The readable pieces of a document in order: furniture cut out, over-long blocks cut up."""
    furniture = sorted(
        (finding.start, finding.end)
        for finding in findings
        if finding.kind is FindingKind.FURNITURE and finding.start is not None and finding.end is not None
    )
    for number, block in enumerate(document.blocks):
        for start, end in _without(block, furniture):
            for first, last in _pieces(document.text, start, end):
                text, places = _plain(document.text, first, last) or _folded(document.text, first, last)
                if text:
                    yield Stretch(kind=block.kind, block=number, text=text, places=places)


def _without(block: Block, holes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a block when the holes, in order, are cut out."""
    start = block.start
    for hole_start, hole_end in holes:
        if hole_end <= start or hole_start >= block.end:
            continue
        if start < hole_start:
            yield start, hole_start
        start = hole_end
    if start < block.end:
        yield start, block.end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts a long stretch after a full stop, and a sentence that does not end at a pause, a blank, or anywhere."""
    before = start  # where the last sentence ended
    for stop in (*(match.end() for match in STOP.finditer(text, start, end)), end):
        while stop - before > LONGEST_SENTENCE:
            before = _pause(text, before)
            yield start, before
            start = before
        if stop - start > LONGEST:
            yield start, before
            start = before
        before = stop
    yield start, end


def _pause(text: str, start: int) -> int:
    """Where a sentence that goes on for too long is cut."""
    limit = start + LONGEST_SENTENCE
    found = ([match.end() for match in pause.finditer(text, limit - LONGEST_SENTENCE // 2, limit)] for pause in PAUSES)
    return next((ends[-1] for ends in found if ends), limit)


Read = tuple[str, Sequence[int]]  # what the pipeline reads, and where each character stands


def _plain(text: str, start: int, end: int) -> Read | None:
    """A piece that is read as it stands, as most are."""
    return (text[start:end], range(start, end)) if PLAIN.fullmatch(text, start, end) else None


def _folded(text: str, start: int, end: int) -> Read:
    kept: list[str] = []
    places: list[int] = []
    run = 0  # characters since the last blank
    broken = {place for match in BROKEN_WORD.finditer(text, start, end) for place in range(*match.span())}
    for place in range(start, end):
        character = text[place]
        if place in broken:
            continue  # "agree-" at the end of a line and "ment" on the next are one word
        is_blank = character.isspace() or _is_picture(character)
        if is_blank or run == LONGEST_WORD:
            if kept and run:
                kept.append(" ")
                places.append(place)
            run = 0
        if is_blank or _is_invisible(character):
            continue
        accented = _accented(kept[-1], character) if run else None
        if accented is not None:
            kept[-1] = accented
            continue
        letters = _plain_form(character)
        kept.extend(letters)
        places.extend([place] * len(letters))
        run += len(letters)
    if kept and not run:
        kept.pop()
        places.pop()
    return "".join(kept), places


def _accented(letter: str, accent: str) -> str | None:
    """A letter with the accent that stands after it, where Unicode has the two as one."""
    composed = unicodedata.normalize("NFC", letter + accent) if accent > "~" else ""
    return composed if len(composed) == 1 else None


def _plain_form(character: str) -> str:
    """The letters that a letter of another width and a ligature stand for."""
    is_form = WIDE[0] <= character <= WIDE[1] or LIGATURES[0] <= character <= LIGATURES[1]
    return unicodedata.normalize("NFKC", character) if is_form else character


def _is_picture(character: str) -> bool:
    """Whether a character is an emoji or the like, which parts words as a blank does and is no word itself."""
    return character >= PICTURES and unicodedata.category(character) in ("So", "Sk")


def _is_invisible(character: str) -> bool:
    return character < " " or (character > "~" and unicodedata.category(character) in INVISIBLE)
