"""What actors undertook to do or not to do, who says so, and whether they say so themselves."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.undertakings import Undertaking
from onrecord.model import Act, Evidence, Mention, Record, Statement
from onrecord.views.cast import (
    Cast,
    cast_of,
    relay_country,
    relay_name,
    speaker_countries,
    speaker_name,
)

_OWN = {Act.REAFFIRM, Act.DENY, Act.WARN, Act.ASSERT, Act.PROPOSE}  # acts in which a speaker binds himself
SUBJECT_GAP = 25  # characters between a subject and "commitment to": "has made a solemn"
JOINT_GAP = 9  # characters between two subjects: " and the "

_BREAK = re.compile(r"[,;:.]")
_FUTURE = re.compile(r"(?:will|would)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:I|we|he|she|it|they|both|all)\s+$", re.IGNORECASE)
_MODAL = re.compile(r".{1,140}?\b(?:will|shall|would)\s+(?=\w)", re.IGNORECASE | re.DOTALL)
_GOES_ON = re.compile(
    r"[;:]\s|,?\s+but\b|,?\s+and\s+(?:\w+\s+)?that\b|,\s+(?:while|although|though)\b|(?<![A-Z])[.!?]\s+(?=\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something that somebody undertook, or is said to have undertaken.

    `actor` and `toward` are countries' codes where a state is meant, otherwise names; several actors did it
    jointly. `confirmed_by_actor` is True where the actor's own side says it here, False where the
    actor is said not to have given it, None where only somebody else reports it.
    """

    actor: tuple[str, ...]
    toward: str | None
    undertaking: Evidence
    said_by: tuple[str, ...]
    confirmed_by_actor: bool | None
    records: tuple[str, ...]


def commitments(
    records: Sequence[Record], phrases: Sequence[Undertaking], countries: Mapping[str, str]
) -> tuple[Commitment, ...]:
    """The undertakings in reading order, one for each passage; several reports of one are put together."""
    cast = cast_of(records, countries)
    pattern = _pattern(phrases)
    found: dict[tuple[str, int, int], Commitment] = {}
    for record in records:
        for statement in record.statements:
            for commitment in _undertaken(statement, record, pattern, cast):
                passage = commitment.undertaking
                key = (passage.doc_id, passage.start, passage.end)
                found[key] = _together(found[key], commitment) if key in found else commitment
    return tuple(_innermost(found.values()))


def _innermost(found: Iterable[Commitment]) -> Iterator[Commitment]:
    """The commitments whose passage has no other's passage in it: the inner one is the undertaking itself."""
    places = defaultdict(list)
    told = list(found)
    for one in told:
        places[one.undertaking.doc_id].append((one.undertaking.start, one.undertaking.end))
    for spans in places.values():
        spans.sort()
    for one in told:
        start, end, spans = one.undertaking.start, one.undertaking.end, places[one.undertaking.doc_id]
        within = spans[bisect_left(spans, (start, 0)) : bisect_right(spans, (end, end))]
        if not any(finish <= end and (begin, finish) != (start, end) for begin, finish in within):
            yield one


def _undertaken(
    statement: Statement, record: Record, pattern: re.Pattern[str] | None, cast: Cast
) -> Iterator[Commitment]:
    if statement.act is Act.PROMISE:
        content = statement.content[0]
        led = pattern.search(content.exact) if pattern else None
        passage = _clause(content, led.start() if led else _after_subject(content))
        yield _commitment(statement, passage, _promised(statement, record, cast), cast)
    elif pattern and statement.act in _OWN and not statement.negated:
        for content in statement.content:
            if (found := pattern.search(content.exact)) and _is_somebodys(found, statement, record, content):
                passage = _clause(content, found.start())
                yield _commitment(statement, passage, _bound(statement, record, passage, cast), cast)


def _is_somebodys(found: re.Match[str], statement: Statement, record: Record, content: Evidence) -> bool:
    """Whether somebody will do it, and not some thing: "the deal will help" binds nobody."""
    if not _FUTURE.match(found.group()) or found.start() == 0 or _PRONOUN.search(content.exact[: found.start()]):
        return True
    passage = _clause(content, found.start())
    near = next((mention for mention, _ in _sides_before(statement, record, passage)), None)
    return near is not None and passage.start - near.end <= SUBJECT_GAP


