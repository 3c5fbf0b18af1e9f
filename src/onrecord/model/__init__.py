"""The nouns: what a page, a document and a record are, and the law that binds a record to its text.

Offsets are Unicode code points of `Document.text`, half-open. Days are EDTF strings. Unknown is None.
"""

from onrecord.model.corrections import Correction, Matter, Review, Verdict
from onrecord.model.documents import Block, Document, Given, Page, Rejected, document_id
from onrecord.model.kinds import (
    Act,
    ActorKind,
    Attitude,
    BlockKind,
    EntryKind,
    EventType,
    FindingKind,
    IssueBasis,
    Manner,
    MentionKind,
    Modality,
    OccasionBasis,
    Status,
)
from onrecord.model.passages import Evidence, Finding, Mention, event_id, statement_id
from onrecord.model.records import Actor, Event, Extraction, Record, Statement

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Attitude",
    "Block",
    "BlockKind",
    "Correction",
    "Document",
    "EntryKind",
    "Event",
    "EventType",
    "Evidence",
    "Extraction",
    "Finding",
    "FindingKind",
    "Given",
    "IssueBasis",
    "Manner",
    "Matter",
    "Mention",
    "MentionKind",
    "Modality",
    "OccasionBasis",
    "Page",
    "Record",
    "Rejected",
    "Review",
    "Statement",
    "Status",
    "Verdict",
    "document_id",
    "event_id",
    "statement_id",
]
