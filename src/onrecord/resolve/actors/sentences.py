"""Where the sentences of a text begin, near enough to count how far apart two places are."""

import re
from bisect import bisect_right
from collections.abc import Sequence

# A stop, with what may close after it, before a capital, a mark or a digit; not after one letter ("U.S.", "J.").
BREAK = re.compile(r"""(?:(?<![A-Z])[.!?]["'”’)\]]*\s+(?=["'“‘(]?[A-Z0-9])|\n\s*\n\s*)""")


class Sentences:
    """The sentences of a text by number."""

    def __init__(self, text: str) -> None:
        self._starts: Sequence[int] = [0, *(match.end() for match in BREAK.finditer(text))]

    def number(self, place: int) -> int:
        """The number of the sentence that a place stands in."""
        return bisect_right(self._starts, place) - 1
