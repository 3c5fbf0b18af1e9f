"""All that the store keeps of a record, made ready where it is read: who writes it needs only to insert it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from onrecord.errors import EvidenceError
from onrecord.model import Document, Record
from onrecord.model.instants import is_instant
from onrecord.store import entries
from onrecord.store.actors import names_of
from onrecord.store.applying import Corrected
from onrecord.store.driver import Values
from onrecord.store.engine import encoded
from onrecord.store.entries import Awaited
from onrecord.store.likeness import Signature, signature
from onrecord.store.rows import SHAPES, Row, digest, rows_of
from onrecord.store.tables import metadata

EVIDENCE = "evidence"
YIELDS = {"findings": "finding", "actors": "actor", "statements": "statement", "events": "event"}  # field: table
DOCUMENT = (  # the columns of a document that its hash is of
    "uri", "text", "title", "publisher", "published", "modified", "language", "retrieved", "blocks", "provenance",
)  # fmt: skip
COLUMNS = {  # of each table: a row's values as they are inserted, without the first, which is the document's key
    owner: itemgetter(*metadata.tables[owner].columns.keys()[1:]) for owner in YIELDS.values()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A record with its rows, which lack the key of its document: that is not known before it is written.

    `rows` are those of each table, by its name, `names` what its actors are called, `signature` what copies of its
    text are found by, `entries` what search finds of it unless people corrected it.
    """

    document: Row
    characters: str
    rows: Mapping[str, Sequence[Values]]
    names: Sequence[tuple[str, str]]
    signature: Signature | None
    entries: Sequence[Awaited]


def prepare(record: Record) -> Prepared:
    """A record as it is written. Raises: EvidenceError for one with a passage that its text does not have."""
    _check(record)
    rows: dict[str, list[Values]] = {owner: [] for owner in (*YIELDS.values(), EVIDENCE)}
    for field, owner in YIELDS.items():
        for ordinal, kept in enumerate(getattr(record, field)):
            row, passages = rows_of(kept)
            rows[owner].append(COLUMNS[owner]({**row, **_encoded(row, SHAPES[type(kept)].lists), "ordinal": ordinal}))
            rows[EVIDENCE] += [(owner, ordinal, *told) for told in passages]
    return Prepared(
        document=_document(record.document),
        characters=record.document.text,
        rows=rows,
        names=names_of(record.actors),
        signature=signature(record.document.text),
        entries=tuple(entries.awaited(Corrected(raw=record, whole=record))),
    )


def _check(record: Record) -> None:
    """The one law, once more at the door: whatever built this record, its passages are in its text.

    And where it is told when its page was got, that is an instant: readings of one address are put in order by it.
    """
    told, got = record.document.text, record.document.retrieved
    if got is not None and not is_instant(got):
        raise EvidenceError(f"{record.document.uri}: it was got at {got}, which is no instant: it names no zone")
    for passage in record.passages():
        if told[passage.start : passage.end] != passage.exact or passage.doc_id != record.document.id:
            raise EvidenceError(f"{record.document.uri}: [{passage.start}:{passage.end}] is not {passage.exact!r}")


def _encoded(row: Row, columns: Iterable[str]) -> Row:
    return {name: encoded(row[name]) for name in columns}


def document_hash(row: Row) -> str:
    """What the row of a document comes to, but for how it is kept."""
    return digest({name: row[name] for name in DOCUMENT})


def _document(read: Document) -> Row:
    values = {
        "uri": read.uri,
        "text": read.id,
        "title": read.title,
        "publisher": read.publisher,
        "published": read.published,
        "modified": read.modified,
        "language": read.language,
        "retrieved": read.retrieved.isoformat() if read.retrieved else None,
        "blocks": [[block.kind.value, block.start, block.end] for block in read.blocks],
        "provenance": dict(read.provenance),
    }
    return {**values, **_encoded(values, ("blocks", "provenance")), "hash": document_hash(values)}
