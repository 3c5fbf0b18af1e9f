"""The events of some records as reports of engagements: of what kind, what became of it, who and where."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.lexicon.encounters import Encounter, EncounterKind, named_kinds
from onrecord.model import BlockKind, Document, Event, EventType, Record, Status
from onrecord.views.attendance import hosts, is_told_of_the_host, participants, word_of
from onrecord.views.cast import Cast, flat
from onrecord.views.occasions import OPENING, VAGUE, Engagement, Report, Reported, said_on

WINDOW = 40  # characters after a trigger in which its object may still say what it was: "held a video talk"
PROPOSING = frozenset({"026", "106"})  # CAMEO's codes for asking and demanding to meet or negotiate
ACCEPTED = re.compile(r"\baccept(?:s|ed)\b")
_WORD = r"(?!(?:after|at|before|during|in|of|on|with)\b)[\w’'-]+"
RECEIVED_FOR = re.compile(rf"\bfor(?:\s{_WORD}){{1,5}}")  # "welcomed him for a two-day summit"
ANOTHER = re.compile(r"\b(?:with|between|and)\s+(?:[a-z]+\s+){0,3}[A-Z]")  # "to meet with the" third one
SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n\s*\n")
_NAMED = r"[A-Z][\w.&’'-]*(?:,?\s+(?:(?:and|of|on|for|the|in)\s+)*[A-Z][\w.&’'-]*)*"
NAME = re.compile(rf"{_NAMED}$")
SUBJECT = re.compile(rf"\s+(?:on|of|for)\s+(?:the\s+)?{_NAMED}")
LEADERS = re.compile(r"\b(?:leaders|heads of (?:state|government))\b", re.IGNORECASE)
NAMED_MEETING = "event/noun:meeting"  # what a text calls a meeting is none more exact
HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})

_MODES = {kind.value: kind for kind in EncounterKind} | {"meet": EncounterKind.MEETING}
_PROMISED = (EventType.AGREE, EventType.REJECT)


@dataclass(frozen=True, slots=True)
class _Told:
    """An event where it is told, and what it is read with."""

    event: Event
    record: Record
    words: Sequence[Encounter]
    cast: Cast


def reports(records: Iterable[Record], words: Sequence[Encounter], cast: Cast) -> Iterator[Report]:
    """What each event tells of a visit, a meeting, a call or talks, in reading order."""
    for record in records:
        for event in sorted(record.events, key=lambda event: event.trigger.start):
            told = _Told(event, record, words, cast)
            if _is_engagement(told):
                yield _report(told)


def _is_engagement(told: _Told) -> bool:
    """Whether an event is an occasion between sides; who travels in the own country visits nobody."""
    event = told.event
    if event.mode == EncounterKind.VISIT and len(event.targets) == 1 and event.targets == event.sources:
        return False
    if event.type in _PROMISED:
        return event.mode in _MODES
    return event.type is EventType.CONSULT or _is_summons(told) or _is_proposal(told)


def _is_summons(told: _Told) -> bool:
    """Whether somebody had to come: "summoned the ambassador"."""
    return told.event.type is EventType.ACCUSE and is_told_of_the_host(told.event, told.words)


def _is_proposal(told: _Told) -> bool:
    """Whether somebody asks another side to meet: "called for talks with"; not where they are to meet a third one."""
    event = told.event
    if event.type is not EventType.REQUEST or event.cameo not in PROPOSING or not event.sources or not event.targets:
        return False
    sides = {*event.sources, *event.targets}
    return len(sides) == 2 and not ANOTHER.search(_without(sides, told))


def _without(sides: Collection[str], told: _Told) -> str:
    """The rest of the sentence without the names of two sides and of their people."""
    text, end = told.record.document.text, _sentence_end(told)
    start, rest = told.event.trigger.end, []
    mentions = (mention for actor in told.record.actors for mention in actor.mentions if mention.country in sides)
    for mention in sorted(mentions, key=lambda mention: mention.start):
        if start <= mention.start < end:
            rest.append(text[start : mention.start])
            start = mention.end
    return "_".join((*rest, text[start:end]))


def _report(told: _Told) -> Report:
    event, document = told.event, told.record.document
    kind, status = _kind(told), _status(told)
    said = said_on(event, told.record)
    reported = Reported(status=status, published=document.published, document=document.id, event=event.id, said=said)
    people = tuple(participants(event, kind, told.words, told.cast))
    engagement = Engagement(
        kind=kind,
        participants=tuple(one.name for one in people),
        offices=tuple(one.office for one in people),
        countries=tuple(sorted({*event.sources, *event.targets})),
        date=event.date,
        place=event.place or _country_visited(told, kind),
        duration=flat(event.duration_mention.exact) if event.duration_mention else None,
        status=status,
        evidence=event.evidence or (event.trigger,),
        records=(event.id,),
        history=(reported,),
        received_by=tuple(one.name for one in people if one.is_host),
    )
    return Report(
        told=engagement,
        people=frozenset(one.name for one in people if one.is_known),
        published=document.published,
        documents=frozenset({document.id}),
        has_strangers=any(one.country is None for one in people),
        is_heading=_is_in_heading(event, document),
        name=_name(told) if kind is EncounterKind.DIALOGUE else None,
        led_to=frozenset(hosts(event, kind, told.words)),
        guests=frozenset(one.name for one in people if one.is_known and not one.is_host),
    )


def _country_visited(told: _Told, kind: EncounterKind) -> str | None:
    """The country that is visited, if it is one."""
    states = hosts(told.event, kind, told.words)
    return told.cast.country_name(states[0]) if len(states) == 1 else None


def _status(told: _Told) -> Status:
    """What becomes of it; an offer is no plan until it is accepted, and a proposal is none."""
    event = told.event
    if event.type is EventType.REJECT:
        return Status.REFUSED
    if event.type is EventType.REQUEST:
        return Status.HYPOTHETICAL
    word = word_of(event, told.words)
    is_offer = event.type is EventType.AGREE and word is not None and word.offered
    return Status.HYPOTHETICAL if is_offer and not ACCEPTED.search(_after_trigger(told)) else event.status


def _kind(told: _Told) -> EncounterKind:
    """The kind by the event's mode, made more exact by the words at its trigger, or by the heading of its text."""
    event = told.event
    word = word_of(event, told.words)
    if _is_summons(told) and word is not None:
        return word.kind
    kind = _MODES.get(event.mode or "", EncounterKind.TALKS)
    if kind is EncounterKind.VISIT:
        return _received_for(told) or kind
    for named in named_kinds(_around_trigger(event), told.words):
        if named is not kind and named in VAGUE.get(kind, ()):
            return named
    if kind is EncounterKind.MEETING and _is_of_leaders(told):
        return EncounterKind.SUMMIT
    return _headed(kind, told) if event.mode in _MODES or _is_proposal(told) else EncounterKind.MEETING


