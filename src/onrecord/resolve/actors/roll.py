"""The actors of a record: everybody whom its mentions were resolved to, with what is known of them."""

from collections.abc import Iterable, Mapping

from onrecord.lexicon.referents import Referent, Sort
from onrecord.model import Actor, ActorKind, Mention
from onrecord.model.rules import ActorRule
from onrecord.resolve.actors.bodies import Stranger, kind_of
from onrecord.resolve.actors.cast import Cast
from onrecord.resolve.actors.directory import Directory


def actors_of(
    found: Mapping[str, Iterable[Mention]], cast: Cast, strangers: Mapping[str, Stranger], directory: Directory
) -> tuple[Actor, ...]:
    """One actor for each id, in the order in which the text comes to them, with their mentions in reading order.

    `strangers` are the bodies and groups that only the text knows.
    """
    placed = {id: sorted(set(mentions), key=_place) for id, mentions in found.items()}
    order = sorted(placed, key=lambda id: (placed[id][0].start if placed[id] else 0, id))
    return tuple(_actor(id, tuple(placed[id]), cast, strangers, directory) for id in order)


def _place(mention: Mention) -> tuple[int, int, str]:
    """Where a mention stands in reading order; of two at one place the longer first."""
    return mention.start, -mention.end, mention.kind


def _actor(
    id: str, mentions: tuple[Mention, ...], cast: Cast, strangers: Mapping[str, Stranger], directory: Directory
) -> Actor:
    if id in directory.people or id in cast.members:
        return _person(id, mentions, cast, directory)
    kind = kind_of(id, directory)
    if id in directory.states:
        state = directory.states[id]
        return Actor(id=id, name=state.name, kind=kind, country=id, roles=("GOV",), wikidata=state.wikidata,
                     basis=ActorRule.KNOWN, mentions=mentions)  # fmt: skip
    if id in directory.organisations:
        body = directory.organisations[id]
        return Actor(id=id, name=body.name, kind=kind, country=id, roles=body.roles, wikidata=body.wikidata,
                     basis=ActorRule.KNOWN, mentions=mentions)  # fmt: skip
    if id in directory.institutions:
        own = directory.institutions[id]
        return Actor(id=id, name=own.name, kind=kind, country=own.country, roles=own.roles, wikidata=own.wikidata,
                     basis=ActorRule.KNOWN, mentions=mentions)  # fmt: skip
    if id in strangers:
        return _stranger(id, mentions, strangers[id], directory)
    return _owned(id, kind, mentions, directory)


def _stranger(id: str, mentions: tuple[Mention, ...], known: Stranger, directory: Directory) -> Actor:
    nouns = [mention.office for mention in mentions if mention.office is not None]
    kind = ActorKind.PERSON if known.person else ActorKind.INSTITUTION
    if any(directory.nouns.get(noun) is Referent.DOCUMENT for noun in nouns):
        kind = ActorKind.DOCUMENT
    elif known.plural or any(directory.sorts.get(noun) is Sort.PEOPLE for noun in nouns):
        kind = ActorKind.GROUP
    basis = ActorRule.UNNAMED if known.unnamed else ActorRule.INTRODUCED
    return Actor(id=id, name=known.name, kind=kind, country=known.country, basis=basis, mentions=mentions)


def _owned(id: str, kind: ActorKind, mentions: tuple[Mention, ...], directory: Directory) -> Actor:
    """A body that every state has, or a document: "Chinese foreign ministry", "White House statement"."""
    owner, _, noun = id.rpartition(".")
    code = owner.partition(".")[0].upper()
    generic = directory.institutions.get(noun)
    named = next((mention.name for mention in mentions if mention.name is not None), None)
    return Actor(
        id=id,
        name=named or f"{_adjective(owner, directory)} {generic.name if generic is not None else noun}",
        kind=kind,
        country=code,
        roles=generic.roles if generic is not None else (),
        basis=ActorRule.INTRODUCED,
        mentions=mentions,
    )


def _adjective(owner: str, directory: Directory) -> str:
    """Whose a body is: "Chinese", "NATO", "White House", "Chinese foreign ministry"."""
    if owner in directory.institutions:
        return directory.institutions[owner].name
    state, _, noun = owner.partition(".")
    known = directory.states.get(state.upper())
    adjective = (known.adjectives or (known.name,))[0] if known is not None else _organisation(state.upper(), directory)
    generic = directory.institutions.get(noun)
    return f"{adjective} {generic.name}" if generic is not None else adjective


def _organisation(code: str, directory: Directory) -> str:
    organisation = directory.organisations.get(code)
    return organisation.name if organisation is not None else code


def _person(id: str, mentions: tuple[Mention, ...], cast: Cast, directory: Directory) -> Actor:
    member, known = cast.members.get(id), directory.people.get(id)
    if known is None:
        assert member is not None
        basis = ActorRule.INTRODUCED if member.introduced else ActorRule.ONLY_NAMED
        return Actor(id=id, name=member.name, kind=ActorKind.PERSON, country=member.country,
                     offices=tuple(member.offices), basis=basis,
                     mentions=mentions)  # fmt: skip
    return Actor(
        id=id,
        name=known.name,
        kind=ActorKind.PERSON,
        country=directory.country(known),
        roles=known.roles,
        offices=tuple(dict.fromkeys(office.name for office in directory.holds(known))),
        wikidata=known.wikidata,
        aliases=(known.family, *known.aliases),
        basis=ActorRule.KNOWN,
        mentions=mentions,
    )
