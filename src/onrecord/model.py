"""The nouns: what a page, a document and a record are, and the law that binds a record to its text.

Offsets are Unicode code points of `Document.text`, half-open. Days are EDTF strings. Unknown is None.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onrecord.errors import EvidenceError


class BlockKind(StrEnum):
    """What part of a page a stretch of text is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


class FindingKind(StrEnum):
    """What can be wrong with a text."""

    FURNITURE = "furniture"  # belongs to the page and not to the article; it is not read
    GARBLED = "garbled"  # words glued in or torn out: what stands there cannot be trusted
    QUOTES = "quotes"  # a quotation mark without its partner
    MOJIBAKE = "mojibake"  # text decoded wrongly somewhere on its way; repaired
    ENCODING = "encoding"  # bytes that fit no encoding we know; replaced
    CONTROL = "control"  # control, bidirectional or zero-width characters
    LANGUAGE = "language"  # not the language that the pipeline reads
    CUT_SHORT = "cut_short"  # the article ends before its end
    NO_DATE = "no_date"  # nothing says when it was published
    NO_ARTICLE = "no_article"  # a page in which no article was found; all its text was taken
    UNKNOWN_NAME = "unknown_name"  # a speaker that nothing introduces
    UNRESOLVED_DATE = "unresolved_date"  # "Monday" with nothing to anchor it


class MentionKind(StrEnum):
    """How words point at somebody; also the basis of a statement's speaker."""

    NAMED = "named"  # "Wang Yi", "President Xi"
    TITLE = "title"  # "the Secretary", "the two presidents"
    PRONOUN = "pronoun"  # "he", "we"
    INSTITUTION = "institution"  # states, ministries, "both sides", "the statement"
    ANONYMOUS = "anonymous"  # "a senior official"
    CONTINUED = "continued"  # no mention: the sentence goes on for the speaker before
    NONE = "none"  # no mention: the text names nobody


