"""Marks who stands in a text: known states, bodies, offices and people, and people whom the text introduces."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from spacy.lang.en import English
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from onrecord.annotate.names import Name, NameMatcher
from onrecord.annotate.persons import HYPHENS, NameBook, is_weekday, name_book, person_spans
from onrecord.annotate.places import PLACES, Reading, settled
from onrecord.lexicon import Lexicon
from onrecord.lexicon.bodies import Institution, Organisation
from onrecord.lexicon.offices import Office, by_name, numbers
from onrecord.lexicon.people import Person
from onrecord.lexicon.referents import NOUNS, Referent, ReferentNoun
from onrecord.lexicon.spelling import plain
from onrecord.lexicon.states import State
from onrecord.model import ActorKind

SIDING = frozenset({"anti", "pro", "non"})  # before a hyphen and a place
WORD_CLASSES = frozenset({"PROPN", "ADJ", "NOUN"})  # what a name or an adjective of nationality is tagged as

KnownActor = State | Organisation | Institution | Office | Person


class ActorMatcher:
    """The knowledge base as matchers of names; built once, read by every document.

    `entries` gives the entry of an id, `offices` the office of a name in small letters, `referents` what a noun in
    small letters points at, `book` what is known of people's names.
    """

    entries: Mapping[str, KnownActor]
    offices: Mapping[str, Office]
    referents: Mapping[str, ReferentNoun]
    book: NameBook

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        tables: tuple[Iterable[KnownActor], ...] = (
            lexicon.states,
            lexicon.organisations,
            lexicon.institutions,
            lexicon.offices,
            lexicon.people,
        )
        self.entries = {entry.id: entry for entry in chain.from_iterable(tables)}
        self.offices = by_name(lexicon.offices)
        self.referents = {entry.noun.lower(): entry for entry in lexicon.referents if entry.points_at in NOUNS}
        self.book = name_book(lexicon)
        tokenizer = English(vocab).tokenizer
        self._as_written = NameMatcher(tokenizer, chain(_names(lexicon), _wider(lexicon)), "ORTH")
        self._any_case = NameMatcher(tokenizer, _common_names(lexicon), "LOWER")

    def known(self, doc: Doc) -> list[Span]:
        """Spans of all that the knowledge base names, the longest where they overlap; places among them."""
        found: dict[tuple[int, int], list[Reading]] = {}
        for matcher in (self._as_written, self._any_case):
            for key, start, end in matcher.found(doc):
                label, _, kb_id = key.partition("\t")
                found.setdefault((start, end), []).append((label, kb_id))
        spans = [
            Span(doc, start, end, label=label, kb_id=kb_id)
            for (start, end), readings in _readings(doc, found).items()
            for label, kb_id in readings.items()
        ]
        kept = filter_spans(sorted(spans, key=lambda span: LABELS.index(span.label_)))
        surnames = {span[-1].text for span in kept if span.label_ == "person"}
        states = {span.end: span.kb_id_ for span in kept if span.label_ in ("state", "demonym")}
        titles = {span.start for span in kept if span.label_ in ("office", "institution")}
        return [
            span
            for span in kept
            if not self._is_misread(span, titles)
            and not _is_surname(span, surnames)
            and not self._is_foreign(span, states)
        ]

    def _is_misread(self, span: Span, titles: Container[int]) -> bool:
        """Whether the words are something else here: the verb "polish", or the first name in "Jordan Smith".

        `titles` are where offices and bodies begin: "German President", "Jordan Foreign Ministry".
        """
        if span.label_ not in PLACES:
            return False
        token = span[0]
        if _is_opposed(token):
            return True
        if len(span) > 1:
            return False
        if self._ends_name(token) if span.label_ == "city" else token.pos_ not in WORD_CLASSES:
            return True
        following = token.nbor() if token.i + 1 < len(span.doc) else None
        is_name = following is not None and following.i not in titles and _is_name_part(following)
        return is_name and token.text in self.book.given

    def _is_foreign(self, span: Span, states: Mapping[int, str]) -> bool:
        """Whether a body of one state's name is another state's: "the Danish Security Service".

        News houses stay what they are: "a Danish Reuters reporter".
        """
        if span.label_ != "institution" or len(span) < 2:
            return False
        own = getattr(self.entries.get(span.kb_id_), "country", None)
        before = states.get(span.start, own)
        return own is not None and before != own and self._is_generic(span)

    def _is_generic(self, span: Span) -> bool:
        return any(token.lower_ in self.book.body_nouns for token in span)

    def _ends_name(self, token: Token) -> bool:
        """Whether a place's name is somebody's surname here: "Mr. Lyon", "Senator Houston"."""
        before = token.nbor(-1) if token.i > token.sent.start else None
        if before is None or not before.text[:1].isupper():
            return False
        return before.lower_ in self.book.honorifics or before.lower_ in self.offices or before.text in self.book.given


def _readings(doc: Doc, found: Mapping[tuple[int, int], list[Reading]]) -> dict[tuple[int, int], dict[str, str]]:
    """The id of each label that a stretch has; of several places one is taken, of two other readings none."""
    names = {doc[start:end].text: [r for r in found[start, end] if r[0] in PLACES] for start, end in found}
    places = settled({name: readings for name, readings in names.items() if readings})
    taken: dict[tuple[int, int], dict[str, str]] = {}
    for (start, end), readings in found.items():
        ids = taken.setdefault((start, end), {})
        for label, kb_id in readings:
            if label not in PLACES:
                ids[label] = kb_id if ids.get(label, kb_id) == kb_id else ""
        if place := places.get(doc[start:end].text):
            ids[place[0]] = place[1]
    return taken


def _is_opposed(token: Token) -> bool:
    """Whether a place is only what somebody is for or against: "anti-Norland activists"."""
    return token.i > 1 and token.nbor(-1).text in HYPHENS and token.nbor(-2).lower_ in SIDING


def _is_surname(span: Span, surnames: Container[str]) -> bool:
    """Whether a word for a people is the name of somebody in the text: "Turk said", after "Volker Turk"."""
    if span.label_ != "demonym" or len(span) > 1 or span.text not in surnames:
        return False
    return span[0].tag_ == "NNP" and not any(token.dep_ == "det" for token in span[0].children)


# What headlines and signatures put in capitals; single words would be taken for abbreviations.
CAPITALS = frozenset({"person", "state"})

# A span that is two things is the first of these.
LABELS = (
    "place",
    "person",
    *PLACES,
    "organisation",
    "institution",
    "group",
    "office",
)


def mark_actors(doc: Doc, matcher: ActorMatcher) -> None:
    """Writes doc.spans["actors"]: label is the kind, kb_id the id in the knowledge base ("" for a stranger).

    Reads tags and the parse. Labels: state, demonym, capital, city, organisation, institution, group, office, person.
    """
    known = matcher.known(doc)
    actors = (span for span in known if span.label_ != "place")
    spans = sorted(chain(actors, person_spans(doc, known, matcher.book)), key=lambda span: span.start)
    doc.spans["actors"] = spans
    doc.user_data["actors"] = matcher
    doc.user_data["actor_at"] = {token.i: span for span in spans for token in span}


def actor_matcher(doc: Doc) -> ActorMatcher:
    """The matcher that marked a Doc."""
    found: ActorMatcher = doc.user_data["actors"]
    return found


def actor_at(token: Token) -> Span | None:
    """The marked actor that a token is part of."""
    found: Span | None = token.doc.user_data["actor_at"].get(token.i)
    return found


def actor_places(doc: Doc) -> Mapping[int, Span]:
    """The marked actors by the numbers of their tokens."""
    found: Mapping[int, Span] = doc.user_data["actor_at"]
    return found


def actors_in(span: Span) -> list[Span]:
    """The marked actors in a span, in order."""
    at = actor_places(span.doc)
    found: list[Span] = []
    for index in range(span.start, span.end):
        actor = at.get(index)
        if actor is not None and (not found or actor.start != found[-1].start):
            found.append(actor)
    return found


def _is_name_part(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not is_weekday(token)


def _names(lexicon: Lexicon) -> Iterator[Name]:
    """What is read as it is written, in capitals or not."""
    for state in lexicon.states:
        yield from _phrases("state", state.id, (state.name, *state.names))
        yield from _phrases("demonym", state.id, (*state.adjectives, *state.peoples))
        yield from _phrases("capital", state.id, state.capitals)
    for place in lexicon.places:
        yield from _phrases("city", place.country, (place.name, *place.names))
    for organisation in lexicon.organisations:
        yield from _phrases("organisation", organisation.id, (organisation.name, *organisation.names))
    for body in lexicon.institutions:
        if body.country is not None or body.kind is ActorKind.GROUP:
            label = "group" if body.kind is ActorKind.GROUP else "institution"
            yield from _phrases(label, body.id, (body.name, *body.names))
    for person in lexicon.people:
        full = (name for name in (person.name, *person.aliases) if " " in name)
        yield from _phrases("person", person.id, full)


def _wider(lexicon: Lexicon) -> Iterator[Name]:
    """Names that hold a state's name and are none of its own."""
    places = (entry.noun for entry in lexicon.referents if entry.points_at is Referent.PLACE)
    return _phrases("place", "", places)


def _common_names(lexicon: Lexicon) -> Iterator[Name]:
    """What is read in any case: offices, and the bodies that every state has."""
    for body in lexicon.institutions:
        if body.country is None and body.kind is not ActorKind.GROUP:
            yield from _phrases("institution", body.id, numbers((body.name, *body.names)))
    for office in lexicon.offices:
        yield from _phrases("office", office.id, numbers((office.name, *office.names)))


def _phrases(label: str, kb_id: str, names: Iterable[str]) -> Iterator[Name]:
    """Names in every spelling, each with its label and its id in the knowledge base as key."""
    key = f"{label}\t{kb_id}"
    for name in names:
        for spelling in {name, plain(name), name.replace("'", "’")}:
            yield key, spelling
            if label in CAPITALS and " " in spelling:
                yield key, spelling.upper()
