"""Where output goes: standard output, or a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import SettingsError


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or this file, whose folders are made.

    Raises: SettingsError for a file that cannot be written.
    """
    if output is None:
        yield sys.stdout
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise SettingsError(f"{output}: cannot be written: {error.strerror}") from error
