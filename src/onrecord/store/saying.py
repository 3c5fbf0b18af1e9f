"""Whether something was said before: in these very words, or in others that are near to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel
from sqlalchemy import Connection, select, tuple_

from onrecord.errors import SettingsError
from onrecord.store.found import Found, found
from onrecord.store.search import Filter, Hit, Owner, count, search
from onrecord.store.tables import evidence
from onrecord.store.words import folded, words

MOST = 200  # statements with the very words that are looked at, the oldest
CANDIDATES = 5_000  # statements that are compared with a quotation: those that share its rarest words
RARE = 6  # words of a quotation by which candidates are looked for
AT_ONCE = 500  # statements whose words are read together: databases bound how many values a question may have
NEAR = 0.6  # likeness from which on a wording is near; 1 is the same words. Set on made-up rewordings of one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where a quotation was said: in its very words, the first use first; in near ones, the nearest first.

    A likeness is between NEAR and 1: the share of words, by their stems, that both wordings have in the same order.
    `texts` are documents that have the very words in no statement.
    """

    exact: tuple[Found, ...]
    near: tuple[tuple[Found, float], ...]
    texts: tuple[Found, ...]


def said(connection: Connection, quotation: str, speakers: Sequence[str] = (), *, limit: int = 20) -> Said:
    """Where a quotation was said, by anybody or by one of these speakers.

    Raises: SettingsError for a quotation without words.
    """
    if not words(quotation):
        raise SettingsError(f"{quotation!r} has no words; give the quotation in quotes for the shell")
    by = {"speaker": tuple(speakers)} if speakers else {}
    phrase = '"' + quotation.replace('"', " ") + '"'
    very = _oldest(connection, Filter(text=phrase, owners=(Owner.STATEMENT,), facets=by))
    contents = _contents(connection, very)
    exact = [hit for hit in very if _has(contents[hit.key], quotation)]
    near = _near(connection, quotation, Filter(owners=(Owner.STATEMENT,), facets=by), {hit.key for hit in exact})
    told = {hit.document for hit in exact}
    texts = _oldest(connection, Filter(text=phrase, owners=(Owner.DOCUMENT,)))[:limit] if not speakers else []
    likeness = dict(near[:limit])
    return Said(
        exact=tuple(found(connection, exact)),
        near=tuple((one, likeness[one.hit]) for one in found(connection, list(likeness))),
        texts=tuple(found(connection, [hit for hit in texts if hit.document not in told])),
    )


def _oldest(connection: Connection, asked: Filter) -> list[Hit]:
    return list(search(connection, asked, limit=MOST, oldest_first=True).hits)


def _near(connection: Connection, quotation: str, asked: Filter, without: set[int]) -> list[tuple[Hit, float]]:
    """Statements whose wording is near to a quotation's, the nearest first, of equals the oldest."""
    wanted = words(quotation)
    rare = _rarest(connection, wanted, asked)
    share = CANDIDATES // max(1, len(rare))
    shared = {
        hit.key: hit
        for word in rare
        for hit in search(connection, replace(asked, text=word), limit=share).hits
        if hit.key not in without
    }
    contents = _contents(connection, list(shared.values()))
    alike = [(hit, likeness(wanted, words(contents[key]))) for key, hit in shared.items()]
    near = [(hit, ratio) for hit, ratio in alike if ratio >= NEAR]
    return sorted(near, key=lambda one: (-one[1], one[0].key))


def likeness(wanted: Sequence[str], told: Sequence[str]) -> float:
    """How near two wordings are: twice the words that both have in the same order, over the words of both, from 0 to 1.

    Of what was told, only the stretch from the first to the last word of the other counts.
    """
    own = set(wanted)
    shared = [place for place, word in enumerate(told) if word in own]
    stretch = told[shared[0] : shared[-1] + 1] if shared else ()
    return Indel.normalized_similarity(wanted, stretch)


def _rarest(connection: Connection, wanted: Iterable[str], asked: Filter) -> list[str]:
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
