"""When, where and how long: the dates, places and lengths of time in an event's own clause."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Span, Token

from onrecord.annotate.actors import actor_at
from onrecord.annotate.arguments import doers
from onrecord.annotate.columns import sentence
from onrecord.annotate.dates import DATE, anchor, names_time, time_at, times_beside
from onrecord.annotate.grammar import children, subtree
from onrecord.extract.events.parties import targets
from onrecord.extract.events.roles import SITE_LABELS, SITES, Place, named_sites
from onrecord.extract.events.standing import Standing
from onrecord.extract.events.triggers import Trigger, complements

VISIT = "visit"  # the mode of frames whose target can be a place
DURING = frozenset({"at", "during", "in"})  # prepositions of an occasion at which something was done
PERIODS = frozenset({"after", "before", "during", "every", "in", "within"})
MARGINS = frozenset({"margin", "sideline"})  # "on the sidelines of the summit in Belm"
RECEIVING = frozenset({"036", "043"})  # CAMEO's codes of frames whose target is a guest: "invite", "welcome"


def date_span(place: Place) -> Span | None:
    """The date of the event; of a promise the date of what is promised, where it has one."""
    spans = [span for span in times_beside(place.trigger.token, "dates") if names_time(span)]
    if not spans:
        return None
    for host in _hosts(place):
        for span in spans:
            if host in (anchor(span), _earlier_anchor(span)):
                return span
    return None


def duration_span(place: Place) -> Span | None:
    """How long it took: "for about three hours", "two days of talks", "a three-day visit"."""
    token = place.trigger.token
    own = [word for word in (token, place.standing.support) if word is not None]
    for span in times_beside(token, "durations"):
        of = next((found for found in children(span.root, "prep") if found.lower_ == "of"), None)
        if of is not None:
            if token.head == of:
                return span
        elif not _is_period(span) and (anchor(span) in own or _earlier_anchor(span) in own):
            return span
    return None


def _is_period(span: Span) -> bool:
    """Whether it is the time in which they met, not how long: "within three days", "over the past three days"."""
    index = span.start - 1
    while index > span.sent.start and span.doc[index].dep_ in ("det", "amod", "advmod"):
        index -= 1
    word = span.doc[max(index, 0)].lower_
    return word in PERIODS or (word == "over" and index < span.start - 1)


def place_span(place: Place, covered: Sequence[Trigger] = ()) -> Span | None:
    """Where it happened: a state, a city or a named place after "in" or "at"; of a visit where it leads.

    Of what is agreed or refused it is where the first `covered` visit leads: "agreed to visit Belm".
    """
    trigger = place.trigger
    is_received = trigger.frame.mode == VISIT and trigger.frame.cameo in RECEIVING
    prepositions = (*SITES, "to") if is_received else SITES
    sites: Iterable[Token] = (
        token for host in _hosts(place) for token in _sites_after(host, trigger.token, prepositions)
    )
    if trigger.frame.mode == VISIT and not is_received:
        sites = chain(_led_to(place), sites)
    elif covered and covered[0].frame.mode == VISIT and covered[0].frame.cameo not in RECEIVING:
        sites = chain(_led_to(Place(covered[0], Standing(), place.table)), sites)
    return next((_site(token) for token in sites if _is_site(token)), None)


def _led_to(visit: Place) -> Iterator[Token]:
    return (party.span.root for party in targets(visit, ()))


def _sites_after(host: Token, trigger: Token, prepositions: Sequence[str]) -> Iterator[Token]:
    for preposition in children(host, "prep"):
        if preposition.i > trigger.i:
            for token in children(preposition, "pobj"):
                if preposition.lower_ in prepositions:
                    yield from named_sites(token)
                elif token.lemma_.lower() in MARGINS:
                    yield from (site for occasion in named_sites(token) for site in named_sites(occasion))


def _is_site(token: Token) -> bool:
    actor = actor_at(token)
    if actor is not None:
        return actor.label_ in SITE_LABELS or (actor.label_ == "institution" and token.pos_ == "PROPN")
    return token.pos_ == "PROPN" and time_at(token) != DATE


def _site(token: Token) -> Span:
    """A place by its whole name: "Port Belm", "the Kingdom of Norland" without its article."""
    actor, doc = actor_at(token), token.doc
    if actor is not None and actor.root == token and actor.label_ in SITE_LABELS:
        return actor
    own, first = subtree(token), token.i
    while first - 1 in own and doc[first - 1].pos_ == "PROPN":
        first -= 1
    of = next((found for found in children(token, "prep") if found.i == token.i + 1 and found.lower_ == "of"), None)
    named = [found.i for found in children(of, "pobj") if found.pos_ == "PROPN"] if of is not None else []
    return doc[first : max([token.i, *named]) + 1]


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
    yield from _beside(trigger.token)
    yield from _above(trigger.token)
    if standing.is_occasion and standing.clause is not None and trigger.token.head.lower_ in DURING:
        yield standing.clause
    if trigger.frame.governs and standing.reporter is not None and _is_own_word(trigger.token):
        yield standing.reporter


def _beside(noun: Token) -> Iterator[Token]:
    """The noun that tells of an occasion: "the launch of a dialogue"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        yield noun.head.head


def _is_own_word(verb: Token) -> bool:
    """Whether somebody is reported to speak of himself: "said on Monday that it would help" helps by saying so."""
    return all(token.pos_ == "PRON" for token in doers(verb))


def _above(verb: Token) -> Iterator[Token]:
    """The verbs above an infinitive: "is to arrive", "plans to meet on Monday"."""
    while verb.dep_ == "xcomp":
        verb = verb.head
        yield verb


def _earlier_anchor(span: Span) -> Token | None:
    """The verb before an expression that the parse hangs on a verb after a comma: "After they met Monday, he left"."""
    held = anchor(span)
    if held.i < span.end or not any(token.text == "," for token in span.doc[span.end : held.i]):
        return None
    first, _ = sentence(span[0])
    before = span.doc[first : span.start]
    return next((token for token in reversed(before) if token.pos_ == "VERB"), None)
