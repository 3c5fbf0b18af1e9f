"""What kind of clause a verb heads: one of what there is, one of what might have been."""

from spacy.tokens import Token

from onrecord.annotate.grammar import children


def is_existential(head: Token) -> bool:
    """Whether "there" is the subject of the verb, or of what the word completes: "there was no call"."""
    verb = head if head.pos_ in ("AUX", "VERB") else head.head
    return any(token.lower_ == "there" for token in children(verb, "expl"))


def is_counterfactual(verb: Token) -> bool:
    """Whether it did not happen: "would have come"."""
    return any(token.lower_ == "have" for token in children(verb, "aux"))
