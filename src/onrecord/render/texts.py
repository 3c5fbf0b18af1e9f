"""Texts as a page lays them out: blocks in groups, each cut into segments; the source texts of a brief."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model import BlockKind, Document, Record
from onrecord.render.details import Detail, details
from onrecord.render.segments import Mark, Segment, Span, segments
from onrecord.render.wording import visible
from onrecord.views.brief import Brief, Source

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CELL = re.compile(r"[^\t|]*[^\t| ][^\t|]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is laid out as one: a block or, where `kind` is None, a line in no block."""

    kind: BlockKind | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A segment with its words, invisible characters made visible."""

    segment: Segment
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece as it is laid out: `cells` holds its segments; a table row has several, all else one."""

    kind: BlockKind | None
    cells: tuple[tuple[Cut, ...], ...]

    @property
    def is_furniture(self) -> bool:
        """Whether the whole of it was found to belong to the page."""
        return all(Mark.FURNITURE in cut.segment.marks for cell in self.cells for cut in cell)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces of one kind that follow each other: the items of one list, the rows of one table.

    Page furniture and text in no block are of no kind.
    """

    kind: BlockKind | None
    is_furniture: bool
    pieces: tuple[Laid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source of the brief with its text; no groups and no details where the record is not at hand."""

    number: int
    source: Source
    groups: tuple[Group, ...] = ()
    details: tuple[Detail, ...] = ()


def source_texts(brief: Brief, records: Sequence[Record]) -> Iterator[SourceText]:
    """The brief's sources in their order, each with its text and what was found in it."""
    by_id = {record.document.id: record for record in records}
    for number, source in enumerate(brief.sources, 1):
        record = by_id.get(source.doc_id)
        if record is None:
            yield SourceText(number=number, source=source)
            continue
        found = tuple(details(record, number))
        yield SourceText(number=number, source=source, groups=_brief_groups(record, brief, found), details=found)


def pieces(document: Document) -> Iterator[Piece]:
    """The blocks of a document and the lines between them, in order: all that is not blank, once."""
    text, reached = document.text, 0
    for block in document.blocks:
        start, end = max(block.start, reached), max(block.end, reached)
        yield from _lines(text, reached, start)
        if start < end:
            yield Piece(block.kind, start, end)
        reached = end
    yield from _lines(text, reached, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    return (Piece(None, *line.span()) for line in _LINE.finditer(text, start, end))


def _brief_groups(record: Record, brief: Brief, found: Iterable[Detail]) -> tuple[Group, ...]:
    document = record.document
    spans = [span for detail in found for span in detail.spans]
    spans += [
        trimmed(document.text, (passage.start, passage.end), str(passage.number))
        for passage in brief.passages
        if passage.doc_id == document.id
    ]
    return tuple(laid_out(document, spans))


def laid_out(document: Document, spans: Sequence[Span]) -> Iterator[Group]:
    """The text of a document in groups of blocks, cut into segments at the borders of the spans."""
    parts = [(piece, tuple(_cells(document.text, piece))) for piece in pieces(document)]
    cuts = [border for _, cells in parts for cell in cells for border in cell]
    stream = segments(len(document.text), spans, cuts)
    laid = _laid(document.text, parts, stream)
    for (kind, is_furniture), members in groupby(laid, key=_group_key):
        yield Group(kind, is_furniture, tuple(members))


def _group_key(piece: Laid) -> tuple[BlockKind | None, bool]:
    return (None, True) if piece.is_furniture else (piece.kind, False)


def _laid(
    text: str, parts: Iterable[tuple[Piece, tuple[tuple[int, int], ...]]], stream: Iterator[Segment]
) -> Iterator[Laid]:
    """The pieces with their segments; segments between pieces and between cells hold nothing but blanks."""
    for piece, cells in parts:
        yield Laid(piece.kind, tuple(_cell(text, start, end, stream) for start, end in cells))


def _cell(text: str, start: int, end: int, stream: Iterator[Segment]) -> tuple[Cut, ...]:
    cuts = []
    for segment in stream:
        if segment.start >= start:
            cuts.append(Cut(segment, visible(text[segment.start : segment.end])))
        if segment.end >= end:
            break
    return tuple(cuts)


def _cells(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where the cells of a table row stand, at tabs or bars; all else is one cell."""
    found = _CELL.finditer(text, piece.start, piece.end) if piece.kind is BlockKind.TABLE_ROW else ()
    cells = [match.span() for match in found]
    yield from cells if cells else [(piece.start, piece.end)]


def trimmed(text: str, place: tuple[int, int], key: str) -> Span:
    """A cited passage without blanks at its ends: those may lie between two blocks, where nothing is shown."""
    exact = text[slice(*place)]
    start = place[0] + len(exact) - len(exact.lstrip())
    end = place[1] - len(exact) + len(exact.rstrip())
    return Span(start, end, Mark.PASSAGE, key)
