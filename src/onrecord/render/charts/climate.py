"""Charts of the climate between pairs of states: the mean of each period as its sum over its number, and the counts."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.lexicon.plover import Quad
from onrecord.model import Record
from onrecord.model.days import Span, bounds
from onrecord.render.charts.frame import BLUE, GREEN, GREY, ORANGE, ROW, SKY_BLUE, VERMILLION, write_chart
from onrecord.views.climate import LENGTHS, Climate, Period

if TYPE_CHECKING:
    from onrecord.render.charts.frame import Part

PAIRS = 8  # of states that are drawn, those with most to tell
NARROWEST, WIDEST = 560, 4000  # pixels of a chart
STEP = 18  # pixels of a period: a row of letters on its side
LEVEL = 110  # pixels of a period in which its figures stand level
FIGURES = 104  # pixels of figures on their side
MOST_PERIODS = 1200  # in which periods without happenings have room too
COLOURS = {
    Quad.VERBAL_COOPERATION: SKY_BLUE,
    Quad.MATERIAL_COOPERATION: GREEN,
    Quad.VERBAL_CONFLICT: ORANGE,
    Quad.MATERIAL_CONFLICT: VERMILLION,
}


def write_climate(told: Sequence[Climate], records: Sequence[Record], span: Span, file: Path) -> None:
    """Write a chart for each pair of states of which something is dated, those with most to tell first."""
    drawn = [one for one in told if one.series]
    parts = [part for one in drawn[:PAIRS] for part in _pair(one, span)]
    meaning = (
        f"Mean of Goldstein's figures, from -10 (hostile) to 10 (cooperative), by {span}: the sum / the happenings"
    )
    if len(drawn) > PAIRS:
        meaning += f". {len(drawn) - PAIRS} more pairs of states are left out"
    write_chart(parts, ("How cooperative two states' doings were", meaning), records, file)


def _pair(one: Climate, span: Span) -> "list[Part]":
    """Three charts over one axis: the means, their figures, and the happenings by kind."""
    import altair

    number = sum(period.happenings for period in one.series)
    undated = f", {one.undated} more in no period" if one.undated else ""
    title = f"{' – '.join(one.pair)}: {number} happening{'' if number == 1 else 's'}{undated}"
    periods = _periods([period.period for period in one.series], span)
    width = max(NARROWEST, min(WIDEST, STEP * len(periods)))
    is_level = width / len(periods) >= LEVEL
    base = altair.Chart(altair.InlineData(values=list(map(_row, one.series))), width=width)
    bare = altair.X("period:O", title=None, scale=altair.Scale(domain=periods), axis=altair.Axis(labels=False))
    mean = altair.Y("mean:Q", title="Mean", scale=altair.Scale(domain=[-10, 10]))
    points = base.mark_circle(size=60, color=BLUE, opacity=1).encode(x=bare, y=mean)
    stems = base.mark_rule(color=BLUE).encode(x=bare, y=mean, y2=altair.datum(0))
    zero = base.mark_rule(color=GREY).encode(y=altair.datum(0))
    figures = base.mark_text(angle=0 if is_level else 270, align="center" if is_level else "left", fontSize=11).encode(
        x=altair.X("period:O", title=None, scale=altair.Scale(domain=periods), axis=None),
        y=altair.value(ROW / 2 if is_level else FIGURES),
        text="figures:N",
    )
    return [
        altair.layer(zero, stems, points).properties(height=160, title=title),
        figures.properties(height=ROW if is_level else FIGURES),
        _counts(one, periods, width, span),
    ]


def _counts(one: Climate, periods: Sequence[str], width: int, span: Span) -> "Part":
    import altair

    counts = [
        {"period": period.period, "quad": _named(quad), "happenings": number, "place": list(Quad).index(quad)}
        for period in one.series
        for quad, number in period.quads.items()
        if number
    ]
    axis = altair.Axis(labelOverlap=True, labelAngle=0 if len(periods) <= NARROWEST / LEVEL else 270)
    x = altair.X("period:O", title=span.capitalize(), scale=altair.Scale(domain=list(periods)), axis=axis)
    scale = altair.Scale(domain=[_named(quad) for quad in COLOURS], range=list(COLOURS.values()))
    y = altair.Y("happenings:Q", title="Happenings", stack="zero", axis=altair.Axis(tickMinStep=1))
    base = altair.Chart(altair.InlineData(values=counts), width=width).encode(x=x, order=altair.Order("place:Q"))
    bars = base.mark_bar().encode(y=y, color=altair.Color("quad:N", title="Kind", scale=scale))
    middle = altair.Y("happenings:Q", title="Happenings", stack="zero", bandPosition=0.5)
    numbers = base.mark_text(fontSize=10).encode(y=middle, detail="quad:N", text="happenings:Q")
    return altair.layer(bars, numbers).properties(height=110)


def _row(period: Period) -> dict[str, object]:
    figures = f"{period.mean:+.2f} = {period.total:+.1f} / {period.happenings}"
    return {"period": period.period, "mean": period.mean, "figures": figures}


def _named(quad: Quad) -> str:
    return quad.value.replace("-", " ")


def _periods(told: Sequence[str], span: Span) -> list[str]:
    """The periods from the first to the last, with those in which nothing happened while there is room for them."""
    first, last = bounds(told[0]), bounds(told[-1])
    if first is None or last is None:
        return list(told)
    days = (first[0] + timedelta(days=number) for number in range((last[1] - first[0]).days + 1))
    whole = list(dict.fromkeys(day.isoformat()[: LENGTHS[span]] for day in days))
    return whole if len(whole) <= MOST_PERIODS else list(told)
