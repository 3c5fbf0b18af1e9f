"""Documents and what they yield, as they were read."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from onrecord.store.tables.common import Json, Number, metadata, within_document

text = Table(
    "text",
    metadata,
    Column("id", Text, primary_key=True),  # "sha256:…" of its characters
    Column("characters", Text, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=True),
    Column("uri", Text, nullable=False),
    Column("version", Integer, nullable=False),  # from 1, in the order of reading
    Column("is_current", Boolean, nullable=False),  # whether no later reading of the address has taken its place
    Column("page", Text, nullable=False),  # "sha256:…" of the bytes and of what was said about them
    Column("text", Text, ForeignKey("text.id"), nullable=False, index=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),  # EDTF, as every date
    Column("modified", Text),
    Column("language", Text),
    Column("retrieved", Text),  # ISO 8601, UTC, as every instant
    Column("blocks", Json, nullable=False),  # [[kind, start, end], …]
    Column("provenance", Json, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("reader", Text, nullable=False),  # which OnRecord read it, with which pipeline and knowledge
    Column("hash", Text, nullable=False),
    UniqueConstraint("uri", "version"),
    sqlite_autoincrement=True,  # the key of a document that is gone is never given again
)

Index(
    "ix_document_current",
    document.c.uri,
    unique=True,
    sqlite_where=document.c.is_current,
    postgresql_where=document.c.is_current,
)

finding = Table(
    "finding",
    metadata,
    within_document(),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("document", "ordinal"),
    sqlite_with_rowid=False,
)

actor = Table(
    "actor",
    metadata,
    within_document(),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("roles", Json, nullable=False),
    Column("offices", Json, nullable=False),
    Column("wikidata", Text),
    Column("aliases", Json, nullable=False),
    Column("basis", Text, nullable=False),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("document", "ordinal"),
    UniqueConstraint("document", "id"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    within_document(),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("speakers", Json, nullable=False),
    Column("speaker_country", Text),
    Column("speaker_basis", Text, nullable=False),
    Column("speaker_rule", Text),
    Column("continues", Text),
    Column("via", Text),
    Column("addressees", Json, nullable=False),
    Column("act", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("modality", Text, nullable=False),
    Column("attitude", Text),
    Column("date", Text),
    Column("date_basis", Text),
    Column("occasion", Text),
    Column("occasion_basis", Text),
    Column("occasion_event", Text),
    Column("issues", Json, nullable=False),
    Column("issues_basis", Text),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("document", "ordinal"),
    UniqueConstraint("document", "id"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    within_document(),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("mode", Text),
    Column("custom", Text),
    Column("cameo", Text),
    Column("status", Text, nullable=False),
    Column("sources", Json, nullable=False),
    Column("targets", Json, nullable=False),
    Column("source_actors", Json, nullable=False),
    Column("target_actors", Json, nullable=False),
    Column("source_rules", Json, nullable=False),
    Column("target_rules", Json, nullable=False),
    Column("date", Text),
    Column("date_basis", Text),
    Column("place", Text),
    Column("statement", Text),
    Column("issues", Json, nullable=False),
    Column("issues_basis", Text),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("document", "ordinal"),
    UniqueConstraint("document", "id"),
    sqlite_with_rowid=False,
)

# Every passage that anything rests on: its owner is the row of that table with this ordinal in the document, its role
# the model's field, its part the place in that field where this holds several.
evidence = Table(
    "evidence",
    metadata,
    within_document(),
    Column("owner", Text, nullable=False),  # "statement", "event", "actor"
    Column("ordinal", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("start", Integer, nullable=False),  # code points of the text, half-open
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("kind", Text),  # what follows is of mentions only: how the words point at somebody, and what they give
    Column("actor", Text),
    Column("name", Text),
    Column("country", Text),
    Column("office", Text),
    Column("plural", Boolean),
    Column("subject", Boolean),
    PrimaryKeyConstraint("document", "owner", "ordinal", "role", "part"),
    sqlite_with_rowid=False,
)
