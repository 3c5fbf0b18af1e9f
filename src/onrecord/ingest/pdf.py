"""Reads the text of a PDF: lines joined to paragraphs, without what repeats at the edges of its pages."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from onrecord.errors import SourceError
from onrecord.ingest.days import day
from onrecord.ingest.layout import Part, Reading, laid_out
from onrecord.ingest.metadata import Metadata, known_as, one_line
from onrecord.model import BlockKind

EDGE_LINES = 2  # lines at the top and bottom of a page that may be header or footer
REPEATS = 3  # pages on which an edge line must stand to be one; or every page of a shorter document
SHORT_LINE = 0.8  # of the longest line; a sentence that ends on a shorter line ends its paragraph
HALF_LINE = 0.6  # of the longest line; no line within a paragraph is so short, ragged as its margin may be
HEADING_LENGTH = 100  # characters

# What pypdf raises on files that break the format: beside its own errors whatever its reading stumbles upon.
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_DIGITS = re.compile(r"\d+")
_ENDS_SENTENCE = re.compile(r"[.!?,:;…][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"(\w+)-\n([a-zß-ÿ]\w*)")


def read_pdf(content: bytes, source: str) -> Reading:
    """The paragraphs of a PDF. Its own dates are those of the file, so the last one is when it was modified.

    Raises: SourceError for a file that is encrypted, broken or has no text in it.
    """
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
        pages = [page.extract_text().split("\n") for page in reader.pages] if is_open else []
        metadata = _metadata(reader) if is_open else Metadata()
    except _BROKEN as error:
        raise SourceError(source, f"is a broken PDF: {one_line(str(error))}", "save or download it anew") from error
    if not is_open:
        raise SourceError(source, "is an encrypted PDF", "save a copy without its password")
    if not any(line.strip() for page in pages for line in page):
        raise SourceError(source, "is a PDF without text, a scan perhaps", "run text recognition (OCR) on it first")
    return laid_out(_parts(_without_edges(pages)), metadata)


def _metadata(reader: PdfReader) -> Metadata:
    told = reader.metadata
    title = one_line(told.title or "") if told else None
    raw = str(told.get("/ModDate") or "").removeprefix("D:") if told else ""
    modified = day(raw[:8])
    return Metadata(
        title=known_as(title, "pdf:/Title"),
        modified=known_as(modified, "pdf:/ModDate"),
    )


def _without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages' lines without headers and footers: edge lines that repeat but for numbers."""
    edges = Counter(key for page in pages for key in {_edge_key(page[i]) for i in _edge_places(page)})
    needed = min(REPEATS, len(pages)) if len(pages) > 1 else REPEATS
    cleaned: list[list[str]] = []
    for page in pages:
        places = _edge_places(page)
        drop = {i for i in places if edges[_edge_key(page[i])] >= needed or page[i].strip().isdigit()}
        kept = "\n".join(line.strip() for i, line in enumerate(page) if i not in drop)
        cleaned.append(kept.strip("\n").split("\n"))  # a page may break a paragraph; its margins are no end of it
    return cleaned


def _edge_places(page: Sequence[str]) -> set[int]:
    filled = [i for i, line in enumerate(page) if line.strip()]
    return {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]} if len(filled) > 2 * EDGE_LINES else set()


def _edge_key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _parts(pages: Sequence[Sequence[str]]) -> Iterator[Part]:
    lines = [line for page in pages for line in page]
    longest = max(map(len, lines), default=0)
    words = {word.lower() for line in lines for word in re.findall(r"[\w-]+", line)}
    paragraph: list[str] = []
    for line, following in pairwise((*lines, "")):
        paragraph.append(line)
        if _is_last(line, following, longest):
            joined = _HYPHENATED.sub(lambda found: _rejoined(found, words), "\n".join(paragraph).strip())
            yield Part(_kind(joined), joined.replace("\n", " "))
            paragraph = []
    yield Part(BlockKind.PARAGRAPH, " ".join(paragraph))


def _is_last(line: str, following: str, longest: int) -> bool:
    """Whether a paragraph ends with this line: by a blank line, or because it is too short to be filled."""
    if not line or following[:1].islower():
        return not line
    return len(line) < HALF_LINE * longest or (
        len(line) < SHORT_LINE * longest and _ENDS_SENTENCE.search(line) is not None
    )


def _rejoined(found: re.Match[str], words: set[str]) -> str:
    """A word that was parted at a line's end: with its hyphen only if the text writes it so elsewhere."""
    compound = f"{found[1]}-{found[2]}"
    return compound if compound.lower() in words else found[1] + found[2]


def _kind(words: str) -> BlockKind:
    is_heading = "\n" not in words and len(words) <= HEADING_LENGTH and not _ENDS_SENTENCE.search(words)
    return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
