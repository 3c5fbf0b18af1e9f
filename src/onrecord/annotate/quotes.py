"""Pairs quotation marks into doc.spans["quotes"], marks included, outermost only, in reading order.

A span's label says how it ends: "closed"; "continues" where the next paragraph opens a mark again, as a quotation
over several paragraphs does; "unclosed" where nothing closes it: it ends with its paragraph and spoils no other.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from onrecord.lexicon.marks import SINGLE, load_marks

Bounds = tuple[int, int]  # the first token of a paragraph, and the one after its last
MOST_BETWEEN = 4  # paragraphs; a mark that closes farther on belongs to another quotation
CLOSED, CONTINUES, UNCLOSED = "closed", "continues", "unclosed"
STOPS = frozenset(".,!?;:…")
OPENERS = frozenset("([—–-")  # what stands before an opening mark as a blank does
ENDERS = STOPS | frozenset(")]—–-")  # what stands after a closing mark as a blank does


@dataclass(frozen=True, slots=True)
class Mark:
    """A token that is a quotation mark: what it can do where it stands."""

    index: int
    family: str
    opens: bool
    closes: bool


Marks = Sequence[Mark]


def mark_quotes(doc: Doc, starts: Sequence[int]) -> None:
    """Writes doc.spans["quotes"]; `starts` are the first tokens of the paragraphs."""
    bounds = [(start, end) for start, end in pairwise((*starts, len(doc))) if start < end]
    marked = [list(_marks(doc, start, end)) for start, end in bounds]
    spans: list[Span] = []
    for number, (start, end) in enumerate(bounds):
        after = marked[number + 1] if number + 1 < len(bounds) else []
        reopened = bool(after) and after[0].index == bounds[number + 1][0] and after[0].opens
        spans.extend(_paired(doc, marked[number], (start, end), is_reopened=reopened))
    doc.spans["quotes"] = list(_closed_later(doc, spans, bounds, marked))


def _closed_later(doc: Doc, spans: Sequence[Span], bounds: Sequence[Bounds], marked: Sequence[Marks]) -> Iterator[Span]:
    """The quotations; one that only a later paragraph closes, with no other mark between, fills those between too."""
    number_of = {end: number for number, (_, end) in enumerate(bounds)}
    for span in spans:
        last = _closing_paragraph(marked, number_of[span.end]) if span.label_ == UNCLOSED else None
        if last is None:
            yield span
            continue
        yield Span(doc, span.start, span.end, label=CONTINUES)
        for start, end in bounds[number_of[span.end] + 1 : last]:
            yield Span(doc, start, end, label=CONTINUES)
        yield Span(doc, bounds[last][0], marked[last][0].index + 1, label=CLOSED)


def _closing_paragraph(marked: Sequence[Marks], number: int) -> int | None:
    """The paragraph, a few on at most, whose first mark closes what this one leaves open."""
    family = marked[number][-1].family
    for later in range(number + 1, min(number + 1 + MOST_BETWEEN, len(marked))):
        if marked[later]:
            first = marked[later][0]
            return later if first.closes and not first.opens and first.family == family else None
    return None


def quote_of(doc: Doc) -> list[int]:
    """For each token the number of the quotation that it stands in, marks included, or -1."""
    inside = [-1] * len(doc)
    for number, span in enumerate(doc.spans["quotes"]):
        inside[span.start : span.end] = [number] * len(span)
    return inside


def _paired(doc: Doc, marks: Sequence[Mark], bounds: tuple[int, int], *, is_reopened: bool) -> Iterator[Span]:
    """The quotations of one paragraph."""
    position = 0
    while position < len(marks):
        opening = marks[position]
        if not opening.opens:
            position += 1
            continue
        closing = _closing(doc, marks, position)
        if closing is not None:
            yield Span(doc, opening.index, marks[closing].index + 1, label=CLOSED)
            position = closing + 1
        elif opening.family == SINGLE:
            position += 1  # an apostrophe that began a word: 'tis
        else:
            label = CONTINUES if is_reopened else UNCLOSED
            yield Span(doc, opening.index, bounds[1], label=label)
            return


def _closing(doc: Doc, marks: Sequence[Mark], position: int) -> int | None:
    """The number of the mark that closes the one at this position."""
    opening = marks[position]
    if opening.family == SINGLE:
        return _closing_single(doc, marks, position)
    depth = 0
    for number in range(position + 1, len(marks)):
        mark = marks[number]
        if mark.family != opening.family:
            continue
        if mark.closes and not depth:
            return number
        if not mark.closes and not _could_nest(marks, number):
            return None
        depth += -1 if mark.closes else 1
    return None


def _closing_single(doc: Doc, marks: Sequence[Mark], position: int) -> int | None:
    """Of the marks that may close, the first after a stop or at the end of a clause; else the last: 's is no close.

    Behind a quotation inside only a plain mark closes: the others are apostrophes.
    """
    candidates: list[int] = []
    number, is_behind = position + 1, False
    while number < len(marks):
        mark = marks[number]
        if mark.family != SINGLE:
            if mark.closes and not mark.opens and not candidates and not is_behind:
                return number if doc[mark.index].text == '"' else None
            inner = _closing(doc, marks, number) if mark.opens and not candidates else None
            if inner is None:
                break
            number, is_behind = inner, True
        elif mark.closes and _is_clear_close(doc, mark.index):
            return number
        elif mark.closes and not is_behind:
            candidates.append(number)
        elif mark.opens and not is_behind:
            break
        number += 1
    return candidates[-1] if candidates else None


def _is_clear_close(doc: Doc, index: int) -> bool:
    before = doc[index - 1].text
    after = doc[index + 1].text if index + 1 < len(doc) else "."
    return before[-1] in STOPS or after[0] in STOPS or (not before.endswith("s") and after[0].islower())


def _could_nest(marks: Sequence[Mark], number: int) -> bool:
    """Whether an opening mark inside an open quotation has a close of its own before the end."""
    rest = [mark for mark in marks[number + 1 :] if mark.family == marks[number].family and mark.closes]
    return len(rest) > 1


def _marks(doc: Doc, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a paragraph, each with what its blanks let it do."""
    families = _families()
    opened: dict[str, bool] = {}
    for index in range(start, end):
        found = families.get(doc[index].text)
        if found is None or _is_second_half(doc, index, start):
            continue
        if _is_second_half(doc, index + 1, start) and index + 1 < end:
            found = families["``"]
        family, kind = found
        opens, closes = _roles(doc, (start, index, end), kind)
        if opens and closes:  # the blanks do not say: by turns
            opens = not opened.get(family)
            closes = not opens
        if family == SINGLE and not _can_be_single(doc, (start, index, end), opens=opens):
            continue
        opened[family] = opens
        yield Mark(index, family, opens, closes)


