"""The form of accounts as a page shows it: a row for each thing that is told of them, each entry with its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from onrecord.model import Evidence
from onrecord.render import comparing
from onrecord.render.points import Quote
from onrecord.render.wording import bare, flat
from onrecord.views.compare.comparison import Comparison, Form, WarningKind
from onrecord.views.compare.form import differing_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is told of an account's form: its words, its place in the text, its share of the room.

    `is_alone` says that no other account has it.
    """

    text: str
    quote: Quote | None = None
    share: float | None = None
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """What is told, and for each account what it has of it."""

    name: str
    cells: tuple[tuple[Entry, ...], ...]


class _Places:
    """Gives each passage of an account's form its key: "w1", "w2"."""

    def __init__(self, account: str) -> None:
        self._account, self._numbers = account, count(1)
        self._known: dict[Evidence, Quote] = {}

    def __call__(self, passage: Evidence) -> Quote:
        if passage not in self._known:
            self._known[passage] = Quote(self._account, f"w{next(self._numbers)}", passage)
        return self._known[passage]


def form_table(comparison: Comparison) -> tuple[FormRow, ...]:
    """The rows of the table; numbers are shown where a text is in another language."""
    forms, places = comparison.forms, [_Places(form.account) for form in comparison.forms]
    is_read = all(warning.kind is not WarningKind.OTHER_LANGUAGE for warning in comparison.warnings)
    moods = [frozenset(mood.name for mood in form.moods) for form in forms]
    names = [frozenset((one.thing, one.name) for one in form.namings) for form in forms]
    things = frozenset(differing_names(forms))

    def row(name: str, told: Callable[[int], Iterable[Entry]]) -> FormRow:
        return FormRow(name, tuple(tuple(told(place)) for place in range(len(forms))))

    def mood(place: int) -> Iterator[Entry]:
        rest = frozenset[str]().union(*(other for n, other in enumerate(moods) if n != place))
        for one in forms[place].moods:
            yield Entry(text=one.name, quote=places[place](one.evidence), is_alone=one.name not in rest)

    def naming(place: int) -> Iterator[Entry]:
        rest = frozenset[tuple[str, str]]().union(*(other for n, other in enumerate(names) if n != place))
        for one in forms[place].namings:
            is_alone = one.thing in things and (one.thing, one.name) not in rest
            yield Entry(text=f"{one.name} ({one.thing})", quote=places[place](one.evidence), is_alone=is_alone)

    rows = (
        row("Length", lambda place: _lengths(forms[place])),
        row("Topics in order, share of the room", lambda place: _topics(forms[place], places[place])),
        row("Named first", lambda place: _first(forms[place], places[place])),
        row("People and titles", lambda place: _people(forms[place], places[place])),
        row("On whose initiative", lambda place: _initiative(forms[place], places[place])),
        row("Words for the mood", mood),
        row("Words for the mood, last time", lambda place: _last_time(comparison, forms[place])),
        row("Names for one thing", naming),
        row("Numbers", lambda place: () if is_read else _numbers(forms[place], places[place])),
    )
    return tuple(one for one in rows if any(one.cells))


def form_quotes(rows: Sequence[FormRow], account: str) -> tuple[Quote, ...]:
    """The passages of one account that the table leads to, each once."""
    entries = (entry for row in rows for cell in row.cells for entry in cell)
    return tuple(
        dict.fromkeys(entry.quote for entry in entries if entry.quote is not None and entry.quote.account == account)
    )


def notes(comparison: Comparison) -> tuple[str, ...]:
    """How mood words are conventionally read and what is known of names, with who says so."""
    return (*comparing.glosses(comparison), *comparing.name_notes(comparison, differing_names(comparison.forms)))


def _lengths(form: Form) -> Iterator[Entry]:
    counted = {"word": form.words, "paragraph": form.paragraphs, "statement": form.statements}
    for noun, number in counted.items():
        yield Entry(text=f"{number} {noun}{'' if number == 1 else 's'}")


def _topics(form: Form, place: _Places) -> Iterator[Entry]:
    for one in sorted(form.issues, key=lambda share: share.place):
        yield Entry(text=one.label, share=one.share, quote=place(one.evidence))


def _first(form: Form, place: _Places) -> Iterator[Entry]:
    if form.first_named is not None:
        yield Entry(text=form.first_named.name, quote=place(form.first_named.evidence))


def _people(form: Form, place: _Places) -> Iterator[Entry]:
    for one in form.people:
        yield Entry(text=flat(" ".join(filter(None, (one.title, one.name)))), quote=place(one.evidence))


def _last_time(comparison: Comparison, form: Form) -> Iterator[Entry]:
    yield from (Entry(text=comparing.last_time(one)) for one in comparison.before if one.account == form.account)


def _initiative(form: Form, place: _Places) -> Iterator[Entry]:
    for passage in form.initiative:
        yield Entry(text=f"“{flat(bare(passage.exact))}”", quote=place(passage))


def _numbers(form: Form, place: _Places) -> Iterator[Entry]:
    for passage in form.numbers:
        yield Entry(text=passage.exact, quote=place(passage))
