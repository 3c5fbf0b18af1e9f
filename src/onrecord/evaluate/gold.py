"""The whole documents that were annotated by hand: their pages, their kinds, and the disputed entries.

NAME.txt is a document, NAME.resolved.json what is in it; "published" there is its day.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import SourceError
from onrecord.model import Page

READOUT = "us-"  # how the names of readouts of meetings begin; the other documents are news
DISPUTED = ("nested", "topic only", "narrated attitude", "agentless")  # notes on what careful people disagree about
MATCH = 0.5  # of the characters of two contents, intersection over union: the scorer's own bound for words

Entry = Mapping[str, Any]  # a statement in JSON, gold or predicted: {"content": [{"start", "end"}], "note"}


def gold_pages(folder: Path) -> Iterator[Page]:
    """The annotated documents, in order of their names, each with its day. Raises: SourceError."""
    for text in sorted(folder.glob("*.txt")):
        if annotation_of(text).is_file():
            published = _annotated(text).get("published")
            yield Page(uri=str(text), content=text.read_bytes(), published_otherwise=published)


def annotation_of(text: Path) -> Path:
    """Where the annotation of a text stands."""
    return text.with_suffix(".resolved.json")


def is_readout(uri: str) -> bool:
    """Whether a gold document is a readout of a meeting; else it is news."""
    return Path(uri).name.startswith(READOUT)


def without_disputed(lines: Iterable[str], gold: Path) -> Iterator[str]:
    """The predicted lines and, written to `gold`, their annotations, both without what is disputed.

    A predicted statement is left out where it matches a disputed entry better than any other: it is then
    neither right nor wrong.
    """
    for line in lines:
        record = json.loads(line)
        text = Path(record["document"]["uri"])
        annotated = _annotated(text)
        disputed = [entry for entry in annotated["statements"] if is_disputed(entry)]
        settled = [entry for entry in annotated["statements"] if not is_disputed(entry)]
        (gold / text.name).write_bytes(text.read_bytes())
        annotation_of(gold / text.name).write_text(json.dumps({**annotated, "statements": settled}), encoding="utf-8")
        kept = [found for found in record["statements"] if not _matches(found, disputed, settled)]
        yield json.dumps({**record, "statements": kept})


def is_disputed(entry: Entry) -> bool:
    """Whether its note says that careful people disagree about it."""
    return any(note in (entry.get("note") or "") for note in DISPUTED)


def _matches(found: Entry, disputed: Iterable[Entry], settled: Iterable[Entry]) -> bool:
    best = max((_overlap(found, entry) for entry in disputed), default=0.0)
    return best >= MATCH and best > max((_overlap(found, entry) for entry in settled), default=0.0)


def _overlap(one: Entry, other: Entry) -> float:
    ours, theirs = _characters(one), _characters(other)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _characters(entry: Entry) -> set[int]:
    return {place for part in entry["content"] for place in range(part["start"], part["end"])}


def _annotated(text: Path) -> dict[str, Any]:
    file = annotation_of(text)
    try:
        annotated = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SourceError(str(file), f"cannot be read: {error}") from error
    if not isinstance(annotated, dict) or not isinstance(annotated.get("statements"), list):
        raise SourceError(str(file), "is no annotation: it has no list of statements")
    return annotated