def _is_second_half(doc: Doc, index: int, start: int) -> bool:
    """Whether a token is the second of two that are one mark: a tokenizer parts "``"."""
    is_pair = start < index < len(doc) and doc[index].text == doc[index - 1].text == "`"
    return is_pair and not doc[index - 1].whitespace_


def _roles(doc: Doc, place: tuple[int, int, int], kind: str) -> tuple[bool, bool]:
    """Whether a mark can open and can close: its own direction, unless its blanks say the opposite plainly."""
    start, index, end = place
    blank_before = index == start or bool(doc[index - 1].whitespace_) or doc[index - 1].text in OPENERS
    blank_after = index + 1 == end or bool(doc[index].whitespace_) or doc[index + 1].text[0] in ENDERS
    if kind == "either":
        if blank_before != blank_after:
            return blank_before, blank_after
        return True, True
    turned = (blank_before and not blank_after) if kind == "close" else (blank_after and not blank_before)
    return (kind == "open") != turned, (kind == "close") != turned


def _can_be_single(doc: Doc, place: tuple[int, int, int], *, opens: bool) -> bool:
    """Whether a single mark is a quotation mark at all and no apostrophe."""
    start, index, end = place
    if opens:
        return (index == start or bool(doc[index - 1].whitespace_)) and not doc[index].whitespace_ and index + 1 < end
    return index > start and not doc[index - 1].whitespace_ and doc[index].dep_ != "case"


@functools.cache
def _families() -> Mapping[str, tuple[str, str]]:
    """Mark -> (family, "open" | "close" | "either")."""
    return {
        text: (marks.family, kind)
        for marks in load_marks()
        for kind, texts in (("open", marks.open), ("close", marks.close), ("either", marks.either))
        for text in texts
    }
