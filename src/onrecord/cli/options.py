"""The options that every reading command takes, and the request that they make."""

import os
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from onrecord.cli.reading import Request
from onrecord.model.days import bounds
from onrecord.settings import Settings, default_store, from_home, load_settings

if TYPE_CHECKING:
    from onrecord.store import Store

Written = TypeVar("Written", str | None, list[str] | None, tuple[str, str] | None)

NONE = "none"  # how an option says that there is nothing: no speaker, no day, no issue


def day(written: str | None) -> str | None:
    """The day as it was written. Raises: BadParameter for what is no day of the calendar."""
    try:
        is_day = written is None or date.fromisoformat(written).isoformat() == written
    except ValueError:
        is_day = False
    if not is_day:
        raise typer.BadParameter(f"{written!r} is no day; write it as 2023-06-19")
    return written


def edtf(written: str | None) -> str | None:
    """The date as it was written, or "none". Raises: BadParameter for what is no date in EDTF."""
    days = bounds(written)
    if written not in (None, NONE) and (days is None or days[0] > days[1]):
        raise typer.BadParameter(
            f"{written!r} is no date; write it in EDTF, as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-05-14, or none"
        )
    return written


def characters(written: Written) -> Written:
    """The same. Raises: BadParameter for bytes that are no characters, which a shell hands on all the same."""
    told = (written,) if isinstance(written, str) else written or ()
    for one in told:
        try:
            one.encode()
        except UnicodeEncodeError as error:
            raise typer.BadParameter(f"{one!r} is not in UTF-8") from error
    return written


def _moment(written: str) -> datetime:
    """The beginning of a day. Raises: BadParameter for what is no day of the calendar."""
    return datetime.fromisoformat(day(written) or "")


def first_and_last(since: datetime | None, until: datetime | None) -> tuple[date | None, date | None]:
    """The days of --since and --until. Raises: BadParameter where the last is before the first."""
    first, last = (moment.date() if moment is not None else None for moment in (since, until))
    if first is not None and last is not None and last < first:
        raise typer.BadParameter(f"{last} is before {first}, the first day", param_hint="--until")
    return first, last


def _columns(written: list[str] | None) -> list[str] | None:
    """The same. Raises: BadParameter for what is no field=name, or names no field of ours."""
    if written:
        from onrecord.ingest import ColumnMap

        known = [field.name for field in fields(ColumnMap)]
        for pair in written:
            field, _, name = pair.partition("=")
            if field not in known or not name:
                raise typer.BadParameter(f"{pair!r} is not FIELD=NAME, with FIELD one of {', '.join(known)}")
    return written


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="A file, folder, glob or web address, or - for standard input; its content decides its kind.",
    ),
]
AnySources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="As `read` takes them; without any the store is asked."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=day,
        help="The day of publication, as 2023-06-19, of sources that give none: it dates 'last Monday'.",
    ),
]
Knowledge = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="A knowledge file of your own: states, people, cue verbs, issues. Repeatable."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed spaCy pipeline to read with, in place of ours."),
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        callback=_columns,
        help="The column of a table that holds its text, title, published, url or publisher. Repeatable.",
    ),
]
StorePlace = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="The store: a file, or postgresql://USER@HOST/NAME; without it ONRECORD_STORE, or one of your own.",
    ),
]
Since = Annotated[datetime | None, typer.Option(parser=_moment, metavar="DATE", help="The first day.")]
Until = Annotated[datetime | None, typer.Option(parser=_moment, metavar="DATE", help="The last day.")]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write here; missing folders are made."),
]


def request(
    sources: Sequence[str],
    *,
    published: str | None,
    columns: Sequence[str] | None,
    knowledge: Sequence[Path] | None,
    pipeline: str | None,
    allow_private: bool,
    store: str | None = None,
) -> Request:
    """What is to be read, and how; the settings file and the environment have their say."""
    from onrecord.ingest import ColumnMap, SourceOptions

    settings = load_settings(
        os.environ, pipeline=pipeline, knowledge=knowledge or (), allow_private=allow_private, store=store
    )
    named = dict(pair.split("=", 1) for pair in columns or ())
    options = SourceOptions(published=published, columns=ColumnMap(**named), allow_private=settings.allow_private)
    return Request(sources=sources, options=options, settings=settings)


def store_place(settings: Settings) -> str:
    """Where the store is that the settings name, or else the user's own."""
    return settings.store or str(default_store())


def opened_store(settings: Settings) -> "Store":
    """The store of these settings, which must be there. Raises: StoreError."""
    from onrecord.store import open_store

    return open_store(store_place(settings), make=False)


def made_store(settings: Settings) -> "Store":
    """The store of these settings, made with its folder where it is not there. Raises: StoreError."""
    from onrecord.store import open_store

    place = store_place(settings)
    if "://" not in place:
        from_home(place).parent.mkdir(parents=True, exist_ok=True)
    return open_store(place)
