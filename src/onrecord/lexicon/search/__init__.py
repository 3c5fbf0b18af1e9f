"""Looks things up in the knowledge base: by name, surname, adjective, country or office, in any spelling."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from onrecord.lexicon import Lexicon
from onrecord.lexicon.people import Term
from onrecord.lexicon.search.cards import Card, Holding, cards
from onrecord.lexicon.spelling import words
from onrecord.model import EntryKind

__all__ = ["Answer", "Card", "Holding", "Query", "search"]

SHORTEST_START = 2  # letters of a word that stand for all that begin so
NEAR = 0.75  # likeness of two spellings, as difflib counts it; below, they are two names
SUGGESTIONS = 5
KINDS = tuple(EntryKind)
LINKS = frozenset({"of", "the", "for", "and", "in", "to", "s"})


class Match(IntEnum):
    """How well an entry fits; the lower the better."""

    NAME = 0  # its name or id
    OTHER_NAME = 1  # another name, the surname, the adjective
    WORDS = 2  # all words stand in one of its names
    STARTS = 3  # or begin one there
    AROUND = 4  # with its country and an office


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for: words, and what must hold besides. `on` is a day, month or year."""

    words: str = ""
    country: str | None = None
    kind: EntryKind | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The entries that fit, the best first; where there are none, `near` has spellings that would find some."""

    cards: tuple[Card, ...]
    near: tuple[str, ...] = ()


def search(lexicon: Lexicon, query: Query) -> Answer:
    """All entries that fit a query."""
    everything = tuple(cards(lexicon))
    within = [fitting for card in everything if (fitting := _restricted(card, query)) is not None]
    found = _found(within, query.words)
    if found or not query.words:
        return Answer(cards=found)
    return Answer(cards=(), near=_near(within, query.words))


def country_code(lexicon: Lexicon, written: str) -> str | None:
    """The code of a state or organisation by its code, name or adjective; None for none."""
    asked = words(written)
    for card in cards(lexicon):
        if card.kind not in (EntryKind.STATE, EntryKind.ORGANISATION):
            break
        if any(asked == words(name) for name in (card.id, card.name, *card.also)):
            return card.id
    return None


def _restricted(card: Card, query: Query) -> Card | None:
    """The card, with the offices that were held on the day asked for; None where something does not hold."""
    if query.kind not in (None, card.kind) or query.country not in (None, card.country):
        return None
    if query.on is None:
        return card
    held = tuple(term for term in card.terms if _covers(term, query.on))
    return replace(card, terms=held) if held else None


def _covers(held: Holding, day: str) -> bool:
    return Term(office=held.office, since=held.since, until=held.until).covers(day)


def _found(within: Iterable[Card], written: str) -> tuple[Card, ...]:
    asked = words(written)
    placed = [(place, card) for card in within if (place := _place(card, asked)) is not None]
    return tuple(card for _, card in sorted(placed, key=lambda pair: pair[0]))


def _place(card: Card, asked: tuple[str, ...]) -> tuple[Match, int, str] | None:
    """Where a card stands among those found, by its match and kind, and by when an office asked for was held."""
    wanted = tuple(word for word in asked if word not in LINKS) or asked
    match, held = _match(card, asked, wanted), _around(card, wanted)
    if match is None and held is None:
        return None
    return (
        Match.AROUND if match is None else match,
        KINDS.index(card.kind),
        _age(held) if match is None and held else "",
    )


def _age(held: Sequence[Holding]) -> str:
    """Sorts whoever is in office before whoever left, and the latest first."""
    first = min(held, key=lambda term: (term.until is not None, term.since is None))
    since = "".join(str(9 - int(mark)) if mark.isdigit() else mark for mark in (first.since or "").ljust(10, "0"))
    return f"{int(first.until is not None)}{since}"


def _match(card: Card, asked: tuple[str, ...], wanted: tuple[str, ...]) -> Match | None:
    """How one of the card's own names fits; None for no words, too."""
    names = [words(name) for name in (card.name, *card.also)]
    if asked in (names[0], words(card.id)):
        return Match.NAME
    if asked in names or (card.family and asked == words(card.family)):
        return Match.OTHER_NAME
    if asked and any(set(wanted) <= set(name) for name in names):
        return Match.WORDS
    return Match.STARTS if asked and any(all(_starts(word, name) for word in wanted) for name in names) else None


def _starts(word: str, name: tuple[str, ...]) -> bool:
    return len(word) >= SHORTEST_START and any(part.startswith(word) for part in name)


def _around(card: Card, wanted: tuple[str, ...]) -> tuple[Holding, ...] | None:
    """The offices by which the words fit that stand in no name of the card or its country; None if they do not."""
    own = {part for name in (card.name, *card.also, *card.of) for part in words(name)}
    rest = set(wanted) - own
    if not rest:
        return card.terms
    return tuple(term for term in card.terms if any(rest <= set(words(name)) for name in term.names)) or None


def _near(within: Sequence[Card], written: str) -> tuple[str, ...]:
    """Spellings near the one asked for that find something: whole names, and the words with one of them put right."""
    asked = words(written)
    names = {" ".join(words(name)): (name, card.id) for card in within for name in _names(card)}
    close = difflib.get_close_matches(" ".join(asked), names, SUGGESTIONS, NEAR)
    alike = {names[spelling][1]: names[spelling][0] for spelling in reversed(close)}  # one of each entry, the nearest
    vocabulary = {part for name in names for part in name.split()} | {
        part for card in within for of in card.of for part in words(of)
    }
    corrected = [
        " ".join((*asked[:place], near, *asked[place + 1 :]))
        for place, word in enumerate(asked)
        if word not in vocabulary
        for near in difflib.get_close_matches(word, vocabulary, SUGGESTIONS, NEAR)
    ]
    helpful = [one for one in corrected if any(card.id not in alike for card in _found(within, one)[:1])]
    return tuple(dict.fromkeys((*reversed(alike.values()), *helpful)))[:SUGGESTIONS]


def _names(card: Card) -> tuple[str, ...]:
    return tuple(filter(words, (card.name, *card.also, card.family or "")))
