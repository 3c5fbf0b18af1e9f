"""Whom a state, an institution or a statement's name means."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.lexicon.referents import Referent
from onrecord.model import ActorKind, Mention, MentionKind
from onrecord.resolve.actors.directory import Directory
from onrecord.resolve.actors.reading import Reading, described, named_id

LAST = 8  # mentions of such a body that may stand between it and its owner
FORMS = frozenset({"kingdom", "emirate", "sultanate"})  # of which a document seldom names two


class Bodies:
    """The institutions of a document, by the nouns that stand for them."""

    def __init__(self, mentions: Iterable[Mention], directory: Directory) -> None:
        self._directory = directory
        self._owned: dict[str, list[Mention]] = {}
        self._states: list[str] = []
        for mention in mentions:
            if mention.kind is not MentionKind.INSTITUTION or mention.plural:
                continue
            if mention.country is not None:
                self._states.append(mention.country)
            if mention.country is not None or mention.name is not None:
                for noun in {self._noun(mention), _head(mention)}:
                    self._owned.setdefault(noun, []).append(mention)

    def _noun(self, mention: Mention) -> str:
        """What a body is, the same for its several names."""
        noun = mention.office or ""
        return self._directory.body_names.get(noun, noun)

    def institution(self, mention: Mention) -> Reading:
        """The state, institution or document that a mention names."""
        if mention.actor is not None:
            return Reading(actors=(mention.actor,), country=mention.country, rule="institution: named")
        if self.is_document(mention.office):
            return self._document(mention)
        if mention.country is None and mention.office in FORMS:
            return self._form(mention.office)
        if mention.name is not None:
            return Reading(
                actors=(named_id(mention.name),), country=mention.country, rule="institution: named by the text"
            )
        before = self._before(mention) if mention.country is None and mention.office is not None else None
        if before is None:
            return self._described(mention)
        actor = before.actor or (named_id(before.name) if before.name is not None else None)
        return Reading(
            actors=(actor,) if actor is not None else (),
            country=before.country,
            rule="institution: the one named before",
        )

    def _described(self, mention: Mention) -> Reading:
        """A body that the text describes and singles out by a name in its words: "the Arden city council"."""
        words = described(mention.exact)
        if mention.plural or not any(word[0].isupper() for word in words.split()):
            return Reading(country=mention.country, rule="institution: by its own words")
        return Reading(actors=(named_id(words),), country=mention.country, rule="institution: described by the text")

    def _form(self, form: str) -> Reading:
        """The one state of this form that the document names: "the kingdom"."""
        named = dict.fromkeys(code for code in self._states if code in self._directory.states)
        states = [code for code in named if any(form in _words(name) for name in self._directory.states[code].names)]
        if len(states) != 1:
            return Reading(rule="institution: no one state of this form is named")
        return Reading(actors=(states[0],), country=states[0], rule="institution: the one state of this form")

    def is_document(self, noun: str | None) -> bool:
        """Whether a noun stands for something written or read out."""
        return self._directory.nouns.get(noun or "") is Referent.DOCUMENT

    def _document(self, mention: Mention) -> Reading:
        before = None if mention.country is not None else self._before(mention)
        country = before.country if before is not None else mention.country
        if country is None:
            return Reading(rule="document: nothing tells whose")
        rule = "document: speaks for a state" if before is None else "document: the one named before"
        return Reading(actors=(document_id(country, mention.office or ""),), country=country, rule=rule)

    def _before(self, mention: Mention) -> Mention | None:
        """The mention before this one that says whose such a body is, unless two have one here."""
        owned = self._owned.get(self._noun(mention), [])
        number = bisect_left(owned, mention.start, key=_start)
        if number == 0 or any(_owner(one) != _owner(owned[0]) for one in owned[max(0, number - LAST) : number]):
            return None
        return owned[number - 1]


def _head(mention: Mention) -> str:
    """The noun alone: "ministry" of a ministry of foreign affairs and of a foreign ministry."""
    words = (mention.office or "").partition(" of ")[0].split()
    return words[-1] if words else ""


def _start(mention: Mention) -> int:
    return mention.start


def _owner(mention: Mention) -> tuple[str | None, str | None]:
    return mention.country, mention.name


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
    noun: Sequence[str] = id.split(".", 1)
    return ActorKind.DOCUMENT if directory.nouns.get(noun[-1]) is Referent.DOCUMENT else ActorKind.INSTITUTION
