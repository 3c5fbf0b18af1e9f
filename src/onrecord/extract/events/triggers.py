"""Finds the words that may tell of events: frames where their own words stand, parties not yet asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.annotate.arguments import doers, undergoers
from onrecord.annotate.columns import Columns, columns
from onrecord.annotate.grammar import child, children, conjuncts
from onrecord.lexicon.dates import load_date_words
from onrecord.lexicon.frames import Form, Frame, FrameTable

FORMS = {"VERB": Form.VERB, "AUX": Form.VERB, "NOUN": Form.NOUN, "PROPN": Form.NOUN, "ADJ": Form.ADJECTIVE}
WHOLES = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN"})  # of which a part may be told: "some of its tanks"
COMPLETING = frozenset({"xcomp", "ccomp", "dobj", "acl"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of an event with its frame; `rest` are its particle and preposition, `object` the noun it asked for.

    `spare` are the same word's other frames that match, for where the event lacks what this one needs.
    """

    token: Token
    frame: Frame
    rest: tuple[Token, ...] = ()
    object: Token | None = None
    spare: tuple["Trigger", ...] = ()

    def indices(self) -> list[int]:
        """The numbers of its own tokens."""
        own = (self.token, *self.rest, *((self.object,) if self.object is not None else ()))
        return sorted(token.i for token in own)


def triggers(doc: Doc, table: FrameTable) -> Mapping[int, Trigger]:
    """The triggers by the number of their token, in reading order; of a word's frames the most demanding."""
    found: dict[int, Trigger] = {}
    read = columns(doc)
    for index, (word, lemma) in enumerate(zip(read.words, read.lemmas, strict=True)):
        if word not in table.words and lemma not in table.words:
            continue
        matches = list(_matches(index, read, table))
        if matches:
            found[index] = _with_spare(*matches)
    return found


def _with_spare(first: Trigger, *others: Trigger) -> Trigger:
    """The first with the others that are of the same words; one that is no event is none whatever it lacks."""
    if first.frame.type is None:
        return first
    spare = tuple(other for other in others if other.frame.word == first.frame.word)
    return replace(first, spare=spare) if spare else first


def _frames(index: int, read: Columns, table: FrameTable) -> Sequence[Frame]:
    """The frames that a word may be of: a participle that describes is read as an adjective first."""
    lemma, tag = read.lemmas[index], read.tags[index]
    if tag == "MD":
        return table.of(Form.MODAL, lemma)
    form = FORMS.get(read.pos[index])
    if form is None:
        return ()
    if tag == "VBN" and (read.deps[index] == "acomp" or child(read.tokens[index], "auxpass") is not None):
        return table.of(Form.ADJECTIVE, read.words[index]) or table.of(form, lemma)
    return table.of(form, lemma)


def complements(trigger: Trigger) -> Iterator[Token]:
    """What a trigger governs: its infinitive, clause, object, and what follows its prepositions."""
    token = trigger.token
    if trigger.frame.form is Form.MODAL:
        yield token.head
    read = columns(token.doc)
    below = (read.tokens[index] for index in read.children[token.i])
    yield from (found for found in below if _completes(found, token))
    for preposition in (*trigger.rest, *children(token, "prep")):
        if preposition.dep_ == "prep":
            yield from children(preposition, "pobj", "pcomp")
    if trigger.frame.form is Form.NOUN and token.dep_ == "dobj":  # "reaffirmed the readiness of Norland to help"
        yield from (found for found in children(token.head, "advcl") if _is_infinitive(found) and found.i > token.i)
    if trigger.object is not None:
        yield from (found for found in children(trigger.object, "acl", "relcl") if _says_what(found))
        for preposition in children(trigger.object, "prep"):  # "commitment to helping them"
            yield from children(preposition, "pcomp")
        yield from (found for found in children(token, "advcl") if _is_infinitive(found))  # "readiness of his to help"


def _says_what(clause: Token) -> bool:
    """Whether a clause tells what a noun is: "an interest to help", "the claim that"; not "the help that they gave"."""
    return clause.dep_ == "acl" or _is_infinitive(clause)


def _completes(found: Token, token: Token) -> bool:
    """Whether a child is a complement of a verb, an adjective or a noun."""
    if found.dep_ == "nsubjpass":
        return True
    if found.i < token.i:
        return False
    return found.dep_ in COMPLETING or (found.dep_ == "advcl" and _is_for_clause(found))


