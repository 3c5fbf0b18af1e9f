"""What the lexicon knows, by the keys that resolution asks for: ids, surnames, office names, nouns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon import Lexicon
from onrecord.lexicon.bodies import Institution, Organisation
from onrecord.lexicon.offices import Level, Office, by_name
from onrecord.lexicon.people import Person
from onrecord.lexicon.referents import NOUNS, Referent, Sort
from onrecord.lexicon.states import State
from onrecord.resolve.actors.reading import plain

HIGH = (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT, Level.MINISTER)
COUNTERPARTS = frozenset({"counterpart", "chair"})  # duties that only a look at the other party fills
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
    families: dict[str, list[Person]] = {}
    for person in lexicon.people:
        for family in {person.family, plain(person.family)}:
            families.setdefault(family, []).append(person)
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
        families=families,
        offices={office.id: office for office in lexicon.offices},
        office_names=by_name(lexicon.offices),
        nouns={entry.noun.lower(): entry.points_at for entry in lexicon.referents if entry.points_at in NOUNS},
        sorts={entry.noun: entry.sort for entry in lexicon.referents if entry.sort is not None},
        stands_for={entry.noun: entry.stands_for for entry in lexicon.referents if entry.stands_for},
        nationalities={
            name.lower(): state.id for state in lexicon.states for name in (state.name, *state.names, *state.adjectives)
        },
    )
