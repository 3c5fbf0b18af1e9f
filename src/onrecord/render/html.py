"""A brief beside its source texts, as one HTML file that asks the network for nothing."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.model import Record
from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.render.texts import SourceText, source_texts
from onrecord.views.brief import Brief, Line, Passage, Section, Source

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
    return _template().render(
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


def _link(source: Source) -> str | None:
    """The address of a source that a browser may be sent to, if it is one and hides nothing."""
    is_plain = source.uri == wording.flat(source.uri)
    return source.uri if is_plain and source.uri.lower().startswith(("http://", "https://")) else None


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("onrecord.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _beside("brief.css"), _beside("brief.js")
    environment.filters.update(flat=wording.flat, days=in_words, sides=wording.sides, parts=wording.parts)
    environment.globals.update(
        style=Markup(style),  # our own file, not a document's word
        script=Markup(script),  # likewise
        style_hash=_hash(style),
        script_hash=_hash(script),
        attribution=wording.attribution,
        tag=wording.tag,
        place=wording.place,
        counts=wording.counts,
        left_out=wording.left_out,
        link=_link,
    )
    return environment.get_template("brief.html.j2")


def _beside(name: str) -> str:
    return (resources.files("onrecord.render") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The text as a content security policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
