"""Which file an entry of the knowledge base comes from."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from onrecord.lexicon.files import user_tables
from onrecord.lexicon.search.cards import Card
from onrecord.model import EntryKind

OURS = "built in"
TABLES = {EntryKind.GROUP: "institutions", EntryKind.PERSON: "people"}


def origins(found: Iterable[Card], files: Sequence[Path]) -> Mapping[Card, str]:
    """The name of the user's file that has each entry, the last that has it, or "built in"."""
    ids = {table: _ids(table, files) for table in {_table(card) for card in found}}
    return {card: ids[_table(card)].get(card.id, OURS) for card in found}


def _table(card: Card) -> str:
    return TABLES.get(card.kind, f"{card.kind.value}s")


def _ids(table: str, files: Sequence[Path]) -> dict[str, str]:
    """The file of each id; the files were checked when they were loaded."""
    origin: dict[str, str] = {}
    for file in files:
        rows = user_tables(file).get(table, [])
        for row in rows if isinstance(rows, list) else []:
            id = f"{row['name']}, {row['country']}" if table == "places" else row["id"]
            origin[str(id)] = file.name
    return origin
