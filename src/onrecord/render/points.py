"""The points of a comparison as its page shows them: numbered, each with a mark, each passage with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from onrecord.model import Evidence
from onrecord.render import comparing
from onrecord.render.segments import Span
from onrecord.render.texts import trimmed
from onrecord.views.compare.comparison import Comparison, Item, Told, Verdict, Wording

HUES = 5  # colours that points take in turn; they are repeated, hence the numbers
AT_ONCE = 3  # passages of one account that a point shows before the reader asks for more
PRINTED = 4  # points under one heading that the printed summary shows


class Kind(StrEnum):
    """What a point is to the reader; the values are classes of the style sheet."""

    CONTRADICTED = "contradicted"
    UNFOUND = "unfound"
    NEAREST = "nearest"  # never a point's own: what the other side says on the issue of what is not found in its text
    CONFIRMED = "confirmed"
    SAME = "same"
    DIFFERS = "differs"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Look:
    """How points of a kind are marked beside their colour, and what that means."""

    mark: str
    short: str
    meaning: str


LOOKS: Mapping[Kind, Look] = {
    Kind.CONTRADICTED: Look("≠", "contradicted", "said for the other side, whose own text says otherwise"),
    Kind.UNFOUND: Look("?", "not in its own text", "said for the other side, not in its own text"),
    Kind.NEAREST: Look("~", "nearest to it", "the nearest of its own words on the issue, not the same"),
    Kind.CONFIRMED: Look("✓", "confirmed", "said for the other side, and in its own text"),
    Kind.SAME: Look("=", "same wording", "in several accounts, same wording"),
    Kind.DIFFERS: Look("≈", "worded differently", "in several accounts, worded differently"),
    Kind.ONLY: Look("", "only here", "in one account only"),
}
VERDICTS = {
    Verdict.CONTRADICTED: Kind.CONTRADICTED,
    Verdict.NOT_FOUND: Kind.UNFOUND,
    Verdict.CONFIRMED: Kind.CONFIRMED,
}
LINKED = (Kind.CONFIRMED, Kind.SAME, Kind.DIFFERS)  # the kinds whose passages belong together


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in the text of an account; `key` names it there, "3-1" the first of the third point."""

    account: str
    key: str
    passage: Evidence

    @property
    def anchor(self) -> str:
        """The name of its place on the page."""
        return f"{self.account}-{self.key}"

    @property
    def place(self) -> str:
        """Where it stands: "a 10–20"."""
        return comparing.place((self.passage,), self.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one account has of a point; nothing where it is silent.

    `first` are shown at once, `rest` when they are asked for; `found` are the keys of those that confirm or contradict.
    """

    account: str
    side_name: str
    first: tuple[Quote, ...] = ()
    rest: tuple[Quote, ...] = ()
    found: frozenset[str] = frozenset()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All of its passages."""
        return (*self.first, *self.rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An item with its number. `hue` is that of its passages, 0 where nothing in another text belongs to them.

    `filters` are the choices of the reader that leave it in sight.
    """

    number: int
    item: Item
    kind: Kind
    hue: int
    claim: str
    rows: tuple[Row, ...]
    filters: tuple[str, ...]
    is_printed: bool

    @property
    def look(self) -> Look:
        """How it is marked."""
        return LOOKS[self.kind]

    def kind_in(self, account: str) -> Kind:
        """What its passages are in one account."""
        ascribed = self.item.attribution
        is_own = ascribed is None or ascribed.by == account
        return self.kind if is_own or self.kind is not Kind.UNFOUND else Kind.NEAREST

    @property
    def start(self) -> str:
        """The name of the place of its first passage: every point has one."""
        return next(quote.anchor for row in self.rows for quote in row.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The points under one heading; `unprinted` counts those that the printed summary leaves out."""

    title: str
    note: str
    points: tuple[Point, ...]
    unprinted: int


def chapters(comparison: Comparison) -> Iterator[Chapter]:
    """The points under their headings, numbered through."""
    numbers, hues = count(1), count()
    for group in comparing.groups(comparison):
        made = []
        for place, item in enumerate(group.items):
            kind = kind_of(item)
            made.append(
                Point(
                    number=(number := next(numbers)),
                    item=item,
                    kind=kind,
                    hue=next(hues) % HUES + 1 if kind in LINKED else 0,
                    claim=comparing.claim(item, item.attribution, comparison) if item.attribution else "",
                    rows=tuple(_rows(number, item, comparison)),
                    filters=tuple(_filters(item)),
                    is_printed=place < PRINTED,
                )
            )
        unprinted = max(0, len(made) - PRINTED)
        yield Chapter(title=group.title, note=group.note, points=tuple(made), unprinted=unprinted)


def kind_of(item: Item) -> Kind:
    """What an item is to the reader."""
    if item.attribution is not None:
        return VERDICTS[item.attribution.verdict]
    if len(item.told) < 2:
        return Kind.ONLY
    return Kind.SAME if item.wording is Wording.SAME else Kind.DIFFERS


def _rows(number: int, item: Item, comparison: Comparison) -> Iterator[Row]:
    """A row for each account; one that is silent has none where the heading says so already."""
    told = {one.account: one for one in item.told}
    for account in comparison.accounts:
        row = Row(account=account.key, side_name=account.side_name)
        if account.key in told:
            quotes = _quotes(number, told[account.key])
            yield replace(row, first=quotes[:AT_ONCE], rest=quotes[AT_ONCE:], found=_found(quotes, item))
        elif kind_of(item) is not Kind.ONLY:
            yield row


def _quotes(number: int, told: Told) -> tuple[Quote, ...]:
    passages = dict.fromkeys((*told.passages, *told.more))
    return tuple(Quote(told.account, f"{number}-{place}", one) for place, one in enumerate(passages, 1))


def _found(quotes: Sequence[Quote], item: Item) -> frozenset[str]:
    """The passages that the verdict on an ascribed item rests on."""
    ascribed = item.attribution
    if ascribed is None:
        return frozenset()
    return frozenset(q.key for q in quotes if q.account != ascribed.by and q.passage in ascribed.found)


def _filters(item: Item) -> Iterator[str]:
    """The choices that leave an item in sight: "unconfirmed", "both", "only-a".

    What a text says for another side, which that side's own text lacks, is in that text only.
    """
    kind = kind_of(item)
    if kind in (Kind.CONTRADICTED, Kind.UNFOUND):
        yield "unconfirmed"
    if kind in (*LINKED, Kind.CONTRADICTED):
        yield "both"
    if kind is Kind.UNFOUND and item.attribution is not None:
        yield f"only-{item.attribution.by}"
    elif len(item.told) == 1:
        yield f"only-{item.told[0].account}"


def spans_of(quotes: Iterable[Quote], text: str) -> list[Span]:
    """The stretches of an account's text that its quotes cover."""
    return [trimmed(text, (quote.passage.start, quote.passage.end), quote.anchor) for quote in quotes]
