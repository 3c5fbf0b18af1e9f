"""Small questions asked of a parse."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.columns import below, columns

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "xcomp", "csubj"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child that hangs by one of these relations."""
    for dep, found in below(token):
        if dep in deps:
            return found
    return None


def children(token: Token, *deps: str) -> Iterator[Token]:
    """The children that hang by one of these relations, in reading order."""
    found = below(token)
    return iter([one for dep, one in found if dep in deps] if found else ())


def phrase(token: Token) -> Span:
    """The whole phrase that a token heads, from its first word to its last."""
    return Span(token.doc, token.left_edge.i, token.right_edge.i + 1)


def subtree(token: Token) -> set[int]:
    """The numbers of a token and of all that hangs from it."""
    children = columns(token.doc).children
    found = [token.i]
    for index in found:
        found.extend(children[index])
    return set(found)


def words_at(doc: Doc, indices: Iterable[int]) -> str:
    """The text of these tokens, with the blanks after them."""
    return "".join(map(columns(doc).spaced.__getitem__, indices))


def span(doc: Doc, indices: Iterable[int]) -> Span:
    """The span from the first to the last of these tokens."""
    ordered = sorted(indices)
    return Span(doc, ordered[0], ordered[-1] + 1)


def is_negated(verb: Token) -> bool:
    """Whether "not", "never" or "no longer" denies this verb itself."""
    return child(verb, "neg") is not None


def particle(verb: Token) -> Token | None:
    """The particle of a phrasal verb: "out" of "point out"."""
    return child(verb, "prt")


def verb_group(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation and particle, in reading order: "has not pointed out"."""
    return sorted((verb, *children(verb, "aux", "auxpass", "neg", "prt")), key=lambda token: token.i)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was told", "been told"."""
    return child(verb, "auxpass", "nsubjpass") is not None


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb says: "by the ministry" gives "ministry"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def subject(verb: Token) -> Token | None:
    """The grammatical subject of the verb itself."""
    return child(verb, *SUBJECTS)


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and those joined to it: "Blinken" of "Blinken and Wang" gives both."""
    yield token
    for found in children(token, "conj"):
        yield from conjuncts(found)
