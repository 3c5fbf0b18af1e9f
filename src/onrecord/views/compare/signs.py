"""What tells whose account a document is: publisher and address, signature, spokesperson, title, the telling itself."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.model import BlockKind, EventType, Evidence, Record, Statement
from onrecord.views.cast import Cast, flat, relay_country, speaker_countries
from onrecord.views.compare.comparison import Held
from onrecord.views.compare.reading import CompareWords, cast_for

GOVERNMENT = {"gov": "USA", "mil": "USA"}  # domains of one state that do not end in its letters
LAST = 2  # blocks at the end in which an account is signed
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)
SIGNATURE = 80  # characters of a line that signs an account
TITLE = "its title names only the other side"
MOST = "who speaks most"

_WITH = re.compile(r"\b(?:with|to)\b")

Sign = tuple[str | None, str, tuple[Evidence, ...]]  # code of a side, how it was recognised, the passage


def code_of(name: str, words: CompareWords) -> str | None:
    """The code of the state or body that a name tells: "China", "CHN", "the White House"."""
    if name in words.brief.countries:
        return name
    named = Counter(found.owner for found in words.bodies.found(name))
    return named.most_common(1)[0][0] if len(named) == 1 else None


def signs(record: Record, held: Held | None, words: CompareWords) -> Iterator[Sign]:
    """What tells whose account it is, the surest first."""
    document, cast = record.document, cast_for(record, words)
    code = code_of(document.publisher, words) if document.publisher else None
    if code:
        yield code, f"publisher: {document.publisher}", ()
    if code := side_of_address(document.uri, words):
        yield code, f"address: {urlsplit(document.uri).hostname}", ()
    yield from _signed(record, words)
    yield from _given_out(record, cast)
    yield from _first_person(record, cast)
    title, other = _title(record, cast)
    yield from (sign for sign in _told_from(record, held) if sign[0] != other)
    said = Counter(code for one in record.statements for code in speaker_countries(one, cast) if code != other)
    most = said.most_common(2)
    if most and (len(most) == 1 or most[0][1] > most[1][1]):
        yield most[0][0], TITLE if title else MOST, title


def _given_out(record: Record, cast: Cast) -> Iterator[Sign]:
    """The side of a spokesperson who relays what others said, and says nothing himself."""
    speaking = {speaker for one in record.statements for speaker in one.speakers}
    for one in record.statements:
        code = relay_country(one, cast)
        if code and one.via is not None and one.via not in speaking and cast.is_person(one.via):
            yield code, "who gives it out", (_plain(one.via_mention),) if one.via_mention is not None else ()
            return


def _plain(passage: Evidence) -> Evidence:
    return Evidence(passage.doc_id, passage.start, passage.end, passage.exact)


def side_of_address(uri: str, words: CompareWords) -> str | None:
    """The code of the state whose own address it is."""
    host = (urlsplit(uri).hostname or "") if "://" in uri else ""
    last = host.rpartition(".")[2]
    if last in GOVERNMENT:
        return GOVERNMENT[last]
    return next((state.id for state in words.states if last and (state.alpha2 or "").lower() == last), None)


def _signed(record: Record, words: CompareWords) -> Iterator[Sign]:
    """The body or office that stands alone in a line at the end."""
    text = record.document.text
    for block in record.document.blocks[-LAST:]:
        for start, line in _lines(text, block.start, block.end):
            shown = flat(line)
            if not shown or len(shown) > SIGNATURE or shown.endswith("."):
                continue
            code = code_of(shown.title() if shown.isupper() else shown, words)
            if code and (shown.isupper() or block.kind is not BlockKind.PARAGRAPH):
                yield code, "signed", (Evidence(record.document.id, start, start + len(line), line),)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for line in text[start:end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            yield start + line.index(bare), bare
        start += len(line)


def _first_person(record: Record, cast: Cast) -> Iterator[Sign]:
    """The side of who writes "we" of himself and the other side, without a quotation around it."""
    for one in record.statements:
        code = cast.country(one.speakers[0]) if one.speakers and _is_of_author(one) else None
        if code and one.speaker_mention is not None:
            yield code, "who writes it", (_plain(one.speaker_mention),)
            return


def _title(record: Record, cast: Cast) -> tuple[tuple[Evidence, ...], str | None]:
    """A title that names only the other side, and that side: "Telephone conversation with the King of X"."""
    document = record.document
    block = next((block for block in document.blocks if block.kind in TITLES), None)
    found = _WITH.search(document.text, block.start, block.end) if block is not None else None
    if block is None or found is None:
        return (), None
    sides: dict[bool, set[str]] = {True: set(), False: set()}
    for mention in (mention for actor in record.actors for mention in actor.mentions):
        side = cast.country(mention.actor) or mention.country
        if side is not None and block.start <= mention.start < block.end:
            sides[mention.start >= found.end()].add(side)
    if sides[False] or len(sides[True]) != 1:
        return (), None
    head = document.text[block.start : block.end]
    return (Evidence(document.id, block.start, block.end, head),), sides[True].pop()


def _told_from(record: Record, held: Held | None) -> Iterator[Sign]:
    """The side that the text tells the meeting from: the subject of "spoke with"."""
    if held is None:
        return
    known = {passage.start for passage in held.evidence}
    for event in record.events:
        is_it = event.type is EventType.CONSULT and any(passage.start in known for passage in event.evidence)
        if is_it and event.sources:
            yield event.sources[0], "it tells the meeting from this side", (_plain(event.evidence[0]),)
            return


def is_by_author(record: Record) -> bool:
    """Whether who writes it took part: "we discussed"."""
    return any(_is_of_author(one) for one in record.statements)


def _is_of_author(statement: Statement) -> bool:
    """Whether somebody writes of himself, with no quotation around it."""
    mention = statement.speaker_mention
    is_first = mention is not None and mention.exact.casefold() in ("we", "i")
    return is_first and not statement.quoted and statement.continues is None and statement.via is None
