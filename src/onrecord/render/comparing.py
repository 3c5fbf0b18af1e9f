"""How a comparison is put into words, the same in every format: headings, labels, places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Evidence
from onrecord.model.days import in_words
from onrecord.render.wording import bare, flat
from onrecord.views.compare.comparison import (
    Ascribed,
    Attribution,
    Before,
    Comparison,
    Form,
    Item,
    Verdict,
    WarningKind,
    Wording,
)

SAYS = {
    Ascribed.SPOKEN: "{by} has {names} say",
    Ascribed.JOINT: "{by} has both sides say",
    Ascribed.IMPLIED: "{by} speaks of words or an undertaking of {whose}",
}
FORM_ROWS = (
    "words",
    "paragraphs",
    "statements",
    "issues, in order",
    "named first",
    "titles",
    "initiative",
    "mood",
    "mood, last time",
    "names",
    "numbers",
)
SILENT = "not mentioned"
WORDED = {Wording.SAME: "same wording", Wording.DIFFERS: "worded differently"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under one heading; `note` says what the heading means."""

    title: str
    note: str
    items: tuple[Item, ...]


def groups(comparison: Comparison) -> Iterator[Group]:
    """The items under their headings, what is ascribed first; a heading with nothing under it is left out."""
    ascribed = comparison.attributed()
    rest = [item for item in comparison.items if item.attribution is None]
    found = [
        Group(
            title="Said for the other side: contradicted",
            note="one text has the other side say it, and that side's own text says otherwise",
            items=_with(ascribed, Verdict.CONTRADICTED),
        ),
        Group(
            title="Said for the other side: not in its own text",
            note="one text has the other side say or join in it; that side's own text does not mention it",
            items=_with(ascribed, Verdict.NOT_FOUND),
        ),
        Group(
            title="Said for the other side: confirmed",
            note="that side's own text has a passage in these or near words: compare them",
            items=_with(ascribed, Verdict.CONFIRMED),
        ),
        Group(
            title="In all accounts" if len(comparison.accounts) > 2 else "In both",
            note="",
            items=tuple(item for item in rest if len(item.told) == len(comparison.accounts)),
        ),
        Group(
            title="In some accounts",
            note="the others do not mention it",
            items=tuple(item for item in rest if 1 < len(item.told) < len(comparison.accounts)),
        ),
    ]
    for account in comparison.accounts:
        only = tuple(item for item in rest if item.told_by == (account.key,))
        found.append(Group(title=f"Only in the text of {account.side_name}", note=SILENT + " elsewhere", items=only))
    yield from (group for group in found if group.items)


def _with(items: Sequence[Item], verdict: Verdict) -> tuple[Item, ...]:
    return tuple(item for item in items if item.attribution is not None and item.attribution.verdict is verdict)


def title(comparison: Comparison) -> str:
    """The sides, what the meeting is called, and its day."""
    names = " – ".join(dict.fromkeys(account.side_name for account in comparison.accounts))
    kinds = " / ".join(dict.fromkeys(one.kind for one in comparison.held))
    day = next((one.date for one in comparison.held if one.date), None)
    return " · ".join(filter(None, (flat(names), kinds, in_words(day))))


def head(item: Item, comparison: Comparison) -> str:
    """What an item is about, and of what is ascribed whose text has whom say it."""
    if item.attribution is not None:
        return f"{item.label} · {claim(item, item.attribution, comparison)}"
    return " · ".join(filter(None, (item.label, WORDED.get(item.wording) if item.wording else None)))


def claim(item: Item, ascribed: Attribution, comparison: Comparison) -> str:
    """Whose text has whom say what is ascribed."""
    names = {account.key: account.side_name for account in comparison.accounts}
    told = next(one for one in item.told if one.account == ascribed.by)
    whose = " and ".join(names[key] for key in ascribed.to)
    speakers = " and ".join(told.speakers) or "the other side"
    return SAYS[ascribed.how].format(by=names[ascribed.by], names=speakers, whose=whose)


