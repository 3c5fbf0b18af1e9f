"""The command that fills the store."""

import os
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.loading import Run, all_pages, now
from onrecord.cli.options import (
    AllowPrivate,
    Columns,
    Knowledge,
    Pipeline,
    Published,
    Sources,
    StorePlace,
    made_store,
    request,
    store_place,
)
from onrecord.cli.progress import counted
from onrecord.cli.reading import Request
from onrecord.cli.remarks import Verbose, amount
from onrecord.settings import from_home

if TYPE_CHECKING:
    from onrecord.store import Store

Workers = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Processes that read at once; without it, one for each processor."),
]
Watch = Annotated[
    float | None,
    typer.Option(
        metavar="MINUTES",
        min=1,
        help="Go on: look again every so many minutes for what feeds, sitemaps, folders and addresses bring.",
    ),
]
SOURCES = "sources that did not change"  # where the tally counts them
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


def ingest_command(
    sources: Sources,
    *,
    store: StorePlace = None,
    workers: Workers = None,
    dry_run: DryRun = False,
    watch: Watch = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    verbose: Verbose = 0,
) -> None:
    """Read sources into the store; what is there unchanged is passed over, what changed is read again.

    The pages to which feeds (RSS, Atom, JSON Feed) and sitemaps lead are fetched, one a second from each site.
    It may be interrupted at any moment, and run again to go on.

    Example: onrecord ingest examples/*.txt examples/*.md --published 2031-05-12 --store build/records.db
    """
    from onrecord.store.loading import Outcome

    if watch and (dry_run or "-" in sources):
        raise typer.BadParameter("it takes neither --dry-run nor standard input", param_hint="--watch")
    asked = request(
        [_absolute(source) for source in sources],
        published=published,
        columns=columns,
        knowledge=knowledge,
        pipeline=pipeline,
        allow_private=allow_private,
        store=store,
    )
    tally = _fill(asked, workers or os.cpu_count() or 1, watch, dry_run=dry_run)
    if tally[Outcome.FAILED] and not watch:  # that a watch met something broken in its days is no failure of its own
        raise typer.Exit(1)


def _fill(asked: Request, workers: int, watch: float | None, *, dry_run: bool) -> Counter[str]:
    """How often what became of a page, after all is done, or the watch was ended. Raises: StoreError."""
    from onrecord.cli.watching import watched

    began, tally = time.monotonic(), Counter[str]()
    with _store(asked, dry_run=dry_run) as kept:
        options = replace(asked.options, left_out=kept.files)
        run = Run(request=replace(asked, options=options), store=kept, workers=workers, tally=tally)
        try:
            if watch:
                watched(run, timedelta(minutes=watch))
            else:
                _once(run, dry_run=dry_run)
        finally:
            typer.echo(_summary(tally, kept.name, time.monotonic() - began, dry_run=dry_run), err=True)
    return tally


def _once(run: Run, *, dry_run: bool) -> None:
    """Takes every page of the sources once, but those of feeds that are here and did not change. Raises: StoreError."""
    from onrecord.store.feeds import Memory
    from onrecord.store.loading import Outcome

    is_anew = run.request.options.published is not None  # which may tell another day of the same page
    memory = Memory(store=run.store, interval=timedelta(0), now=now, is_asked=True, is_anew=is_anew)
    polling, loading = memory.round(), run.loading()
    asked = replace(run.request, options=replace(run.request.options, polling=polling))
    results = (loading.plan if dry_run else loading.load)(all_pages(asked))
    for done in counted(results, lambda: _total(run.request), "documents"):
        if not dry_run:
            memory.note(done.uri, polling, is_read=done.outcome is not Outcome.FAILED)
        run.note(done)
    if not dry_run:
        memory.finish(polling)
    run.tally.update({Outcome.UNCHANGED: polling.passed, SOURCES: len(polling.unchanged)})


def _store(asked: Request, *, dry_run: bool) -> "Store":
    """The store to fill; a dry run makes none where there is none. Raises: StoreError."""
    from onrecord.store import MEMORY, open_store

    place = store_place(asked.settings)
    if dry_run and "://" not in place and not Path(place).is_file():
        return open_store(MEMORY)
    return made_store(asked.settings)


def _absolute(source: str) -> str:
    """A source that is the same from wherever it is named: a path from the root; what names nothing stays so."""
    if not source.strip() or source == "-" or "://" in source:
        return source
    return str(from_home(source).absolute())


def _total(asked: Request) -> int | None:
    """How many pages there are, where a look at the files tells; reading them takes far longer than counting."""
    if any(source == "-" or "://" in source for source in asked.sources):
        return None
    return sum(1 for _ in all_pages(replace(asked, options=replace(asked.options, follow=False))))


def _summary(tally: Counter[str], store: str, seconds: float, *, dry_run: bool) -> str:
    """What was done, in a line or two."""
    from onrecord.store.loading import Outcome

    documents = sum(tally[outcome] for outcome in Outcome)
    told = ", ".join(f"{tally[outcome]:,} {outcome.value}" for outcome in Outcome if tally[outcome]) or "none"
    if tally[SOURCES]:
        told += f"; {amount(tally[SOURCES], 'source')} did not change"
    if dry_run:
        return f"Nothing was done. Documents: {told}."
    found = f"{tally['statements']:,} statements and {tally['events']:,} events were read"
    return f"{amount(documents, 'document')} in {seconds:.1f} s: {told}; {found}. They are in {store}"
