"""What a speaker does by saying it: as the cue names it, else as the content's main clauses tell.

The party that a clause speaks of decides: what another should do is demanded, what both should is proposed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from onrecord.annotate.columns import columns
from onrecord.annotate.grammar import children, is_passive, subject, subtree, words_at
from onrecord.extract.statements.modality import modality_of
from onrecord.extract.statements.moods import is_counterfactual, is_existential
from onrecord.extract.statements.predicates import COPULAS, ModalTable, Party, Predicate, predicates
from onrecord.extract.statements.report import Reading, Report
from onrecord.lexicon.acts import ActTerms
from onrecord.lexicon.modals import Modal, ModalForm
from onrecord.lexicon.terms import TermIndex, term_index
from onrecord.model import Act, Modality
from onrecord.model.rules import StatementRule

OWN = (Party.SELF, Party.WE, Party.STATE)
JOINT = (Party.SELF, Party.WE, Party.BOTH, Party.STATE)
STATES = frozenset({*COPULAS, "have", "know", "need", "see", "get", "depend", "face", "suffer", "lose", "like"})
EVALUATED = (Party.OTHER, Party.STATE, Party.THING, Party.NOBODY)
ASKED = (Party.OTHER, Party.BOTH, Party.STATE)
OWN_DEEDS = (StatementRule.INFINITIVE, StatementRule.PERSON_INFINITIVE)  # "wants to leave", where nobody else is named
PREDICATED = ("acomp", "attr", "oprd")  # what a copula says of its subject
JUDGEMENTS = {Act.PRAISE, Act.WELCOME}  # of traits: "is a great leader", but not "pays great attention"
UNREAL = (Modality.EXPECTED, Modality.POSSIBLE)
SHARED = (Party.WE, Party.BOTH)
REFUSALS = (Act.DENY, Act.DECLINE)
CONCERN = frozenset({Act.REGRET})  # of nouns after a cue that only names a topic: "raised concerns"
RAISING = frozenset({"raise", "broach", "bring"})

Words = Mapping[str, Sequence[tuple[frozenset[str], Act]]]  # first lemma -> what must complete it, and the act


class ActTable:
    """The acts' words, ready to be looked for; the act that comes first in the lexicon decides."""

    def __init__(self, acts: Iterable[ActTerms], modals: Iterable[Modal]) -> None:
        known = tuple(acts)
        self.modals = ModalTable(modals)
        self._rank: Mapping[Act, int] = {entry.act: number for number, entry in enumerate(known)}
        self._terms: TermIndex[Act] = term_index((term, entry.act) for entry in known for term in entry.terms)
        self._traits: TermIndex[Act] = term_index((term, entry.act) for entry in known for term in entry.traits)
        self._failings = _words((entry.act, entry.failings) for entry in known)
        self._results = {lemma: entry.act for entry in known for lemma in entry.results}
        self._ills = frozenset(lemma for entry in known for lemma in entry.ills)
        self._joint: TermIndex[Act] = term_index((term, entry.act) for entry in known for term in entry.joint)
        self._verbs = _words((entry.act, entry.verbs) for entry in known)
        self._wills = _words((entry.act, entry.wills) for entry in known)
        self._wonts = _words((entry.act, entry.wonts) for entry in known)
        self._nots = _words((entry.act, entry.nots) for entry in known)
        self._offers = _words((entry.act, entry.offers) for entry in known)
        self._nouns = _words((entry.act, entry.nouns) for entry in known)
        self._refused = _words((entry.act, entry.refused) for entry in known)
        self._topics = frozenset(lemma for entry in known for lemma in entry.topics)
        self._claims = frozenset(lemma for entry in known for lemma in entry.claims)

    def read(self, doc: Doc, report: Report, reading: Reading, own: str | None) -> tuple[Act, Modality]:
        """The act and the modality of a report; `own` is the country of its speaker, where known."""
        kept = _without_nested(doc, report.content, reading)
        told = predicates(doc, kept, own, self.modals)
        return self._act(doc, report, kept, told), modality_of(doc, report, told, self.modals)

    def _act(self, doc: Doc, report: Report, kept: Sequence[int], told: Sequence[Predicate]) -> Act:
        cue = frozenset(doc[index].lemma_.lower() for index in report.cue)
        if report.act in REFUSALS:
            return self._of_refusal(doc, report)
        is_claim = report.act is Act.PROMISE and report.rule == StatementRule.CLAUSE and bool(cue & self._claims)
        is_claim |= (
            report.act is Act.ASK and report.rule in OWN_DEEDS and report.addressee is None and self._is_hope(cue)
        )
        if report.act is not Act.ASSERT and not is_claim:
            return report.act
        if report.rule == StatementRule.AS:
            said = {term.owner for term in self._traits.found(words_at(doc, kept))}
            return min(said, key=self._rank.__getitem__, default=Act.ASSERT)
        found = [act for clause in told for act in self._of_clause(clause, cue)]
        if told and not told[0].is_phrase:
            found += [term.owner for term in self._terms.found(words_at(doc, kept))]
        return min(found, key=self._rank.__getitem__, default=Act.ASSERT)

    def _of_refusal(self, doc: Doc, report: Report) -> Act:
        """Accusations are denied and requests declined, whichever of the two the cue can mean."""
        root = next((doc[index] for index in report.content if doc[index].head.i not in report.content), None)
        if root is None or root.pos_ not in ("NOUN", "PROPN"):
            return report.act
        return next(iter(_owners(self._refused, root.lemma_.lower(), frozenset())), report.act)

    def _of_clause(self, clause: Predicate, cue: frozenset[str]) -> Iterable[Act]:
        """The acts that a clause tells of, in no order."""
        if clause.is_phrase:
            yield from self._of_phrase(clause, cue)
            return
        if self._is_hope(cue) and clause.party in ASKED:
            yield Act.ASK
        yield from RULES[clause.modality](self, clause)
        yield from self._of_result(clause)
        if clause.modality is not Modality.NECESSARY:
            yield from self._of_traits(clause)

    def _of_phrase(self, clause: Predicate, cue: frozenset[str]) -> Iterable[Act]:
        """ "expressed gratitude", "conveyed its readiness to meet", "described it as a provocation"."""
        lemma = clause.head.lemma_.lower()
        named = list(_owners(self._nouns, lemma, clause.rest))
        if cue & self._topics:
            yield from (act for act in named if act in CONCERN and cue & RAISING)
        elif clause.deed is not clause.head and (offered := list(_owners(self._offers, _deed(clause), clause.rest))):
            yield from offered if {Act.PROMISE, Act.PROPOSE} & {*named} else named
        else:
            yield from named

    def _of_traits(self, clause: Predicate) -> Iterable[Act]:
        """What is said of another or of a thing: "is a great leader", "has violated the treaty"."""
        said = {found.owner for found in self._traits.found(_predicate_text(clause))}
        is_called = clause.head.dep_ in PREDICATED
        said -= set() if is_called else JUDGEMENTS
        if Act.ACCUSE in said and clause.negated:
            yield from (Act.DENY,) if is_called and clause.party is not Party.OTHER else ()
        elif clause.party in EVALUATED:
            yield from said
        elif Act.ACCUSE in said and set(_owners(self._verbs, _deed(clause), clause.rest)) & {Act.ACCUSE, Act.DECLINE}:
            yield Act.ACCUSE
        elif clause.party is Party.BOTH:
            yield from said & {Act.PRAISE, Act.WELCOME, Act.REGRET}

    def _of_result(self, clause: Predicate) -> Iterable[Act]:
        """What would come of it: "would be a disaster", "will face a response"."""
        if clause.negated or clause.under not in UNREAL or clause.party in OWN or clause.head.dep_ == "conj":
            return
        ills = self._ills & {*clause.rest, clause.head.lemma_.lower()}
        if ills and _lemma(clause.head) in self._results:
            yield self._results[_lemma(clause.head)]

    def _plain(self, clause: Predicate) -> Iterable[Act]:
        """What the speaker does by these words: "we thank", "China firmly opposes", "does not seek"."""
        if clause.negated and clause.party is Party.OTHER:
            yield from _owners(self._failings, _lemma(clause.head), clause.rest)
        elif clause.negated and is_existential(clause.head):
            yield from _owners(self._nots, "there", clause.rest)
        if clause.party not in JOINT:
            return
        words = self._nots if clause.negated else self._verbs
        if clause.party is not Party.BOTH:
            yield from _owners(words, _lemma(clause.head), clause.rest)

    def _necessary(self, clause: Predicate) -> Iterable[Act]:
        is_joint = clause.party in (Party.WE, Party.BOTH, Party.NOBODY) or (
            clause.party is Party.THING and any(self._joint.found(_predicate_text(clause)))
        )
        if is_joint:
            yield Act.PROPOSE
        elif not clause.negated and is_passive(clause.head) and (honoured := self._praises(clause)):
            yield from honoured
        elif clause.party is not Party.SELF:
            yield Act.DEMAND

    def _praises(self, clause: Predicate) -> list[Act]:
        """ "should be commended": the praise that is due is given."""
        return [act for act in _owners(self._verbs, _deed(clause), clause.rest) if act is Act.PRAISE]

    def _expected(self, clause: Predicate) -> Iterable[Act]:
        """What the speaker's side will or will not do; of both what they will do."""
        deed = _deed(clause)
        if clause.negated and is_existential(clause.head):
            yield from _owners(self._nots, "there", clause.rest)
        elif clause.led is Party.OTHER and clause.party in OWN:
            yield Act.ASK  # "we expect them to"
        elif clause.party in JOINT and clause.negated:
            yield from _owners(self._wonts, deed, clause.rest)
        elif clause.party in JOINT:
            if clause.led is Party.THING:
                return  # "we expect the talks to go on"
            known = list(_owners(self._wills, deed, clause.rest)) if clause.party in OWN else []
            known += list(_owners(self._verbs, deed, clause.rest))
            yield from known or ([Act.PROMISE] if deed not in STATES else [])

    def _intended(self, clause: Predicate) -> Iterable[Act]:
        deed = _deed(clause)
        if clause.party not in JOINT:
            return
        if clause.negated:
            yield Act.DENY
            return
        threatened = [act for act in _owners(self._wills, deed, clause.rest) if act is Act.WARN]
        offered = list(_owners(self._offers, deed, clause.rest))
        own = list(_owners(self._verbs, _lemma(clause.head), clause.rest))
        yield from threatened or own or offered or [Act.PROMISE]

    def _desired(self, clause: Predicate) -> Iterable[Act]:
        """Hope that asks something of somebody, and hope to do something with him."""
        if clause.party not in JOINT:
            return
        if clause.led in ASKED:
            yield Act.ASK
        elif clause.led is Party.NOBODY:
            yield from _owners(self._offers, _deed(clause), clause.rest)
            yield from _owners(self._verbs, _deed(clause), clause.rest)

    def _possible(self, clause: Predicate) -> Iterable[Act]:
        if clause.party in OWN and clause.negated:
            yield from _owners(self._wonts, _deed(clause), clause.rest)
        elif clause.party in SHARED and not clause.negated:
            yield from _owners(self._offers, _deed(clause), clause.rest)  # "the two sides could meet"

    def _conditional(self, clause: Predicate) -> Iterable[Act]:
        """What the speaker's side will or will not do in a case: threatened, else undertaken."""
        if clause.party not in OWN:
            return
        if clause.negated:
            yield from _owners(self._wonts, _deed(clause), clause.rest)
            return
        threatened = [act for act in _owners(self._wills, _deed(clause), clause.rest) if act is Act.WARN]
        yield from threatened
        is_deed = clause.under is Modality.EXPECTED and clause.head.dep_ not in PREDICATED
        is_deed &= clause.led is Party.NOBODY and _deed(clause) not in STATES and not is_counterfactual(clause.head)
        if is_deed and not threatened:
            yield Act.PROMISE

    def _is_hope(self, cue: Collection[str]) -> bool:
        forms = (ModalForm.VERB, ModalForm.NOUN, ModalForm.ADJECTIVE)
        return any(self.modals.modality(form, lemma) is Modality.DESIRED for form in forms for lemma in cue)


