"""What is known about a page besides its text, each with the place it was read from."""

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace

from onrecord.ingest.days import day, found_day
from onrecord.lexicon.files import entries
from onrecord.model import Given

DATELINE_LENGTH = 100  # characters; a line longer than this tells more than when
DATELINE_WORDS = 6  # words besides the date: "Moscow, Kremlin", "Published on Monday"
FIRST_LINES, LAST_LINES = 4, 3  # blocks of a text in which a line with only a date is its own date

_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|[+-]\d{2}:?\d{2}\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """A value and the place it was read from: "json-ld:datePublished"."""

    value: str
    place: str


def known_as(value: str | None, place: str) -> Known | None:
    """The value with its place; None for none."""
    return Known(value, place) if value else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What one place, or all places together, say about a page."""

    title: Known | None = None
    publisher: Known | None = None
    published: Known | None = None  # EDTF
    modified: Known | None = None  # EDTF
    language: Known | None = None  # ISO 639-1
    author: Known | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """All that this knows, and of the other what this does not."""
        gaps = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **gaps)

    def provenance(self) -> dict[str, str]:
        """Field by field, the place it was read from."""
        known = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: value.place for name, value in known if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataKey:
    """A key under which pages state a field, and in what kind of place it stands."""

    field: str
    place: str
    key: str


@functools.cache
def metadata_keys(place: str) -> tuple[MetadataKey, ...]:
    """The keys of one kind of place; of those for one field the first outranks the others."""
    known = entries("page_metadata", MetadataKey, lambda entry: f"{entry.field}:{entry.place}:{entry.key}")
    return tuple(entry for entry in known if entry.place == place)


def stated(place: str, values: Mapping[str, str]) -> Metadata:
    """What values by key say, for keys of this kind of place. The keys of `values` are in lower case."""
    found: dict[str, Known] = {}
    for entry in metadata_keys(place):
        written = values.get(entry.key.lower())
        value = _READ[entry.field](written) if written else None
        if value and entry.field not in found:
            found[entry.field] = Known(value, f"{place}:{entry.key}")
    return Metadata(**found)


def given(handed_over: Given) -> Metadata:
    """What whoever handed us the page says about it."""
    found = {
        name: Known(value, handed_over.provenance.get(name, "given"))
        for name in ("title", "publisher", "published")
        if (value := _READ[name](getattr(handed_over, name) or ""))
    }
    return Metadata(**found)


def dateline(lines: Iterable[str]) -> Metadata:
    """The day of a text that states it in a line of its own, near its beginning or at its end.

    "Published: 2024-07-29 20:36", "15 Oct 2023, 07:06", "December 6, 2021, Minsk"; "Updated 3 May 2021" is
    when it was modified. Not "On 24 January 2025 the ministers met."
    """
    every = list(lines)
    near = every if len(every) <= FIRST_LINES + LAST_LINES else every[:FIRST_LINES] + every[-LAST_LINES:]
    found: dict[str, Known] = {}
    for line in near:
        if read := dated(line):
            found.setdefault(read[0], Known(read[1], "dateline"))
    return Metadata(**found)


def dated(line: str) -> tuple[str, str] | None:
    """Which day a line states that says nothing else: ("published" or "modified", the day)."""
    found = found_day(line) if len(line) <= DATELINE_LENGTH else None
    if found is None:
        return None
    edtf, start, end = found
    labels = {entry.key: entry.field for entry in metadata_keys("label")}
    words = _WORD.findall(_CLOCK.sub(" ", line[:start] + " " + line[end:].removeprefix("T")))
    # beside labels a place or a weekday may stand there, in capitals; any other word makes it a sentence
    if len(words) > DATELINE_WORDS or any(word[0].islower() and word not in labels for word in words):
        return None
    is_modified = any(labels.get(word.lower()) == "modified" for word in words)
    return ("modified" if is_modified else "published"), edtf


def language(written: str) -> str | None:
    """The ISO 639-1 code in "en", "en-GB" or "en_US"."""
    match = _LANGUAGE.fullmatch(written.strip())
    return match[1].lower() if match else None


def one_line(written: str) -> str | None:
    """These words with every stretch of white space made one space; None for none."""
    return " ".join(written.split()) or None


_READ: Mapping[str, Callable[[str], str | None]] = {
    "published": day,
    "modified": day,
    "language": language,
    "title": one_line,
    "publisher": one_line,
    "author": one_line,
}
