"""The people of one document: whom its names mean, known or introduced by the text itself."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon.offices import Level, Office
from onrecord.lexicon.people import Person
from onrecord.model import Mention, MentionKind
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import named_id, plain

Key = tuple[str, str | None, str | None, str | None]  # a name with the country, the office and the gender beside it
NEAR = 800  # characters: about two paragraphs, in which one of two people of a name may be spoken of alone


@dataclass(slots=True, kw_only=True)
class Member:
    """A person of the document. `offices` are what the text calls them; `first` is where they are named first.

    `known` is None for who is not in the knowledge base. `introduced` is false where the text has nothing but
    a surname.
    """

    id: str
    name: str
    first: int
    known: Person | None = None
    country: str | None = None
    gender: str | None = None  # "m", "f", or None where nothing tells
    introduced: bool = True
    offices: list[str] = field(default_factory=list)
    count: int = 0

    def called(self) -> set[str]:
        """The plain names that can be this person's in the text: the full name, or a surname in either order."""
        words = plain(self.name).split()
        own = {" ".join(words[first:]) for first in range(len(words))} | {" ".join(words[:1]), _short(words)}
        if self.known is not None:
            own |= {_plain(self.known.family), _plain(self.known.name)}
        return own


class Cast:
    """The people whom a document names, found before anything is resolved: a surname may precede its full name."""

    def __init__(self, mentions: Iterable[Mention], directory: Directory) -> None:
        self._directory = directory
        self.members: dict[str, Member] = {}
        self._called: dict[str, list[Member]] = {}
        self._between: dict[str, list[Member]] = {}  # by a word between the first and the last: "Ana Lund Rios" is Lund
        self._by_name: dict[Key, tuple[Member | None, str]] = {}
        named = [one for one in mentions if one.kind is MentionKind.NAMED and one.name]
        self._places: list[tuple[int, Member]] = []
        for mention in sorted(named, key=lambda mention: -len((mention.name or "").split())):
            key = self._key(mention)
            if key not in self._by_name:
                self._by_name[key] = self._member(mention)
            member, _ = self._by_name[key]
            if member is not None:
                _learn(member, mention)
                member.gender = member.gender or self._directory.gender(mention)
                insort(self._places, (mention.start, member), key=_place)

    def before(self, place: int, reach: int) -> Iterator[Member]:
        """Who is named within so many characters before a place, the nearest first."""
        for number in range(bisect_left(self._places, place, key=_place) - 1, -1, -1):
            start, member = self._places[number]
            if start < place - reach:
                return
            yield member

    def named(self, mention: Mention) -> tuple[Member | None, str]:
        """Whom a name means, with the rule that chose; None where it could be two people."""
        member, rule = self._by_name.get(self._key(mention)) or self._member(mention)
        if member is None and mention.name is not None:
            called = {one.id for one in self._called.get(_plain(mention.name), ())}
            near = {one.id: one for one in self.before(mention.start, NEAR) if one.id in called}
            if len(near) == 1:
                return near.popitem()[1], SpeakerRule.NAME_NEARBY
        return member, rule

    def _key(self, mention: Mention) -> Key:
        return mention.name or mention.exact, mention.country, mention.office, self._directory.gender(mention)

    def _member(self, mention: Mention) -> tuple[Member | None, str]:
        name = mention.name or mention.exact
        if mention.actor is not None and mention.actor in self._directory.people:
            return self._known(self._directory.people[mention.actor], mention), SpeakerRule.NAME_KNOWN
        called = self._called.get(_plain(name)) or self._called.get(_short(_plain(name).split()), [])
        called = called or self._between.get(_plain(name), [])
        called = [member for member in called if _agree(member.country, mention.country)] or called
        if len(called) > 1:
            called = _with_office(called, mention) or called
            called = [member for member in called if _agree(member.gender, self._directory.gender(mention))]
        if len(called) == 1:
            return called[0], SpeakerRule.NAME_BEFORE
        if called:
            return None, SpeakerRule.NAME_OF_TWO
        return self._stranger_or_known(name, mention)

    def _stranger_or_known(self, name: str, mention: Mention) -> tuple[Member, str]:
        is_family = " " not in name or bool(self._directory.called(name))  # "von der Leyen"
        known = self._plausible(name, mention) if is_family else self._directory.by_full_name(name)
        if known is not None and _agree(known.country, mention.country):
            rule = SpeakerRule.NAME_IN_SHORT if " " in name else SpeakerRule.SURNAME
            return self._known(known, mention), rule
        introduced = " " in name or mention.office is not None or mention.country is not None
        member = Member(
            id=named_id(name),
            name=name,
            first=mention.start,
            country=mention.country,
            gender=self._directory.given_gender(name),
            introduced=introduced,
        )
        rule = SpeakerRule.NAME_INTRODUCED if introduced else SpeakerRule.NAME_ONLY
        return self._joined(member), rule

    def _plausible(self, family: str, mention: Mention) -> Person | None:
        """The person in the knowledge base whom a surname alone can mean, if there is but one."""
        people = [person for person in self._directory.called(family) if _agree(person.country, mention.country)]
        office = self._directory.office_names.get(mention.office or "")
        if office is not None:
            holding = [one for one in people if any(fits(office, held) for held in self._directory.holds(one))]
            people = holding or [one for one in people if any(fits(office, held) for held in self._directory.held(one))]
        if len(people) != 1:
            return None
        return people[0] if office is not None or self._directory.has_been_high(people[0]) else None

    def _known(self, person: Person, mention: Mention) -> Member:
        member = Member(
            id=person.id,
            name=person.name,
            first=mention.start,
            known=person,
            country=self._directory.country(person),
            gender=person.gender,
        )
        return self._joined(member)

    def _joined(self, member: Member) -> Member:
        """The member with this id: the one who is there, or this one, who can be called by name from now on."""
        if member.id not in self.members:
            self.members[member.id] = member
            for name in member.called():
                self._called.setdefault(name, []).append(member)
            for word in plain(member.name).split()[1:-1]:
                self._between.setdefault(word, []).append(member)
        return self.members[member.id]

    def offices(self, member: Member) -> tuple[Office, ...]:
        """What a person is: by the text's words, and by the knowledge base on the document's day."""
        told = (self._directory.office_names.get(words) for words in member.offices)
        held = self._directory.holds(member.known) if member.known is not None else ()
        return (*(office for office in told if office is not None), *held)


def _plain(name: str) -> str:
    return " ".join(plain(name).split())


def _short(words: Sequence[str]) -> str:
    """The first and the last of a name's words, by which somebody with three can be called."""
    return " ".join((words[0], words[-1])) if len(words) > 1 else " ".join(words)


def _place(named: tuple[int, Member]) -> int:
    return named[0]


def fits(asked: Office, held: Office) -> bool:
    """Whether who holds an office can be called by the name of another: "the Secretary" of a Secretary of State."""
    if asked.duty == held.duty:
        return True
    if asked.duty == "leader":
        return held.level in (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT)
    return asked.name in held.name.split() or any(asked.name in name.split() for name in held.names)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _with_office(members: list[Member], mention: Mention) -> list[Member]:
    return [member for member in members if mention.office is not None and mention.office in member.offices]


def _learn(member: Member, mention: Mention) -> None:
    """Keeps what a mention tells of a person."""
    member.count += 1
    member.first = min(member.first, mention.start)
    member.country = member.country or mention.country
    member.introduced = member.introduced or len(mention.exact.split()) > len(member.name.split())  # "Mr. Lee"
    if mention.office is not None and mention.office not in member.offices:
        member.offices.append(mention.office)
