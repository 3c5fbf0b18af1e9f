"""Turns files, addresses and tables into documents, and says what is wrong with them.

The libraries for HTML, PDF, Word and HTTP are imported where the first page asks for them: they take longer
to load than a plain text takes to read.
"""

from onrecord.ingest.clean import to_document
from onrecord.ingest.options import SourceOptions
from onrecord.ingest.sources import pages
from onrecord.ingest.tables import ColumnMap

__all__ = ["ColumnMap", "SourceOptions", "pages", "to_document"]
