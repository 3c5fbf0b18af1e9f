"""What a document yields: actors, statements, events, and the record that holds them to its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import EvidenceError
from onrecord.model.documents import Block, Document
from onrecord.model.kinds import (
    Act,
    ActorKind,
    Attitude,
    EventType,
    IssueBasis,
    Manner,
    MentionKind,
    Modality,
    OccasionBasis,
    Status,
)
from onrecord.model.passages import Evidence, Finding, Mention


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
    basis: str = ""  # where it is known from: an `ActorRule`
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
    continues: str | None = None  # id of the statement that it goes on with, where it has no cue of its own
    cue: Evidence | None = None
    quoted: tuple[Evidence, ...] = ()
    via: str | None = None
    via_mention: Mention | None = None
    addressees: tuple[str, ...] = ()
    addressee_mention: Mention | None = None
    act: Act = Act.ASSERT
    negated: bool = False
    modality: Modality = Modality.NONE
    attitude: Attitude | None = None  # None for what was said
    date: str | None = None  # EDTF
    date_basis: str | None = None
    date_mention: Evidence | None = None
    occasion: str | None = None  # the kind of it, as in data/occasions.toml: "news-conference"
    occasion_basis: OccasionBasis | None = None
    occasion_mention: Evidence | None = None  # the words that tell of it, wherever they stand
    occasion_event: str | None = None  # id of the event that it is
    issues: tuple[str, ...] = ()
    issues_basis: IssueBasis | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise EvidenceError(f"{self.id} rests on no passage")

    def passages(self) -> Iterator[Evidence]:
        """Every passage that it rests on; the content first."""
        yield from self.content
        yield from self.quoted
        named = (
            self.cue,
            self.speaker_mention,
            self.via_mention,
            self.addressee_mention,
            self.date_mention,
            self.occasion_mention,
        )
        yield from (passage for passage in named if passage is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that states or their people did, will do, or refused to do.

    `sources` and `targets` are country codes (or organisations'), filled by resolution from the mentions; the rules of
    a side say how, in words: what its mentions mean, and by what a party was inferred that none of them tells.
    """

    id: str
    type: EventType
    trigger: Evidence
    evidence: tuple[Evidence, ...]
    rule: str
    mode: str | None = None
    custom: str | None = None  # the user's own type, within `type`
    cameo: str | None = None  # the CAMEO code that the words themselves tell; lexicon/plover.py has one for every type
    status: Status = Status.OCCURRED
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    source_actors: tuple[str, ...] = ()
    target_actors: tuple[str, ...] = ()
    source_mentions: tuple[Mention, ...] = ()
    target_mentions: tuple[Mention, ...] = ()
    source_rules: tuple[str, ...] = ()
    target_rules: tuple[str, ...] = ()
    date: str | None = None  # EDTF
    date_basis: str | None = None
    date_mention: Evidence | None = None
    place: str | None = None
    place_mention: Evidence | None = None
    duration_mention: Evidence | None = None  # "for about three hours"
    statement: str | None = None  # id of the statement that reports it
    issues: tuple[str, ...] = ()
    issues_basis: IssueBasis | None = None

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

    `mentions` are all the places that point at an actor; speakers and parties are among them. `open_events` are the
    ids of events that stand only if their sides prove to be of different states.
    """

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    open_events: frozenset[str] = frozenset()
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
