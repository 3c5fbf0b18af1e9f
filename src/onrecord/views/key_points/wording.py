"""The words of a statement or an event as parts of a line: what is quoted, what is not, and where to cut."""

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.lexicon.marks import load_marks
from onrecord.model import Document, Evidence, Manner, Statement
from onrecord.views.brief import Part, PartKind
from onrecord.views.cast import flat
from onrecord.views.passages import clause_around, passage, sentence_around

LINE_LIMIT = 200  # characters of a line's words: three lines of a terminal
CUE_GAP = 60  # characters between a cue and "to do it" in which the addressee may stand
RECEIPT_LIMIT = 600  # characters of a passage to cite; a longer one is cited by its parts
ELLIPSIS = "…"

_BREAK = re.compile(r"[,;:—–]|[.!?]\s+[A-Z]")
_INFINITIVE = re.compile(r"(?:not\s+)?to\s+\w", re.IGNORECASE)
_CUT = re.compile(r"(?<=[.!?])\s|[,;:]\s|\s[–—-]\s|—")


def statement_parts(statement: Statement, document: Document, plain: Collection[str]) -> tuple[Part, ...]:
    """The content as it is shown: quotations whole, long words between them cut at a clause.

    A telling cue stands before it: "agreed to carry forward consultations"; one of the `plain` ones does not.
    A turn of a transcript ("Holm: We are here") is a quotation that needs no marks.
    """
    spans = [(content.start, content.end) for content in statement.content]
    spans[0] = (_lead(statement, document, plain), spans[0][1])
    is_transcript = statement.kind is Manner.DIRECT and not statement.quoted
    return span_parts(document, spans, statement.content if is_transcript else statement.quoted)


def clause_parts(
    statement: Statement, document: Document, holders: Sequence[Statement]
) -> tuple[tuple[Part, ...], tuple[Statement, ...]]:
    """The words of a statement that stands inside others, with enough around them; and what else they tell.

    That is the whole of the first holder that fits a line (the narrowest stands first), else the quotation around
    the words, else the cue and the content.
    """
    for holder in holders:
        spans = [(content.start, content.end) for content in holder.content]
        if sum(end - start for start, end in spans) <= LINE_LIMIT:
            return span_parts(document, spans, holder.quoted), (holder,)
    start, end = statement.content[0].start, statement.content[-1].end
    if statement.negated:
        start = _negated_start(statement, document)
    elif statement.cue and 0 <= start - statement.cue.end <= CUE_GAP:
        start = statement.cue.start
    quoted = (*statement.quoted, *(quote for holder in holders for quote in holder.quoted))
    for quote in [_whole(quote, document) for quote in quoted]:
        if quote.start <= statement.content[0].start and end <= quote.end <= quote.start + LINE_LIMIT:
            start, end, quoted = min(start, quote.start), quote.end, (quote,)
            break
    return span_parts(document, [(start, end)], quoted), ()


def _whole(quote: Evidence, document: Document) -> Evidence:
    """A quotation up to its own marks, where a statement holds only a part of it."""
    text = document.text
    first, last = sentence_around(document, quote.start, quote.end)
    marks = [
        place for place in range(first, last) if text[place] in "".join(_marks()) and not _is_in_a_word(text, place)
    ]
    before = [place for place in marks if place <= quote.start]
    after = [place for place in marks if place >= quote.end - 1]
    opening, closing = _marks()
    is_whole = before and after and text[before[-1]] in opening and text[after[0]] in closing
    return passage(document, before[-1], after[0] + 1) if is_whole else quote


def _is_in_a_word(text: str, place: int) -> bool:
    """Whether a mark stands between letters: the apostrophe of "hasn’t"."""
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


def span_parts(document: Document, spans: Sequence[tuple[int, int]], quoted: Sequence[Evidence]) -> tuple[Part, ...]:
    """The words of some stretches of a text, its quotations apart, no longer than a line."""
    parts = [part for start, end in spans for part in _pieces(document, start, end, quoted)]
    return tuple(_shortened(parts))


def receipt(statement: Statement, document: Document) -> tuple[Evidence, ...]:
    """What to cite for a statement: who says it, how, and what, in one passage where they stand together."""
    stretch = [*statement.content, *filter(None, (statement.cue, statement.speaker_mention))]
    start, end = min(e.start for e in stretch), max(e.end for e in stretch)
    first, last = statement.content[0].start, statement.content[-1].end
    begin, finish = sentence_around(document, first, last)
    if begin <= start and end <= finish and end - start <= RECEIPT_LIMIT:
        return (passage(document, start, end),)
    return statement.content


def words_of(parts: Sequence[Part]) -> str:
    """The words of some parts, for comparing."""
    return " ".join(part.text for part in parts)


