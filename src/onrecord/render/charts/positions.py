"""A chart of what somebody holds on an issue: a row for each line, a mark for each time it was said."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model import Record
from onrecord.render import wording
from onrecord.render.charts.frame import BLUE, GREEN, GREY, LABELS, VERMILLION, days_of, layered, left_out, write_chart
from onrecord.render.terminal import shortened
from onrecord.views.positions import Position, Step

LINES = 25  # that are drawn, those that were said most often
LABEL = 70  # characters of a line
ROW = 22  # pixels of a line
WIDTH = 560
NOT_REPEATED = "first later statement without it"
MARKS = {
    Step.FIRST_SAID: ("first said", BLUE, "circle"),
    Step.REPEATED: ("repeated", GREEN, "square"),
    Step.REWORDED: ("reworded", VERMILLION, "diamond"),
    None: (NOT_REPEATED, GREY, "cross"),
}


def write_positions(told: Sequence[Position], title: str, records: Sequence[Record], file: Path) -> None:
    """Write the chart of the lines that were said most often, in the order of their days."""
    import altair

    chosen = sorted(told, key=lambda one: -len(one.sayings))[:LINES]
    drawn = [one for one in told if one in chosen]
    labels = [_label(one, number) for number, one in enumerate(drawn, 1)]
    rows = [row for one, label in zip(drawn, labels, strict=True) for row in _rows(one, label)]
    names, colours, shapes = zip(*MARKS.values(), strict=True)
    colour = altair.Scale(domain=list(names), range=list(colours))
    shape = altair.Scale(domain=list(names), range=list(shapes))
    base = altair.Chart(altair.InlineData(values=rows), width=WIDTH, height=max(ROW * len(labels), ROW)).encode(
        y=altair.Y("line:N", title="Line (times said)", sort=labels, axis=altair.Axis(labelLimit=LABELS)),
        color=altair.Color("step:N", title="It was", scale=colour),
    )
    undated = left_out(saying.reports[0].day for one in drawn for saying in one.sayings)
    meaning = f"{len(drawn)} of {len(told)} lines, each by the days on which it was said{undated}"
    write_chart([layered(base, altair.Shape("step:N", title="It was", scale=shape))], (title, meaning), records, file)


def _label(one: Position, number: int) -> str:
    """The words with which a line began; the number keeps lines of the same beginning apart."""
    words = " ".join(wording.flat(part.exact) for part in one.sayings[0].reports[0].words)
    return f"{number}. {shortened(wording.bare(words), LABEL)} ({len(one.sayings)})"


def _rows(one: Position, label: str) -> Iterator[dict[str, str]]:
    marks = [(saying.step, saying.reports[0]) for saying in one.sayings]
    for step, told in (*marks, *(((None, one.not_repeated.first),) if one.not_repeated else ())):
        if (known := days_of(told.day)) is not None:
            yield {"line": label, **known, "step": MARKS[step][0]}
