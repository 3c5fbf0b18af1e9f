"""What was said: every report of speech in an annotated text, as statements with their passages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.extract.statements.acts import ActTable
from onrecord.extract.statements.arbitration import arbitrated
from onrecord.extract.statements.clauses import clause_reports
from onrecord.extract.statements.continued import continued_reports
from onrecord.extract.statements.cues import CueTable, CueVerb, cue_verbs
from onrecord.extract.statements.nouns import noun_reports
from onrecord.extract.statements.phrases import phrase_reports
from onrecord.extract.statements.report import Reading, Report, statement
from onrecord.extract.statements.turns import turn_reports
from onrecord.model import Statement

__all__ = ["ActTable", "CueTable", "statements"]


def statements(doc: Doc, table: CueTable, acts: ActTable) -> Iterator[Statement]:
    """Every statement of the text, in reading order.

    Reads the parse, doc.spans["quotes"] and doc.spans["actors"]. Where one cue stands in what another governs, the
    outer report is kept, and the inner one too where a different party speaks in it.
    """
    cues = list(cue_verbs(doc, table))
    reading = Reading(doc, (found.verb.i for found in cues), table.nouns, table.light)
    reports = list(_reports(doc, cues, table, reading))
    reports += continued_reports(doc, arbitrated(doc, reports), reading)
    seen = set()
    for report in arbitrated(doc, reports):
        found = statement(doc, report, reading)
        if found is not None and found.id not in seen:
            seen.add(found.id)
            yield replace(found, act=acts.act_of(found.act, " ".join(part.exact for part in found.content)))


def _reports(doc: Doc, cues: Iterable[CueVerb], table: CueTable, reading: Reading) -> Iterator[Report]:
    for found in cues:
        yield from clause_reports(found, reading)
    yield from noun_reports(doc, table, reading)
    yield from phrase_reports(doc, table, reading)
    yield from turn_reports(doc, reading)
