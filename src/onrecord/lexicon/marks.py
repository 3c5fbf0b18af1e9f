"""Quotation marks, by family."""

import functools
from dataclasses import dataclass

from onrecord.lexicon.files import entries

SINGLE = "single"  # the family whose closing mark is also the apostrophe


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks that pair with one another. `either` opens and closes."""

    family: str
    open: tuple[str, ...]
    close: tuple[str, ...]
    either: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every mark of the family."""
        return self.open + self.close + self.either


@functools.cache
def load_marks() -> tuple[Marks, ...]:
    """The families of quotation marks, the one that pairs most first."""
    return entries("quotes", Marks, lambda marks: marks.family)
