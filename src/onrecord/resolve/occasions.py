"""On what occasion something was said: by the words at its cue, the speech that it goes on with, or the readout."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.occasions import OccasionWords
from onrecord.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    EventType,
    Evidence,
    Extraction,
    Manner,
    MentionKind,
    OccasionBasis,
    Statement,
    Status,
)

OPENING = 1000  # characters, about three paragraphs, in which a readout says which meeting it is an account of
DIRECT_SHARE = 0.35  # of statements that quote alone; a readout has fewer, news has more
COMPANY_SHARE = 0.75  # of statements with a speaker; a readout hardly reports anybody who did not take part
MEETING_KINDS = frozenset({"summit", "ceremony"})  # occasions besides those of events that a readout may report
BEFORE = ("has ", "have ", "had ")  # cues of what was said on another occasion
YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
DEFINITE = ("the ", "their ", "his ", "her ", "this ", "that ", "our ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the occasions of one text are told from: its blocks, its actors, and the kinds of occasions by mode."""

    starts: Sequence[int]
    persons: frozenset[str]
    countries: Mapping[str, str | None]
    kinds: Mapping[str, str]

    def block(self, passage: Evidence) -> int:
        """The number of the block that a passage begins in."""
        return bisect_right(self.starts, passage.start) - 1


def resolve_occasions(
    extraction: Extraction, document: Document, actors: Iterable[Actor], words: Iterable[OccasionWords]
) -> Extraction:
    """The extraction with the occasion of each statement, where the text tells it."""
    known = tuple(actors)
    scene = Scene(
        starts=[block.start for block in document.blocks],
        persons=frozenset(actor.id for actor in known if actor.kind is ActorKind.PERSON),
        countries={actor.id: actor.country or actor.id for actor in known},
        kinds={mode: entry.kind for entry in words for mode in entry.modes},
    )
    meetings = list(_meetings(extraction.events, scene))
    told = [_linked(statement, meetings, scene) for statement in extraction.statements]
    told = list(_going_on(told, scene))
    own = _reported(told, meetings, scene)
    if own is not None:
        told = list(_at_meeting(told, own, meetings, scene))
    by_id = {event.id: event for event in meetings}
    told = [_to_you(statement, by_id.get(statement.occasion_event or ""), scene) for statement in told]
    return replace(extraction, statements=tuple(told))


def _to_you(statement: Statement, meeting: Event | None, scene: Scene) -> Statement:
    """A statement whose speaker says "you" at a meeting of two sides is addressed to the other side."""
    if meeting is None or statement.addressees or statement.addressee_mention is not None:
        return statement
    if not YOU.search(" ".join(part.exact for part in statement.content)):
        return statement
    sides = (
        (meeting.source_actors or meeting.sources, meeting.sources),
        (meeting.target_actors or meeting.targets, meeting.targets),
    )
    own = {scene.countries.get(speaker) for speaker in statement.speakers}
    others = [people for people, states in sides if own and not own & set(states)]
    return replace(statement, addressees=tuple(others[0])) if len(others) == 1 else statement


def _meetings(events: Iterable[Event], scene: Scene) -> Iterator[Event]:
    """The meetings, calls and visits that took place, in reading order."""
    found = (
        event
        for event in events
        if event.type is EventType.CONSULT
        and event.mode in scene.kinds
        and event.status in (Status.OCCURRED, Status.ONGOING)
        and event.statement is None
    )
    return iter(sorted(found, key=_place))


def _place(event: Event) -> int:
    return event.trigger.start


def _linked(statement: Statement, meetings: Sequence[Event], scene: Scene) -> Statement:
    """A statement with an occasion of its own words, and the event that these words are."""
    words = statement.occasion_mention
    if words is None:
        return statement
    event = _event_of(words, statement, meetings, scene)
    return replace(statement, occasion_basis=OccasionBasis.WORDS, occasion_event=event.id if event else None)


def _event_of(words: Evidence, statement: Statement, meetings: Sequence[Event], scene: Scene) -> Event | None:
    """The event that words for an occasion tell of, or, where they only point back, the last one of its kind."""
    inside = (event for event in meetings if words.start <= event.trigger.start and event.trigger.end <= words.end)
    if (own := next(inside, None)) is not None:
        return own
    if not words.exact.lower().startswith(DEFINITE):
        return None
    before = bisect_right(meetings, words.start, key=_place)
    alike = (event for event in reversed(meetings[:before]) if scene.kinds[event.mode or ""] == statement.occasion)
    return next(alike, None)


