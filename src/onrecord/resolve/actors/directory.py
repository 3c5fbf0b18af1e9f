"""What the lexicon knows, by the keys that resolution asks for: ids, surnames, office names, nouns."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.lexicon import Lexicon
from onrecord.lexicon.bodies import Institution, Organisation
from onrecord.lexicon.offices import Level, Office, by_name
from onrecord.lexicon.people import Person
from onrecord.lexicon.referents import NOUNS, Referent, Sort
from onrecord.lexicon.states import State
from onrecord.model import ActorKind, Mention
from onrecord.resolve.actors.reading import plain

HIGH = (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT, Level.MINISTER)
COUNTERPARTS = frozenset({"counterpart", "chair"})  # duties that only a look at the other party fills
Told = TypeVar("Told", str, Person)
DAY = 10  # characters of an ISO day


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The lexicon as lookups for one document; `day` is the day that it was published, None where unknown."""

    day: str | None
    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    institutions: Mapping[str, Institution]
    body_names: Mapping[str, str]  # "ministry of foreign affairs" -> the id of what every state has
    people: Mapping[str, Person]
    families: Mapping[str, Sequence[Person]]
    offices: Mapping[str, Office]
    office_names: Mapping[str, Office]
    nouns: Mapping[str, Referent]
    sorts: Mapping[str, Sort]  # "newspaper" -> media
    stands_for: Mapping[str, Sequence[Sort]]  # "outlet" -> media
    nationalities: Mapping[str, str]  # "emirati" -> ARE
    local: Set[str]
    genders: Mapping[str, str]  # of honorifics, nouns and offices that tell it: "mrs", "spokeswoman", "queen"
    given: Mapping[str, str]  # of first names, where all people of the name in the knowledge base have one
    stateless: Sequence[str]  # names of armed groups of no one state, in small letters
    groups: Mapping[str, Set[str]]  # nouns by the kind of people that they name: "crowd"
    full_names: Mapping[str, Person]  # by the first and the last word of a full name

    def on(self, published: str | None) -> "Directory":
        """The same lookups for a document of this day."""
        return replace(self, day=published[:DAY].rstrip("~?%X-") if published else None)

    def holds(self, person: Person) -> tuple[Office, ...]:
        """The offices that a person holds on the document's day; all that they ever held where there is no day."""
        terms = (term for term in person.terms if self.day is None or term.covers(self.day))
        return tuple(self.offices[term.office] for term in terms if term.office in self.offices)

    def held(self, person: Person) -> tuple[Office, ...]:
        """The offices that a person holds or has held on the document's day: "President" stays with who was one."""
        begun = (term for term in person.terms if self.day is None or (term.since or "") <= self.day)
        return tuple(self.offices[term.office] for term in begun if term.office in self.offices)

    def has_been_high(self, person: Person) -> bool:
        """Whether a person has led a state or a ministry by the document's day, so that a surname alone will do."""
        return any(office.level in HIGH for office in self.held(person))

    def by_full_name(self, name: str) -> Person | None:
        """The one person whose full name has this first and this last word: "Recep Erdogan"."""
        words = plain(name).split()
        return self.full_names.get(" ".join((words[0], words[-1]))) if words else None

    def given_gender(self, name: str) -> str | None:
        """The gender that a first name tells."""
        return self.given.get(plain(name).partition(" ")[0]) if " " in name else None

    def gender(self, mention: Mention) -> str | None:
        """The gender that a mention's own words tell: "Mrs. Holm", "a spokeswoman", "the queen"."""
        first = mention.exact.partition(" ")[0].lower().rstrip(".")
        return self.genders.get(first) or self.genders.get(mention.office or "")

    def is_counterpart(self, name: str) -> bool:
        """Whether an office is that of somebody on the other side: "his interlocutors"."""
        office = self.office_names.get(name)
        return office is not None and office.duty in COUNTERPARTS

    def called(self, family: str) -> Sequence[Person]:
        """The people of a surname; one in capitals is read in any case."""
        return self.families.get(plain(family) if family.isupper() else family, ())

    def country(self, person: Person) -> str:
        """The state or organisation that a person acts for on the document's day."""
        codes = (office.country for office in self.holds(person) if office.country in self.organisations)
        return next((code for code in codes if code is not None), person.country)


def directory(lexicon: Lexicon) -> Directory:
    """The lookups of a lexicon, made once; `on` gives them a day."""
    return Directory(
        day=None,
        states={state.id: state for state in lexicon.states},
        organisations={organisation.id: organisation for organisation in lexicon.organisations},
        institutions={body.id: body for body in lexicon.institutions},
        body_names={
            name: body.id
            for body in lexicon.institutions
            if body.country is None
            for name in (body.name.lower(), *(other.lower() for other in body.names))
        },
        people={person.id: person for person in lexicon.people},
        families=_families(lexicon),
        offices={office.id: office for office in lexicon.offices},
        office_names=by_name(lexicon.offices),
        nouns={entry.noun.lower(): entry.points_at for entry in lexicon.referents if entry.points_at in NOUNS},
        sorts={entry.noun: entry.sort for entry in lexicon.referents if entry.sort is not None},
        stands_for={entry.noun: entry.stands_for for entry in lexicon.referents if entry.stands_for},
        local={entry.noun for entry in lexicon.referents if entry.points_at is Referent.LOCAL},
        genders=_genders(lexicon),
        given=_unanimous((plain(one.name).split()[0], one.gender) for one in lexicon.people if _is_given_first(one)),
        stateless=[
            name.lower()
            for body in lexicon.institutions
            if body.kind is ActorKind.GROUP and body.country is None
            for name in (body.name, *body.names)
        ],
        groups={group.name: frozenset(group.nouns) for group in lexicon.groups},
        full_names=_unanimous(
            (" ".join((words[0], words[-1])), one)
            for one in lexicon.people
            for words in {tuple(plain(name).split()) for name in (one.name, *one.aliases) if " " in name}
        ),
        nationalities={
            name.lower(): state.id for state in lexicon.states for name in (state.name, *state.names, *state.adjectives)
        },
    )


def _families(lexicon: Lexicon) -> dict[str, list[Person]]:
    """The people by the names that news uses alone."""
    found: dict[str, list[Person]] = {}
    for person in lexicon.people:
        own = {person.family, plain(person.family), *(alias for alias in person.aliases if " " not in alias)}
        for family in own:
            found.setdefault(family, []).append(person)
    return found


def _genders(lexicon: Lexicon) -> dict[str, str]:
    """The words that tell a gender, in small letters without a stop."""
    nouns = {entry.noun.lower().rstrip("."): entry.gender for entry in lexicon.referents}
    offices = {name: office.gender for name, office in by_name(lexicon.offices).items()}
    return {word: gender for word, gender in {**offices, **nouns}.items() if gender is not None}


def _is_given_first(person: Person) -> bool:
    """Whether a full name begins with the given name."""
    return " " in person.name and not person.name.startswith(person.family)


def _unanimous(pairs: Iterable[tuple[str, Told | None]]) -> dict[str, Told]:
    """What is told of each key, where all tell the same."""
    told: dict[str, Told | None] = {}
    for key, value in pairs:
        told[key] = value if told.get(key, value) == value else None
    return {key: value for key, value in told.items() if value is not None}
