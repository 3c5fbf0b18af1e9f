"""Whom an office alone means: "the Chinese leader", "his US counterpart", "the two presidents", "both sides"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.lexicon.offices import Level, Office
from onrecord.model import Mention
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.cast import Cast, Member, fits
from onrecord.resolve.actors.directory import COUNTERPARTS, HIGH, Directory
from onrecord.resolve.actors.reading import Reading

NEAR = 600  # characters: the two paragraphs in which people whom "the two leaders" means were named
FEWEST = 3  # times that a state must be named to be the setting of a document
NEARLY_ALL = 0.7  # of the states that a document names; with half of them officials of others were taken for its own
HEADS = (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT)
UNSETTLED = (SpeakerRule.TITLE_MOST, SpeakerRule.TITLE_SEVERAL)
PAIR = 2  # whom "both" means
CLEARLY = 1.5  # times that a party must be named oftener than the next one to be one of the two that matter


class Stage:
    """The parties of a document: its people, and the states that it is mainly about."""

    def __init__(self, cast: Cast, directory: Directory) -> None:
        self.cast = cast
        self.directory = directory
        self._named: Counter[str] = Counter()
        self._titled: dict[tuple[str | None, str | None, str | None], Reading] = {}

    def count(self, countries: Iterable[str | None]) -> None:
        """Counts the states and organisations that mentions name."""
        self._named.update(country for country in countries if country is not None)

    def pair(self) -> tuple[str, ...]:
        """The two states that the document is about: those of its people where these are of two, else those named
        most; empty where a third is named about as often."""
        people = Counter[str]()
        for member in self.cast.members.values():
            if member.country is not None and member.country in self.directory.states:
                people[member.country] += member.count
        if len(people) == 2:
            return tuple(country for country, _ in people.most_common())
        states = [(code, times) for code, times in self._named.most_common() if code in self.directory.states]
        if len(states) < 2 or (len(states) > 2 and states[1][1] < CLEARLY * states[2][1]):
            return ()
        return states[0][0], states[1][0]

    def main(self) -> tuple[str, ...]:
        """The two states that the document names most."""
        states = [code for code, _ in self._named.most_common() if code in self.directory.states]
        return tuple(states[:2])

    def setting(self) -> str | None:
        """The one state that a document plays in: nearly all that it names is of it."""
        states = Counter({code: times for code, times in self._named.items() if code in self.directory.states})
        if not states:
            return None
        state, times = states.most_common(1)[0]
        return state if times >= FEWEST and times >= NEARLY_ALL * states.total() else None

    def titled(self, mention: Mention, owner: Member | None = None) -> Reading:
        """The person whom one office means here."""
        key = (mention.office, mention.country, owner.id if owner is not None else None)
        if key not in self._titled:
            self._titled[key] = self._holder(mention, owner)
        reading = self._titled[key]
        return (self._nearest(mention) if reading.rule in UNSETTLED else None) or reading

    def named_beside(self, reading: Reading, mention: Mention) -> Reading:
        """The reading of the name beside a title, who has the title's country."""
        member = self.cast.members.get(reading.actors[0]) if len(reading.actors) == 1 else None
        if member is not None and member.country is None:
            member.country = mention.country
        return replace(reading, country=reading.country or mention.country, rule=SpeakerRule.TITLE_BESIDE)

    def _nearest(self, mention: Mention) -> Reading | None:
        """Of several holders of a lesser office the only one named nearby: "the senator" after the words of one."""
        asked = self.directory.office_names.get(mention.office or "")
        if asked is None or asked.level in HEADS or mention.country is None:
            return None
        before = self.cast.before(mention.start, NEAR)
        near = {one.id: one for one in before if self._holds(one, asked, mention.country)}
        return _of(near.popitem()[1], SpeakerRule.TITLE_NEAREST) if len(near) == 1 else None

    def _holder(self, mention: Mention, owner: Member | None) -> Reading:
        asked = self.directory.office_names[mention.office or ""]
        if asked.duty in COUNTERPARTS:
            return self._counterpart(mention, owner)
        holders = [member for member in self.cast.members.values() if self._holds(member, asked, mention.country)]
        if len(holders) > 1:
            holders = _highest(holders, asked, self.cast) or holders
        if len(holders) == 1:
            return _of(holders[0], SpeakerRule.TITLE_IN_DOCUMENT)
        if len(holders) > 1:
            return self._opening(holders, mention)
        return self._in_office(asked, mention)

    def _holds(self, member: Member, asked: Office, country: str | None) -> bool:
        if country is not None and member.country != country:
            return False
        return any(fits(asked, held) for held in self.cast.offices(member))

    def _opening(self, holders: Sequence[Member], mention: Mention) -> Reading:
        """Of several holders of one office, the one with whom the document opens."""
        first = min(holders, key=lambda member: member.first)
        if mention.country is None and len({member.country for member in holders}) > 1:
            return _of(first, SpeakerRule.TITLE_FIRST)
        if mention.country is not None and mention.office is not None:
            times = sorted((member.count for member in holders), reverse=True)
            most = max(holders, key=lambda member: member.count)
            if times[0] > CLEARLY * times[1]:
                return _of(most, SpeakerRule.TITLE_MOST)
        return Reading(country=mention.country, rule=SpeakerRule.TITLE_SEVERAL)

    def _in_office(self, asked: Office, mention: Mention) -> Reading:
        """Who holds an office on the document's day, by the knowledge base, where the text names nobody."""
        country = mention.country or asked.country
        if country is None or self.directory.day is None or asked.country not in (None, country):
            return Reading(country=country, rule=SpeakerRule.TITLE_NOBODY)
        people = [
            person
            for person in self.directory.people.values()
            if self.directory.country(person) == country
            and any(_is_asked(asked, held) for held in self.directory.holds(person))
        ]
        if len(people) != 1:
            return Reading(country=country, rule=SpeakerRule.TITLE_NO_HOLDER)
        return Reading(actors=(people[0].id,), country=country, rule=SpeakerRule.TITLE_ON_THE_DAY)

    def _counterpart(self, mention: Mention, owner: Member | None) -> Reading:
        """The one of the other country who has the same duty, or the only one of that country."""
        countries = (mention.country,) if mention.country else self.pair()
        people = [
            member
            for member in self.cast.members.values()
            if member is not owner
            and member.country in countries
            and (owner is None or member.country != owner.country)
        ]
        if owner is not None and len(people) > 1:
            duties = {office.duty for office in self.cast.offices(owner)}
            alike = [member for member in people if duties & {office.duty for office in self.cast.offices(member)}]
            people = alike or people
        if len(people) == 1:
            return _of(people[0], SpeakerRule.COUNTERPART)
        return Reading(country=mention.country, rule=SpeakerRule.COUNTERPART_UNCLEAR)

    def is_any_leader(self, mention: Mention) -> bool:
        """Whether "the leaders" may be whoever met, and not those who hold one office."""
        office = self.directory.office_names.get(mention.office or "")
        return office is not None and office.duty == "leader"

    def both(self, mention: Mention, countries: Sequence[str] = ()) -> Reading:
        """The parties of "both sides" and the people of "the two presidents"."""
        pair = tuple(countries) or self.pair()
        asked = self.directory.office_names.get(mention.office or "")
        if len(pair) < 2:
            return self._only_two(asked) if asked is not None else Reading(rule=SpeakerRule.BOTH_UNCLEAR)
        if asked is None:
            return Reading(actors=pair, rule=SpeakerRule.BOTH_STATES)
        people = self._near(asked, mention, pair) or [self._of_country(asked, country) for country in pair]
        if any(member is None for member in people):
            two = self._only_two(asked)
            return two if two.actors else Reading(rule=SpeakerRule.BOTH_NO_HOLDERS)
        found = tuple(member.id for member in people if member is not None)
        return Reading(actors=found, rule=SpeakerRule.BOTH_HOLDERS)

    def _only_two(self, asked: Office) -> Reading:
        """The only two of the document who hold this very office, of two states: "the two ministers" beside others."""
        told = (one for one in self.cast.members.values() if one.country is not None)
        held = [one for one in told if any(office.id == asked.id for office in self.cast.offices(one))]
        if len(held) != PAIR or len({one.country for one in held}) != PAIR:
            return Reading(rule=SpeakerRule.BOTH_UNCLEAR)
        return Reading(actors=tuple(one.id for one in held), rule=SpeakerRule.BOTH_ONLY)

    def _near(self, asked: Office, mention: Mention, pair: Sequence[str]) -> list[Member | None]:
        """The last people named before a mention, one of each country; empty where one of them is missing."""
        found: dict[str, Member] = {}
        for member in self.cast.before(mention.start, NEAR):
            if member.country is not None and member.country in pair and self._is_of_rank(member, asked):
                found.setdefault(member.country, member)
        return [found[country] for country in pair] if len(found) == len(pair) else []

    def _is_of_rank(self, member: Member, asked: Office) -> bool:
        """Whether somebody can be one of "the two presidents"; news calls ministers leaders too."""
        offices = self.cast.offices(member)
        if asked.duty == "leader":
            return any(office.level in HIGH for office in offices)
        return any(fits(asked, office) for office in offices)

    def _of_country(self, asked: Office, country: str) -> Member | None:
        own = [member for member in self.cast.members.values() if member.country == country]
        holders = [member for member in own if any(fits(asked, held) for held in self.cast.offices(member))]
        if not holders and asked.duty == "leader":
            holders = own  # news calls foreign ministers leaders too
        return max(holders, key=lambda member: (member.count, -member.first), default=None)


def _of(member: Member, rule: str) -> Reading:
    return Reading(actors=(member.id,), country=member.country, rule=rule)


def _highest(holders: Sequence[Member], asked: Office, cast: Cast) -> list[Member]:
    """For "leader" the heads of state before heads of government; for other offices who bears the very name."""
    if asked.duty == "leader":
        return [one for one in holders if any(office.level is Level.HEAD_OF_STATE for office in cast.offices(one))]
    return [member for member in holders if any(office.id == asked.id for office in cast.offices(member))]


def _is_asked(asked: Office, held: Office) -> bool:
    """Whether somebody who is not in the text may be meant: only by the very duty, or as head of state."""
    if asked.duty == "leader":
        return held.level is Level.HEAD_OF_STATE
    return asked.duty == held.duty and held.level in (
        Level.HEAD_OF_STATE,
        Level.HEAD_OF_GOVERNMENT,
        Level.MINISTER,
    )
