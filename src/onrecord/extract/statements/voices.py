"""Which words point at somebody who can speak."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.lexicon.referents import Referent, ReferentNoun

QUANTIFIERS = frozenset({"DT", "JJ", "JJR", "JJS"})  # tags of subjects that stand for people: "some of them"
PERSONAL = frozenset({"he", "she"})


def can_speak(noun: Token) -> bool:
    """Whether a noun is known to point at somebody: a name, an actor, "officials", "a statement"."""
    is_name = noun.pos_ in ("PROPN", "PRON", "NUM") or noun.tag_ in QUANTIFIERS  # "the two agreed", "most want"
    return is_name or actor_at(noun) is not None or noun.lemma_.lower() in _referents(noun.doc)


def is_document(noun: Token) -> bool:
    """Whether a noun names something written or read out: "a letter", "her statement"."""
    known = _referents(noun.doc).get(noun.lemma_.lower())
    return known is not None and known.points_at is Referent.DOCUMENT


def is_person(token: Token) -> bool:
    """Whether a word names a person, or may: "he", a name that is no state's and no body's."""
    actor = actor_at(token)
    is_name = token.pos_ == "PROPN" if actor is None else actor.label_ == "person"
    return is_name or token.lower_ in PERSONAL


def _referents(doc: Doc) -> Mapping[str, ReferentNoun]:
    return actor_matcher(doc).referents
