"""The nouns of a brief: sections of lines made of record fields and passages, each with its citations."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """Where the words of a part come from."""

    LABEL = "label"  # fixed words of ours
    FIELD = "field"  # the value of a record's field: a name, a day, a place
    QUOTE = "quote"  # the document's words that stand there in quotation marks, as somebody's own
    PARAPHRASE = "paraphrase"  # the document's words that report without quoting


class SectionKind(StrEnum):
    """The parts of a brief, in their order; there is one ISSUE section for each issue."""

    SAID_FOR = "said_for"  # what one account has another side say, and that side's own text does not
    MET = "met"
    HAPPENED = "happened"
    SETTLED = "settled"
    NOT_SETTLED = "not_settled"
    ISSUE = "issue"
    TONE = "tone"
    TAKE_CARE = "take_care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a line: words, and where they come from. Quotation marks are not in `text`."""

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to know.

    `country` is the side it belongs to, `said_by` the reporter's or speaker's name, `via` who relays it.
    `citations` are numbers of passages; `records` the ids of the statements and events it is made from.
    `note` is a remark under the line: a gloss with its status, or who does not confirm it.
    """

    parts: tuple[Part, ...]
    country: str | None = None
    said_by: str | None = None
    via: str | None = None
    note: str | None = None
    citations: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its lines; `left_out` counts what was not shown for want of room."""

    kind: SectionKind
    title: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A numbered passage of a source: text[start:end] == exact."""

    number: int
    doc_id: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that a brief was made from; `copies` are other addresses at which the same text stands."""

    doc_id: str
    uri: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The few lines that a reader needs, with the passages that they rest on.

    `countries` are ISO alpha-3 codes in a fixed order; `date` is EDTF.
    """

    title: str
    countries: tuple[str, ...]
    date: str | None
    sources: tuple[Source, ...]
    statements: int
    events: int
    findings: int
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
