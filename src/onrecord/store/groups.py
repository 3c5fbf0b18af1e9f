"""What is told of copies: the groups, and the versions of a document, each with its text to be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.store.copies import group_of
from onrecord.store.found import Source, sources_of
from onrecord.store.tables import document, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document of a group with its likeness to the first of them, from 0 to 1."""

    source: Source
    likeness: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A reading of an address: the first is number 1; `read_at` is ISO 8601, UTC."""

    source: Source
    number: int
    read_at: str
    text: str


def documents_at(connection: Connection, uri: str) -> list[int]:
    """The keys of all readings of an address, the first one first."""
    held = select(document.c.key).where(document.c.uri == uri).order_by(document.c.version)
    return list(connection.execute(held).scalars())


def copies(connection: Connection, key: int) -> Iterator[Copy]:
    """The documents of the group of a document, the earliest first; none for a document without copies."""
    group = group_of(connection, key)
    for one, alike in group.items() if len(group) > 1 else ():
        yield Copy(source=sources_of(connection, [one])[one], likeness=alike, text=_text(connection, one))


def versions(connection: Connection, keys: Iterable[int]) -> Iterator[Version]:
    """These readings of an address, with what is told of them."""
    for key in keys:
        held = select(document.c.version, document.c.read_at).where(document.c.key == key)
        number, read_at = connection.execute(held).one()
        source = sources_of(connection, [key])[key]
        yield Version(source=source, number=number, read_at=read_at, text=_text(connection, key))


def _text(connection: Connection, key: int) -> str:
    held = select(text.c.characters).join(document).where(document.c.key == key)
    return str(connection.execute(held).scalar_one())
