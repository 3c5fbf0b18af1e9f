"""Checks a line of JSON against the one law, without trusting whoever wrote it.

It looks at the JSON itself before it looks for our own nouns, so that a passage which some other tool has
added, at whatever depth, is checked too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.errors import EvidenceError, SourceError
from onrecord.export.agreement import disagreements
from onrecord.export.archive import kept_in, other_in
from onrecord.export.lines import VIEWS, as_json, parsed, reading_from_json, record_from_json, without_views
from onrecord.model import document_id

Span = Mapping[str, object]

MISSING = "is missing"
SHOWN = 60  # characters of a passage that a message shows: enough to find it, and the line stays readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """Something in a line that its text does not bear out; `place` is where: "statements[3].content[0]"."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What checking one line gave: how many passages it has, and all that is wrong."""

    passages: int = 0
    mismatches: tuple[Mismatch, ...] = ()


def verify_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, Verdict]]:
    """The number of each line that is not blank, from 1, with its verdict."""
    yield from ((number, verify_line(line)) for number, line in enumerate(lines, 1) if line.strip())


def verify_line(line: str | bytes) -> Verdict:
    """Check one record in JSON: its id, every passage and place in it, its shape, and whether its parts agree.

    What each check needs is what the one before has shown, so that the first that finds something is the last.
    """
    return _verdict(line, _misshapen)


def verify_record(line: str | bytes) -> Verdict:
    """The same of what is read back of a line: an older OnRecord may have lacked fields, or written other views."""
    return _verdict(line, _misread)


def _verdict(
    line: str | bytes, misshapen: Callable[[str | bytes, Mapping[str, object]], Iterator[Mismatch]]
) -> Verdict:
    try:
        if other_in(line) is not None:
            return Verdict()
        whole, named = parsed(line)
        spans = list(_spans(whole, ""))
    except SourceError as error:
        return _refused(error.reason)
    except RecursionError:
        return _refused("is not a record: it is nested too deeply")
    match whole:
        case {"document": {"text": str(text)}}:
            wrong = (*_misnamed(named, text), *_mismatches(spans, text))
        case _:
            return _refused("is not a record: its document has no text")
    passages = sum("exact" in span for _, span in spans)
    return Verdict(passages=passages, mismatches=wrong or tuple(misshapen(line, whole)))


def _refused(problem: str) -> Verdict:
    return Verdict(mismatches=(Mismatch(place="", problem=problem),))


def _misnamed(named: str, text: str) -> Iterator[Mismatch]:
    if named != document_id(text):
        yield Mismatch(place="document.id", problem=f"is {named!r}, but the text's is {document_id(text)!r}")


def _mismatches(spans: Iterable[tuple[str, Span]], text: str) -> Iterator[Mismatch]:
    for place, span in spans:
        if problem := _problem(span, text):
            yield Mismatch(place=place, problem=problem)


def _spans(value: object, place: str) -> Iterator[tuple[str, Span]]:
    """Every object that points into the text, with its place; outer before inner."""
    if isinstance(value, Mapping):
        if value.keys() & {"start", "end", "exact"}:
            yield place, value
        for key, inner in value.items():
            yield from _spans(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _spans(inner, f"{place}[{number}]")


def _problem(span: Span, text: str) -> str | None:
    """What is wrong with a passage, or with a place that has no words of its own; None if nothing is."""
    start, end, exact = span.get("start"), span.get("end"), span.get("exact")
    if "exact" not in span and start is None and end is None:
        return None  # a finding about the whole text
    if type(start) is not int or type(end) is not int:
        return "has no start and end that are whole numbers"
    if not 0 <= start <= end <= len(text):
        return f"[{start}:{end}] lies outside the text, which has {len(text)} characters"
    if "exact" in span and (start == end or text[start:end] != exact):
        return f"says {_shown(exact)}, but the text at [{start}:{end}] has {_shown(text[start:end])}"
    return None


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _misshapen(line: str | bytes, whole: Mapping[str, object]) -> Iterator[Mismatch]:
    """What keeps a line whose passages all stand from being a record that OnRecord would write."""
    try:
        record_from_json(line)
        kept_in(whole)
        reading = reading_from_json(line)
    except SourceError as error:
        yield Mismatch(place="", problem=error.reason)
    except EvidenceError as error:
        yield Mismatch(place="", problem=str(error))
    else:
        yield from _unlike(whole, as_json(reading), "")
        yield from (Mismatch(place=place, problem=problem) for place, problem in disagreements(reading))


def _misread(line: str | bytes, whole: Mapping[str, object]) -> Iterator[Mismatch]:
    """What keeps it from being a record that OnRecord would read back as it stands, whatever its views are."""
    try:
        reading = without_views(record_from_json(line))
        kept_in(whole)
    except SourceError as error:
        yield Mismatch(place="", problem=error.reason)
    except EvidenceError as error:
        yield Mismatch(place="", problem=str(error))
    else:
        stored = {name: value for name, value in whole.items() if name not in VIEWS}
        yield from (found for found in _unlike(stored, as_json(reading), "") if found.problem != MISSING)
        yield from (Mismatch(place=place, problem=problem) for place, problem in disagreements(reading))


def _unlike(value: object, ours: object, place: str) -> Iterator[Mismatch]:
    """What a value lacks of ours, or has otherwise; what it has beyond ours is not told."""
    if isinstance(ours, dict) and isinstance(value, Mapping):
        for key, inner in ours.items():
            within = f"{place}.{key}" if place else key
            if key not in value:
                yield Mismatch(place=within, problem=MISSING)
            else:
                yield from _unlike(value[key], inner, within)
    elif isinstance(ours, list) and isinstance(value, list):
        for number, (one, other) in enumerate(zip(value, ours, strict=True)):
            yield from _unlike(one, other, f"{place}[{number}]")
    elif type(value) is not type(ours) or value != ours:
        yield Mismatch(place=place, problem=f"is {_shown(value)}, which a record writes as {_shown(ours)}")
