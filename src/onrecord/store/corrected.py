"""Records with what people say of them, read from the store: the views, the lists and the exports ask here."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from onrecord.store.applying import Corrected
from onrecord.store.records import AT_ONCE, read
from onrecord.store.reviews import corrected_of, reviews_of
from onrecord.store.tables import document


def read_corrected(connection: Connection, keys: Sequence[int]) -> Iterator[Corrected]:
    """The records of these documents, as they were read and as people corrected them, in the order of the keys.

    Documents that are not there are left out. Raises: EvidenceError for rows that do not agree with their text.
    """
    for first in range(0, len(keys), AT_ONCE):
        batch = keys[first : first + AT_ONCE]
        there = set(connection.execute(select(document.c.key).where(document.c.key.in_(batch))).scalars())
        held = [key for key in batch if key in there]
        yield from corrected_of(
            connection, list(zip(held, read(connection, held), strict=True)), reviews_of(connection, held)
        )
