"""People whom a text tells without a name: "Norland's harbour master", "a diplomat"; and who they turn out to be."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.lexicon.offices import Level
from onrecord.lexicon.referents import Referent
from onrecord.model import Mention, MentionKind, Statement
from onrecord.model.rules import CountryRule, SpeakerRule
from onrecord.resolve.actors.bodies import DEFINITE, INDEFINITE, Bodies, Stranger, own_words
from onrecord.resolve.actors.cast import Member
from onrecord.resolve.actors.directory import COUNTERPARTS
from onrecord.resolve.actors.order import REACH, Order
from onrecord.resolve.actors.reading import Reading, described
from onrecord.resolve.actors.titles import Stage

NOBODY = (SpeakerRule.TITLE_NOBODY, SpeakerRule.TITLE_NO_HOLDER)
Noun = tuple[str, bool]  # "official", and whether there are several
NEAR = 600  # characters: from one paragraph to the next, in which who was told by his office is named
GOES_ON = (",", "(", " (", " of ", " from ", " at ")  # after a name: what says who that is


class Unnamed:
    """The people of a document who have no name, or none at first, by the words that tell them."""

    def __init__(
        self, text: str, bodies: Bodies, stage: Stage, order: Order, read: Callable[[Mention], Reading]
    ) -> None:
        self._text = text
        self._bodies = bodies
        self._cast = stage.cast
        self._directory = stage.directory
        self._order = order
        self._whom = read
        self._read: dict[tuple[int, int], Reading | None] = {}
        self._last: list[tuple[int, Noun, Reading]] = []  # where somebody was told, by what noun, as whom
        self._owned: dict[tuple[str, tuple[str, ...]], Reading] = {}  # by office, and by whom it serves
        self.named: dict[str, str] = {}  # who was told by an office first and by name later

    def read(self, reading: Reading, mention: Mention) -> Reading:
        """The reading with an actor, where the text tells somebody without a name: by an office or a description."""
        if reading.actors or not self._is_somebody(reading, mention):
            return reading
        place = (mention.start, mention.end)
        if place not in self._read:
            self._read[place] = self._actor(reading, mention)
        told = self._read[place]
        if told is None:
            return reading
        stranger = self._bodies.strangers[told.actors[0]]
        stranger.country = stranger.country or reading.country
        if reading.country not in (None, stranger.country):
            return reading
        located = reading.rule.removeprefix(_rule(reading))
        return replace(told, country=stranger.country, rule=told.rule + located)

    def _actor(self, reading: Reading, mention: Mention) -> Reading | None:
        noun = (mention.office or "", mention.plural)
        is_definite = mention.exact.lower().startswith(DEFINITE)
        is_new = mention.plural and not is_definite
        if own_words(mention) or is_new or mention.exact.lower().startswith(INDEFINITE):
            told = self._described(reading, mention)
            self._last.append((mention.start, noun, told))
            return told
        if not is_definite:
            return None
        alike = (
            told for place, called, told in reversed(self._last) if called == noun and 0 < mention.start - place < REACH
        )
        found = next(alike, None)
        is_title = mention.kind is MentionKind.TITLE
        rule = SpeakerRule.TITLE_BEFORE if is_title else SpeakerRule.ANONYMOUS_BEFORE
        return replace(found, rule=rule) if found is not None else None

    def _described(self, reading: Reading, mention: Mention) -> Reading:
        """Who is told by more than the noun; "Holm's aide" and "the minister's aide" are one, if Holm is minister."""
        owner = next((one for one in self._order.within(mention) if one.start == mention.start), None)
        key = (mention.office or "", self._whom(owner).actors if owner is not None else ())
        if key in self._owned and not mention.plural:
            return replace(self._owned[key], rule=SpeakerRule.TITLE_BEFORE)
        is_anonymous = mention.kind is MentionKind.ANONYMOUS
        known = Stranger(
            name=described(mention.exact),
            plural=mention.plural,
            person=not mention.plural,
            unnamed=is_anonymous,
            country=reading.country,
        )
        actor = self._bodies.add(
            known, another=not mention.plural and is_anonymous and mention.exact.lower().startswith(INDEFINITE)
        )
        rule = SpeakerRule.ANONYMOUS if is_anonymous else SpeakerRule.TITLE_DESCRIBED
        told = Reading(actors=(actor,), rule=rule)
        if key[1] and not mention.plural:
            self._owned[key] = told
        return told

    def _is_somebody(self, reading: Reading, mention: Mention) -> bool:
        """Whether words tell people: a title that nobody is known to hold, or a noun for people ("sources")."""
        noun = mention.office or ""
        office = self._directory.office_names.get(noun)
        if office is not None and office.duty in COUNTERPARTS:
            return False
        if mention.kind is MentionKind.TITLE:
            return office is not None and not mention.plural and _rule(reading) in NOBODY
        is_people = office is not None or self._directory.nouns.get(noun) is Referent.SOURCE
        return is_people and mention.kind is MentionKind.ANONYMOUS and _rule(reading) == SpeakerRule.ANONYMOUS

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


def _rule(reading: Reading) -> str:
    """By what rule somebody was read, without that of the country."""
    return reading.rule.partition("; ")[0]
