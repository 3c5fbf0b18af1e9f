"""Which documents a question over time is about, by the index: by whom they name, and by the days that they tell of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from onrecord.store.actors import Asked, documents_of_all
from onrecord.store.search import Filter, Owner, documents
from onrecord.store.tables import document

AT_ONCE = 500  # keys that are asked for together: databases bound how many values a question may have


def documents_about(
    connection: Connection, actors: Sequence[Asked] = (), *, since: date | None = None, until: date | None = None
) -> list[int]:
    """The keys of the documents that name all these actors and tell something of these days, or were published then.

    The oldest first; of documents with the very same text the first alone.
    """
    is_dated = since is not None or until is not None
    owners = () if is_dated else (Owner.DOCUMENT,)  # without days every document has its one entry
    told = documents(connection, Filter(owners=owners, since=since, until=until)) if is_dated or not actors else []
    if actors:
        named = documents_of_all(connection, actors)
        within = set(told)
        told = [key for key in named if key in within] if is_dated else named
    return once(connection, told)


def documents_with(
    connection: Connection, facets: Mapping[str, Sequence[str]], *, since: date | None = None, until: date | None = None
) -> list[int]:
    """The keys of the documents that have a statement with these facets on these days; as `documents_about`."""
    asked = Filter(owners=(Owner.STATEMENT,), facets=facets, since=since, until=until)
    return once(connection, documents(connection, asked))


def once(connection: Connection, keys: Iterable[int]) -> list[int]:
    """The same keys without those of documents whose very text an earlier one has."""
    told = list(keys)
    texts: dict[int, str] = {}
    for first in range(0, len(told), AT_ONCE):
        held = select(document.c.key, document.c.text).where(document.c.key.in_(told[first : first + AT_ONCE]))
        texts.update((row.key, row.text) for row in connection.execute(held))
    kept: dict[str, int] = {}
    for key in told:
        if key in texts:
            kept.setdefault(texts[key], key)
    return list(kept.values())
