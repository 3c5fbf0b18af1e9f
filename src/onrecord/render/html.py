"""A brief beside its source texts, as one HTML file that asks the network for nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from onrecord.model import Record
from onrecord.render.pages import assets, template
from onrecord.render.texts import SourceText, source_texts
from onrecord.views.brief import Brief, Line, Passage, Section

LAYERS = {"Statement": "statements", "Event": "events", "Finding": "findings", "Actor": "actors"}


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with its number on the page, its records' keys, and its side if the line before has another."""

    number: int
    line: Line
    keys: tuple[str, ...]
    side: str


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section whose lines have numbers that go on from one section to the next."""

    section: Section
    lines: tuple[NumberedLine, ...]


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage, the lines that cite it, and whether it can be shown in its text."""

    passage: Passage
    lines: tuple[int, ...]
    in_text: bool


def brief_html(brief: Brief, records: Sequence[Record]) -> str:
    """The page for a brief and the records that it was made from; a source without its record has no text."""
    sources = tuple(source_texts(brief, records))
    sections = _numbered(brief, sources)
    cited = _cited(brief, sections, sources)
    return template("brief.html.j2").render(
        **assets("brief"),
        page_title=brief.title,
        brief=brief,
        sections=sections,
        passages=cited,
        first_line={str(entry.passage.number): entry.lines[0] for entry in cited if entry.lines},
        sources=sources,
        layers=LAYERS,
        layer_counts={layer: _count(layer, sources) for layer in LAYERS},
    )


def _numbered(brief: Brief, sources: Iterable[SourceText]) -> tuple[NumberedSection, ...]:
    keys = {detail.record_id: detail.key for source in sources for detail in source.details if detail.record_id}
    numbers = count(1)
    sections = []
    for section in brief.sections:
        before, lines = "", []
        for line in section.lines:
            side = line.country or ""
            found = tuple(keys[record] for record in line.records if record in keys)
            lines.append(NumberedLine(next(numbers), line, found, side if side != before else ""))
            before = side
        sections.append(NumberedSection(section, tuple(lines)))
    return tuple(sections)


def _cited(
    brief: Brief, sections: Iterable[NumberedSection], sources: Iterable[SourceText]
) -> tuple[CitedPassage, ...]:
    citing: dict[int, list[int]] = {passage.number: [] for passage in brief.passages}
    for numbered in (numbered for section in sections for numbered in section.lines):
        for number in numbered.line.citations:
            citing.setdefault(number, []).append(numbered.number)
    shown = set(_begun(sources))
    return tuple(
        CitedPassage(passage, tuple(citing[passage.number]), str(passage.number) in shown) for passage in brief.passages
    )


def _begun(sources: Iterable[SourceText]) -> Iterable[str]:
    """The numbers of the passages that begin somewhere in the texts as they are laid out."""
    for source in sources:
        cells = (cell for group in source.groups for piece in group.pieces for cell in piece.cells)
        yield from (number for cell in cells for cut in cell for number in cut.segment.begins)


def _count(layer: str, sources: Iterable[SourceText]) -> int:
    return sum(bool(detail.layer == layer and detail.spans) for source in sources for detail in source.details)
