"""Where output goes: standard output, a file or a folder."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import SettingsError


def require_writable(output: Path | None) -> None:
    """Make the folders of a file that is to be written, and look whether it can be: reading first may take long.

    Raises: SettingsError if it cannot.
    """
    if output is None:
        return
    with _told_of(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(output if output.exists() else output.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or this file, whose folders are made.

    Raises: SettingsError for a file that cannot be written, or where standard output is closed.
    """
    if output is None:
        if sys.stdout is None:
            raise SettingsError("standard output is closed; name a file with -o")
        yield sys.stdout
        return
    require_writable(output)
    with _told_of(output), output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
        yield stream


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Makes a folder in which files are written meanwhile. Raises: SettingsError where it or they cannot be."""
    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        yield


@contextmanager
def _told_of(output: Path) -> Iterator[None]:
    """Let what the system says of this file be told as a SettingsError."""
    try:
        yield
    except OSError as error:
        raise SettingsError(f"{output}: cannot be written: {error.strerror or error}") from error
