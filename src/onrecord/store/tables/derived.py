"""What is made from the other tables, and can be made anew: by it records are found, and copies."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from onrecord.store.tables.common import Number, metadata, within_document

# What search finds: every statement and event of the documents that hold, and these themselves. It is made from the
# other tables and can be made anew. Its keys follow the days, see `onrecord.store.keys`.
entry = Table(
    "entry",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("number", Number, nullable=False, unique=True),  # in the order of writing
    within_document(),
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

# By what documents that hold are found to be copies of each other, see `onrecord.store.copies`; made from their texts.
signature = Table(
    "signature",
    metadata,
    Column("document", Number, ForeignKey("document.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("values", LargeBinary, nullable=False),
    Column("shingles", Integer, nullable=False),
    Column("leader", Number, ForeignKey("document.key"), index=True),  # whose copy it counts as; itself for the first
    Column("likeness", Float, nullable=False),  # of the two
)

band = Table(
    "band",
    metadata,
    Column("hash", Number, nullable=False),
    Column("leads", Boolean, nullable=False),  # whether the document leads its group
    Column("document", Number, nullable=False),
    PrimaryKeyConstraint("hash", "leads", "document"),
    sqlite_with_rowid=False,
)
