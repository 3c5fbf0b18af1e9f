"""Entries of the knowledge base as a table for the terminal, and as lines of JSON."""

import json
from collections.abc import Iterable, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.lexicon.search import Card, Holding
from onrecord.model import EntryKind
from onrecord.render.wording import flat

ALSO = 6  # other names that a row has room for


def print_cards(found: Iterable[Card], sources: Mapping[Card, str], console: Console) -> None:
    """Print one row an entry; the last column says where it is from, by its entry."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="dim")
    table.add_column("what", style="dim")
    table.add_column("name", style="bold", overflow="fold")
    table.add_column("of", style="cyan")
    table.add_column("offices held, or other names", ratio=1, overflow="fold")
    table.add_column("id", style="dim", overflow="fold")
    table.add_column("source", style="dim", overflow="fold")
    for card in found:
        source = f"{card.wikidata} " if card.wikidata else ""
        known = Text(flat(_known(card)))
        cells = (card.kind.value, card.name, card.country or "every state", card.id, f"{source}{sources[card]}")
        kind, name, country, id, origin = (Text(flat(cell)) for cell in cells)
        table.add_row(kind, name, country, known, id, origin)
    console.print(table, highlight=False)


def card_json(card: Card, source: str) -> str:
    """One entry as a line of JSON; what is not known is null, and an open end of a term too."""
    terms = [
        {"office": term.office, "title": term.title, "since": term.since, "until": term.until} for term in card.terms
    ]
    fields = {
        "kind": card.kind.value,
        "id": card.id,
        "name": card.name,
        "country": card.country,
        "aliases": list(card.also),
        "terms": terms,
        "roles": list(card.roles),
        "wikidata": card.wikidata,
        "source": source,
    }
    return json.dumps(fields, ensure_ascii=False)


def _known(card: Card) -> str:
    if card.kind is EntryKind.PERSON:
        return "; ".join(map(_held, card.terms))
    left_out = len(card.also) - ALSO
    return ", ".join(card.also[:ALSO]) + (f", {left_out} more" if left_out > 0 else "")


def _held(term: Holding) -> str:
    if term.since is None and term.until is None:
        return term.title
    return f"{term.title} {term.since or ''}/{term.until or ''}"
