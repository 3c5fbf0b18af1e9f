"""OnRecord: what states said and did, each line with its receipt.

    import onrecord

    record = onrecord.read("article.txt", published="2023-06-19")
    for statement in record.statements:
        print(statement.speakers, [passage.exact for passage in statement.content])

Reading takes a spaCy pipeline, which is loaded when something is first read and not by the import.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import EvidenceError, LexiconError, OnRecordError, SettingsError, SourceError
from onrecord.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Finding,
    Mention,
    Record,
    Rejected,
    Statement,
)
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.pipeline import Tools, load_tools, read, read_many
    from onrecord.views.brief import Brief
else:
    _HOMES = {
        "Brief": "onrecord.views.brief",
        "Tools": "onrecord.pipeline",
        "load_tools": "onrecord.pipeline",
        "read": "onrecord.pipeline",
        "read_many": "onrecord.pipeline",
    }

    def __getattr__(name: str) -> object:
        """What brings spaCy with it, imported when first asked for: `import onrecord` stays quick."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Actor",
    "Brief",
    "Document",
    "Event",
    "Evidence",
    "EvidenceError",
    "Finding",
    "LexiconError",
    "Mention",
    "OnRecordError",
    "Record",
    "Rejected",
    "Settings",
    "SettingsError",
    "SourceError",
    "Statement",
    "Tools",
    "brief",
    "load_tools",
    "read",
    "read_many",
]


def brief(records: Iterable[Record], *, knowledge: Sequence[Path] = ()) -> "Brief":
    """The key points of some records, each with the passages it rests on.

    `knowledge` are the files that the records were read with. Raises: LexiconError for a malformed one.
    """
    from onrecord.views.key_points import brief as composed
    from onrecord.views.key_points import load_brief_words

    return composed(tuple(records), load_brief_words(tuple(knowledge)))
