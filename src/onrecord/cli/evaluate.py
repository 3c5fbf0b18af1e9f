"""The command that measures OnRecord on annotated data."""

import os
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Knowledge, Pipeline
from onrecord.cli.remarks import Verbose, remark
from onrecord.settings import load_settings

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the gold data and their scorers.")]


def evaluate_command(
    folder: Folder, *, knowledge: Knowledge = None, pipeline: Pipeline = None, verbose: Verbose = 0
) -> None:
    """Read annotated data, have it scored, and print our figures beside those of other systems.

    Exits 1 if anything had to be skipped.

    Example: onrecord evaluate ../shared/eval
    """
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
