"""What is remembered of feeds and sitemaps from one look at them to the next, and what a look brings."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether a page changed; sent back to it as they came (RFC 9110, 8.8)."""

    etag: str | None = None
    modified: str | None = None  # Last-Modified


NEVER_SEEN = Validators()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of an address that was asked before; it is not to be asked again before `due`."""

    validators: Validators = NEVER_SEEN
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """A page that a feed named: its link there, and a stamp that changes when the feed says that the page did."""

    feed: str
    link: str
    stamp: str


@dataclass(slots=True, kw_only=True)
class Polling:
    """One round over the sources: `remembered` and `is_due` tell what was before, the rest is what it brings."""

    remembered: Callable[[str], Remembered]  # of an address
    is_due: Callable[[Met], bool]  # whether a page is new, or said to have changed, or failed and may be tried again
    now: Callable[[], datetime]
    answers: dict[str, Validators] = field(default_factory=dict)  # address -> what it answered with, if it changed
    unchanged: list[str] = field(default_factory=list)  # addresses that answered that nothing changed
    resting: dict[str, datetime] = field(default_factory=dict)  # address -> until when it is left alone
    failed: dict[str, float | None] = field(default_factory=dict)  # address -> seconds for which it wants to rest
    met: defaultdict[str, list[Met]] = field(default_factory=lambda: defaultdict(list))  # address of a page -> items
    refused: dict[Met, float] = field(default_factory=dict)  # what could not be fetched, and seconds to wait for it
    whole: set[str] = field(default_factory=set)  # what was gone through to its end: feeds, tables, archives, folders
    passed: int = 0  # pages that were not asked for again

    def rests(self, address: str) -> bool:
        """Whether an address is to be left alone in this round; notes that it is."""
        due = self.remembered(address).due
        if due is None or due <= self.now():
            return False
        self.resting[address] = due
        return True
