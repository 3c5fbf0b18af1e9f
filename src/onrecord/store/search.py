"""Search: a filter becomes one question to the index, and its answers come by their days, page after page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Select, cast, column, false, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from onrecord.errors import SettingsError
from onrecord.model import Verdict
from onrecord.store import facets
from onrecord.store.engine import SQLITE
from onrecord.store.entries import IS, REJECTED
from onrecord.store.facets import FACETS, OF, facet
from onrecord.store.index import TABLE
from onrecord.store.keys import first_key, last_key
from onrecord.store.tables import document, entry
from onrecord.store.words import places, words

MOST_COUNTED = 10_000  # matches that are counted, and whose facets are; beyond them a count says "more than"
PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»「」『』", '"'))


class Owner(StrEnum):
    """What an entry is."""

    STATEMENT = facets.STATEMENT
    EVENT = facets.EVENT
    DOCUMENT = facets.DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for. Within a facet any of the values will do; facets, words and days must all hold.

    `text` are words, all of which must be there, in any form ("sanctions" finds "sanctioned"); "words in quotation
    marks" in this order; -words not at all. `since` and `until` are the first and the last day.
    """

    text: str = ""
    owners: tuple[Owner, ...] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.facets) - set(FACETS)):
            raise SettingsError(f"there is no facet {unknown[0]!r}; there are: {', '.join(FACETS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What was found: its place in the store."""

    key: int
    document: int
    owner: Owner
    ordinal: int
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """A page of hits, newest first unless asked otherwise; `after` is where the next page goes on, None at the end."""

    hits: tuple[Hit, ...]
    after: int | None


def search(
    connection: Connection, asked: Filter, *, limit: int = 20, after: int | None = None, oldest_first: bool = False
) -> Hits:
    """One page of what a filter finds. A page goes on after a key, so that what is added meanwhile moves nothing."""
    found = _found(connection, asked, after=after, oldest_first=oldest_first).limit(limit + 1).subquery()
    order = entry.c.key.asc() if oldest_first else entry.c.key.desc()
    rows = connection.execute(select(entry).join(found, entry.c.key == found.c.key).order_by(order)).all()
    hits = tuple(
        Hit(key=row.key, document=row.document, owner=Owner(row.owner), ordinal=row.ordinal, day=row.day)
        for row in rows[:limit]
    )
    return Hits(hits=hits, after=hits[-1].key if len(rows) > limit else None)


def documents(connection: Connection, asked: Filter) -> list[int]:
    """The keys of all documents in which a filter finds something, the oldest first."""
    found = _found(connection, asked, oldest_first=True).subquery()
    held = select(entry.c.document).join(found, entry.c.key == found.c.key).order_by(entry.c.key)
    return list(dict.fromkeys(connection.execute(held).scalars()))


def having(connection: Connection, asked: Filter, keys: Sequence[int]) -> set[int]:
    """Those of these documents in which a filter finds something.

    The entries of a document on one day have keys that follow each other, so that the index is asked once for all.
    """
    own = select(entry.c.document, func.min(entry.c.key).label("first"), func.max(entry.c.key).label("last"))
    spans = own.where(entry.c.document.in_(keys)).group_by(entry.c.document, entry.c.day).subquery()
    found = _found(connection, asked).order_by(None)
    has = found.where(found.selected_columns.key.between(spans.c.first, spans.c.last)).correlate(spans).exists()
    return set(connection.execute(select(spans.c.document).where(has)).scalars())


def count(connection: Connection, asked: Filter) -> int:
    """How many entries a filter finds; of more than MOST_COUNTED it says MOST_COUNTED + 1."""
    found = _found(connection, asked).limit(MOST_COUNTED + 1).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def facet_counts(connection: Connection, asked: Filter) -> Mapping[str, Mapping[str, int]]:
    """How often each value of each facet is among what a filter finds, of its MOST_COUNTED newest; most often first."""
    found = _found(connection, asked).limit(MOST_COUNTED).subquery()
    told = connection.execute(select(entry.c.facets).join(found, entry.c.key == found.c.key)).scalars()
    counts: dict[str, dict[str, int]] = {}
    for word, times in Counter(word for own in told for word in own.split()).most_common():
        name, _, value = word.partition(":")
        counts.setdefault(name, {})[value] = times
    return counts


def outlets(connection: Connection) -> Mapping[str, str]:
    """The names of all outlets, by what they are as values of their facet."""
    named = select(document.c.publisher).where(document.c.publisher.is_not(None)).distinct()
    of = facet("outlet", "")
    told = sorted(name for name in connection.execute(named.order_by(None)).scalars() if name)
    return {facet("outlet", name).removeprefix(of): name for name in told}


def has_words(text: str) -> bool:
    """Whether the text of a filter has a word in it, be it one that is not to be there."""
    return any(told for _, told in _parts(text))


def marks(asked: Filter, told: str) -> list[tuple[int, int]]:
    """Where in a text the words of a filter stand, in order."""
    phrases, _ = _phrases(asked.text)
    wanted = {word for phrase in phrases for word in phrase}
    return [(start, end) for word, start, end in places(told) if word in wanted]


def _found(
    connection: Connection, asked: Filter, *, after: int | None = None, oldest_first: bool = False
) -> Select[int]:
    """The keys of what a filter finds, in the order of their days."""
    is_sqlite = connection.dialect.name == SQLITE
    words_of = table(TABLE, column("rowid" if is_sqlite else "key"), column("search"))
    key: ColumnElement[int] = words_of.c.rowid if is_sqlite else words_of.c.key
    terms = _terms(asked)
    if terms is None:
        matches: ColumnElement[bool] = false()
    elif is_sqlite:
        matches = literal_column(TABLE).op("MATCH")(_fts5(terms))
    else:
        matches = words_of.c.search.op("@@")(cast(_tsquery(terms), TSQUERY))
    wanted = select(key.label("key")).where(matches)
    if asked.since is not None:
        wanted = wanted.where(key >= first_key(asked.since))
    if asked.until is not None:
        wanted = wanted.where(key <= last_key(asked.until)).where(key >= first_key(date.min))
    if after is not None:
        wanted = wanted.where(key > after if oldest_first else key < after)
    return wanted.order_by(key.asc() if oldest_first else key.desc())


@dataclass(frozen=True, slots=True)
class _Terms:
    """What must be in an entry: each of these phrases, of each set of facets one, and nothing of what is excluded."""

    phrases: Sequence[Sequence[str]]
    facets: Sequence[Sequence[str]]
    excluded: Sequence[Sequence[str]]
    without: Sequence[str]  # facets that it must not have


def _terms(asked: Filter) -> _Terms | None:
    """The terms of a filter; None where nothing can have all its facets.

    What an entry is, is asked only where its other facets do not tell: nearly every entry would have to be looked at.
    """
    wanted = [[facet(name, value) for value in values] for name, values in sorted(asked.facets.items()) if values]
    could_be = frozenset(Owner).intersection(
        *(OF[name] for name, values in asked.facets.items() if values and name in OF)
    )
    owners = [owner for owner in asked.owners or Owner if owner in could_be]
    if not owners:
        return None
    phrases, excluded = _phrases(asked.text)
    with_rejected = Verdict.REJECTED in asked.facets.get("review", ())
    if len(owners) == len(could_be) and (wanted or phrases):
        return _Terms(phrases, wanted, excluded, [] if with_rejected else [facet(IS, REJECTED + one) for one in owners])
    own = [facet(IS, f"{kind}{owner}") for owner in owners for kind in ("", *([REJECTED] if with_rejected else ()))]
    return _Terms(phrases, [*wanted, own], excluded, [])


def _phrases(text: str) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
    """The words of a filter, each with those that must follow it: those that must be there, and those that must not."""
    wanted, excluded = ([told for is_out, told in _parts(text) if told and is_out is out] for out in (False, True))
    return wanted, excluded


def _parts(text: str) -> Iterator[tuple[bool, Sequence[str]]]:
    """The words and phrases of a text, and whether each must not be there."""
    for found in PART.finditer(text.translate(QUOTATION_MARKS)):
        yield found[1] == "-", words(found[2] or found[3] or "")


def _fts5(terms: _Terms) -> str:
    """The same in the words of FTS5."""
    wanted = [f"facets : ({' OR '.join(map(_quoted, values))})" for values in terms.facets]
    wanted += [f"words : {_quoted(' '.join(phrase))}" for phrase in terms.phrases]
    excluded = [f"words : {_quoted(' '.join(phrase))}" for phrase in terms.excluded]
    excluded += [f"facets : {_quoted(one)}" for one in terms.without]
    return " NOT ".join((f"({' AND '.join(wanted)})", *excluded))


def _quoted(word: str) -> str:
    return f'"{word}"'  # neither words nor facets hold quotation marks


def _tsquery(terms: _Terms) -> str:
    """The same in the words of PostgreSQL's text search."""
    wanted = [f"({' | '.join(map(_lexeme, values))})" for values in terms.facets]
    wanted += [_in_order(phrase) for phrase in terms.phrases]
    excluded = [*map(_in_order, terms.excluded), *map(_lexeme, terms.without)]
    return " & ".join((*wanted, *(f"!{one}" for one in excluded)))


def _in_order(phrase: Iterable[str]) -> str:
    return f"({' <-> '.join(map(_lexeme, phrase))})"


def _lexeme(word: str) -> str:
    return f"'{word}'"
