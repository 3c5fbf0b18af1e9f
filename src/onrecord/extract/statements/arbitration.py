"""Which of several reports stand where they overlap: the outermost, and inner ones of a different party."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from onrecord.annotate.actors import actor_matcher
from onrecord.extract.statements.report import Report
from onrecord.lexicon.referents import Referent


def arbitrated(doc: Doc, reports: Sequence[Report]) -> list[Report]:
    """The reports that stand, in reading order.

    Of two reports with the same cue or content the one with a speaker stays. A report whose cue stands in
    another's content is nested: it stays where its speaker is named and is another than the outer one, and then
    says `via` whom; one that fills the outer content is a relay, and only it stays.
    """
    ordered = sorted(_distinct(reports), key=lambda report: (-len(report.content), report.start()))
    kept: list[Report] = []
    for report in ordered:
        outer = _outer(report, kept)
        if outer is None:
            kept.append(report)
        elif _is_relay(doc, outer, report):
            kept[kept.index(outer)] = replace(report, via=outer.speaker)
        elif _is_other_party(outer, report):
            kept.append(replace(report, via=outer.speaker))
    return sorted(kept, key=Report.start)


def _distinct(reports: Sequence[Report]) -> Iterator[Report]:
    """One report for each content; with a speaker rather than without."""
    best: dict[tuple[int, ...], Report] = {}
    for report in reports:
        known = best.get(report.content)
        if known is None or (known.speaker is None and report.speaker is not None):
            best[report.content] = report
    return iter(best.values())


def _outer(report: Report, kept: Sequence[Report]) -> Report | None:
    """The smallest report already kept whose content holds this one's cue."""
    holding = [outer for outer in kept if report.cue and report.cue[0] in set(outer.content)]
    return min(holding, key=lambda outer: len(outer.content), default=None)


def _is_relay(doc: Doc, outer: Report, inner: Report) -> bool:
    """Whether the outer source only passes on the inner report: "according to a statement, Chen said X"."""
    if outer.speaker is None or not _is_document(outer.speaker) or inner.speaker is None or inner.speaker[-1].pos_ == "PRON":
        return False
    rest = set(outer.content) - set(inner.content) - set(inner.cue) - set(range(inner.speaker.start, inner.speaker.end))
    return sum(doc[index].pos_ in ("VERB", "PROPN") for index in rest) <= 1


def _is_document(speaker: Span) -> bool:
    """Whether the speaker is a text that speaks for somebody."""
    noun = actor_matcher(speaker.doc).referents.get(speaker.root.lemma_.lower())
    return noun is not None and noun.points_at is Referent.DOCUMENT


def _is_other_party(outer: Report, inner: Report) -> bool:
    if inner.speaker is None or inner.speaker.root.pos_ == "PRON":
        return False
    return outer.speaker is None or outer.speaker.root.lower_ != inner.speaker.root.lower_
