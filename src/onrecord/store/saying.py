"""Whether something was said before: in these very words, or in others that are near to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from rapidfuzz.distance import LCSseq
from sqlalchemy import Connection, select, tuple_

from onrecord.errors import SettingsError
from onrecord.lexicon.furniture import load_small_words
from onrecord.model import Evidence
from onrecord.store.found import Found, found
from onrecord.store.search import QUOTATION_MARKS, Filter, Hit, Owner, count, search
from onrecord.store.tables import document, evidence, text
from onrecord.store.words import folded, places, stem, words

MOST = 10_000  # statements that have a quotation's words in order, of which those that have the very words are counted
CANDIDATES = 5_000  # statements that are compared with a quotation: those that share its rarest words
RARE = 6  # words of a quotation by which candidates are looked for
TEXTS = 100  # texts with a quotation that are counted where no more are to be shown: each takes reading a whole text
AT_ONCE = 500  # statements whose words are read together: databases bound how many values a question may have
NEAR = 0.6  # likeness from which on a wording is near; 1 is the same words. Set on made-up rewordings of one sentence
NOT_ASKED: Mapping[str, Sequence[str]] = MappingProxyType({})
TELLING = 0.5  # share of a quotation's telling words that a near wording has: "to the end of the ..." tells nothing


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are, or how many at least where `is_more`: not all that there may be was looked at."""

    number: int
    is_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where a quotation was said: in its very words, the first use first; in near ones, the nearest first.

    `times` is how often it was said in its very words; `exact` are the first uses, `last` is the last one where it is
    none of them. What has no day stands after the others. `near_times` is how often it was said in near words, `near`
    are the nearest, with a likeness between NEAR and 1. `text_times` is how many documents have the very words in no
    statement, `texts` are the first of them, with the first place where they stand.
    """

    times: Total
    near_times: Total
    text_times: Total
    exact: tuple[Found, ...]
    last: Found | None
    near: tuple[tuple[Found, float], ...]
    texts: tuple[tuple[Found, Evidence], ...]


def said(
    connection: Connection, quotation: str, by: Mapping[str, Sequence[str]] = NOT_ASKED, *, limit: int = 20
) -> Said:
    """Where a quotation was said, by anybody or by whoever has these facets; `limit` is how many of each are given.

    Raises: SettingsError for a quotation without words.
    """
    if not words(quotation):
        raise SettingsError(f"{quotation!r} has no words; give the quotation in quotes for the shell")
    told = quotation.translate(QUOTATION_MARKS).replace('"', " ")
    asked = Filter(text=f'"{told}"', owners=(Owner.STATEMENT,), facets=by)
    exact, is_more = _exact(connection, asked, quotation)
    last = _last(connection, asked, quotation, exact) if is_more else exact[-1:]
    anything = Filter(owners=(Owner.STATEMENT,), facets=by)
    near, is_more_near = _near(connection, quotation, anything, {hit.key for hit in exact})
    others = [] if by else _others(connection, asked, {hit.document for hit in exact})
    in_text, is_more_text = _texts(connection, others, quotation, max(limit, TEXTS))
    likeness, places = dict(near[:limit]), dict(in_text[:limit])
    shown = exact[:limit]
    return Said(
        times=Total(len(exact), is_more),
        near_times=Total(len(near), is_more_near),
        text_times=Total(len(in_text), is_more_text),
        exact=tuple(found(connection, shown)),
        last=next(iter(found(connection, [hit for hit in last if hit not in shown])), None),
        near=tuple((one, likeness[one.hit]) for one in found(connection, list(likeness))),
        texts=tuple((one, places[one.hit]) for one in found(connection, list(places))),
    )


def _exact(connection: Connection, asked: Filter, quotation: str) -> tuple[list[Hit], bool]:
    """The statements that have the very words, the oldest first, and whether there may be more of them."""
    told = search(connection, asked, limit=MOST, oldest_first=True)
    exact = _having(connection, told.hits, quotation)
    return sorted(exact, key=lambda hit: hit.day is None), told.after is not None


def _last(connection: Connection, asked: Filter, quotation: str, exact: Sequence[Hit]) -> Sequence[Hit]:
    """The last of more uses than are counted."""
    newest = _having(connection, search(connection, asked, limit=AT_ONCE).hits, quotation)
    return newest[:1] or exact[-1:]


def _having(connection: Connection, hits: Sequence[Hit], quotation: str) -> list[Hit]:
    contents = _contents(connection, hits)
    return [hit for hit in hits if _has(contents[hit.key], quotation)]


def _others(connection: Connection, asked: Filter, without: set[int]) -> list[Hit]:
    """The documents, but for these, that may have the words of a quotation, the oldest first; AT_ONCE + 1 at most."""
    told = search(
        connection, replace(asked, owners=(Owner.DOCUMENT,)), limit=AT_ONCE + len(without) + 1, oldest_first=True
    )
    return [hit for hit in told.hits if hit.document not in without][: AT_ONCE + 1]


def _texts(
    connection: Connection, hits: Sequence[Hit], quotation: str, most: int
) -> tuple[list[tuple[Hit, Evidence]], bool]:
    """Those of some documents that have the very words, with the first place of them; and whether there may be more."""
    placed: list[tuple[Hit, Evidence]] = []
    for number, hit in enumerate(hits):
        if len(placed) == most or number == AT_ONCE:
            return placed, True
        held = select(text).join(document, document.c.text == text.c.id).where(document.c.key == hit.document)
        row = connection.execute(held).one_or_none()
        place = place_of(quotation, row.characters) if row is not None else None
        if row is not None and place is not None:
            exact = row.characters[slice(*place)]
            placed.append((hit, Evidence(doc_id=row.id, start=place[0], end=place[1], exact=exact)))
    return placed, False


def _near(
    connection: Connection, quotation: str, asked: Filter, without: set[int]
) -> tuple[list[tuple[Hit, float]], bool]:
    """Statements whose wording is near to a quotation's, the nearest first, of equals the oldest.

    And whether there may be more: of those that share a rare word so many are compared at most.
    """
    wanted = words(quotation)
    rare = rarest(connection, wanted, asked)
    share = CANDIDATES // max(1, len(rare))
    told = [search(connection, replace(asked, text=word), limit=share) for word in rare]
    shared = {hit.key: hit for one in told for hit in one.hits if hit.key not in without}
    contents = _contents(connection, list(shared.values()))
    alike = [(hit, likeness(wanted, words(contents[key]))) for key, hit in shared.items()]
    near = [(hit, ratio) for hit, ratio in alike if ratio >= NEAR]
    return sorted(near, key=lambda one: (-one[1], one[0].key)), any(one.after is not None for one in told)


def likeness(wanted: Sequence[str], told: Sequence[str]) -> float:
    """How near a wording is to one that is asked for: the words that both have in the same order, over those of either.

    The share of the one that has more words counts, so that few words are near to no long quotation. Of what was told,
    only the stretch from the first to the last word of the other counts. 0 where most telling words are others.
    """
    own = set(wanted)
    telling = own - _small()
    if len(telling.intersection(told)) < TELLING * len(telling):
        return 0.0
    shared = [place for place, word in enumerate(told) if word in own]
    stretch = told[shared[0] : shared[-1] + 1] if shared else ()
    common: int = LCSseq.similarity(wanted, stretch)
    return min(common / len(wanted), 2 * common / (len(wanted) + len(stretch)))


@cache
def _small() -> frozenset[str]:
    return frozenset(map(stem, load_small_words()))


def rarest(connection: Connection, wanted: Iterable[str], asked: Filter) -> list[str]:
    """The words of a quotation that the fewest statements have, of those that any has."""
    times = {word: count(connection, replace(asked, text=word)) for word in dict.fromkeys(wanted)}
    return sorted((word for word in times if times[word]), key=lambda word: times[word])[:RARE]


def _contents(connection: Connection, hits: Sequence[Hit]) -> Mapping[int, str]:
    """What the statements of these hits say, by their keys."""
    told: dict[tuple[int, int], str] = {}
    for first in range(0, len(hits), AT_ONCE):
        places = [(hit.document, hit.ordinal) for hit in hits[first : first + AT_ONCE]]
        rows = select(evidence.c.document, evidence.c.ordinal, evidence.c.exact).where(
            tuple_(evidence.c.document, evidence.c.ordinal).in_(places),
            evidence.c.owner == Owner.STATEMENT.value,
            evidence.c.role == "content",
        )
        for row in connection.execute(rows.order_by(evidence.c.part)):
            told[row.document, row.ordinal] = f"{told.get((row.document, row.ordinal), '')} {row.exact}"
    return {hit.key: told.get((hit.document, hit.ordinal), "") for hit in hits}


def _has(told: str, quotation: str) -> bool:
    """Whether a text has the very words of a quotation, whatever their case and marks."""
    return f" {' '.join(folded(quotation))} " in f" {' '.join(folded(told))} "


def place_of(quotation: str, told: str) -> tuple[int, int] | None:
    """Where the very words of a quotation first stand in a text, whatever their case and marks."""
    wanted = folded(quotation)
    if not _has(told, quotation):
        return None
    spans, forms = [(start, end) for _, start, end in places(told)], folded(told)
    last = len(forms) - len(wanted)
    first = next(place for place in range(last + 1) if forms[place : place + len(wanted)] == wanted)
    return spans[first][0], spans[first + len(wanted) - 1][1]
