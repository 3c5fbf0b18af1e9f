"""The wordings that were met so far, and which of them may come near to another one."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from onrecord.views.wordings import LEAST, NEARLY

Use = TypeVar("Use")

FORGOTTEN = 10**9  # telling words of a wording that is to be near to none


@dataclass(slots=True)
class Held(Generic[Use]):
    """Things with their telling words, each at a place.

    Its words are kept as bits of a number, so that many wordings can be compared with one in little time.
    """

    uses: list[Use] = field(default_factory=list)
    _bits: dict[str, int] = field(default_factory=dict)
    _words: list[int] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)

    def add(self, use: Use, telling: Set[str]) -> int:
        """Keeps a thing; its place."""
        for word in telling:
            self._bits.setdefault(word, 1 << len(self._bits))
        self.uses.append(use)
        self._words.append(sum(self._bits[word] for word in telling))
        self._sizes.append(len(telling))
        return len(self.uses) - 1

    def forget(self, place: int) -> None:
        """Lets the thing at a place be near to none."""
        self._words[place], self._sizes[place] = 0, FORGOTTEN

    def alike(self, telling: Set[str]) -> Iterator[int]:
        """The places of all that may come near to a wording with these words: by how many of them both have."""
        own, size = sum(self._bits.get(word, 0) for word in telling), len(telling)
        least = min(LEAST, size)
        if not own:
            return
        for place, (words, other) in enumerate(zip(self._words, self._sizes, strict=True)):
            shared = (own & words).bit_count()
            if shared >= least and (shared in (size, other) or 2 * shared >= NEARLY * (size + other)):
                yield place
