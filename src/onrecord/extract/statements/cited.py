"""Whom a news house cites is the speaker, and it relays: "the agency reported, citing the ministry, that ..."."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate.actors import actor_at, actor_matcher
from onrecord.annotate.grammar import child, children, subtree
from onrecord.extract.statements.cues import CueTable
from onrecord.extract.statements.report import Report
from onrecord.extract.statements.speakers import speaker_span
from onrecord.lexicon.bodies import Institution
from onrecord.lexicon.referents import Referent, Sort

PRESS = "MED"  # PLOVER's sector of news houses


def with_cited(doc: Doc, reports: Iterable[Report], table: CueTable) -> Iterator[Report]:
    """The reports; those of a news house that cites somebody have that speaker, and the house as their relay.

    "Citing the ministry" is no report of its own then.
    """
    found = list(reports)
    cited = {report.cue: citing for report in found if (citing := _citing(doc, report, table)) is not None}
    spent = {citing.i for citing in cited.values()}
    for report in found:
        if report.cue and spent.isdisjoint(report.cue):
            yield _relayed(report, cited[report.cue]) if report.cue in cited else report
        elif not report.cue:
            yield report


def _citing(doc: Doc, report: Report, table: CueTable) -> Token | None:
    """The participle by which the news house that a report is of cites somebody who can speak."""
    if not report.cue or report.speaker is None or report.via is not None or not _is_press(report.speaker.root):
        return None
    verbs = (verb for index in report.cue for verb in (doc[index], *children(doc[index], "ccomp")))
    clauses = (clause for verb in verbs for clause in children(verb, "advcl"))
    citing = (clause for clause in clauses if clause.lemma_.lower() in table.citing)
    return next((clause for clause in citing if _is_source(child(clause, "dobj"))), None)


def _relayed(report: Report, citing: Token) -> Report:
    source = child(citing, "dobj")
    assert source is not None
    own = subtree(citing)
    content: Sequence[int] = [index for index in report.content if index not in own]
    return replace(report, content=tuple(content), speaker=speaker_span(source), via=report.speaker)


def _is_press(noun: Token) -> bool:
    """Whether a speaker is a news house: "Reuters", "the newspaper"."""
    actor, matcher = actor_at(noun), actor_matcher(noun.doc)
    entry = matcher.entries.get(actor.kb_id_) if actor is not None else None
    if isinstance(entry, Institution):
        return PRESS in entry.roles
    known = matcher.referents.get(noun.lemma_.lower())
    return known is not None and Sort.MEDIA in (known.sort, *known.stands_for)


def _is_source(noun: Token | None) -> bool:
    """Whether what is cited is somebody, and not a document or a number."""
    if noun is None:
        return False
    known = actor_matcher(noun.doc).referents.get(noun.lemma_.lower())
    return actor_at(noun) is not None if known is None else known.points_at in (Referent.SOURCE, Referent.BODY)