class Manner(StrEnum):
    """How much of a statement's content stands in quotation marks: all, a part, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What a speaker does by saying it."""

    ASSERT = "assert"
    REAFFIRM = "reaffirm"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    WARN = "warn"
    PROMISE = "promise"
    PROPOSE = "propose"
    WELCOME = "welcome"
    REGRET = "regret"
    ASK = "ask"
    DECLINE = "decline"
    PRAISE = "praise"


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event took place, by the text's own words."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    INSTITUTION = "institution"
    ORGANISATION = "organisation"  # international
    OFFICE = "office"  # whoever holds it
    PERSON = "person"
    GROUP = "group"
    DOCUMENT = "document"  # a statement or readout that speaks for an institution


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What whoever handed us a page says about it; it outranks what the page says of itself.

    `provenance` says where a field was read ({"title": "column:headline"}); a field it does not name was given.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF
    url: str | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as we got them, with where and when."""

    uri: str
    content: bytes
    media_type: str | None = None  # as declared by a server or known from a table; None: look at the bytes
    charset: str | None = None  # as declared by a server
    retrieved: datetime | None = None  # aware, UTC; None for what was not fetched
    given: Given = Given()
    published_otherwise: str | None = None  # EDTF; the day to use where nothing else says one (`--published`)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document's text that is read as one piece. Text in no block is not read."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The clean text of a page, its blocks in order, and its metadata with where each was read.

    `provenance` maps a field's name to its place: {"published": "meta:article:published_time"}.
    """

    id: str
    uri: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF
    modified: str | None = None  # EDTF; when the page says it was last changed
    language: str | None = None  # ISO 639-1
    retrieved: datetime | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of a document that a record rests on: text[start:end] == exact.

    Raises: EvidenceError where the offsets and the length of `exact` disagree.
    """

    doc_id: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.exact):
            raise EvidenceError(f"{self.doc_id}[{self.start}:{self.end}] is not {self.exact!r}")


@dataclass(frozen=True, slots=True)
class Mention(Evidence):
    """A passage that points at somebody, with what its own words give.

    "the Chinese foreign minister" gives country CHN and office "foreign minister"; "Chinese Foreign Minister
    Wang Yi" the name too. `actor` is an id in the knowledge base where the words alone decide it.
    `plural` is true for "both sides", "officials" and for joined names, `subject` for the subject of a clause.
    """

    kind: MentionKind
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    office: str | None = None
    plural: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a careful reader should know about a text; without offsets it concerns the whole."""

    kind: FindingKind
    detail: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, institution, office, person or group, and where this document names it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None  # ISO 3166-1 alpha-3
    roles: tuple[str, ...] = ()  # PLOVER sectors
    offices: tuple[str, ...] = ()
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    basis: str = ""  # why it is this one: "knowledge base", "introduced by the text", ...
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Someone is reported to have said something.

    `content` has several parts where the cue interrupts; `quoted` are its parts in quotation marks.
    What the text says is set when it is found; resolution adds `speakers`, `speaker_country`, `addressees`,
    `date`, `occasion` and `issues`, and never changes the mention. `via` is the actor that relays it.
    """

    id: str
    kind: Manner
    content: tuple[Evidence, ...]
    rule: str
    speakers: tuple[str, ...] = ()
    speaker_mention: Mention | None = None
    speaker_country: str | None = None
    speaker_basis: MentionKind = MentionKind.NONE
    speaker_rule: str | None = None  # the rule that resolved the mention, in words
    cue: Evidence | None = None
    quoted: tuple[Evidence, ...] = ()
    via: str | None = None
    via_mention: Mention | None = None
    addressees: tuple[str, ...] = ()
    addressee_mention: Mention | None = None
    act: Act = Act.ASSERT
    negated: bool = False
    date: str | None = None  # EDTF
    date_basis: str | None = None
    date_mention: Evidence | None = None
    occasion: str | None = None
    issues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise EvidenceError(f"{self.id} rests on no passage")

    def passages(self) -> Iterator[Evidence]:
        """Every passage that it rests on; the content first."""
        yield from self.content
        yield from self.quoted
        named = (self.cue, self.speaker_mention, self.via_mention, self.addressee_mention, self.date_mention)
        yield from (passage for passage in named if passage is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that states or their people did, will do, or refused to do.

    `sources` and `targets` are country codes (or organisations'), filled by resolution from the mentions.
    """

    id: str
    type: EventType
    trigger: Evidence
    evidence: tuple[Evidence, ...]
    rule: str
    mode: str | None = None
    status: Status = Status.OCCURRED
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    source_actors: tuple[str, ...] = ()
    target_actors: tuple[str, ...] = ()
    source_mentions: tuple[Mention, ...] = ()
    target_mentions: tuple[Mention, ...] = ()
    date: str | None = None  # EDTF
    date_basis: str | None = None
    date_mention: Evidence | None = None
    place: str | None = None
    place_mention: Evidence | None = None
    duration_mention: Evidence | None = None  # "for about three hours"
    statement: str | None = None  # id of the statement that reports it
    issues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"{self.id} rests on no passage")

    def passages(self) -> Iterator[Evidence]:
        """Every passage that it rests on; the trigger first."""
        yield self.trigger
        yield from self.evidence
        yield from self.source_mentions
        yield from self.target_mentions
        named = (self.date_mention, self.place_mention, self.duration_mention)
        yield from (passage for passage in named if passage is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What reading one annotated text yields before anything is resolved, in reading order.

    `mentions` are all the places that point at an actor; speakers and parties are among them.
    """

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one document yields. It cannot be built on a passage that is not in the text.

    Raises: EvidenceError for the first passage that differs from the text, for a finding or block outside it,
    and for two records with one id.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        text, doc_id = self.document.text, self.document.id
        for passage in self.passages():
            if passage.doc_id != doc_id or text[passage.start : passage.end] != passage.exact:
                raise EvidenceError(f"{doc_id}[{passage.start}:{passage.end}] is not {passage.exact!r}")
        places: tuple[Block | Finding, ...] = (*self.document.blocks, *self.findings)
        for place in places:
            if place.start is not None and not 0 <= place.start <= (place.end or 0) <= len(text):
                raise EvidenceError(f"{doc_id}[{place.start}:{place.end}] lies outside the text")
        for name in ("actors", "statements", "events"):
            ids = [record.id for record in getattr(self, name)]
            if len(ids) != len(set(ids)):
                raise EvidenceError(f"{doc_id}: two {name} with one id")

    def passages(self) -> Iterator[Evidence]:
        """Every passage that anything in this record rests on."""
        told: tuple[Statement | Event, ...] = (*self.statements, *self.events)
        for record in told:
            yield from record.passages()
        for actor in self.actors:
            yield from actor.mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A page that could not be read, and why, in one line."""

    uri: str
    reason: str


def document_id(text: str) -> str:
    """The id of a document with this text: the same text has the same id wherever it stands."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def passage_id(kind: str, passages: Iterable[Evidence]) -> str:
    """The id of a record of this kind on these passages: a second reading gives the same id."""
    key = "|".join((kind, *(f"{passage.doc_id}:{passage.start}-{passage.end}" for passage in passages)))
    return f"{kind[0]}:{hashlib.sha256(key.encode()).hexdigest()[:16]}"
