"""Whose a line of communication is: whom its name and the words beside it tell, or the two sides at hand."""

import re

from onrecord.lexicon.channels import ChannelWord
from onrecord.model import Record
from onrecord.views.pairs import PARTIES, usual_pair
from onrecord.views.subjects import Subjects

LEAD = 40  # characters around a line's name to which a mention that holds it may reach
MOST = 5  # parties of one line; more names in a row are a list of something else

_BETWEEN = re.compile(r"[^.;:]{0,40}?\bbetween\s+", re.IGNORECASE)
_OTHER = re.compile(r"[^.;:,]{0,25}?\b(?:with|to|in|from)\s+(?:the\s+)?", re.IGNORECASE)
_WITH = re.compile(r"[^.;:,]{0,25}?\bwith\s+(?=(?:the\s+)?[A-Z])")
_STRANGER = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
    r"(?:[.,;:!?)]|\s*$|\s+(?:about|after|at|before|by|during|for|from|in|of|on|over|to|when|while)\b)"
)
_TO_DO = re.compile(r"\s+to\s+[^.;:,]*$")
_SMALL = ("and", "of", "on", "the")
_HELPER = re.compile(r"-(?:led|mediated|facilitated|brokered|sponsored)\b")  # whose it is not
_BOTH = re.compile(r"(?:the\s+|our\s+|their\s+)?(?:two|both)\b|our\b|their\b")
_NAME = re.compile(r"(?:the\s+)?[A-Z]")
_OWNER = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}$|-$")


class Sides:
    """The sides that a record names, and the pair whose document it is."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._events = record.events
        self._subjects = Subjects(record, {})
        self._usual = usual_pair(record)
        self._named: dict[tuple[int, int], frozenset[str]] = {}  # by sentence

    def of_line(self, sentence: tuple[int, int], name: tuple[int, int], noun: ChannelWord) -> tuple[str, ...]:
        """The parties of the line that is named here, or nothing where they are not clear.

        In this order: "the dialogue between A and B", the parties of a known format, "the A-B dialogue" and "A's
        dialogue with B", the two sides that its sentence names, the two sides that the document is about. A name like
        "Strategic Dialogue" is not of whoever else its sentence names, nor is a line between or with others than these.
        """
        if between := _BETWEEN.match(self._text, name[1], sentence[1]):
            after = self._subjects.after(between.end(), sentence[1])
            if after is not None and len(after.parties) >= PARTIES:
                return tuple(sorted(after.parties))
            if not _BOTH.match(self._text, between.end()):  # "between municipalities"
                return self._of_both(between.end(), sentence)
        if noun.parties or _HELPER.search(self._text, *name):
            return noun.parties
        stranger = self._stranger(name[1], sentence[1])
        if stranger is not None:
            first = self._owners(sentence, name) or self._asked(sentence[0], name[0])
            return tuple(sorted((*first, stranger))) if stranger and len(first) == 1 else ()
        told = self._beside(sentence, name)
        if len(told) < PARTIES:
            named = self._in(sentence) if told or not self._is_proper(name) else frozenset()
            told = named if len(named) == PARTIES and told <= named else frozenset(self._usual)
        return tuple(sorted(told)) if PARTIES <= len(told) <= MOST else ()

    def _of_both(self, place: int, sentence: tuple[int, int]) -> tuple[str, ...]:
        """The two sides of a sentence, where one of them is named right there: "between Borland and the other army"."""
        named = self._in(sentence) if _NAME.match(self._text, place) else frozenset()
        near = {side for one in self._subjects.within(place, min(sentence[1], place + LEAD)) for side in one.parties}
        return tuple(sorted(named)) if len(named) == PARTIES and near else ()

    def _stranger(self, place: int, end: int) -> str | None:
        """With whom else a line is: "talks with Brother Amo"; "" where no name tells it, None for a known side."""
        leads = _WITH.match(self._text, place, end)
        if leads is None or self._subjects.after(leads.end(), end) is not None:
            return None
        found = _STRANGER.match(self._text, leads.end(), end)
        return " ".join(found["name"].split()) if found else ""

    def _asked(self, begin: int, place: int) -> frozenset[str]:
        """Who is to have a line: "urged Borland to open a dialogue", "Borland wants to open a dialogue"."""
        found = _TO_DO.search(self._text, max(begin, place - LEAD), place)
        near = self._subjects.before(begin, found.start()) if found else None
        return near.parties if near is not None else frozenset()

    def _is_proper(self, name: tuple[int, int]) -> bool:
        return all(word[:1].isupper() or word in _SMALL for word in self._text[slice(*name)].split())

    def _beside(self, sentence: tuple[int, int], name: tuple[int, int]) -> frozenset[str]:
        """The sides in the name, or its owner before it, with the one after it: "Borland's embassy in Averland"."""
        own = self._owners(sentence, name)
        other = _OTHER.match(self._text, name[1], sentence[1])
        after = self._subjects.after(other.end(), sentence[1]) if other else None
        return own | after.parties if after and own else own

    def _owners(self, sentence: tuple[int, int], name: tuple[int, int]) -> frozenset[str]:
        topic = self._text.find(" on ", *name)  # "the Borland dialogue on Averland" is not Averland's
        last = topic if topic >= 0 else name[1]
        around = self._subjects.within(max(sentence[0], name[0] - LEAD), min(sentence[1], name[1] + LEAD))
        own = {side for named in around if name[0] < named.end and named.start < last for side in named.parties}
        if not own:
            before = self._subjects.before(sentence[0], name[0])
            own = {*before.parties} if before and _OWNER.search(self._text, before.end, name[0]) else set()
        return frozenset(own)

    def _in(self, sentence: tuple[int, int]) -> frozenset[str]:
        if sentence not in self._named:
            self._named[sentence] = self._all_in(*sentence)
        return self._named[sentence]

    def _all_in(self, start: int, end: int) -> frozenset[str]:
        named = {side for one in self._subjects.within(start, end) for side in one.parties}
        for event in self._events:
            if start <= event.trigger.start < end:
                named |= {*event.sources, *event.targets}
        return frozenset(named)
