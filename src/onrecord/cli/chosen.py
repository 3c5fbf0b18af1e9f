"""What a list is made of where no source is given: records of the store, chosen by actors and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.listing import Marks
from onrecord.cli.options import first_and_last, opened_store
from onrecord.errors import SettingsError
from onrecord.model import Record
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.store.actors import Asked
    from onrecord.views.wanted import Choice

ChosenActors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        help="Of the store: what this actor had a part in, by code (USA), name or id. Repeatable: of several, all.",
    ),
]


class Reach(Enum):
    """How far beyond the days that are asked for documents tell something that a list needs."""

    NEAR = "near"  # about as long as a happening is reported without its day
    BACKWARD = "backward"  # how a line of communication stands is told by all that came before
    FORWARD = "forward"  # what becomes of a promise is told later


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What of the store is asked for, as it stands on the command line."""

    actors: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    reach: Reach = Reach.NEAR
    only_states: bool = False  # whether people have no part in such a list

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day. Raises: BadParameter."""
        return first_and_last(self.since, self.until)


def records_chosen(settings: Settings, wish: Wish) -> tuple[list[Record], "Choice", Marks]:
    """The records of the store that tell of what is asked for, each text once, and what is to be kept of them.

    They are as people corrected them; the marks say who did.

    Raises: SettingsError for an actor whom nobody knows, or whom such a list cannot have.
    """
    from onrecord.render.corrections import marks
    from onrecord.store.actors import asked_for
    from onrecord.store.choosing import documents_about
    from onrecord.views.wanted import Choice, Wanted

    since, until = wish.days
    with opened_store(settings) as kept:
        with kept.reading() as connection:
            asked = [asked_for(connection, name) for name in wish.actors]
            if wish.only_states:
                _require_states(wish.actors, asked)
            first, last = reached(since, until, wish.reach)
            keys = documents_about(connection, asked, since=first, until=last)
        told = list(kept.corrected(keys))
    wanted = tuple(Wanted(code=one.code, names=one.names) for one in asked)
    return [one.record for one in told], Choice(actors=wanted, since=since, until=until), marks(told)


def reached(since: date | None, until: date | None, reach: Reach) -> tuple[date | None, date | None]:
    """The first and the last day of which documents are needed."""
    from onrecord.views.occasions import DAYS_BETWEEN_REPORTS

    margin = timedelta(days=DAYS_BETWEEN_REPORTS)
    first = since - margin if since is not None and since - date.min > margin else None
    last = until + margin if until is not None and date.max - until > margin else None
    return {
        Reach.NEAR: (first, last),
        Reach.BACKWARD: (None, until),
        Reach.FORWARD: (first, None),
    }[reach]


def _require_states(names: Sequence[str], asked: Sequence["Asked"]) -> None:
    for name, one in zip(names, asked, strict=True):
        if one.code is None:
            raise SettingsError(f"{name!r} is no state or organisation, and this list is of what is between these")
