"""The option that has a chart drawn."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.writing import require_writable

SUFFIXES = (".svg", ".png")


def _drawable(file: Path | None) -> Path | None:
    """The same. Raises: BadParameter for a name that asks for what we do not draw."""
    if file is not None and file.suffix.lower() not in SUFFIXES:
        raise typer.BadParameter(f"a chart is not drawn as {file.suffix or file.name}; name a .svg or a .png")
    return file


ChartFile = Annotated[
    Path | None,
    typer.Option(
        "--chart",
        metavar="FILE",
        dir_okay=False,
        callback=_drawable,
        help="Draw it as well: .svg or .png. Takes the extra `charts`.",
    ),
]


def require_drawable(file: Path | None) -> None:
    """Look whether a chart can be drawn and written: reading first may take long. Raises: SettingsError."""
    if file is not None:
        from onrecord.render.charts.frame import require_charts

        require_charts()
        require_writable(file)
