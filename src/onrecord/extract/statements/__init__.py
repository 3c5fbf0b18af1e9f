"""What was said: every report of speech in an annotated text, as statements with their passages."""

from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.extract.statements.arbitration import arbitrated
from onrecord.extract.statements.clauses import clause_reports
from onrecord.extract.statements.continued import continued_reports
from onrecord.extract.statements.cues import CueTable, cue_verbs
from onrecord.extract.statements.phrases import phrase_reports
from onrecord.extract.statements.report import Quoted, Report, statement
from onrecord.extract.statements.turns import turn_reports
from onrecord.model import Statement

__all__ = ["CueTable", "statements"]


def statements(doc: Doc, table: CueTable) -> Iterator[Statement]:
    """Every statement of the text, in reading order.

    Reads the parse, doc.spans["quotes"] and doc.spans["actors"]. Where one cue stands in what another governs, the
    outer report is kept, and the inner one too where a different party speaks in it.
    """
    quoted = Quoted(doc)
    reports = arbitrated(doc, list(_reports(doc, table, quoted)))
    reports += continued_reports(doc, reports, quoted)
    seen = set()
    for report in sorted(reports, key=Report.start):
        found = statement(doc, report, quoted)
        if found is not None and found.id not in seen:
            seen.add(found.id)
            yield found


def _reports(doc: Doc, table: CueTable, quoted: Quoted) -> Iterator[Report]:
    for found in cue_verbs(doc, table):
        yield from clause_reports(found, quoted)
    yield from phrase_reports(doc, table, quoted)
    yield from turn_reports(doc, quoted)
