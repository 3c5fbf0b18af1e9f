"""A comparison as Markdown: lists and tables; no word of a document is read as markup."""

from collections.abc import Iterator, Sequence

from onrecord.render import comparing
from onrecord.render.markdown import escaped
from onrecord.views.compare.comparison import Comparison, Item
from onrecord.views.compare.form import differing_names


def comparison_markdown(comparison: Comparison) -> str:
    """The comparison as one Markdown text; every passage ends in the account that has it and its place."""
    return "\n".join(_blocks(comparison)).rstrip("\n") + "\n"


def _blocks(comparison: Comparison) -> Iterator[str]:
    yield from (f"# {escaped(comparing.title(comparison))}", "")
    for account in comparison.accounts:
        yield f"- **{account.key}** {escaped(account.side_name)} · {escaped(account.uri)} ({escaped(account.basis)})"
    for held in comparison.held:
        yield f"- **{held.account}** {held.kind}: {escaped(comparing.quoted(held.evidence[:1], held.account))}"
    yield ""
    yield from (f"> {escaped(warning.text)}\n" for warning in comparison.warnings)
    sides = [f"{account.key} · {escaped(account.side_name)}" for account in comparison.accounts]
    yield from _table(("issue", *sides), comparing.overview(comparison))
    for group in comparing.groups(comparison):
        yield from (f"## {escaped(group.title)}", "")
        if group.note:
            yield from (f"*{escaped(group.note)}*", "")
        for item in group.items:
            yield from _item(item, comparison)
        yield ""
    yield from ("## Form", "")
    yield from _table(("", *sides), comparing.form_rows(comparison))
    notes = comparing.glosses(comparison)
    things = differing_names(comparison.forms)
    yield from (f"- {escaped(note)}" for note in (*notes, *comparing.name_notes(comparison, things)))


def _item(item: Item, comparison: Comparison) -> Iterator[str]:
    yield f"- **{escaped(comparing.head(item, comparison))}**"
    for told in item.told:
        yield f"  - {told.account}: {escaped(comparing.quoted(told.passages, told.account))}"
        if told.more:
            yield f"  - {told.account}, more: {escaped(comparing.quoted(told.more, told.account))}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield f"| {' | '.join(head)} |"
        yield f"|{' --- |' * len(head)}"
        yield from (f"| {' | '.join(map(escaped, row))} |" for row in rows)
        yield ""
