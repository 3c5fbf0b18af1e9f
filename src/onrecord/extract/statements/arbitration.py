"""Which of several reports stand where they overlap: the outermost, and inner ones of a different party."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from onrecord.annotate.actors import actor_matcher
from onrecord.extract.statements.report import Report
from onrecord.extract.statements.voices import can_speak
from onrecord.lexicon.referents import Referent
from onrecord.model import MentionKind
from onrecord.model.rules import StatementRule, phrase_rule

PHRASES = (phrase_rule("according to"),)  # rules whose source passes on what another said: "X said A, according to Y"


def arbitrated(doc: Doc, reports: Sequence[Report]) -> list[Report]:
    """The reports that stand, in reading order.

    Of two reports with the same content the one with a speaker stays. A report whose cue stands in another's
    content is nested: it stays where its speaker is named and is another than the outer one, and then says `via`
    whom; one that fills the content of a source that only passes it on is a relay, and only it stays.
    """
    ordered = sorted(_distinct(reports), key=lambda report: (-len(report.content), report.start()))
    holders = _Holders(len(doc))
    for report in ordered:
        outer = holders.around(report)
        if outer is None:
            holders.add(report)
        elif _is_relay(doc, outer, report):
            holders.swap(outer, replace(report, via=outer.speaker))
        elif _is_source_of(doc, report, outer):
            holders.swap(outer, replace(outer, content=report.content, via=report.speaker))
        elif _is_other_party(outer, report):
            holders.add(replace(report, via=outer.speaker))
    return sorted(holders.kept(), key=Report.start)


class _Holders:
    """The reports kept so far, and for each token the innermost one whose content holds it."""

    def __init__(self, tokens: int) -> None:
        self._numbers = [-1] * tokens
        self._reports: list[Report] = []
        self._places: dict[int, int] = {}  # of reports by identity

    def around(self, report: Report) -> Report | None:
        """The innermost report whose content holds this one's cue."""
        if not report.cue:
            return None
        number = self._numbers[report.cue[0]]
        return self._reports[number] if number >= 0 else None

    def add(self, report: Report) -> None:
        """Keeps a report; reports come from the longest to the shortest."""
        number = self._places[id(report)] = len(self._reports)
        self._reports.append(report)
        for index in report.content:
            self._numbers[index] = number

    def swap(self, outer: Report, inner: Report) -> None:
        """Puts a relayed report in the place of the one that passes it on."""
        number = self._places[id(inner)] = self._places[id(outer)]
        self._reports[number] = inner
        for index in set(outer.content) - set(inner.content):
            self._numbers[index] = -1

    def kept(self) -> Sequence[Report]:
        """All reports kept."""
        return self._reports


def _distinct(reports: Sequence[Report]) -> Iterator[Report]:
    """One report for each content; with a speaker rather than without, and none that reports nothing.

    Of "warning that X, according to Lind" it is the warning, which Lind relays.
    """
    best: dict[tuple[int, ...], Report] = {}
    for report in filter(lambda report: report.content, reports):
        known = best.get(report.content)
        if known is None or (known.speaker is None and report.speaker is not None):
            best[report.content] = report
        elif known.speaker is not None and report.speaker is not None:
            best[report.content] = _relayed(known, report)
    return iter(best.values())


def _relayed(one: Report, other: Report) -> Report:
    """Of two reports of one content the inner one, relayed by the source that passes it on; else the first."""
    if (one.rule in PHRASES) == (other.rule in PHRASES):
        return one
    inner, outer = (other, one) if one.rule in PHRASES else (one, other)
    return inner if inner.via is not None else replace(inner, via=outer.speaker)


def _is_relay(doc: Doc, outer: Report, inner: Report) -> bool:
    """Whether the outer source only passes on the inner report: "according to a statement, Chen said X"."""
    if outer.speaker is None or inner.speaker is None or inner.speaker.root.pos_ == "PRON":
        return False
    if inner.attitude is not None or (inner.rule == StatementRule.OBJECT and inner.content[-1] < inner.cue[0]):
        return False  # "X was mentioned by many, according to a review" is what the review says
    if inner.rule != StatementRule.CLAUSE and outer.rule not in PHRASES:
        return False  # "a statement said the sides agreed to meet": the statement says more than they did
    if outer.rule not in PHRASES and not _is_document(outer.speaker):
        return False
    own = set(inner.content) | set(inner.cue) | set(range(inner.speaker.start, inner.speaker.end))
    rest = [doc[index] for index in outer.content if index not in own]
    more = ("VERB",) if inner.content[-1] < inner.cue[0] else ("VERB", "PROPN")  # "'X,' Varga said Monday in Belm"
    return sum(token.pos_ in more for token in rest) <= 1


def _is_source_of(doc: Doc, report: Report, outer: Report) -> bool:
    """Whether a source at the end of what somebody says is the writer's: "Lind said that X, according to Holm"."""
    if report.rule not in PHRASES or report.speaker is None or outer.speaker is None or outer.via is not None:
        return False
    own = set(report.content) | set(report.cue) | set(range(report.speaker.start, report.speaker.end))
    rest = [doc[index] for index in outer.content if index not in own]
    return report.content[-1] < report.cue[0] and all(token.is_punct or token.lower_ == "that" for token in rest)


def _is_document(speaker: Span) -> bool:
    """Whether the speaker is a text that speaks for somebody."""
    noun = actor_matcher(speaker.doc).referents.get(speaker.root.lemma_.lower())
    return noun is not None and noun.points_at is Referent.DOCUMENT


def _is_other_party(outer: Report, inner: Report) -> bool:
    """Whether somebody else speaks inside: not a pronoun, not "whoever", and not the outer speaker by name.

    What a party is said to hope or oppose is the outer speaker's: "Varga said that Belm opposes the border".
    """
    if (
        inner.attitude is not None
        or inner.speaker is None
        or inner.speaker.root.pos_ == "PRON"
        or not can_speak(inner.speaker.root)
    ):
        return False
    if outer.speaker is None:
        return outer.basis is MentionKind.CONTINUED
    return outer.speaker.root.lower_ != inner.speaker.root.lower_
