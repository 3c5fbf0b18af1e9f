"""How alike two documents are, and whether one is a copy of the other, by their MinHash signatures and circumstances.

A signature is the least hash, for each of many hash functions, of a text's shingles; the share of places in which two
signatures agree estimates the share of their shingles that two texts have in common.
Source: A. Broder, "On the resemblance and containment of documents", 1997.
"""

import functools
import hashlib
import re
import struct
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from rapidfuzz.distance import Hamming
from rensa import RMinHash

from onrecord.model.days import bounds
from onrecord.store.words import words_of_text

SHINGLE = 3  # words: fewer are in every text of the field, more are lost with each word that a copy changes
PLACES = 256  # of a signature: the estimate of a likeness of 0.6 is off by 0.03
SEED = 1997
FORM = f"<{PLACES}I"
BAND = 4 * 4  # bytes of a band, four places
BANDS = 32  # the first half of a signature: two texts that are alike by 0.64 share a band 997 times of 1,000

# Set on made-up copies: one cut by 20 % keeps 0.80, one with a new lead or boilerplate 0.83 to 0.90, with both 0.69.
# Different readouts of one meeting have less than 0.1; the outlines that press offices fill in stay below 0.6.
ALIKE = 0.64
# Of one outlet, long after, or in few words, such an outline with other names reaches 0.88: a copy must be more alike.
SAME = 0.9
APART = 30  # days between two publications after which the second is no syndicated copy of the first
SHORT = 50  # shingles: in fewer, an outline outweighs what is told
NEXT = 1  # days between the publications of short texts that are copies; later ones tell of something that came again

Order = tuple[date, str]
Signature = tuple[bytes, int]  # the values, and how many shingles they are of
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A document with its signature, and what decides together with it whether it is a copy of another one.

    `leader` is the document that stands for its group: itself, another one, or None where that is not known yet.
    """

    document: int
    values: bytes
    shingles: int
    uri: str
    title: str | None
    publisher: str | None
    published: str | None
    leader: int | None
    likeness: float

    @property
    def is_leader(self) -> bool:
        """Whether it stands for its group."""
        return self.leader == self.document

    @property
    def order(self) -> Order:
        """Documents in the order of their publication, those of unknown day last; the same in every store."""
        return first_day(self.published) or date.max, self.uri


def signature(text: str) -> Signature | None:
    """The signature of a text, and how many shingles it has; None for one without words."""
    told = words_of_text(text)
    shingles = {" ".join(told[at : at + SHINGLE]) for at in range(max(1, len(told) - SHINGLE + 1))} if told else set()
    if not shingles:
        return None
    hashes = RMinHash(num_perm=PLACES, seed=SEED)
    hashes.update(list(shingles))
    return struct.pack(FORM, *hashes.digest()), len(shingles)


@functools.lru_cache(maxsize=64)  # who writes a document asks three times
def bands(values: bytes) -> tuple[int, ...]:
    """A number for each band of a signature; documents that share one are worth comparing."""
    told = (place.to_bytes(2, "little") + values[place : place + BAND] for place in range(0, BANDS * BAND, BAND))
    return tuple(int.from_bytes(hashlib.blake2b(band, digest_size=8).digest(), "little", signed=True) for band in told)


def likeness(one: Signed, other: Signed) -> float:
    """The share of their shingles that two documents have in common, from 0 to 1, as their signatures tell it."""
    return Hamming.normalized_similarity(struct.unpack(FORM, one.values), struct.unpack(FORM, other.values))


def is_copy(one: Signed, other: Signed) -> bool:
    """Whether two documents tell the same story, whichever of them is the copy."""
    same_outlet = not outlets(one).isdisjoint(outlets(other))
    is_short = min(one.shingles, other.shingles) < SHORT
    days = _days_between(one, other)
    if same_outlet and _numbers(one.title) != _numbers(other.title):
        return False  # "155th Brigade" and "126th Brigade", "Schedule of 1 July" and "of 2 July"
    if is_short and days > NEXT:
        return False  # "They spoke on the telephone.", and again a week later
    return likeness(one, other) >= (SAME if same_outlet or is_short or days > APART else ALIKE)


def outlets(one: Signed) -> frozenset[str]:
    """By what the outlet of a document is known: its name, and its host or file."""
    try:
        host = urlsplit(one.uri).hostname
    except ValueError:
        host = None
    place = host.removeprefix("www.") if host else one.uri.partition("#")[0]
    return frozenset(filter(None, (one.publisher and one.publisher.casefold(), place)))


def first_day(edtf: str | None) -> date | None:
    """The first day that a date covers."""
    days = bounds(edtf)
    return days[0] if days is not None else None


def _numbers(title: str | None) -> set[str]:
    return set(NUMBER.findall(title or ""))


def _days_between(one: Signed, other: Signed) -> int:
    """How many days lie between two publications; 0 where that is not known."""
    ours, theirs = first_day(one.published), first_day(other.published)
    return abs((ours - theirs).days) if ours is not None and theirs is not None else 0
