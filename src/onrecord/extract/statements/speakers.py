"""Whose words a cue verb reports: its subject, or the one that it shares with the verb that governs it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.columns import sentence
from onrecord.annotate.dates import DATE, time_at
from onrecord.annotate.grammar import SUBJECTS, agent, child, children, is_passive, subject
from onrecord.extract.statements.report import Reading
from onrecord.extract.statements.voices import can_speak, is_document

RELATIVES = frozenset({"who", "which", "that", "whom"})
EXPLETIVES = frozenset({"it", "there"})
SHARING = (
    "acomp",
    "conj",
    "advcl",
    "xcomp",
    "acl",
    "pcomp",
    "prep",
    "dep",
    "ccomp",
)  # relations over which a subject is shared
OF_A_NAME = frozenset(
    {"of", "from", "for", "in", "at", "to", "with", "by"}
)  # "officials from", "envoy to", "advisor at"
JOINTS = frozenset({",", "?", "!", "…", "—", "–", "-"})  # a quotation with its speaker beside it ends with one
LONGEST_NAME = 7  # tokens of a quotation, its marks among them, that can be the name of a paper or a programme
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST = 4  # verbs up the tree; beyond that a shared subject is a guess


def speaker_of(verb: Token, reading: Reading) -> Token | None:
    """The head word of the phrase that names the speaker; None where the words name nobody."""
    if is_passive(verb):
        by = agent(verb)
        return _referent(by) if by is not None else None
    own = _nearest_subject(verb, reading)
    if own is not None:
        return None if own.lower_ in EXPLETIVES and own.pos_ == "PRON" and _is_impersonal(verb) else _referent(own)
    inverted = _inverted_subject(verb) or _after_quotation(verb, reading)
    return inverted or _shared(verb) or _opening_phrase(verb, reading)


def experiencer_of(participle: Token) -> Token | None:
    """Who feels what a participle says: "Ministers were alarmed by it", "ministers alarmed by it"."""
    own = subject(participle)
    return _referent(own) if own is not None else _shared(participle)


def _nearest_subject(verb: Token, reading: Reading) -> Token | None:
    """Of two subjects the nearer ("which she said was closed"); not one set off: "Police in Arden, a town, said"."""
    own = [token for token in children(verb, *SUBJECTS) if not _is_quoted(token, verb, reading)]
    own = [token for token in own if not _is_written_to(token, verb)]
    before = [token for token in own if token.i < verb.i and token.dep_ == "nsubj"]
    if len(before) > 1 and _is_set_off(before[-1]):
        return before[-2]
    if before:
        return _aside_subject(before[-1], verb) or before[-1]
    return own[0] if own else None


def _is_quoted(token: Token, verb: Token, reading: Reading) -> bool:
    """Whether a subject is only what somebody says: "'We want peace, friend,' said Varga"; "'The News' said" is not."""
    quotation = reading.of(token.i)
    if quotation is None or reading.number[verb.i] >= 0:
        return False
    after = token.doc[quotation.end : quotation.end + 1].text
    return len(quotation) > LONGEST_NAME or quotation[-2].text in JOINTS or after in JOINTS


def _is_written_to(own: Token, verb: Token) -> bool:
    """Whether a parser takes for a subject who gets what somebody sends: "Varga sent a letter to Lind proposing"."""
    to = own.doc[max(0, own.left_edge.i - 1)]
    if verb.tag_ != "VBG" or child(verb, "aux") is not None or to.lower_ != "to" or child(to, "pobj", "pcomp"):
        return False
    thing = child(to.head, "dobj") if to.head == verb.head else to.head
    return thing is not None and is_document(thing)


def _sent_by(clause: Token) -> Token | None:
    """Whose words somebody is handed, of whom a parser says them: "the ministry's letter to Lind proposing that"."""
    to = clause.head.head
    if clause.tag_ != "VBG" or clause.head.dep_ != "pobj" or to.lower_ != "to":
        return None
    thing = child(to.head, "dobj") if to.head.pos_ == "VERB" else to.head
    if thing is None or not is_document(thing):
        return None
    return (subject(to.head) if thing != to.head else None) or thing


def _aside_subject(own: Token, verb: Token) -> Token | None:
    """The speaker in a parenthesis that a parser takes for a remark on the subject: "Varga, an aide said, is late"."""
    head = verb.head
    if verb.dep_ not in ("parataxis", "ccomp", "advcl") or head.i < verb.i or subject(head) is not None:
        return None
    remark = child(own, "appos")
    is_next = remark is not None and remark.right_edge.i == verb.i - 1
    return remark if is_next and verb.nbor().is_punct else None


def _after_quotation(verb: Token, reading: Reading) -> Token | None:
    """The phrase after a verb that follows a quotation, whatever the parse makes of it: "'...,' asked the boy, who"."""
    before = verb.i - 1
    while before > 0 and verb.doc[before].text in JOINTS:
        before -= 1
    if reading.number[before] < 0 or reading.number[verb.i] >= 0 or verb.i + 1 >= sentence(verb)[1]:
        return None
    head = _headed(verb.doc[verb.i + 1])
    return head if reading.number[head.i] < 0 and head.pos_ in NOMINAL else None


def _headed(first: Token) -> Token:
    """The head of the noun phrase that a word opens."""
    head = first
    while head.head != head and head.head.left_edge == first and head.head.pos_ in NOMINAL:
        head = head.head
    return head


def _opening_phrase(verb: Token, reading: Reading) -> Token | None:
    """The phrase that opens the sentence of a verb which the parse leaves alone: "An aide, who is so, said"."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.doc[verb.i - 1].text != ",":
        return None
    first = next((token for token in verb.sent if reading.number[token.i] < 0 and not token.is_punct), verb)
    head = _headed(first)
    is_person = any(token.lower_ == "who" for token in verb.doc[head.i + 1 : head.i + 3])
    return head if head.i < verb.i and head.pos_ in NOMINAL and (is_person or can_speak(head)) else None


