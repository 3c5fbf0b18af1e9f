"""What goes to standard error: complaints and the log."""

import io
import logging
import sys
from typing import Annotated

import typer


def prepare_streams() -> None:
    """Make both streams take any character, and keep other libraries' remarks for those who ask for the log.

    What is no terminal gets UTF-8; what it cannot show is written as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    logging.captureWarnings(True)  # noqa: FBT003 - the standard library's own signature
    logging.basicConfig(handlers=[logging.NullHandler()])


def remark(told: str) -> None:
    """Put one plain line on standard error, whatever characters names and reasons hold."""
    line = " ".join(told.split())
    shown = "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in line)
    typer.echo(shown, err=True)


def amount(number: int, noun: str) -> str:
    """A number of things in words: "1 line", "1,200 lines"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def fault(error: Exception) -> str:
    """What is told of an error that we did not foresee; the log has where it was raised."""
    return f"this is a fault in OnRecord, please report it ({type(error).__name__}: {error}; -v shows where)"


def _open_log(verbose: int) -> int:
    """Log to standard error: at -v our doings and others' warnings, at -vv all that we and they tell."""
    if verbose:
        logging.basicConfig(
            level=logging.WARNING if verbose == 1 else logging.INFO,
            format="%(levelname)s %(name)s: %(message)s",
            stream=sys.stderr,
            force=True,
        )
        logging.getLogger("onrecord").setLevel(logging.INFO if verbose == 1 else logging.DEBUG)
    return verbose


Verbose = Annotated[
    int,
    typer.Option(
        "--verbose",
        "-v",
        count=True,
        show_default=False,
        callback=_open_log,
        help="Log to standard error what is done; twice for more.",
    ),
]
