"""The issues that states talk about, and the terms that tell which."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries

ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A matter of relations between states and the terms by which a text shows that it is about it.

    One of `terms` is enough. One of `hints` is enough unless a term of an issue in `yields_to` stands in the
    same text ("*": of any other issue). One of `fallbacks` is enough where nothing else tells of any issue.
    `names` are hints that name one of `states` and its people: who speaks for it and names it speaks of himself.
    `misleading` are phrases in which such a word means something else ("climate of fear"). Where nothing but a hint
    tells of this issue, and what stands around is about one of `special_cases`, it is that one: a ceasefire in a text
    about Gaza. With one of `companions` it makes one matter where a whole text is about both: a nuclear test on the
    Korean peninsula. How a term is written is told in `lexicon.terms`.
    """

    slug: str
    label: str
    terms: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = (ANY,)
    fallbacks: tuple[str, ...] = ()
    misleading: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    special_cases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    example: str


def load_issues(files: Sequence[Path] = ()) -> tuple[Issue, ...]:
    """Ours and the user's issues. Raises: LexiconError."""
    return entries("issues", Issue, lambda issue: issue.slug, files)
