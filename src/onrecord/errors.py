"""Every error that OnRecord raises on purpose.

OnRecordError
├── EvidenceError     a passage is not what its document says at that place: the one law is broken
├── SourceError       a source cannot be read; names it, the problem and the remedy
│   └── BusyError         its site asks to be left alone for a while
├── StoreError        a store cannot be opened, read or written; names it, the problem and the remedy
│   └── StoreAwayError    its server went away and may come back
├── LexiconError      a knowledge file is malformed; names the file, the place and the problem
└── SettingsError     a setting or an option is wrong, or a pipeline it names is not installed
"""


class OnRecordError(Exception):
    """What any of our own errors is; its text is one line that a user can act on."""


class EvidenceError(OnRecordError):
    """A passage differs from its document's text: no record may rest on it."""


class SourceError(OnRecordError):
    """A source cannot be read; says which, why, and what to do about it."""

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        super().__init__(source, problem, remedy)  # args must rebuild us: workers pickle errors
        self.source, self.problem, self.remedy = source, problem, remedy

    @property
    def reason(self) -> str:
        """The problem with its remedy."""
        return f"{self.problem} ({self.remedy})" if self.remedy else self.problem

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class BusyError(SourceError):
    """A site asks to be left alone: for so many seconds, or None where it does not say for how long."""

    def __init__(self, source: str, problem: str, remedy: str, seconds: float | None) -> None:
        super().__init__(source, problem, remedy)
        self.args = (source, problem, remedy, seconds)
        self.seconds = seconds


class StoreError(OnRecordError):
    """A store cannot be opened, read or written; says which, why, and what to do about it."""

    def __init__(self, store: str, problem: str, remedy: str = "") -> None:
        super().__init__(store, problem, remedy)  # args must rebuild us: workers pickle errors
        self.store, self.problem, self.remedy = store, problem, remedy

    def __str__(self) -> str:
        return f"{self.store}: {self.problem}" + (f" ({self.remedy})" if self.remedy else "")


class StoreAwayError(StoreError):
    """The server of a store went away: what was under way is undone, and may be done again when it is back."""


class LexiconError(OnRecordError):
    """A knowledge file is malformed; names the file, the place in it and the problem."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(file, place, problem)  # args must rebuild us: workers pickle errors
        self.file, self.place, self.problem = file, place, problem

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.problem}" if self.place else f"{self.file}: {self.problem}"


class SettingsError(OnRecordError):
    """A setting cannot be used; says which and what would work."""
