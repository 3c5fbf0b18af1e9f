"""What differs between two texts that are mostly the same: stretches of words that one has and the other has not."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.views import wordings
from onrecord.views.wordings import Piece, differences

MOST_WORDS = 20_000  # of each text that are compared: what that takes grows with both, to 50 MB here
BRIDGE = 1  # word that both texts have between two changes which are still told as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of words that stands in one text in place of one in the other; either may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one text becomes another: its changes in order, and how many words are dropped and added by them.

    `is_whole` says whether all of both texts was compared.
    """

    changes: tuple[Change, ...]
    dropped: int
    added: int
    is_whole: bool


def difference(before: str, after: str) -> Difference:
    """What differs between two texts, in the order in which it stands; case and marks make no difference."""
    ours, theirs = before.split(), after.split()
    changes = _changes(differences(" ".join(ours[:MOST_WORDS]), " ".join(theirs[:MOST_WORDS])))
    return Difference(
        changes=tuple(Change(before=" ".join(old), after=" ".join(new)) for old, new in changes),
        dropped=sum(len(old) for old, _ in changes),
        added=sum(len(new) for _, new in changes),
        is_whole=len(ours) <= MOST_WORDS and len(theirs) <= MOST_WORDS,
    )


def _changes(pieces: Iterable[Piece]) -> list[tuple[list[str], list[str]]]:
    """The words before and after each change; changes with hardly a word between them are one."""
    changes: list[tuple[list[str], list[str]]] = []
    between: list[str] | None = None  # words that both have since the last change; None before the first
    for piece in pieces:
        told = piece.words.split()
        if piece.change is wordings.Change.KEPT:
            between = told if changes else None
            continue
        if between is None or len(between) > BRIDGE:
            changes.append(([], []))
        else:
            changes[-1][0].extend(between)
            changes[-1][1].extend(between)
        changes[-1][piece.change is wordings.Change.ADDED].extend(told)
        between = []
    return changes
