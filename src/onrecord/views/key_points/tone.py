"""TONE: how each side called the talks and the relation, with coded words glossed."""

import re
from collections.abc import Iterator, Sequence

from onrecord.lexicon.phrases import Phrase, PhraseKind, glosses
from onrecord.views.brief import SectionKind
from onrecord.views.key_points.draft import Draft, SectionDraft
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import Saying, saying_draft, without_repeats

LINES_A_SIDE = 3
REACH = 60  # characters in which "the talks were" may have words between: "the talks with the minister were"
GLOSSES = 2  # readings under one line
LONG = 260  # characters over which a statement does more than call the talks something

_GLOSSED = (PhraseKind.MOOD, PhraseKind.OUTCOME)


def tone(reading: Reading, said: Sequence[Saying]) -> SectionDraft:
    """What the sides called the talks, each side's most telling words first."""
    calling = _calling(reading)
    told = [one for one in said if calling and one.countries and _calls_the_talks(one, calling, reading)]
    ranked = sorted(told, key=lambda saying: (reading.rank(saying.country), -saying.weight))
    drafts = without_repeats(
        saying_draft(saying, reading, gloss_note(saying.words, reading.words.phrases)) for saying in ranked
    )
    shown: list[Draft] = []
    for draft in drafts:
        if sum(other.country == draft.country for other in shown) < LINES_A_SIDE:
            shown.append(draft)
    return SectionDraft(kind=SectionKind.TONE, title="Tone", drafts=tuple(shown), left_out=len(drafts) - len(shown))


def gloss_note(text: str, phrases: tuple[Phrase, ...]) -> str | None:
    """How the coded words of a text are conventionally read, and who says so."""
    found = {phrase.name: phrase for phrase, _, _ in glosses(text, phrases) if phrase.kind in _GLOSSED}
    read = [f"{name}: {phrase.meaning} ({phrase.status})" for name, phrase in found.items()]
    return "; ".join(read[:GLOSSES]) or None


def _calls_the_talks(saying: Saying, calling: re.Pattern[str], reading: Reading) -> bool:
    words = saying.words
    if len(words) > LONG:
        return False
    if calling.search(words):
        return True
    names_talks = any(re.search(rf"\b{re.escape(word)}s?\b", words, re.IGNORECASE) for word in _nouns(reading))
    moods = (phrase.kind is PhraseKind.MOOD for phrase, _, _ in glosses(words, reading.words.phrases))
    return names_talks and any(moods)


def _calling(reading: Reading) -> re.Pattern[str] | None:
    """What finds "the talks were", "this was a conversation": a noun for talks at a form of "be"."""
    nouns = "|".join(rf"{re.escape(word)}s?" for word in _nouns(reading))
    copulas = "|".join(map(re.escape, reading.words.copulas))
    if not nouns or not copulas:
        return None
    forwards = rf"^.{{0,{REACH}}}?\b(?:{nouns})\b(?!\s+(?:that|which)\b)[^.,;]{{0,{REACH}}}?\b(?:{copulas})\b"
    backwards = rf"^(?:this|that|it)\s+(?:{copulas})\b[^.,;]{{0,{REACH}}}?\b(?:{nouns})\b"
    return re.compile(f"{forwards}|{backwards}", re.IGNORECASE)


def _nouns(reading: Reading) -> Iterator[str]:
    return (encounter.word for encounter in reading.words.encounters)
