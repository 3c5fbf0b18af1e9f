"""Reads noun phrases as mentions: what their own words say of whom they point at."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher, actors_in
from onrecord.annotate.grammar import child, phrase
from onrecord.annotate.naming import person_of
from onrecord.annotate.nlp import evidence, places
from onrecord.annotate.owners import author, country_of, holding_state, is_ethnic, lives_in, owner, owning_body
from onrecord.annotate.phrases import PARTED, PERSONAL, groups, phrases
from onrecord.lexicon.bodies import Institution
from onrecord.lexicon.offices import Level
from onrecord.lexicon.people import Person
from onrecord.lexicon.referents import Referent
from onrecord.lexicon.spelling import plain
from onrecord.model import Mention, MentionKind

__all__ = ["forget", "groups", "mention", "mentions"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
READ = "mentions"  # where a Doc keeps the phrases of it that were read
PEOPLE = "people"  # what those are whom a text names by their people alone
LONGEST_NAME = 3  # words; longer ones are of agreements, places and events oftener than of people
INDEFINITE = frozenset({"a", "an", "some", "one", "several", "many", "other", "another", "any", "senior", "unnamed"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "we", "us", "our", "ours", "themselves", "ourselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a noun phrase says; the fields of a Mention without its place."""

    kind: MentionKind
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    office: str | None = None
    plural: bool = False


def mention(span: Span) -> Mention:
    """A noun phrase as a mention. Reads spans "actors" and the parse.

    "Chinese Foreign Minister Wang Yi" is named, "the Chinese leader" a title, "a US official" anonymous; "both
    sides", "the statement" and states are institutions. `office` holds the noun that stands for them.
    """
    known: dict[tuple[int, int], Mention] = span.doc.user_data.setdefault(READ, {})
    place = (span.start, span.end)
    found = known.get(place)
    if found is None:
        found = known[place] = _mention(span)
    return found


def forget(doc: Doc) -> None:
    """Leaves a Doc as it was before any phrase of it was read, to measure what reading them takes."""
    doc.user_data.pop(READ, None)
    doc.user_data.pop(PARTED, None)


def _mention(span: Span) -> Mention:
    read = _reading(span)
    where = places(span.doc)
    start, end = where.starts[span.start], where.ends[span.end - 1]
    return Mention(
        where.document.id,
        start,
        end,
        where.document.text[start:end],
        kind=read.kind,
        actor=read.actor,
        name=read.name,
        country=read.country,
        office=read.office,
        plural=read.plural,
        subject=span.root.dep_ in SUBJECTS,
    )


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """All noun phrases that point at somebody, in reading order; a joined one stands before its parts."""
    return tuple(mention(phrase) for phrase in phrases(doc))


def _reading(span: Span) -> Reading:
    parts = groups(span)
    if len(parts) > 1:
        return _joined(parts)
    head = span.root
    if head.tag_ in PERSONAL and actor_at(head) is None:
        return Reading(kind=MentionKind.PRONOUN, plural=head.lower_ in PLURAL_PRONOUNS)
    person = person_of(span)
    if person is not None:
        return _named(span, person)
    return _known(span) or _common(span)


def _joined(parts: list[Span]) -> Reading:
    """Several parties; but one where two titles share a name, or where only adjectives or owners are joined."""
    first, *others = (_reading(part) for part in parts)
    if len(others) == 1 and _is_title_of(parts[0], first) and others[0].kind is MentionKind.NAMED:
        return others[0]  # "candidate and former President Sam Lee"
    if len(others) == 1 and _are_of_one(parts, first, others[0]):
        return first  # "the senator and presidential candidate"
    if _is_adjective(parts[0]) and others[-1].plural:
        return replace(others[-1], country=None)  # "Emirati and Israeli officials"
    if first.plural and first.office is not None and all(other.actor is not None for other in others):
        return replace(first, country=None)  # "the presidents of Ukraine and the United States"
    country = first.country if all(other.country == first.country for other in others) else None
    return Reading(kind=first.kind, country=country, plural=True)


