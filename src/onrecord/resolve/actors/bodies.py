"""Whom a state, an institution or a statement's name means."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from onrecord.lexicon.referents import Referent, Sort
from onrecord.model import ActorKind, Mention, MentionKind
from onrecord.model.rules import SpeakerRule
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.order import REACH
from onrecord.resolve.actors.reading import Reading, described, named_id

NEAR = 500  # characters, about a paragraph, in which "the ministry" is the one that just spoke
FARTHEST = 50  # mentions of such bodies back; farther ones are of another part of a long text
LAST = 8  # mentions of such a body that may stand between it and its owner
OWNING = ("my ", "our ", "his ", "her ", "its ", "their ", "whose ")
INDEFINITE = ("a ", "an ", "another ", "one ", "any ", "some ", "no ")
DEFINITE = ("the ", "this ", "that ")
SORTS = {"MED": Sort.MEDIA, "PTY": Sort.PEOPLE, "REB": Sort.PEOPLE, "BUS": Sort.COMPANY}  # by PLOVER's sectors
UNTOLD = (Sort.MEDIA, Sort.PEOPLE, Sort.COMPANY)
SMALL = frozenset({"the", "a", "an", "of", "this", "that", "these", "its", "his", "her", "their", "another", "one"})
FORMS = frozenset({"kingdom", "emirate", "sultanate"})  # of which a document seldom names two


@dataclass(slots=True, kw_only=True)
class Stranger:
    """A body, a group or an office holder that only the text knows, by what the text calls it.

    `unnamed` is true for who the text leaves without a name: "a senior official".
    """

    name: str
    plural: bool = False
    person: bool = False
    unnamed: bool = False
    country: str | None = None


class Bodies:
    """The institutions of a document, by the nouns that stand for them.

    `strangers` are the bodies and groups that only the text knows.
    """

    def __init__(self, mentions: Iterable[Mention], directory: Directory) -> None:
        self._directory = directory
        self._owned: dict[str, list[Mention]] = {}
        self._states: list[str] = []
        self.strangers: dict[str, Stranger] = {}
        self._named: list[tuple[Mention, frozenset[Sort]]] = []
        self._fuller: dict[str, list[Mention]] = {}  # by the last words of a name: "Security Council"
        for mention in mentions:
            if mention.kind is not MentionKind.INSTITUTION or mention.plural:
                continue
            if (mention.actor or mention.name) and (sorts := self._sorts(mention)):
                self._named.append((mention, sorts))
            if mention.actor is not None and mention.country is not None:
                self._shorten(mention)
            if mention.country is not None:
                self._states.append(mention.country)
            if mention.country is not None or mention.name is not None or own_words(mention):
                for noun in {self._noun(mention), _head(mention)}:
                    self._owned.setdefault(noun, []).append(mention)

    def _shorten(self, mention: Mention) -> None:
        """Keeps the shorter forms of a body's name: "Harbour Council" of "the Norland Harbour Council"."""
        words = _words(description(mention))
        for first in range(1, len(words) - 1):
            self._fuller.setdefault(" ".join(words[first:]), []).append(mention)

    def _noun(self, mention: Mention) -> str:
        """What a body is, the same for its several names."""
        noun = mention.office or ""
        return self._directory.body_names.get(noun, noun)

    def institution(self, mention: Mention) -> Reading:
        """The state, institution or document that a mention names."""
        if mention.actor is not None:
            return Reading(actors=(mention.actor,), country=mention.country, rule=SpeakerRule.INSTITUTION_KNOWN)
        if self.is_document(mention.office):
            return self._document(mention)
        if mention.country is None and mention.office in FORMS:
            return self._form(mention.office)
        if mention.name is not None:
            fuller = {one.actor: one for one in self._fuller.get(mention.name.lower(), ())}
            if mention.country is None and len(fuller) == 1:
                return replace(self.institution(fuller.popitem()[1]), rule=SpeakerRule.INSTITUTION_BEFORE)
            return self._told(mention, SpeakerRule.INSTITUTION_NAMED)
        before = self._meant(mention) if mention.country is None and mention.office is not None else None
        if before is None:
            return self._described(mention)
        country = before.country
        reading = Reading(rule="", country=country) if before.plural else self.institution(before)
        return replace(reading, rule=SpeakerRule.INSTITUTION_BEFORE)

    def stranger(self, name: str, country: str | None, *, plural: bool = False) -> str:
        """The id of a body or group that only the text knows."""
        return self.add(Stranger(name=name, plural=plural, country=country))

    def add(self, stranger: Stranger, *, another: bool = False) -> str:
        """The id of somebody whom only the text knows; what is told of the country once is kept.

        `another` one is nobody who was so called before.
        """
        actor = named_id(stranger.name)
        if another and actor in self.strangers:
            number = sum(known.name == stranger.name for known in self.strangers.values()) + 1
            actor = f"{actor}-{number}"
        known = self.strangers.setdefault(actor, stranger)
        known.country = known.country or stranger.country
        return actor

    @property
    def people(self) -> Set[str]:
        """The ids of the office holders among the strangers."""
        return {id for id, stranger in self.strangers.items() if stranger.person}

    def _told(self, mention: Mention, rule: str) -> Reading:
        """A body by its name or, without one, by the text's own words."""
        actor = self.stranger(mention.name or description(mention), mention.country, plural=mention.plural)
        return Reading(actors=(actor,), country=self.strangers[actor].country, rule=rule)

    def _described(self, mention: Mention) -> Reading:
        """A body that the text describes: "the Arden city council", "the kingdom's aviation authority".

        "The group" alone describes none, "police" does.
        """
        is_bare = not own_words(mention) and mention.country is None
        if is_bare and mention.exact.lower().startswith((*DEFINITE, *INDEFINITE, *OWNING)):
            return Reading(country=mention.country, rule=SpeakerRule.INSTITUTION_WORDS)
        return self._told(mention, SpeakerRule.INSTITUTION_DESCRIBED)

    def _form(self, form: str) -> Reading:
        """The one state of this form that the document names: "the kingdom"."""
        named = dict.fromkeys(code for code in self._states if code in self._directory.states)
        states = [code for code in named if any(form in _words(name) for name in self._directory.states[code].names)]
        if len(states) != 1:
            return Reading(rule=SpeakerRule.FORM_UNCLEAR)
        return Reading(actors=(states[0],), country=states[0], rule=SpeakerRule.FORM)

    def is_document(self, noun: str | None) -> bool:
        """Whether a noun stands for something written or read out."""
        return self._directory.nouns.get(noun or "") is Referent.DOCUMENT

    def _document(self, mention: Mention) -> Reading:
        before = None if mention.country is not None else self._before(mention)
        country = before.country if before is not None else mention.country
        if before is not None and before.actor is not None:
            return Reading(actors=(before.actor,), country=country, rule=SpeakerRule.DOCUMENT_BEFORE)
        if country is None:
            return Reading(rule=SpeakerRule.DOCUMENT_UNCLEAR)
        if before is None:
            return self.written_for(country, mention)
        return replace(self.written_for(country, mention), rule=SpeakerRule.DOCUMENT_BEFORE)

    def written_for(self, country: str, mention: Mention) -> Reading:
        """A document that speaks for a state or an organisation."""
        actor = document_id(country, mention.office or "")
        return Reading(actors=(actor,), country=country, rule=SpeakerRule.DOCUMENT_STATE)

    def _meant(self, mention: Mention) -> Mention | None:
        """The body named before that one without a name of its own means; "another group" means none."""
        is_new = mention.exact.lower().startswith(INDEFINITE)
        if mention.plural or is_new:
            return None
        return self._before(mention) or self._of_its_sort(mention)

    def _before(self, mention: Mention) -> Mention | None:
        """The mention before this one that says whose such a body is; where two have one, the subject just before."""
        own = own_words(mention)
        owned = self._owned.get(self._noun(mention), [])
        number = bisect_left(owned, mention.start, key=_start)
        before = [one for one in owned[max(0, number - FARTHEST) : number] if own <= own_words(one)][-LAST:]
        if not before:
            return None
        last = before[-1]
        is_one = all(_owner(one) == _owner(last) for one in before)
        return last if is_one or (last.subject and mention.start - last.start < NEAR) else None

    def _of_its_sort(self, mention: Mention) -> Mention | None:
        """The last body named before that a bare noun can stand for: a newspaper for "the outlet".

        A subject goes before others; of two that are none of it, neither.
        """
        asked = frozenset(self._directory.stands_for.get(mention.office or "", ()))
        if own_words(mention) or not mention.exact.lower().startswith(DEFINITE):
            return None
        near = [one for one, sorts in self._near(mention) if sorts & asked and one.office != mention.office]
        subjects = [one for one in near if one.subject]
        if subjects:
            return subjects[-1]
        return near[-1] if len({_owner(one) for one in near}) == 1 else None

    def _near(self, mention: Mention) -> Sequence[tuple[Mention, frozenset[Sort]]]:
        """The named bodies near enough before a mention to be meant by it."""
        first = bisect_left(self._named, mention.start - REACH, key=_place)
        return self._named[first : bisect_left(self._named, mention.start, key=_place)]

    def _sorts(self, mention: Mention) -> frozenset[Sort]:
        """What kinds of body a named one can be; a name that tells nothing can be of several."""
        actor = mention.actor or ""
        if actor in self._directory.organisations:
            return frozenset({Sort.ALLIANCE})
        known = self._directory.institutions.get(actor) or self._directory.institutions.get(actor.rpartition(".")[2])
        if known is not None and known.kind is ActorKind.GROUP:
            return frozenset({Sort.PEOPLE})
        if known is not None and SORTS.keys() & set(known.roles):
            return frozenset(SORTS[role] for role in known.roles if role in SORTS)
        words = _words(mention.office or mention.name or actor.rpartition(".")[2])
        told = {self._directory.sorts[word] for word in words if word in self._directory.sorts}
        return frozenset(told or (UNTOLD if mention.name is not None and known is None else ()))


