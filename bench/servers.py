"""A PostgreSQL of our own, for the tests and the benchmarks: Debian's programs, a folder of its own, no network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "postgres"  # who may run a server, which root may not
QUIET = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"  # for what need survive nothing


@dataclass(frozen=True)
class Server:
    """A PostgreSQL of our own: `address` is that of a database once its name is filled in."""

    programs: Path
    folder: Path
    options: str  # how much it does for its data

    @property
    def address(self) -> str:
        """The address of its databases, which lacks the name."""
        return f"postgresql://{ACCOUNT}@/{{name}}?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        """Runs one of PostgreSQL's programs. Raises: CalledProcessError."""
        account = ACCOUNT if os.geteuid() == 0 else None
        command = [str(self.programs / program), "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=60, user=account)

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = f"{self.options} -k {self.folder} -c listen_addresses=''"
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stops it, as a crash would unless told otherwise."""
        self.run("pg_ctl", "-m", mode, "stop")


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs, which Debian keeps out of the way; None where it is not installed."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in reversed(places) if (place / "initdb").is_file()), None)


@contextmanager
def running(programs: Path, options: str = "") -> Iterator[Server]:
    """A new server, which is gone afterwards with all that it holds."""
    made = Server(programs, Path(tempfile.mkdtemp(prefix="onrecord-pg-")), options)
    if os.geteuid() == 0:
        shutil.chown(made.folder, ACCOUNT)
    made.run("initdb", "--auth=trust", f"--username={ACCOUNT}", "--encoding=UTF8", "--no-locale")
    made.start()
    try:
        yield made
    finally:
        with suppress(subprocess.CalledProcessError):  # it may be stopped already
            made.stop()
        shutil.rmtree(made.folder, ignore_errors=True)
