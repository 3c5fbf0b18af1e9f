"""The two sides of most of the meetings that a document tells of."""

from collections import Counter

from onrecord.model import EventType, Record

PARTIES = 2
CLEAR_SHARE = 0.6  # of a document's meetings that one pair must hold before what names nobody is taken to be theirs


def usual_pair(record: Record) -> tuple[str, ...]:
    """The two sides of most of the meetings that a document tells of, or nothing."""
    met = (tuple(sorted({*one.sources, *one.targets})) for one in record.events if one.type is EventType.CONSULT)
    pairs = Counter(sides for sides in met if len(sides) >= PARTIES)  # whom a meeting is with may not be told
    for pair, count in pairs.most_common(1):
        if len(pair) == PARTIES and count >= CLEAR_SHARE * pairs.total():
            return pair
    return ()
