"""TONE: how each side called the talks and the relation, with coded words glossed."""

from collections.abc import Sequence

from onrecord.lexicon.phrases import Phrase, PhraseKind, glosses
from onrecord.views.brief import SectionKind
from onrecord.views.calling import calling
from onrecord.views.key_points.draft import Draft, SectionDraft
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import Saying, saying_draft, without_repeats

LINES_A_SIDE = 3
GLOSSES = 2  # readings under one line

_GLOSSED = (PhraseKind.MOOD, PhraseKind.OUTCOME)


def tone(reading: Reading, said: Sequence[Saying]) -> SectionDraft:
    """What the sides called the talks, each side's most telling words first."""
    words = reading.words
    named = calling(words.encounters, words.copulas, words.phrases)
    told = [one for one in said if named is not None and one.countries and named.calls(one.words)]
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
