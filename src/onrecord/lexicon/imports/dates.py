"""Days as others write them, as days, months or years."""

import re
from datetime import date

# Wikidata: "+1999-00-00T00:00:00Z", "1999-03-01T00:00:00Z"; Popolo and others: "1999", "1999-03", "1999-03-01"
_WRITTEN = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_UNKNOWN = re.compile(r"_:.*|t\d+|https?://www\.wikidata\.org/\.well-known/genid/.*|http.*#somevalue", re.IGNORECASE)
YEAR, MONTH, DAY = 9, 10, 11  # Wikidata's figures for how precise a time is


def day(written: str, precision: str = "") -> str | None:
    """The day, month or year; None for none and for Wikidata's "unknown value".

    A time of day on 1 January without a precision is what Wikidata makes of a year, and is taken for one.
    Raises: ValueError for what is no date of the common era.
    """
    written = written.strip()
    if not written or _UNKNOWN.fullmatch(written):
        return None
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise ValueError(written)
    parts = [part for part in match.groups() if part not in (None, "00")]
    year, *rest = parts[: _known(parts, written, precision)]
    date(int(year), *(int(part) for part in (*rest, "1", "1")[:2]))  # refuses the 30th of February
    return "-".join((year, *rest))


def _known(parts: list[str], written: str, precision: str) -> int:
    if precision.strip().isdigit():
        return min(max(int(precision) - YEAR + 1, 1), len(parts))
    return 1 if "T" in written and parts[1:] == ["01", "01"] else len(parts)
