"""What actors undertook to do or not to do, who says so, and whether they say so themselves."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.undertakings import Undertaking
from onrecord.model import Evidence, Record, Statement
from onrecord.views.cast import Cast, cast_of, relay_country, relay_name, speaker_name
from onrecord.views.pledge_words import pledge_words
from onrecord.views.pledges import BINDING, Pledge, Scene, cue_words, own_side, pledges
from onrecord.views.subjects import Subjects
from onrecord.views.told_pledges import told_pledges

_CALLED = re.compile(r"[“\"‘'][^“”\"‘’'\n]{1,30}[”\"’']")
_NOT = re.compile(r"\b(?:no|not|never|nor)\b|n['’]t\b", re.IGNORECASE)


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
    cast, words = cast_of(records, countries), pledge_words(phrases)
    together: list[Commitment] = []
    for record in records:
        scene = Scene(record, cast, Subjects(record, countries), words)
        found: dict[tuple[int, int], Commitment] = {}
        for statement in record.statements:
            for pledge in pledges(statement, scene):
                passage = pledge.undertaking
                one, place = _commitment(statement, pledge, scene), (passage.start, passage.end)
                found[place] = _together(found[place], one) if place in found else one
        told = list(_innermost(found.values()))
        together += sorted([*told, *_told_by_the_text(told, scene)], key=lambda one: one.undertaking.start)
    return tuple(together)


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


def _commitment(statement: Statement, pledge: Pledge, scene: Scene) -> Commitment:
    cast = scene.cast
    said_by = relay_name(statement, cast) or speaker_name(statement, cast)
    return Commitment(
        actor=pledge.actors,
        toward=_addressee(statement, pledge, cast) or _concerned(pledge, scene),
        undertaking=pledge.undertaking,
        said_by=(said_by,) if said_by else (),
        confirmed_by_actor=False if statement.negated else _is_confirmed(statement, pledge.actors, cast),
        records=(statement.id,),
    )


def _told_by_the_text(told: Sequence[Commitment], scene: Scene) -> Iterator[Commitment]:
    """What the text tells to be undertaken where no statement does; in a statement its speaker tells it."""
    places = [one.undertaking for one in told]
    for pledge in told_pledges(scene):
        passage = pledge.undertaking
        if any(passage.start < place.end and place.start < passage.end for place in places):
            continue
        around = _around(passage, scene.record)
        if around is None:
            yield Commitment(
                actor=pledge.actors,
                toward=_concerned(pledge, scene),
                undertaking=passage,
                said_by=(),
                confirmed_by_actor=None,
                records=(),
            )
        elif not around.negated and (around.act in BINDING or cue_words(around) & scene.words.task):
            yield _commitment(around, pledge, scene)


def _around(passage: Evidence, record: Record) -> Statement | None:
    """The statement in whose words a passage stands; of several the shortest."""
    holding = [
        (part.end - part.start, statement.id, statement)
        for statement in record.statements
        for part in statement.content
        if part.start <= passage.start and passage.end <= part.end
    ]
    return min(holding)[2] if holding else None


def _addressee(statement: Statement, pledge: Pledge, cast: Cast) -> str | None:
    """The side that is spoken to, if it is another than the actor's."""
    for addressee in statement.addressees:
        side = cast.country(addressee) or cast.name(addressee)
        if side not in pledge.actors:
            return side
    return None


def _concerned(pledge: Pledge, scene: Scene) -> str | None:
    """The one other side that an undertaking names, unless it says what will not be done.

    What is named in quotation marks is called so: "the 'one China' policy".
    """
    passage = pledge.undertaking
    called = [(passage.start + one.start(), passage.start + one.end()) for one in _CALLED.finditer(passage.exact)]
    named = scene.subjects.within(passage.start, passage.end)
    free = (one for one in named if not any(start <= one.start < end for start, end in called))
    sides = {side for one in free for side in one.parties} - {*pledge.actors}
    return sides.pop() if len(sides) == 1 and not _NOT.search(passage.exact) else None


def _is_confirmed(statement: Statement, actors: Sequence[str], cast: Cast) -> bool | None:
    """True where one actor's own side says it; a joint undertaking needs more than one side's word."""
    if len(actors) != 1:
        return None
    teller = relay_country(statement, cast)
    own = own_side(statement, cast)
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