RULES = {
    Modality.NONE: ActTable._plain,
    Modality.POSSIBLE: ActTable._possible,
    Modality.EXPECTED: ActTable._expected,
    Modality.NECESSARY: ActTable._necessary,
    Modality.INTENDED: ActTable._intended,
    Modality.DESIRED: ActTable._desired,
    Modality.CONDITIONAL: ActTable._conditional,
}


def _words(lists: Iterable[tuple[Act, Iterable[str]]]) -> Words:
    table: dict[str, list[tuple[frozenset[str], Act]]] = {}
    for act, phrases in lists:
        for phrase in phrases:
            first, *more = phrase.split()
            table.setdefault(first, []).append((frozenset(more), act))
    return table


def _owners(words: Words, lemma: str, rest: frozenset[str]) -> list[Act]:
    """The acts of a lemma; where several words of it stand, those with the most that the clause has too."""
    fitting = [(len(more), act) for more, act in words.get(lemma, ()) if more <= rest]
    longest = max((length for length, _ in fitting), default=0)
    return [act for length, act in fitting if length == longest]


def _lemma(token: Token) -> str:
    """A word's lemma; a participle or adjective after a copula is looked for under "be"."""
    return "be" if token.dep_ in PREDICATED else token.lemma_.lower()


def _deed(clause: Predicate) -> str:
    return clause.deed.lemma_.lower()


def _predicate_text(clause: Predicate) -> str:
    """A clause's words without its subject's and those of clauses that only tell when or why."""
    verb = clause.head.head if clause.head.dep_ in PREDICATED else clause.head
    own = subject(verb)
    parts = [*([own] if own is not None else []), *children(verb, "advcl")]
    left_out = {index for part in parts for index in subtree(part)}
    return words_at(verb.doc, sorted(subtree(verb) - left_out))


def _without_nested(doc: Doc, content: Sequence[int], reading: Reading) -> list[int]:
    """The content without what another cue in it governs, and without clauses about its nouns."""
    inside = frozenset(content)
    read = columns(doc)
    nested: set[int] = set()
    for cue in content:
        if cue in reading.cues and read.deps[cue] in ("advcl", "acl", "relcl"):
            for token in children(doc[cue], "ccomp", "xcomp", "relcl", "acl"):
                nested |= subtree(token) if token.i in inside else set()
    return [index for index in content if index not in nested]
