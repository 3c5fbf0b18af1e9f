"""How far a long run is, on a terminal."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Done = TypeVar("Done")


def counted(results: Iterable[Done], total: Callable[[], int | None], what: str) -> Iterator[Done]:
    """The results, with how many there are, how fast they come and how long it takes on standard error meanwhile.

    `total` is asked only where there is a terminal to show it; None is for not known.
    """
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task, began = progress.add_task("", total=total(), rate=""), time.monotonic()
        for number, done in enumerate(results, 1):
            yield done
            rate = number / (time.monotonic() - began)
            progress.update(task, completed=number, rate=f"{rate:.1f} {what}/s")
