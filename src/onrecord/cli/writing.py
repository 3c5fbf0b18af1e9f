"""Where output goes: standard output, a file or a folder."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from onrecord.errors import SettingsError

DATABASE = b"SQLite format 3\0"  # what a file of SQLite's begins with
BESIDE = ("-wal", "-shm", "-journal")  # what the names of those end in that it keeps beside
PART = ".part"  # the same of a file that is not whole yet


def require_writable(output: Path | None) -> None:
    """Make the folders of a file that is to be written, and look whether it can be: reading first may take long.

    Raises: SettingsError if it cannot, or if it is a database: nobody wants a list in place of a store.
    """
    if output is None:
        return
    with _told_of(output):
        if _is_database(output):
            raise SettingsError(f"{output}: is a store or another database; name another file with -o")
        output.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(output if output.exists() else output.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _is_database(file: Path) -> bool:
    """Whether a file is a database of SQLite's, or belongs to one."""
    names = [file.name.removesuffix(end) for end in BESIDE if file.name.endswith(end)]
    owner = file.with_name(names[0]) if names and names[0] else file
    return any(one.is_file() and _begins_with(one, DATABASE) for one in (file, owner))


def _begins_with(file: Path, start: bytes) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(start)) == start


@contextmanager
def opened(output: Path | None, *, as_it_comes: bool = False) -> Iterator[TextIO]:
    """Standard output, or this file, whose folders are made; a file that was there stays until the new one is whole.

    `as_it_comes` is for what takes long to make and is worth having in part: it is written into the file at once.

    Raises: SettingsError for a file that cannot be written, or where standard output is closed.
    """
    if output is None:
        if sys.stdout is None:
            raise SettingsError("standard output is closed; name a file with -o")
        yield sys.stdout
        return
    require_writable(output)
    with (
        _told_of(output),
        nullcontext(output) if as_it_comes else _whole(output) as file,
        file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def _whole(output: Path) -> Iterator[Path]:
    """A new file that takes a file's place once it is whole; the file itself where it is a pipe or a device."""
    is_there, target = output.exists(), output.resolve()
    if (is_there and not (output.is_file() and target.is_file())) or not os.access(target.parent, os.W_OK):
        yield output
        return
    part = target.with_name(f".onrecord-{os.getpid()}{PART}")
    try:
        yield part
        if is_there:
            shutil.copymode(target, part)
        try:
            part.replace(target)
        except OSError:  # a file that is mounted by itself has no other put in its place
            shutil.copyfile(part, target)
    finally:
        part.unlink(missing_ok=True)


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
