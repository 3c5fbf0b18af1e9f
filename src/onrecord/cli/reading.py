"""Sources to records, as every reading command does it: a failure is told in one line, the rest is done."""

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.cli.remarks import fault, remark
from onrecord.errors import OnRecordError
from onrecord.model import Page, Record, Rejected
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.ingest import SourceOptions

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a reading command is asked to read, and how."""

    sources: Sequence[str]
    options: "SourceOptions"
    settings: Settings


def records(request: Request, failed: list[Rejected], *, progress: bool) -> Iterator[Record]:
    """The records of the sources, as they come; what has none is complained about and added to `failed`."""
    results = _results(request)
    for result in _counted(results) if progress and sys.stderr.isatty() else results:
        if isinstance(result, Record):
            _note(result)
            yield result
        else:
            failed.append(result)
            remark(result.reason)


def _results(request: Request) -> Iterator[Record | Rejected]:
    from onrecord.ingest import pages

    for source in request.sources:
        try:
            for page in pages(source, request.options):
                yield page if isinstance(page, Rejected) else _result(page, request.settings)
        except OnRecordError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a source does must not cost the others
            yield _fault(source, error)


def _result(page: Page, settings: Settings) -> Record | Rejected:
    """What a page comes to. The tools are loaded at the first page: an absent file is told at once."""
    from onrecord.pipeline import load_tools, process

    log.debug("reading %s with %s", page.uri, settings)
    tools = load_tools(settings)
    try:
        return process(page, tools)
    except Exception as error:  # noqa: BLE001 - whatever a page does must not cost the others
        return _fault(page.uri, error)


def _note(record: Record) -> None:
    document, counts = record.document, (len(record.statements), len(record.events), len(record.findings))
    log.info("%s (%s): %d statements, %d events, %d findings", document.uri, document.id, *counts)


def _fault(uri: str, error: Exception) -> Rejected:
    log.info("%s", uri, exc_info=error)
    return Rejected(uri=uri, reason=f"{uri}: {fault(error)}")


def _counted(results: Iterator[Record | Rejected]) -> Iterator[Record | Rejected]:
    """The same results, counted on standard error while they come; a single one needs no count."""
    yield from islice(results, 1)
    second = list(islice(results, 1))
    if not second:
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} done"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=None, completed=1)
        for result in chain(second, results):
            progress.advance(task)
            yield result
