"""Records made from real ones: of another text, on another day, of another outlet, and no copies of each other."""

import hashlib
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from onrecord.model import Actor, Event, Evidence, Record, Statement, document_id
from onrecord.store.rows import SHAPES

FIRST_DAY = date(2005, 1, 1)
DAYS = 7_300  # over which the documents are spread
OUTLETS = 200
OTHER = 1 / 3  # of the words are others: less than a third of three words in a row stay, so that none is a copy
WORD = re.compile(r"[^\W\d_]{3,}")
SEED = 20310512

Kept = TypeVar("Kept", Actor, Event, Statement)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes documents from real ones, always the same ones."""

    real: Sequence[Record]
    words: dict[int, list[str]]  # by their length, as often as the real texts have them

    def record(self, number: int) -> Record:
        """The made document with this number."""
        record = self.real[number % len(self.real)]
        chance = random.Random(SEED + number)
        text = WORD.sub(lambda found: self._other(found[0], chance), f"{record.document.text}\n{number}")
        published, day = record.document.published, FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        document = replace(
            record.document,
            id=document_id(text),
            text=text,
            uri=f"https://outlet-{chance.randrange(OUTLETS)}.example/{number}",
            publisher=f"Outlet {min(chance.randrange(OUTLETS), chance.randrange(OUTLETS))}",
            published=day.isoformat(),
        )
        moves = _Moves(text, document.id, number, _days(published, day))
        return Record(
            document=document,
            findings=record.findings,
            actors=tuple(moves.passages(actor) for actor in record.actors),
            statements=tuple(moves.statement(said) for said in record.statements),
            events=tuple(moves.event(done) for done in record.events),
        )

    def _other(self, word: str, chance: random.Random) -> str:
        """A word, or another one of its length."""
        if chance.random() >= OTHER:
            return word
        other = chance.choice(self.words[len(word)])
        return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def maker(real: Sequence[Record]) -> Maker:
    """A maker of documents from those real ones in which something is said."""
    words: dict[int, list[str]] = {}
    told = [record for record in real if record.statements]
    for record in told:
        for found in WORD.finditer(record.document.text):
            words.setdefault(len(found[0]), []).append(found[0].lower())
    return Maker(told, words)


def _days(published: str | None, day: date) -> timedelta | None:
    old = _day(published)
    return day - old if old is not None else None


def _day(edtf: str | None) -> date | None:
    return date.fromisoformat(edtf) if edtf is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None


@dataclass(frozen=True, slots=True)
class _Moves:
    """Takes what a document yields into another one, some days later."""

    text: str
    document: str
    number: int
    days: timedelta | None

    def statement(self, said: Statement) -> Statement:
        """The same said in it."""
        return replace(
            self.passages(said),
            id=self.id(said.id),
            continues=self.id(said.continues),
            occasion_event=self.id(said.occasion_event),
            **self.date(said),
        )

    def event(self, done: Event) -> Event:
        """The same done in it."""
        return replace(self.passages(done), id=self.id(done.id), statement=self.id(done.statement), **self.date(done))

    def id(self, id: str | None) -> Any:  # noqa: ANN401 - None stays None
        """Another id of the same kind."""
        if id is None:
            return None
        kind = id.partition(":")[0]
        return f"{kind}:{hashlib.blake2b(f'{id} {self.number}'.encode(), digest_size=8).hexdigest()}"

    def date(self, kept: Statement | Event) -> dict[str, Any]:
        """Its day, as many days later as the document; none where either is not known to the day."""
        day = _day(kept.date)
        if day is None or self.days is None:
            return {"date": None, "date_basis": None}
        return {"date": (day + self.days).isoformat()}

    def passages(self, kept: Kept) -> Kept:
        """The same with its passages there."""
        fields: dict[str, Any] = {}
        for role, (_, several) in SHAPES[type(kept)].passages.items():
            held = getattr(kept, role)
            if several:
                fields[role] = tuple(self._moved(passage) for passage in held)
            elif held is not None:
                fields[role] = self._moved(held)
        return replace(kept, **fields)

    def _moved(self, passage: Evidence) -> Evidence:
        return replace(passage, doc_id=self.document, exact=self.text[passage.start : passage.end])
