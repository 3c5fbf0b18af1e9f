"""Whom a pronoun means: who spoke or acted last, of the right number and gender.

The method is one of salience with a strict order: a pronoun goes on with the latest subject or speaker before
it that agrees with it; what stands only inside somebody's words is no antecedent for a pronoun outside them.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Evidence, Mention, Statement
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.sentences import Sentences

NESTING = 8  # contents that can begin before a place and still hold it
FARTHEST = 4  # sentences back to an antecedent; farther ones are guesses
GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
NEUTRAL = frozenset({"it", "its", "itself"})
FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prominent:
    """Somebody who was the subject or the speaker at a place.

    `people` is true for people, `plural` for several, `group` for several who are one actor, `speaks` for the
    speaker of a statement.
    """

    place: int
    reading: Reading
    genders: frozenset[str]
    people: bool
    plural: bool
    group: bool
    speaks: bool


class Salience:
    """Who was prominent where, in reading order; filled while a document is resolved."""

    def __init__(self, statements: Iterable[Statement], sentences: Sentences) -> None:
        spans = sorted((part.start, part.end, statement.id) for statement in statements for part in statement.content)
        self._contents = spans
        self._sentences = sentences
        self._prominent: list[Prominent] = []

    def add(self, prominent: Prominent) -> None:
        """Makes somebody prominent from a place on."""
        insort(self._prominent, prominent, key=_place)

    def is_reported(self, mention: Evidence) -> bool:
        """Whether a mention stands inside what somebody is reported to say."""
        return bool(self.around(mention))

    def around(self, mention: Evidence) -> list[str]:
        """The ids of the statements in whose content a mention stands."""
        near = bisect_left(self._contents, (mention.start + 1, 0, ""))
        found = self._contents[max(0, near - NESTING) : near]
        return [id for start, end, id in found if start <= mention.start and mention.end <= end]

    def antecedent(self, mention: Mention) -> Reading:
        """Whom a pronoun of the third person goes on with; nobody where none agrees."""
        word = mention.exact.split()[0].lower()
        here = self._sentences.number(mention.start)
        for distance, group in self._agreeing(word, mention.start, here):
            speakers = [prominent for prominent in group if prominent.speaks]
            # In its own sentence the nearest; in one before it who spoke last, else the subject that opened it.
            chosen = group[-1] if distance == 0 else (speakers[-1] if speakers else group[0])
            return Reading(
                actors=chosen.reading.actors,
                country=chosen.reading.country,
                rule=SpeakerRule.PRONOUN_LAST,
            )
        return Reading(rule=SpeakerRule.PRONOUN_NOBODY)

    def _agreeing(self, word: str, place: int, here: int) -> Iterator[tuple[int, list[Prominent]]]:
        """Who agrees with a pronoun, by how many sentences back they stand, the nearest sentence first."""
        group: list[Prominent] = []
        distance = 0
        for number in range(bisect_left(self._prominent, place, key=_place) - 1, -1, -1):
            prominent = self._prominent[number]
            back = here - self._sentences.number(prominent.place)
            if back != distance and group:
                yield distance, group[::-1]
                group = []
            if back > FARTHEST:
                return
            distance = back
            if _agrees(word, prominent):
                group.append(prominent)
        if group:
            yield distance, group[::-1]


def _place(prominent: Prominent) -> int:
    return prominent.place


def _agrees(word: str, prominent: Prominent) -> bool:
    if word in PLURAL:
        # of one known and others unknown, nobody
        return prominent.plural and (prominent.group or len(prominent.reading.actors) != 1)
    if word in NEUTRAL:
        return not prominent.people and not prominent.plural
    gender = GENDERS.get(word)
    return gender is not None and prominent.people and not prominent.plural and prominent.genders <= {gender}
