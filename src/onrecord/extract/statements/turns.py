"""Reports that a label makes: "VARGA: Well, look", "Varga: '...'", "Q. Will you go?".

In a transcript a turn lasts until the next one opens, over paragraphs or within one.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc

from onrecord.annotate.columns import columns
from onrecord.annotate.nlp import places
from onrecord.extract.statements.labels import Bounds, Opening, is_spoken, openings, paragraphs_of
from onrecord.extract.statements.report import Reading, Report
from onrecord.model import Act, BlockKind, MentionKind
from onrecord.model.rules import StatementRule

SPOKEN_SHARE = 0.3  # of a transcript's paragraphs without a label; in the paragraphs of news it is near none
LABELLED_SHARE = 0.3  # of the paragraphs from the first label on; news has a few turns at most
FEWEST_LABELS = 3  # paragraphs with a label, of a text that is a transcript though nobody in it says "I"
LONGEST_PIECE = 300  # tokens of a paragraph; a longer one holds a whole speech, run together
LONGEST_HEADLINE = 25  # tokens
LONGEST_REMARK = 6  # tokens in brackets that tell what happened while somebody spoke: "(Laughter and applause.)"
OPENERS, CLOSERS = ("(", "["), (")", "]")
STOPS = frozenset('.?!…:-—–"”“')  # after these a remark in brackets is nobody's words
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)


Words = tuple[int, ...]


def turn_reports(doc: Doc, reading: Reading) -> Iterator[Report]:
    """One report for each paragraph of a turn."""
    paragraphs = list(paragraphs_of(doc))
    opened = openings(doc, paragraphs, reading)
    is_transcript = bool(opened) and _is_transcript(doc, paragraphs, opened, reading)
    is_quoted = _is_quoted(opened, reading)
    last: Report | None = None
    for number, (start, end) in enumerate(paragraphs):
        turns = opened[bisect_left(opened, start, key=_start) : bisect_left(opened, end, key=_start)]
        lead = turns[0].start if turns else end
        if is_quoted and reading.number[start] < 0:
            last = None  # the transcript stood in quotation marks
        if is_transcript and last is not None and lead - start > 1 and not _is_title(doc, start):
            yield from _lasting(doc, _pieces(doc, _words(doc, start, lead)), last)
        ends = (*(turn.start for turn in turns[1:]), end)
        for turn, stop in zip(turns, ends, strict=False):
            if any(token.is_alpha for token in doc[turn.words : stop]):
                first, *rest = _pieces(doc, _words(doc, turn.words, stop))
                found = _turn(doc, turn, first)
                last = None if _is_headline(doc, paragraphs, number, reading) else found
                yield found
                yield from _lasting(doc, rest, found)


def _start(opening: Opening) -> int:
    return opening.start


def _turn(doc: Doc, turn: Opening, words: Words) -> Report:
    return Report(
        rule=StatementRule.COLON,
        cue=(turn.words - 1,) if turn.has_colon else (),
        content=words,
        speaker=doc[turn.start : turn.end],
        act=Act.ASK if words and doc[words[-1]].text == "?" else Act.ASSERT,
    )


def _lasting(doc: Doc, pieces: Iterable[Words], last: Report) -> Iterator[Report]:
    """What a label still covers."""
    for words in pieces:
        if any(doc[index].is_alpha for index in words):
            yield Report(rule=StatementRule.TURN, content=words, basis=MentionKind.CONTINUED, continues=last)


def _pieces(doc: Doc, words: Words) -> Sequence[Words]:
    """The words of a paragraph in one piece, or by sentences where it is longer than a paragraph is written."""
    if len(words) <= LONGEST_PIECE:
        return [words]
    return [tuple(sentence) for _, sentence in groupby(words, key=lambda index: doc[index].sent.start)]


def _words(doc: Doc, start: int, end: int) -> Words:
    """What is said in a stretch: without remarks in brackets that stand by themselves, "(Applause.)"."""
    texts = columns(doc).texts
    kept: list[int] = []
    index = start
    while index < end:
        is_opened = texts[index] in OPENERS and (not kept or texts[kept[-1]][-1] in STOPS)
        close = _remark_end(doc, index, end) if is_opened else None
        if close is None:
            kept.append(index)
        index = index + 1 if close is None else close
    return tuple(kept)


def _remark_end(doc: Doc, index: int, end: int) -> int | None:
    """Where a remark in brackets that begins here ends; None where there is none."""
    if not doc[min(index + 1, len(doc) - 1)].text[:1].isupper():
        return None
    for close in range(index + 2, min(end, index + LONGEST_REMARK + 2)):
        if doc[close].text in CLOSERS:
            return close + 1
    return None


def _is_title(doc: Doc, start: int) -> bool:
    where = places(doc)
    return where.document.blocks[where.blocks[start]].kind in TITLES


def _is_quoted(opened: Sequence[Opening], reading: Reading) -> bool:
    """Whether the whole transcript stands in quotation marks: "'VARGA: Will you go?"."""
    return sum(reading.number[opening.start] >= 0 for opening in opened) > len(opened) / 2


def _is_headline(doc: Doc, paragraphs: Sequence[Bounds], number: int, reading: Reading) -> bool:
    """Whether a label stands in a text's first line over an article: "Varga: The Border Is Closed"."""
    start, end = paragraphs[number]
    if number > 0 or end - start > LONGEST_HEADLINE or len(paragraphs) == 1:
        return False
    return not any(is_spoken(doc, bounds, reading) for bounds in paragraphs[:2])


def _is_transcript(doc: Doc, paragraphs: Sequence[Bounds], opened: Sequence[Opening], reading: Reading) -> bool:
    """Whether the paragraphs without a label are spoken too, and no narrator's."""
    labelled = {opening.start for opening in opened if opening.opens_paragraph}
    after = [
        (start, end)
        for start, end in paragraphs
        if start > opened[0].start and labelled.isdisjoint((start, start + 1)) and not _is_title(doc, start)
    ]
    is_quoted = _is_quoted(opened, reading)
    spoken = sum(
        is_spoken(doc, bounds, reading, around=reading.number[bounds[0]] if is_quoted else -1) for bounds in after
    )
    is_labelled = len(labelled) >= FEWEST_LABELS and len(labelled) >= LABELLED_SHARE * (len(labelled) + len(after))
    return is_labelled or spoken >= SPOKEN_SHARE * len(after)
