"""Whose the unnamed are: the country of "its envoy", of "the officials" named before, of "police" by the setting."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.offices import Level
from onrecord.lexicon.referents import Referent, Sort
from onrecord.model import Document, Evidence, Mention, MentionKind
from onrecord.model.rules import CountryRule
from onrecord.resolve.actors.bodies import Bodies, Stranger
from onrecord.resolve.actors.cast import Member
from onrecord.resolve.actors.directory import HIGH
from onrecord.resolve.actors.order import REACH, Order
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.sentences import BREAK
from onrecord.resolve.actors.titles import Stage

POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
DEFINITE = ("the ", "these ", "those ", "this ", "that ")
CLOSING = re.compile(r"[,.;]")
SERVING = re.compile(r" (?:in|at|for|with) $")  # before the body that somebody works for; not "a critic of"
BESIDE = ", with "
OFFICIALS = (*HIGH, Level.OFFICIAL)
Told = tuple[str | None, str]  # a country, and the rule that tells it


@dataclass(slots=True, kw_only=True)
class Spoken:
    """Somebody who spoke: where, by what noun, and for what country."""

    start: int
    noun: str | None
    country: str


class Whereabouts:
    """The countries of a document's unnamed: by their owner, by an earlier mention, or by the setting.

    `read` gives whom a mention means. Filled while a document is resolved.
    """

    def __init__(
        self,
        document: Document,
        stage: Stage,
        bodies: Bodies,
        order: Order,
        read: Callable[[Mention], Reading],
    ) -> None:
        self._text = document.text
        self._blocks: Sequence[int] = [block.start for block in document.blocks]
        self._stage = stage
        self._bodies = bodies
        self._read = read
        self._order = order
        self._spoken: list[Spoken] = []

    def spoke(self, mention: Mention, country: str | None) -> None:
        """Keeps for what country somebody spoke."""
        if country is not None:
            self._spoken.append(Spoken(start=mention.start, noun=mention.office, country=country))

    def of(self, actor: str) -> str | None:
        """The country that an actor acts for."""
        directory = self._stage.directory
        if actor in self._stage.cast.members:
            return self._stage.cast.members[actor].country
        if actor in directory.people:
            return directory.country(directory.people[actor])
        if actor in directory.states or actor in directory.organisations:
            return actor
        if actor in directory.institutions:
            return directory.institutions[actor].country
        if actor in self._bodies.strangers:
            return self._bodies.strangers[actor].country
        owner = actor.partition(".")[0].upper()
        return owner if owner in directory.states or owner in directory.organisations else None

    def located(self, reading: Reading, mention: Mention) -> Reading:
        """The reading with a country, where the words or the surroundings of somebody without one tell it."""
        if reading.country is not None or mention.kind is MentionKind.PRONOUN or len(reading.actors) > 1:
            return reading
        stranger = self._stranger(reading)
        if reading.actors and stranger is None:
            return reading
        if stranger is not None and stranger.country is not None:
            return replace(reading, country=stranger.country)
        is_member = isinstance(stranger, Member)
        country, rule = self._of_member(mention) if is_member else self._country(mention)
        if country is None:
            return reading
        if mention.kind is MentionKind.TITLE and not mention.plural and stranger is None:
            return self._stage.titled(replace(mention, country=country))
        if stranger is not None:
            stranger.country = country
        body = self._stage.directory.body_names.get(mention.office or "") if not reading.actors else None
        actors = (f"{country}.{body}".lower(),) if body is not None and not mention.plural else reading.actors
        return replace(reading, actors=actors, country=country, rule=f"{reading.rule}; {rule}")

    def of_place(self, passage: Evidence) -> str | None:
        """The country of the first place that a passage names."""
        named = self._order.at(passage)
        return next((one.country for one in named if one.country is not None), None)

    def is_told(self, mention: Mention) -> bool:
        """Whether a mention holds the name of a state, or of an armed group of no one state."""
        words = f" {mention.exact.lower()} "
        in_no_state = any(f" {name} " in words for name in self._stage.directory.stateless)
        return in_no_state or any(one.country is not None for one in self._order.within(mention))

    def with_country_of(self, reading: Reading, relay: Mention) -> Reading:
        """A stranger whom a state's own statement names is of that state."""
        country = self._read(relay).country
        strangers = [self._stage.cast.members[id] for id in reading.actors if id in self._stage.cast.members]
        if country is None or len(strangers) != 1 or len(reading.actors) != 1:
            return reading
        strangers[0].country = country
        return replace(reading, country=country, rule=f"{reading.rule}; {CountryRule.RELAY}")

    def _stranger(self, reading: Reading) -> Stranger | Member | None:
        """The one whom only the text knows."""
        known = (self._bodies.strangers.get(id) or self._stage.cast.members.get(id) for id in reading.actors)
        return next((one for one in known if one is not None), None)

    def _country(self, mention: Mention) -> Told:
        around = (self._local, self._speaker_before, self._setting) if self._is_single(mention) else ()
        rules = (self._owner, self._subject, self._same_noun, *around)
        told = (rule(mention) for rule in rules)
        return next(((country, rule) for country, rule in told if country is not None or rule == STOP), (None, ""))

    def _of_member(self, mention: Mention) -> Told:
        """The country of a person: by a body told beside the name, or the setting; never by who spoke before."""
        beside = self._beside(mention) if self._text.startswith(", ", mention.end) else None
        return (beside, CountryRule.BESIDE) if beside is not None else self._setting(mention)

    def _beside(self, mention: Mention) -> str | None:
        """The country of the body that a remark on a name ends with: "Ada Holm, an aide at the ministry, said"."""
        end = CLOSING.search(self._text, mention.end + 2)
        for one in self._order.between(mention.end, end.start() if end else len(self._text)):
            is_body = one.kind is MentionKind.INSTITUTION and one.country is None and not one.plural
            if is_body and SERVING.search(self._text, mention.end, one.start):
                return self._read(one).country
        return None

    def _subject(self, mention: Mention) -> Told:
        """The country of a sentence's subject, for those beside it: "Norland went on, with officials saying"."""
        if not self._text.startswith(BESIDE, max(0, mention.start - len(BESIDE))):
            return None, ""
        before = (one for one in self._order.before(mention.start) if one.end <= mention.start)
        subject = next((one for one in before if one.subject), None)
        if subject is None or BREAK.search(self._text, subject.end, mention.start):
            return None, ""
        return self._read(subject).country, CountryRule.SUBJECT

    def _is_single(self, mention: Mention) -> bool:
        """Whether somebody can be of the one state that plays here: not "171 countries", nor a text without author."""
        if mention.plural and mention.kind is MentionKind.TITLE:
            return False
        directory, noun = self._stage.directory, mention.office or ""
        points_at = directory.nouns.get(noun)
        if mention.kind is MentionKind.ANONYMOUS and points_at is None and noun not in directory.office_names:
            return False  # "the war"
        return points_at not in (Referent.SIDE, Referent.DOCUMENT, Referent.WORDS)

    def _local(self, mention: Mention) -> Told:
        """The country of the place named last, for "local officials"."""
        if self._stage.directory.local.isdisjoint(mention.exact.lower().split()):
            return None, ""
        places = (
            one for one in self._order.before(mention.start) if one.kind is MentionKind.INSTITUTION and not one.office
        )
        country = next((one.country for one in places if one.country is not None), None)
        return country, STOP if country is None else CountryRule.LAST_PLACE

    def _owner(self, mention: Mention) -> Told:
        """The country of who owns somebody: "its envoy"; of the other party for "his interlocutors"."""
        inside = (one for one in self._order.within(mention) if one.start == mention.start)
        owner = next((one for one in inside if self._owns(one)), None)
        if self._stage.directory.sorts.get(mention.office or "") is Sort.OTHERS:
            return None, STOP  # whose allies they are tells whose they are not
        is_other = self._stage.directory.is_counterpart(mention.office or "")
        if owner is None:
            return None, STOP if is_other else ""
        country = self._read(owner).country
        if not is_other:
            return country, STOP if country is None else CountryRule.OWNER
        pair = self._stage.pair()
        others = [one for one in pair if one != country] if country in pair else []
        return (others[0], CountryRule.OTHER_PARTY) if len(others) == 1 else (None, STOP)

    def _owns(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.PRONOUN or self._text.startswith(POSSESSIVE, mention.end)

    def _same_noun(self, mention: Mention) -> Told:
        """The country of the last ones so called: "the officials" after "Polish officials"."""
        if mention.exact.lower().startswith(DEFINITE):
            for spoken in reversed(self._spoken):
                if mention.start - spoken.start > REACH:
                    break
                if spoken.noun == mention.office:
                    return spoken.country, CountryRule.SAME_NOUN
        return None, ""

    def _speaker_before(self, mention: Mention) -> Told:
        """The country of who spoke just before, where it is one of the two that the document is about."""
        last = self._spoken[-1] if self._spoken else None
        if last is None or self._block(mention.start) - self._block(last.start) > 1 or not self._is_of_a_state(mention):
            return None, ""
        return (last.country, CountryRule.SPEAKER_BEFORE) if last.country in self._stage.main() else (None, "")

    def _is_of_a_state(self, mention: Mention) -> bool:
        """Whether somebody acts for a state: an official, a title, a body other than a group of people."""
        if mention.kind is MentionKind.TITLE:
            return True
        directory, noun = self._stage.directory, mention.office or ""
        if mention.kind is MentionKind.ANONYMOUS:
            office = directory.office_names.get(noun)
            return directory.sorts.get(noun) is Sort.OFFICIALS or (office is not None and office.level in OFFICIALS)
        is_body = directory.nouns.get(noun) is Referent.BODY or noun in directory.body_names
        return is_body and directory.sorts.get(noun) not in (Sort.PEOPLE, Sort.COMPANY, Sort.ALLIANCE)

    def _setting(self, mention: Mention) -> Told:
        return self._stage.setting(), CountryRule.SETTING

    def _block(self, place: int) -> int:
        return bisect_right(self._blocks, place)


STOP = "stop"  # a rule that knows that no other rule can tell
