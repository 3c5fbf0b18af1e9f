"""Parts the place, day and agency before a report from its first sentence: "BELM, Norland (AP) -- | Talks began"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from onrecord.annotate.stretches import Stretch
from onrecord.lexicon import Lexicon

NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
DATELINE = re.compile(
    rf"(?P<place>{NAME}?)(?P<more>(?:, [A-Z0-9][\w.'’]*(?: [A-Z0-9][\w.'’]*)*)*)(?P<agency> ?\([A-Z][^()]{{1,40}}\))?"
    r"(?P<mark> ?(?:[—–]|--) ?| - | ?: )(?=[\"“'‘(]?[A-Z0-9])"
)
SHORT_OR_DAY = re.compile(r"[A-Z]\w{0,4}\.|\d")
LONGEST = 100  # characters of a dateline


def placenames(lexicon: Lexicon) -> Mapping[str, bool]:
    """The names of states, capitals and other places, in small letters, with whether it is no state."""
    states = (name for state in lexicon.states for name in (state.name, *state.names))
    capitals = (name for state in lexicon.states for name in state.capitals)
    places = (name for place in lexicon.places for name in (place.name, *place.names))
    return {name.casefold(): False for name in states} | {name.casefold(): True for name in chain(capitals, places)}


def parted(pieces: Iterable[Stretch], places: Mapping[str, bool]) -> Iterator[Stretch]:
    """The pieces, a dateline apart from the text after it: what parses the sentence takes no place for its subject."""
    for piece in pieces:
        end = _end(piece.text, places)
        if end:
            yield replace(piece, text=piece.text[:end], places=piece.places[:end])
            yield replace(piece, text=piece.text[end:], places=piece.places[end:])
        else:
            yield piece


def _end(text: str, places: Mapping[str, bool]) -> int:
    """Where the dateline ends that a text begins with; 0 without one."""
    found = DATELINE.match(text, 0, LONGEST)
    if found is None or not found["place"]:
        return 0
    is_known, is_loud = found["place"].casefold() in places, found["place"].isupper()
    if ":" in found["mark"]:
        is_one = is_loud and places.get(found["place"].casefold(), False)  # a state may be who speaks
    elif is_known:
        is_one = is_loud or bool(found["more"] or found["agency"])
    else:
        is_one = is_loud and (found["agency"] is not None or _is_place_or_day(found["more"], places))
    return found.end() if is_one else 0


def _is_place_or_day(more: str, places: Mapping[str, bool]) -> bool:
    """Whether what follows a name is a wider place, a short form of one, or a day: "Norland", "Vt.", "March 3"."""
    return more.removeprefix(", ").casefold() in places or SHORT_OR_DAY.search(more) is not None
