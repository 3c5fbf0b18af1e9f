"""Lines of communication between two parties: hotlines, dialogues, missions, and how they stand."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.channels import ChannelStatus, ChannelWord, Strength, WordRole
from onrecord.model import BlockKind, EventType, Evidence, Record
from onrecord.views.passages import passage, sentences

REACH = 90  # characters from a noun to the word that says how the line stands; further off it is another line's
PARTIES = 2
CLEAR_SHARE = 0.6  # of a document's meetings that one pair must hold before an unnamed line is taken to be theirs

_WITHIN = re.compile(r"\s(?:in|at|during|after|before|ahead of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NAME = re.compile(r"(?:\b[A-Z][\w.’'-]*|\band)\s+$")  # what stands before the noun of a name
_ASIDE = re.compile(r"(?:—|\s[–-]\s).*?(?:—|\s[–-]\s)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A line of communication between parties, and its status where the text gives one.

    `what` is the passage that names it; `evidence` are the sentences that tell how it stands; `family` is the
    kind of line.
    """

    parties: tuple[str, ...]
    what: Evidence
    family: str
    status: ChannelStatus | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The nouns and status words as patterns, the longest word first."""

    nouns: tuple[tuple[re.Pattern[str], ChannelWord], ...]
    statuses: tuple[tuple[re.Pattern[str], ChannelWord], ...]

    def within(self, text: str) -> "_Words":
        """Those that may stand in a text: it has how they begin."""
        lowered = text.lower()
        nouns, statuses = (
            tuple((pattern, word) for pattern, word in group if _beginning(word) in lowered)
            for group in (self.nouns, self.statuses)
        )
        return _Words(nouns, statuses)


def channels(records: Sequence[Record], words: Sequence[ChannelWord]) -> tuple[Channel, ...]:
    """The lines in reading order; what several sentences say alike of one line is put together.

    A line is told only where its parties are clear: two sides are named in its sentence, or one pair holds
    most of the meetings that the document tells of.
    """
    patterns = _patterns(tuple(words))
    groups: dict[tuple[tuple[str, ...], str, ChannelStatus | None], list[Channel]] = {}
    for channel in (channel for record in records for channel in _told(record, patterns)):
        groups.setdefault((channel.parties, channel.family, channel.status), []).append(channel)
    return tuple(_together(group) for group in groups.values())


def _told(record: Record, known: _Words) -> Iterator[Channel]:
    usual, words = _usual_pair(record), known.within(record.document.text)
    for start, end in sentences(record.document, skip=(BlockKind.HEADLINE, BlockKind.HEADING)):
        text = record.document.text[start:end]
        named = list(_nouns(text, words))
        parties = (_parties(record, start, end) or usual) if named else ()
        if len(parties) != PARTIES:
            continue
        for begin, finish, noun in named:
            status = _status(text, begin, finish, words) or _standing(text, begin)
            if status or noun.strength is Strength.STRONG:
                yield Channel(
                    parties=parties,
                    what=passage(record.document, start + begin, start + finish),
                    family=noun.family,
                    status=status,
                    evidence=(passage(record.document, start, end),),
                )


def _nouns(text: str, words: _Words) -> Iterator[tuple[int, int, ChannelWord]]:
    """The lines that a sentence names; a longer name hides the shorter one in it."""
    taken: list[tuple[int, int]] = []
    for pattern, word in words.nouns:
        for found in pattern.finditer(text):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                yield found.start(), found.end(), word


def _status(text: str, begin: int, finish: int, words: _Words) -> ChannelStatus | None:
    """What the nearest status word says."""
    near: list[tuple[int, int, ChannelStatus]] = []
    for pattern, word in words.statuses:
        for found in pattern.finditer(text):
            gap = max(begin - found.end(), found.start() - finish) - _asides(text, finish, found.start())
            if _WITHIN.search(text, found.end(), max(begin, found.end())):
                continue  # "offered grain in the talks" tells nothing of the talks
            if 0 <= gap <= REACH and word.status:
                near.append((gap, -len(word.word), word.status))
    return min(near)[2] if near else None


def _standing(text: str, begin: int) -> ChannelStatus | None:
    """A line that goes by a name is in being: "the Borland Embassy", "the Strategic and Economic Dialogue"."""
    return ChannelStatus.OPEN if text[begin].isupper() and _NAME.search(text, 0, begin) else None


def _asides(text: str, start: int, end: int) -> int:
    """How much of a stretch stands between dashes."""
    return sum(len(found.group()) for found in _ASIDE.finditer(text, start, max(start, end)))


def _parties(record: Record, start: int, end: int) -> tuple[str, ...]:
    """The sides that a sentence names, if it names two or more."""
    named = {
        country
        for actor in record.actors
        for mention in actor.mentions
        if start <= mention.start < end and (country := mention.country or actor.country)
    }
    named |= {
        party
        for event in record.events
        if start <= event.trigger.start < end
        for party in (*event.sources, *event.targets)
    }
    return tuple(sorted(named)) if len(named) >= PARTIES else ()


def _usual_pair(record: Record) -> tuple[str, ...]:
    """The two sides of most of the meetings that a document tells of, or nothing."""
    pairs = Counter(
        tuple(sorted({*event.sources, *event.targets})) for event in record.events if event.type is EventType.CONSULT
    )
    for pair, count in pairs.most_common(1):
        if len(pair) == PARTIES and count >= CLEAR_SHARE * pairs.total():
            return pair
    return ()


def _together(alike: Sequence[Channel]) -> Channel:
    return replace(alike[0], evidence=tuple(dict.fromkeys(told for one in alike for told in one.evidence)))


def _beginning(word: ChannelWord) -> str:
    """The first letters of a word, which every spelling of it has in small letters."""
    return word.word.split()[0].partition("'")[0].lower()


@functools.lru_cache(maxsize=2)
def _patterns(words: tuple[ChannelWord, ...]) -> _Words:
    longest_first = sorted(words, key=lambda word: -len(word.word))
    return _Words(
        nouns=tuple((_pattern(word.word, "s?"), word) for word in longest_first if word.role is WordRole.NOUN),
        statuses=tuple((_pattern(word.word, ""), word) for word in longest_first if word.role is WordRole.STATUS),
    )


def _pattern(word: str, ending: str) -> re.Pattern[str]:
    """The word with either apostrophe and any space between its parts."""
    words = r"\s+".join(re.escape(part).replace("'", "['’]") for part in word.split())
    return re.compile(rf"\b{words}{ending}\b", re.IGNORECASE)
