"""Reports that a verb makes: "Wang said (that) X", "urged Y to do X", "stressed the importance of X"."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotate.columns import sentence
from onrecord.annotate.grammar import child, children, is_passive, subject, subtree
from onrecord.extract.statements.addressees import addressee_of
from onrecord.extract.statements.asides import around_aside, cut_at_marks
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.misplaced import asked_if, before_aside, in_document, opening_of
from onrecord.extract.statements.negation import is_denied
from onrecord.extract.statements.neighbours import neighbours
from onrecord.extract.statements.objects import named_content, object_content
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import experiencer_of, own_words, speaker_of, speaker_span
from onrecord.extract.statements.tails import narration, reaching_on
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.cues import Complement
from onrecord.model.rules import StatementRule

# With "to" or a modal these tell what may be done and not what was said: "to address challenges", "must defend it".
FINITE_ONLY = (Complement.OBJECT, Complement.INFINITIVE, Complement.AS)
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})  # "those who support it" is nobody in particular
CONDITIONS = frozenset({"if", "unless"})
LONGEST_CUE = 6  # tokens; a longer span holds more than the cue, and then the verb alone is the cue
Content = set[int]


def clause_reports(found: CueVerb, reading: Reading) -> Iterator[Report]:
    """The report of one cue verb, or none: the first complement that its entry allows and the sentence has."""
    verb = found.verb
    if _is_unsaid(verb) or (not found.cue.speech and _only_performs(verb, reading)):
        return
    for rule, complement, builder in BUILDERS:
        if complement not in found.cue.takes:
            continue
        if (complement in FINITE_ONLY or not found.cue.speech) and _is_bare(verb) and not _is_performed(verb):
            continue
        if (complement in FINITE_ONLY or not found.cue.speech) and _is_mute(found, reading):
            continue
        content = builder(found, reading)
        if content:
            yield _report(found, rule, content, reading)
            return


def _report(found: CueVerb, rule: StatementRule, content: Content, reading: Reading) -> Report:
    cue = _cue_tokens(found, content)
    head = speaking(found, reading)
    speaker = speaker_span(head) if head is not None else None
    own = set(range(cue[0], cue[-1] + 1)) | own_words(speaker, cue, content)
    filled_content = filled(content, found.verb, reading) - own
    return Report(
        rule=rule,
        cue=cue,
        content=tuple(sorted(filled_content)),
        speaker=speaker,
        addressee=addressee_of(found, filled_content, reading.light),
        act=found.cue.act,
        negated=is_denied(found.verb),
        attitude=reading.attitude(found.cue),
    )


def speaking(found: CueVerb, reading: Reading) -> Token | None:
    """The head word of the phrase that names the speaker; of "was alarmed by reports" who was alarmed."""
    is_felt = found.cue.lemma.startswith("be ") and found.verb.tag_ == "VBN"
    return experiencer_of(found.verb) if is_felt else speaker_of(found.verb, reading)


def filled(content: Content, verb: Token, reading: Reading) -> Content:
    """The content with every quotation that it touches made whole, but for one that the cue itself stands in."""
    none = (-1, reading.number[verb.i])
    quoted = [index for index in content if reading.number[index] not in none]
    numbers = {reading.number[index] for index in quoted if not verb.doc[index].is_punct}
    for number in numbers:
        quotation = reading.spans[number]
        content = content | set(range(quotation.start, quotation.end))
    own = reading.of(verb.i)
    return content if own is None else {index for index in content if own.start < index < own.end - 1}


def _is_unsaid(verb: Token) -> bool:
    """Whether nobody is reported to have said it: imperatives, "you could say", conditions."""
    if _is_addressed(verb):
        return True
    if verb.tag_ == "VB" and subject(verb) is None and verb.dep_ in ("ROOT", "ccomp") and child(verb, "aux") is None:
        return True
    is_participle = verb.dep_ == "advcl" or (
        verb.dep_ == "acl" and verb.head.i == verb.i - 1 and verb.head.dep_ != "ROOT"
    )
    if verb.tag_ == "VBN" and is_participle and child(verb, "aux", "auxpass", "agent") is None:
        return True  # "Asked about the ships, she laughed": it is not she who asks; "a play called “Brokers”"
    own = subject(verb)
    return own is not None and own.lower_ in ("you", "one", "what") and child(own, "prep") is None  # "one of them said"


def _is_addressed(verb: Token) -> bool:
    """Whether a base form asks or thanks somebody: "Thank you for it", "Mr President, thank you"; "if Belm refuses"."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in CONDITIONS and verb.dep_ == "advcl":
        return True
    if verb.tag_ not in ("VB", "VBP") or child(verb, "aux") is not None:
        return False
    own = subject(verb)
    if own is None:
        return verb.i == sentence(verb)[0] or verb.dep_ == "ROOT"
    return own.tag_ == "NNP" and child(own, "conj") is None


