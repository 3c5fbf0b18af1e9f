"""The command that lays two sides' accounts of one meeting side by side."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.listing import PIPE_WIDTH
from onrecord.cli.options import (
    AllowPrivate,
    Columns,
    Knowledge,
    OutputFile,
    Pipeline,
    Published,
    Sources,
    opened_store,
    request,
)
from onrecord.cli.reading import records
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened, require_writable
from onrecord.model import Record, Rejected
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.views.compare import CompareWords
    from onrecord.views.compare.comparison import Comparison

MOST_SEARCHED = 500  # documents of the store, the latest that name all who met
FEWEST = 2  # accounts that can be compared
MOST = 26  # accounts that have a letter each


class Format(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


BY_SUFFIX = {
    "": Format.TEXT,
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


Side = Annotated[
    list[str] | None,
    typer.Option(
        "--side",
        metavar="NAME=SOURCE",
        help="Whose account a source is, where it is not recognised: China=theirs.txt, or China=b. Repeatable.",
    ),
]
Form = Annotated[
    Format | None,
    typer.Option("--format", help="How to write it. Without this, the name of the output file decides."),
]
Before = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="Where each side's account of their last occasion is looked for."),
]


def compare_command(
    sources: Sources,
    *,
    side: Side = None,
    form: Form = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on one line.")] = False,
    output: OutputFile = None,
    published: Published = None,
    knowledge: Knowledge = None,
    pipeline: Pipeline = None,
    allow_private: AllowPrivate = False,
    columns: Columns = None,
    store: Before = None,
    verbose: Verbose = 0,
) -> None:
    """Lay two or more sides' accounts of one meeting side by side: what each says, and has the other side say.

    The head is what one text puts into the other side's mouth and that side's own text does not have. What a text
    does not say is "not mentioned": that is no denial.

    Example: onrecord compare examples/readout-* --knowledge examples/knowledge.toml
    """
    from onrecord.views.compare import compare, load_compare_words

    asked = request(
        sources, published=published, columns=columns, knowledge=knowledge, pipeline=pipeline,
        allow_private=allow_private, store=store,
    )  # fmt: skip
    named = _named(side or ())
    writer = _written_line if as_json else WRITERS[form or _format_of(output)]
    require_writable(output)
    failed: list[Rejected] = []
    read = list(records(asked, failed, progress=True))
    _require_several(read)
    words = load_compare_words(asked.settings.knowledge)
    made = compare(read, words, _sides(named, read))
    made = made if store is None else _with_before(made, asked.settings, words)
    with opened(output) as stream:
        writer(made, read, stream)
    if output is not None:
        remark(f"written to {output}")
    if failed:
        raise typer.Exit(1)


def _require_several(read: Sequence[Record]) -> None:
    """Raises: Exit for a number of texts that cannot be compared."""
    if not FEWEST <= len(read) <= MOST:
        was = "was" if len(read) == 1 else "were"
        remark(f"{len(read)} of {FEWEST} to {MOST} texts that can be compared {was} read")
        raise typer.Exit(1)


def _with_before(made: "Comparison", settings: Settings, words: "CompareWords") -> "Comparison":
    """The comparison with what the store has of each side's last account before it."""
    from onrecord.store.choosing import latest_about
    from onrecord.views.compare.before import last_day, states_of, with_before

    with opened_store(settings) as kept:
        with kept.reading() as connection:
            keys = latest_about(connection, states_of(made), last_day(made), MOST_SEARCHED)
        return with_before(made, (one.record for one in kept.corrected(keys)), words)


def _named(given: Sequence[str]) -> Mapping[str, str]:
    """The name of the side of each source that has one given. Raises: BadParameter for what is no NAME=SOURCE."""
    named = {}
    for pair in given:
        name, _, source = pair.partition("=")
        if not name.strip() or not source:
            raise typer.BadParameter(f"{pair!r} is not NAME=SOURCE, as China=theirs.txt", param_hint="--side")
        named[source] = name.strip()
    return named


def _sides(named: Mapping[str, str], read: Sequence[Record]) -> Mapping[str, str]:
    """The names of sides by the ids of documents. Raises: BadParameter for a source that was not read."""
    from onrecord.views.compare.sides import KEYS

    known = {key: record.document.id for key, record in zip(KEYS, read, strict=False)}
    known |= {record.document.uri: record.document.id for record in read}
    known |= {Path(record.document.uri).name: record.document.id for record in read}
    sides = {}
    for source, name in named.items():
        document = known.get(source) or known.get(str(Path(source)))
        if document is None:
            raise typer.BadParameter(f"{source!r} is none of the texts that were read", param_hint="--side")
        sides[document] = name
    return sides


def _format_of(output: Path | None) -> Format:
    """The format that a file's name asks for. Raises: BadParameter for one that we do not write."""
    suffix = output.suffix.lower() if output else ""
    if suffix not in BY_SUFFIX:
        raise typer.BadParameter(
            f"a comparison is not written as {suffix}; name a .txt, .md, .json or .html, or say --format"
        )
    return BY_SUFFIX[suffix]


def _write_text(made: "Comparison", read: Sequence[Record], stream: TextIO) -> None:
    from rich.console import Console

    from onrecord.render.comparison import print_comparison

    print_comparison(made, Console(file=stream, width=None if stream.isatty() else PIPE_WIDTH))


def _write_markdown(made: "Comparison", read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.render.comparison_markdown import comparison_markdown

    stream.write(comparison_markdown(made))


def _write_json(made: "Comparison", read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.comparisons import comparison_json

    stream.write(comparison_json(made, read, indent=2) + "\n")


def _write_html(made: "Comparison", read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.render.comparison_html import comparison_html

    stream.write(comparison_html(made, read))


def _written_line(made: "Comparison", read: Sequence[Record], stream: TextIO) -> None:
    from onrecord.export.comparisons import comparison_json

    stream.write(comparison_json(made, read) + "\n")


WRITERS: Mapping[Format, Callable[["Comparison", Sequence[Record], TextIO], None]] = {
    Format.TEXT: _write_text,
    Format.MARKDOWN: _write_markdown,
    Format.JSON: _write_json,
    Format.HTML: _write_html,
}
