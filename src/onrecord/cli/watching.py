"""Looks at sources again and again, until it is stopped, and tells in a line what each round brought."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from onrecord.cli.loading import Run, all_pages, now
from onrecord.cli.remarks import remark
from onrecord.errors import StoreAwayError

if TYPE_CHECKING:
    from onrecord.ingest.polling import Polling

JITTER = 0.1  # of the time between rounds: else all who watch a site would ask it at the same moment
ROBOTS_HOLD = timedelta(days=1)  # RFC 9309: a robots.txt should not be used for longer


def watched(run: Run, interval: timedelta, sleep: Callable[[float], None] = time.sleep) -> None:
    """Looks every `interval`, until an interrupt from the keyboard or a SIGTERM. Raises: StoreError."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked_robots = now()
    try:
        for number in count(1):
            if now() - asked_robots > ROBOTS_HOLD:
                run.request.options.visits.robots.clear()
                asked_robots = now()
            told = _round(run, interval)
            seconds = interval.total_seconds() * random.uniform(1 - JITTER, 1 + JITTER)
            following = _clock(now() + timedelta(seconds=seconds))
            remark(f"{_clock(now())} round {number}: {told}; the next at {following}")
            sleep(seconds)
    except KeyboardInterrupt:
        remark("stopped; what was read is kept")
    finally:
        signal.signal(signal.SIGTERM, before)


def _round(run: Run, interval: timedelta) -> str:
    """Looks at every source once; what that brought. Raises: StoreError."""
    from onrecord.store.feeds import Memory
    from onrecord.store.loading import Outcome

    memory = Memory(store=run.store, interval=interval, now=now)
    polling, before = memory.round(), run.tally.copy()
    asked = replace(run.request, options=replace(run.request.options, polling=polling))
    try:
        for done in run.loading().load(all_pages(asked)):
            memory.note(done.uri, polling, is_read=done.outcome is not Outcome.FAILED)
            run.note(done)
        memory.finish(polling)
    except StoreAwayError as error:
        remark(str(error))
        return f"the store went away after {_brought(run.tally - before, polling)}"
    return _brought(run.tally - before, polling)


def _brought(tally: Counter[str], polling: "Polling") -> str:
    from onrecord.store.loading import Outcome

    documents = [f"{tally[outcome]:,} {outcome.value}" for outcome in Outcome if tally[outcome]]
    others = (
        (polling.passed, "known already"),
        (len(polling.unchanged), "sources unchanged"),
        (len(polling.resting), "left alone for now"),
    )
    return ", ".join([*documents, *(f"{number:,} {what}" for number, what in others if number)]) or "nothing"


def _clock(instant: datetime) -> str:
    return instant.astimezone().strftime("%Y-%m-%d %H:%M")
