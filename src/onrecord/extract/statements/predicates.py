"""What a content's main clauses say of whom: the predicate, its subject's party, its modality and negation."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from onrecord.annotate.columns import columns, hanging
from onrecord.annotate.grammar import child, children, is_passive, subject
from onrecord.annotate.mentions import mention
from onrecord.annotate.quotes import quote_of
from onrecord.extract.statements.speakers import speaker_span
from onrecord.lexicon.modals import Modal, ModalForm
from onrecord.model import Modality

INCLUSIVE = frozenset({"we", "us", "our", "ours"})
SINGULAR = frozenset({"i", "me", "my", "mine"})
SECOND = frozenset({"you", "your", "yours"})
ALL = frozenset({"both", "two", "all"})  # "both sides", "the two countries", "all parties"
PARTIES = frozenset({"sides", "parties"})  # "the sides", where nothing tells which
THIRD = frozenset({"he", "she", "they"})  # in what somebody is reported to say, mostly himself
MOST = 8  # main clauses of one content; more are a broken parse or a speech
COPULAS = frozenset({"be", "remain", "become", "seem", "stay"})
VERBAL = ("VERB", "AUX")
COMPLETING = frozenset(
    {"dobj", "attr", "acomp", "oprd", "prt", "prep", "advmod", "amod", "compound", "dative"}
)  # relations to a verb
WITHIN = frozenset({"amod", "compound", "pobj", "prep"})  # and to what completes it


class Party(StrEnum):
    """Whom a clause speaks of, seen from the speaker."""

    SELF = "self"  # the speaker, or his state
    WE = "we"  # the speaker's side or both: the words leave it open
    BOTH = "both"  # the two sides together
    STATE = "state"  # a state, where nothing tells whether it is the speaker's
    OTHER = "other"  # another state, person or body, or "you"
    THING = "thing"
    NOBODY = "nobody"  # infinitives and "it is important to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One main clause: `head` is its verb, adjective or noun, `deed` the verb that a modal word leads to, or the head.

    `rest` are the lemmas of what completes it: an attribute, an object, a particle. `under` is the modality that the
    clause would have without its condition.
    """

    head: Token
    deed: Token
    party: Party
    modality: Modality
    negated: bool
    led: Party  # the party of the deed's own subject: "we hope [you] will"
    rest: frozenset[str]
    under: Modality = Modality.NONE
    is_phrase: bool = False  # no clause: "its readiness to talk"


class ModalTable:
    """The modal words by form."""

    def __init__(self, modals: Iterable[Modal]) -> None:
        self._words: Mapping[tuple[ModalForm, str], Modality] = {
            (modal.form, word): modal.modality for modal in modals for word in modal.words
        }

    def modality(self, form: ModalForm, word: str) -> Modality | None:
        """The modality that a word of this form gives."""
        return self._words.get((form, word))


def predicates(doc: Doc, content: Collection[int], own: str | None, table: ModalTable) -> list[Predicate]:
    """The main clauses of a content. `own` is the speaker's country, where known."""
    inside = frozenset(content)
    read = columns(doc)
    topmost = [index for index in content if read.heads[index] not in inside or read.deps[index] == "ROOT"]
    roots = [doc[index] for index in topmost if read.pos[index] in VERBAL]
    if not roots:
        roots = [doc[index] for index in topmost[:1]]
        nouns = (noun for root in roots for noun in (root, *root.conjuncts) if noun.i in inside)
        return [_nominal(noun, table) for noun in nouns if noun.pos_ in ("NOUN", "PROPN", "ADJ")]
    heads = [verb for root in roots for verb in _joined(root, inside)]
    return [_predicate(verb, inside, own, table) for verb in heads[:MOST]]


def _joined(verb: Token, inside: Container[int]) -> Iterator[Token]:
    """A verb and those joined to it within the content."""
    yield verb
    for found in children(verb, "conj", "ccomp", "parataxis"):
        is_clause = found.pos_ in VERBAL and found.i in inside
        if is_clause and (found.dep_ == "conj" or (found.i < verb.i and subject(found) is not None)):
            yield from _joined(found, inside)


