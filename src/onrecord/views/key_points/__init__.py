"""Key points: the brief, composed of records' fields, passages and fixed labels, each line with receipts."""

from collections.abc import Iterable, Sequence

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model import BlockKind, Document, Record
from onrecord.views.brief import Brief, SectionKind, Source
from onrecord.views.cast import listed
from onrecord.views.key_points.care import care
from onrecord.views.key_points.draft import Draft, SectionDraft, label, numbered
from onrecord.views.key_points.happened import happened, passages_of
from onrecord.views.key_points.met import REMOTE, met
from onrecord.views.key_points.others import said_for_others
from onrecord.views.key_points.outcomes import not_settled, settled
from onrecord.views.key_points.reading import BriefWords, Reading, load_brief_words, reading_of
from onrecord.views.key_points.sayings import Saying, length, overlap, sayings
from onrecord.views.key_points.sides import sides
from onrecord.views.key_points.tone import tone

__all__ = ["BriefWords", "brief", "load_brief_words"]

TOLD = 0.4  # of a statement's content that a line must cover for the statement to count as told
NAMES_IN_TITLE = 3


def brief(records: Sequence[Record], words: BriefWords, said_for: Sequence[Draft] = ()) -> Brief:
    """The brief of some records: each thing once, in the order in which a reader needs it.

    `said_for` are the lines on what accounts of one meeting have another side say, of `views.said_for`.
    """
    reading = reading_of(records, words)
    sections, passages = numbered(_sections(reading, said_for))
    return Brief(
        title=_title(reading),
        countries=_countries(reading),
        date=_date(reading),
        sources=tuple(_source(document, records) for document in reading.documents.values()),
        statements=sum(len(record.statements) for record in reading.records),
        events=sum(len(record.events) for record in reading.records),
        findings=sum(len(record.findings) for record in reading.records),
        sections=sections,
        passages=passages,
    )


def _sections(reading: Reading, said_for: Sequence[Draft]) -> tuple[SectionDraft, ...]:
    said = sayings(reading)
    agreed = settled(reading)
    head = said_for_others(said_for, passages_of((agreed,)))
    said = _untold(said, (head, agreed))
    refused = not_settled(reading, said)
    said = _untold(said, (refused,))
    mood = tone(reading, said)
    issues = sides(reading, _untold(said, (mood,)))
    meetings = met(reading, agreed.drafts)
    deeds = happened(reading, passages_of((head, meetings, agreed, refused, mood, *issues)))
    body = (head, meetings, deeds, agreed, refused, *issues, mood)
    return (*(body if any(section.drafts for section in body) else (_nothing(),)), care(reading, passages_of((head,))))


def _nothing() -> SectionDraft:
    draft = Draft(parts=(label("Nothing was found: no statement and no event."),), evidence=())
    return SectionDraft(kind=SectionKind.HAPPENED, title="Happened", drafts=(draft,))


def _untold(said: Iterable[Saying], told: Sequence[SectionDraft]) -> tuple[Saying, ...]:
    """The statements that no line of these sections tells, by name or by covering their words."""
    ids = {record for section in told for draft in section.drafts for record in draft.records}
    passages = passages_of(told)

    def is_told(saying: Saying) -> bool:
        content = saying.statement.content
        return saying.statement.id in ids or overlap(content, passages) >= TOLD * length(content)

    return tuple(saying for saying in said if not is_told(saying))


def _title(reading: Reading) -> str:
    main = reading.main
    if main is None:
        return _document_title(next(iter(reading.documents.values()), None))
    named = [*main.participants[:NAMES_IN_TITLE]] or [*map(reading.cast.country_name, main.countries)]
    more = len(main.participants) - NAMES_IN_TITLE
    who = listed([*named, f"{more} more"] if more > 0 else named)
    if main.kind is EncounterKind.VISIT:
        return f"{who} in {main.place}" if main.place else f"{who}: visit"
    place = f" in {main.place}" if main.place and main.kind not in REMOTE else ""
    return f"{who}: {main.kind.value.replace('-', ' ')}{place}"


def _document_title(document: Document | None) -> str:
    if document is None:
        return "No documents"
    heading = next((block for block in document.blocks if block.kind is BlockKind.HEADLINE), None)
    return document.title or (document.text[heading.start : heading.end] if heading else document.uri)


def _date(reading: Reading) -> str | None:
    """The day of the main engagement, if it is known; without one the last day on which a source came out."""
    if reading.main:
        return reading.main.date
    return max((d.published for d in reading.documents.values() if d.published), default=None)


def _countries(reading: Reading) -> tuple[str, ...]:
    """The sides of the main engagement, else the two that say or do most."""
    main = set(reading.main.countries) if reading.main else set()
    return tuple(side for side in reading.sides if side in main) or reading.sides[:2]


def _source(document: Document, records: Iterable[Record]) -> Source:
    same = (record.document.uri for record in records if record.document.id == document.id)
    return Source(
        doc_id=document.id,
        uri=document.uri,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        copies=tuple(uri for uri in dict.fromkeys(same) if uri != document.uri),
    )
