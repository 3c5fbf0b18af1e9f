"""Who the actors of some records are: their names, sides and offices, and who may be one person."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Actor, ActorKind, Mention, MentionKind, Record, Statement
from onrecord.model.rules import ActorRule

UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors by id, and the names of countries by code."""

    actors: Mapping[str, Actor]
    countries: Mapping[str, str]

    def name(self, actor: str) -> str:
        """The name to show; an id that nothing describes stands for itself, a country's code for its name."""
        known = self.actors.get(actor)
        if known is not None and known.basis == ActorRule.UNNAMED:
            return f"{flat(known.name)}, {UNNAMED}"
        return known.name if known else self.country_name(actor)

    def country(self, actor: str | None) -> str | None:
        """The country of an actor, if it is known to have one."""
        known = self.actors.get(actor or "")
        return known.country if known else actor if actor in self.countries else None

    def country_name(self, code: str) -> str:
        """The name of a country; a code that nothing describes stands for itself."""
        return self.countries.get(code, code)

    def is_state(self, actor: str) -> bool:
        """Whether an actor is a state as a whole."""
        known = self.actors.get(actor)
        return known.kind is ActorKind.STATE if known else actor in self.countries

    def are_unnamed(self, actors: Iterable[str]) -> bool:
        """Whether the text gives none of some actors a name."""
        return all(actor in self.actors and self.actors[actor].basis == ActorRule.UNNAMED for actor in actors)

    def is_person(self, actor: str) -> bool:
        """Whether an actor is known and somebody, or an office that somebody holds."""
        known = self.actors.get(actor)
        return known is not None and known.kind in (ActorKind.PERSON, ActorKind.OFFICE)


def cast_of(records: Iterable[Record], countries: Mapping[str, str]) -> Cast:
    """The cast of some records; of two descriptions of one actor the fuller name is kept."""
    actors: dict[str, Actor] = {}
    for actor in (actor for record in records for actor in record.actors):
        known = actors.get(actor.id)
        if known is None or len(actor.name) > len(known.name):
            actors[actor.id] = actor
    return Cast(actors, countries)


def speaker_name(statement: Statement, cast: Cast) -> str | None:
    """The speakers' names, or the text's words for them ("a senior official, unnamed"), or None."""
    mention = statement.speaker_mention
    if mention is not None and mention.kind is MentionKind.ANONYMOUS and cast.are_unnamed(statement.speakers):
        return _in_the_words_of_the_text(mention)
    if statement.speakers:
        return listed(cast.name(speaker) for speaker in statement.speakers)
    if mention is None or mention.kind is MentionKind.PRONOUN:
        return None
    return _in_the_words_of_the_text(mention)


def relay_name(statement: Statement, cast: Cast) -> str | None:
    """The name of who relays a statement, or None."""
    if statement.via:
        return cast.name(statement.via)
    return flat(statement.via_mention.name or statement.via_mention.exact) if statement.via_mention else None


def speaker_countries(statement: Statement, cast: Cast) -> tuple[str, ...]:
    """The sides that a statement speaks for, each once."""
    countries = [cast.country(speaker) for speaker in statement.speakers] or [statement.speaker_country]
    found = tuple(dict.fromkeys(country for country in countries if country))
    return found or ((statement.speaker_country,) if statement.speaker_country else ())


def relay_country(statement: Statement, cast: Cast) -> str | None:
    """The side of who relays a statement."""
    mention = statement.via_mention
    return cast.country(statement.via) or (mention.country if mention else None)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the longer has all words of the shorter ("Xi", "Xi Jinping")."""
    ours, theirs = _name_words(one), _name_words(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def listed(names: Iterable[str]) -> str:
    """Names as a list: "A, B and C"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _in_the_words_of_the_text(mention: Mention) -> str:
    words = flat(mention.name or mention.exact)
    return f"{words}, {UNNAMED}" if mention.kind is MentionKind.ANONYMOUS else words


@functools.lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", name.casefold()) if len(word) > 1)
