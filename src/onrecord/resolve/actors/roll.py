"""The actors of a record: everybody whom its mentions were resolved to, with what is known of them."""

from collections.abc import Iterable, Mapping

from onrecord.model import Actor, ActorKind, Mention
from onrecord.resolve.actors.bodies import kind_of
from onrecord.resolve.actors.cast import Cast
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import described

KNOWN = "knowledge base"
INTRODUCED = "introduced by the text"
ONLY_NAMED = "named only by the text"


def actors_of(found: Mapping[str, Iterable[Mention]], cast: Cast, directory: Directory) -> tuple[Actor, ...]:
    """One actor for each id, in the order in which the text comes to them, with their mentions in reading order."""
    placed = {id: sorted(set(mentions), key=_place) for id, mentions in found.items()}
    order = sorted(placed, key=lambda id: (placed[id][0].start if placed[id] else 0, id))
    return tuple(_actor(id, tuple(placed[id]), cast, directory) for id in order)


def _place(mention: Mention) -> tuple[int, int, str]:
    """Where a mention stands in reading order; of two at one place the longer first."""
    return mention.start, -mention.end, mention.kind


def _actor(id: str, mentions: tuple[Mention, ...], cast: Cast, directory: Directory) -> Actor:
    if id in directory.people or id in cast.members:
        return _person(id, mentions, cast, directory)
    kind = kind_of(id, directory)
    if id in directory.states:
        state = directory.states[id]
        return Actor(id=id, name=state.name, kind=kind, country=id, roles=("GOV",), wikidata=state.wikidata,
                     basis=KNOWN, mentions=mentions)  # fmt: skip
    if id in directory.organisations:
        body = directory.organisations[id]
        return Actor(id=id, name=body.name, kind=kind, country=id, roles=body.roles, wikidata=body.wikidata,
                     basis=KNOWN, mentions=mentions)  # fmt: skip
    if id in directory.institutions:
        own = directory.institutions[id]
        return Actor(id=id, name=own.name, kind=kind, country=own.country, roles=own.roles, wikidata=own.wikidata,
                     basis=KNOWN, mentions=mentions)  # fmt: skip
    return _owned(id, kind, mentions, directory)


def _owned(id: str, kind: ActorKind, mentions: tuple[Mention, ...], directory: Directory) -> Actor:
    """A body that every state has, or a statement: "Chinese foreign ministry", "Chinese statement"."""
    code, _, noun = id.partition(".")
    country = code.upper() if code != "named" else next((m.country for m in mentions if m.country is not None), None)
    generic = directory.institutions.get(noun)
    state = directory.states.get(country or "")
    owner = (state.adjectives or (state.name,))[0] if state is not None else _organisation(country or "", directory)
    named = next((mention.name for mention in mentions if mention.name is not None), None)
    if named is None and code == "named":
        named = described(mentions[0].exact)
    return Actor(
        id=id,
        name=named or f"{owner} {generic.name if generic is not None else noun}",
        kind=kind,
        country=country,
        roles=generic.roles if generic is not None else (),
        basis=INTRODUCED,
        mentions=mentions,
    )


def _organisation(code: str, directory: Directory) -> str:
    organisation = directory.organisations.get(code)
    return organisation.name if organisation is not None else code


def _person(id: str, mentions: tuple[Mention, ...], cast: Cast, directory: Directory) -> Actor:
    member, known = cast.members.get(id), directory.people.get(id)
    if known is None:
        assert member is not None
        return Actor(id=id, name=member.name, kind=ActorKind.PERSON, country=member.country,
                     offices=tuple(member.offices), basis=INTRODUCED if member.introduced else ONLY_NAMED,
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
        basis=KNOWN,
        mentions=mentions,
    )
