"""What actors said to each other, or where they came together; of one actor, all that it said."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.model import Act, Evidence, Manner, Record, Statement
from onrecord.views.cast import Cast, relay_name, speaker_countries, speaker_name
from onrecord.views.occasions import Engagement
from onrecord.views.uses import is_said
from onrecord.views.wanted import Wanted, has_a_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A statement of one of the actors that are asked for; `to` are those whom it addresses.

    `date` is when it was said, `published` when the document came out that reports it (EDTF).
    """

    said_by: str | None
    via: str | None
    to: tuple[str, ...]
    act: Act
    manner: Manner
    issues: tuple[str, ...]
    date: str | None
    date_basis: str | None
    published: str | None
    words: tuple[Evidence, ...]
    statement: str

    @property
    def day(self) -> str | None:
        """When it was said, or else published."""
        return self.date or self.published


def exchanges(
    records: Iterable[Record], actors: Sequence[Wanted], engagements: Iterable[Engagement], cast: Cast
) -> tuple[Exchange, ...]:
    """What one of the actors said to all the others, or said where they all came together, in reading order.

    Of one actor everything is told that it said. What is only thought or felt by another's word, or denied to have been
    said, is left out.
    """
    met = [one for one in engagements if all(has_a_part(a, one.countries, one.participants) for a in actors)]
    said_there = {statement for one in met for statement in one.said}
    return tuple(
        _exchange(statement, record, cast)
        for record in records
        for statement in record.statements
        if _is_between(statement, actors, said_there, cast)
    )


def _is_between(statement: Statement, actors: Sequence[Wanted], said_there: AbstractSet[str], cast: Cast) -> bool:
    if not is_said(statement):
        return False
    speakers = [actor for actor in actors if _speaks(actor, statement, cast)]
    if not speakers:
        return False
    to = _sides(statement.addressees, cast)
    others = [actor for actor in actors if actor not in speakers]
    return statement.id in said_there or all(has_a_part(other, *to) for other in others)


def _speaks(actor: Wanted, statement: Statement, cast: Cast) -> bool:
    return has_a_part(actor, speaker_countries(statement, cast), [cast.name(one) for one in statement.speakers])


def _sides(actors: Iterable[str], cast: Cast) -> tuple[list[str], list[str]]:
    """The states and the names of actors."""
    told = list(actors)
    return [side for one in told if (side := cast.country(one))], [cast.name(one) for one in told]


def _exchange(statement: Statement, record: Record, cast: Cast) -> Exchange:
    return Exchange(
        said_by=speaker_name(statement, cast),
        via=relay_name(statement, cast),
        to=tuple(map(cast.name, statement.addressees)),
        act=statement.act,
        manner=statement.kind,
        issues=statement.issues,
        date=statement.date,
        date_basis=statement.date_basis,
        published=record.document.published,
        words=statement.content,
        statement=statement.id,
    )
