"""The command that measures OnRecord on annotated data, and by what people corrected."""

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Knowledge, Pipeline, StorePlace, opened_store
from onrecord.cli.remarks import Verbose, remark
from onrecord.settings import load_settings

Folder = Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder of the gold data and their scorers.")]


class Against(StrEnum):
    """What records are scored by, other than a folder of gold data."""

    CORRECTIONS = "corrections"


def evaluate_command(
    folder: Folder = None,
    *,
    against: Annotated[
        Against | None, typer.Option("--against", help="Score a store by what people said of its records.")
    ] = None,
    store: StorePlace = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    verbose: Verbose = 0,
) -> None:
    """Read annotated data, have it scored, and print our figures beside those of other systems.

    Exits 1 if anything had to be skipped. `--against corrections` reads nothing: it scores what is in the store by
    the corrections that people made.

    Example: onrecord evaluate ../shared/eval
    """
    if (folder is None) == (against is None):
        raise typer.BadParameter("name the folder of the gold data, or say --against corrections")
    if folder is None:
        _against_corrections(store)
    else:
        _against_gold(folder, knowledge, pipeline)


def _against_corrections(store: str | None) -> None:
    from onrecord.evaluate import markdown
    from onrecord.evaluate.corrections import against_corrections

    with opened_store(load_settings(os.environ, store=store)) as kept:
        for table in against_corrections(kept):
            typer.echo(markdown(table))


def _against_gold(folder: Path, knowledge: Sequence[Path] | None, pipeline: str | None) -> None:
    from onrecord.evaluate import Table, evaluate, markdown
    from onrecord.pipeline import load_tools

    settings = load_settings(os.environ, pipeline=pipeline, knowledge=knowledge or ())
    skipped = False
    for told in evaluate(folder, lambda: load_tools(settings)):
        if isinstance(told, Table):
            typer.echo(markdown(told))
        else:
            skipped = True
            remark(f"{told.stick}: skipped: {told.reason}")
    if skipped:
        raise typer.Exit(1)