def _is_set_off(noun: Token) -> bool:
    """Whether a noun's phrase stands between commas, as what only remarks on the noun before it does."""
    doc, start, end = noun.doc, noun.left_edge.i, noun.right_edge.i
    return start > 0 and doc[start - 1].text == "," and "," in (doc[end].text, doc[min(end + 1, len(doc) - 1)].text)


def speaker_span(head: Token) -> Span:
    """The phrase of a speaker without what only remarks on it: relative clauses, and appositions after a comma."""
    tokens = [token.i for token in _kept(head)]
    return head.doc[max(min(tokens), _after_another(head)) : max(tokens) + 1]


def _after_another(head: Token) -> int:
    """Where a person's own name can begin: after one that the parse runs into it over a full stop ("Jun. Lee said")."""
    own = actor_at(head)
    if own is None or own.label_ != "person":
        return 0
    for index in range(own.start - 1, head.left_edge.i - 1, -1):
        if head.doc[index].text.endswith(".") and (other := actor_at(head.doc[index])) and other.label_ == "person":
            return index + 1
    return 0


def own_words(speaker: Span | None, cue: Sequence[int], content: AbstractSet[int]) -> set[int]:
    """The speaker's words; with what stands between them and the cue where a parser takes it all for the content."""
    if speaker is None:
        return set()
    end = cue[0] if speaker.root.i in content and speaker.end <= cue[0] else speaker.end
    return set(range(speaker.start, end))


def _kept(head: Token) -> Iterator[Token]:
    yield head
    for token in head.children:
        is_remark = token.dep_ in (
            "relcl",
            "acl",
            "advcl",
            "cc",
            "punct",
            "conj",
            "appos",
            "parataxis",
            "prep",
            "case",
        )
        if token.tag_ == "WRB" or token.is_punct:
            continue  # "how Varga", "』 Varga"
        if token.dep_ == "prep" and _is_close(head, token):
            yield token
            yield from (part for found in token.children for part in _kept(found))
        elif not is_remark:
            yield from token.subtree
        elif token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from _kept(token)


def _is_close(head: Token, prep: Token) -> bool:
    """A prepositional phrase that belongs to the name: "officials in Kyiv", but not "Varga in a statement"."""
    if prep.i < head.i or prep.lower_ not in OF_A_NAME or is_date(prep) or _is_occasion(prep):
        return False
    return not any(token.is_punct for token in head.doc[head.i + 1 : prep.i])


def _is_occasion(prep: Token) -> bool:
    """Whether a prepositional phrase tells on what occasion: "in a statement", "at a news briefing"."""
    thing = child(prep, "pobj")
    article = child(thing, "det") if thing is not None else None
    return prep.lower_ in ("in", "at", "during") and article is not None and article.lower_ in ("a", "an")


def is_date(prep: Token) -> bool:
    """Whether a prepositional phrase tells when: "Blinken on Monday"."""
    thing = child(prep, "pobj")
    return thing is not None and time_at(thing) == DATE


def _referent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in RELATIVES and token.pos_ in ("PRON", "SCONJ", "DET"):
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head if can_speak(clause.head) else _speaking_before(token, clause.head)
    return token


def _speaking_before(relative: Token, noun: Token) -> Token:
    """The nearest one who can speak before "who", where the noun cannot: "a dispute with Belm, who said"."""
    near = (token for token in reversed(relative.doc[noun.i + 1 : relative.i]) if token.pos_ in ("NOUN", "PROPN"))
    return next((token for token in near if can_speak(token)), noun)


def _is_impersonal(verb: Token) -> bool:
    return child(verb, "acomp", "csubj") is not None


def _inverted_subject(verb: Token) -> Token | None:
    """The subject after its verb that the parser took for an object: "..., said Mulgrew"."""
    after = child(verb, "dobj", "attr")
    is_next = after is not None and after.left_edge.i == verb.i + 1
    return (
        after if after is not None and is_next and after.pos_ == "PROPN" and child(verb, "ccomp") is not None else None
    )


def _shared(verb: Token) -> Token | None:
    """The subject of the nearest governing verb that shares it, or the noun that a participle modifies."""
    here = verb
    for _ in range(FARTHEST):
        if here.dep_ not in SHARING:
            return None
        head = here.head
        if here.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _sent_by(here) or (head if can_speak(head) else None)
        if here.dep_ == "xcomp" and (controlled := child(head, "dobj")) is not None:
            return controlled
        is_quoted = here.dep_ == "prep" and here.lower_ == "as"  # "Lind was quoted by Reuters as saying"
        found = agent(head) if is_passive(head) and here.dep_ != "conj" and not is_quoted else None
        found = found or subject(head)
        if found is not None:
            is_empty = (
                found.lower_ in EXPLETIVES and found.pos_ == "PRON" and (is_passive(head) or _is_impersonal(head))
            )
            return None if is_empty or found.dep_ == "expl" else _referent(found)
        here = head
    return None
