"""Pages that could not be read, and feeds that are watched."""

from sqlalchemy import Column, Integer, Table, Text

from onrecord.store.tables.common import metadata

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
