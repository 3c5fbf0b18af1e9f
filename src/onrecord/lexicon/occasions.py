"""The words for occasions on which something is said: meetings, news conferences, interviews, statements, posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicon.files import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionWords:
    """The words of one kind of occasion, in lower case.

    `nouns` stand after "at" or "in" ("at a news conference"), `platforms` after "on" ("on Telegram"); `documents` say
    it themselves ("the statement said"), `recipients` are told it ("told reporters"), and `verbs` are cues that only
    such an occasion has ("tweeted"). `leading` are verbs of clauses that only tell where and to whom somebody spoke
    ("Speaking at a dinner, he said"). `modes` are the modes of events that are this occasion.
    """

    kind: str
    nouns: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    example: str = ""


def load_occasions(files: Sequence[Path] = ()) -> tuple[OccasionWords, ...]:
    """Ours and the user's occasions. Raises: LexiconError."""
    return entries("occasions", OccasionWords, lambda entry: entry.kind, files)
