"""What was done: events with their parties, time and place, from an annotated Doc."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from onrecord.annotate.columns import columns, sentence
from onrecord.annotate.grammar import children, span, verb_group
from onrecord.annotate.nlp import evidence
from onrecord.extract.events.circumstances import date_span, duration_span, place_span
from onrecord.extract.events.needs import (
    ACTING,
    WORDS,
    Cast,
    are_of_another_state,
    is_between_states,
    is_open,
    is_satisfied,
    may_be_satisfied,
)
from onrecord.extract.events.outcomes import WRONGS, Outcome, cameo_code, engagement_mode, outcome, threatens
from onrecord.extract.events.parties import Party, sources, targets
from onrecord.extract.events.putting_off import PUT_OFF, put_off_once
from onrecord.extract.events.roles import ANSWERED, Place
from onrecord.extract.events.standing import Standing, standing
from onrecord.extract.events.triggers import Trigger, triggers
from onrecord.lexicon.frames import Form, FrameTable
from onrecord.model import Event, EventType, Evidence, Status, event_id
from onrecord.model.rules import PartyRule

SPOKEN_OF: Mapping[EventType | None, frozenset[EventType]] = {  # deeds that stand beside the words about them
    EventType.ACCUSE: WRONGS | {EventType.AID},
    EventType.REJECT: WRONGS - {EventType.REJECT},
    EventType.SUPPORT: frozenset({EventType.AID}),
}
Sides = tuple[Sequence[Party], Sequence[Party]]  # who acts, and to whom
GOING = frozenset({"to", "for", "towards", "toward"})  # before those to whom a gift goes
LONGEST_TRIGGER = 6  # tokens from a verb to the noun that it asked for; a longer way is left out of the trigger


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a text in reading order, and the ids of those that stand only if their sides prove to differ."""

    all: tuple[Event, ...]
    open: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """The event that a trigger tells of, and whether it stands only if its sides prove to differ."""

    event: Event
    is_open: bool


def events(doc: Doc, table: FrameTable) -> Events:
    """What states and their people did; each mention of it once.

    Reads the parse and spans "actors", "dates" and "durations". Dates stay as written, actors as mentioned.
    """
    sentences = columns(doc).sentences
    by_sentence: dict[tuple[int, int], dict[int, Trigger]] = defaultdict(dict)
    for index, trigger in triggers(doc, table).items():
        by_sentence[sentences[index]][index] = trigger
    told = [_told_by(found, table) for found in by_sentence.values()]
    unsettled = frozenset(one.event.id for group in told for one in group if one.is_open)
    return Events(tuple(put_off_once([one.event for one in group] for group in told)), unsettled)


def _told_by(found: Mapping[int, Trigger], table: FrameTable) -> list[Told]:
    """What the triggers of a sentence tell, in reading order."""
    tellings = _tellings(found, table)
    idle = {index for index, told in tellings.items() if told is None and found[index].frame.lets_go}
    if idle:
        tellings = _tellings({index: trigger for index, trigger in found.items() if index not in idle}, table)
    return [told for told in tellings.values() if told is not None]


def _tellings(found: Mapping[int, Trigger], table: FrameTable) -> Mapping[int, Told | None]:
    """What each trigger tells that no other covers: an event, or none where it lacks what its frame needs."""
    standings = {index: standing(trigger, found, table) for index, trigger in found.items()}
    covered = _covered(found, standings)
    tellings: dict[int, Told | None] = {}
    for index, trigger in found.items():
        if standings[index].covering is None:
            places = (Place(one, standings[index], table) for one in (trigger, *trigger.spare))
            otherwise = _otherwise(trigger, found, standings, table)
            told = (_told(place, covered[index], otherwise) for place in places)
            tellings[index] = next((one for one in told if one is not None), None)
    for index in [index for index, one in tellings.items() if one is not None and one.event.type in SPOKEN_OF]:
        tellings.update(_spoken_of(found[index], covered, table))
    return dict(sorted(tellings.items()))


def _spoken_of(trigger: Trigger, covered: Mapping[int, Sequence[Trigger]], table: FrameTable) -> dict[int, Told]:
    """The deeds that somebody is accused of or thanked for: "condemned the attack", each by itself."""
    deeds: dict[int, Trigger] = {}
    tops, below = {trigger.token.i}, list(covered[trigger.token.i])
    while below:
        one = below.pop(0)
        if one.frame.type in SPOKEN_OF.get(trigger.frame.type, ()) and _is_named(one, trigger):
            deeds[one.token.i] = one
        else:
            tops.add(one.token.i)
            below += covered[one.token.i]
    told: dict[int, Told] = {}
    for index, deed in deeds.items():
        place = Place(deed, standing(deed, deeds, table, tops), table)
        one_told = _told(place, ()) if place.standing.covering is None else None
        if one_told is not None:
            told[index] = one_told
    return told


def _otherwise(
    trigger: Trigger, found: Mapping[int, Trigger], standings: Mapping[int, Standing], table: FrameTable
) -> Sides:
    """Who gave to whom what thanks are given for, if its own words do not say: the thanked, and those who thank."""
    gift = trigger.token
    if trigger.frame.type is not EventType.AID or gift.dep_ != "pobj" or gift.head.lower_ != "for":
        return (), ()
    host = gift.head.head
    thanks = next((found[word.i] for word in (host, host.head) if word.i in found), None)
    if thanks is None or thanks.frame.type is not EventType.SUPPORT or host not in (thanks.token, thanks.object):
        return (), ()
    place = Place(thanks, standings[thanks.token.i], table)
    thankful = sources(place)
    thanked = [replace(party, inferred=PartyRule.THANKED) for party in targets(place, thankful)]
    ends = (*children(gift, "prep"), *(found for found in children(thanks.token, "prep") if found.i > gift.i))
    if any(found.lower_ in GOING for found in ends):  # "for its aid to a town"
        return thanked, ()
    return thanked, [replace(party, inferred=PartyRule.THANKED) for party in thankful]


