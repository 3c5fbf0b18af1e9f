"""Rows about who held which office, as entries of a knowledge file."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.lexicon import Lexicon
from onrecord.lexicon.imports.dates import day
from onrecord.lexicon.imports.rows import Cells
from onrecord.lexicon.imports.shapes import Shapes
from onrecord.lexicon.offices import Level, Office, by_name
from onrecord.lexicon.people import Person, Term
from onrecord.lexicon.spelling import words

LONGEST_NAME = 120  # characters; what is longer is no name of a person or an office
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # Unicode's classes of what is no letter, mark, digit or sign
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d{0,11})")
_SEPARATORS = re.compile(r"\s*[|;\n]\s*|,\s+")


class RowError(ValueError):
    """A row that cannot be used; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out, and why."""

    place: str
    problem: str


@dataclass(slots=True)
class Collected:
    """The people and offices of the rows that were read so far, by their ids, and the rows that were left out."""

    people: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    bad: list[BadRow] = field(default_factory=list)


class Reader:
    """Turns rows into people; who is in the knowledge base keeps his entry, to which the row's facts are added."""

    def __init__(self, known: Lexicon, shapes: Shapes, country: str | None) -> None:
        self._shapes, self._country = shapes, country
        self._codes = _codes(known)
        self._office_names = by_name(known.offices)
        self._by_item = {person.wikidata: person for person in known.people if person.wikidata}
        self._by_name = {
            (person.country, words(name)): person for person in known.people for name in (person.name, *person.aliases)
        }
        self._taken = {person.id for person in known.people}

    def collect(self, rows: Iterable[tuple[str, Cells]]) -> Collected:
        """All people of the rows, with each row that could not be used."""
        found = Collected()
        for place, cells in rows:
            try:
                self._add(cells, found)
            except RowError as error:
                found.bad.append(BadRow(place, str(error)))
        return found

    def _add(self, cells: Cells, found: Collected) -> None:
        read = self._shapes.fields(cells)
        name, item = _name(read.get("name", "")), _item(read.get("wikidata", ""))
        code = self._code(read.get("country", ""))
        term, office = self._term(read, code)
        person = self._person(name, item, code, read)
        if office is not None:
            found.offices[office.id] = office
        before = found.people.get(person.id, person)
        aliases = [alias for alias in (name, *_aliases(read.get("aliases", ""))) if alias != before.name]
        found.people[person.id] = replace(
            before,
            aliases=tuple(dict.fromkeys((*before.aliases, *aliases))),
            terms=before.terms if term is None else _with(before.terms, term),
            wikidata=before.wikidata or item,
        )

    def _code(self, written: str) -> str:
        code = self._codes.get(words(written)) if written.strip() else self._country
        if code is None:
            asked = f"{_shown(written)} is no country that is known" if written.strip() else "has no country"
            raise RowError(f"{asked}; add a column iso3 with its ISO 3166-1 alpha-3 code, or say --country")
        return code

    def _term(self, read: Cells, code: str) -> tuple[Term | None, Office | None]:
        """The office held, with its entry where the knowledge base has no such office."""
        if not read.get("office", "").strip():
            return None, None
        since, until = (_day(read, end) for end in ("since", "until"))
        if since and until and since > until:
            raise RowError(f"ends before it begins ({since}/{until}); put the dates right")
        name = self._office_name(_name(read["office"], "office"), code)
        known = self._office_names.get(name)
        slug = "-".join(words(name))
        first = self._office_names.get(name.split()[0])
        level = Level.MINISTER if first is not None and first.level is Level.MINISTER else Level.OFFICIAL
        office = known or Office(id=slug, name=name, duty=slug, level=level)
        return Term(office=office.id, since=since, until=until), None if known else office

    def _office_name(self, name: str, code: str) -> str:
        """The office without its country: "Minister of Foreign Affairs" of that of Norway."""
        name = name.lower()
        if name in self._office_names:
            return name
        parts = name.split(" of ")
        for number in range(1, len(parts)):
            if self._codes.get(words(" of ".join(parts[number:]).removeprefix("the "))) == code:
                return " of ".join(parts[:number])
        first, _, rest = name.partition(" ")
        return rest if rest and self._codes.get(words(first)) == code else name

    def _person(self, name: str, item: str | None, code: str, read: Cells) -> Person:
        known = self._by_item.get(item) if item else None
        known = known or self._by_name.get((code, words(name)))
        if known is not None and (None in (known.wikidata, item) or known.wikidata == item):
            return known
        person = self._new(name, item, code, read)
        self._by_name[code, words(name)] = person
        if item:
            self._by_item[item] = person
        return person

    def _new(self, name: str, item: str | None, code: str, read: Cells) -> Person:
        family = _name(read["family"], "family") if read.get("family", "").strip() else ""
        if family not in name or not family:
            family = name.split()[0 if code in self._shapes.family_first else -1]
        given = name.replace(family, " ", 1)
        slug = "-".join((*words(family), *words(given))) or (item or "unreadable").lower()
        slug = re.sub(r"[^a-z0-9-]+", "", slug) or (item or "unreadable").lower()
        id = f"{code.lower()}.{slug}"
        if id in self._taken:
            id = f"{id}-{(item or str(len(self._taken))).lower()}"
        self._taken.add(id)
        gender = self._shapes.genders.get(read.get("gender", "").strip().lower())
        return Person(id=id, name=name, family=family, country=code, gender=gender, wikidata=item)