def _is_title_of(part: Span, read: Reading) -> bool:
    """Whether a part without an article can be a title of the name after it."""
    return part[0].pos_ != "DET" and not read.plural and read.kind in (MentionKind.ANONYMOUS, MentionKind.TITLE)


def _are_of_one(parts: list[Span], first: Reading, second: Reading) -> bool:
    """Whether two titles under one article are one person's; "the president and prime minister" are two."""
    if parts[0][0].lower_ != "the" or parts[1][0].pos_ in ("DET", "PRON") or first.plural or second.plural:
        return False
    offices = actor_matcher(parts[0].doc).offices
    if second.kind is not MentionKind.ANONYMOUS or first.kind is not MentionKind.TITLE:
        return False
    other = offices.get(second.office or "")
    noun = actor_matcher(parts[0].doc).referents.get(second.office or "")
    is_person = other is not None or (noun is not None and noun.points_at is Referent.SOURCE)
    return is_person and (other is None or other.level in (Level.OFFICIAL, Level.OTHER))


def _is_adjective(part: Span) -> bool:
    actor = actor_at(part.root)
    return actor is not None and actor.label_ == "demonym" and part[0].pos_ != "DET" and len(part) == len(actor)


def _named(span: Span, person: Span) -> Reading:
    known = actor_matcher(span.doc).entries.get(person.kb_id_)
    office = next((actor for actor in actors_in(span) if actor.label_ == "office"), None)
    country = known.country if isinstance(known, Person) else country_of(span, span.root)
    return Reading(
        kind=MentionKind.NAMED,
        actor=person.kb_id_ or None,
        name=known.name if isinstance(known, Person) else person.text,
        country=country,
        office=office.text.lower() if office is not None else None,
    )


def _known(span: Span) -> Reading | None:
    """A phrase whose head is a state, a body or an office."""
    actor = actor_at(span.root)
    if actor is None:
        return None
    if actor.label_ == "office":
        return _titled(span, actor)
    elsewhere = lives_in(span, actor)
    if elsewhere is not None or is_ethnic(actor):
        return Reading(kind=MentionKind.ANONYMOUS, country=elsewhere, office=PEOPLE, plural=True)
    kb_id, country, plural = (
        actor.kb_id_ or None,
        country_of(span, span.root),
        span.root.tag_ in ("NNS", "NNPS"),
    )
    if actor.label_ == "city":
        return Reading(kind=MentionKind.INSTITUTION, country=kb_id)
    if actor.label_ not in ("institution", "group"):
        return Reading(kind=MentionKind.INSTITUTION, actor=kb_id, country=kb_id)
    body = actor_matcher(span.doc).entries.get(actor.kb_id_)
    if isinstance(body, Institution) and body.country is not None:
        return Reading(kind=MentionKind.INSTITUTION, actor=body.id, name=body.name, country=body.country)
    office = actor.text.lower()
    if country is None or kb_id is None or plural:
        return Reading(kind=MentionKind.INSTITUTION, country=country, office=office, plural=plural)
    return _owned(span, kb_id, Reading(kind=MentionKind.INSTITUTION, country=country, office=office))


def _owned(span: Span, kb_id: str, read: Reading) -> Reading:
    """A body that every state has, of the state that owns it; a city's or a person's one has its own name."""
    by = owner(span, span.root)
    if by is None or by.label_ == "city":
        return replace(read, name=_title(span))
    if by.label_ == "person":
        own = f"{read.country}.{plain(by[-1].text)}-{kb_id}".lower()
        return replace(read, actor=own, name=_title(span))
    return replace(read, actor=f"{read.country}.{kb_id}".lower())


