"""Labels of speakers in a transcript: "MINISTER VARGA: ", "President of Norland Anna Varga: ", "Q. ", "Lin Hua: "."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.actors import actor_matcher
from onrecord.annotate.columns import columns
from onrecord.annotate.nlp import places
from onrecord.extract.statements.report import Reading
from onrecord.lexicon.transcripts import TranscriptUse, letters

LONGEST_LABEL = 12  # tokens before a colon that can be who speaks: "Prime Minister of the Republic of X Anna Varga"
FEWEST_TURNS = 2  # of one speaker, in a conversation in which an unknown label asks
LINKS = frozenset({"of", "the", "and", "for", "-", "’s", "'s"})  # inside a title: "Minister of Trade and Industry"
ENDERS = frozenset(".?!…*>)]”\"'’")  # what a turn before ends with, where the next opens in the same paragraph
SPOKEN = frozenset({"i", "we", "us", "our", "my", "me", "you", "your"})  # a narrator does without
COLONS = (":", "):")  # tokenizers take the second for a sad face

Bounds = tuple[int, int]  # the first token of a paragraph, and the one after its last


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a turn may open: doc[start:end] is who speaks, and `words` where that begins.

    The colon stands right before the words; a remark in brackets may stand before it. "Q" has no colon.
    """

    start: int
    end: int
    words: int
    opens_paragraph: bool
    has_colon: bool = True


def openings(doc: Doc, paragraphs: Sequence[Bounds], reading: Reading) -> Sequence[Opening]:
    """The openings of turns in order: those that are plain by themselves, and others in a conversation.

    There a name that comes again is a speaker, and so are several words with capitals ("Belm Mayor: Good day") and
    whoever asks right before one who speaks often ("AFP: Will you go? Lin Hua: We will").
    """
    found = list(_lettered(doc, [one for bounds in paragraphs for one in _candidates(doc, bounds, reading)]))
    known = {span.end for span in doc.spans["actors"] if span.label_ in ("person", "state")}
    names = _names(doc) if found else set()
    plain = {opening for opening in found if _is_plain(doc, opening, reading, names, is_known=opening.end in known)}
    times_of = Counter(_name(doc, opening) for opening in found)
    talking = {name for name, times in times_of.items() if times > 1} | {_name(doc, opening) for opening in plain}
    titled = {_name(doc, opening) for opening in found if opening.end - opening.start > 2 and opening.opens_paragraph}
    is_conversation = len(talking) > 1 or bool(talking and titled - talking)
    is_in_capitals = any(_is_in_capitals(doc, opening) for opening in plain)
    sure = [
        opening
        for opening in found
        if opening in plain
        or (is_conversation and (_name(doc, opening) in talking or opening.end - opening.start > 1))
        or (is_in_capitals and _is_in_capitals(doc, opening))
    ]
    often = {name for name, times in Counter(_name(doc, one) for one in sure).items() if times >= FEWEST_TURNS}
    return _with_askers(doc, found, set(sure), often) if often else sure


def _names(doc: Doc) -> set[str]:
    read = columns(doc)
    return {text for text, pos in zip(read.texts, read.pos, strict=True) if pos == "PROPN"}


def _with_askers(doc: Doc, found: Sequence[Opening], sure: set[Opening], often: set[str]) -> Sequence[Opening]:
    """The sure openings, and the unknown ones who ask right before somebody who speaks often."""
    kept: list[Opening] = []
    after: Opening | None = None
    for opening in reversed(found):
        if opening in sure or (after in sure and opening.opens_paragraph and _asks(doc, opening, after, often)):
            kept.append(opening)
            after = opening
    return kept[::-1]


def _asks(doc: Doc, opening: Opening, after: Opening | None, often: set[str]) -> bool:
    """Whether a question leads to the next opening, of somebody who speaks often."""
    if after is None or _name(doc, after) not in often:
        return False
    return "?" in doc[opening.words : after.start].text


def paragraphs_of(doc: Doc) -> Iterator[Bounds]:
    """The paragraphs of a text in order."""
    blocks = places(doc).blocks
    start = 0
    for index in range(1, len(doc) + 1):
        if index == len(doc) or blocks[index] != blocks[start]:
            yield start, index
            start = index


