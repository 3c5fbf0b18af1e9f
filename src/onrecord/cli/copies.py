"""The command that lists copies and versions of documents."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import StorePlace, opened_store
from onrecord.cli.remarks import Verbose, remark
from onrecord.errors import SettingsError
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from rich.console import Console
    from sqlalchemy import Connection

    from onrecord.store.groups import Copy, Version

PIPE_WIDTH = 100  # columns where there is no terminal to measure


def copies_command(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="The address of one; without it, all groups of copies.")
    ] = None,
    *,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many groups are shown.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    store: StorePlace = None,
    verbose: Verbose = 0,
) -> None:
    """List documents that are copies of each other, the earliest first, and what differs; of one, its versions too.

    Example: onrecord copies https://example.org/news/1 --store build/records.db
    """
    from onrecord.store.copies import groups
    from onrecord.store.groups import copies, versions

    with opened_store(load_settings(os.environ, store=store)) as kept, kept.reading() as connection:
        console = None if as_json else _console()
        if document is None:
            leaders = groups(connection)
            for leader in leaders[:limit]:
                _tell_copies(copies(connection, leader), console)
            shown = f"{min(limit, len(leaders)):,} of {len(leaders):,} groups of copies are shown"
            remark(shown if leaders else "no document is a copy of another one")
        else:
            keys = _readings(connection, document)
            count = _tell_copies(copies(connection, keys[-1]), console)
            if len(keys) > 1:
                _tell_versions(versions(connection, keys), console)
            remark(f"{_counted(count, 'copy', 'copies')} and {_counted(len(keys), 'version', 'versions')}")


def _readings(connection: "Connection", document: str) -> list[int]:
    """The keys of the readings of a document, by its address or its path. Raises: SettingsError where there is none."""
    from onrecord.store.groups import documents_at

    keys = documents_at(connection, document) or documents_at(connection, str(Path(document).absolute()))
    if not keys:
        raise SettingsError(f"no document in the store has the address {document!r}; onrecord search tells addresses")
    return keys


def _tell_copies(told: "Iterator[Copy]", console: "Console | None") -> int:
    """Writes a group of copies, as JSON where there is no console; how many copies of the first there are."""
    from onrecord.render.copies import copy_json, print_copy, print_first
    from onrecord.views.differing import difference

    count, first = 0, next(told, None)
    if first is None:
        return count
    if console is not None:
        print_first(first, console)
    for copy in told:
        count += 1
        differs = difference(first.text, copy.text)
        if console is not None:
            print_copy(copy, differs, console)
        else:
            typer.echo(json.dumps(copy_json(copy, first, differs), ensure_ascii=False))
    return count


def _tell_versions(told: "Iterator[Version]", console: "Console | None") -> None:
    """Writes the readings of an address, each with what differs in it from the one before."""
    from onrecord.render.copies import print_version, version_json
    from onrecord.views.differing import difference

    before: Version | None = None
    for version in told:
        differs = difference(before.text, version.text) if before is not None else None
        if console is not None:
            print_version(version, differs, console)
        else:
            typer.echo(json.dumps(version_json(version, differs), ensure_ascii=False))
        before = version


def _console() -> "Console":
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
