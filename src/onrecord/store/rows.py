"""The model's records as rows, and back: each field is a column of its name, each passage a row of evidence."""

import dataclasses
import hashlib
import json
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar

from onrecord.model import Actor, Event, Evidence, Finding, Mention, Statement
from onrecord.store.driver import Values

Row = Mapping[str, Any]  # a column's name -> its value, as a driver takes and gives it
Kept = TypeVar("Kept", Actor, Event, Finding, Statement)

# Columns of evidence that only mentions fill.
MENTION = (
    "kind",
    "actor",
    "name",
    "country",
    "office",
    "plural",
    "subject",
)
PLACE = ("role", "part", "start", "end", "exact")
NO_MENTION = (None,) * len(MENTION)
_pointing = attrgetter(*MENTION)
# One for all, to make one takes as long as to use it; what records hold does not go in circles.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False)
HASHED = 16  # bytes of a row's hash: enough that no accident repeats one


@dataclass(frozen=True, slots=True)
class Shape:
    """How the fields of a record are kept: as they are, as a list, or as rows of evidence."""

    plain: Mapping[str, type]  # name -> what its value is built with
    lists: tuple[str, ...]
    passages: Mapping[str, tuple[type[Evidence], bool]]  # name -> its class, and whether there are several
    enumerated: tuple[str, ...]  # those of the plain ones whose values are of an enumeration
    picked: Callable[[object], Values]  # the values of the plain ones and the lists


def _shape(kind: type[Actor | Event | Finding | Mention | Statement]) -> Shape:
    plain: dict[str, type] = {}
    lists: list[str] = []
    passages: dict[str, tuple[type[Evidence], bool]] = {}
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        inner, several = _inner(hints[field.name])
        if issubclass(inner, Evidence):
            passages[field.name] = inner, several
        elif several:
            lists.append(field.name)
        else:
            plain[field.name] = inner
    enumerated = tuple(name for name, inner in plain.items() if issubclass(inner, StrEnum))
    return Shape(plain, tuple(lists), passages, enumerated, attrgetter(*plain, *lists))


def _inner(hint: object) -> tuple[type, bool]:
    """The class that a type hint is about, and whether the field holds several."""
    if typing.get_origin(hint) is tuple:
        return typing.cast("type", typing.get_args(hint)[0]), True
    if isinstance(hint, UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not NoneType)
    return typing.cast("type", hint), False


SHAPES = {kind: _shape(kind) for kind in (Actor, Event, Finding, Mention, Statement)}


def rows_of(record: Kept) -> tuple[Row, Sequence[Values]]:
    """The row of a record, with its hash, and what PLACE and MENTION are of its passages; neither says whose it is."""
    fields: Shape = SHAPES[type(record)]
    values: dict[str, Any] = dict(zip((*fields.plain, *fields.lists), fields.picked(record), strict=True))
    for name in fields.enumerated:
        if values[name] is not None:
            values[name] = values[name].value
    passages = list(_passages(record, fields))
    values["hash"] = digest([values, passages])
    return values, passages


def _passages(record: Kept, fields: Shape) -> Iterator[Values]:
    for role, (_, several) in fields.passages.items():
        held = getattr(record, role)
        passages: Iterable[Evidence] = held if several else () if held is None else (held,)
        for part, passage in enumerate(passages):
            yield _values(role, part, passage)


def _values(role: str, part: int, passage: Evidence) -> Values:
    """What PLACE and MENTION are of a passage."""
    pointing: Values = NO_MENTION
    if isinstance(passage, Mention):
        kind, *others = _pointing(passage)
        pointing = (kind.value, *others)
    return (role, part, passage.start, passage.end, passage.exact, *pointing)


def built(kind: type[Kept], values: Row, passages: Iterable[Row], text: str) -> Kept:
    """The record that a row and its rows of evidence make up; `text` is the id of the text that it is of.

    Raises: EvidenceError, ValueError, TypeError and KeyError for rows that nobody of ours has written.
    """
    fields = SHAPES[kind]
    filled: dict[str, Any] = {name: _built(make, values[name]) for name, make in fields.plain.items()}
    filled |= {name: tuple(values[name]) for name in fields.lists}
    held: dict[str, list[Evidence]] = {}
    for passage in sorted(passages, key=lambda one: one["part"]):
        held.setdefault(passage["role"], []).append(_passage(fields.passages[passage["role"]][0], passage, text))
    for role, (_, several) in fields.passages.items():
        found = held.get(role, [])
        filled[role] = tuple(found) if several else found[0] if found else None
    return kind(**filled)


def row_hash(values: Row, passages: Iterable[Row]) -> str:
    """What a row comes to with its passages, whatever document and place it has."""
    told = [[passage[name] for name in (*PLACE, *MENTION)] for passage in passages]
    return digest(
        [{name: value for name, value in values.items() if name not in ("document", "ordinal", "hash")}, told]
    )


def digest(values: object) -> str:
    """A short hash of anything that JSON can tell."""
    return hashlib.blake2b(_ENCODER.encode(values).encode(), digest_size=HASHED).hexdigest()


def _built(make: type, value: Any) -> Any:  # noqa: ANN401 - what a driver gives is of any type
    return make(value) if value is not None and issubclass(make, StrEnum) else value


def _passage(kind: type[Evidence], values: Row, text: str) -> Evidence:
    if kind is Evidence:
        return Evidence(text, values["start"], values["end"], values["exact"])
    made = SHAPES[Mention].plain
    told = {name: _built(made[name], values[name]) for name in MENTION}
    return Mention(text, values["start"], values["end"], values["exact"], **told)