def _is_infinitive(verb: Token) -> bool:
    return any(found.tag_ == "TO" for found in children(verb, "aux"))


def _is_for_clause(clause: Token) -> bool:
    """ "for the army to leave" after "call for" and the like, which is parsed as an adverbial clause."""
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ == "for"


def _matches(index: int, read: Columns, table: FrameTable) -> Iterator[Trigger]:
    """What a word is by each of its frames that match, the most demanding first."""
    token = read.tokens[index]
    named: dict[tuple[Token, ...], list[tuple[str, Token]]] = {}  # its objects with their lemmas, by what completes it
    for frame in _frames(index, read, table):
        rest = _completion(token, frame.word.split()[1:])
        if rest is None or (frame.by and not _is_by(token, frame, table)):
            continue
        if not frame.objects:
            yield Trigger(token, frame, rest)
            continue
        if rest not in named:
            words = _kinds(token) if frame.form is Form.NOUN else _objects(token, rest)
            named[rest] = [(read.lemmas[word.i], word) for word in words]
        found = next((word for lemma, word in named[rest] if lemma in frame.objects), None)
        if found is not None:
            yield Trigger(token, frame, rest, found)


def _completion(token: Token, words: Sequence[str]) -> tuple[Token, ...] | None:
    """The particle and preposition of a trigger of several words, each after the word before."""
    if not words:
        return ()
    found: list[Token] = []
    for word in words:
        hosts = (token, *found, *children(token, "dobj"))
        completing = [one for host in hosts for one in children(host, "prt", "prep", "advmod", "dative")]
        completing += [mark for clause in children(token, "advcl", "ccomp") for mark in children(clause, "mark")]
        match = next((one for one in completing if one.lower_ == word and not _is_of_time(one)), None)
        if match is None or match.i < token.i:
            return None
        found.append(match)
    return tuple(found)


def _is_of_time(preposition: Token) -> bool:
    """Whether a preposition leads to a date: "called him on Monday" is no "call on"."""
    following = child(preposition, "pobj")
    return following is not None and following.lower_ in load_date_words() and not following.like_num


def _is_by(token: Token, frame: Frame, table: FrameTable) -> bool:
    group = table.groups.get(frame.by, frozenset())
    return any(word.lemma_.lower() in group for word in _named_kinds(doers(token)))


def _named_kinds(heads: Iterable[Token]) -> Iterator[Token]:
    """Heads, and of "thousands of farmers" the farmers too."""
    for head in heads:
        yield head
        for of in children(head, "prep"):
            yield from children(of, "pobj")


def _kinds(noun: Token) -> Iterator[Token]:
    """What tells the kind of a deed: "troop movements", "movements of troops"."""
    for kind in children(noun, "compound", "amod", "nmod"):
        yield kind
        yield from children(kind, "amod", "compound") if kind.dep_ == "compound" else ()  # "nuclear bomb test"
    for preposition in children(noun, "prep"):
        if preposition.lower_ == "of":
            yield from children(preposition, "pobj")


def _objects(verb: Token, rest: Sequence[Token]) -> Iterator[Token]:
    """The nouns that a verb is about and what they are of, its infinitive, and how it is done: "respond in kind"."""
    heads = [*undergoers(verb), *children(verb, "xcomp", "ccomp", "acomp", "dobj", "attr", "oprd", "advmod")]
    for preposition in rest:
        for found in children(preposition, "pobj"):
            heads.extend(conjuncts(found))
    for head in heads:
        yield head
        yield from children(head, "compound")
        if head.pos_ in WHOLES:
            yield from _of_whole(head)


def _of_whole(part: Token) -> Iterator[Token]:
    """What something is a part of, and in what a sum is paid: "some of its tanks", "billions of dollars in aid"."""
    for preposition in children(part, "prep"):
        if preposition.lower_ == "of":
            for whole in children(preposition, "pobj"):
                yield whole
                yield from _paid_in(whole)
    yield from _paid_in(part)


def _paid_in(amount: Token) -> Iterator[Token]:
    """What follows "in" after a number or what it counts."""
    doc, end = amount.doc, amount.i + 1
    counted = (amount, *children(amount, "nummod"), *((amount.head.head,) if amount.dep_ == "pobj" else ()))
    if end < len(doc) and doc[end].lower_ == "in" and any(doc.vocab[one.lemma_].like_num for one in counted):
        yield from children(doc[end], "pobj")