def is_spoken(doc: Doc, bounds: Bounds, reading: Reading, *, around: int = -1) -> bool:
    """Whether a stretch speaks of "me" or to "you" outside quotation marks; `around` is one that holds it all."""
    words = columns(doc).words
    return any(words[index] in SPOKEN and reading.number[index] in (-1, around) for index in range(*bounds))


def _candidates(doc: Doc, bounds: Bounds, reading: Reading) -> Iterator[Opening]:
    """What may open a turn in a paragraph; a quotation mark may stand before all of it."""
    start, end = bounds
    around = reading.of(start)
    first = start + 1 if around is not None and around.start == start and end - start > 1 else start
    if _is_bare_letter(doc[first]) and end - first > 2 and doc[first + 1].text not in COLONS:
        yield Opening(first, first + 1, first + 1, opens_paragraph=True, has_colon=False)
        return
    words = columns(doc).words
    for colon in range(first + 1, end - 1):
        if words[colon] in COLONS and reading.number[colon] in (-1, reading.number[first]):
            opening = _opening(doc, first, colon)
            if opening is not None and any(token.is_alpha for token in doc[colon + 1 : end]):  # no "Varga: 547"
                yield opening


def _is_bare_letter(token: Token) -> bool:
    """Whether a word can label a turn without a colon: "Q", "Q.", "A."; an article is not."""
    asks, answers = letters(TranscriptUse.ASKS), letters(TranscriptUse.ANSWERS)
    return token.text.removesuffix(".") in asks or (token.text.endswith(".") and token.text[:-1] in answers)


def _is_letter(doc: Doc, opening: Opening, uses: Iterable[TranscriptUse]) -> bool:
    text = doc[opening.start : opening.end].text.removesuffix(".")
    return any(text in letters(use) for use in uses)


def _lettered(doc: Doc, found: Sequence[Opening]) -> Iterator[Opening]:
    """The openings without letters that stand for nobody: "A. Varga left" where nothing is asked."""
    is_asked = any(_is_letter(doc, opening, [TranscriptUse.ASKS]) for opening in found)
    return (opening for opening in found if is_asked or not _is_letter(doc, opening, TranscriptUse))


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
    is_name = doc[end - 1].text[0].isupper() or doc[end - 1].text == "."
    return Opening(first, end, colon + 1, opens) if is_name else None


def _before_brackets(doc: Doc, start: int, colon: int) -> int:
    """Where a label ends: "Varga (in Ardenese):"."""
    if ")" not in (doc[colon - 1].text, doc[colon].text[0]):
        return colon
    return next((index for index in range(colon - 1, start, -1) if doc[index].text == "("), colon)


def _is_label(token: Token) -> bool:
    if token.text == "." and token.i > 0:  # "MR. VARGA": a tokenizer parts capitals from their stop
        return token.nbor(-1).lower_ in actor_matcher(token.doc).book.honorifics
    return token.text[0].isupper() or token.lower_ in LINKS


def _name(doc: Doc, opening: Opening) -> str:
    """What a label has in common with its shorter form: "Minister Anna Varga" and "Varga"."""
    return doc[opening.end - 1].lower_


def _is_plain(doc: Doc, opening: Opening, reading: Reading, names: Container[str], *, is_known: bool) -> bool:
    """Whether a label is a speaker by itself: before a quotation, a known name, or in capitals before spoken words."""
    if not opening.opens_paragraph:
        return is_known
    if _is_letter(doc, opening, TranscriptUse):
        return True
    if reading.number[opening.words] >= 0 and reading.number[opening.start] < 0:
        return _is_name(doc[opening.end - 1], names)
    end = _paragraph_end(doc, opening.words)
    if is_known:
        return any(token.pos_ in ("VERB", "AUX") for token in doc[opening.words : end])
    return _is_in_capitals(doc, opening) and is_spoken(
        doc, (opening.words, end), reading, around=reading.number[opening.start]
    )


def _is_name(last: Token, names: Container[str]) -> bool:
    """Whether a label ends in a name: tagged so here or elsewhere in the text, or in capitals."""
    return last.text in names or (last.is_upper and last.is_alpha)


def _is_in_capitals(doc: Doc, opening: Opening) -> bool:
    last = doc[opening.end - 1]
    return opening.opens_paragraph and last.is_upper and len(last) > 1


def _paragraph_end(doc: Doc, index: int) -> int:
    blocks = places(doc).blocks
    return next((end for end in range(index, len(doc)) if blocks[end] != blocks[index]), len(doc))
