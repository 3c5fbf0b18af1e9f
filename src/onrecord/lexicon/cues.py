"""The words that report speech: cue verbs, nouns and phrases."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Act


class CueForm(StrEnum):
    """What part of speech a cue is."""

    VERB = "verb"
    NOUN = "noun"  # "his claim that ..."
    PHRASE = "phrase"  # "according to", "in the words of"
    LIGHT = "light"  # a verb that says nothing but that its object is said: "made the claim that ..."


class Complement(StrEnum):
    """What a cue verb may take as the content of what was said."""

    CLAUSE = "clause"  # said (that) talks would resume
    INFINITIVE = "infinitive"  # promised to return
    OBJECT = "object"  # stressed the importance of talks
    PERSON_INFINITIVE = "person_infinitive"  # urged Beijing to return
    AS = "as"  # described the talks as candid
    SOURCE = "source"  # reported, citing officials: who is cited said it
    ACCOUNT = "account"  # informed him about the flood: what it tells may follow in sentences of its own
    QUOTE = "quote"  # only with quotation marks: joked, laughed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that reports speech, with what it may take and what its speaker does by it.

    `lemma` is the verb's lemma, with a particle or preposition where it needs one: "point out", "call on".
    `speech` is False for belief, feeling and intent ("believe", "want", "fear"). `objects` are nouns of which one
    must head what is said: "raise" a "concern", but not an army.
    """

    lemma: str
    form: CueForm = CueForm.VERB
    takes: tuple[Complement, ...] = (Complement.CLAUSE,)
    act: Act = Act.ASSERT
    speech: bool = True
    objects: tuple[str, ...] = ()
    example: str = ""


def load_cues(files: Sequence[Path] = ()) -> tuple[Cue, ...]:
    """Ours and the user's cues. Raises: LexiconError."""
    return entries("cues", Cue, lambda cue: f"{cue.form}:{cue.lemma}", files)
