"""How a side calls the talks, or what exists between two sides: "the talks were candid", "ties are at a low point"."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.lexicon.encounters import Encounter
from onrecord.lexicon.phrases import Phrase, PhraseKind, glosses

REACH = 60  # characters in which "the talks were" may have words between: "the talks with the minister were"
LONG = 260  # characters over which a statement does more than call the talks something


@dataclass(frozen=True, slots=True)
class Calling:
    """Tells whether words call something that exists between two sides by a name; `nouns` name such things."""

    nouns: re.Pattern[str]
    calling: re.Pattern[str]
    phrases: tuple[Phrase, ...]

    def calls(self, words: str) -> bool:
        """Whether somebody says of the talks, or of the relations, how they are."""
        if len(words) > LONG:
            return False
        if self.calling.search(words):
            return True
        moods = (phrase.kind is PhraseKind.MOOD for phrase, _, _ in glosses(words, self.phrases))
        return self.nouns.search(words) is not None and any(moods)


def calling(encounters: Sequence[Encounter], copulas: Collection[str], phrases: tuple[Phrase, ...]) -> Calling | None:
    """What finds "the talks were", "this was a conversation": a noun at a form of "be"; None without words."""
    nouns = _any(rf"{re.escape(encounter.word)}s?" for encounter in encounters if encounter.is_name)
    forms = _any(map(re.escape, copulas))
    if not nouns or not forms:
        return None
    forwards = rf"^.{{0,{REACH}}}?\b(?:{nouns})\b(?!\s+(?:that|which)\b)[^.,;]{{0,{REACH}}}?\b(?:{forms})\b"
    backwards = rf"^(?:this|that|it)\s+(?:{forms})\b[^.,;]{{0,{REACH}}}?\b(?:{nouns})\b"
    return Calling(
        nouns=re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE),
        calling=re.compile(f"{forwards}|{backwards}", re.IGNORECASE),
        phrases=phrases,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(words)
