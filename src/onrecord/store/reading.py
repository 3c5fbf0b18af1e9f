"""Reads pages in worker processes, each of which loads the tools once; a page that kills its reader costs no other."""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import resource_tracker

from onrecord.model import Page, Record, Rejected
from onrecord.pipeline import load_tools, process
from onrecord.settings import Settings
from onrecord.store.prepared import Prepared, prepare

AHEAD = 4  # pages for each worker that are on their way: enough that none waits, few enough to hold

Read = tuple[Page, Prepared | Rejected]

log = logging.getLogger(__name__)


def read_here(page: Page, settings: Settings) -> Prepared | Rejected:
    """What a page comes to, ready to be written; a fault of ours is a rejection, and must not cost the other pages."""
    try:
        result = process(page, load_tools(settings))
        return prepare(result) if isinstance(result, Record) else result
    except Exception as error:
        log.info("%s", page.uri, exc_info=error)
        told = f"this is a fault in OnRecord, please report it ({type(error).__name__}: {error})"
        return Rejected(uri=page.uri, reason=f"{page.uri}: {told}")


def read_in_workers(pages: Iterable[Page], settings: Settings, workers: int) -> Iterator[Read]:
    """The pages with what they come to, in the order in which they are done."""
    left = iter(pages)
    waiting: dict[Future[Prepared | Rejected], Page] = {}
    pool = _pool(settings, workers)
    try:
        while True:
            for page in islice(left, workers * AHEAD - len(waiting)):
                waiting[_submitted(pool, page, settings)] = page
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                lost, pool = list(waiting.values()), _renewed(pool, settings, workers)
                waiting.clear()
                yield from ((page, _read_alone(page, settings)) for page in lost)
                continue
            yield from ((waiting.pop(future), future.result()) for future in done)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, workers: int) -> ProcessPoolExecutor:
    """Processes that start from nothing: a copy of this one might hold its connection to the store."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare, initargs=(settings,))


def _submitted(pool: ProcessPoolExecutor, page: Page, settings: Settings) -> Future[Prepared | Rejected]:
    """A page on its way to a worker; the first one starts the workers."""
    with _interrupts_held():
        return pool.submit(read_here, page, settings)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Holds an interrupt from the keyboard until after; processes that are started meanwhile never get one.

    They would tell of it with a traceback each, as long as they are not yet far enough to ignore it.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "pthread_sigmask"):  # the latter on Windows
        yield
        return
    resource_tracker.ensure_running()  # which lets interrupts through again when it starts
    held: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: held.append(number))  # other threads may get it
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which processes that are started inherit
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if held:
        signal.raise_signal(signal.SIGINT)


def _renewed(pool: ProcessPoolExecutor, settings: Settings, workers: int) -> ProcessPoolExecutor:
    pool.shutdown(cancel_futures=True)
    return _pool(settings, workers)


def _prepare(settings: Settings) -> None:
    """Loads the tools, and leaves an interrupt from the keyboard to the process that writes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    load_tools(settings)


def _leave_with_parent() -> None:
    """Ends this process when the one that writes is gone: it would wait for pages for ever."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _read_alone(page: Page, settings: Settings) -> Prepared | Rejected:
    """What a page comes to that was lost with its reader: it may be what killed it."""
    with _pool(settings, workers=1) as pool:
        try:
            return _submitted(pool, page, settings).result()
        except BrokenProcessPool:
            return Rejected(uri=page.uri, reason=f"{page.uri}: killed the process that read it (is it very large?)")
