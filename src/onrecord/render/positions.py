"""What somebody holds on an issue, in the terminal: each line with its sayings, and the words that differ marked."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.model import Evidence, Manner, Record
from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.render.corrections import NO_MARKS, Marks, marks_in
from onrecord.render.entries import INDENT, PASSAGE_LIMIT, print_sources
from onrecord.render.terminal import print_hanging, shortened
from onrecord.views.positions import Position, Saying, Silence, Step
from onrecord.views.uses import Told
from onrecord.views.wordings import Change, Piece

KEPT_WORDS = 8  # beside a change: enough to see where it stands
UNKNOWN_DAY = "day unknown"
STEPS = {Step.FIRST_SAID: "first said", Step.REPEATED: "repeated", Step.REWORDED: "reworded"}
MARKS = {Change.LEFT_OUT: ("[-", "-]", "red"), Change.ADDED: ("{+", "+}", "bold green")}
LEGEND = "[-left out-] {+added+}, against the wording of the day that is named"


def print_positions(
    told: Sequence[Position], records: Sequence[Record], console: Console, reviews: Marks = NO_MARKS
) -> None:
    """Print lines, then what the marks mean, and the sources; `reviews` are what people said of the records."""
    numbers = {record.document.id: number for number, record in enumerate(records, 1)}
    for one in told:
        for lead, text in _rows(one, numbers, reviews):
            print_hanging(lead, text, console)
    if any(saying.differences for one in told for saying in one.sayings):
        console.print()
        print_hanging(Text(), Text(LEGEND, style="dim"), console)
    print_sources(records, console)


def _rows(one: Position, numbers: Mapping[str, int], reviews: Marks) -> Iterator[tuple[Text, Text]]:
    indent = Text(" " * INDENT)
    first = one.sayings[0].reports[0]
    times = "once" if len(one.sayings) == 1 else f"{len(one.sayings)} times"
    head = Text(f"{day_said(first)} · {who_said(first)}", style="bold").append(
        f" · said {times}", style="not bold cyan"
    )
    for mark in dict.fromkeys(marks_in(one, reviews).values()):
        head.append(f" · {wording.flat(mark)}", style="not bold magenta")
    yield Text("• ", style="dim"), head
    for saying in one.sayings:
        if saying.step is not Step.FIRST_SAID:
            yield indent, _again(saying, one)
        yield indent, _words(saying).append(_places(saying, numbers), style="dim")
    if one.not_repeated is not None:
        yield indent, _silence(one.not_repeated, numbers)


def _again(saying: Saying, one: Position) -> Text:
    told = saying.reports[0]
    text = Text(f"{day_said(told)} · ").append(STEPS[saying.step], style="cyan").append(f" · {who_said(told)}")
    if saying.differences and saying.against is not None:
        text.append(f" · against {day_said(one.sayings[saying.against].reports[0])}", style="dim")
    return text


def _words(saying: Saying) -> Text:
    return differing(saying.differences) if saying.differences else Text(f"“{cited_words(saying.reports[0].words)}”")


def differing(pieces: Sequence[Piece]) -> Text:
    """Words with what was left out and what was added marked."""
    text = Text("“")
    for place, piece in enumerate(pieces):
        text.append(" " if place else "")
        opening, closing, style = MARKS.get(piece.change, ("", "", ""))
        text.append(opening + _shown(piece) + closing, style=style)
    return text.append("”")


def _shown(piece: Piece) -> str:
    words = wording.flat(piece.words).split()
    if piece.change is Change.KEPT and len(words) > 2 * KEPT_WORDS:
        words = [*words[:KEPT_WORDS], "…", *words[-KEPT_WORDS:]]
    return shortened(" ".join(words), PASSAGE_LIMIT)


def _silence(told: Silence, numbers: Mapping[str, int]) -> Text:
    """What was said later and lacks the line: how often, and where the first and the last of it stands."""
    first, last = (f"{day_said(one)} ({place_of(one, numbers)})" for one in (told.first, told.last))
    lacking = (
        f"the later statement of {first}"
        if told.statements == 1
        else (f"{told.statements} later statements, from {first} to {last}")
    )
    return Text("not repeated", style="yellow").append(f" in {lacking}", style="not yellow")


def who_said(told: Told) -> str:
    """Who said it, by whom it is relayed, and whether the words are those of a report."""
    named = wording.flat(told.said_by or "unknown")
    via = f", by {wording.flat(told.via)}" if told.via else ""
    return f"{named}{via}" + (", as reported" if told.manner is Manner.INDIRECT else "")


def day_said(told: Told) -> str:
    """The day on which it was said; "reported" marks that of the report."""
    day = in_words(told.day) or UNKNOWN_DAY
    return day if told.date or told.day is None else f"reported {day}"


def cited_words(words: Sequence[Evidence]) -> str:
    """Passages on one line."""
    return " … ".join(shortened(wording.flat(wording.bare(part.exact)), PASSAGE_LIMIT) for part in words)


def _places(saying: Saying, numbers: Mapping[str, int]) -> str:
    return f" ({'; '.join(place_of(told, numbers) for told in saying.reports)})"


def place_of(told: Told, numbers: Mapping[str, int]) -> str:
    """Where it stands: "source 2, 10–40"."""
    first, last = told.words[0], told.words[-1]
    return f"source {numbers.get(told.document, '?')}, {first.start}–{last.end}"
