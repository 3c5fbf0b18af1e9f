"""A comparison beside the whole texts of its accounts, as one HTML file that asks the network for nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Record
from onrecord.model.days import in_words
from onrecord.render import comparing
from onrecord.render.form_table import FormRow, form_quotes, form_table, notes
from onrecord.render.linked import linked
from onrecord.render.pages import assets, template
from onrecord.render.points import LOOKS, Point, Quote, chapters, spans_of
from onrecord.render.texts import Group, laid_out
from onrecord.views.compare.comparison import Account, Comparison, Form, Held, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The whole text of an account, with how it tells the meeting."""

    account: Account
    form: Form
    held: tuple[Held, ...]
    language: str | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of what to see: its name in the style sheet, its words, and how many points it leaves in sight."""

    name: str
    label: str
    count: int


def comparison_html(comparison: Comparison, records: Sequence[Record]) -> str:
    """The page for a comparison and the records that it was made from, in the order of its accounts."""
    parts, rows = tuple(chapters(comparison)), form_table(comparison)
    points = [point for chapter in parts for point in chapter.points]
    columns = tuple(
        _column(
            comparison, place, record, [*_quotes(points, comparison.accounts[place]), *_words(comparison, place, rows)]
        )
        for place, record in enumerate(records[: len(comparison.accounts)])
    )
    choices = tuple(_choices(comparison, points))
    begun = frozenset(_begun(columns))
    kinds = {point.kind_in(row.account) for point in points for row in point.rows if row.quotes}
    page = template("comparison.html.j2").render(
        **assets("comparison", _rules(choices, comparison.accounts)),
        page_title=comparing.title(comparison),
        sides=" – ".join(dict.fromkeys(account.side_name for account in comparison.accounts)),
        occasion=_occasion(comparison),
        comparison=comparison,
        chapters=parts,
        points={str(point.number): point for point in points},
        columns=columns,
        choices=choices,
        looks={kind: look for kind, look in LOOKS.items() if kind in kinds},
        linked=linked,
        silent=comparing.SILENT,
        worded=_worded,
        begun=begun,
        overview=_overview(comparison, points),
        rows=rows,
        notes=notes(comparison),
    )
    return page.lstrip()


def _worded(item: Item) -> str:
    return comparing.WORDED[item.wording] if item.wording is not None else ""


def _occasion(comparison: Comparison) -> str:
    kinds = " / ".join(dict.fromkeys(one.kind for one in comparison.held))
    day = next((one.date for one in comparison.held if one.date), None)
    return " · ".join(filter(None, (kinds, in_words(day))))


def _quotes(points: Iterable[Point], account: Account) -> list[Quote]:
    rows = (row for point in points for row in point.rows if row.account == account.key)
    return [quote for row in rows for quote in row.quotes]


def _words(comparison: Comparison, place: int, rows: Sequence[FormRow]) -> tuple[Quote, ...]:
    return form_quotes(rows, comparison.accounts[place].key)


def _column(comparison: Comparison, place: int, record: Record, quotes: Iterable[Quote]) -> Column:
    account, document = comparison.accounts[place], record.document
    return Column(
        account=account,
        form=comparison.forms[place],
        held=tuple(one for one in comparison.held if one.account == account.key),
        language=document.language,
        groups=tuple(laid_out(document, spans_of(quotes, document.text))),
    )


def _begun(columns: Iterable[Column]) -> Iterable[str]:
    """The passages that begin somewhere in the texts as they are laid out."""
    for column in columns:
        cells = (cell for group in column.groups for piece in group.pieces for cell in piece.cells)
        yield from (key for cell in cells for cut in cell for key in cut.segment.begins)


def _choices(comparison: Comparison, points: Sequence[Point]) -> Iterable[Choice]:
    """What a reader may choose to see; what would show nothing is no choice."""
    whole = "In all or some" if len(comparison.accounts) > 2 else "In both"
    named = {"unconfirmed": "Unconfirmed", "both": whole}
    named |= {f"only-{account.key}": f"Only {account.key} · {account.side_name}" for account in comparison.accounts}
    yield Choice("all", "All", len(points))
    for name, label in named.items():
        yield Choice(name, label, sum(name in point.filters for point in points))


def _rules(choices: Iterable[Choice], accounts: Iterable[Account]) -> str:
    """The rules by which a choice hides the rest: of each choice and account there is one, so no file can hold them.

    Names of choices and keys of accounts are ours.
    """
    rules = []
    for name in (choice.name for choice in choices if choice.name != "all"):
        chosen = f"body:has(#see-{name}:checked)"
        rules.append(f"{chosen} .point:not(.{name}), {chosen} .chapter:not(:has(.{name})) {{ display: none; }}")
        rules.append(f"{chosen} .g:not(.{name}, .on) {{ background: none; border-color: transparent; }}")
        rules.append(f"{chosen} .ref:not(.{name}) {{ opacity: .35; }}")
    for key in (account.key for account in accounts):
        rules.append(f"body:has(#show-{key}:not(:checked)) #text-{key} {{ display: none; }}")
    return "@media screen {\n" + "\n".join(rules) + "\n}\n"


def _overview(comparison: Comparison, points: Sequence[Point]) -> list[tuple[int, str, tuple[str, ...]]]:
    """A row for each issue: the number of its first point, its label, what each account has."""
    first: dict[str, int] = {}
    for point in points:
        first.setdefault(point.item.label, point.number)
    return [(first[label], label, tuple(cells)) for label, *cells in comparing.overview(comparison)]
