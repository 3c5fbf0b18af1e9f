"""Whose somebody is, by the words of a noun phrase: "Chinese", "of Ukraine", "Biden's"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher, actor_places
from onrecord.annotate.grammar import agent, child, children, phrase
from onrecord.lexicon.bodies import Institution
from onrecord.lexicon.offices import Office
from onrecord.lexicon.people import Person

OWNING = frozenset({"of", "from", "for", "at", "in", "with"})  # "officials in Beijing"; not "ambassador to China"
STATES = frozenset({"state", "demonym", "capital"})
OWNERS = frozenset({"state", "demonym"})
BODIES = frozenset({"institution", "group"})
PLURALS = frozenset({"NNS", "NNPS"})
ETHNIC = "ethnic"
ABROAD = frozenset({"ambassador", "envoy"})  # offices whose "for", "in" and "at" name the other state


def country_of(span: Span, head: Token) -> str | None:
    """The state or organisation that a phrase belongs to; the words before its head come first.

    None for "U.S. and Chinese officials" and "the presidents of Ukraine and Poland", who belong to two.
    """
    if head.tag_ in PLURALS and len(_joined_states(span, head)) > 1:
        return None
    found = owner(span, head)
    return _country(found) if found is not None else None


def holding_state(span: Span, office: Span) -> str | None:
    """The state just before an office or whose it is: "Vatican" of "the Vatican's secretary of state"."""
    before = office.start - 1
    if before > span.start and span.doc[before].tag_ == "POS":
        before -= 1
    actor = actor_at(span.doc[before]) if before >= span.start else None
    return actor.kb_id_ or None if actor is not None and actor.label_ in STATES else None


def owner(span: Span, head: Token) -> Span | None:
    """The marked actor that tells whose a phrase is."""
    return next((actor for actor in _candidates(span, head) if _country(actor) is not None), None)


def owning_body(span: Span, head: Token) -> Span | None:
    """The marked institution that a phrase belongs to: "foreign ministry" of "the Chinese foreign ministry's note"."""
    return next((actor for actor in _candidates(span, head) if actor.label_ in BODIES), None)


def author(document: Token) -> Span | None:
    """The phrase of those who sign or issue a document, where a clause on it says so: "signed by Polish leaders"."""
    clause = child(document, "acl", "relcl")
    by = agent(clause) if clause is not None else None
    return phrase(by) if by is not None else None


def _joined_states(span: Span, head: Token) -> set[str]:
    """The states that are joined as owners of a noun: before it, or else after it."""
    at = actor_places(span.doc)
    named = [(index, at[index]) for index in range(span.start, span.end) if index in at and index != head.i]
    owners = [(index, actor.kb_id_) for index, actor in named if actor.label_ in OWNERS]
    before = [(place, id) for place, id in owners if place < head.i]
    joined = before or owners
    if len(joined) < 2 or not any(token.lower_ == "and" for token in span.doc[joined[0][0] : joined[-1][0]]):
        return set()
    return {id for _, id in joined}


def _candidates(span: Span, head: Token) -> Iterator[Span]:
    """The marked actors that can own the head: itself, those before it from the nearest, then those after "of"."""
    at, own = actor_places(span.doc), actor_at(head)
    if own is not None and own.label_ != "person":
        yield own
    for index in range(head.i - 1, span.start - 1, -1):
        if index in at:
            yield at[index]
    office = actor_matcher(span.doc).entries.get(own.kb_id_) if own is not None else None
    abroad = isinstance(office, Office) and office.duty in ABROAD
    for index in range(head.i + 1, span.end):
        if index in at and _owns(at[index], abroad=abroad):
            yield at[index]


def _owns(actor: Span, *, abroad: bool) -> bool:
    """Whether an actor after the head hangs on a preposition that tells whose the head is."""
    root = actor.root
    while root.dep_ in ("compound", "poss", "nmod", "amod"):
        root = root.head
    if root.dep_ == "appos":
        return True
    return root.dep_ == "pobj" and (root.head.lower_ == "of" or (root.head.lower_ in OWNING and not abroad))


def lives_in(span: Span, people: Span) -> str | None:
    """The state whose a people is that is told by another state's name: "Norland Sudmarkers", "ethnic Sudmarkers in
    Norland", "the Sudmarkers of Norland"; None where the name tells all."""
    head, doc = people.root, people.doc
    if people.label_ != "demonym" or head.pos_ not in ("NOUN", "PROPN"):
        return None
    before = actor_at(doc[people.start - 1]) if people.start > span.start else None
    if head.text in actor_matcher(doc).book.citizens:
        return None
    if before is not None and before.label_ in OWNERS:
        return _country(before)
    where = OWNING if is_ethnic(people) else ("of",)
    for preposition in children(head, "prep"):
        place = child(preposition, "pobj") if preposition.lower_ in where else None
        actor = actor_at(place) if place is not None else None
        if actor is not None and actor.label_ != "demonym" and (country := _country(actor)) is not None:
            return country
    return None


def is_ethnic(people: Span) -> bool:
    """Whether a people is named as one that lives elsewhere: "ethnic Sudmarkers"."""
    return people.label_ == "demonym" and people.start > 0 and people[0].nbor(-1).lower_ == ETHNIC


def _country(actor: Span) -> str | None:
    matcher = actor_matcher(actor.doc)
    if is_ethnic(actor):
        return None
    if actor.label_ in ("state", "demonym", "capital", "city", "organisation"):
        return actor.kb_id_ or None
    entry = matcher.entries.get(actor.kb_id_)
    if isinstance(entry, Institution | Office | Person):
        return entry.country
    if actor.label_ == "person":
        countries = {
            known.country
            for id in matcher.book.families.get(actor.text, ())
            if (known := matcher.entries[id]) and isinstance(known, Person)
        }
        return countries.pop() if len(countries) == 1 else None
    return None
