"""Lines before their passages have numbers, and how passages get them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Evidence
from onrecord.views.brief import Line, Part, PartKind, Passage, Section, SectionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line with the passages that it rests on."""

    parts: tuple[Part, ...]
    evidence: tuple[Evidence, ...]
    records: tuple[str, ...] = ()
    country: str | None = None
    said_by: str | None = None
    via: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDraft:
    """A section whose lines are drafts."""

    kind: SectionKind
    title: str
    drafts: tuple[Draft, ...]
    left_out: int = 0


def label(text: str) -> Part:
    """Words of ours."""
    return Part(kind=PartKind.LABEL, text=text)


def field(text: str) -> Part:
    """The value of a record's field."""
    return Part(kind=PartKind.FIELD, text=text)


def has_words(draft: Draft) -> bool:
    """Whether a line has any words of the text; a passage of marks alone has none."""
    return any(part.kind in (PartKind.QUOTE, PartKind.PARAPHRASE) for part in draft.parts)


def joined(drafts: Iterable[Draft]) -> Draft:
    """The first of some drafts that say the same, with the passages and records of all."""
    first, *others = drafts
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *(e for other in others for e in other.evidence)))),
        records=tuple(dict.fromkeys((*first.records, *(r for other in others for r in other.records)))),
        note=first.note or next((other.note for other in others if other.note), None),
    )


def numbered(drafts: Sequence[SectionDraft]) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    """The sections with their passages numbered by their first citation; empty ones left out."""
    numbers: dict[tuple[str, int, int], Passage] = {}

    def number(evidence: Evidence) -> int:
        place = (evidence.doc_id, evidence.start, evidence.end)
        if place not in numbers:
            numbers[place] = Passage(
                number=len(numbers) + 1,
                doc_id=evidence.doc_id,
                start=evidence.start,
                end=evidence.end,
                exact=evidence.exact,
            )
        return numbers[place].number

    sections = tuple(
        Section(
            kind=draft.kind,
            title=draft.title,
            lines=tuple(_line(line, tuple(dict.fromkeys(map(number, line.evidence)))) for line in draft.drafts),
            left_out=draft.left_out,
        )
        for draft in drafts
        if draft.drafts
    )
    return sections, tuple(numbers.values())


def _line(draft: Draft, citations: tuple[int, ...]) -> Line:
    return Line(
        parts=draft.parts,
        country=draft.country,
        said_by=draft.said_by,
        via=draft.via,
        note=draft.note,
        citations=citations,
        records=draft.records,
    )
