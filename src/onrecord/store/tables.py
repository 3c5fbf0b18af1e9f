"""The tables of the store, the same in SQLite and in PostgreSQL; docs/store.md explains them.

A document is one reading of one address; a later reading of a changed page is another, and the older one stays. What a
document yields has its place in it as its key: (document, ordinal). Names of columns are those of the model's fields.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

# Constraints have names, so that a migration can change them; the patterns are those that Alembic's manual gives.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up a key only where it is an INTEGER
Json = JSON().with_variant(JSONB, "postgresql")


def _within_document() -> Column[int]:
    """The document that a row belongs to, and goes with."""
    return Column("document", Number, ForeignKey("document.key", ondelete="CASCADE"), nullable=False)


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

finding = Table(
    "finding",
    metadata,
    _within_document(),
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
    _within_document(),
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
    _within_document(),
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
    _within_document(),
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
    _within_document(),
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

# What search finds: every statement and event of the documents that hold, and these themselves. It is made from the
# other tables and can be made anew. Its keys follow the days, see `onrecord.store.keys`.
entry = Table(
    "entry",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("number", Number, nullable=False, unique=True),  # in the order of writing
    _within_document(),
    Column("owner", Text, nullable=False),  # "statement", "event", "document"
    Column("ordinal", Integer, nullable=False),
    Column("day", Text),  # its first day, else that of its document, as ISO
    Column("facets", Text, nullable=False),  # "speaker:usa issue:taiwan", each once, parted by blanks
    Index(None, "document"),
)

# The names that actors go by, to be asked for by any of them; made from `actor`, as `entry` is.
called = Table(
    "called",
    metadata,
    Column("words", Text, nullable=False),  # as `onrecord.store.words` has them, parted by blanks
    Column("actor", Text, nullable=False),
    PrimaryKeyConstraint("words", "actor"),
    sqlite_with_rowid=False,
)

# What people said of records and actors, each for good: a later one counts in its place, or it is withdrawn.
correction = Table(
    "correction",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("owner", Text, nullable=False),  # "statement", "event", "actor"
    Column("record", Text, nullable=False),  # its id
    Column("uri", Text),
    Column("words", Text, nullable=False),
    Column("likeness", Text, nullable=False),  # what a record has in common with itself in another text
    Column("matter", Text, nullable=False),
    Column("value", Json, nullable=False),
    Column("was", Json, nullable=False),
    Column("note", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("withdrawn_by", Text),
    Column("withdrawn_at", Text),
    Column("hash", Text, nullable=False),  # of all that is said for good
    Index(None, "owner", "record"),
    Index(None, "uri"),
    sqlite_autoincrement=True,
)

# Which rows a correction is of, in each reading of its document; made from `correction`, as `entry` is.
corrects = Table(
    "corrects",
    metadata,
    _within_document(),
    Column("owner", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("correction", Number, ForeignKey("correction.number", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("document", "owner", "ordinal", "correction"),
    sqlite_with_rowid=False,
)

failure = Table(
    "failure",
    metadata,
    Column("uri", Text, primary_key=True),
    Column("page", Text),
    Column("reason", Text, nullable=False),
    Column("failed_at", Text, nullable=False),
)

# What is remembered of an address that is polled, and of the pages to which feeds lead: so that nothing is asked for
# that did not change, and what failed is tried again after a while.
feed = Table(
    "feed",
    metadata,
    Column("uri", Text, primary_key=True),
    Column("etag", Text),  # as its server sent it, and sent back as it is
    Column("modified", Text),  # Last-Modified, the same
    Column("polled_at", Text, nullable=False),
    Column("failures", Integer, nullable=False),  # since it last answered
    Column("due_at", Text),  # before then it is left alone
)

feed_item = Table(
    "feed_item",
    metadata,
    Column("link", Text, primary_key=True),  # as the feed names it; the document has the address that it leads to
    Column("feed", Text, nullable=False, index=True),
    Column("stamp", Text, nullable=False),  # changes when the feed says that the page did
    Column("failures", Integer, nullable=False),
    Column("due_at", Text),  # when it is tried again; none for what was fetched
)

Index(
    "ix_document_current",
    document.c.uri,
    unique=True,
    sqlite_where=document.c.is_current,
    postgresql_where=document.c.is_current,
)
