"""The words that name a party: a head with what stands before it, where it belongs, and its name."""

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.columns import below, hanging
from onrecord.annotate.grammar import child, children

OUTSIDE = frozenset({"ADV", "AUX", "PUNCT", "SCONJ", "CCONJ", "SPACE"})  # what a phrase does not begin with
BEFORE_HEAD = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "punct", "quantmod", "predet", "advmod"})
BELONGING = frozenset({"of", "in", "from"})


def party_phrase(token: Token) -> Span:
    """A head with what stands before it, and the place or state that it is of; an apposition belongs to it."""
    actor = actor_at(token)
    if token.tag_ == "PRP$":
        return Span(token.doc, token.i, token.i + 1)
    before = [found.left_edge.i for found in hanging(token, BEFORE_HEAD) if found.i < token.i]
    start = min([token.i, *before, *([actor.start] if actor is not None else [])])
    while start < token.i and token.doc[start].pos_ in OUTSIDE:
        start += 1
    end = max(token.i + 1, actor.end if actor is not None else 0)
    for dep, found in below(token):
        if dep == "prep" and found.i == end and found.lower_ in BELONGING:
            inner = child(found, "pobj")
            if inner is not None and (found.lower_ != "from" or actor_at(inner) is not None):
                end = max(inner.i + 1, _belonging(inner))
        elif dep == "appos" and found.i > token.i:
            end = max(end, found.i + 1)
    return Span(token.doc, start, max(end, _named_after(token, end)))


def _belonging(noun: Token) -> int:
    """Where what a noun is of ends, if it is somebody's: "the wife of the president of Norland"."""
    for found in children(noun, "prep"):
        owner = child(found, "pobj")
        is_whose = found.lower_ in ("of", "in") and found.i == noun.i + 1
        if is_whose and owner is not None and actor_at(owner) is not None:
            return max(owner.i + 1, _belonging(owner))
    return 0


def _named_after(token: Token, end: int) -> int:
    """Where the name ends that follows an office: "the top diplomat, Wang Yi,", "Chancellor of Germany Olaf Scholz"; 0
    without one."""
    doc, office = token.doc, actor_at(token)
    if office is None or office.label_ != "office" or end + 1 >= len(doc):
        return 0
    is_parted = doc[end].text == ","
    name = actor_at(doc[end + is_parted])
    if name is None or name.label_ != "person" or name.start != end + is_parted:
        return 0
    if not is_parted:
        return name.end
    if name.root.dep_ in ("nsubj", "nsubjpass"):
        return 0
    return name.end if name.end >= len(doc) or doc[name.end].is_punct else 0
