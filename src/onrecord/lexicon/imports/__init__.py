"""Makes a knowledge file of what others publish on office-holders: Wikidata query results and Popolo files."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.lexicon import Lexicon
from onrecord.lexicon.imports.people import BadRow, Collected, Reader
from onrecord.lexicon.imports.popolo import popolo_rows
from onrecord.lexicon.imports.rows import Cells, Popolo, read_file
from onrecord.lexicon.imports.shapes import load_shapes
from onrecord.lexicon.imports.toml import knowledge_toml

__all__ = ["BadRow", "Collected", "import_people", "knowledge_toml"]


def import_people(file: Path, known: Lexicon, country: str | None = None) -> Collected:
    """The people of a file, with the offices that the knowledge base has not, and the rows that were left out.

    `country` is the code for rows that name none. Raises: SourceError for a file that cannot be read.
    """
    found = read_file(file)
    rows: Iterable[tuple[str, Cells]]
    if isinstance(found, Popolo):
        rows = popolo_rows(found)
    else:
        rows = ((f"row {number}", cells) for number, cells in enumerate(found, 1))
    return Reader(known, load_shapes(), country).collect(rows)
