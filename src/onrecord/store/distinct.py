"""Search that counts the copies of a document once."""

from collections.abc import Sequence

from sqlalchemy import Connection

from onrecord.store.copies import group_of
from onrecord.store.search import Filter, Hit, Hits, having, search

AT_ONCE = 20  # documents of a group that are looked at together: the first of them nearly always has what is asked for


def search_distinct(
    connection: Connection, asked: Filter, *, limit: int = 20, after: int | None = None, oldest_first: bool = False
) -> Hits:
    """One page of what a filter finds, of each group of copies in the earliest document alone in which it finds any."""
    kept: list[Hit] = []
    chosen: dict[int, int] = {}  # a document -> the one of its group that is shown
    while True:
        page = search(connection, asked, limit=limit, after=after, oldest_first=oldest_first)
        for hit in page.hits:
            if hit.document not in chosen:
                chosen |= _chosen(connection, asked, hit.document)
            if chosen[hit.document] == hit.document:
                kept.append(hit)
        if len(kept) > limit or page.after is None:
            return Hits(hits=tuple(kept[:limit]), after=kept[limit - 1].key if len(kept) > limit else None)
        after = page.after


def _chosen(connection: Connection, asked: Filter, key: int) -> dict[int, int]:
    """For each document of a group the one that is shown, where a document of it has what is asked for."""
    group = list(group_of(connection, key)) or [key]
    return dict.fromkeys(group, _first(connection, asked, group[: group.index(key)]) or key)


def _first(connection: Connection, asked: Filter, group: Sequence[int]) -> int | None:
    """The first of these documents that has what is asked for."""
    for place in range(0, len(group), AT_ONCE):
        some = group[place : place + AT_ONCE]
        having_it = having(connection, asked, some)
        if having_it:
            return next(key for key in some if key in having_it)
    return None
