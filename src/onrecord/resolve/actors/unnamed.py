"""People whom a text tells by their office alone: "Norland's harbour master", and who they turn out to be."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.lexicon.offices import Level
from onrecord.model import Mention, MentionKind, Statement
from onrecord.model.rules import CountryRule, SpeakerRule
from onrecord.resolve.actors.bodies import DEFINITE, Bodies, own_words
from onrecord.resolve.actors.cast import Member
from onrecord.resolve.actors.directory import COUNTERPARTS
from onrecord.resolve.actors.order import REACH, Order
from onrecord.resolve.actors.reading import Reading, described
from onrecord.resolve.actors.titles import Stage

SPEAKING = "spokesperson"  # the duty of those who speak for a body, named or not
NOBODY = (SpeakerRule.TITLE_NOBODY, SpeakerRule.TITLE_NO_HOLDER, SpeakerRule.ANONYMOUS)
NEAR = 600  # characters: from one paragraph to the next, in which who was told by his office is named
GOES_ON = (",", "(", " (", " of ", " from ", " at ")  # after a name: what says who that is


class Unnamed:
    """The office holders of a document who have no name at first, by the words that tell them."""

    def __init__(
        self, text: str, bodies: Bodies, stage: Stage, order: Order, read: Callable[[Mention], Reading]
    ) -> None:
        self._text = text
        self._bodies = bodies
        self._cast = stage.cast
        self._directory = stage.directory
        self._order = order
        self._whom = read
        self._last: list[tuple[int, str, Reading]] = []  # where somebody was told, by what office, as whom
        self._owned: dict[tuple[str, tuple[str, ...]], Reading] = {}  # by office, and by whom it serves
        self.named: dict[str, str] = {}  # who was told by an office first and by name later

    def read(self, reading: Reading, mention: Mention) -> Reading:
        """The reading with an actor, where the text tells one person by an office and nobody is known to hold it."""
        if reading.actors or mention.plural or not self._is_one(reading, mention):
            return reading
        office = mention.office or ""
        if own_words(mention):
            told = self._described(reading, mention, office)
            self._last.append((mention.start, office, told))
            return told
        if not mention.exact.lower().startswith(DEFINITE):
            return reading
        before = (
            told for place, noun, told in reversed(self._last) if noun == office and mention.start - place < REACH
        )
        found = next(before, None)
        return replace(found, rule=SpeakerRule.TITLE_BEFORE) if found is not None else reading

    def _described(self, reading: Reading, mention: Mention, office: str) -> Reading:
        """Who is told by more than the noun; "Holm's aide" and "the minister's aide" are one, if Holm is minister."""
        owner = next((one for one in self._order.within(mention) if one.start == mention.start), None)
        key = (office, self._whom(owner).actors if owner is not None else ())
        if key in self._owned:
            return replace(self._owned[key], rule=SpeakerRule.TITLE_BEFORE)
        actor = self._bodies.stranger(described(mention.exact), reading.country, person=True)
        rule = reading.rule.replace(self._rule(reading), SpeakerRule.TITLE_DESCRIBED)
        told = Reading(actors=(actor,), country=self._bodies.strangers[actor].country, rule=rule)
        if key[1]:
            self._owned[key] = told
        return told

    def _is_one(self, reading: Reading, mention: Mention) -> bool:
        """Whether an office tells one person: a title that nobody is known to hold, or who speaks for a body."""
        office = self._directory.office_names.get(mention.office or "")
        if office is None or office.duty in COUNTERPARTS or self._rule(reading) not in NOBODY:
            return False
        return mention.kind is MentionKind.TITLE or office.duty == SPEAKING

    @staticmethod
    def _rule(reading: Reading) -> str:
        return reading.rule.partition("; ")[0]

    def introduced(self, reading: Reading, mention: Mention, before: Statement | None) -> Reading:
        """The reading of a name that nothing introduces but the speaker told by an office just before.

        "An official of the Norland harbour said it was late.  'It rained,' Ola Berg told reporters."
        """
        member = self._cast.members.get(reading.actors[0]) if len(reading.actors) == 1 else None
        if member is None or before is None or not self._is_new(member, mention):
            return reading
        told = before.speaker_mention
        who = self._bodies.strangers.get(before.speakers[0]) if len(before.speakers) == 1 else None
        if told is None or who is None or not who.person or mention.start - told.end > NEAR:
            return reading
        if member.gender not in (None, self._directory.gender(told) or member.gender):
            return reading
        self.named[before.speakers[0]] = member.id
        member.country = who.country
        return replace(reading, country=who.country, rule=f"{reading.rule}; {CountryRule.TOLD_BEFORE}")

    def _is_new(self, member: Member, mention: Mention) -> bool:
        """Whether a name stands here first, with no more than a rank."""
        if member.known is not None or member.country is not None or member.first != mention.start:
            return False
        office = self._directory.office_names.get(mention.office or "")
        is_rank = office is None or (office.duty == "soldier" and office.level is Level.OFFICIAL)
        return is_rank and " " in member.name and not self._text.startswith(GOES_ON, mention.end)