def _nominal(noun: Token, table: ModalTable) -> Predicate:
    modality = table.modality(ModalForm.NOUN, noun.lemma_.lower()) or Modality.NONE
    deed = next((found for found in children(noun, "acl", "relcl") if found.tag_ == "VB"), noun)
    return Predicate(
        head=noun,
        deed=deed,
        party=Party.NOBODY,
        modality=modality,
        negated=False,
        led=Party.NOBODY,
        rest=frozenset((*_lemmas(noun), *_lemmas(deed))),
        is_phrase=True,
    )


def _predicate(verb: Token, inside: Container[int], own: str | None, table: ModalTable) -> Predicate:
    head = _complement(verb) or verb
    modality, deed = _modality(verb, head, table)
    who = _subject(verb, deed)
    is_own = (who is None and _is_spoken(verb)) or (modality is Modality.DESIRED and _is_expletive(subject(verb)))
    party = Party.SELF if is_own else _party(who, own)
    return Predicate(
        head=head,
        deed=deed,
        party=party,
        modality=Modality.CONDITIONAL if _is_conditional(verb, inside, table) else modality,
        negated=_is_denied(verb, head) or (deed is not head and _is_denied(deed, deed)),
        led=_party(subject(deed), own) if deed is not verb and deed is not head else Party.NOBODY,
        rest=frozenset((*_lemmas(verb), *_lemmas(head), *_lemmas(deed), head.lemma_.lower(), head.lower_)),
        under=modality,
    )


def _complement(verb: Token) -> Token | None:
    """The adjective or noun that a copula predicates: "is ready", "is a provocation"."""
    if verb.lemma_.lower() not in COPULAS:
        return None
    return child(verb, "acomp", "attr", "oprd")


def _modality(verb: Token, head: Token, table: ModalTable) -> tuple[Modality, Token]:
    """The modality of a clause, and the verb of what it leads to."""
    infinitive = child(head, "xcomp", "ccomp", "advcl", "acl") or child(verb, "xcomp", "ccomp") or _to_clause(verb)
    leads = infinitive is not None and infinitive.pos_ in VERBAL
    led = infinitive if infinitive is not None and leads else head
    if head is not verb:
        form = ModalForm.ADJECTIVE if head.pos_ in ("ADJ", "VERB") else ModalForm.NOUN
        told = table.modality(form, head.lemma_.lower()) or table.modality(form, head.lower_)
        told = told if leads or told is not Modality.NECESSARY else None  # "it is important to talk", not "talks are"
    else:
        told = table.modality(ModalForm.VERB, verb.lemma_.lower()) if leads else None
        told = told if verb.lemma_.lower() != "go" or verb.tag_ == "VBG" else None
        told = told or (table.modality(ModalForm.ADJECTIVE, verb.lower_) if leads and is_passive(verb) else None)
    if told is not None:
        return told, led
    by_helper = (table.modality(ModalForm.AUXILIARY, helper.lower_) for helper in _helpers(verb))
    found = next((modality for modality in by_helper if modality is not None), None)
    if found is None and _is_mandative(verb):
        return Modality.NECESSARY, head
    if found is None:
        adverbs = (table.modality(ModalForm.ADVERB, adverb.lower_) for adverb in children(verb, "advmod"))
        found = next((modality for modality in adverbs if modality is not None), None)
    return found or Modality.NONE, head


def _is_mandative(verb: Token) -> bool:
    """Whether a bare verb tells what somebody is to do: "insisted that Iran stop"."""
    own = subject(verb)
    return verb.tag_ == "VB" and verb.dep_ == "ccomp" and own is not None and child(verb, "aux") is None


def _is_expletive(token: Token | None) -> bool:
    return token is not None and token.lower_ in ("it", "there") and token.pos_ == "PRON"


