"""Reports that a verb makes: "Wang said (that) X", "urged Y to do X", "stressed the importance of X"."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from onrecord.annotate.grammar import child, children, is_passive, phrase, subject
from onrecord.extract.statements.cues import CueVerb
from onrecord.extract.statements.negation import is_denied
from onrecord.extract.statements.neighbours import neighbours
from onrecord.extract.statements.nouns import noun_clause
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import is_date, own_words, speaker_of, speaker_span
from onrecord.extract.statements.tails import narration, reaching_on
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.cues import Complement
from onrecord.model import Act

# Prepositions that tell of the saying and not of what was said: "stressed X in Geneva". Any other right after an object
# carries it on though the parser hangs it on the verb: "expressed concern | over X".
CIRCUMSTANCES = frozenset({"in", "at", "during", "with", "by", "to", "via", "through", "after", "before", "from"})
# With "to" or a modal these tell what may be done and not what was said: "to address challenges", "must defend it".
FINITE_ONLY = (Complement.OBJECT, Complement.INFINITIVE, Complement.AS)
LONGEST_CUE = 6  # tokens; a longer span holds more than the cue, and then the verb alone is the cue
LONGEST_ASIDE = 10  # tokens of a parenthetical cue clause: ", he acknowledged on Monday,"
APOSTROPHES = ("’", "'")
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
            yield _report(found, f"statement/{rule}", content, reading)
            return


def _report(found: CueVerb, rule: str, content: Content, reading: Reading) -> Report:
    cue = _cue_tokens(found)
    head = speaker_of(found.verb, reading)
    speaker = speaker_span(head) if head is not None else None
    own = set(range(cue[0], cue[-1] + 1)) | own_words(speaker, cue, content)
    addressee = _addressee(found)
    return Report(
        rule=rule,
        cue=cue,
        content=tuple(sorted(filled(content, found.verb, reading) - own)),
        speaker=speaker,
        addressee=phrase(addressee) if addressee is not None else None,
        act=found.cue.act,
        negated=is_denied(found.verb),
        attitude=reading.attitude(found.cue),
    )


def filled(content: Content, verb: Token, reading: Reading) -> Content:
    """The content with every quotation that it touches made whole, but for one that the cue itself stands in."""
    numbers = {reading.number[index] for index in content if not verb.doc[index].is_punct} - {
        -1,
        reading.number[verb.i],
    }
    for number in numbers:
        quotation = reading.spans[number]
        content = content | set(range(quotation.start, quotation.end))
    own = reading.of(verb.i)
    return content if own is None else {index for index in content if own.start < index < own.end - 1}


def _is_unsaid(verb: Token) -> bool:
    """Whether nobody is reported to have said it: imperatives, "you could say", conditions."""
    if verb.tag_ == "VB" and subject(verb) is None and verb.dep_ in ("ROOT", "ccomp") and child(verb, "aux") is None:
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, "aux", "auxpass", "agent") is None:
        return True  # "Asked about the ships, she laughed": it is not she who asks
    own = subject(verb)
    return own is not None and own.lower_ in ("you", "one", "what")


def _only_performs(verb: Token, reading: Reading) -> bool:
    """Whether a verb of will only leads to the cue: "I want to thank you" thanks."""
    return any(part.i in reading.cues and _is_performed(part) for part in children(verb, "xcomp", "ccomp"))


def _is_performed(verb: Token) -> bool:
    """Whether an infinitive is what "I" or "we" do by saying it: "I would like to note"."""
    own = subject(verb.head) if verb.dep_ in ("xcomp", "ccomp") and subject(verb) is None else None
    return own is not None and own.lower_ in ("i", "we")


def _is_mute(found: CueVerb, reading: Reading) -> bool:
    """Whether no one is named who could say or want something: "waters", "the launch", "those who support it"."""
    head = speaker_of(found.verb, reading)
    if head is None:
        return not found.cue.speech and not is_passive(found.verb)  # "plans supporting trade"; not "is believed to"
    return head.tag_ == "DT" or not can_speak(head)


def _is_bare(verb: Token) -> bool:
    """Whether the verb is an infinitive, a gerund, or stands under a modal."""
    if verb.dep_ == "pcomp":
        return True
    if verb.tag_ == "VB" and verb.dep_ == "conj" and child(verb, "aux") is None:
        return _is_bare(verb.head)  # "should recall its ships and reject a border"
    return verb.tag_ == "VB" and any(aux.lower_ == "to" or aux.tag_ == "MD" for aux in children(verb, "aux"))


def _cue_tokens(found: CueVerb) -> tuple[int, ...]:
    tokens = found.tokens()
    if tokens[-1] - tokens[0] < LONGEST_CUE:
        return tuple(range(tokens[0], tokens[-1] + 1))
    return (found.verb.i,)


def _addressee(found: CueVerb) -> Token | None:
    """Whom the speaker addresses: "told his counterpart", "urged Beijing to", "said to reporters"."""
    verb = found.verb
    if Complement.PERSON_INFINITIVE in found.cue.takes or child(verb, "ccomp") is not None:
        whom = child(verb, "dative", "dobj")
        if whom is not None and whom.dep_ == "dative" and whom.pos_ == "ADP":
            whom = child(whom, "pobj")
        if whom is not None and whom.i > verb.i and whom.lower_ != "it" and can_speak(whom):
            return whom
        infinitive = _to_clause(verb, "ccomp")
        if infinitive is not None and Complement.PERSON_INFINITIVE in found.cue.takes:
            return subject(infinitive)
    return None


def _clause(found: CueVerb, reading: Reading) -> Content:
    verb = found.verb
    content: Content = set()
    for part in _parts(found, "ccomp", "parataxis"):
        if _to_clause(verb, "ccomp") == part and Complement.PERSON_INFINITIVE in found.cue.takes:
            continue
        if (part.dep_ == "ccomp" or part.i < verb.i) and not _is_apart(part, verb):
            content |= _subtree(part)
    if content and min(content) > verb.i:
        content = reaching_on(content, verb, reading)
    content = (content | neighbours(found, reading)) - narration(content, verb, reading)
    return content or _aside(found)


def _parts(found: CueVerb, *deps: str) -> Iterator[Token]:
    """What hangs from the verb, or from a word that completes it: "is confident | that ..."."""
    return (part for head in (found.verb, *found.rest) for part in children(head, *deps))


def _is_apart(part: Token, verb: Token) -> bool:
    """Whether a clause is not what was said: before "...: she said", or "finds itself moving"."""
    own = subject(part)
    is_reflexive = own is not None and own.lower_.endswith(("self", "selves"))
    return is_reflexive or (part.i < verb.i and any(token.text == ":" for token in verb.doc[part.i : verb.i]))


def _quote(found: CueVerb, reading: Reading) -> Content:
    content = neighbours(found, reading)
    for part in children(found.verb, "ccomp", "dobj", "parataxis", "oprd", "xcomp"):
        if any(reading.number[token.i] >= 0 for token in part.subtree):
            content |= _subtree(part)
    own = reading.number[found.verb.i]
    return content if any(reading.number[index] not in (-1, own) for index in content) else set()


def _infinitive(found: CueVerb, _: Reading) -> Content:
    if child(found.verb, "dobj") is not None:
        return set()
    heads = (found.verb, *found.rest)
    infinitive = next((part for head in heads if (part := _to_clause(head, "xcomp", "advcl")) is not None), None)
    return _subtree(infinitive) if infinitive is not None and infinitive.i > found.verb.i else set()


def _person_infinitive(found: CueVerb, _: Reading) -> Content:
    """ "urged Beijing to return": the content is "to return"; Beijing is the addressee."""
    own = subject(infinitive) if (infinitive := _to_clause(found.verb, "ccomp", "xcomp", "advcl")) is not None else None
    if infinitive is None or infinitive.i < found.verb.i:
        for prep in found.rest:  # "called on Beijing to return": the infinitive may hang on Beijing
            whom = child(prep, "pobj")
            infinitive = _to_clause(whom, "acl", "relcl") if whom is not None else None
            if infinitive is not None:
                return _subtree(infinitive)
        return set()
    return _subtree(infinitive) - (_subtree(own) if own is not None else set())


def _object(found: CueVerb, reading: Reading) -> Content:
    verb = found.verb
    if found.rest and found.rest[-1].pos_ in ("ADP", "SCONJ", "PART"):
        last = child(found.rest[-1], "pobj", "pcomp")
        if last is None or last.i < verb.i:
            return set()
        content = _subtree(found.rest[-1]) - {found.rest[-1].i} | _object_tails(verb, last)
        return reaching_on(content, verb, reading)
    if is_passive(verb):
        own = child(verb, "nsubjpass")
        return _subtree(own) if own is not None and child(verb, "agent") is not None and own.pos_ != "PRON" else set()
    things = (part for part in children(verb, "dobj", "xcomp") if part not in found.rest)
    thing = next((part for part in things if part.dep_ == "dobj" or part.tag_ == "VBG"), None)
    if thing is None or thing.i < verb.i or (thing.pos_ == "PRON" and found.cue.act is Act.ASSERT):
        return set()
    if found.cue.objects and thing.lemma_.lower() not in found.cue.objects:
        return set()
    if (
        thing.lemma_.lower() in reading.nouns
        and verb.lemma_.lower() in reading.light
        and noun_clause(thing) is not None
    ):
        return set()  # "expressed the hope that ...": the noun reports
    return reaching_on(_owner(verb, thing) | _subtree(thing) | _object_tails(verb, thing), verb, reading)


def _owner(verb: Token, thing: Token) -> Content:
    """The owner that a parser takes for a receiver: "reaffirmed [the States’] commitment"."""
    whom = child(verb, "dative")
    if whom is None or whom.i > thing.i or verb.doc[whom.i + 1].text not in APOSTROPHES:
        return set()
    return set(range(whom.left_edge.i, thing.left_edge.i))


def _object_tails(verb: Token, thing: Token) -> Content:
    """What carries on an object though it hangs on its verb: "expressed concern | over X", "calls | to do X"."""
    end = thing.right_edge.i
    for tail in verb.children:
        is_prep = tail.dep_ == "prep" and tail.lower_ not in CIRCUMSTANCES and not is_date(tail)
        is_infinitive = tail.dep_ in ("xcomp", "advcl", "ccomp") and tail.tag_ == "VB" and tail.left_edge.i == end + 1
        if tail.i > thing.i and (is_prep or is_infinitive):
            end = max(end, tail.right_edge.i)
    return set(range(thing.right_edge.i + 1, end + 1))


def _as(found: CueVerb, _: Reading) -> Content:
    """ "described X as Y", "called X Y": X and Y; where X stands before the verb, Y alone."""
    verb = found.verb
    content: Content = set()
    for part in verb.children:
        is_as = part.dep_ == "prep" and part.lower_ == "as"
        if part.i > verb.i and (is_as or part.dep_ in ("oprd", "attr", "acomp")):
            content |= _subtree(part) - ({part.i} if is_as else set())
        elif part.dep_ == "ccomp" and part.pos_ not in ("VERB", "AUX") and subject(part) is not None:
            content |= _subtree(part)
    if not content:
        return content
    thing = child(verb, "dobj")
    return content | _subtree(thing) if thing is not None and thing.i > verb.i else content


def _subtree(token: Token) -> Content:
    return {part.i for part in token.subtree}


def _to_clause(verb: Token, *deps: str) -> Token | None:
    """The infinitive that hangs from a verb by one of these relations."""
    return next(
        (part for part in children(verb, *deps) if any(aux.lower_ == "to" for aux in children(part, "aux"))),
        None,
    )


def _aside(found: CueVerb) -> Content:
    """The sentence around a parenthetical cue: "All of this, he acknowledged, could be undone"."""
    verb = found.verb
    own = subject(verb)
    if (
        own is None
        or verb.dep_ not in ("parataxis", "ccomp", "advcl", "conj", "relcl")
        or verb.head.pos_ not in ("VERB", "AUX")
    ):
        return set()
    aside = _subtree(verb)
    first, last = min(aside), max(aside)
    if len(aside) > LONGEST_ASIDE or child(verb, "mark", "cc") is not None or own.lower_ in ("who", "which", "that"):
        return set()
    doc = verb.doc
    is_parted = doc[first].is_punct or (first > 0 and doc[first - 1].is_punct)
    is_closed = doc[last].is_punct or last + 1 >= len(doc) or doc[last + 1].is_punct
    return _subtree(verb.head) - aside if is_parted and is_closed else set()


Builder = Callable[[CueVerb, Reading], Content]
BUILDERS: Iterable[tuple[str, Complement, Builder]] = (
    ("person-infinitive", Complement.PERSON_INFINITIVE, _person_infinitive),
    ("clause", Complement.CLAUSE, _clause),
    ("infinitive", Complement.INFINITIVE, _infinitive),
    ("as", Complement.AS, _as),
    ("object", Complement.OBJECT, _object),
    ("quotation", Complement.QUOTE, _quote),
)