def _only_performs(verb: Token, reading: Reading) -> bool:
    """Whether a verb of will only leads to the cue: "I want to thank you" thanks."""
    return any(part.i in reading.cues and _is_performed(part) for part in children(verb, "xcomp", "ccomp"))


def _is_performed(verb: Token) -> bool:
    """Whether an infinitive is what "I" or "we" do by saying it: "I would like to note"."""
    own = subject(verb.head) if verb.dep_ in ("xcomp", "ccomp") and subject(verb) is None else None
    return own is not None and own.lower_ in ("i", "we")


def _is_mute(found: CueVerb, reading: Reading) -> bool:
    """Whether no one is named who could say or want something: "waters", "the launch", "those who support it"."""
    head = speaking(found, reading)
    if head is None:
        return not is_passive(found.verb)  # "plans supporting trade"; not "is believed to"
    return head.lower_ in DEMONSTRATIVES or not can_speak(head)


def _is_bare(verb: Token) -> bool:
    """Whether the verb is an infinitive, a gerund, or stands under a modal."""
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        return subject(verb) is None  # "by calling it so"; not "with Varga calling it so"
    if verb.tag_ == "VB" and verb.dep_ == "conj" and child(verb, "aux") is None:
        return _is_bare(verb.head)  # "should recall its ships and reject a border"
    return verb.tag_ == "VB" and any(aux.lower_ == "to" or aux.tag_ == "MD" for aux in children(verb, "aux"))


def _cue_tokens(found: CueVerb, content: Content) -> tuple[int, ...]:
    tokens = found.tokens()
    between = range(tokens[0], tokens[-1] + 1)
    is_parted = bool(found.rest) and Complement.OBJECT not in found.cue.takes and not content.isdisjoint(between)
    if len(between) <= LONGEST_CUE and not is_parted:  # "[likened] the deal to a gift"
        return tuple(between)
    return (found.verb.i,)


def _clause(found: CueVerb, reading: Reading) -> Content:
    verb = found.verb
    content: Content = set()
    parts = [part for part in _parts(found, "ccomp", "parataxis") if not _is_asked(part, found)]
    parts = [part for part in parts if part.i < verb.i or not _is_closing(part, reading)]
    for part in parts:
        if (part.dep_ == "ccomp" or part.i < verb.i) and not _is_apart(part, verb, parts):
            content |= subtree(part)
    content = content or in_document(verb) or asked_if(found)
    if content and min(content) > verb.i:
        opening = opening_of(content, verb) | before_aside(content, verb, reading)
        content = opening | reaching_on(content, verb, reading)
    beside = neighbours(found, reading)
    if not content and Complement.OBJECT in found.cue.takes and _is_within_object(verb, beside):
        return set()  # "expressed “deep concern” for the town": the object is more than the quotation
    is_inner = (
        bool(content) and max(content) < verb.i and verb.head.i < min(content)
    )  # "Varga thinks X, a minister said"
    if is_inner or (not content and not _is_whole(beside, verb, reading)):
        content = around_aside(found, reading) or content
    content = (content | beside) - narration(content | beside, verb, reading)
    return cut_at_marks(content, found, reading)


def _is_asked(part: Token, found: CueVerb) -> bool:
    """Whether a clause is what somebody is to do: "asked the ministry to come"."""
    return Complement.PERSON_INFINITIVE in found.cue.takes and _to_clause(found.verb, "ccomp") == part


def _is_whole(quotation: Content, verb: Token, reading: Reading) -> bool:
    """Whether a quotation before a cue is all that was said: it opens its sentence, or is a sentence of its own."""
    if not quotation:
        return False
    first = min(quotation)
    opener = verb.doc[first + 1] if reading.number[first] >= 0 else verb.doc[first]
    return first > verb.i or first <= sentence(verb)[0] or opener.text[:1].isupper()


