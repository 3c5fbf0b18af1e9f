"""Lists in the terminal: happenings, engagements, promises and the like, each with its passages and its sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from onrecord.model import Evidence, Record
from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.render.terminal import print_hanging, shortened

PASSAGE_LIMIT = 240  # characters: three lines of 80 columns
INDENT = 4
MARKS = ("•", "–")  # before an entry, and before its parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of a list: what it is, marks behind it, facts with their names, and the passages it rests on.

    `later` are passages of what came of it, each with what it is and when: "for · Friday 3 May 2030".
    `parts` stand under it, farther in.
    """

    head: str
    tags: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    passages: tuple[Evidence, ...] = ()
    later: tuple[tuple[str, Evidence], ...] = ()
    parts: tuple["Entry", ...] = ()


def print_entries(entries: Iterable[Entry], records: Sequence[Record], console: Console) -> None:
    """Print entries, and then the sources that their passages are from."""
    numbers = {record.document.id: number for number, record in reversed([*enumerate(records, 1)])}
    for entry in entries:
        _print_entry(entry, numbers, console)
    print_sources(records, console)


def print_sources(records: Sequence[Record], console: Console) -> None:
    """Print the sources with their numbers, in a part of their own."""
    if records:
        console.print()
        print_hanging(Text(), Text("SOURCES", style="bold"), console)
    for number, record in enumerate(records, 1):
        named = Text(_source(record), style="dim")
        print_hanging(Text(f"  {number} ", style="cyan"), named, console, overflow="ignore")


def sides(sources: Sequence[str], targets: Sequence[str]) -> str:
    """Who to whom: "USA → CHN"; "?" for a side that is not known, "CHN, USA" where both do it together."""
    if set(sources) == set(targets) and sources:
        return ", ".join(sources)
    return f"{', '.join(sources) or '?'} → {', '.join(targets) or '?'}"


def _print_entry(entry: Entry, numbers: Mapping[str, int], console: Console, depth: int = 0) -> None:
    head = Text(wording.flat(entry.head), style="not bold" if depth else "bold")
    margin = " " * (INDENT * depth)
    if entry.tags:
        head.append(f" · {' · '.join(map(wording.flat, entry.tags))}", style="not bold cyan")
    print_hanging(Text(f"{margin}{MARKS[min(depth, len(MARKS) - 1)]} ", style="dim"), head, console)
    for name, value in entry.facts:
        print_hanging(Text(f"{margin}{' ' * INDENT}{name}: ", style="dim"), Text(wording.flat(value)), console)
    for passage in entry.passages:
        print_hanging(Text(margin + " " * INDENT), _cited(passage, numbers), console)
    for told, passage in entry.later:
        words = Text(f"{wording.flat(told)} · ").append_text(_cited(passage, numbers))
        print_hanging(Text(f"{margin}{' ' * INDENT}later: ", style="dim"), words, console)
    for part in entry.parts:
        _print_entry(part, numbers, console, depth + 1)


def _cited(passage: Evidence, numbers: Mapping[str, int]) -> Text:
    words = Text(f"“{shortened(wording.flat(wording.bare(passage.exact)), PASSAGE_LIMIT)}”")
    place = f" (source {numbers.get(passage.doc_id, '?')}, {passage.start}–{passage.end})"
    return words.append(place, style="dim")


def _source(record: Record) -> str:
    document = record.document
    named = filter(None, (document.title, document.publisher, in_words(document.published), document.uri))
    return wording.flat(" · ".join(named))


def facts(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """The facts that are known."""
    return tuple(_known(pairs))


def _known(pairs: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    for name, value in pairs:
        if value:
            yield name, value
