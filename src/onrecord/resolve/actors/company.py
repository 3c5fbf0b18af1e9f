"""Who met or spoke with whom: whom "they", "the interlocutors" and "we agreed" can mean after it."""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence

from onrecord.model import Evidence
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.reading import Reading

PAST = ("ed", "spoke", "spoken", "held")  # how the cue of a told meeting ends

Met = tuple[int, tuple[str, ...]]  # where it is told, and who they were


def everybody(met: tuple[str, ...], states: Sequence[str | None]) -> Reading:
    """All who met; or their states, where these are asked for and each is of another."""
    codes = tuple(dict.fromkeys(code for code in states if code is not None))
    if len(codes) == len(met):
        return Reading(actors=codes, rule=SpeakerRule.ALL_STATES_MET)
    return Reading(actors=met, rule=SpeakerRule.ALL_MET)


class Company:
    """The meetings and calls of a document between people whom it names, in reading order."""

    def __init__(self) -> None:
        self._met: list[Met] = []

    def add(self, place: int, actors: tuple[str, ...]) -> None:
        """Keeps who met, and where the text tells it."""
        insort(self._met, (place, actors))

    def before(self, place: int) -> tuple[str, ...]:
        """Those who met last before a place; empty where nobody did."""
        return next((actors for start, actors in reversed(self._met) if start < place), ())

    def pair(self, place: int, country: Callable[[str], str | None]) -> Mapping[str, str]:
        """The two of different states, by state, whose talk is the only one told before a place; else nobody."""
        pairs = [{code: one for one in met if (code := country(one))} for start, met in self._met if start < place]
        first = pairs[0] if pairs else {}
        return first if len(first) == 2 and all(pair.keys() == first.keys() for pair in pairs) else {}


def is_past(cue: Evidence) -> bool:
    """Whether a cue tells of what was said at a meeting that is over."""
    return cue.exact.split()[-1].endswith(PAST)
