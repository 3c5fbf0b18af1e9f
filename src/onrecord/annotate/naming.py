"""Which of the people in a noun phrase the phrase is."""

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at, actor_matcher, actors_in
from onrecord.lexicon.referents import Referent

WITHIN = frozenset({"compound", "appos", "nmod", "flat", "amod", "dep", "npadvmod"})  # a name inside its own phrase


def person_of(span: Span) -> Span | None:
    """The person whom a phrase names: not one who only owns it or stands in a clause after it."""
    head = span.root
    people = [actor for actor in actors_in(span) if actor.label_ == "person"]
    if not people or _is_body(head):
        return _owner(people, head)
    at_head = [person for person in people if person.start <= head.i < person.end]
    for person in (*at_head, *people):
        if person in at_head or _is_within(person.root, head):
            return person
    titled = people and actor_at(span[0] if span[0].pos_ != "DET" else span[1])
    if titled and titled.label_ == "office" and people[-1].end == span.end and not _follows_preposition(people[-1]):
        return people[-1]
    return None


def _is_body(head: Token) -> bool:
    """Whether a phrase is of an institution, or of words, that only belong to somebody: "the Smith government"."""
    actor, noun = actor_at(head), actor_matcher(head.doc).referents.get(head.lemma_.lower())
    if actor is not None:
        return actor.label_ == "institution"
    return noun is not None and noun.points_at in (Referent.BODY, Referent.DOCUMENT, Referent.WORDS)


def _owner(people: list[Span], head: Token) -> Span | None:
    """Whose words a phrase is of: "President Smith's remarks"."""
    noun = actor_matcher(head.doc).referents.get(head.lemma_.lower())
    if noun is None or noun.points_at is not Referent.WORDS:
        return None
    return next((person for person in people if person.root.dep_ == "poss"), None)


def _is_within(token: Token, head: Token) -> bool:
    while token != head:
        if token.dep_ not in WITHIN or token.head == token:
            return False
        token = token.head
    return True


def _follows_preposition(person: Span) -> bool:
    """Whether the name, or the title before it, hangs on a preposition: "a spokesman for President Smith"."""
    doc, start = person.doc, person.start
    title = actor_at(doc[start - 1]) if start else None
    if title is not None and title.label_ == "office":
        start = title.start
    if start == 0:
        return False
    before = doc[start - 1]
    return before.pos_ in ("ADP", "PUNCT", "PART") or before.lower_ in ("the", "its", "his", "her")
