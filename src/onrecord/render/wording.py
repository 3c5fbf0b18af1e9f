"""How the words of a brief are shown, the same in every format: marks, labels, places."""

import re
from collections.abc import Iterator, Sequence

from onrecord.views.brief import Brief, Line, Part, PartKind, Passage

CITATIONS_IN_A_WORD = 8  # "[101]" eight times is 40 columns: a longer run must be able to wrap

_HIDDEN = "\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *map(ord, _HIDDEN), *range(0xD800, 0xE000)), 0xFFFD),
}
_MARKS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "「": "」", "『": "』", '"': '"', "'": "'"}
_CLOSE_UP = re.compile(r"[\s,.;:!?)\]…]")  # what stands close to the word before it


def visible(text: str) -> str:
    """The text with each character that could drive a terminal or turn the writing direction made visible.

    Character for character, so that offsets stay. Tabs and newlines stay too.
    """
    return text.translate(_PICTURES)


def flat(text: str) -> str:
    """The text on one line, with nothing invisible in it."""
    return visible(" ".join(text.split()))


def bare(text: str) -> str:
    """The text without the one pair of quotation marks around the whole of it; marks inside stay."""
    text = text.strip()
    closing = _MARKS.get(text[:1], "")
    if len(text) < 3 or text[-1] not in closing or not _is_one_pair(text, closing):
        return text
    return text[1:-1].strip()


def _is_one_pair(text: str, closing: str) -> bool:
    """Whether the first mark is closed by the last: not so in '"yes" and "no"'."""
    opening, depth = text[0], 0
    if opening in closing:
        return opening not in text[1:-1]
    for place, mark in enumerate(text):
        depth += (mark == opening) - (mark in closing and not _is_apostrophe(text, place))
        if depth == 0:
            return place == len(text) - 1
    return False


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] == "’" and text[place - 1].isalnum() and text[place + 1 : place + 2].isalnum()


def parts(line: Line) -> Iterator[Part]:
    """The parts of a line as they are shown, spaces included: quotes in marks."""
    before = ""
    for part in line.parts:
        text = flat(part.text)
        if part.kind is PartKind.QUOTE:
            text = f"“{flat(bare(part.text))}”"
        if not text:
            continue
        text = text if not before or _CLOSE_UP.match(text) or before[-1] in "([" else f" {text}"
        yield Part(kind=part.kind, text=text)
        before = text


def tag(line: Line) -> str:
    """What a line that gives somebody's words without quoting any is called; marks show what is quoted.

    The text's own telling, which nobody is said to say, is no paraphrase.
    """
    kinds = {part.kind for part in line.parts}
    is_paraphrase = PartKind.PARAPHRASE in kinds and PartKind.QUOTE not in kinds
    return "(paraphrase)" if is_paraphrase and (line.said_by or line.via) else ""


def attribution(line: Line) -> str:
    """Who says it, and by whom it is relayed: "Elin Dahl, by a statement"; empty where none is given."""
    said_by, via = flat(line.said_by or ""), flat(line.via or "")
    relayed = f"by {via}" if via and via != said_by else ""
    return ", ".join(filter(None, (said_by, relayed)))


def citations(line: Line) -> str:
    """The numbers of a line's passages: "[3][4]"."""
    numbers = [f"[{number}]" for number in line.citations]
    runs = range(0, len(numbers), CITATIONS_IN_A_WORD)
    return " ".join("".join(numbers[run : run + CITATIONS_IN_A_WORD]) for run in runs)


def place(passage: Passage, brief: Brief) -> str:
    """Where a passage stands: "source 1, 266–371"."""
    numbers = {source.doc_id: number for number, source in enumerate(brief.sources, 1)}
    return f"source {numbers.get(passage.doc_id, '?')}, {passage.start}–{passage.end}"


def counts(brief: Brief) -> str:
    """What the brief was made from: "1 source · 38 statements · 22 events · 6 findings"."""
    numbers = {"source": len(brief.sources), "statement": brief.statements, "event": brief.events}
    numbers["finding"] = brief.findings
    return " · ".join(f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in numbers.items())


def sides(countries: Sequence[str]) -> str:
    """The sides in their order: "USA – CHN"."""
    return " – ".join(map(flat, countries))


def left_out(number: int) -> str:
    """How many lines a section does not show."""
    return f"{number} more not shown" if number else ""
