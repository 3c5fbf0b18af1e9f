"""A chart of formulas: a row for each wording, a mark for each use, and for what passed without any of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model import Record
from onrecord.render import wording
from onrecord.render.charts.frame import BLUE, GREY, LABELS, days_of, layered, left_out, write_chart
from onrecord.render.terminal import shortened
from onrecord.views.formulas import Formula, Variant

WORDINGS = 25  # that are drawn, those that were used most often
LABEL = 70  # characters of a wording
ROW = 22  # pixels of a wording
WIDTH = 560
MARKS = {"used": (BLUE, "circle"), "first and last day without it": (GREY, "cross")}
USED, PASSED = MARKS


def write_formulas(told: Sequence[Formula], title: str, records: Sequence[Record], file: Path) -> None:
    """Write the chart of the wordings that were used most often, in the order of their formulas."""
    import altair

    known = [(one, kind) for one in told for kind in one.variants]
    chosen = sorted(known, key=lambda pair: -len(pair[1].uses))[:WORDINGS]
    drawn = [pair for pair in known if pair in chosen]
    labels = [_label(kind, number) for number, (_, kind) in enumerate(drawn, 1)]
    rows = [row for (one, kind), label in zip(drawn, labels, strict=True) for row in _rows(one, kind, label)]
    colour = altair.Scale(domain=list(MARKS), range=[colour for colour, _ in MARKS.values()])
    shape = altair.Scale(domain=list(MARKS), range=[shape for _, shape in MARKS.values()])
    base = altair.Chart(altair.InlineData(values=rows), width=WIDTH, height=max(ROW * len(labels), ROW)).encode(
        y=altair.Y("wording:N", title="Wording (uses)", sort=labels, axis=altair.Axis(labelLimit=LABELS)),
        color=altair.Color("mark:N", title="The formula was", scale=colour),
    )
    undated = left_out(use.day for _, kind in drawn for use in kind.uses)
    meaning = f"{len(drawn)} of {len(known)} wordings of {len(told)} formulas, each by the days on which it was used"
    write_chart(
        [layered(base, altair.Shape("mark:N", title="The formula was", scale=shape))],
        (title, meaning + undated),
        records,
        file,
    )


def _label(kind: Variant, number: int) -> str:
    """The words of a wording; the number keeps those of the same beginning apart."""
    words = " ".join(wording.flat(part.exact) for part in kind.uses[0].words)
    return f"{number}. {shortened(wording.bare(words), LABEL)} ({len(kind.uses)})"


def _rows(one: Formula, kind: Variant, label: str) -> Iterator[dict[str, str]]:
    """The uses of a wording; the days without the formula stand beside its first one."""
    marks = [(USED, use) for use in kind.uses]
    if kind is one.variants[0]:
        marks += [(PASSED, told) for gap in one.passed for told in dict.fromkeys((gap.first, gap.last))]
    for mark, told in marks:
        if (known := days_of(told.day)) is not None:
            yield {"wording": label, **known, "mark": mark}
