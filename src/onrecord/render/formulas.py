"""Formulas in the terminal: each with its variants, their uses, the words that differ, and what passed without it."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.model import Record
from onrecord.render import wording
from onrecord.render.corrections import NO_MARKS, Marks, marks_in
from onrecord.render.entries import INDENT, print_sources
from onrecord.render.positions import cited_words, day_said, differing, place_of, who_said
from onrecord.render.terminal import print_hanging
from onrecord.views.formulas import Formula, Variant
from onrecord.views.passing import Passed

LEGEND = "[-left out-] {+added+}, against the variant before"
PLACES = 8  # uses of one variant whose places are shown: the first and the last of them


def print_formulas(
    told: Sequence[Formula], records: Sequence[Record], console: Console, reviews: Marks = NO_MARKS
) -> None:
    """Print formulas, then what the marks mean, and the sources; `reviews` are what people said of the records."""
    numbers = {record.document.id: number for number, record in enumerate(records, 1)}
    for one in told:
        for lead, text in _rows(one, numbers, reviews):
            print_hanging(lead, text, console)
    if any(kind.differences for one in told for kind in one.variants):
        console.print()
        print_hanging(Text(), Text(LEGEND, style="dim"), console)
    print_sources(records, console)


def _rows(one: Formula, numbers: Mapping[str, int], reviews: Marks) -> Iterator[tuple[Text, Text]]:
    indent = Text(" " * INDENT)
    used = [use for kind in one.variants for use in kind.uses]
    head = Text(f"“{wording.flat(one.phrase)}”" if one.phrase else f"“{cited_words(used[0].words)}”", style="bold")
    head.append(f" · {_times(len(used), 'use')} on {_times(one.days, 'day')}", style="not bold cyan")
    head.append(f" · {_times(len(one.variants), 'wording')}", style="not bold cyan")
    for mark in dict.fromkeys(marks_in(one, reviews).values()):
        head.append(f" · {wording.flat(mark)}", style="not bold magenta")
    yield Text("• ", style="dim"), head
    for name, use in (("first use", one.first), ("last use", one.last)):
        if use is not None:
            told = Text(f"{name}: ", style="dim").append(f"{day_said(use)} · {who_said(use)}", style="not dim")
            yield indent, told.append(f" ({place_of(use, numbers)})", style="dim")
    for kind in one.variants:
        yield indent, _variant(kind, numbers)
    for gap in one.passed:
        yield indent, _passed(gap, one, numbers)


def _variant(kind: Variant, numbers: Mapping[str, int]) -> Text:
    days = list(dict.fromkeys(day_said(use) for use in (kind.uses[0], kind.uses[-1])))
    text = Text(f"{' – '.join(days)} · {_times(len(kind.uses), 'use')} · ", style="cyan")
    words = differing(kind.differences) if kind.differences else Text(f"“{cited_words(kind.uses[0].words)}”")
    shown = kind.uses if len(kind.uses) <= PLACES else (*kind.uses[: PLACES // 2], *kind.uses[-PLACES // 2 :])
    places = [place_of(use, numbers) for use in shown]
    if len(shown) < len(kind.uses):
        places.insert(PLACES // 2, f"{len(kind.uses) - len(shown)} more")
    return Text.assemble(text, words).append(f" ({'; '.join(places)})", style="dim")


def _passed(gap: Passed, one: Formula, numbers: Mapping[str, int]) -> Text:
    """The days that passed without a formula: how many, and where the first and the last of them is told."""
    first, last = (f"{day_said(told)} ({place_of(told, numbers)})" for told in (gap.first, gap.last))
    days = first if gap.days == 1 else f"{first} to {last}"
    spoken = f" {_times(gap.days, 'day')} with words on {one.issue}: {days}"
    until = "since" if gap.before is None else f"before {day_said(gap.before)}, after"
    return Text("passed without it", style="yellow").append(
        f":{spoken}; {until} {day_said(gap.after)}", style="not yellow"
    )


def _times(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
