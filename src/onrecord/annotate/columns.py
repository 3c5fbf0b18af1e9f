"""The words of a Doc as plain lists, taken once: asking a token costs far more than asking a list.

What looks at every word of a text asks these, and makes tokens only of the words that it is after.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What each token of a Doc is, by its number; words and lemmas in small letters.

    `tokens` are the tokens themselves, `texts` are as written, `spaced` with the blank after them; `heads` and
    `children` are numbers of tokens, `below` are the children themselves with their relations, and `places` has the
    numbers of a word. `sentences` are the sentence of each token, from its first token to that after its last.
    """

    tokens: Sequence[Token]
    texts: Sequence[str]
    spaced: Sequence[str]
    words: Sequence[str]
    lemmas: Sequence[str]
    pos: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    children: Sequence[Sequence[int]]
    below: Sequence[Sequence[tuple[str, Token]]]
    places: Mapping[str, Sequence[int]]
    sentences: Sequence[tuple[int, int]]


def mark_columns(doc: Doc) -> None:
    """Keeps a Doc's columns with it; what is annotated later is not in them."""
    attributes = (ORTH, LOWER, LEMMA, POS, TAG, DEP)
    texts, words, lemmas, pos, tags, deps = (_column(doc, attribute) for attribute in attributes)
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        places[word].append(index)
    heads, tokens = _heads(doc), tuple(doc)
    children = _children(heads)
    doc.user_data["columns"] = Columns(
        tokens=tokens,
        texts=texts,
        spaced=[
            f"{text} " if is_spaced else text
            for text, is_spaced in zip(texts, doc.to_array(SPACY).tolist(), strict=True)
        ],
        words=words,
        lemmas=[lemma.lower() for lemma in lemmas],
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        children=children,
        below=[tuple((deps[index], tokens[index]) for index in found) for found in children],
        places=dict(places),
        sentences=_sentences(doc),
    )


def columns(doc: Doc) -> Columns:
    """The columns of an annotated Doc."""
    found: Columns = doc.user_data["columns"]
    return found


def sentence(token: Token) -> tuple[int, int]:
    """The sentence of a token of an annotated Doc, from its first token to that after its last."""
    return columns(token.doc).sentences[token.i]


def below(token: Token) -> Sequence[tuple[str, Token]]:
    """The children of a token with their relations, in order; also while a Doc is annotated."""
    read: Columns | None = token.doc.user_data.get("columns")
    return read.below[token.i] if read is not None else [(found.dep_, found) for found in token.children]


def hanging(token: Token, deps: Container[str]) -> list[Token]:
    """The tokens that hang from a token by these relations, in order."""
    found = below(token)
    return [one for dep, one in found if dep in deps] if found else []


def _heads(doc: Doc) -> list[int]:
    offsets = doc.to_array(HEAD).astype("int64").tolist()  # a root's is 0
    return [index + offset for index, offset in enumerate(offsets)]


def _children(heads: Sequence[int]) -> list[Sequence[int]]:
    none: Sequence[int] = ()
    found: list[Sequence[int]] = [none] * len(heads)
    for index, head in enumerate(heads):
        if head != index:
            found[head] = [*found[head], index]
    return found


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    starts = [index for index, start in enumerate(doc.to_array(SENT_START).tolist()) if start == 1 or index == 0]
    bounds = pairwise([*starts, len(doc)])
    return [sentence for sentence in bounds for _ in range(*sentence)]


def _column(doc: Doc, attribute: int) -> list[str]:
    ids = doc.to_array(attribute).tolist()
    names = {id: doc.vocab.strings[id] for id in set(ids)}
    return [names[id] for id in ids]
