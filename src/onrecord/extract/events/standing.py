"""What the words above a trigger make of it: refused, planned, wanted, put off, or covered by another event."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.annotate.grammar import child, children
from onrecord.extract.events.triggers import Trigger, complements
from onrecord.lexicon.dates import DateKind, load_date_words
from onrecord.lexicon.frames import Effect, FrameTable
from onrecord.model import EventType

SUPERLATIVES = frozenset({"first", "second", "third", "last", "latest", "only", "next"})  # "the first to visit" did
ABOVE = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "nsubj", "attr", "oprd", "dative", "acomp", "csubj", "obj"})
VISIT = "visit"  # the mode of frames whose event leads somebody somewhere
NOMINAL = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "oprd", "dative", "obj"})


@dataclass(slots=True)
class Standing:
    """How a trigger stands in its sentence.

    `support` is the verb that makes a noun happen, `clause` the verb whose clause it stands in, `reporter` the verb
    that reports it. A noun is an occasion in "after talks". `covering` is the trigger above of whose event this is
    a part.
    """

    effects: set[Effect] = field(default_factory=set)
    support: Token | None = None
    clause: Token | None = None
    reporter: Token | None = None
    is_occasion: bool = False
    covering: Trigger | None = None


@dataclass(frozen=True, slots=True)
class Climb:
    """One way up from a trigger: what is known on it, and what has been learnt."""

    table: FrameTable
    above: Mapping[int, Trigger]
    standing: Standing
    tops: Collection[int] = ()


def standing(trigger: Trigger, above: Mapping[int, Trigger], table: FrameTable, tops: Collection[int] = ()) -> Standing:
    """The standing of a trigger among all triggers of its Doc; the tokens of the numbers `tops` have no say."""
    climb = Climb(table, above, Standing(), tops)
    current: Token | None = trigger.token
    while current is not None:
        is_first = current == trigger.token or (trigger.token.dep_ == "acomp" and current == trigger.token.head)
        current = _step(current, climb, is_first=is_first)
    return climb.standing


def _step(token: Token, climb: Climb, *, is_first: bool) -> Token | None:
    """One step up; None where what is above has no say."""
    result = climb.standing
    if token.pos_ in ("VERB", "AUX") and token.dep_ != "aux":
        helpers = list(_helpers(token))
        result.effects |= set(_own_effects(helpers, climb.table))
        result.clause = result.clause or token
        modal = next((climb.above[helper.i] for helper in helpers if helper.i in climb.above), None)
        if modal is not None and is_first:
            result.covering = modal
            return None
    head = token.head
    if head == token or head.i in climb.tops or (head.pos_ == "ADP" and head.head.i in climb.tops):
        return None
    covering = climb.above.get(head.i)
    if covering is not None and _covers(covering, token, is_first=is_first):
        result.covering = covering
        return None
    handler = HANDLERS.get(token.dep_)
    return handler(token, climb) if handler is not None else None


def _covers(covering: Trigger, token: Token, *, is_first: bool) -> bool:
    """Whether a governing trigger covers what hangs on it here."""
    if is_first and token == covering.object:
        return True
    return covering.frame.governs and any(found == token for found in complements(covering))


def _helpers(verb: Token) -> Iterator[Token]:
    """A verb's auxiliaries, negation and conjunction; a joined verb shares the first one's."""
    yield from children(verb, "aux", "neg", "mark")
    if verb.dep_ == "conj" and _is_same_form(verb, verb.head) and child(verb, "aux", "nsubj") is None:
        yield from children(verb.head, "aux", "neg")


def _own_effects(helpers: Iterable[Token], table: FrameTable) -> Iterator[Effect]:
    for helper in helpers:
        if helper.dep_ == "neg":
            yield Effect.NOT
        else:
            effect = table.effect("mark" if helper.dep_ == "mark" else "aux", helper.lower_)
            if effect is not None:
                yield effect


def _is_same_form(verb: Token, other: Token) -> bool:
    """Whether two joined verbs can share an auxiliary; the tagger often takes a bare form for a present."""
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} == {"VB", "VBP"}


def _joined(token: Token, climb: Climb) -> Token | None:
    """A joined word stands as the word that it is joined to."""
    if token.pos_ in ("VERB", "AUX") and child(token, "nsubj", "nsubjpass") is not None:
        return None  # a clause of its own
    return _skip(token.head, climb)


def _skip(token: Token, climb: Climb) -> Token | None:
    """What is above a word, whose own auxiliaries have no say."""
    head = token.head
    if head == token or (head.pos_ == "ADP" and head.head.i in climb.tops):
        return None
    covering = climb.above.get(head.i)
    if covering is not None and _covers(covering, token, is_first=False):
        climb.standing.covering = covering
        return None
    handler = HANDLERS.get(token.dep_)
    return handler(token, climb) if handler is not None else None


def _below(token: Token, climb: Climb) -> Token | None:
    """An object, a subject or a complement: the word above may say what becomes of it."""
    head, result = token.head, climb.standing
    if token.dep_ in NOMINAL:
        _supported(token, head, climb)
        return head
    if token.dep_ == "ccomp":
        effect = climb.table.effect("verb", head.lemma_.lower())
        if effect in (Effect.WANTED, Effect.DENIED, Effect.POSSIBLE):
            result.effects.add(effect)
        result.reporter = result.reporter or head
        return head
    if token.dep_ == "acomp" or (token.pos_ == "ADJ" and head.pos_ == "VERB"):  # "made clear that"
        return head
    form = "adjective" if head.pos_ == "ADJ" else "verb"
    result.effects.add(climb.table.effect(form, _with_particle(head, climb, form)) or Effect.WANTED)
    return head


def _supported(noun: Token, verb: Token, climb: Climb) -> None:
    """A noun that a verb makes happen, puts off or only thinks of."""
    result = climb.standing
    effect = climb.table.effect("support", _with_particle(verb, climb, "support"))
    if effect is None or (effect is Effect.POSSIBLE and child(verb, "oprd") is not None):  # "consider it a threat"
        return
    result.effects.add(effect)
    result.support = result.support or verb


def _with_particle(verb: Token, climb: Climb, form: str) -> str:
    """The lemma, with its particle where the two are an operator of their own."""
    lemma = verb.lemma_.lower()
    particle = child(verb, "prt")
    whole = f"{lemma} {particle.lower_}" if particle is not None else lemma
    return whole if climb.table.effect(form, whole) is not None else lemma


def _adverbial(token: Token, climb: Climb) -> Token | None:
    """An adverbial clause stands for itself; an infinitive is only a purpose, or tells of what a noun is.

    "Reaffirmed the readiness of Norland to help" is parsed as if to help was what it was reaffirmed for.
    """
    if is_infinitive(token):
        nouns = (climb.above.get(found.i) for found in children(token.head, "dobj"))
        noun = next((one for one in nouns if one is not None and _covers(one, token, is_first=False)), None)
        if noun is not None:
            climb.standing.covering = noun
            return None
        climb.standing.effects.add(Effect.WANTED)
    return None


def _modifying(token: Token, climb: Climb) -> Token | None:
    """A clause on a noun stands for itself; an infinitive takes what the noun says: "plans to meet".

    A that-clause is what the noun says, and stands as the noun does: "denied charges that it had helped".
    """
    noun = token.head
    mark = child(token, "mark")
    if token.dep_ == "acl" and (mark is None or mark.lower_ == "that") and child(token, "nsubj", "nsubjpass"):
        return noun
    if (
        not is_infinitive(token)
        or noun.lower_ in SUPERLATIVES
        or any(word.lower_ in SUPERLATIVES for word in children(noun, "amod"))
    ):
        return None
    climb.standing.effects.add(climb.table.effect("noun", noun.lemma_.lower()) or Effect.WANTED)
    return noun


def _after_preposition(token: Token, climb: Climb) -> Token | None:
    """What follows a preposition: "after talks" stands for itself, "a round of talks" as the round does."""
    preposition, result = token.head, climb.standing
    head = preposition.head
    covering = climb.above.get(head.i)
    if covering is not None and _leads_to_complement(covering, preposition, token):
        result.covering = covering
        return None
    if preposition.lower_ == "for" and covering is not None and covering.frame.mode == VISIT and head.pos_ == "VERB":
        result.is_occasion, result.clause = True, result.clause or head
        return head  # "flew to Belm for talks with" stands as the flight does
    if head.pos_ in ("NOUN", "PROPN") and preposition.lower_ in ("of", "for"):
        return _after_noun(token, head, climb)
    effect = climb.table.effect("prep", preposition.lower_)
    result.is_occasion = climb.table.effect("occasion", preposition.lower_) is not None
    if effect is not None:
        result.effects.add(effect)
    elif token.dep_ == "pcomp" and not (preposition.lower_ == "with" and child(token, "nsubj") is not None):
        result.effects.add(Effect.WANTED)  # not so in "with both armies staging drills"
    result.clause = result.clause or _verb_above(head)
    return None


def _leads_to_complement(covering: Trigger, preposition: Token, token: Token) -> bool:
    """Whether what follows a preposition is what a trigger governs: "agreed to talks"."""
    is_agreed = covering.frame.type is EventType.AGREE and preposition.lower_ == "to"
    return covering.frame.governs and (preposition in covering.rest or token.dep_ == "pcomp" or is_agreed)


def _after_noun(token: Token, noun: Token, climb: Climb) -> Token | None:
    """What a noun is of or for: "two days of talks", "a round of talks", "the hope of meeting"."""
    word = load_date_words().get(noun.lower_)
    if word is not None and word.kind is DateKind.UNIT:
        return noun
    effect = climb.table.effect("noun", noun.lemma_.lower())
    if effect is None:
        if token.dep_ == "pcomp":
            climb.standing.effects.add(Effect.WANTED)
        return None
    climb.standing.effects.add(effect)
    return noun


def _verb_above(token: Token) -> Token | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def _at_verb(token: Token, _: Climb) -> Token | None:
    """An auxiliary stands where its verb does."""
    return token.head


def _part_of_a_name(_: Token, climb: Climb) -> Token | None:
    """ "peace talks process", "the visit's end": a word inside another noun's name tells of no event."""
    climb.standing.effects.add(Effect.WANTED)
    return None


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands after "to"."""
    return any(found.tag_ == "TO" for found in children(verb, "aux"))


HANDLERS: Mapping[str, Callable[[Token, Climb], Token | None]] = {
    "conj": _joined,
    "aux": _at_verb,
    "advcl": _adverbial,
    "relcl": _modifying,
    "acl": _modifying,
    "pobj": _after_preposition,
    "pcomp": _after_preposition,
    "compound": _part_of_a_name,
    "poss": _part_of_a_name,
    **dict.fromkeys(ABOVE, _below),
}
