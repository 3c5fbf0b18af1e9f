"""A comparison as JSON: the accounts with their texts, so that every passage can be checked against them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, TypeAdapter

from onrecord.export.json_text import json_text
from onrecord.model import Evidence, Record
from onrecord.views.compare.comparison import (
    Account,
    Attribution,
    Before,
    Comparison,
    Form,
    Held,
    Item,
    Told,
    Verdict,
    Warning,
    Wording,
)
from onrecord.views.wordings import Piece

FIRST_TWO = ("a", "b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A passage of an account's text: text[start:end] == exact, in Unicode code points."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An account with its text, whose it is, and what told so."""

    uri: str
    text: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    side: str | None
    side_name: str
    basis: str
    evidence: list[Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ascription:
    """Words that one account puts into the mouth of others' sides, and what those accounts have of it."""

    by: str
    to: list[str]
    how: str
    verdict: str
    found: dict[str, list[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One point: where it stands ("both", "only-a", "only-b"; of more accounts "all" or "a-c") and in which words."""

    issue: str
    label: str
    in_: Annotated[str, Field(serialization_alias="in")]
    a: list[Span]
    b: list[Span]
    others: dict[str, list[Span]]
    more: dict[str, list[Span]]
    speakers: dict[str, list[str]]
    records: dict[str, list[str]]
    wording: Wording | None
    differences: list[Piece]
    attributed_to_other: str | None
    confirmed_by_other: bool | None
    attribution: Ascription | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The meeting as the accounts tell it, and whether nothing keeps it from being one; null where that is unknown."""

    is_one: bool | None
    told: list[Held]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison as it is written: `others` are the accounts after the second, by their letters."""

    a: Side
    b: Side
    others: dict[str, Side]
    meeting: Meeting
    topics: list[Topic]
    forms: list[Form]
    before: list[Before]
    warnings: list[Warning]


COMPARISONS = TypeAdapter(Compared)


def compared(comparison: Comparison, records: Sequence[Record]) -> Compared:
    """What is written of a comparison; `records` are those that it was made from, in its order."""
    sides = {account.key: _side(account, record) for account, record in zip(comparison.accounts, records, strict=True)}
    keys = list(sides)
    return Compared(
        a=sides["a"],
        b=sides["b"],
        others={key: side for key, side in sides.items() if key not in FIRST_TWO},
        meeting=Meeting(is_one=comparison.is_one_meeting, told=list(comparison.held)),
        topics=[_topic(item, keys, comparison) for item in comparison.items],
        forms=list(comparison.forms),
        before=list(comparison.before),
        warnings=list(comparison.warnings),
    )


def comparison_json(comparison: Comparison, records: Sequence[Record], *, indent: int | None = None) -> str:
    """A comparison as JSON, on one line without an indent."""
    value = COMPARISONS.dump_python(compared(comparison, records), mode="json", by_alias=True)
    return json_text(value, indent)


def where(item: Item, keys: Sequence[str]) -> str:
    """In which accounts a point stands: "both", "only-a", of three "all" or "a-c"."""
    told = item.told_by
    if len(told) == 1:
        return f"only-{told[0]}"
    if len(told) == len(keys):
        return "both" if len(keys) == len(FIRST_TWO) else "all"
    return "-".join(told)


def _side(account: Account, record: Record) -> Side:
    return Side(
        uri=account.uri,
        text=record.document.text,
        document=account.document,
        title=account.title,
        publisher=account.publisher,
        published=account.published,
        side=account.side,
        side_name=account.side_name,
        basis=account.basis,
        evidence=_spans(account.evidence),
    )


def _topic(item: Item, keys: Sequence[str], comparison: Comparison) -> Topic:
    told: Mapping[str, Told] = {one.account: one for one in item.told}
    spans = {key: _spans(one.passages) for key, one in told.items()}
    ascribed = item.attribution
    return Topic(
        issue=item.issue,
        label=item.label,
        in_=where(item, keys),
        a=spans.get("a", []),
        b=spans.get("b", []),
        others={key: own for key, own in spans.items() if key not in FIRST_TWO},
        more={key: _spans(one.more) for key, one in told.items() if one.more},
        speakers={key: list(one.speakers) for key, one in told.items()},
        records={key: list(one.records) for key, one in told.items()},
        wording=item.wording,
        differences=list(item.differences),
        attributed_to_other=ascribed.by if ascribed else None,
        confirmed_by_other=ascribed.verdict is Verdict.CONFIRMED if ascribed else None,
        attribution=_ascription(ascribed, comparison) if ascribed else None,
    )


def _ascription(ascribed: Attribution, comparison: Comparison) -> Ascription:
    """The same with the found passages by account; of two accounts with one text the first counts."""
    keys = {account.document: account.key for account in reversed(comparison.accounts)}
    found: dict[str, list[Span]] = {}
    for passage in ascribed.found:
        found.setdefault(keys[passage.doc_id], []).extend(_spans([passage]))
    return Ascription(by=ascribed.by, to=list(ascribed.to), how=ascribed.how, verdict=ascribed.verdict, found=found)


def _spans(passages: Iterable[Evidence]) -> list[Span]:
    return [Span(start=one.start, end=one.end, exact=one.exact) for one in passages]
