"""OnRecord: what states said and did, each line with its receipt.

    import onrecord

    record = onrecord.read("article.txt", published="2023-06-19")
    for statement in record.statements:
        print(statement.speakers, [passage.exact for passage in statement.content])

Reading takes a spaCy pipeline, which is loaded when something is first read and not by the import.
"""

from collections.abc import Iterable, Mapping, Sequence
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
    from onrecord.views.compare.comparison import Comparison
else:
    _HOMES = {
        "Brief": "onrecord.views.brief",
        "Comparison": "onrecord.views.compare.comparison",
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
    "Comparison",
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
    "compare",
    "load_tools",
    "read",
    "read_many",
]


def brief(records: Iterable[Record], *, knowledge: Sequence[Path] = ()) -> "Brief":
    """The key points of some records, each with the passages it rests on.

    Of several sides' accounts of one meeting the head is what one has the other say and the other's text does not.
    `knowledge` are the files that the records were read with. Raises: LexiconError for a malformed one.
    """
    from onrecord.views.said_for import brief_of

    return brief_of(tuple(records), tuple(knowledge))


def compare(*records: Record, sides: Mapping[str, str] | None = None, knowledge: Sequence[Path] = ()) -> "Comparison":
    """The accounts of one meeting laid side by side; each is keyed "a", "b", ... in the order given.

    `sides` names the sides of documents by their ids where they are known. `knowledge` are the files that the records
    were read with. Raises: LexiconError for a malformed one.
    """
    from onrecord.views.compare import compare as laid
    from onrecord.views.compare import load_compare_words

    return laid(records, load_compare_words(tuple(knowledge)), sides or {})
