"""Speech that goes on without a cue of its own: in quotation marks, and in a readout's "Wang said that A. B. C."."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.grammar import children
from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Quoted, Report
from onrecord.model import BlockKind, MentionKind

QUOTED_SHARE = 0.5  # of a sentence's words; a sentence with less of it in quotation marks is the narrator's
FEWEST_WORDS = 3  # of a quotation that can stand for itself; fewer are a name or a title
READOUT_QUOTES = 0.25  # share of sentences with quotation marks above which a text is news and not a readout


def continued_reports(doc: Doc, reports: Sequence[Report], quoted: Quoted) -> Iterator[Report]:
    """Reports for sentences that no cue governs but that go on with the speech before them, in reading order."""
    told = _told(doc, reports)
    is_readout = _is_readout(doc)
    blocks = places(doc).blocks
    last: Report | None = None
    last_block = -1
    done: set[int] = set()
    for sentence in doc.sents:
        starting = [report for report in told.get(sentence.start, ())]
        if starting:
            last, last_block = starting[-1], blocks[sentence.start]
            continue
        report = _quotation(sentence, quoted, done)
        if report is None and is_readout and last is not None and last_block == blocks[sentence.start]:
            report = _clause(sentence, last)
        if report is None:
            if last_block == blocks[sentence.start]:
                last = None
            continue
        goes_on = last is not None and (last_block == blocks[sentence.start] or _follows(doc, last, report, quoted))
        is_heading = places(doc).document.blocks[blocks[sentence.start]].kind in (BlockKind.HEADING, BlockKind.HEADLINE)
        basis = MentionKind.CONTINUED if goes_on and not is_heading else MentionKind.NONE
        yield Report(rule=report.rule, content=report.content, basis=basis)
        if basis is MentionKind.CONTINUED:
            last_block = blocks[sentence.start]


def _told(doc: Doc, reports: Sequence[Report]) -> dict[int, list[Report]]:
    """The reports that hold a part of each sentence, by the sentence's first token."""
    told: dict[int, list[Report]] = {}
    first_of = [0] * len(doc)
    for sentence in doc.sents:
        first_of[sentence.start : sentence.end] = [sentence.start] * len(sentence)
    for report in reports:
        for first in sorted({first_of[index] for index in (*report.content, *report.cue)}):
            told.setdefault(first, []).append(report)
    return told


def _quotation(sentence: Span, quoted: Quoted, done: set[int]) -> Report | None:
    """The quotation that makes up a sentence that nobody is named for, once."""
    inside = [token for token in sentence if quoted.number[token.i] >= 0 and not token.is_punct]
    words = [token for token in sentence if not token.is_punct]
    if len(inside) < FEWEST_WORDS or len(inside) < QUOTED_SHARE * len(words):
        return None
    number = quoted.number[inside[0].i]
    if number in done:
        return None
    done.add(number)
    quotation = quoted.spans[number]
    return Report(rule="statement/quotation-alone", content=tuple(range(quotation.start, quotation.end)))


def _follows(doc: Doc, last: Report, report: Report, quoted: Quoted) -> bool:
    """Whether a quotation opens the paragraph right after one that ended in the same speaker's quotation."""
    blocks = places(doc).blocks
    here, before = blocks[report.content[0]], blocks[max((*last.content, *last.cue))]
    opens = report.content[0] == 0 or blocks[report.content[0] - 1] != here
    return opens and here - before == 1 and any(quoted.number[index] >= 0 for index in last.content)


def _clause(sentence: Span, last: Report) -> Report | None:
    """A sentence that goes on with reported speech: its tense was not shifted, as a narrator's would be."""
    root = sentence.root
    if last.speaker is None and last.basis is not MentionKind.CONTINUED or root.pos_ not in ("VERB", "AUX"):
        return None
    if not _is_unshifted(root):
        return None
    content = tuple(token.i for token in sentence)
    return Report(rule="statement/continued-clause", content=content, basis=MentionKind.CONTINUED)


def _is_unshifted(verb: Token) -> bool:
    """Present, future or modal: what the narrator of a past meeting does not use."""
    auxiliaries = list(children(verb, "aux", "auxpass"))
    finite = next((token for token in auxiliaries if token.tag_ in ("MD", "VBP", "VBZ", "VBD")), verb)
    return finite.tag_ in ("MD", "VBP", "VBZ")


def _is_readout(doc: Doc) -> bool:
    """Whether a text reports speech without quoting it, as official readouts do and news does not."""
    sentences = list(doc.sents)
    starts = {span.sent.start for span in doc.spans["quotes"] if len(span) > FEWEST_WORDS + 2}
    return len(starts) <= READOUT_QUOTES * len(sentences) and bool(sentences)
