"""Lines of communication between parties: hotlines, dialogues, missions, and how they stand."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.channels import ChannelStatus, ChannelWord, Strength, WordRole
from onrecord.model import BlockKind, Evidence, Record
from onrecord.views.channel_parties import Sides
from onrecord.views.passages import passage, sentences

REACH = 90  # characters from a noun to the word that says how the line stands; further off it is another line's
MISSION = "mission"
ENVOY = "envoy"  # the family of people, of whom one is no line but by what becomes of him
NAMED = ("format", "council")  # families whose nouns are names by themselves
GENERAL = "line"  # the family of lines of which the noun tells no kind
LINES = (GENERAL, "crisis-line", "military")
TALKING = "dialogue"  # the family of lines that are about something
FAR = 1000  # characters from a noun in which a status word is looked for; an aside between dashes is not counted
BESIDE = 20  # characters from the noun to the status where it only tells when: "in the talks, which were suspended"
NEAR = 30  # characters from a weak status word to the noun that follows it: "continue their regular"

_WITHIN = re.compile(r"\s(?:in|at|during|after|before|ahead of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:in|at|during|after|before|ahead of)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NAME = re.compile(r"(?:\b[A-Z][\w.’'-]*|\band)\s+$")  # what stands before the noun of a name
_NAME_BEFORE = re.compile(r"(?:\b(?!The\b|An?\b|Their\b|Its\b|Our\b)[A-Z][\w.’'-]*\s+|\b(?:of|and|on)\s+(?=[A-Z]))+$")
_TOPIC = re.compile(
    r"\s+on\s+(?!\w+\s+\d|\d|(?:this|that|these|those|it|them|which)\b)(?:the\s+)?"
    r"(?:[\w-]+(?:ing|al|ic|ive|ary)\s+)?[\w-]+(?:\s+and\s+[\w-]+|\s+[A-Z]\w+)*"
)
_AGAIN = re.compile(r"(?:those|these)\s")
_ASIDE = re.compile(r"(?:—|\s[–-]\s).*?(?:—|\s[–-]\s)", re.DOTALL)
_JOINT = re.compile(r"\b[A-Z][\w.]*[–-][A-Z][\w.]*\s+$")  # "Borland-Averland"
_STANDING = re.compile(r"\b(?:the|their|our|its|his)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PARTNER = re.compile(r"\s+(?:with|between)\s", re.IGNORECASE)
_PLACE = re.compile(r"\s+in\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")
_ABOUT = {TALKING: _TOPIC, MISSION: _PLACE}  # what goes on a name of a family
_ADJECTIVE = re.compile(r"\b[A-Z][\w.’']*\s+$")


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
    kinds: tuple[tuple[re.Pattern[str], ChannelWord], ...]
    families: frozenset[str]  # those that have status words of their own

    def within(self, text: str) -> "_Words":
        """Those that may stand in a text: it has how they begin."""
        lowered = text.lower()
        nouns, statuses = (
            tuple((pattern, word) for pattern, word in group if _beginning(word) in lowered)
            for group in (self.nouns, self.statuses)
        )
        return _Words(nouns, statuses, self.kinds, self.families)


def channels(records: Sequence[Record], words: Sequence[ChannelWord]) -> tuple[Channel, ...]:
    """The lines in reading order; what several sentences say alike of one line is put together.

    A line is told only where its parties are clear (`channel_parties`).
    """
    patterns = _patterns(tuple(words))
    groups: dict[tuple[tuple[str, ...], str, ChannelStatus | None, str], list[Channel]] = {}
    for channel in (told for record in records for told in _told(record, patterns)):
        key = channel.parties, channel.family, channel.status, own_name(channel)
        groups.setdefault(key, []).append(channel)
    return tuple(_together(group) for group in groups.values())


def own_name(channel: Channel) -> str:
    """What tells a line from another of its family and parties, or nothing.

    The name of a dialogue ("Strategic Dialogue", "dialogue on fish"), the place of a mission ("consulate in Houston").
    """
    name = " ".join(channel.what.exact.split())
    if channel.family == MISSION:
        return name.rpartition(" in ")[2].casefold() if " in " in name else ""
    is_name = channel.family in (TALKING, *NAMED) and (" on " in name or name != name.lower())
    return name.casefold() if is_name else ""


def _told(record: Record, known: _Words) -> Iterator[Channel]:
    """The lines that sentences tell of."""
    sides: Sides | None = None
    before: Channel | None = None  # the line told last, which "those channels" are
    document, words = record.document, known.within(record.document.text)
    for start, end in sentences(document, skip=(BlockKind.HEADLINE, BlockKind.HEADING)):
        text = document.text[start:end]
        for begin, finish, noun in _nouns(text, words):
            status = noun.status or _status(text, begin, finish, noun, words) or _standing(text, begin, finish, noun)
            if status is None and noun.strength is not Strength.STRONG:
                continue
            sides = sides or Sides(record)
            first, last = _whole_name(text, begin, finish, noun)
            is_again = before is not None and _AGAIN.match(noun.word) is not None
            parties = sides.of_line((start, end), (start + first, start + last), noun)
            if parties or is_again:
                channel = Channel(
                    parties=before.parties if before and is_again else parties,
                    what=passage(document, start + first, start + last),
                    family=before.family if before and is_again else _kind(text, begin, finish, noun, words),
                    status=status,
                    evidence=(passage(document, start, end),),
                )
                before = channel if channel.family in LINES else before
                yield channel


def _kind(text: str, begin: int, finish: int, noun: ChannelWord, words: _Words) -> str:
    """The family of a line; of one in general as the words beside it tell: "lines between the militaries"."""
    if noun.family == GENERAL:
        for pattern, word in words.kinds:
            if pattern.search(text, max(0, begin - NEAR), finish + REACH):
                return word.family
    return noun.family


def _whole_name(text: str, begin: int, finish: int, noun: ChannelWord) -> tuple[int, int]:
    """Where the name of a line begins and ends: "U.S.-Borland Strategic Dialogue", "dialogue on fish"."""
    before = _NAME_BEFORE.search(text, max(0, begin - REACH), begin)
    if before is not None:
        begin = before.start()
    more = _ABOUT[noun.family].match(text, finish) if noun.family in _ABOUT else None
    return begin, more.end() if more else finish


def _nouns(text: str, words: _Words) -> Iterator[tuple[int, int, ChannelWord]]:
    """The lines that a sentence names; a longer name hides the shorter one in it."""
    taken: list[tuple[int, int]] = []
    for pattern, word in words.nouns:
        for found in pattern.finditer(text):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                yield found.start(), found.end(), word


def _status(text: str, begin: int, finish: int, noun: ChannelWord, words: _Words) -> ChannelStatus | None:
    """What the nearest status word says."""
    near: list[tuple[int, int, ChannelStatus]] = []
    is_inside = _INSIDE.search(text, max(0, begin - REACH), begin) is not None
    for pattern, word in words.statuses:
        if word.family != (noun.family if noun.family in words.families else ""):
            continue
        for found in pattern.finditer(text, max(0, begin - FAR), finish + FAR):
            gap = max(begin - found.end(), found.start() - finish) - _asides(text, finish, found.start())
            if _WITHIN.search(text, found.end(), max(begin, found.end())):
                continue  # "offered grain in the talks" tells nothing of the talks
            is_far = word.strength is Strength.WEAK and not _is_just_before(text, found.end(), begin)
            is_far |= gap > BESIDE and is_inside
            if 0 <= gap <= REACH and word.status and not is_far:
                near.append((gap, -len(word.word), word.status))
    return min(near)[2] if near else None


def _is_just_before(text: str, end: int, begin: int) -> bool:
    return 0 <= begin - end <= NEAR and "," not in text[end:begin]


def _standing(text: str, begin: int, finish: int, noun: ChannelWord) -> ChannelStatus | None:
    """A line that goes by a name is in being: "the Borland Embassy", "the Strategic and Economic Dialogue".

    So are "the dialogue with Borland" and "the Borland embassy in Averland".
    """
    is_joint = noun.word.endswith(TALKING) and _JOINT.search(text, max(0, begin - REACH), begin)
    is_named = (
        text[begin].isupper()
        and noun.family != ENVOY
        and (_NAME.search(text, max(0, begin - REACH), begin) or noun.family in NAMED)
    )
    is_talk = noun.word == TALKING
    is_held = is_talk and _STANDING.search(text, max(0, begin - REACH), begin) and _PARTNER.match(text, finish)
    is_there = (
        noun.family == MISSION and _ADJECTIVE.search(text, max(0, begin - REACH), begin) and _PLACE.match(text, finish)
    )
    return ChannelStatus.OPEN if is_named or is_joint or is_held or is_there else None


def _asides(text: str, start: int, end: int) -> int:
    """How much of a stretch stands between dashes."""
    return sum(len(found.group()) for found in _ASIDE.finditer(text, start, max(start, end)))


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
        kinds=tuple((_pattern(word.word, ""), word) for word in longest_first if word.role is WordRole.KIND),
        families=frozenset(word.family for word in words if word.role is WordRole.STATUS and word.family),
    )


def _pattern(word: str, ending: str) -> re.Pattern[str]:
    """The word with either apostrophe and any space between its parts; a name keeps its capital."""
    words = r"\s+".join(re.escape(part).replace("'", "['’]") for part in word.split())
    first = f"(?-i:{word[0]})" if word[0].isupper() else re.escape(word[0])
    return re.compile(rf"\b{first}{words[len(re.escape(word[0])) :]}{ending}\b", re.IGNORECASE)
