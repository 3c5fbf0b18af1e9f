"""How sources are read: what a caller chooses, and what a run keeps in mind while it reads."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import SettingsError
from onrecord.ingest.days import day
from onrecord.ingest.polling import Polling
from onrecord.ingest.tables import ColumnMap

MAX_PAGE = 50 * 2**20  # bytes; no article is near it, and reading more would fill memory. Tables have no limit
HEAD = 65_536  # bytes by which tables, feeds, sitemaps and archives are known
PAUSE = 1.0  # seconds between two pages of one site to which a feed leads: as a quick reader, not as a flood


@dataclass(slots=True)
class Visits:
    """What a run knows of the sites that it visits."""

    robots: dict[str, str] = field(default_factory=dict)  # site -> its robots.txt
    asked: dict[str, float] = field(default_factory=dict)  # site -> when it was last asked, by time.monotonic()
    resting: dict[str, float] = field(default_factory=dict)  # site -> until when it wants to be left alone, the same


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """How sources are read.

    `published` is the day to use for pages that have none of their own; `allow_private` lets addresses lead
    into private networks; `pause` is in seconds; `follow` says whether the pages of feeds and sitemaps are fetched:
    else each comes without content, to be counted. `polling` remembers what was there the last time. In folders the
    files `left_out`, by their resolved paths, are passed over.
    Raises: SettingsError for a `published` that is no day.
    """

    published: str | None = None
    columns: ColumnMap = field(default_factory=ColumnMap)
    allow_private: bool = False
    stdin: BinaryIO | None = None  # None: the process's own
    pause: float = PAUSE
    follow: bool = True
    polling: Polling | None = None
    left_out: frozenset[Path] = frozenset()
    visits: Visits = field(default_factory=Visits, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.published is not None and day(self.published) is None:
            raise SettingsError(f"{self.published!r} is no day; write it as 2023-06-19")