def _codes(known: Lexicon) -> dict[tuple[str, ...], str]:
    """The code of each state and organisation by its codes and all its words."""
    codes: dict[tuple[str, ...], str] = {}
    for state in known.states:
        for name in (state.id, state.alpha2 or "", state.name, *state.names, *state.adjectives):
            codes.setdefault(words(name), state.id)
    for body in known.organisations:
        for name in (body.id, body.name, *body.names):
            codes.setdefault(words(name), body.id)
    codes.pop((), None)
    return codes


def _name(written: str, what: str = "name") -> str:
    """A name on one line without characters that do not show. Raises: RowError for none."""
    name = _shown_only(written)
    if not name or not words(name):
        raise RowError(f"has no {what}; add a column {what}")
    if len(name) > LONGEST_NAME:
        raise RowError(f"has a {what} of {len(name)} characters; shorten it")
    if _ITEM.fullmatch(name):
        raise RowError(f"{name} has no {what} in English; have the label service ask for other languages too")
    return name


def _shown_only(written: str) -> str:
    """The text on one line, without characters that do not show."""
    kept = (mark for mark in written if mark.isspace() or unicodedata.category(mark) not in HIDDEN)
    return " ".join("".join(kept).split())


def _item(written: str) -> str | None:
    match = _ITEM.fullmatch(written.strip())
    return match[1] if match else None


def _aliases(written: str) -> Sequence[str]:
    """Other full names: those of several words, which cannot be taken for something else."""
    names = (_shown_only(part) for part in _SEPARATORS.split(written))
    return [name for name in names if len(words(name)) > 1 and len(name) <= LONGEST_NAME]


def _day(read: Cells, end: str) -> str | None:
    try:
        return day(read.get(end, ""), read.get(f"{end}_precision", ""))
    except ValueError as error:
        raise RowError(f"{_shown(read[end])} is no date; write it as 2014, 2014-05 or 2014-05-26") from error


def _shown(written: str) -> str:
    return repr(written if len(written) <= LONGEST_NAME else f"{written[:LONGEST_NAME]}…")


def _with(terms: Sequence[Term], term: Term) -> tuple[Term, ...]:
    """The terms and one more; of two for the same time in an office the more precise ends stay."""
    merged = [_merged(one, term) for one in terms]
    if any(one is not None for one in merged):
        return tuple(new or one for one, new in zip(terms, merged, strict=True))
    return (*terms, term)


def _merged(one: Term, other: Term) -> Term | None:
    if one.office != other.office or not _agree(one.since, other.since) or not _agree(one.until, other.until):
        return None
    since, until = (
        max(a or "", b or "", key=len) or None for a, b in ((one.since, other.since), (one.until, other.until))
    )
    return Term(office=one.office, since=since, until=until)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)