def _commitment(statement: Statement, passage: Evidence, actors: tuple[str, ...], cast: Cast) -> Commitment:
    relay, speaker = relay_name(statement, cast), speaker_name(statement, cast)
    said_by = relay or speaker
    return Commitment(
        actor=actors,
        toward=_toward(statement, actors, cast),
        undertaking=passage,
        said_by=(said_by,) if said_by else (),
        confirmed_by_actor=False if statement.negated else _is_confirmed(statement, actors, cast),
        records=(statement.id,),
    )


def _actors(statement: Statement, cast: Cast) -> tuple[str, ...]:
    return speaker_countries(statement, cast) or tuple(filter(None, (speaker_name(statement, cast),)))


def _bound(statement: Statement, record: Record, passage: Evidence, cast: Cast) -> tuple[str, ...]:
    """Who is bound by a phrase inside reported words: the sides named right before it, or the speaker.

    "The two sides" in "Lind said the two sides would go on" names both, as "Averland and Borland" does.
    """
    text, end = record.document.text, passage.start
    bound: set[str] = set()
    for mention, countries in _sides_before(statement, record, passage):
        reach = JOINT_GAP if bound else SUBJECT_GAP
        if end - mention.end > reach or _BREAK.search(text, mention.end, end):
            break
        bound |= countries
        end = min(end, mention.start)
    return tuple(sorted(bound)) or _actors(statement, cast)


def _sides_before(statement: Statement, record: Record, passage: Evidence) -> Iterator[tuple[Mention, frozenset[str]]]:
    """The mentions of sides in reported words before a phrase, the nearest first, each with its countries."""
    start = statement.content[0].start
    named: dict[tuple[int, int], tuple[Mention, set[str]]] = {}
    for actor in record.actors:
        for mention in actor.mentions:
            country = actor.country or mention.country
            if country and start <= mention.start and mention.end <= passage.start:
                named.setdefault((mention.end, mention.start), (mention, set()))[1].add(country)
    for place in sorted(named, reverse=True):
        mention, countries = named[place]
        yield mention, frozenset(countries)


def _promised(statement: Statement, record: Record, cast: Cast) -> tuple[str, ...]:
    """Who gives a promise: the two sides with which its words begin, or the speaker."""
    start = statement.content[0].start
    sides = {
        actor.country
        for actor in record.actors
        for mention in actor.mentions
        if mention.start == start and actor.country
    }
    return tuple(sorted(sides)) if len(sides) > 1 else _actors(statement, cast)


def _toward(statement: Statement, actors: Sequence[str], cast: Cast) -> str | None:
    """The side that is spoken to, if it is another than the actor's."""
    for addressee in statement.addressees:
        side = cast.country(addressee) or cast.name(addressee)
        if side not in actors:
            return side
    return None


def _is_confirmed(statement: Statement, actors: Sequence[str], cast: Cast) -> bool | None:
    """True where one actor's own side says it; a joint undertaking needs more than one side's word."""
    if len(actors) != 1:
        return None
    teller = relay_country(statement, cast)
    own = speaker_countries(statement, cast) or tuple(filter(None, (speaker_name(statement, cast),)))
    relayed = statement.via or statement.via_mention
    return True if actors[0] in own and (not relayed or teller in own) else None


def _together(one: Commitment, other: Commitment) -> Commitment:
    confirmed = (one.confirmed_by_actor, other.confirmed_by_actor)
    return replace(
        one,
        toward=one.toward or other.toward,
        said_by=tuple(dict.fromkeys(one.said_by + other.said_by)),
        confirmed_by_actor=next((word for word in confirmed if word is not None), None),
        records=tuple(dict.fromkeys(one.records + other.records)),
    )


def _after_subject(content: Evidence) -> int:
    """Where what is undertaken begins: after "that the States, with their allies, will"; at 0 without a modal."""
    found = _MODAL.match(content.exact)
    return found.end() if found else 0


def _clause(content: Evidence, start: int) -> Evidence:
    """What is undertaken from a place on, up to where somebody goes on to something else: "but", "and hopes that"."""
    stop = _GOES_ON.search(content.exact, start)
    end = stop.start() if stop else len(content.exact)
    return replace(content, start=content.start + start, end=content.start + end, exact=content.exact[start:end])


def _pattern(phrases: Sequence[Undertaking]) -> re.Pattern[str] | None:
    """What finds any of the phrases, however the text breaks its lines; None where there are none."""
    forms = sorted((phrase.phrase for phrase in phrases), key=len, reverse=True)
    words = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if forms else None
