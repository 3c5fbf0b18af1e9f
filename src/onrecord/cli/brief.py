"""The command that does the main job: sources in, key points with their passages out."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.options import (
    AllowPrivate,
    Columns,
    Knowledge,
    OutputFile,
    Pipeline,
    Published,
    Sources,
    request,
)
from onrecord.cli.reading import Request, records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record, Rejected

if TYPE_CHECKING:
    from onrecord.views.brief import Brief


class Format(StrEnum):
    """How a brief is written."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


INTERRUPTED = 130  # what a shell makes of a program that Ctrl-C ended

BY_SUFFIX = {
    "": Format.TEXT,
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}

AsFormat = Annotated[
    Format | None,
    typer.Option("--format", help="How to write it. Without this, the name of the output file decides."),
]


def brief_command(
    sources: Sources,
    *,
    form: AsFormat = None,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    verbose: Verbose = 0,
) -> None:
    """Print the key points of articles and readouts, each with the passages it rests on.

    Several sources give one brief: what they tell alike is told once, with every source that has it. Where they are
    two sides' accounts of one meeting, its head is what one has the other say and the other's text does not.

    Example: onrecord brief examples/mangled-article.txt --knowledge examples/knowledge.toml
    """
    from onrecord.views.said_for import brief_of

    asked = request(
        sources,
        published=published,
        columns=columns,
        knowledge=knowledge,
        pipeline=pipeline,
        allow_private=allow_private,
    )
    writer = WRITERS[form or _format_of(output)]
    require_writable(output)
    failed: list[Rejected] = []
    found, interrupted = _read_until_interrupted(asked, failed)
    if found:
        made = brief_of(found, asked.settings.knowledge)
        with opened(output) as stream:
            writer(made, found, stream)
        if output is not None:
            remark(f"written to {output}")
    if interrupted or failed:
        raise typer.Exit(INTERRUPTED if interrupted else 1)


def _read_until_interrupted(asked: Request, failed: list[Rejected]) -> tuple[list[Record], bool]:
    """The records of the sources, or those that there were when the user pressed Ctrl-C, and whether he did."""
    found: list[Record] = []
    try:
        for record in records(asked, failed, progress=True):
            found.append(record)  # one by one: what came before an interrupt is kept
    except KeyboardInterrupt:
        counted = "1 document was" if len(found) == 1 else f"{len(found)} documents were"
        remark(f"interrupted: {counted} read, the rest is left out")
        return found, True
    return found, False


def _format_of(output: Path | None) -> Format:
    """The format that a file's name asks for. Raises: BadParameter for one that we do not write."""
    suffix = output.suffix.lower() if output else ""
    if suffix not in BY_SUFFIX:
        raise typer.BadParameter(
            f"a brief is not written as {suffix}; name a .txt, .md, .json or .html, or say --format"
        )
    return BY_SUFFIX[suffix]


def _write_text(brief: "Brief", _: Sequence[Record], stream: TextIO) -> None:
    from rich.console import Console

    from onrecord.render.terminal import print_brief

    print_brief(brief, Console(file=stream))


def _write_markdown(brief: "Brief", _: Sequence[Record], stream: TextIO) -> None:
    from onrecord.render.markdown import brief_markdown

    stream.write(brief_markdown(brief))


def _write_json(brief: "Brief", _: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.lines import brief_json

    stream.write(brief_json(brief) + "\n")


def _write_html(brief: "Brief", records: Sequence[Record], stream: TextIO) -> None:
    from onrecord.render.html import brief_html

    stream.write(brief_html(brief, records))


WRITERS: Mapping[Format, Callable[["Brief", Sequence[Record], TextIO], None]] = {
    Format.TEXT: _write_text,
    Format.MARKDOWN: _write_markdown,
    Format.JSON: _write_json,
    Format.HTML: _write_html,
}