def _is_spoken(verb: Token) -> bool:
    """Whether a verb without a subject is what the speaker does: "Thank you", not "to thank"."""
    return verb.tag_ in ("VB", "VBP") and verb.dep_ == "ROOT" and child(verb, "aux") is None


def _to_clause(verb: Token) -> Token | None:
    """The infinitive that the parse hangs on the copula: "is important | for us to talk"."""
    clauses = (clause for clause in children(verb, "advcl") if clause.tag_ == "VB" and clause.i > verb.i)
    return next((clause for clause in clauses if any(aux.tag_ == "TO" for aux in children(clause, "aux"))), None)


def _helpers(verb: Token) -> Iterator[Token]:
    """The auxiliaries of a verb, or of the one that it is joined to: "must stop and return"."""
    own = [*children(verb, "aux"), *((verb,) if verb.tag_ == "MD" else ())]  # "Yes, we will"
    if not own and verb.dep_ == "conj" and subject(verb) is None and verb.tag_ in ("VB", verb.head.tag_):
        yield from _helpers(verb.head)
    yield from own


def _is_conditional(verb: Token, inside: Container[int], table: ModalTable) -> bool:
    return any(
        table.modality(ModalForm.MARK, mark.lower_) is Modality.CONDITIONAL
        for clause in children(verb, "advcl", "prep")
        if clause.i in inside
        for mark in (clause, *children(clause, "mark"))
    )


def _is_denied(verb: Token, head: Token) -> bool:
    own = bool(hanging(verb, ("neg",)) or hanging(head, ("neg",)))
    thing = child(verb, "dobj", "attr", "nsubj", "nsubjpass")
    return own or (thing is not None and any(found.lower_ in ("no", "neither") for found in children(thing, "det")))


def _subject(verb: Token, deed: Token) -> Token | None:
    """Of whom a clause speaks; of "it is important that X ..." and "for X to" that is X."""
    own = subject(verb)
    if own is not None and _is_expletive(own) and deed is not verb:
        inner = subject(deed)
        whom = next((child(prep, "pobj") for prep in children(deed, "prep") if prep.lower_ == "for"), None)
        return inner or whom or (None if deed.pos_ in VERBAL else own)
    if own is None and verb.dep_ == "conj":
        return _subject(verb.head, verb.head)
    return own


def _party(who: Token | None, own: str | None) -> Party:
    if who is None:
        return Party.NOBODY
    word = who.lower_
    if word in INCLUSIVE:
        return Party.WE
    is_third = word in THIRD and who.pos_ == "PRON"
    is_quoted = is_third and quote_of(who.doc)[who.i] >= 0  # in his own words "he" is somebody else
    if word in SINGULAR or (is_third and not is_quoted):
        return Party.SELF
    if word in SECOND or is_quoted:
        return Party.OTHER
    read = columns(who.doc)
    before = {read.words[index] for index in read.children[who.i]} | {word}
    if before & ALL or hanging(who, ("conj",)):
        return Party.BOTH if word in ALL or _points(who) else Party.THING
    if word in PARTIES and before <= {"the", word}:
        return Party.BOTH
    if before & (INCLUSIVE | SINGULAR):
        return Party.SELF if _points(who) else Party.THING
    return _named_party(who, own)


def _points(noun: Token) -> bool:
    read = mention(speaker_span(noun))
    return read.country is not None or read.actor is not None or read.plural or read.name is not None


def _named_party(who: Token, own: str | None) -> Party:
    read = mention(speaker_span(who))
    if read.country is not None and read.country == own:
        return Party.SELF
    if read.actor is None and read.name is None and (read.country is None or who.pos_ != "PROPN"):
        return Party.THING
    return Party.STATE if own is None and read.country is not None else Party.OTHER


def _lemmas(token: Token) -> Iterator[str]:
    """The lemmas of what completes a word: objects, attributes, particles, what modifies them."""
    read = columns(token.doc)
    for found in read.children[token.i]:
        if read.deps[found] in COMPLETING:
            yield read.lemmas[found]
            yield from (read.lemmas[inner] for inner in read.children[found] if read.deps[inner] in WITHIN)
