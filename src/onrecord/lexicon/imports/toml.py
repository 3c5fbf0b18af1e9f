"""Writes people and offices as a knowledge file."""

import json
from collections.abc import Iterable, Iterator, Sequence

from onrecord.lexicon.offices import Office
from onrecord.lexicon.people import Person, Term


def knowledge_toml(people: Iterable[Person], offices: Iterable[Office], source: str) -> Iterator[str]:
    """The lines of a file that `--knowledge` reads; `source` says where the facts come from."""
    yield f"source = {_string(source)}"
    for office in offices:
        yield ""
        yield "[[offices]]"
        yield from _fields(id=office.id, name=office.name, duty=office.duty, level=office.level.value)
    for person in people:
        yield ""
        yield "[[people]]"
        yield from _fields(id=person.id, name=person.name, family=person.family, country=person.country)
        yield from _fields(gender=person.gender, wikidata=person.wikidata)
        yield from _fields(terms=[_term(term) for term in person.terms], aliases=person.aliases, roles=person.roles)


def _fields(**fields: str | Sequence[str] | None) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield f"{name} = {_string(value)}"
        elif value:
            yield f"{name} = [{', '.join(map(_string, value))}]"


def _string(text: str) -> str:
    """A basic string of TOML, which takes the escapes of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _term(term: Term) -> str:
    return f"{term.office} {term.since or ''}/{term.until or ''}"
