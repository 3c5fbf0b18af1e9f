"""Whom a text names right before or after a place: the sides that a phrase there is about."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.model import Actor, ActorKind, MentionKind, Record

SUBJECT_GAP = 25  # characters between a subject and "commitment to": "has made a solemn"
JOINT_GAP = 11  # characters between two subjects: ", and both "
AFTER_GAP = 6  # characters between "commitment of" and whose it is: " the "
OPENING = 12  # characters before the first subject of reported words: "that both the"
LONGEST = 120  # characters of a mention; a longer one is looked for in vain

_BREAK = re.compile(r"[,;:.]")
_AWAY = re.compile(  # what shows that the subject is not the mention before: "in Borland and will", "that Borland who"
    r"\b(?:and|but|or|nor|that|which|who|whom|whose|where|when|while|if|because|to|of|for|by|with|in|on|from|as|than|"
    r"against|it|he|she|they|we|I|you|there)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^[\s,]*(?:and|with|along with|together with|as well as|,)?\s*(?:the\s+|both\s+)?$", re.IGNORECASE
)
_FELLOWS = re.compile(r"^\s+(?:and|along with|together with|with)\s+(?:its|our|their)\s+[\w-]+(?:\s+and\s+\w+)?(?=\s)")


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named in a stretch of text: the sides, and the actors themselves."""

    start: int
    end: int
    parties: frozenset[str]
    actors: frozenset[str]
    is_person: bool  # people as themselves, and not in an office
    is_pronoun: bool


class Subjects:
    """The sides that a document names, by their places: its actors' mentions, and the names of states elsewhere."""

    def __init__(self, record: Record, countries: Mapping[str, str]) -> None:
        self._text = record.document.text
        found = _mentioned(record)
        taken = sorted(found)
        for name in _names(record, countries):
            if not _is_inside(name, taken):
                found[name.start, name.end] = [name]
        self._by_start = [_all_of(found[place]) for place in sorted(found)]
        self._starts = [named.start for named in self._by_start]

    def within(self, begin: int, end: int) -> Iterator[Named]:
        """Who is named between two places, in reading order; a name inside another's is one too."""
        for named in self._by_start[bisect_left(self._starts, begin) : bisect_right(self._starts, end)]:
            if named.end <= end:
                yield named

    def before(self, begin: int, place: int, gap: int = SUBJECT_GAP) -> Named | None:
        """Who is named right before a place, with those who are joined to them: "Averland and Borland"."""
        near: Named | None = None
        reach = max(begin, place - LONGEST - gap)
        nearest_first = sorted(self.within(reach, place), key=lambda one: (-one.end, one.start))
        for named in nearest_first:
            between = self._text[named.end : near.start if near else place]
            if near is None:
                between = _FELLOWS.sub("", between)
                if len(between) > gap or _BREAK.search(between) or _AWAY.search(between):
                    return None
                near = named
            elif named.end <= near.start:
                is_list = (
                    len(near.parties) > 1 or "," not in between
                )  # "Averland, Borland and Cyrene", not "Averland, Borland"
                if len(between) > JOINT_GAP or not _JOINED.match(between) or not is_list:
                    return near
                near = _all_of([named, near])
        return near

    def after(self, place: int, end: int) -> Named | None:
        """Who is named right after a place, with those who are joined to them."""
        near: Named | None = None
        for named in self.within(place, end):
            between = self._text[near.end if near else place : named.start]
            if near is None:
                if len(between) > AFTER_GAP or _BREAK.search(between):
                    return None
                near = named
            elif named.start >= near.end:
                if len(between) > JOINT_GAP or not _JOINED.match(between):
                    return near
                near = _all_of([near, named])
            elif named.end > near.end:
                near = _all_of([near, named])
        return near

    def opening(self, begin: int, end: int) -> Named | None:
        """Who is named first in reported words, where these begin with them."""
        first = next(self.within(begin, end), None)
        if first is None or first.start - begin > OPENING or _AWAY.search(self._text, begin, first.start):
            return None
        return first


def _mentioned(record: Record) -> dict[tuple[int, int], list[Named]]:
    found: dict[tuple[int, int], list[Named]] = {}
    for actor in record.actors:
        for mention in actor.mentions:
            party = actor.country or mention.country
            if party is not None:
                place = mention.start, mention.end
                is_person = _is_somebody(actor) and mention.office is None
                is_pronoun = mention.kind is MentionKind.PRONOUN
                one = Named(*place, frozenset({party}), frozenset({actor.id}), is_person, is_pronoun)
                found.setdefault(place, []).append(one)
    return found


def _is_somebody(actor: Actor) -> bool:
    """Whether it is a person, or people who speak for nobody else."""
    return actor.kind is ActorKind.PERSON or (actor.kind is ActorKind.GROUP and not actor.roles)


def _names(record: Record, countries: Mapping[str, str]) -> Iterator[Named]:
    """States by the names that the document has for them, and by their own, wherever they stand: "China's"."""
    ours = {
        mention.exact.removeprefix("the ").removeprefix("The "): actor.id
        for actor in record.actors
        if actor.kind is ActorKind.STATE
        for mention in actor.mentions
        if mention.kind is MentionKind.INSTITUTION and not mention.plural
    }
    known = {name: code for code, name in countries.items()}
    for names in (known, {name: code for name, code in ours.items() if name[:1].isupper() and name not in known}):
        for found in _any_name(frozenset(names)).finditer(record.document.text):
            side = frozenset({names[found.group()]})
            yield Named(found.start(), found.end(), side, side, is_person=False, is_pronoun=False)


@functools.lru_cache(maxsize=8)
def _any_name(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?=[A-Z])(?:{'|'.join(map(re.escape, longest_first)) or '!'})(?!\w)")


def _is_inside(name: Named, taken: list[tuple[int, int]]) -> bool:
    """Whether a mention that stands already holds the name."""
    near = bisect_right(taken, (name.start, name.end))
    return any(start <= name.start and name.end <= end for start, end in taken[max(0, near - 3) : near])


def _all_of(named: list[Named]) -> Named:
    return Named(
        start=min(one.start for one in named),
        end=max(one.end for one in named),
        parties=frozenset().union(*(one.parties for one in named)),
        actors=frozenset().union(*(one.actors for one in named)),
        is_person=all(one.is_person for one in named),
        is_pronoun=all(one.is_pronoun for one in named),
    )
