"""A day right before a name: "On Friday Brandt said", "On 12 May 2031 Halvorn met her". Parsers take it for a part."""

import re

from spacy.tokens import Doc, Token

from onrecord.annotate.grammar import subject
from onrecord.lexicon.dates import DateKind, load_date_words

LEADS = frozenset({"on", "by", "since", "until"})
NOMINAL = ("NOUN", "PROPN")
SUBJECTS = ("nsubj", "nsubjpass")
_DAY = re.compile(r"([12]?\d|3[01]|0\d)(st|nd|rd|th)?$")
_YEAR = re.compile(r"(1[89]|20)\d\d$")


def is_month_of_day(token: Token) -> bool:
    """Whether a word is the month of a day before it, "3 June"; "June Brandt" and "Theresa May" are names."""
    return token.i > 0 and _is(token, DateKind.MONTH) and _DAY.match(token.nbor(-1).lower_) is not None


def part_days(doc: Doc) -> None:
    """Parts the days of a Doc from the names that follow them."""
    for token in doc:
        if token.lower_ in LEADS and token.dep_ == "prep":
            _part_day(token)


def _part_day(lead: Token) -> None:
    """Gives the preposition "on" the day after it, and the verb the name after that for its subject."""
    end = _day_end(lead)
    if end is None:
        return
    doc = lead.doc
    name = _name(doc, end)
    if name is None:
        return
    verb = lead.head if name.head == lead else name.head
    if name.dep_ not in SUBJECTS:
        if name.dep_ != "pobj" or verb.pos_ not in ("VERB", "AUX") or verb.i < name.i or subject(verb) is not None:
            return
        name.head, name.dep_ = verb, "nsubj"
    day = doc[end - 1]
    day.head, day.dep_ = lead, "pobj"
    for token in doc[lead.i + 1 : end - 1]:
        token.head, token.dep_ = day, "nmod"


def _day_end(lead: Token) -> int | None:
    """Where the day after a preposition ends: "Friday", "12 May 2031", "May 12", "Monday, 12 May"."""
    doc, here = lead.doc, lead.i + 1
    is_day = here < len(doc) and _is(doc[here], DateKind.WEEKDAY)
    here += is_day
    words = [token.lower_ for token in doc[here : here + 2]]
    months = [_is(token, DateKind.MONTH) for token in doc[here : here + 2]]
    if len(words) > 1 and any(months) and any(_DAY.match(word) for word in words):
        is_day, here = True, here + 2
        here += here < len(doc) and _YEAR.match(doc[here].text) is not None
    return here if is_day and here < len(doc) and not doc[here].is_punct else None


def _name(doc: Doc, start: int) -> Token | None:
    """The head of the noun phrase that begins right after a day."""
    head = doc[start]
    if head.pos_ not in (*NOMINAL, "ADJ") or head.is_sent_start:
        return None
    while head.dep_ in ("compound", "amod", "nmod") and head.head.i > head.i:
        head = head.head
    return head if head.pos_ in NOMINAL else None


def _is(token: Token, kind: DateKind) -> bool:
    word = load_date_words().get(token.lower_)
    return word is not None and word.kind is kind and token.text[:1].isupper()
