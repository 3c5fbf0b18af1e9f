"""Repairs text that was decoded wrongly on its way to us, and only that."""

from dataclasses import dataclass

from onrecord.model import Finding, FindingKind


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text and where it was repaired, in offsets of this text."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


def repaired(text: str) -> Repaired:
    """The text with "â€œpeaceâ€\\x9d" made “peace”, line by line; lines without such damage stay."""
    if text.isascii():
        return Repaired(text)
    # ftfy takes as long to import as all the rest of a plain text takes to read
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return Repaired(text)
    lines: list[str] = []
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        # control characters are a finding of their own and stay as they are
        fixed = fix_encoding(line, fix_c1_controls=False) if is_bad(line) else line
        if "\n" in fixed:
            fixed = line  # a line more would move every block after it
        if fixed != line:
            start, end = _difference(line, fixed)
            spans.append((offset + start, offset + end))
        lines.append(fixed)
        offset += len(fixed) + 1
    return Repaired("\n".join(lines), tuple(spans))


def mojibake_findings(spans: tuple[tuple[int, int], ...], shift: int = 0) -> tuple[Finding, ...]:
    """A finding for each repair; `shift` is where the repaired text begins in its document."""
    return tuple(
        Finding(
            kind=FindingKind.MOJIBAKE,
            detail="decoded wrongly on its way here; repaired",
            start=shift + start,
            end=shift + end,
        )
        for start, end in spans
    )


def _difference(before: str, after: str) -> tuple[int, int]:
    """The stretch of `after` outside the beginning and end that it shares with `before`."""
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    tail = next((i for i in range(shortest - start) if before[-1 - i] != after[-1 - i]), shortest - start)
    return start, len(after) - tail
