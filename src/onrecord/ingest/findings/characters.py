"""Characters that no reader sees: control, bidirectional and zero-width ones."""

import re
from collections.abc import Iterator

from onrecord.model import Finding, FindingKind

MOST_SHOWN = 20  # findings; a text full of such characters is told of once more, with their number

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u00ad\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_RUN = re.compile(f"(?P<bidi>[{_BIDI}]+)|(?P<zero>[{_ZERO_WIDTH}]+)|(?P<control>[{_CONTROL}]+)")
_NAMES = {"bidi": "bidirectional marks", "zero": "zero-width characters", "control": "control characters"}


def invisible_characters(text: str) -> Iterator[Finding]:
    """Each run of invisible characters, up to a number; the last finding says how many more there are."""
    hidden = 0
    for number, run in enumerate(_RUN.finditer(text)):
        if number >= MOST_SHOWN:
            hidden += 1
        else:
            name = _NAMES[run.lastgroup or "control"]
            yield Finding(kind=FindingKind.CONTROL, detail=name, start=run.start(), end=run.end())
    if hidden:
        yield Finding(kind=FindingKind.CONTROL, detail=f"invisible characters in {hidden} more places")