def _is_named(deed: Trigger, spoken: Trigger) -> bool:
    """Whether words name a deed and do not wish for it: "condemned the attack", "accused him of attacking"."""
    verb = deed.token
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
    is_charge = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.head == spoken.token
    return deed.frame.form is Form.NOUN or is_charge


def _covered(found: Mapping[int, Trigger], standings: Mapping[int, Standing]) -> Mapping[int, list[Trigger]]:
    """The triggers that each trigger covers, in reading order."""
    covered: dict[int, list[Trigger]] = defaultdict(list)
    for index, trigger in found.items():
        covering = standings[index].covering
        if covering is not None:
            covered[covering.token.i].append(trigger)
    return covered


def _told(place: Place, covered: Sequence[Trigger], otherwise: Sides = ((), ())) -> Told | None:
    """The event that a trigger tells of, where it has the parties that it needs; `otherwise` where it names none."""
    settled = outcome(place.trigger, place.standing)
    if settled is None:
        return None
    type_, status = settled
    cast = Cast(place, (), (), covered)
    if not may_be_satisfied(cast, WORDS):
        return None
    by = cast.sources = sources(place) or otherwise[0]
    if not may_be_satisfied(cast, ACTING):
        return None
    cast.targets = targets(place, by) or (otherwise[1] if are_of_another_state(by, otherwise[1]) else ())
    if not is_satisfied(cast) or (status is Status.HYPOTHETICAL and not is_between_states(cast)):
        return None
    frame = place.trigger.frame
    if frame.mutual and not cast.targets and (frame.mode is not None or _are_several(by)):
        cast = Cast(place, by, by, covered)  # those who do it together are on both sides
    if type_ is frame.type and threatens(type_, covered):  # not so "will lift sanctions"
        type_ = EventType.THREATEN
    mode = engagement_mode(place.trigger, covered)
    if type_ is EventType.AGREE and mode is not None:
        status = Status.PLANNED
    return Told(_built(cast, (type_, status), mode), is_open(cast))


def _are_several(parties: Sequence[Party]) -> bool:
    return len(parties) > 1 or any(party.mention.plural for party in parties)


def _built(cast: Cast, settled: Outcome, mode: str | None) -> Event:
    type_, status = settled
    place = cast.place
    frame = place.trigger.frame
    when, where, how_long = date_span(place), place_span(place, cast.covered), duration_span(place)
    trigger = _trigger_span(place.trigger)
    parties = (*cast.sources, *cast.targets)
    parts = [trigger, *(part for part in (when, where, how_long) if part is not None)]
    first, end = sentence(trigger[0])
    parts += [party.span for party in parties if first <= party.span.start < end]
    parts += [_trigger_span(found) for found in cast.covered[:1] if first <= found.token.i < end]
    if status in PUT_OFF and (verb := place.standing.support) is not None:
        parts.append(trigger.doc[verb.i : verb.i + 1])  # "his trip was postponed"
    passage = evidence(span(trigger.doc, (index for part in parts for index in (part.start, part.end - 1))))
    where_said = _passage(where)
    return Event(
        id=event_id(type_, evidence(trigger)),
        type=type_,
        trigger=evidence(trigger),
        evidence=(passage,),
        rule=f"event/{frame.form}:{frame.word}",
        mode=mode,
        custom=frame.custom or None,
        cameo=cameo_code(place.trigger, type_, cast.covered),
        status=status,
        source_mentions=tuple(party.mention for party in cast.sources),
        target_mentions=tuple(party.mention for party in cast.targets),
        source_rules=_inferred(cast.sources),
        target_rules=_inferred(cast.targets) or _paid_back(cast),
        date_mention=_passage(when),
        place=where_said.exact if where_said is not None else None,
        place_mention=where_said,
        duration_mention=_passage(how_long),
    )


def _paid_back(cast: Cast) -> tuple[str, ...]:
    """That whom something is paid back to, where no word says it, is who did the like before."""
    is_open = not cast.targets and ANSWERED in cast.place.trigger.frame.target
    return (PartyRule.ANSWERED,) if is_open else ()


def _inferred(parties: Sequence[Party]) -> tuple[str, ...]:
    """By what a side was inferred, where its words do not stand where the deed has it."""
    return tuple(dict.fromkeys(party.inferred for party in parties if party.inferred is not None))


def _trigger_span(trigger: Trigger) -> Span:
    """The words that tell of the event: the verb with its particle and noun, or the noun with what names its kind."""
    token = trigger.token
    if trigger.frame.form is Form.NOUN:
        return span(token.doc, [token.i, *(found.i for found in children(token, "compound"))])
    own = [found.i for found in (*verb_group(token), *trigger.rest)]
    if trigger.object is not None and 0 < trigger.object.i - token.i < LONGEST_TRIGGER:
        own.append(trigger.object.i)
    return span(token.doc, own)


def _passage(found: Span | None) -> Evidence | None:
    return evidence(found) if found is not None else None
