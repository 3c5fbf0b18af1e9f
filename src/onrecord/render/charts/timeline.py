"""A chart of what happened between actors: a row for each kind of it, a mark for each day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.lexicon.plover import Quad
from onrecord.model import Record
from onrecord.model.days import bounds
from onrecord.render.charts.frame import BLUE, GREEN, LABELS, PURPLE, VERMILLION, days, write_chart
from onrecord.views.exchanges import Exchange
from onrecord.views.happenings import Happening
from onrecord.views.occasions import HELD, Engagement
from onrecord.views.timeline import Moment

ROW = 22  # pixels of a kind
WIDTH = 640
TOOK_PLACE, ELSE = "took place", "planned, refused, called off or the like"
MET, COOPERATION, CONFLICT, SAID = "came together", "cooperation", "conflict", "said"
COLOURS = {MET: BLUE, COOPERATION: GREEN, CONFLICT: VERMILLION, SAID: PURPLE}
GROUPS = {
    Quad.VERBAL_COOPERATION: COOPERATION,
    Quad.MATERIAL_COOPERATION: COOPERATION,
    Quad.VERBAL_CONFLICT: CONFLICT,
    Quad.MATERIAL_CONFLICT: CONFLICT,
}


def write_timeline(told: Sequence[Moment], actors: Sequence[str], records: Sequence[Record], file: Path) -> None:
    """Write the chart; what has no day cannot stand in it and is counted under the title."""
    import altair

    rows = list(_rows(told))
    times = Counter(row["kind"] for row in rows)
    for row in rows:
        row["kind"] = f"{row['kind']} ({times[row['kind']]})"
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    y = altair.Y("kind:N", title="What (how often)", sort=kinds, axis=altair.Axis(labelLimit=LABELS))
    x = days("first")
    base = altair.Chart(altair.InlineData(values=rows), width=WIDTH, height=max(ROW * len(kinds), ROW)).encode(
        x=x,
        y=y,
        color=altair.Color(
            "group:N", title="Kind", scale=altair.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
        ),
    )
    shapes = altair.Scale(domain=[TOOK_PLACE, ELSE], range=["circle", "cross"])
    marks = base.mark_point(filled=True, size=70, opacity=0.8).encode(
        shape=altair.Shape("status:N", title="Status", scale=shapes)
    )
    spans = base.mark_rule(strokeWidth=3, opacity=0.5).encode(x2="last:T")
    left = len(told) - len(rows)
    by_report = sum(bounds(one.day) is not None and one.date is None for one in told)
    meaning = "".join(
        (
            f"{len(rows)} lines by their days",
            f", {by_report} of them by that of the report" if by_report else "",
            f"; {left} of no known day are left out" if left else "",
        )
    )
    write_chart([altair.layer(spans, marks)], (" – ".join(actors), meaning), records, file)


def _rows(told: Sequence[Moment]) -> Iterator[dict[str, str]]:
    for one in told:
        known = bounds(one.day)
        if known is not None:
            yield {
                "first": known[0].isoformat(),
                "last": known[1].isoformat(),
                "kind": _kind(one),
                "group": _group(one),
                "status": TOOK_PLACE if isinstance(one, Exchange) or one.status in HELD else ELSE,
            }


def _kind(one: Moment) -> str:
    match one:
        case Engagement():
            return one.kind.value
        case Happening():
            return " ".join(filter(None, (one.custom or one.type.value, one.mode)))
        case Exchange():
            return f"said: {one.act.value}"


def _group(one: Moment) -> str:
    if isinstance(one, Happening):
        return GROUPS[one.quad]
    return SAID if isinstance(one, Exchange) else MET
