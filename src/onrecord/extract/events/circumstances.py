"""When, where and how long: the dates, places and lengths of time in an event's own clause."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.grammar import children
from onrecord.extract.events.parties import Place
from onrecord.extract.events.triggers import complements

UNDATING = frozenset(
    {"since", "until", "till", "before", "after", "by", "from"}
)  # they bound a time, not name it
SITES = ("in", "at")
SITE_LABELS = frozenset({"state", "capital"})


def date_span(place: Place) -> Span | None:
    """The date of the event; of a promise the date of what is promised, of a reported act else of the report."""
    doc = place.trigger.token.doc
    spans = [
        span for span in doc.spans["dates"] if span.sent == place.trigger.token.sent and _names_time(span)
    ]
    for host in _hosts(place):
        for span in spans:
            if _anchor(span) == host:
                return span
    return None


def duration_span(place: Place) -> Span | None:
    """How long it took: "for about three hours", "two days of talks", "a three-day visit"."""
    token = place.trigger.token
    for span in token.doc.spans["durations"]:
        if span.sent != token.sent:
            continue
        root = span.root
        if _anchor(span) in (token, place.standing.support) or token.head.head == root:
            return span
    return None


def place_span(place: Place) -> Span | None:
    """Where it happened: a state, a capital or a named place after "in" or "at"."""
    for host in _hosts(place):
        for preposition in children(host, "prep"):
            if preposition.lower_ in SITES and preposition.i > place.trigger.token.i:
                for found in children(preposition, "pobj"):
                    if _is_site(found):
                        return _site(found)
    return None


def _is_site(token: Token) -> bool:
    actor = actor_at(token)
    if actor is not None:
        return actor.label_ in SITE_LABELS or (actor.label_ == "institution" and token.pos_ == "PROPN")
    dates = [span for span in token.doc.spans["dates"] if span.start <= token.i < span.end]
    return token.pos_ == "PROPN" and not dates


def _site(token: Token) -> Span:
    first = min(
        [token.i, *(found.i for found in children(token, "compound", "amod") if found.pos_ == "PROPN")]
    )
    return token.doc[first : token.i + 1]


def _hosts(place: Place) -> Iterator[Token]:
    """The words whose time and place are the event's, the nearest first."""
    trigger, standing = place.trigger, place.standing
    if trigger.frame.governs:
        yield from complements(trigger)
    yield trigger.token
    if trigger.object is not None:
        yield trigger.object
    yield from children(trigger.token, "dobj")
    if standing.support is not None:
        yield standing.support
        yield from children(standing.support, "dobj")
    if trigger.token.dep_ == "acomp":
        yield trigger.token.head
    yield from _above(trigger.token)


def _above(verb: Token) -> Iterator[Token]:
    """The verbs above an infinitive: "is to arrive", "plans to meet on Monday"."""
    while verb.dep_ == "xcomp":
        verb = verb.head
        yield verb


def _anchor(span: Span) -> Token:
    """The word that an expression of time hangs on."""
    token = span.root
    while token.i in range(span.start, span.end) or token.dep_ in (
        "prep",
        "pcomp",
        "advmod",
        "quantmod",
        "nummod",
    ):
        if token.head == token:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and token.i not in range(
            span.start, span.end
        ):
            break
    return token


def _names_time(span: Span) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    return before is None or before.lower_ not in UNDATING or "to" in span.text.split()
