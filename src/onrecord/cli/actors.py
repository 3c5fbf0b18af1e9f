"""The commands for the knowledge base: search it, and make a knowledge file from what others publish."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from onrecord.cli.options import Knowledge, OutputFile, day
from onrecord.cli.remarks import Verbose, remark
from onrecord.cli.writing import opened
from onrecord.errors import SourceError
from onrecord.model import EntryKind
from onrecord.settings import load_settings

if TYPE_CHECKING:
    from onrecord.lexicon import Lexicon
    from onrecord.lexicon.imports import BadRow
    from onrecord.lexicon.search import Answer, Card, Query

LIMIT = 25  # entries shown unless asked otherwise: what a screen holds
PIPE_WIDTH = 200  # columns where there is no terminal to measure


class _SearchUnlessNamed(TyperGroup):
    """`onrecord actors WORDS` is `onrecord actors search WORDS`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # Typer's own
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["search", *args]
        return super().parse_args(ctx, args)


actors_app = typer.Typer(
    cls=_SearchUnlessNamed,
    no_args_is_help=True,
    help="Search what OnRecord knows of states, bodies, offices and people, or import more of it.\n\n"
    "`onrecord actors WORDS` searches.\n\nExample: onrecord actors wang yi",
)

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help="A name, surname, adjective, country or office, in any spelling."),
]
Country = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Only what belongs to this state or organisation: CHN, China or Chinese."),
]
Kind = Annotated[EntryKind | None, typer.Option(help="Only entries of this kind.")]
On = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=day, help="Only people who held an office on this day, and that office."),
]
Limit = Annotated[int, typer.Option(min=0, metavar="N", help="How many to show at most; 0 shows all.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]


@actors_app.command("search")
def search_command(
    asked: Words = None,
    *,
    country: Country = None,
    kind: Kind = None,
    on: On = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """Search states, bodies, offices, people and places; the best match comes first.

    All words must fit: a name, a surname, an adjective, a country, an office. Capitals and accents do not matter.
    Exits 1 where nothing is found, and says which spellings are near.

    Example: onrecord actors foreign minister --country japan --on 2024-03-01
    """
    from onrecord import lexicon
    from onrecord.lexicon.search import Query, search

    words = " ".join(asked or ())
    if not words and country is None and on is None and kind is None:
        raise typer.BadParameter("say what to look for: words, --country, --kind or --on")
    files = load_settings(os.environ, knowledge=knowledge or ()).knowledge
    known = lexicon.load(files)
    query = Query(words=words, country=_code(country, known), kind=kind, on=on)
    answer = search(known, query)
    if not answer.cards:
        _tell_near(query, answer)
        raise typer.Exit(1)
    shown = answer.cards[: limit or None]
    _show(shown, files, as_json=as_json)
    if len(shown) < len(answer.cards):
        remark(f"{len(shown)} of {len(answer.cards)} found are shown; --limit 0 shows all")


def _code(written: str | None, known: "Lexicon") -> str | None:
    """The code of a country. Raises: BadParameter for one that the knowledge base has not."""
    if written is None:
        return None
    from onrecord.lexicon.search import country_code

    code = country_code(known, written)
    if code is None:
        raise typer.BadParameter(f"{written!r} is no state or organisation that is known", param_hint="--country")
    return code


def _show(shown: Sequence["Card"], files: Sequence[Path], *, as_json: bool) -> None:
    from rich.console import Console

    from onrecord.lexicon.search.origins import origins
    from onrecord.render.actors import card_json, print_cards

    sources = origins(shown, files)
    if as_json:
        for card in shown:
            typer.echo(card_json(card, sources[card]))
    else:
        print_cards(shown, sources, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH))


def _tell_near(query: "Query", answer: "Answer") -> None:
    asked = f"{query.words!r} is not found" if query.words else "nothing is found"
    remark(f"{asked}; did you mean {' or '.join(answer.near)}?" if answer.near else asked)


@actors_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="Wikidata query results, or Popolo.")],
    *,
    output: OutputFile = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose officials they are, where the file does not say.")
    ] = None,
    knowledge: Knowledge = None,
    verbose: Verbose = 0,
) -> None:
    """Make a knowledge file of office-holders that others publish.

    Reads query results of Wikidata (JSON, CSV or TSV) and Popolo files; docs/knowledge.md has a query that gives the
    columns. A row that cannot be used is named, the rest is done; exits 1 if there is any.

    Example: onrecord actors import examples/office-holders.csv --knowledge examples/knowledge.toml -o build/mine.toml
    """
    from onrecord import lexicon
    from onrecord.lexicon.imports import import_people, knowledge_toml

    known = lexicon.load(load_settings(os.environ, knowledge=knowledge or ()).knowledge)
    found = import_people(file, known, _code(country, known))
    _tell_bad(file, found.bad)
    if not found.people:
        raise SourceError(str(file), "holds nobody who held an office", "docs/knowledge.md tells what can be read")
    with opened(output) as stream:
        for line in knowledge_toml(found.people.values(), found.offices.values(), f"imported from {file.name}"):
            stream.write(line + "\n")
    if output is not None:
        people = "1 person" if len(found.people) == 1 else f"{len(found.people)} people"
        remark(f"{people} written to {output}; use it with --knowledge {output}")
    if found.bad:
        raise typer.Exit(1)


def _tell_bad(file: Path, bad: Sequence["BadRow"]) -> None:
    for row in bad[:LIMIT]:
        remark(f"{file}: {row.place}: {row.problem}")
    if len(bad) > LIMIT:
        remark(f"{file}: {len(bad) - LIMIT} more rows are left out")