def _titled(span: Span, office: Span) -> Reading:
    """Who is named by an office alone: "the Chinese leader"; without "the" it is somebody of that kind."""
    entry = actor_matcher(span.doc).offices.get(office.text.lower())
    plural = span.root.tag_ in ("NNS", "NNPS")
    before = {token.lower_ for token in span.doc[span.start : office.start]}
    definite = before & {"the", "both", "his", "her", "their", "its", "'s", "’s"} or (
        not plural and span.root.text.istitle()
    )
    unnamed = bool(before & INDEFINITE) or entry is None or entry.level is Level.OTHER or not definite
    return Reading(
        kind=MentionKind.ANONYMOUS if unnamed else MentionKind.TITLE,
        country=holding_state(span, office) or (entry.country if entry else None) or country_of(span, span.root),
        office=office.text.lower(),
        plural=plural,
    )


def _common(span: Span) -> Reading:
    """A phrase whose head is a common noun, or a name that nothing is known of."""
    head = span.root
    noun = actor_matcher(span.doc).referents.get(head.lemma_.lower())
    country, plural = country_of(span, head), head.tag_ in ("NNS", "NNPS")
    read = Reading(kind=MentionKind.ANONYMOUS, country=country, office=head.lemma_.lower(), plural=plural)
    if noun is not None and noun.points_at is Referent.SIDE and country is not None and not plural:
        return replace(read, kind=MentionKind.INSTITUTION, actor=country)
    if noun is not None and noun.points_at is Referent.DOCUMENT:
        return _document(span, read)
    if noun is not None and noun.points_at is not Referent.SOURCE:
        return _body(span, read)
    if head.pos_ != "PROPN":
        return _state_beside(head) or read
    if _is_bare_name(span):
        return Reading(kind=MentionKind.NAMED, name=_title(span), country=country)
    return replace(read, kind=MentionKind.INSTITUTION)


def _state_beside(noun: Token) -> Reading | None:
    """The state whose name stands right after a noun that says what it is: "their neighbour Norland"."""
    beside = child(noun, "appos")
    actor = actor_at(beside) if beside is not None else None
    if actor is None or actor.label_ != "state" or actor.start != noun.i + 1 or noun.tag_ != "NN":
        return None
    return Reading(kind=MentionKind.INSTITUTION, actor=actor.kb_id_ or None, country=actor.kb_id_ or None)


def _body(span: Span, read: Reading) -> Reading:
    """A body without an entry: by its own name, or the one that stands beside it ("another group, Hold The Line").

    "Some rights groups" name nobody.
    """
    head = span.root
    if head.pos_ == "PROPN":
        return replace(read, kind=MentionKind.INSTITUTION, name=_title(span))
    if read.plural:
        vague = any(token.lower_ in INDEFINITE for token in span.doc[span.start : head.i])
        return read if vague else replace(read, kind=MentionKind.INSTITUTION)
    beside = child(head, "appos")
    name = phrase(beside) if beside is not None and beside.pos_ == "PROPN" and actor_at(beside) is None else None
    return replace(read, kind=MentionKind.INSTITUTION, name=_title(name) if name is not None else None)


def _document(span: Span, read: Reading) -> Reading:
    """Something written or read out, of the body that issues it: "a letter signed by the ministry"."""
    head = span.root
    signed = author(head)
    country = read.country or (country_of(signed, signed.root) if signed is not None else None)
    body = owning_body(span, head) or (owning_body(signed, signed.root) if signed is not None else None)
    known = actor_matcher(span.doc).entries.get(body.kb_id_) if body is not None else None
    name = _title(span) if head.pos_ == "PROPN" and body is None else None
    actor = None
    if isinstance(known, Institution) and (known.country or country) is not None:
        owning = known.id if known.country is not None else f"{country}.{known.id}".lower()
        actor, country = f"{owning}.{read.office}", known.country or country
    return replace(read, kind=MentionKind.INSTITUTION, name=name, country=country, actor=actor)


def _is_bare_name(span: Span) -> bool:
    """Whether a phrase is nothing but a short name of which nothing is known: "Rodarte"."""
    return len(span) <= LONGEST_NAME and all(token.pos_ == "PROPN" and actor_at(token) is None for token in span)


def _title(span: Span) -> str:
    """The words of a name without its article."""
    return evidence(span[1:] if span[0].pos_ == "DET" and len(span) > 1 else span).exact