def quoted(passages: Sequence[Evidence], key: str) -> str:
    """Passages with where they stand: “…” … “…” (a 10–20; a 30–40)."""
    words = " … ".join(f"“{flat(bare(passage.exact))}”" for passage in passages)
    return f"{words} ({place(passages, key)})"


def place(passages: Sequence[Evidence], key: str) -> str:
    """Where passages stand: "a 10–20; 30–40"."""
    return f"{key} {'; '.join(f'{passage.start}–{passage.end}' for passage in passages)}"


def form_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """A row for each thing that is told of the accounts' form, with a cell for each account.

    Numbers are shown where a text is in another language: little else can be compared.
    """
    before = {one.account: one for one in comparison.before}
    cells = [_cells(form, before.get(form.account)) for form in comparison.forms]
    is_read = all(warning.kind is not WarningKind.OTHER_LANGUAGE for warning in comparison.warnings)
    shown = FORM_ROWS[:-1] if is_read else FORM_ROWS
    rows = [(name, *(own[number] for own in cells)) for number, name in enumerate(shown)]
    return [row for row in rows if any(row[1:])]


def _cells(form: Form, before: Before | None) -> tuple[str, ...]:
    key = form.account
    named = (f"{one.title + ' ' if one.title else ''}{one.name}" for one in form.people)
    return (
        f"{form.words}",
        f"{form.paragraphs}",
        f"{form.statements}",
        "; ".join(f"{one.label} {one.share:.0%}" for one in form.issues),
        f"{form.first_named.name} ({place((form.first_named.evidence,), key)})" if form.first_named else "",
        "; ".join(map(flat, named)),
        "; ".join(quoted((one,), key) for one in form.initiative),
        "; ".join(dict.fromkeys(f"{one.name} ({place((one.evidence,), key)})" for one in form.moods)),
        last_time(before) if before is not None else "",
        "; ".join(f"{one.name} ({place((one.evidence,), key)})" for one in form.namings),
        "; ".join(one.exact for one in form.numbers),
    )


def last_time(before: Before) -> str:
    """The mood words of the side's account of the last occasion, and which stand in one of the two alone."""
    words = ", ".join(dict.fromkeys(one.name for one in before.moods)) or "no mood word"
    told = f"{in_words(before.date)}, {before.held.kind}: {words} ({before.uri})"
    only = (("only now", before.only_now), ("only then", before.only_then))
    return "; ".join((told, *(f"{when}: {', '.join(names)}" for when, names in only if names)))


def glosses(comparison: Comparison) -> list[str]:
    """How the mood words are conventionally read, each once, with who says so; a note, not a finding."""
    told = (*(form.moods for form in comparison.forms), *(before.moods for before in comparison.before))
    moods = {one.name: one for own in told for one in own}
    return [f"{one.name}: {one.meaning} ({one.status}; {one.source})" for one in moods.values()]


def name_notes(comparison: Comparison, things: Sequence[str]) -> list[str]:
    """What is known of names that differ for one thing, each once."""
    named = {(one.thing, one.name): one for form in comparison.forms for one in form.namings if one.thing in things}
    return [f"{one.thing}: “{one.name}”, {one.note} ({one.source})" for one in named.values()]


def overview(comparison: Comparison) -> list[tuple[str, ...]]:
    """A row for each issue: how many passages each account has on it, or that it does not mention it."""
    counted: dict[str, dict[str, int]] = {}
    for item in comparison.items:
        row = counted.setdefault(item.label, {})
        for told in item.told:
            row[told.account] = row.get(told.account, 0) + len(told.passages) + len(told.more)
    keys = [account.key for account in comparison.accounts]
    return [(label, *(_passages(row.get(key, 0)) for key in keys)) for label, row in counted.items()]


def _passages(number: int) -> str:
    return SILENT if not number else "1 passage" if number == 1 else f"{number} passages"
