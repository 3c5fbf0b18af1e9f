"""Finds the cue verbs of a Doc, with the words that complete them."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import child, children, verb_group
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.attitudes import AttitudeCues
from onrecord.lexicon.cues import Complement, Cue, CueForm
from onrecord.model import Attitude


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that reports, the words that complete it ("out", "on"), and its entry."""

    verb: Token
    rest: tuple[Token, ...]
    cue: Cue

    def tokens(self) -> tuple[int, ...]:
        """The cue's own words in a row where they are neighbours: "has not pointed out", "called on"."""
        own = sorted({token.i for token in (*verb_group(self.verb), *self.rest)})
        return tuple(own)


class CueTable:
    """The cue entries, ready to be asked by lemma; entries of several words come first."""

    def __init__(self, cues: Iterable[Cue], attitudes: Iterable[AttitudeCues] = ()) -> None:
        cues = tuple(cues)
        verbs: dict[str, list[Cue]] = defaultdict(list)
        nouns: dict[str, Cue] = {}
        phrases: list[Cue] = []
        light: set[str] = set()
        for cue in cues:
            if cue.form is CueForm.VERB:
                verbs[cue.lemma.split()[0]].append(cue)
            elif cue.form is CueForm.NOUN:
                nouns[cue.lemma] = cue
            elif cue.form is CueForm.LIGHT:
                light.add(cue.lemma)
            else:
                phrases.append(cue)
        self._verbs: Mapping[str, Sequence[tuple[Cue, Sequence[str]]]] = {
            lemma: [(cue, cue.lemma.split()[1:]) for cue in sorted(found, key=lambda cue: -len(cue.lemma.split()))]
            for lemma, found in verbs.items()
        }
        self.nouns: Mapping[str, Cue] = nouns
        self.light = frozenset(light)
        self.citing = frozenset(cue.lemma for cue in cues if Complement.SOURCE in cue.takes)
        self.accounts = frozenset(cue.lemma.split()[0] for cue in cues if Complement.ACCOUNT in cue.takes)
        self.phrases: Sequence[Cue] = phrases
        self.felt: Mapping[tuple[str, ...], Cue] = {
            tuple(words[1:]): cue
            for cue in verbs["be"]
            if len(words := cue.lemma.split()) == FELT and words[1].endswith(("ed", "t"))
        }
        self._attitudes: Mapping[str, Attitude] = {lemma: entry.attitude for entry in attitudes for lemma in entry.cues}

    def attitude(self, cue: Cue) -> Attitude | None:
        """What a cue reports that reports no speech; None for speech."""
        return None if cue.speech else self._attitudes.get(cue.lemma, Attitude.BELIEF)

    def cue_of(self, verb: Token) -> CueVerb | None:
        """The entry that this verb is, the one of most words first."""
        entries = self._verbs.get(verb.lemma_.lower(), ())
        if not entries:
            return None
        near = _near(verb) if entries[0][1] else frozenset()  # the longest entry comes first
        is_naming = child(verb, "oprd") is not None and any(Complement.AS in cue.takes for cue, _ in entries)
        for cue, words in entries:
            if words and (words[0] not in near or (is_naming and Complement.AS not in cue.takes)):
                continue  # "called the talks on trade a success" is no call on anybody
            rest = _completed(verb, words)
            if rest is not None:
                return CueVerb(verb, rest, cue)
        return None

    def feeling_of(self, participle: Token) -> CueVerb | None:
        """The entry that a participle is: "alarmed by reports", with "was" before it or without."""
        for by in children(participle, "agent", "prep"):
            cue = self.felt.get((participle.lower_, by.lower_))
            if cue is not None and by.i > participle.i:
                return CueVerb(participle, (by,), cue)
        return None


def cue_verbs(doc: Doc, table: CueTable) -> Iterator[CueVerb]:
    """The cue verbs in reading order; of reports of reports of reports, only as many as people write."""
    found = {cue.verb.i: cue for cue in _all_cue_verbs(doc, table)}
    known: dict[int, int] = {}
    return (cue for cue in found.values() if _nesting(cue.verb, found, known) <= DEEPEST)


def _nesting(verb: Token, cues: Container[int], known: dict[int, int]) -> int:
    """How many cue verbs stand on the way from the root to this one; `known` has it for tokens visited before."""
    path: list[Token] = []
    here = verb
    while here.i not in known and here.dep_ != "ROOT":
        path.append(here)
        here = here.head
    depth = known.setdefault(here.i, int(here.i in cues))
    for token in reversed(path):
        depth += token.i in cues
        known[token.i] = depth
    return depth


def _all_cue_verbs(doc: Doc, table: CueTable) -> Iterator[CueVerb]:
    read = columns(doc)
    for index, pos in enumerate(read.pos):
        if pos not in ("VERB", "AUX") or read.deps[index] == "amod":
            continue
        felt = table.feeling_of(doc[index]) if read.tags[index] == "VBN" else None
        found = felt or table.cue_of(doc[index])
        if found is not None:
            yield found


def _near(verb: Token) -> frozenset[str]:
    """The words that can begin to complete a verb."""
    parts = list(children(verb, *COMPLETING))
    own = (child for part in parts if part.dep_ == "dobj" for child in children(part, *COMPLETING))
    following = (verb.nbor(),) if verb.i + 1 < len(verb.doc) else ()
    return frozenset(word for token in (*parts, *own, *following) for word in (token.lower_, token.lemma_))


def _completed(verb: Token, words: Sequence[str]) -> tuple[Token, ...] | None:
    """The tokens that complete a cue of several words, each hanging from the verb, from one before or from a person."""
    if not words:
        return ()
    found: list[Token] = []
    persons = [token for token in children(verb, "dobj") if can_speak(token)]  # "informed [his colleague about] it"
    for word in words:
        heads = (verb, *found, *persons)
        token = next(
            (child for head in heads for child in children(head, *COMPLETING) if word in (child.lower_, child.lemma_)),
            None,
        )
        token = token or _clause_mark(verb, word)
        if token is None or (token.i < verb.i and token.dep_ != "advmod"):
            return None
        found.append(token)
    return tuple(found)


def _clause_mark(verb: Token, word: str) -> Token | None:
    """The "for" of "called for talks to begin", which hangs on "begin"."""
    if verb.i + 1 >= len(verb.doc):
        return None
    following = verb.nbor()
    return following if following.lower_ == word and following.dep_ == "mark" and following.head.head == verb else None


DEEPEST = 6  # cue verbs, each in what the one before governs; more are no language
FELT = 3  # words of an entry for what somebody feels: "be alarmed by"
COMPLETING = ("prt", "prep", "agent", "acomp", "oprd", "advmod", "dobj", "amod", "dative", "ccomp", "xcomp")