def _is_of_leaders(told: _Told) -> bool:
    """Whether the leaders of one body of states meet: "Ruritanian Union leaders met"."""
    event = told.event
    states = {*event.sources, *event.targets}
    is_body = len(states) == 1 and states.isdisjoint(told.cast.countries) and event.rule != NAMED_MEETING
    return is_body and any(LEADERS.search(mention.exact) for mention in event.source_mentions)


def _received_for(told: _Told) -> EncounterKind | None:
    """A summit for which somebody is received."""
    if not is_told_of_the_host(told.event, told.words):
        return None
    purpose = RECEIVED_FOR.search(_after_trigger(told))
    named = named_kinds(purpose.group(), told.words) if purpose else ()
    return EncounterKind.SUMMIT if EncounterKind.SUMMIT in named else None


def _headed(kind: EncounterKind, told: _Told) -> EncounterKind:
    """The kind that a heading gives to the talks that its text opens with: "Meeting with President Holm"."""
    event, document = told.event, told.record.document
    if kind is not EncounterKind.TALKS or event.trigger.start > OPENING or event.type is not EventType.CONSULT:
        return kind
    heading = document.text[: document.blocks[0].end] if document.blocks and _is_title(0, document) else ""
    people = (*event.source_actors, *event.target_actors)
    surnames = [told.cast.name(actor).split()[-1] for actor in people if told.cast.is_person(actor)]
    if len(heading) > OPENING or not any(surname in heading for surname in surnames):
        return kind
    named = [one for one in named_kinds(heading, told.words) if one is not kind and one in VAGUE[kind]]
    return named[0] if named else kind


def _around_trigger(event: Event) -> str:
    trigger = event.trigger
    for passage in event.evidence:
        if passage.start <= trigger.start and trigger.end <= passage.end:
            return passage.exact[trigger.start - passage.start : trigger.end - passage.start + WINDOW]
    return trigger.exact


def _sentence_end(told: _Told) -> int:
    text, end = told.record.document.text, told.event.trigger.end
    found = SENTENCE_END.search(text, end)
    return found.start() if found else len(text)


def _after_trigger(told: _Told) -> str:
    """The rest of the sentence."""
    return told.record.document.text[told.event.trigger.end : _sentence_end(told)]


def _is_in_heading(event: Event, document: Document) -> bool:
    """Whether it is told in a heading, or in a first line that is none but is no sentence."""
    numbered = enumerate(document.blocks)
    return any(
        block.start <= event.trigger.start < block.end and _is_title(number, document) for number, block in numbered
    )


def _is_title(number: int, document: Document) -> bool:
    block = document.blocks[number]
    is_line = number == 0 and not document.text[block.start : block.end].rstrip().endswith((".", "”", '"'))
    return block.kind in HEADINGS or is_line


def _name(told: _Told) -> str | None:
    """The name of a dialogue, of the words with capitals around it: "Ruritania-Graustark Space Dialogue"."""
    text, end = told.record.document.text, told.event.trigger.end
    found, subject = NAME.search(text[max(0, end - OPENING) : end]), SUBJECT.match(text, end)
    return found.group() + (subject.group() if subject else "") if found else None
