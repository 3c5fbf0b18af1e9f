"""What all charts have alike: title, sources, colours that can be told apart, and how they are written."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.model import Record
from onrecord.model.days import bounds
from onrecord.render import wording
from onrecord.render.terminal import shortened

if TYPE_CHECKING:
    import altair

    Part = altair.Chart | altair.LayerChart | altair.FacetChart

# Okabe and Ito 2008, "Color Universal Design": told apart by readers with any colour vision.
SKY_BLUE, GREEN, ORANGE, VERMILLION, BLUE, PURPLE, GREY = (
    "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#0072B2", "#CC79A7", "#767676",
)  # fmt: skip
DOTS_PER_INCH = 144  # twice what a chart is drawn for, for sharp letters
NAMED = 4  # sources that are named below a chart
SOURCE_LIMIT = 110  # characters of one of them
LABELS = 480  # pixels of the longest label
ROW = 14  # pixels of a row of small letters
MONTH, DAY = "%b %Y", "%-d %b %Y"  # with the year: an axis may be shorter than one
DAYS = {"year": "%Y", "quarter": MONTH, "month": MONTH, "week": DAY, "date": DAY}


def require_charts() -> None:
    """Raises: SettingsError where what draws charts is not installed."""
    try:
        import altair  # noqa: F401 - whether it is there
        import vl_convert  # noqa: F401
    except ImportError as error:
        raise SettingsError(
            "charts need Altair and vl-convert; install them: pip install 'onrecord[charts]'"
        ) from error


def write_chart(parts: Sequence["Part"], title: tuple[str, str], records: Sequence[Record], file: Path) -> None:
    """Write charts one below the other, under a title with what it means, over their sources.

    Raises: SettingsError for a file that cannot be written.
    """
    import altair

    head = altair.TitleParams(title[0], subtitle=title[1], anchor="start", fontSize=16, subtitleFontSize=12, offset=16)
    whole = altair.vconcat(*parts, _sources(records), title=head).resolve_scale(
        color="independent", shape="independent"
    )
    drawn = (
        whole.configure_view(stroke=None)
        .configure_axis(grid=True, gridColor="#EEEEEE", maxExtent=LABELS)
        .configure_legend(labelLimit=LABELS)
        .properties(padding=16, background="white")
    )
    try:
        drawn.save(str(file), format=file.suffix.lower().lstrip("."), ppi=DOTS_PER_INCH)
    except OSError as error:
        raise SettingsError(f"{file}: cannot be written: {error.strerror}") from error


def days_of(told: str | None) -> dict[str, str] | None:
    """Where a date (EDTF) stands in a chart: its first and last day, and the mark between; None for no date."""
    known = bounds(told)
    if known is None:
        return None
    first, last = known
    middle = first + (last - first) // 2
    return {"first": first.isoformat(), "day": middle.isoformat(), "last": last.isoformat()}


def left_out(told: Iterable[str | None]) -> str:
    """How many of some dates are none, and so cannot stand in a chart: "; 2 of no known day are left out"."""
    number = sum(bounds(one) is None for one in told)
    return f"; {number} of no known day {'is' if number == 1 else 'are'} left out" if number else ""


def days(field: str) -> "altair.X":
    """An axis of days."""
    import altair

    axis = altair.Axis(format=DAYS, formatType="time", labelOverlap=True)
    return altair.X(f"{field}:T", title="Day", scale=altair.Scale(type="utc"), axis=axis)


def layered(base: "altair.Chart", shape: "altair.Shape") -> "Part":
    """The marks of a chart at their days; a line through one goes over all the days that it may be of."""
    import altair

    spans = base.mark_rule(strokeWidth=3, opacity=0.4).encode(x=days("first"), x2="last:T")
    return altair.layer(spans, base.mark_point(filled=True, size=80, opacity=0.9).encode(x=days("day"), shape=shape))


def _sources(records: Sequence[Record]) -> "altair.Chart":
    """The line of sources: how many documents there are, and the first of them by name."""
    import altair

    named = [shortened(_named(record), SOURCE_LIMIT) for record in records[:NAMED]]
    more = [f"and {len(records) - NAMED} more"] if len(records) > NAMED else []
    rows = [f"Sources: {len(records)} document{'' if len(records) == 1 else 's'}", *named, *more]
    letters = altair.Chart(altair.InlineData(values=[{"sources": rows}]), width=560, height=ROW * len(rows)).mark_text(
        align="left", baseline="top", fontSize=10, color=GREY, lineHeight=ROW
    )
    drawn: altair.Chart = letters.encode(text="sources:N", x=altair.value(0), y=altair.value(0))
    return drawn


def _named(record: Record) -> str:
    document = record.document
    told = (document.title, document.publisher, document.published, document.uri)
    return wording.flat(" · ".join(filter(None, told)))
