"""What people said of records: the mark that a record carries wherever it is shown, and the list of corrections."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.model import Correction, Event, Matter, Review, Statement, Verdict
from onrecord.model.corrections import words_of
from onrecord.render import wording
from onrecord.render.terminal import print_hanging, shortened
from onrecord.store.applying import Corrected, values_of
from onrecord.views.cast import listed

Marks = Mapping[str, str]  # a record's id -> "corrected by ann"
NO_MARKS: Marks = {}
NONE = "none"
INDENT = 5
WORDS_LIMIT = 120  # characters of a record's words that a list shows
SAID = {  # what a correction of a matter is called; the rest go by the name of the matter
    (Matter.VERDICT, (Verdict.ACCEPTED.value,)): "accepted",
    (Matter.VERDICT, (Verdict.REJECTED.value,)): "rejected",
    (Matter.NOTE, ()): "note",
}


def mark_of(review: Review) -> str:
    """What people said of a record and who: "accepted, corrected by ann and bob"; empty where they said nothing."""
    told = words_of(review)
    names = dict.fromkeys(one.by for one in review.corrections if one.matter is not Matter.NOTE)
    return f"{', '.join(told)} by {listed(names)}" if told else ""


def marks(read: Iterable[Corrected]) -> Marks:
    """The marks of the records that people looked at, by the records' ids."""
    told = ((id, mark_of(review)) for one in read for id, review in one.reviews.items())
    return {id: mark for id, mark in told if mark}


def marks_in(item: object, known: Marks) -> Marks:
    """The marks of those records that an item of a view rests on."""
    return {id: known[id] for id in dict.fromkeys(_strings(item)) if id in known} if known else {}


def _strings(value: object) -> Iterator[str]:
    """All strings in an item, wherever they stand in it."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _strings(inner)


def review_json(read: Statement | Event, kept: Statement | Event, review: Review) -> Mapping[str, object] | None:
    """What people said of a record, as JSON: what was read where they changed it, and each correction that counts.

    None where they said nothing.
    """
    if not review.corrections:
        return None
    before, after = values_of(read), values_of(kept)
    return {
        "verdict": review.verdict.value if review.verdict is not None else None,
        "read": {matter.value: list(values) for matter, values in before.items() if values != after[matter]},
        "corrections": [correction_json(one) for one in review.corrections],
    }


def correction_json(one: Correction, *, is_open: bool | None = None) -> Mapping[str, object]:
    """A correction as JSON."""
    whole = dataclasses.asdict(one)
    return whole if is_open is None else {**whole, "open": is_open}


def print_corrections(told: Sequence[Correction], left: Set[int], names: Mapping[str, str], console: Console) -> None:
    """Print corrections: number, record, what was said, by whom and when, why, and the record's words.

    `left` are the numbers of those that are open, `names` those of actors, by their ids.
    """
    for _, together in groupby(told, key=_occasion):
        made = list(together)
        for one in made:
            head = Text(f"{one.record} · {wording.flat(correction_line(one, names))}", style="bold")
            print_hanging(Text(f"{one.number:>4} ", style="cyan"), head, console)
        for line in _details(made[0], is_open=made[0].number in left):
            print_hanging(Text(" " * INDENT), Text(wording.flat(line), style="dim"), console)


def _occasion(one: Correction) -> tuple[str | None, ...]:
    """What corrections have in common that somebody made at once, of one record."""
    return one.record, one.by, one.at, one.note, one.withdrawn_by, one.withdrawn_at


def _details(one: Correction, *, is_open: bool) -> Iterator[str]:
    yield f"{one.by}, {_moment(one.at)}" + (f": {one.note}" if one.note else "")
    if one.withdrawn_at is not None:
        yield f"withdrawn by {one.withdrawn_by}, {_moment(one.withdrawn_at)}"
    if is_open:
        yield "open: the page does not say this any more, in these words"
    if one.uri is not None:
        yield f"“{shortened(wording.bare(one.words), WORDS_LIMIT)}” · {one.uri}"


def _moment(at: str) -> str:
    """An instant to the minute: "2031-05-12 09:30 UTC"."""
    return f"{at[:16].replace('T', ' ')} UTC"


def correction_line(one: Correction, names: Mapping[str, str]) -> str:
    """A correction in a line: "speaker: Wang Yi → Qin Gang"; `names` are those of actors, by their ids."""
    if (plain := SAID.get((one.matter, one.value))) is not None:
        return plain
    if one.matter is Matter.SPLIT:
        return f"{names.get(one.value[0], one.value[0])} is {one.value[2]} here ({one.value[1]})"
    if one.matter is Matter.MERGE:
        return f"{one.words} ({one.record}) is {one.value[1]} ({one.value[0]})"
    was = one.was.get(one.matter.value, ())
    if was == one.value:
        return f"{one.matter.value}: {_shown(was, names)}, as it was read"
    return f"{one.matter.value}: {_shown(was, names)} → {_shown(one.value, names)}"


def _shown(values: Sequence[str], names: Mapping[str, str]) -> str:
    return listed(names.get(value, value) for value in values) or NONE
