"""The words that tell how what is said stands to the facts: modal verbs, adjectives, nouns and conditions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.lexicon.files import entries
from onrecord.model import Modality


class ModalForm(StrEnum):
    """What a modal word is in its clause."""

    AUXILIARY = "auxiliary"  # "must"
    VERB = "verb"  # a main verb before an infinitive or a clause: "need", "hope"
    ADJECTIVE = "adjective"  # after "be": "ready", "necessary"
    NOUN = "noun"  # "the need to", "readiness"
    ADVERB = "adverb"  # "perhaps"
    MARK = "mark"  # opens a condition: "if"


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """The words of one form that give a clause one modality; lemmas in lower case, auxiliaries as written."""

    modality: Modality
    form: ModalForm
    words: tuple[str, ...]


def load_modals(files: Sequence[Path] = ()) -> tuple[Modal, ...]:
    """Ours and the user's modal words. Raises: LexiconError."""
    return entries("modals", Modal, lambda modal: f"{modal.form}:{modal.modality}", files)
