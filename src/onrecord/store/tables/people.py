"""What people say of records and actors."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from onrecord.store.tables.common import Json, Number, metadata, within_document

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
    within_document(),
    Column("owner", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("correction", Number, ForeignKey("correction.number", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("document", "owner", "ordinal", "correction"),
    sqlite_with_rowid=False,
)
