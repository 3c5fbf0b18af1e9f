"""Reports that a colon or a dash makes: "VARGA: Well, look", "Varga: '...'", "'...' - Anna Varga".

In a transcript a turn lasts until the next one opens, over paragraphs or within one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Reading, Report
from onrecord.model import Act, BlockKind, MentionKind

LONGEST_LABEL = 12  # tokens before a colon that can be who speaks: "Prime Minister of the Republic of X Anna Varga"
LONGEST_SIGNATURE = 7  # tokens from a quotation to the end of its paragraph that can be a dash and a name
LINKS = frozenset({"of", "the", "and", "for", "-", "’s", "'s"})  # inside a title: "Minister of Trade and Industry"
ENDERS = frozenset(".?!…*>)]”\"'’")  # what a turn before ends with, where the next opens in the same paragraph
SPOKEN = frozenset({"i", "we", "us", "our", "my", "me", "you", "your"})  # a narrator does without
SPOKEN_SHARE = 0.3  # of a transcript's paragraphs without a label; in the paragraphs of news it is near none
COLONS = (":", "):")  # tokenizers take the second for a sad face
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a turn may open: doc[start:end] is who speaks; a remark in brackets may follow before the colon."""

    start: int
    end: int
    colon: int
    opens_paragraph: bool


def turn_reports(doc: Doc, reading: Reading) -> Iterator[Report]:
    """One report for each paragraph of a turn, and for each quotation that a dash and a name close."""
    paragraphs = list(_paragraphs(doc))
    openings = _openings(doc, paragraphs, reading)
    is_transcript = bool(openings) and _is_transcript(doc, paragraphs, openings, reading)
    speaking = False
    for start, end in paragraphs:
        turns = openings[bisect_left(openings, start, key=_start) : bisect_left(openings, end, key=_start)]
        lead = turns[0].start if turns else end
        if is_transcript and speaking and lead > start and not _is_title(doc, start):
            yield _going_on(start, lead)
        elif not turns and (dash := _closing_dash(doc, start, end, reading)) is not None:
            yield _signed(doc, start, dash, end)
        ends = (*(turn.start for turn in turns[1:]), end)
        yield from (_turn(doc, turn, last) for turn, last in zip(turns, ends, strict=False) if last > turn.colon + 1)
        speaking = speaking or bool(turns)


def _start(opening: Opening) -> int:
    return opening.start


def _turn(doc: Doc, turn: Opening, end: int) -> Report:
    return Report(
        rule="statement/colon",
        cue=(turn.colon,),
        content=tuple(range(turn.colon + 1, end)),
        speaker=doc[turn.start : turn.end],
        act=Act.ASK if doc[end - 1].text == "?" else Act.ASSERT,
    )


def _going_on(start: int, end: int) -> Report:
    return Report(rule="statement/turn", content=tuple(range(start, end)), basis=MentionKind.CONTINUED)


def _signed(doc: Doc, start: int, dash: int, end: int) -> Report:
    content = tuple(range(start, dash))
    return Report(rule="statement/dash", cue=(dash,), content=content, speaker=doc[dash + 1 : end])


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    blocks = places(doc).blocks
    start = 0
    for index in range(1, len(doc) + 1):
        if index == len(doc) or blocks[index] != blocks[start]:
            yield start, index
            start = index


def _is_title(doc: Doc, start: int) -> bool:
    where = places(doc)
    return where.document.blocks[where.blocks[start]].kind in TITLES


def _openings(doc: Doc, paragraphs: Sequence[tuple[int, int]], reading: Reading) -> Sequence[Opening]:
    """The openings of turns: those that are plain by themselves, and others in a conversation.

    There a name that comes again is a speaker, and so are several words with capitals: "Belm Mayor: Good day".
    """
    found = [
        opening
        for start, end in paragraphs
        for colon in range(start + 1, end - 1)
        if doc[colon].text in COLONS and reading.number[colon] < 0
        if (opening := _opening(doc, start, colon)) is not None
    ]
    known = {span.end for span in doc.spans["actors"] if span.label_ in ("person", "state")}
    plain = {opening for opening in found if _is_plain(doc, opening, reading, is_known=opening.end in known)}
    names = Counter(_name(doc, opening) for opening in found)
    talking = {name for name, times in names.items() if times > 1} | {_name(doc, opening) for opening in plain}
    is_conversation = len(talking) > 1
    is_in_capitals = any(_is_in_capitals(doc, opening) for opening in plain)
    return [
        opening
        for opening in found
        if opening in plain
        or (is_conversation and (_name(doc, opening) in talking or opening.end - opening.start > 1))
        or (is_in_capitals and _is_in_capitals(doc, opening))
    ]


