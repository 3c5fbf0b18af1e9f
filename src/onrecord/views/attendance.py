"""Who took part in an occasion, who received whom, and which country it led to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.encounters import Encounter, EncounterKind
from onrecord.model import Event, Mention, MentionKind
from onrecord.views.cast import Cast, flat


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part; `is_known` where a name and no mere description tells who, `is_host` who is visited."""

    name: str
    office: str | None
    country: str | None
    is_known: bool
    is_host: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """Those on one side of an event."""

    actors: tuple[str, ...]
    mentions: tuple[Mention, ...]
    states: tuple[str, ...]


def word_of(event: Event, words: Sequence[Encounter]) -> Encounter | None:
    """What is known of the word that tells of an event, if it is said of the host or of an offer."""
    word = event.rule.partition(":")[2]
    return next((encounter for encounter in words if not encounter.is_name and encounter.word == word), None)


def is_told_of_the_host(event: Event, words: Sequence[Encounter]) -> bool:
    """Whether the word of an event is said of who receives: "welcomed", "invited"."""
    found = word_of(event, words)
    return found is not None and found.by_host


def participants(event: Event, kind: EncounterKind, words: Sequence[Encounter], cast: Cast) -> Iterator[Participant]:
    """Who took part; a state only where nobody of it is named, and never on a visit.

    The host of a visit is a place, or people who are named.
    """
    ours = _Side(event.source_actors, event.source_mentions, event.sources)
    theirs = _Side(event.target_actors, event.target_mentions, event.targets)
    if kind is EncounterKind.VISIT:
        guests, received_by = (theirs, ours) if is_told_of_the_host(event, words) else (ours, theirs)
        found = list(_of(guests, cast))
        known_hosts = [one for one in _of(_people_of(received_by, cast), cast) if one.is_known and found]
        found += [replace(one, is_host=True) for one in known_hosts]
    else:
        found = [*_of(ours, cast, by_states=True), *_of(theirs, cast, by_states=True)]
        if set(event.sources) == set(event.targets) and len(event.sources) > 1:
            found = [*_of(ours, cast, by_states=True)] or found
    seen: set[str] = {event.place} if event.place else set()
    surnames = {one.name.split()[-1] for one in found if one.is_known}
    for one in found:
        is_named_too = not one.is_known and not surnames.isdisjoint(one.name.split())
        if one.name not in seen and not is_named_too:
            seen.add(one.name)
            yield one


def hosts(event: Event, kind: EncounterKind, words: Sequence[Encounter]) -> tuple[str, ...]:
    """The states that are visited, where they are not the visitor's own."""
    if kind is not EncounterKind.VISIT or event.sources == event.targets:
        return ()
    return event.sources if is_told_of_the_host(event, words) else event.targets


def _people_of(side: _Side, cast: Cast) -> _Side:
    return _Side(tuple(filter(cast.is_person, side.actors)), side.mentions, ())


def _of(side: _Side, cast: Cast, *, by_states: bool = False) -> Iterator[Participant]:
    """Those of a side by name, else in the words of the text, else, with `by_states`, its states."""
    known = [actor for actor in side.actors if not cast.is_state(actor) and not _is_spelled_out(actor, side, cast)]
    for actor in known:
        yield Participant(cast.name(actor), _office_of(actor, side.mentions, cast), cast.country(actor), is_known=True)
    words = [mention for mention in side.mentions if mention.kind is MentionKind.ANONYMOUS]
    states = side.states if by_states else ()
    if not side.actors and states:
        words = [m for m in side.mentions if m.kind not in (MentionKind.PRONOUN, MentionKind.INSTITUTION)]
    for mention in words:
        yield Participant(flat(mention.name or mention.exact), None, mention.country, is_known=mention.name is not None)
    if not known and not words:
        for state in states:
            yield Participant(cast.country_name(state), None, state, is_known=False)


def _is_spelled_out(actor: str, side: _Side, cast: Cast) -> bool:
    """Whether a phrase says by name who those are that it begins with: "two officials, Minister Holm and Mr. Lind"."""
    people = [other for other in side.actors if cast.is_person(other)]
    if cast.is_person(actor) or not people:
        return False
    return any(flat(mention.exact).startswith(f"{flat(cast.name(actor))}, ") for mention in side.mentions)


def _office_of(actor: str, mentions: Sequence[Mention], cast: Cast) -> str | None:
    """The office that the text gives somebody; a body holds none."""
    described = cast.actors[actor].mentions if cast.is_person(actor) else ()
    return _office((*(m for m in mentions if m.actor == actor), *described)) if described else None


def _office(mentions: Sequence[Mention]) -> str | None:
    """The office in the text's own words, where they name one: "US Secretary of State", not "counterpart"."""
    for mention in mentions:
        if mention.office:
            place = mention.exact.casefold().find(mention.office.casefold())
            words = mention.exact[place : place + len(mention.office)] if place >= 0 else ""
            if words[:1].isupper() and not words.isupper():
                return flat(words)
    return None
