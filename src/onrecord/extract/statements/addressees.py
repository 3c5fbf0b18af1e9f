"""Whom a speaker addresses, by the words around the cue: "told reporters", "said to him", "called on Beijing to"."""

from collections.abc import Collection, Container, Iterator

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.grammar import agent, child, children, is_passive, phrase, subject
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.speakers import speaker_span
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.cues import Complement
from onrecord.model import Act

TO = ("to",)
WITH = ("with",)
UNADDRESSED = (Act.ACCUSE, Act.PROMISE)  # "accused Iran of", "agreed with Iran to": these need not be told to Iran


def addressee_of(found: CueVerb, content: Collection[int], light: Container[str]) -> Span | None:
    """The phrase that names the addressee of a cue verb; `light` are verbs that only say that their object is said."""
    told = _told(found)
    if told is not None:
        return phrase(told)
    verb = found.verb
    candidates = [*_asked(found), *(token for head in (verb, *found.rest) for token in _after(head, TO))]
    if found.cue.act is Act.ASSERT:
        candidates += _after(verb, WITH)  # "discussed trade with Orlen", not "praised the deal with Orlen"
    if found.cue.act not in UNADDRESSED:
        candidates += _thanked(found)
    whom = next(
        (token for token in candidates if token.i > verb.i and token.i not in content and _is_somebody(token)), None
    )
    if whom is None and verb.lemma_.lower() in light and (thing := child(verb, "dobj")) is not None:
        whom = next((token for token in _after(thing, TO) if _is_somebody(token)), None)  # "expressed thanks to Orlen"
    return speaker_span(whom) if whom is not None else None


def company(occasion: Token) -> Span | None:
    """With or to whom an occasion was: "a phone call with Orlen", "a letter to Orlen"."""
    whom = next((token for token in _after(occasion, (*WITH, *TO)) if _is_somebody(token)), None)
    return speaker_span(whom) if whom is not None else None


def _told(found: CueVerb) -> Token | None:
    """ "told his counterpart that", "urged Beijing to", "said to reporters that"."""
    verb = found.verb
    if Complement.PERSON_INFINITIVE not in found.cue.takes and child(verb, "ccomp") is None:
        return None
    if is_passive(verb) and agent(verb) is not None:  # "was told by Orlen that"
        heard = (token for token in children(verb, "nsubjpass") if can_speak(token) and token.lower_ != "it")
        return next(heard, None)
    whom = child(verb, "dative", "dobj")
    if whom is not None and whom.dep_ == "dative" and whom.pos_ == "ADP":
        whom = child(whom, "pobj")
    if whom is not None and whom.i > verb.i and whom.lower_ != "it" and can_speak(whom):
        return whom
    infinitive = next((part for part in children(verb, "ccomp") if child(part, "aux") is not None), None)
    is_asked = infinitive is not None and any(aux.lower_ == "to" for aux in children(infinitive, "aux"))
    if infinitive is not None and is_asked and Complement.PERSON_INFINITIVE in found.cue.takes:
        return subject(infinitive)
    return None


def _asked(found: CueVerb) -> Iterator[Token]:
    """ "called on Beijing to return": who stands after the preposition of the cue."""
    if Complement.PERSON_INFINITIVE in found.cue.takes:
        for word in found.rest:
            yield from children(word, "pobj")


def _thanked(found: CueVerb) -> Iterator[Token]:
    """ "thanked Orlen for his help", "informed Orlen about it"."""
    if any(word.pos_ in ("ADP", "SCONJ") for word in found.rest):
        yield from children(found.verb, "dobj")


def _after(head: Token, prepositions: Container[str]) -> Iterator[Token]:
    for preposition in children(head, "prep", "dative"):
        if preposition.lower_ in prepositions:
            yield from children(preposition, "pobj")


def _is_somebody(token: Token) -> bool:
    """Whether a noun is somebody and not just a name of something: "to reporters", not "to New Delhi's plans"."""
    actor = actor_at(token)
    if actor is not None:
        return token == actor.root
    return can_speak(token) and (token.pos_ != "PROPN" or child(token, "det") is None)
