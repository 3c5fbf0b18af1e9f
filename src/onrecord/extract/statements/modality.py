"""How what was said stands to the facts, by its main clause, by the cue, and by what the cue does."""

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc

from onrecord.extract.statements.predicates import ModalTable, Party, Predicate
from onrecord.extract.statements.report import Report
from onrecord.lexicon.modals import ModalForm
from onrecord.model import Act, Modality
from onrecord.model.rules import StatementRule

CLAUSES = (StatementRule.CLAUSE, StatementRule.QUOTATION, StatementRule.NOUN)  # contents with a verb of their own
UNDERTAKEN = frozenset({Party.SELF, Party.WE, Party.BOTH})  # parties whose "will" is an undertaking
BY_ACT: Mapping[Act, Modality] = {  # of what a cue asks for or undertakes
    Act.DEMAND: Modality.NECESSARY,
    Act.ASK: Modality.DESIRED,
    Act.PROPOSE: Modality.DESIRED,
    Act.PROMISE: Modality.INTENDED,
}
FORMS = (ModalForm.VERB, ModalForm.NOUN, ModalForm.ADJECTIVE)
OF_CUES = frozenset({Modality.DESIRED, Modality.INTENDED, Modality.EXPECTED})


def modality_of(doc: Doc, report: Report, told: Sequence[Predicate], table: ModalTable) -> Modality:
    """The modality of a report. `told` are the main clauses of its content."""
    own = _own(told)
    if own is Modality.CONDITIONAL:
        return own
    by_cue = _of_cue(doc, report.cue, table)
    if by_cue is not None:
        return by_cue
    by_act = BY_ACT.get(report.act, Modality.NONE)
    first, second = (own, by_act) if report.rule in CLAUSES or not report.cue else (by_act, own)
    return first if first is not Modality.NONE else second


def _own(told: Sequence[Predicate]) -> Modality:
    """The modality of the first main clause; "will" of the speaker's own side is an intention."""
    if not told:
        return Modality.NONE
    first = told[0]
    is_own = first.party in UNDERTAKEN and first.led is Party.NOBODY
    return Modality.INTENDED if first.modality is Modality.EXPECTED and is_own else first.modality


def _of_cue(doc: Doc, cue: Collection[int], table: ModalTable) -> Modality | None:
    """ "hopes that", "plans to", "expects": what the cue itself says of what follows."""
    words = (doc[index] for index in cue if doc[index].dep_ not in ("aux", "auxpass"))
    found = (table.modality(form, word.lemma_.lower()) for word in words for form in FORMS)
    return next((modality for modality in found if modality in OF_CUES), None)
