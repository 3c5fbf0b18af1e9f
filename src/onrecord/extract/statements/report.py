"""A report of speech as token numbers of one Doc, before it becomes a statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.mentions import mention
from onrecord.annotate.nlp import evidence
from onrecord.annotate.quotes import quote_of
from onrecord.extract.statements.cues import CueTable
from onrecord.model import Act, Attitude, Evidence, Manner, MentionKind, Statement, statement_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One cue with what it governs: `content` are token numbers, in order, punctuation at its edges left off.

    `speaker` is None where the words name nobody; `basis` then says whether the speaker before goes on, and
    `continues` the report whose speaker that is.
    """

    rule: str
    content: tuple[int, ...]
    cue: tuple[int, ...] = ()
    speaker: Span | None = None
    addressee: Span | None = None
    via: Span | None = None
    basis: MentionKind = MentionKind.NONE
    act: Act = Act.ASSERT
    negated: bool = False
    attitude: Attitude | None = None  # None for what was said
    continues: "Report | None" = None

    def start(self) -> int:
        """Where it begins in the text: the first token of cue, speaker or content."""
        return min((*self.content[:1], *self.cue[:1]))


class Reading:
    """What is known of a Doc before its reports are read: which token stands in which quotation, and the cue verbs.

    `number` has for each token the number of its quotation in `spans`, or -1; `cues` tells for the token of each cue
    verb whether it is one of speech; `nouns` are the cue nouns, `light` the verbs that say nothing but that their
    object is said, `accounts` those that tell of their object: "informed him about the flood"; `attitude` tells
    what a cue reports that is no speech.
    """

    def __init__(self, doc: Doc, cues: Mapping[int, bool], table: CueTable) -> None:
        self.spans: Sequence[Span] = list(doc.spans["quotes"])
        self.number = quote_of(doc)
        self.cues = cues
        self.nouns = table.nouns
        self.light = table.light
        self.accounts = table.accounts
        self.attitude = table.attitude

    def of(self, index: int) -> Span | None:
        """The quotation that this token stands in."""
        return self.spans[self.number[index]] if self.number[index] >= 0 else None


def runs(doc: Doc, content: Sequence[int], reading: Reading) -> list[Span]:
    """The content as spans: tokens in a row are one, and so are tokens with only punctuation between them.

    Leading "that" and edge punctuation are left off, but not quotation marks of whole quotations.
    """
    spans: list[Span] = []
    first = previous = -1
    for index in content:
        if first >= 0 and index == previous + 1:
            previous = index
            continue
        if first >= 0 and all(doc[between].is_punct or doc[between].is_space for between in range(previous + 1, index)):
            previous = index
            continue
        if first >= 0:
            spans.append(Span(doc, first, previous + 1))
        first = previous = index
    if first >= 0:
        spans.append(Span(doc, first, previous + 1))
    return [trimmed for span in spans if (trimmed := _trimmed(span, reading)) is not None and _has_words(trimmed)]


def statement(doc: Doc, report: Report, reading: Reading) -> Statement | None:
    """The statement that a report makes; None where its content is nothing but punctuation."""
    parts = runs(doc, report.content, reading)
    if not parts:
        return None
    content = tuple(evidence(part) for part in parts)
    cue = evidence(doc[report.cue[0] : report.cue[-1] + 1]) if report.cue else None
    speaker = mention(report.speaker) if report.speaker is not None else None
    return Statement(
        id=statement_id(content, cue),
        kind=_manner(parts, reading),
        content=content,
        rule=report.rule,
        speaker_mention=speaker,
        speaker_basis=speaker.kind if speaker else report.basis,
        cue=cue,
        quoted=tuple(_quotations(parts, reading)),
        via_mention=mention(report.via) if report.via is not None else None,
        addressee_mention=mention(report.addressee) if report.addressee is not None else None,
        act=report.act,
        negated=report.negated,
        attitude=report.attitude,
    )


def _trimmed(span: Span, reading: Reading) -> Span | None:
    start, end = span.start, span.end
    while start < end and _is_edge(span.doc, start, reading, is_first=True):
        start += 1
    while start < end and _is_edge(span.doc, end - 1, reading, is_first=False):
        end -= 1
    return Span(span.doc, start, end) if start < end else None


def _is_edge(doc: Doc, index: int, reading: Reading, *, is_first: bool) -> bool:
    """Whether a token at the edge of a content is no part of it."""
    token = doc[index]
    quotation = reading.of(index)
    if quotation is not None:  # a quotation keeps its marks and its own full stop, but a mark alone is nothing
        return index == (quotation.end - 1 if is_first else quotation.start)
    if token.is_punct or token.is_space:
        return not (is_first and token.text in "([") and not (not is_first and token.text in ")]%")
    if is_first and token.dep_ == "mark" and token.lower_ in ("that", "as"):
        return True
    return token.dep_ == "cc" and not token.is_title  # a sentence's own "But" stays


def _manner(parts: Sequence[Span], reading: Reading) -> Manner:
    if all(max(reading.number[part.start : part.end]) < 0 for part in parts):
        return Manner.INDIRECT
    inside = [reading.number[token.i] >= 0 for part in parts for token in part if not _is_mark(token)]
    if inside and all(inside):
        return Manner.DIRECT
    return Manner.MIXED if any(inside) else Manner.INDIRECT


def _quotations(parts: Sequence[Span], reading: Reading) -> list[Evidence]:
    """What of the content stands in quotation marks."""
    found = []
    for part in parts:
        for number in sorted(set(reading.number[part.start : part.end]) - {-1}):
            quotation = reading.spans[number]
            inside = part.doc[max(part.start, quotation.start) : min(part.end, quotation.end)]
            if _has_words(inside):
                found.append(evidence(inside))
    return found


def _has_words(span: Span) -> bool:
    return not all(map(_is_mark, span))


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space
