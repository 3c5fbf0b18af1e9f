"""Which state "the country" is, and which two "both countries" are: those that the text names just before."""

import re
from collections.abc import Collection, Iterator

from onrecord.model import Document, Extraction, Mention, MentionKind
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.order import Order
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.sentences import BREAK

NEAR = 600  # characters: from one paragraph to the next
ONE = re.compile(r"(?:[Tt]he|[Tt]his)(?: [A-Z]\w+)* (?:country|nation)")  # "the African country"; no host country
TWO = re.compile(r"(?:both|(?:both|the) two|both of the) (?:countries|nations|sides|states)", re.IGNORECASE)
PAIR = 2
_WORD = re.compile(r"[^\W\d_]+")


class Countries:
    """The states that a document names, as they stand before a place."""

    def __init__(self, document: Document, extraction: Extraction, known: Directory) -> None:
        self._text = document.text
        self._order = Order(extraction, document.text)
        self._states = known.states
        self._nationalities = known.nationalities

    def meant(self, mention: Mention, others: Collection[str]) -> Reading | None:
        """The state or the two that a mention points back at; the others are parties beside it, and none of them."""
        words = " ".join(mention.exact.split())
        if ONE.fullmatch(words):
            state = self._last(mention, others)
            return Reading(actors=(state,), country=state, rule=SpeakerRule.STATE_BEFORE) if state else None
        if TWO.fullmatch(words):
            near = tuple(dict.fromkeys(one.actor or "" for one in self._named(mention, others)))
            is_clear = len(near) == PAIR and self._spoken_of(mention) <= {*near, *others}
            return Reading(actors=near[::-1], rule=SpeakerRule.BOTH_BEFORE) if is_clear else None
        return None

    def _last(self, mention: Mention, others: Collection[str]) -> str | None:
        """The only state that the last sentence with one names."""
        near = list(self._named(mention, others))
        alike = {one.actor for one in near if not BREAK.search(self._text, one.end, near[0].start)}
        return alike.pop() if len(alike) == 1 else None

    def _spoken_of(self, mention: Mention) -> set[str]:
        """The states of which anything is told before a mention, by adjectives too: "Turkish-Greek relations"."""
        words = set(_WORD.findall(self._text[max(0, mention.start - NEAR) : mention.start].lower()))
        return {self._nationalities[word] for word in words & self._nationalities.keys()}

    def _named(self, mention: Mention, others: Collection[str]) -> Iterator[Mention]:
        """The states named before a mention, the nearest first."""
        for one in self._order.before(mention.start):
            if mention.start - one.end > NEAR:
                return
            if one.kind is MentionKind.INSTITUTION and one.actor in self._states and one.actor not in others:
                yield one
