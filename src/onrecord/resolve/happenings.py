"""One happening, told more than once: when two events of a document are the same one, and the event they make.

What happened between the same sides, at a time that may be one, is taken for one happening where the kind of event
allows it: a meeting where the people allow it, a deed where its words are the same or only name it, speech where it
says the same. Anything else stays apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.model import Event, EventType, Evidence, MentionKind, Status
from onrecord.model.days import may_be_one, narrower

MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})  # no matter who is named first
SPOKEN = frozenset(  # done by saying something: twice is two
    {EventType.ACCUSE, EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
GOING_ON = frozenset({Status.OCCURRED, Status.ONGOING})
VAGUER = {"talks": frozenset({"call", "meet"})}  # what else a mode may be when more is told of it
PRAISING = frozenset({"050", "051"})  # CAMEO's codes of support and praise by words
NOUN = "event/noun:"  # how the rules of events begin that only a noun names
STEM = 4  # letters by which two words are taken for forms of one: "invaded", "invasion"
LIKE = 0.5  # of the words that tell what it was about, shared: they say the same

_WORD = re.compile(r"\w{4,}")
_SUM = re.compile(r"[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|per ?cent)")
_STOP = re.compile(r"[.!?;](?=\s|$)|\n")


def told_once(events: Iterable[Event], text: str) -> tuple[tuple[Event, ...], Mapping[str, str]]:
    """The events of a text in reading order, those of one happening made one, and the new ids of those that have gone.

    What the text says of one happening at odds, that it is planned and that it took place, stays apart.
    """
    whole: list[Event] = []
    gone: dict[str, str] = {}
    for event in events:
        place = next((place for place in _latest_first(whole) if _is_told_again(whole[place], event, text)), None)
        if place is None:
            whole.append(event)
            continue
        one = together(whole[place], event)
        gone[event.id if one.id == whole[place].id else whole[place].id] = one.id
        whole[place] = one
    return tuple(whole), {old: _last(new, gone) for old, new in gone.items()}


def _latest_first(whole: list[Event]) -> Iterator[int]:
    return iter(range(len(whole) - 1, -1, -1))


def _last(name: str, gone: Mapping[str, str]) -> str:
    while name in gone:
        name = gone[name]
    return name


def _is_told_again(one: Event, other: Event, text: str) -> bool:
    if one.status is not other.status and not {one.status, other.status} <= GOING_ON:
        return False
    return is_one_happening(one, other, (text, text)) or _is_one_thanks(one, other) or _is_named_in_short(one, other)


def _is_one_thanks(one: Event, other: Event) -> bool:
    """Whether both are words of support or praise of one state for another: who thanks twice has thanked."""
    is_praise = one.type is other.type is EventType.SUPPORT and {one.cameo, other.cameo} <= PRAISING
    is_abroad = not set(one.sources) & set(one.targets)
    return is_praise and is_abroad and _is_one_pair(one, other) and may_be_one(one.date, other.date)


def _is_named_in_short(one: Event, other: Event) -> bool:
    """Whether both are names for what one did, and one of them does not say to whom: "its aggression"."""
    is_deed = one.type is other.type and one.type not in SPOKEN | MUTUAL and one.mode == other.mode
    is_named = one.rule.startswith(NOUN) or other.rule.startswith(NOUN)
    if not (is_deed and is_named and one.sources and one.sources == other.sources):
        return False
    short = [event for event in (one, other) if event.rule.startswith(NOUN) and not event.targets]
    is_same = _is_named_again(one, other) or _is_named_again(other, one)
    return bool(short) and is_same and may_be_one(one.date, other.date)


def is_one_happening(one: Event, other: Event, texts: tuple[str, str]) -> bool:
    """Whether two events may be the same, for all that their texts say of them but their status."""
    return (
        one.type is other.type
        and _is_one_mode(one.mode, other.mode)
        and _is_one_pair(one, other)
        and may_be_one(one.date, other.date)
        and _is_one_deed(one, other, texts)
    )


def together(one: Event, other: Event) -> Event:
    """The clearer of two events of one happening, the earlier if both are as clear, with what the other adds."""
    clear, vague = (other, one) if _clarity(other) > _clarity(one) else (one, other)
    day = narrower(clear.date, vague.date)
    dated, placed = (clear if day == clear.date else vague), (clear if clear.place else vague)
    return replace(
        clear,
        mode=vague.mode if vague.mode in VAGUER.get(clear.mode or "", ()) else clear.mode or vague.mode,
        evidence=tuple(dict.fromkeys(clear.evidence + vague.evidence)),
        date=dated.date,
        date_basis=dated.date_basis,
        date_mention=dated.date_mention,
        place=placed.place,
        place_mention=placed.place_mention,
        duration_mention=clear.duration_mention or vague.duration_mention,
    )


def _clarity(event: Event) -> tuple[bool, int, int]:
    """How much an event tells by itself: to whom it is done, then of people, then of when and where."""
    told = (event.date, event.place, event.duration_mention)
    return bool(event.targets), len(_people(event)), sum(part is not None for part in told)


def _is_one_mode(one: str | None, other: str | None) -> bool:
    return one == other or one in VAGUER.get(other or "", ()) or other in VAGUER.get(one or "", ())


def _is_one_pair(one: Event, other: Event) -> bool:
    """Whether the same sides take part, each in its part where it matters which."""
    ours, theirs = (set(one.sources), set(one.targets)), (set(other.sources), set(other.targets))
    if one.type in MUTUAL:
        return ours[0] | ours[1] == theirs[0] | theirs[1] != set()
    return ours == theirs and bool(ours[0] and ours[1])


def _is_one_deed(one: Event, other: Event, texts: tuple[str, str]) -> bool:
    if _differ_in_sums(_sentence(one, texts[0]), _sentence(other, texts[1])):
        return False
    ours, theirs = _matters(one, texts[0]), _matters(other, texts[1])
    if one.type is EventType.CONSULT:
        is_named = bool(_people(one) or _people(other)) or not (ours and theirs)
        return _is_one_company(one, other) and (is_named or _are_alike(ours, theirs))
    if one.type not in SPOKEN and (_is_named_again(one, other) or _is_named_again(other, one)):
        return True
    return _are_alike(ours, theirs)


def _differ_in_sums(one: str, other: str) -> bool:
    """Whether two sentences tell of different sums or shares: tariffs worth $34 billion are none worth $60 billion."""
    ours, theirs = set(_SUM.findall(one)), set(_SUM.findall(other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _are_alike(ours: set[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= LIKE * len(ours | theirs) > 0


def _is_one_company(one: Event, other: Event) -> bool:
    """Whether the same people are named; words that name fewer, or nobody, must tell nothing else: "the meeting"."""
    ours, theirs = _people(one), _people(other)
    if ours == theirs:
        return not _differ(one.duration_mention, other.duration_mention)
    fewer = one if ours < theirs else other if theirs < ours else None
    return fewer is not None and not (fewer.date or fewer.place or fewer.duration_mention)


def _differ(one: Evidence | None, other: Evidence | None) -> bool:
    return one is not None and other is not None and one.exact.casefold() != other.exact.casefold()


def _people(event: Event) -> set[str]:
    states = {*event.sources, *event.targets}
    return {actor for actor in (*event.source_actors, *event.target_actors) if actor not in states}


def _is_named_again(one: Event, other: Event) -> bool:
    """Whether one is only a name for what the other tells: "the invasion" after "invaded in 2022"."""
    if not other.rule.startswith(NOUN):
        return False
    return one.rule.startswith(NOUN) or bool(_stems(one.trigger.exact) & _stems(other.trigger.exact))


def _matters(event: Event, text: str) -> set[str]:
    """The words that tell what it was about: those of its sentence that name neither the deed nor its sides."""
    sides = (*event.source_mentions, *event.target_mentions)
    known = (side for side in sides if side.kind is not MentionKind.ANONYMOUS)
    named = set().union(
        *(_stems(part.exact) for part in (event.trigger, event.date_mention, *known) if part is not None)
    )
    return _stems(_sentence(event, text)) - named


def _sentence(event: Event, text: str) -> str:
    """The words that tell of an event, to the end of their sentence."""
    passage = event.evidence[0]
    stop = _STOP.search(text, passage.end)
    return text[passage.start : stop.start() if stop else len(text)]


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(words.casefold())}
