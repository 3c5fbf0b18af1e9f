"""What was said: every report of speech in an annotated text, as statements with their passages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.annotate.actors import actor_matcher
from onrecord.annotate.mentions import mention
from onrecord.annotate.nlp import evidence
from onrecord.extract.statements.acts import ActTable
from onrecord.extract.statements.addressees import company
from onrecord.extract.statements.arbitration import arbitrated
from onrecord.extract.statements.beside import beside_reports
from onrecord.extract.statements.circumstances import OccasionTable
from onrecord.extract.statements.cited import with_cited
from onrecord.extract.statements.clauses import clause_reports
from onrecord.extract.statements.continued import continued_reports
from onrecord.extract.statements.cues import CueTable, CueVerb, cue_verbs
from onrecord.extract.statements.nouns import noun_reports
from onrecord.extract.statements.phrases import phrase_reports
from onrecord.extract.statements.report import Reading, Report, statement
from onrecord.extract.statements.signatures import signed_reports
from onrecord.extract.statements.turns import turn_reports
from onrecord.lexicon.people import Person
from onrecord.model import Act, Mention, MentionKind, Modality, Statement

__all__ = ["ActTable", "CueTable", "OccasionTable", "statements"]


def statements(doc: Doc, table: CueTable, acts: ActTable, occasions: OccasionTable) -> Iterator[Statement]:
    """Every statement of the text, in reading order.

    Reads the parse, doc.spans["quotes"] and doc.spans["actors"]. Where one cue stands in what another governs, the
    outer report is kept, and the inner one too where a different party speaks in it.
    """
    cues = list(cue_verbs(doc, table))
    reading = Reading(doc, {found.verb.i: found.cue.speech for found in cues}, table)
    reports = list(with_cited(doc, _reports(doc, cues, table, reading), table))
    reports += beside_reports(doc, arbitrated(doc, reports), reading)
    reports += continued_reports(doc, arbitrated(doc, reports), reading)
    ids: dict[tuple[int, ...], str] = {}  # by content, which no two reports share
    seen = set()
    countries = _Countries(doc)
    for report in arbitrated(doc, reports):
        found = statement(doc, report, reading)
        if found is None or found.id in seen:
            continue
        seen.add(found.id)
        ids[report.content] = found.id
        before = ids.get(report.continues.content) if report.continues is not None else None
        done = acts.read(doc, report, reading, countries.of(found.speaker_mention))
        yield _whole(doc, report, replace(found, continues=before) if before else found, done, occasions)


def _whole(doc: Doc, report: Report, found: Statement, done: tuple[Act, Modality], table: OccasionTable) -> Statement:
    """The statement with what its speaker does by it, when it was said and on what occasion, where the words tell."""
    act, modality = done
    occasion = table.occasion_of(doc, report)
    when = table.date_of(doc, report, occasion)
    whom = company(occasion.span.root) if occasion is not None and report.addressee is None else None
    return replace(
        found,
        act=act,
        modality=modality,
        addressee_mention=mention(whom) if whom is not None else found.addressee_mention,
        occasion=occasion.kind if occasion is not None else None,
        occasion_mention=evidence(occasion.span) if occasion is not None else None,
        date_mention=evidence(when) if when is not None else None,
    )


class _Countries:
    """The countries of speakers as far as the words tell them, asked in reading order."""

    def __init__(self, doc: Doc) -> None:
        self._book = actor_matcher(doc)
        self._by_name: dict[str, str] = {}  # the last word of a name
        self._last: str | None = None

    def of(self, speaker: Mention | None) -> str | None:
        """The country of a speaker; a pronoun's, and a sentence's that goes on, is the last one's."""
        if speaker is not None and speaker.kind is not MentionKind.PRONOUN:
            family = (speaker.name or "").rpartition(" ")[2]
            self._last = speaker.country or self._by_name.get(family) or self._of_family(family)
            if self._last is not None and family:
                self._by_name[family] = self._last
        return self._last

    def _of_family(self, family: str) -> str | None:
        entries = (self._book.entries[id] for id in self._book.book.families.get(family, ()))
        found = {entry.country for entry in entries if isinstance(entry, Person)}
        return found.pop() if len(found) == 1 else None


def _reports(doc: Doc, cues: Iterable[CueVerb], table: CueTable, reading: Reading) -> Iterator[Report]:
    for found in cues:
        yield from clause_reports(found, reading)
    yield from noun_reports(doc, table, reading)
    yield from phrase_reports(doc, table, reading)
    yield from turn_reports(doc, reading)
    yield from signed_reports(doc, reading)