def _going_on(statements: Iterable[Statement], scene: Scene) -> Iterator[Statement]:
    """The statements; one that goes on with the speech before it is said on the same occasion."""
    last: Statement | None = None
    for statement in statements:
        if statement.occasion is None and last is not None and _goes_on(last, statement, scene):
            statement = replace(
                statement,
                occasion=last.occasion,
                occasion_basis=OccasionBasis.SPEECH,
                occasion_mention=last.occasion_mention,
                occasion_event=last.occasion_event,
            )
        yield statement
        last = statement if statement.via_mention is None else last


def _goes_on(last: Statement, statement: Statement, scene: Scene) -> bool:
    """Whether a speaker goes on without a cue, or with one in the same paragraph that tells no other time."""
    if last.occasion is None:
        return False
    if statement.speaker_basis is MentionKind.CONTINUED:
        return True
    is_same = bool(statement.speakers) and statement.speakers == last.speakers
    near = scene.block(statement.content[0]) == scene.block(last.content[-1])
    return is_same and near and statement.date_mention is None and not _is_earlier(statement)


def _is_earlier(statement: Statement) -> bool:
    return statement.cue is not None and statement.cue.exact.lower().startswith(BEFORE)


def _reported(statements: Sequence[Statement], meetings: Sequence[Event], scene: Scene) -> Event | None:
    """The meeting that a text is an account of: told in its opening, and nearly all speakers took part in it."""
    opening = next((event for event in meetings if _is_of_two(event) and event.mode != "visit"), None)
    if opening is None or opening.trigger.start > OPENING or not statements:
        return None
    direct = sum(statement.kind is Manner.DIRECT for statement in statements)
    spoken = [statement for statement in statements if statement.speakers]
    two = [event for event in meetings if _is_of_two(event)]
    present = sum(any(_took_part(statement, event, scene) for event in two) for statement in spoken)
    kinds = {*scene.kinds.values(), *MEETING_KINDS, None}
    is_news = any(statement.occasion not in kinds for statement in statements)
    is_account = direct <= DIRECT_SHARE * len(statements) and present >= COMPANY_SHARE * len(spoken)
    return opening if is_account and spoken and not is_news else None


def _is_of_two(event: Event) -> bool:
    return bool(event.source_mentions and event.target_mentions)


def _took_part(statement: Statement, event: Event, scene: Scene) -> bool:
    """Whether every speaker is one of those who met, or of their states."""
    people = {*event.source_actors, *event.target_actors}
    states = {*event.sources, *event.targets}
    return bool(statement.speakers) and all(
        speaker in people or (speaker not in scene.persons and scene.countries.get(speaker) in states)
        for speaker in statement.speakers
    )


def _at_meeting(
    statements: Iterable[Statement], own: Event, meetings: Sequence[Event], scene: Scene
) -> Iterator[Statement]:
    """The statements of a readout, each said at the meeting that was told of last before it."""
    for statement in statements:
        if statement.occasion is not None or statement.via_mention is not None or _is_earlier(statement):
            yield statement
            continue
        event = _current(statement, own, meetings)
        if _took_part(statement, event, scene):
            statement = replace(
                statement,
                occasion=scene.kinds[event.mode or ""],
                occasion_basis=OccasionBasis.READOUT,
                occasion_mention=event.trigger,
                occasion_event=event.id,
            )
        yield statement


def _current(statement: Statement, own: Event, meetings: Sequence[Event]) -> Event:
    """The meeting of two sides told of last before a statement, the text's own one until another follows."""
    before = bisect_right(meetings, statement.content[0].start, key=_place)
    later = (event for event in reversed(meetings[:before]) if event.trigger.start > own.trigger.start)
    found = next((event for event in later if _is_of_two(event) and event.mode != "visit"), own)
    return own if _is_same_company(found, own) else found


def _is_same_company(one: Event, other: Event) -> bool:
    """Whether two reports of a meeting name the same people: then they tell of one."""
    ours, theirs = ({*event.source_actors, *event.target_actors} for event in (one, other))
    return ours <= theirs
