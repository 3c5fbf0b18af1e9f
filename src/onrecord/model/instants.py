"""Which moments are instants: those that name their zone and that UTC has."""

from datetime import UTC, datetime


def is_instant(moment: datetime) -> bool:
    """Whether a moment names its zone, and is within the years of the calendar in UTC too."""
    try:
        return moment.tzinfo is not None and moment.astimezone(UTC) is not None
    except OverflowError:
        return False


def is_iso_instant(written: str) -> bool:
    """Whether this is such a moment as ISO 8601 writes it: "2031-05-12T09:30:00+00:00"."""
    try:
        return is_instant(datetime.fromisoformat(written))
    except ValueError:
        return False
