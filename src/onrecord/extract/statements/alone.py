"""Quotations that stand alone in their sentences: they go on with the speech before them, or with whoever is told of.

"'It is late,' Brandt said. 'We leave.'" is all Brandt's, and so are the paragraphs that open with a mark after it.
"Brandt shook his head. 'It is late.'" is Brandt's too. Where nobody is told of, nobody is known to speak.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.grammar import subject
from onrecord.annotate.nlp import places
from onrecord.annotate.quotes import CONTINUES
from onrecord.extract.statements.report import Reading, Report
from onrecord.extract.statements.speakers import speaker_span
from onrecord.extract.statements.voices import is_person
from onrecord.model import BlockKind, MentionKind
from onrecord.model.rules import StatementRule

QUOTED_SHARE = 0.5  # of a sentence's words; a sentence with less of it in quotation marks is the narrator's
FEWEST_WORDS = 3  # of a quotation that can stand for itself; fewer are a name, or a sentence of their own
SIDE_BY_SIDE = frozenset({"conj", "ROOT", "parataxis", "dep"})  # relations of clauses that none governs
STOPS = frozenset(".?!")
BRACKETS = frozenset("([")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TITLES = (BlockKind.HEADING, BlockKind.HEADLINE)


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has the floor after a sentence: the report whose speaker goes on, or the one whom the narrator tells of."""

    block: int  # the number of its paragraph
    report: Report | None = None
    narrated: Token | None = None


def quotations_alone(
    doc: Doc, sentences: Sequence[Span], told: Sequence[Sequence[Report]], reading: Reading
) -> Iterator[Report]:
    """A report for each quotation that makes up sentences of which no report is told.

    `told` are the reports of which each sentence holds a part.
    """
    blocks = places(doc).blocks
    owners = {
        reading.number[index]: report.speaker for reports in told for report in reports for index in report.content
    }
    floor = Floor(-1)
    done: set[int] = set()
    for sentence, reports in zip(sentences, told, strict=True):
        block = blocks[sentence.start]
        number = _quotation(sentence, reading)
        if reports:
            floor = Floor(block, report=_leading(doc, reports, reading))
        elif number is None:
            floor = _after_narration(sentence, floor, block)
        elif number not in done:
            done.add(number)
            found = _with_later_speaker(_alone(reading.spans[number], floor, reading), number, owners, reading)
            yield found
            floor = _after_quotation(found, floor, block)


def _quotation(sentence: Span, reading: Reading) -> int | None:
    """The number of the quotation that makes up a sentence."""
    if max(reading.number[sentence.start : sentence.end]) < 0:
        return None
    inside = [token for token in sentence if reading.number[token.i] >= 0 and not token.is_punct]
    words = [token for token in sentence if not token.is_punct]
    if not inside or len(inside) < QUOTED_SHARE * len(words):
        return None
    number = reading.number[inside[0].i]
    if reading.spans[number][1:2].text in BRACKETS:
        return None  # a remark on what happens: "(Applause.)"
    is_whole = len(inside) == len(words) and not STOPS.isdisjoint(token.text for token in reading.spans[number][-2:])
    return number if is_whole or len(inside) >= FEWEST_WORDS else None


def _alone(quotation: Span, floor: Floor, reading: Reading) -> Report:
    """The report of a quotation that stands alone, given to who has the floor."""
    content = tuple(range(quotation.start, quotation.end))
    where = places(quotation.doc)
    block = where.blocks[quotation.start]
    opens = quotation.start == 0 or where.blocks[quotation.start - 1] != block
    is_near = floor.block == block or (opens and block - floor.block == 1)
    if not is_near or where.document.blocks[block].kind in TITLES:
        return Report(rule=StatementRule.QUOTATION_ALONE, content=content)
    if floor.narrated is not None and not opens and _is_sentence(quotation):
        return Report(rule=StatementRule.NARRATED, content=content, speaker=speaker_span(floor.narrated))
    last = floor.report
    if last is None or (floor.block != block and not _is_quoting(last, reading)):
        return Report(rule=StatementRule.QUOTATION_ALONE, content=content)
    return Report(rule=StatementRule.QUOTATION_ALONE, content=content, basis=MentionKind.CONTINUED, continues=last)


def _is_sentence(quotation: Span) -> bool:
    """Whether a quotation after a full stop is a sentence, and no name of something."""
    first = next((token for token in quotation if not token.is_punct), quotation[0])
    is_wordy = any(token.tag_ in FINITE or token.tag_ == "MD" for token in quotation)
    return is_wordy and first.text[0].isupper() and quotation.doc[quotation.start - 1].text in STOPS


def _with_later_speaker(found: Report, number: int, owners: Mapping[int, Span | None], reading: Reading) -> Report:
    """A quotation over paragraphs is the speaker's whom its last one names: "'We met.", "'We left,' said Brandt"."""
    if found.speaker is not None or found.continues is not None:
        return found
    while number + 1 < len(reading.spans) and reading.spans[number].label_ == CONTINUES:
        number += 1
        if owners.get(number) is not None:
            return replace(found, speaker=owners[number])
    return found


def _after_quotation(found: Report, floor: Floor, block: int) -> Floor:
    """Who has the floor after a quotation that stands alone: still the same, if it was given to somebody."""
    if found.speaker is not None:
        return Floor(block, report=found)
    return Floor(block, report=floor.report) if found.continues is not None else floor


def _after_narration(sentence: Span, floor: Floor, block: int) -> Floor:
    """Who has the floor after a sentence of the narrator's: the person that it tells of."""
    if all(token.is_punct for token in sentence):
        return floor  # the mark that opens a quotation, which a parser takes for a sentence
    own = subject(sentence.root)
    if own is not None and is_person(own):
        return Floor(block, narrated=own)
    return Floor(block) if floor.block == block or floor.narrated is not None else floor


def _is_quoting(report: Report, reading: Reading) -> bool:
    return max(map(reading.number.__getitem__, report.content)) >= 0


def _leading(doc: Doc, reports: Sequence[Report], reading: Reading) -> Report:
    """Of a sentence's reports the one that a quotation after it goes on with: of those that quote the outermost.

    In "'...,' Brandt said, citing a paper that calls it a folly" that is Brandt's.
    """
    quoting = [report for report in reports if _is_quoting(report, reading)]
    return min(reversed(quoting or reports), key=lambda report: _depth(doc, report))


def _depth(doc: Doc, report: Report) -> int:
    """How many clauses stand between a report's cue and its sentence; joined clauses stand side by side."""
    if not report.cue:
        return 0
    arcs = [doc[report.cue[0]], *doc[report.cue[0]].ancestors]
    return sum(token.dep_ not in SIDE_BY_SIDE for token in arcs)