def _is_closing(part: Token, reading: Reading) -> bool:
    """Whether a parser hangs on a cue the cue that reports it: "Varga thinks the port is closed, a minister said"."""
    own = subject(part)
    if not reading.cues.get(part.i) or own is None or own.i > part.i or child(part, "ccomp", "dobj", "mark", "xcomp"):
        return False
    return part.doc[own.left_edge.i - 1].text == ","


def _is_within_object(verb: Token, quotation: Content) -> bool:
    thing = child(verb, "dobj")
    return thing is not None and thing.i > verb.i and thing.i in quotation


def _parts(found: CueVerb, *deps: str) -> Iterator[Token]:
    """What hangs from the verb, or from a word that completes it: "is confident | that ..."."""
    return (part for head in (found.verb, *found.rest) for part in children(head, *deps))


def _is_apart(part: Token, verb: Token, parts: Sequence[Token]) -> bool:
    """Whether a clause is not what was said: before "...: she said", or "finds itself moving".

    Nor is one before a cue that goes straight on to what it reports: "some were late; others said they were not".
    """
    own = subject(part)
    if own is not None and own.lower_.endswith(("self", "selves")):
        return True
    if part.i > verb.i:
        return False
    after = next((other for other in parts if other.i > verb.i and subject(other) is not None), None)
    is_straight = after is not None and not verb.doc[after.left_edge.i - 1].is_punct
    return is_straight or any(token.text == ":" for token in verb.doc[part.i : verb.i])


def _quote(found: CueVerb, reading: Reading) -> Content:
    content = neighbours(found, reading)
    for part in children(found.verb, "ccomp", "dobj", "parataxis", "oprd", "xcomp"):
        if any(reading.number[token.i] >= 0 for token in part.subtree):
            content |= subtree(part)
    own = reading.number[found.verb.i]
    return content if any(reading.number[index] not in (-1, own) for index in content) else set()


def _infinitive(found: CueVerb, _: Reading) -> Content:
    if child(found.verb, "dobj") is not None or is_passive(found.verb):
        return set()  # "is aimed to hurt" is nobody's aim
    heads = (found.verb, *found.rest)
    infinitive = next((part for head in heads if (part := _to_clause(head, "xcomp", "advcl")) is not None), None)
    return subtree(infinitive) if infinitive is not None and infinitive.i > found.verb.i else set()


def _passive_infinitive(found: CueVerb, _: Reading) -> Content:
    """ "is said to have left": what is said of the subject."""
    infinitive = _to_clause(found.verb, "xcomp") if is_passive(found.verb) else None
    return subtree(infinitive) if infinitive is not None and infinitive.i > found.verb.i else set()


def _person_infinitive(found: CueVerb, _: Reading) -> Content:
    """ "urged Beijing to return": the content is "to return"; Beijing is the addressee."""
    own = subject(infinitive) if (infinitive := _to_clause(found.verb, "ccomp", "xcomp", "advcl")) is not None else None
    if infinitive is None or infinitive.i < found.verb.i:
        for prep in found.rest:  # "called on Beijing to return": the infinitive may hang on Beijing
            whom = child(prep, "pobj")
            infinitive = _to_clause(whom, "acl", "relcl") if whom is not None else None
            if infinitive is not None:
                return subtree(infinitive)
        return set()
    return subtree(infinitive) - (subtree(own) if own is not None else set())


def _to_clause(verb: Token, *deps: str) -> Token | None:
    """The infinitive that hangs from a verb by one of these relations."""
    return next(
        (part for part in children(verb, *deps) if any(aux.lower_ == "to" for aux in children(part, "aux"))),
        None,
    )


Builder = Callable[[CueVerb, Reading], Content]
BUILDERS: Iterable[tuple[StatementRule, Complement, Builder]] = (
    (StatementRule.PERSON_INFINITIVE, Complement.PERSON_INFINITIVE, _person_infinitive),
    (StatementRule.CLAUSE, Complement.CLAUSE, _clause),
    (StatementRule.INFINITIVE, Complement.INFINITIVE, _infinitive),
    (StatementRule.INFINITIVE, Complement.CLAUSE, _passive_infinitive),
    (StatementRule.AS, Complement.AS, named_content),
    (StatementRule.OBJECT, Complement.OBJECT, object_content),
    (StatementRule.QUOTATION, Complement.QUOTE, _quote),
)