def has_telling_cue(statement: Statement, document: Document, plain: Collection[str]) -> bool:
    """Whether a cue that says more than "said" leads straight to the content: "urged them to"."""
    cue, start = statement.cue, statement.content[0].start
    if cue is None or not 0 <= start - cue.end <= CUE_GAP or _BREAK.search(document.text, cue.end, start):
        return False
    words = flat(cue.exact).casefold()
    is_plain = any(words == form or words.endswith(f" {form}") for form in plain)
    return not is_plain or _INFINITIVE.match(document.text, start) is not None


def _lead(statement: Statement, document: Document, plain: Collection[str]) -> int:
    """Where the words to show begin: at a telling cue, at the clause of a negated one."""
    if statement.negated:
        return _negated_start(statement, document)
    if statement.cue and has_telling_cue(statement, document, plain):
        return statement.cue.start
    return statement.content[0].start


def _negated_start(statement: Statement, document: Document) -> int:
    """The start of the clause that the cue stands in: the "not" is in it, before the cue."""
    start = statement.content[0].start
    cue = statement.cue if statement.cue and statement.cue.start < start else statement.content[0]
    return min(start, clause_around(document, cue.start, cue.end, 0)[0])


def _pieces(document: Document, start: int, end: int, quoted: Sequence[Evidence]) -> Iterator[Part]:
    """A stretch split at the quotations in it; their marks are left off."""
    text, place = document.text, start
    opening, closing = _marks()
    for quote in sorted(quoted, key=lambda quote: quote.start):
        begin, finish = max(quote.start, start), min(quote.end, end)
        if place <= begin < finish:
            has_mark_before = text[begin] not in opening and text[place:begin][-1:] in tuple(opening)
            yield from _part(PartKind.PARAPHRASE, text[place : begin - has_mark_before])
            yield from _part(PartKind.QUOTE, bare(text[begin:finish]))
            place = finish + (has_mark_before and text[finish:end][:1] in tuple(closing))
    yield from _part(PartKind.PARAPHRASE, text[place:end])


def _part(kind: PartKind, text: str) -> Iterator[Part]:
    """The words on one line, without the stop or comma that belongs to the sentence around."""
    words = flat(text).lstrip(" ,:;").rstrip(" ,")
    if words.endswith(".") and words.count(".") == 1:
        words = words[:-1]
    if re.search(r"\w", words):
        yield Part(kind=kind, text=words)


def bare(quotation: str) -> str:
    """A quotation without its own marks; one that another mark opens keeps the marks inside."""
    opening, closing = _marks()
    words = quotation.strip()
    if words and words[0] in opening:
        words = words[1:]
        return words[:-1] if words and words[-1] in closing else words
    is_open = any(mark in opening for mark in words)
    return words[:-1] if words and words[-1] in closing and not is_open else words


def _shortened(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that fit a line; quotations go first, with the clause that leads to them."""
    total = sum(len(part.text) for part in parts)
    if total <= LINE_LIMIT:
        yield from parts
        return
    quotes = [place for place, part in enumerate(parts) if part.kind is PartKind.QUOTE]
    if not quotes:
        yield Part(kind=parts[0].kind, text=cut(parts[0].text, LINE_LIMIT))
        return
    room = LINE_LIMIT
    if quotes[0] > 0:
        lead = parts[quotes[0] - 1]
        yield Part(kind=lead.kind, text=_last_clause(lead.text))
    for place in quotes:
        if room <= 0:
            return
        yield Part(kind=PartKind.QUOTE, text=cut(parts[place].text, LINE_LIMIT))
        room -= len(parts[place].text)


def cut(text: str, limit: int) -> str:
    """The text up to its last clause that ends within the limit, and "…"; all of it if it fits.

    A first clause that is longer is kept whole up to twice the limit: nothing is cut within a clause that a
    reader could take for all that was said.
    """
    if len(text) <= limit:
        return text
    ends = [found.end() for found in _CUT.finditer(text[: 2 * limit])]
    within = [end for end in ends if limit // 3 < end <= limit]
    end = within[-1] if within else next((end for end in ends if end > limit), len(text))
    if end > 2 * limit:
        end = text.rfind(" ", 0, 2 * limit) + 1 or 2 * limit
    return text if end >= len(text) else f"{text[:end].rstrip(' ,;:—–-')} {ELLIPSIS}"


def _last_clause(text: str) -> str:
    """The end of the words before a quotation, from their last comma on where they are long."""
    if len(text) <= LINE_LIMIT // 3:
        return text
    cuts = [found.end() for found in _CUT.finditer(text)]
    return f"{ELLIPSIS} {text[cuts[-1] :]}" if cuts else text


@functools.cache
def _marks() -> tuple[str, str]:
    """All characters that open a quotation, and all that close one."""
    marks = load_marks()
    either = "".join(mark for family in marks for mark in family.either)
    opening = "".join(mark for family in marks for mark in family.open)
    closing = "".join(mark for family in marks for mark in family.close)
    return opening + either, closing + either
