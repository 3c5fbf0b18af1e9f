"""Which documents a question over time is about, by the index: by whom they name, and by the days that they tell of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from onrecord.store.actors import Asked, documents_of_all
from onrecord.store.copies import distinct_documents
from onrecord.store.saying import rarest
from onrecord.store.search import Filter, Owner, documents


def documents_about(
    connection: Connection, actors: Sequence[Asked] = (), *, since: date | None = None, until: date | None = None
) -> list[int]:
    """The keys of the documents that name all these actors and tell something of these days, or were published then.

    The oldest first; of documents that are copies of each other the earliest alone.
    """
    is_dated = since is not None or until is not None
    owners = () if is_dated else (Owner.DOCUMENT,)  # without days every document has its one entry
    told = documents(connection, Filter(owners=owners, since=since, until=until)) if is_dated or not actors else []
    if actors:
        named = documents_of_all(connection, actors)
        within = set(told)
        told = [key for key in named if key in within] if is_dated else named
    return distinct_documents(connection, told)


def latest_about(connection: Connection, codes: Sequence[str], until: date | None, most: int) -> list[int]:
    """The keys of the latest documents up to a day that name all these states, the latest first, so many at most."""
    about = [Filter(owners=(Owner.DOCUMENT,), facets={"country": [code]}, until=until) for code in codes]
    first, *others = [documents(connection, one) for one in about] or [[]]
    known = set(first).intersection(*others)
    named = [key for key in first if key in known]
    return list(reversed(distinct_documents(connection, named)[-most:]))


def documents_wording(
    connection: Connection, telling: Iterable[str], facets: Mapping[str, Sequence[str]], *, until: date | None = None
) -> list[int]:
    """The keys of the documents that have a statement with these facets and one of the rarest of these words.

    Of the telling words of a phrase: whatever has the phrase, or most of it, is among them. Each text once.
    """
    asked = Filter(owners=(Owner.STATEMENT,), facets=facets, until=until)
    rare = rarest(connection, sorted(telling), asked)
    keys = {key for word in rare for key in documents(connection, replace(asked, text=word))}
    return distinct_documents(connection, sorted(keys))


def documents_with(
    connection: Connection, facets: Mapping[str, Sequence[str]], *, since: date | None = None, until: date | None = None
) -> list[int]:
    """The keys of the documents that have a statement with these facets on these days; as `documents_about`."""
    asked = Filter(owners=(Owner.STATEMENT,), facets=facets, since=since, until=until)
    return distinct_documents(connection, documents(connection, asked))
