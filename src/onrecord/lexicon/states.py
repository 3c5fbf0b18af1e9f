"""States and what their words are: names, adjectives, peoples, capitals."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or a territory that acts like one; `id` is its ISO 3166-1 alpha-3 code, `alpha2` the short one.

    `name` is the one to show, `names` the others in use ("U.S.", the official long form). `adjectives` stand
    before a noun ("Chinese"), `peoples` are its people and those who act for it ("Britons"), `capitals` are
    the seats of government by which news calls it.
    """

    id: str
    alpha2: str | None = None
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    wikidata: str | None = None


def load_states(files: Sequence[Path] = ()) -> tuple[State, ...]:
    """Ours and the user's states. Raises: LexiconError."""
    return entries("states", State, lambda state: state.id, files)
