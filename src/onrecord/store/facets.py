"""What an entry can be narrowed down by: its facets, as words of the index ("issue:taiwan")."""

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Actor, Event, Record, Statement

DOCUMENT, STATEMENT, EVENT = "document", "statement", "event"  # what an entry is
FACETS = (
    "actor",  # who speaks, is spoken to or relays; who does it and to whom
    "speaker",
    "country",  # of the speakers; of the parties
    "role",  # PLOVER sectors of the speakers and parties
    "issue",
    "act",
    "manner",  # direct, mixed, indirect
    "type",  # PLOVER types of events
    "status",
    "occasion",
    "outlet",
    "finding",  # what a careful reader should know about the text
    "review",  # what people said of it: accepted, corrected, rejected
)
OF = {  # whose a facet can be, where it is not everybody's
    **dict.fromkeys(("speaker", "act", "manner", "occasion"), frozenset({STATEMENT})),
    **dict.fromkeys(("type", "status"), frozenset({EVENT})),
    **dict.fromkeys(("role", "issue", "review"), frozenset({STATEMENT, EVENT})),
}
LONGEST = 200  # characters of a value; PostgreSQL takes no word of more than 2,046 bytes
NOT_IN_A_WORD = re.compile(r"[^\w.\-]+")

Pair = tuple[str, str | None]


@functools.lru_cache(maxsize=100_000)
def facet(name: str, value: str) -> str:
    """A facet with a value as a word of the index: in small letters of any script, without accents."""
    letters = unicodedata.normalize("NFKD", value.casefold())
    told = "".join(letter for letter in letters if not unicodedata.combining(letter))
    word = NOT_IN_A_WORD.sub("_", told)
    if len(word) > LONGEST:
        word = f"{word[:LONGEST]}_{hashlib.blake2b(word.encode(), digest_size=8).hexdigest()}"
    return f"{name}:{word}"


def facets_of(kept: Statement | Event | None, record: Record, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The facets of a statement or event of a record, or of the document itself, each once.

    `actors` are those of the record by their ids.
    """
    own = (
        _of_document(record)
        if kept is None
        else _of_statement(kept, actors)
        if isinstance(kept, Statement)
        else _of_event(kept)
    )
    pairs = [*own, *_of_page(record)]
    pairs += [("role", role) for name, id in pairs if name in ("speaker", "party") for role in _roles(id, actors)]
    return tuple(dict.fromkeys(facet(name, value) for name, value in pairs if value and name in FACETS))


def _roles(id: str | None, actors: Mapping[str, Actor]) -> Iterable[str]:
    return actors[id].roles if id is not None and id in actors else ()


def _of_page(record: Record) -> Iterator[Pair]:
    yield "outlet", record.document.publisher
    yield from (("finding", finding.kind.value) for finding in record.findings)


def _of_statement(said: Statement, actors: Mapping[str, Actor]) -> Iterator[Pair]:
    yield from (("speaker", actor) for actor in said.speakers)
    yield from (("actor", actor) for actor in (*said.speakers, *said.addressees, said.via))
    yield "country", said.speaker_country
    yield from (("country", actors[speaker].country) for speaker in said.speakers if speaker in actors)
    yield from (("issue", issue) for issue in said.issues)
    yield "act", said.act.value
    yield "manner", said.kind.value
    yield "occasion", said.occasion


def _of_event(done: Event) -> Iterator[Pair]:
    parties = (*done.source_actors, *done.target_actors)
    yield from (("party", actor) for actor in parties)
    yield from (("actor", actor) for actor in parties)
    yield from (("country", code) for code in (*done.sources, *done.targets))
    yield from (("issue", issue) for issue in done.issues)
    yield "type", done.type.value
    yield "status", done.status.value


def _of_document(record: Record) -> Iterator[Pair]:
    yield from (("actor", actor.id) for actor in record.actors)
    yield from (("country", actor.country) for actor in record.actors)