def _head(mention: Mention) -> str:
    """The noun alone: "ministry" of a ministry of foreign affairs and of a foreign ministry."""
    words = (mention.office or "").partition(" of ")[0].split()
    return words[-1] if words else ""


def _start(mention: Mention) -> int:
    return mention.start


def _place(named: tuple[Mention, frozenset[Sort]]) -> int:
    return named[0].start


def _owner(mention: Mention) -> tuple[str | None, str | None]:
    return mention.country, mention.name or (None if mention.country is not None else description(mention))


def description(mention: Mention) -> str:
    """What the text calls a body, without the article and what stands beside it after a comma."""
    return described(mention.exact).partition(",")[0]


def own_words(mention: Mention) -> frozenset[str]:
    """The words with which a text tells a body from others of its kind."""
    noun = mention.office or ""
    kind = {*noun.split(), *SMALL}
    words = [word.removesuffix("'s").removesuffix("’s") for word in _words(description(mention))]
    own = (word for word in words if word not in kind)
    return frozenset(word for word in own if not (mention.plural and noun and word.startswith(noun[:-1])))


def _words(name: str) -> list[str]:
    return name.lower().split()


def document_id(country: str, noun: str) -> str:
    """The id of the actor that a state's statements are: "chn.statement"."""
    return f"{country.lower()}.{noun}"


def kind_of(id: str, directory: Directory) -> ActorKind:
    """What an actor is, by its id."""
    if id in directory.states:
        return ActorKind.STATE
    if id in directory.organisations:
        return ActorKind.ORGANISATION
    if id in directory.institutions:
        return directory.institutions[id].kind
    noun = id.rpartition(".")[2]
    return ActorKind.DOCUMENT if directory.nouns.get(noun) is Referent.DOCUMENT else ActorKind.INSTITUTION
