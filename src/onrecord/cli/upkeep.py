"""The commands that keep the store itself: what it comes to, its backup, its soundness, its space and its schema."""

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import StorePlace, opened_store, store_place
from onrecord.cli.remarks import Verbose, remark
from onrecord.settings import from_home, load_settings

if TYPE_CHECKING:
    from onrecord.store import Store

UNIT = 1000  # bytes to a kB, as disks are sold


def store_command(
    *,
    store: StorePlace = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    verbose: Verbose = 0,
) -> None:
    """Say where the store is, how much is in it, and when it was last written.

    Example: onrecord store --store build/records.db
    """
    from onrecord.store.upkeep import status

    with opened_store(load_settings(os.environ, store=store)) as kept:
        told = status(kept)
    if as_json:
        typer.echo(json.dumps(asdict(told), ensure_ascii=False))
        return
    lines = {
        "store": told.place,
        "schema": told.schema,
        "size": _size(told.size),
        **{name: f"{number:,}" for name, number in told.counts.items()},
        "days": " to ".join(told.days) if told.days else "none",
        "last written": told.written or "never",
    }
    width = max(map(len, lines))
    typer.echo("\n".join(f"{name:<{width}}  {value}" for name, value in lines.items()))


def backup_command(
    target: Annotated[str, typer.Argument(metavar="FILE", help="Where to; must not be there yet.")],
    *,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Copy the store into a file, while others read and write it; the file is a store.

    An empty PostgreSQL database will do as well, so that a store can move there or back.

    Example: onrecord backup build/records-backup.db --store build/records.db
    """
    from onrecord.store.backup import back_up
    from onrecord.store.upkeep import size_of

    if "://" not in target:
        from_home(target).parent.mkdir(parents=True, exist_ok=True)
    with opened_store(load_settings(os.environ, store=store)) as kept:
        back_up(kept, target)
        remark(f"{kept.name} ({_size(size_of(kept))}) is copied to {target}")


def check_command(
    *,
    mend: Annotated[bool, typer.Option("--mend", help="Make what search finds anew from the records first.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Look through the whole store for damage, and name each fault in one line, with its table and place.

    Its pages, its rows and passages, as `onrecord verify --store` does, and what search finds. Exits 1 if there is any.

    Example: onrecord check --store build/records.db
    """
    from onrecord.store import records
    from onrecord.store.checking import check

    found = 0
    with _attached(store) as kept:
        if mend:
            with kept.writing() as connection:
                records.entries_anew(connection)
        for fault in check(kept):
            found += 1
            typer.echo(" ".join(str(fault).split()))
        remark(f"{kept.name}: {found or 'no'} fault{'' if found == 1 else 's'}")
    if found:
        raise typer.Exit(1)


def vacuum_command(*, store: StorePlace = None, verbose: Verbose = 0) -> None:
    """Give back the space that the store no longer needs, and merge its index; older readings stay.

    Example: onrecord vacuum --store build/records.db
    """
    from onrecord.store.upkeep import vacuum

    with opened_store(load_settings(os.environ, store=store)) as kept:
        before, after = vacuum(kept)
        remark(f"{kept.name}: {_size(before)} before, {_size(after)} now")


def migrate_command(
    *,
    backup: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Where the backup goes; without it, beside the store, or in this folder."),
    ] = None,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """Bring the store of an older OnRecord up to date, after a backup; one that is up to date is left alone.

    Example: onrecord migrate --store build/records.db
    """
    from onrecord.store.upkeep import bring_up_to_date

    with _attached(store) as kept:
        target = bring_up_to_date(kept, backup)
        told = "is up to date" if target is None else f"is up to date now; as it was, it is kept in {target}"
        remark(f"{kept.name} {told}")


def _attached(store: str | None) -> "Store":
    """The store that is named, whatever its schema. Raises: StoreError where there is none."""
    from onrecord.store.opening import attach

    return attach(store_place(load_settings(os.environ, store=store)))


def _size(number: float) -> str:
    """A number of bytes as people read it: 3.4 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if number < UNIT:
            return f"{number:.0f} {unit}" if unit == "B" else f"{number:.1f} {unit}"
        number /= UNIT
    return f"{number:.1f} TB"
