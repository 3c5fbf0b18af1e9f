"""A comparison in the terminal: what is said for the other side first, then what all, some and one tell; the form."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.render import comparing, wording
from onrecord.render.entries import INDENT, PASSAGE_LIMIT
from onrecord.render.terminal import print_hanging, shortened
from onrecord.views.compare.comparison import Comparison, Item, Verdict
from onrecord.views.compare.form import differing_names
from onrecord.views.wordings import Change, Piece

MARKS = {Change.LEFT_OUT: ("[-", "-]", "red"), Change.ADDED: ("{+", "+}", "bold green")}


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print a comparison; each passage ends in the account that has it and its place."""
    print_hanging(Text(), Text(comparing.title(comparison), style="bold"), console)
    _print_accounts(comparison, console)
    for warning in comparison.warnings:
        print_hanging(Text("! ", style="bold yellow"), Text(wording.flat(warning.text), style="yellow"), console)
    _print_overview(comparison, console)
    for group in comparing.groups(comparison):
        _heading(group.title, console)
        if group.note:
            print_hanging(Text("  "), Text(wording.flat(group.note), style="dim"), console)
        for item in group.items:
            _print_item(item, comparison, console)
    _print_form(comparison, console)


def _print_accounts(comparison: Comparison, console: Console) -> None:
    for account in comparison.accounts:
        lead = Text(f"{account.key}  ", style="bold cyan").append(wording.flat(account.side_name), style="bold")
        basis = f" · recognised by: {account.basis}" if account.side is not None else ""
        print_hanging(lead, Text(f" · {wording.flat(account.uri + basis)}", style="dim"), console)
    for held in comparison.held:
        words = comparing.quoted(held.evidence[:1], held.account)
        print_hanging(Text(f"{held.account}  ", style="cyan"), Text(f"{held.kind}: {words}"), console)


def _print_overview(comparison: Comparison, console: Console) -> None:
    rows = comparing.overview(comparison)
    if rows:
        _print_table(("issue", *_sides(comparison)), rows, console)


def _print_form(comparison: Comparison, console: Console) -> None:
    _heading("Form", console)
    _print_table(("", *_sides(comparison)), comparing.form_rows(comparison), console)
    notes = comparing.glosses(comparison)
    for note in (*notes, *comparing.name_notes(comparison, differing_names(comparison.forms))):
        print_hanging(Text("  ▸ ", style="dim"), Text(wording.flat(note), style="dim"), console)


def _sides(comparison: Comparison) -> list[str]:
    return [f"{account.key} · {wording.flat(account.side_name)}" for account in comparison.accounts]


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in head:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(wording.flat(cell)) for cell in row))
    console.print()
    console.print(table, highlight=False)


def _heading(title: str, console: Console) -> None:
    console.print()
    print_hanging(Text(), Text(wording.flat(title).upper(), style="bold"), console)


def _print_item(item: Item, comparison: Comparison, console: Console) -> None:
    print_hanging(Text("• ", style="dim"), Text(wording.flat(comparing.head(item, comparison)), style="bold"), console)
    for told in item.told:
        lead = Text(" " * INDENT).append(f"{told.account} ", style="cyan")
        for passage in told.passages:
            words = Text(f"“{shortened(wording.flat(wording.bare(passage.exact)), PASSAGE_LIMIT)}”")
            place = f" ({comparing.place((passage,), told.account)})"
            print_hanging(lead, words.append(place, style="dim"), console)
        if told.more:
            more = f"and {len(told.more)} more ({comparing.place(told.more, told.account)})"
            print_hanging(lead, Text(more, style="dim"), console)
    if item.attribution is not None and item.attribution.verdict is Verdict.NOT_FOUND and len(item.told) > 1:
        note = "the other text speaks of the issue, but has no such words"
        print_hanging(Text(" " * INDENT + "▸ "), Text(note, style="yellow"), console)
    if item.differences:
        print_hanging(Text(" " * INDENT + "± "), _differences(item.differences), console)


def _differences(pieces: Sequence[Piece]) -> Text:
    text = Text()
    for number, piece in enumerate(pieces):
        opening, closing, style = MARKS.get(piece.change, ("", "", ""))
        words = opening + shortened(wording.flat(piece.words), PASSAGE_LIMIT) + closing
        text.append(" " if number else "").append(words, style=style)
    return text
