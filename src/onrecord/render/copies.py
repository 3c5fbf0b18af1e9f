"""Copies and versions of documents, in the terminal and as JSON: whence each is, and what differs in it."""

from collections.abc import Mapping
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.render.hits import source_line
from onrecord.render.terminal import print_hanging, shortened
from onrecord.store.groups import Copy, Version
from onrecord.views.differing import Change, Difference

MOST_CHANGES = 5  # of a copy that are shown
CHANGE_LIMIT = 160  # characters of each side of a change: about two lines


def print_first(first: Copy, console: Console) -> None:
    """Print the document that a group begins with."""
    print_hanging(Text("• ", style="dim"), Text(source_line(first.source), style="bold"), console)


def print_copy(copy: Copy, differs: Difference, console: Console) -> None:
    """Print a copy, how alike it is, and what differs in it from the first."""
    told = Text(f"{percent(copy.likeness)} % · ", style="bold").append(source_line(copy.source), style="not bold")
    print_hanging(Text("  • ", style="dim"), told, console)
    _print_difference(differs, console)


def print_version(version: Version, differs: Difference | None, console: Console) -> None:
    """Print a reading of an address, and what differs in it from the one before."""
    told = Text(f"version {version.number} · ", style="bold")
    told.append(f"read {in_words(version.read_at[:10])} · {source_line(version.source)}", style="not bold")
    print_hanging(Text("  • ", style="dim"), told, console)
    if differs is not None:
        _print_difference(differs, console)


def copy_json(copy: Copy, first: Copy, differs: Difference) -> Mapping[str, object]:
    """A copy as JSON."""
    alike = {"kind": "copy", "of": asdict(first.source), "likeness": round(copy.likeness, 3)}
    return {**alike, "source": asdict(copy.source), **_difference_json(differs)}


def version_json(version: Version, differs: Difference | None) -> Mapping[str, object]:
    """A reading of an address as JSON; what differs is told from the second one on."""
    told = {"kind": "version", "number": version.number, "read_at": version.read_at, "source": asdict(version.source)}
    return {**told, **(_difference_json(differs) if differs is not None else {})}


def percent(likeness: float) -> int:
    """A likeness in percent, 100 only for what is the same."""
    return int(100 * likeness)


def _difference_json(differs: Difference) -> Mapping[str, object]:
    return {
        "dropped": differs.dropped,
        "added": differs.added,
        "changes": [asdict(change) for change in differs.changes[:MOST_CHANGES]],
        "more_changes": max(0, len(differs.changes) - MOST_CHANGES),
        "is_whole": differs.is_whole,
    }


def _print_difference(differs: Difference, console: Console) -> None:
    lead = Text("      ")
    for change in differs.changes[:MOST_CHANGES]:
        print_hanging(lead, _change(change), console)
    more = len(differs.changes) - MOST_CHANGES
    told = [f"and {more:,} more"] if more > 0 else []
    told.append(f"words: {differs.dropped:,} dropped, {differs.added:,} added" if differs.changes else "the same words")
    told += [] if differs.is_whole else ["only the beginnings were compared"]
    print_hanging(lead, Text("; ".join(told), style="dim"), console)


def _change(change: Change) -> Text:
    told = Text()
    if change.before:
        told.append("− ", style="red").append(_flat(change.before))
    if change.before and change.after:
        told.append("  ")
    if change.after:
        told.append("+ ", style="green").append(_flat(change.after))
    return told


def _flat(words: str) -> str:
    return shortened(wording.flat(words), CHANGE_LIMIT)
