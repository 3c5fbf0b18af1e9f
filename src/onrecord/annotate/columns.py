"""The words of a Doc as plain lists, taken once: asking a token costs far more than asking a list.

What looks at every word of a text asks these, and makes tokens only of the words that it is after.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.attrs import DEP, LEMMA, LOWER, POS, TAG
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What each token of a Doc is, by its number; words and lemmas in small letters. `places` has a word's tokens."""

    words: Sequence[str]
    lemmas: Sequence[str]
    pos: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    places: Mapping[str, Sequence[int]]


def mark_columns(doc: Doc) -> None:
    """Keeps a Doc's columns with it; what is annotated later is not in them."""
    words, lemmas, pos, tags, deps = (_column(doc, attribute) for attribute in (LOWER, LEMMA, POS, TAG, DEP))
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        places[word].append(index)
    doc.user_data["columns"] = Columns(
        words=words, lemmas=[lemma.lower() for lemma in lemmas], pos=pos, tags=tags, deps=deps, places=dict(places)
    )


def columns(doc: Doc) -> Columns:
    """The columns of an annotated Doc."""
    found: Columns = doc.user_data["columns"]
    return found


def _column(doc: Doc, attribute: int) -> list[str]:
    ids = doc.to_array(attribute).tolist()
    names = {id: doc.vocab.strings[id] for id in set(ids)}
    return [names[id] for id in ids]
