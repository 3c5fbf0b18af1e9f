"""The tables of the store, the same in SQLite and in PostgreSQL; docs/store.md explains them.

A document is one reading of one address; a later reading of a changed page is another, and the older one stays. What a
document yields has its place in it as its key: (document, ordinal). Names of columns are those of the model's fields.
"""

from onrecord.store.tables.common import metadata
from onrecord.store.tables.derived import band, called, entry, signature
from onrecord.store.tables.people import correction, corrects
from onrecord.store.tables.polling import failure, feed, feed_item
from onrecord.store.tables.readings import actor, document, event, evidence, finding, statement, text

__all__ = [
    "actor",
    "band",
    "called",
    "correction",
    "corrects",
    "document",
    "entry",
    "event",
    "evidence",
    "failure",
    "feed",
    "feed_item",
    "finding",
    "metadata",
    "signature",
    "statement",
    "text",
]
