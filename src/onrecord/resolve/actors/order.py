"""The mentions of a document in reading order."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Evidence, Extraction, Mention, MentionKind

SHORT = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,9})\)")
SET_OFF = ", "
THE_BODY = re.compile(r"the [A-Z]")
CLOSING = (",", ".", ";")
REACH = 1500  # characters, some five paragraphs, in which "the statement" and "the official" are those named before


class Order:
    """The mentions of a document, each once, in reading order.

    `short` has the bodies for which it says a short name: "the River Defence League (RDL)".
    """

    def __init__(self, extraction: Extraction, text: str) -> None:
        self.all: Sequence[Mention] = in_order(extraction)
        self._text = text
        self.short: Mapping[str, Mention] = {
            found[1]: one for one in reversed(self.all) if (found := _short_name(one, text)) is not None
        }
        self._shortened = {one.name: one for one in self.short.values() if one.name is not None}

    def meant(self, mention: Mention) -> Mention | None:
        """The body of which a name is the short one, or which the text gives a short name: no person."""
        return self.short.get(mention.name or "") or self._shortened.get(mention.name or "")

    def name_beside(self, mention: Mention) -> Mention | None:
        """The name just after a title: "the mayor of Belm, Ada Holm, said", "Deputy Head of the Harbour Ada Holm"."""
        for one in self.within(mention):
            is_last = one.kind is MentionKind.NAMED and one.end == mention.end and one.office is None
            if is_last and THE_BODY.match(one.exact) and not one.exact.endswith(f"the {one.name}"):
                return one
        for one in self.between(mention.start, mention.start + 1):
            whole = {f"{mention.exact}{SET_OFF}{one.name}", f"{mention.exact} {one.name}"}
            if one.kind is MentionKind.NAMED and one.exact in whole:
                return one
        text, place = self._text, mention.end + len(SET_OFF)
        if mention.plural or not text.startswith(SET_OFF, mention.end):
            return None
        number = bisect_left(self.all, place, key=start_of)
        beside = self.all[number] if number < len(self.all) else None
        is_name = beside is not None and beside.start == place and beside.kind is MentionKind.NAMED
        return beside if is_name and beside is not None and text.startswith(CLOSING, beside.end) else None

    def is_of_a_stranger(self, mention: Mention) -> bool:
        """Whether an office is that of a body which only the text names: "the leader of the Anti-Frost League"."""
        inside = (one for one in self.within(mention) if one.kind is MentionKind.INSTITUTION)
        bodies = (one for one in inside if one.start > mention.start and one.name is not None)
        return mention.country is None and any(one.country is one.actor is None for one in bodies)

    def within(self, mention: Mention) -> list[Mention]:
        """The mentions inside a mention."""
        return [one for one in self.at(mention) if one.end <= mention.end and one.exact != mention.exact]

    def at(self, passage: Evidence) -> Sequence[Mention]:
        """The mentions that begin in a passage."""
        first = bisect_left(self.all, passage.start, key=start_of)
        return self.all[first : bisect_left(self.all, passage.end, key=start_of)]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin between two places."""
        return self.all[bisect_left(self.all, start, key=start_of) : bisect_left(self.all, end, key=start_of)]

    def before(self, place: int) -> Iterator[Mention]:
        """The mentions before a place, the nearest first, as far back as an antecedent can stand."""
        for number in range(bisect_left(self.all, place, key=start_of) - 1, -1, -1):
            if place - self.all[number].start > REACH:
                return
            yield self.all[number]


def _short_name(mention: Mention, text: str) -> re.Match[str] | None:
    """The short name in brackets after a body; after what may be a person only one of its initials."""
    found = SHORT.match(text, mention.end)
    if found is None or mention.plural or mention.kind is MentionKind.INSTITUTION:
        return found if not mention.plural else None
    initials = "".join(word[0] for word in mention.exact.split() if word[0].isupper())
    return found if mention.kind is MentionKind.NAMED and initials.endswith(found[1]) else None


def start_of(mention: Mention) -> int:
    """Where a mention begins."""
    return mention.start


def in_order(extraction: Extraction) -> list[Mention]:
    """Every mention of an extraction once, in reading order; at one place the one that says most."""
    found: dict[tuple[int, int], Mention] = {}
    for mention in extraction.mentions:
        found[mention.start, mention.end] = mention
    for statement in extraction.statements:
        for spoken in (statement.speaker_mention, statement.via_mention, statement.addressee_mention):
            if spoken is not None:
                found.setdefault((spoken.start, spoken.end), spoken)
    for event in extraction.events:
        for party in (*event.source_mentions, *event.target_mentions):
            found.setdefault((party.start, party.end), party)
    return sorted(found.values(), key=lambda mention: (mention.start, -mention.end))


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that stand in no other one; they come in reading order, the longer first."""
    end = -1
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention
