"""Prints what OnRecord costs, as tables: `make bench`. Figures of one run stand beside each other; compare those."""

from collections.abc import Sequence

from bench.footprint import footprint, quickest
from bench.stages import Stages, plain_pipeline, stages
from bench.texts import EXAMPLES, archive, articles, examples
from onrecord.evaluate.tables import Table, markdown
from onrecord.pipeline import load_tools

ARTICLES = 60
RELEASES = 100
TRANSCRIPTS = (50_000, 100_000, 200_000)  # words


def main() -> None:
    """Measure and print, a table at a time."""
    tools, plain = load_tools(), plain_pipeline()
    sets = [("the examples", examples()), ("made-up articles", articles(ARTICLES)), ("the archive", archive(RELEASES))]
    for warming in (sets[0][1], sets[1][1][:5]):
        stages(warming, tools, plain)  # what is loaded at first use counts for nobody
    measured = {name: stages(pages, tools, plain) for name, pages in sets if pages}
    print(markdown(throughput(measured)))
    print(markdown(shares(measured)))
    print(markdown(starting()))
    print(markdown(lengths(TRANSCRIPTS)))


def throughput(measured: dict[str, Stages]) -> Table:
    """Words a second of spaCy as it comes, as we use it, and of the whole line."""
    return Table(
        title="Throughput, one core",
        note="Time of the processor. After the parse, events are coded at so many sentences a second.",
        head=("texts", "words", "plain spaCy words/s", "our spaCy words/s", "whole line words/s", "events sentences/s"),
        rows=tuple(
            (
                name,
                f"{took.words:,}",
                f"{took.words / took.plain:,.0f}",
                f"{took.words / took.parsing:,.0f}",
                f"{took.words / took.line:,.0f}",
                f"{took.sentences / took.coding:,.0f}",
            )
            for name, took in measured.items()
        ),
    )


def shares(measured: dict[str, Stages]) -> Table:
    """What each stage takes, in percent of the parse."""
    return Table(
        title="Stages, in percent of the parse",
        note="Extracting and resolving may add 15. Statements and events are the two parts of extracting.",
        head=("texts", "ingest", "mark", "extract", "(statements)", "(events)", "resolve", "extract + resolve"),
        rows=tuple((name, *_percents(took)) for name, took in measured.items()),
    )


def _percents(took: Stages) -> Sequence[str]:
    parts = (
        took.ingesting,
        took.annotating - took.parsing,
        took.extracting,
        took.attributing,
        took.coding,
        took.resolving,
        took.extracting + took.resolving,
    )
    return [f"{100 * part / took.parsing:.1f}" for part in parts]


def starting() -> Table:
    """What a command line takes from its start to its end."""
    article = str(EXAMPLES / "mangled-article.txt")
    return Table(
        title="Command lines, the quickest of several runs",
        head=("command", "seconds"),
        rows=(
            ("onrecord --version", f"{quickest('--version'):.2f}"),
            ("onrecord --help", f"{quickest('--help'):.2f}"),
            ("onrecord brief, one article", f"{quickest('brief', article, times=3):.2f}"),
        ),
    )


def lengths(words: Sequence[int]) -> Table:
    """Time and memory on longer and longer transcripts."""
    took = [footprint(count) for count in words]
    return Table(
        title="Long transcripts: one document, a process of its own",
        note="Time is linear in length where words/s stays the same; memory where MB per 1,000 words does.",
        head=("words", "seconds", "words/s", "MB at start", "MB at most", "MB per 1,000 words"),
        rows=tuple(
            (
                f"{one.words:,}",
                f"{one.seconds:.1f}",
                f"{one.words / one.seconds:,.0f}",
                f"{one.megabytes_before:.0f}",
                f"{one.megabytes:.0f}",
                f"{1000 * (one.megabytes - one.megabytes_before) / one.words:.1f}",
            )
            for one in took
        ),
    )


if __name__ == "__main__":
    main()
