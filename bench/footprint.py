"""What a process of its own costs: start-up, a whole brief, and memory on long transcripts.

`python -m bench.footprint WORDS` reads one transcript and prints its words, seconds and megabytes.
"""

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.texts import EXAMPLES, transcript
from onrecord.model import Rejected
from onrecord.pipeline import load_tools, process

KILOBYTES = 1024  # in a megabyte
HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """What reading one text took: seconds of the processor from page to record, and the memory at its most."""

    words: int
    seconds: float
    megabytes_before: float  # with everything loaded
    megabytes: float


def footprint(words: int) -> Footprint:
    """The cost of a transcript of so many words, read in a new process."""
    command = [sys.executable, "-m", "bench.footprint", str(words)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=EXAMPLES.parent).stdout.split()
    count, seconds, before, megabytes = map(float, said)
    return Footprint(words=int(count), seconds=seconds, megabytes_before=before, megabytes=megabytes)


def quickest(*arguments: str, times: int = 5) -> float:
    """Seconds on the clock of the quickest of several runs of a command line, start-up included."""
    return min(_run(arguments) for _ in range(times))


def _run(arguments: tuple[str, ...]) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments], stdout=subprocess.DEVNULL, check=True, cwd=EXAMPLES.parent
    )
    return time.perf_counter() - started


def _measure(words: int) -> str:
    tools = load_tools()
    page, short = transcript(words), transcript(100)
    process(short, tools)  # what is loaded at first use is no cost of the transcript
    before = _megabytes()
    started = time.process_time()
    record = process(page, tools)
    seconds = time.process_time() - started
    if isinstance(record, Rejected):
        sys.exit(record.reason)
    return f"{len(record.document.text.split())} {seconds} {before} {_megabytes()}"


def _megabytes() -> float:
    """The most memory that this process ever held, as Linux tells it."""
    told = HIGH_WATER.search(Path("/proc/self/status").read_text(encoding="ascii"))
    if told is None:
        sys.exit("memory is measured on Linux only")
    return int(told.group(1)) / KILOBYTES


if __name__ == "__main__":
    print(_measure(int(sys.argv[1])))