def _opening(doc: Doc, start: int, colon: int) -> Opening | None:
    """What stands before a colon, as a speaker's name with its titles; None where it is something else."""
    end = _before_brackets(doc, start, colon)
    first = end
    while first > start and _is_label(doc[first - 1]):
        first -= 1
    while first < end and not doc[first].text[0].isupper():
        first += 1
    opens = first == start
    if not 0 < end - first <= LONGEST_LABEL or not (opens or doc[first - 1].text[-1] in ENDERS):
        return None
    return Opening(first, end, colon, opens) if doc[end - 1].text[0].isupper() else None


def _before_brackets(doc: Doc, start: int, colon: int) -> int:
    """Where a label ends: "Varga (in Ardenese):"."""
    if ")" not in (doc[colon - 1].text, doc[colon].text[0]):
        return colon
    return next((index for index in range(colon - 1, start, -1) if doc[index].text == "("), colon)


def _is_label(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in LINKS


def _name(doc: Doc, opening: Opening) -> str:
    """What a label has in common with its shorter form: "Minister Anna Varga" and "Varga"."""
    return doc[opening.end - 1].lower_


def _is_plain(doc: Doc, opening: Opening, reading: Reading, *, is_known: bool) -> bool:
    """Whether a label is a speaker by itself: before a quotation, a known name, or in capitals before spoken words."""
    if not opening.opens_paragraph:
        return is_known
    if reading.number[opening.colon + 1] >= 0:
        return _is_name(doc[opening.end - 1])
    end = _paragraph_end(doc, opening.colon)
    if is_known:
        return any(token.pos_ in ("VERB", "AUX") for token in doc[opening.colon + 1 : end])
    return _is_in_capitals(doc, opening) and _is_spoken(doc, opening.colon + 1, end, reading)


def _is_in_capitals(doc: Doc, opening: Opening) -> bool:
    last = doc[opening.end - 1]
    return opening.opens_paragraph and last.is_upper and len(last) > 1


def _paragraph_end(doc: Doc, index: int) -> int:
    blocks = places(doc).blocks
    return next((end for end in range(index, len(doc)) if blocks[end] != blocks[index]), len(doc))


def _is_spoken(doc: Doc, start: int, end: int, reading: Reading) -> bool:
    """Whether a stretch speaks of "me" or to "you" outside quotation marks."""
    return any(doc[index].lower_ in SPOKEN and reading.number[index] < 0 for index in range(start, end))


def _is_transcript(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], openings: Sequence[Opening], reading: Reading
) -> bool:
    """Whether the paragraphs without a label are spoken too, and no narrator's."""
    labelled = {opening.start for opening in openings if opening.opens_paragraph}
    after = [
        (start, end)
        for start, end in paragraphs
        if start > openings[0].start and start not in labelled and not _is_title(doc, start)
    ]
    spoken = sum(_is_spoken(doc, start, end, reading) for start, end in after)
    return spoken >= SPOKEN_SHARE * len(after)


def _closing_dash(doc: Doc, start: int, end: int, reading: Reading) -> int | None:
    """The dash between a quotation that fills the paragraph and the name that ends it."""
    if reading.number[start] < 0:
        return None
    close = reading.spans[reading.number[start]].end
    if (
        close < end - 1
        and doc[close].text in ("-", "–", "—")
        and end - close <= LONGEST_SIGNATURE
        and _is_name(doc[close + 1])
    ):
        return close
    return None


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.is_upper and token.is_alpha)
