"""Finds dates and lengths of time: doc.spans["dates"] and doc.spans["durations"], in reading order.

A date is the expression alone, "24 January, 2025" or "last Friday", without its preposition; a range is one.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from onrecord.annotate.columns import columns, sentence
from onrecord.lexicon.dates import DateKind, load_date_words

Pattern = list[dict[str, object]]

DATE, DURATION = "date", "duration"
NIGHTS = ("morning", "afternoon", "evening", "night")
_YEAR = re.compile(r"(1[89]|20)\d\d$")
_DATED = re.compile(r"((early|mid|late)-)?(1[89]|20)\d\ds?$")  # a year, or more or less than one: "1990s"
COMMA: dict[str, object] = {"ORTH": ",", "OP": "?"}
YEAR: dict[str, object] = {"TEXT": {"REGEX": f"^{_YEAR.pattern}"}}
DAY: dict[str, object] = {
    "LOWER": {"REGEX": r"^([12]?\d|3\d|0\d)(st|nd|rd|th)?([-–]\d{1,2})?$"}
}  # "31" and "39" too: flagged later
LINK: dict[str, object] = {"LOWER": {"IN": ["-", "–", "to", "and"]}}
YEAR_LEADS = ("in", "since", "of", "until", "by", "during", "from", "before", "after")
MONTH_LEADS = (*YEAR_LEADS, "this", "last", "next", "late", "early", "mid", "-", "for")
UNDATING = frozenset({"since", "until", "till", "before", "after", "by", "from", "to"})  # they bound a time
LINKING = frozenset({"ADP", "ADV", "SCONJ", "NUM", "PART"})  # words between an expression of time and its verb
APPROXIMATE = ("about", "around", "nearly", "almost", "over", "some", "roughly")


def mark_dates(doc: Doc) -> None:
    """Writes doc.spans["dates"] and doc.spans["durations"]; of overlapping finds the longest stands."""
    matcher = _matcher(doc.vocab)
    found: list[Span] = [span for window in _windows(doc) for span in matcher(window, as_spans=True)]
    spans = [span for span in filter_spans(_trimmed(span) for span in found) if _is_cased(span)]
    for kind, label in (("dates", DATE), ("durations", DURATION)):
        doc.spans[kind] = own = [span for span in spans if span.label_ == label]
        doc.user_data[kind] = (own, [span.start for span in own])
    doc.user_data["times"] = {token.i: span.label_ for span in spans for token in span}


def _windows(doc: Doc) -> Iterator[Span]:
    """The words of a Doc that dates and durations are known by, each with the words of time around it."""
    read = columns(doc)
    words, timely = read.words, {word for word in read.places if _is_timely(word)}
    found = (places for word, places in read.places.items() if word in _anchors() or _DATED.match(word))
    end = 0
    for index in sorted(chain.from_iterable(found)):
        if index < end:
            continue
        start, end = index, index + 1
        while start > 0 and words[start - 1] in timely:
            start -= 1
        while end < len(words) and words[end] in timely:
            end += 1
        yield Span(doc, start, end)


@functools.cache
def _anchors() -> frozenset[str]:
    """The words one of which stands in every date and duration, unless a year does."""
    vague = (DateKind.NUMBER, DateKind.TURN, DateKind.AGO)  # never alone, and common elsewhere
    return frozenset(NIGHTS) | {word for word, entry in load_date_words().items() if entry.kind not in vague}


def time_at(token: Token) -> str | None:
    """What kind of expression of time a token is part of: DATE, DURATION, or None."""
    found: str | None = token.doc.user_data["times"].get(token.i)
    return found


def times_beside(token: Token, kind: str) -> list[Span]:
    """The expressions of time in the sentence of a token; `kind` is "dates" or "durations"."""
    spans, starts = token.doc.user_data[kind]
    start, end = sentence(token)
    found: list[Span] = spans[bisect_left(starts, start) : bisect_left(starts, end)]
    return found


def anchor(span: Span) -> Token:
    """The word that an expression of time hangs on."""
    token = span.root
    while token.head != token and (time_at(token) is not None or token.pos_ in LINKING or _tells_part(token)):
        token = token.head
    return token


def names_time(span: Span) -> bool:
    """Whether an expression names a time: "since Monday" only bounds one."""
    before = span.doc[span.start - 1] if span.start else None
    return before is None or before.lower_ not in UNDATING or "to" in span.text.split()


def _tells_part(token: Token) -> bool:
    """Whether a word only says which part of a day or year: "the evening of 24 November"."""
    word = load_date_words().get(token.lower_)
    return word is not None and word.kind is DateKind.PART


def _trimmed(span: Span) -> Span:
    """Without the preposition that only its pattern needed."""
    first = span.start + (len(span) > 1 and span[0].lower_ in (*YEAR_LEADS, "for", "-") and span[1].lower_ != "to")
    return Span(span.doc, first, span.end, label=span.label_)


def _is_cased(span: Span) -> bool:
    """Whether every word that is a date only with a capital has one."""
    words = load_date_words()
    return all(token.lower_ not in words or not words[token.lower_].proper or token.text[0].isupper() for token in span)


@functools.cache
def _matcher(vocab: Vocab) -> Matcher:
    matcher = Matcher(vocab)
    matcher.add(DATE, _dates())
    matcher.add(DURATION, _durations())
    return matcher


def _is_timely(word: str) -> bool:
    """Whether a word in small letters can stand in a date or duration."""
    literal, shaped = _timely()
    return word in literal or shaped.search(word) is not None


@functools.cache
def _timely() -> tuple[frozenset[str], re.Pattern[str]]:
    """What the words of dates and durations are, as the patterns tell: words, and what some look like."""
    literal: set[str] = set()
    shapes: set[str] = {r"^\d\d$"}
    tokens = [token for pattern in (*_dates(), *_durations()) for token in pattern]
    for condition in (condition for token in tokens for name, condition in token.items() if name != "OP"):
        if isinstance(condition, dict):
            literal.update(condition.get("IN", ()))
            shapes.update({condition["REGEX"]} if "REGEX" in condition else ())
        else:
            literal.add(str(condition))
    return frozenset(literal), re.compile("|".join(sorted(shapes)))


def _dates() -> list[Pattern]:
    return [*_calendar(), *_relative(), *_ranges(), *_beside()]


def _calendar() -> list[Pattern]:
    """ "24 January, 2025", "June 18-19", "from 11 to 13 October 2023", "in 2018", "2023-06-19"."""
    month, weekday = _word(DateKind.MONTH), {**_word(DateKind.WEEKDAY), "OP": "?"}
    of: dict[str, object] = {"LOWER": "of", "OP": "?"}
    further: Sequence[Pattern] = ([], [LINK, DAY])
    tails: Sequence[Pattern] = ([], [COMMA, YEAR], [_word(DateKind.TURN), {"LOWER": "year"}])
    leads: dict[str, object] = {"LOWER": {"IN": list(MONTH_LEADS)}}
    dash: dict[str, object] = {"ORTH": "-"}
    patterns: list[Pattern] = [[YEAR, dash, {"SHAPE": "dd"}, dash, {"SHAPE": "dd"}]]
    for tail in tails:
        patterns += [[weekday, COMMA, month, DAY, *more, *tail] for more in further]
        patterns += [[weekday, COMMA, DAY, *more, of, month, *tail] for more in further]
        patterns.append([month, DAY, LINK, month, DAY, *tail])
        patterns.append([DAY, month, LINK, DAY, month, *tail])
        patterns.append([{**leads, "OP": "?"} if tail else leads, month, *tail])
    patterns.append([{"LOWER": {"IN": list(YEAR_LEADS)}}, YEAR])
    return patterns


def _relative() -> list[Pattern]:
    """ "on Monday", "last Friday", "early last month", "this April", "two weeks ago", "today"."""
    part, turn, unit = _word(DateKind.PART), _word(DateKind.TURN), _word(DateKind.UNIT)
    some: dict[str, object] = {**part, "OP": "?"}
    turned: dict[str, object] = {"LOWER": {"IN": ["last", "this", "next"]}}
    return [
        [some, turned, some, unit],
        [some, turned, _word(DateKind.MONTH)],
        [some, {**turn, "OP": "?"}, _word(DateKind.WEEKDAY), some],
        [some, _word(DateKind.DAY), some],
        [turned, {"LOWER": {"IN": list(NIGHTS)}}],
        [part, {"ORTH": "-", "OP": "?"}, _word(DateKind.MONTH)],
        [part, {"ORTH": "-", "OP": "?"}, _word(DateKind.MONTH), COMMA, YEAR],
        [_number(), unit, {"LOWER": "ago"}],
        [{"LOWER": {"IN": list(APPROXIMATE)}}, _number(), unit, {"LOWER": "ago"}],
        [
            {"LOWER": "a"},
            {"LOWER": {"IN": ["few", "couple"]}},
            {"LOWER": "of", "OP": "?"},
            unit,
            {"LOWER": "ago"},
        ],
    ]


def _ranges() -> list[Pattern]:
    """ "Monday to Wednesday", "2014-2015", "the first quarter of 2023", "Monday last week", "the week of May 5"."""
    weekday, month, unit = _word(DateKind.WEEKDAY), _word(DateKind.MONTH), _word(DateKind.UNIT)
    turned: dict[str, object] = {"LOWER": {"IN": ["last", "this", "next"]}}
    week: dict[str, object] = {"LOWER": "week"}
    of: dict[str, object] = {"LOWER": {"IN": ["of", "in"]}, "OP": "?"}
    share: dict[str, object] = {"LOWER": {"IN": ["quarter", "half"]}}
    ordinal = _word(DateKind.ORDINAL)
    short: dict[str, object] = {"LOWER": {"REGEX": r"^([qh][1-4]|[1-4][qh])$"}}
    part = _word(DateKind.PART)
    lead: dict[str, object] = {"LOWER": {"IN": list(YEAR_LEADS)}}
    compound: dict[str, object] = {"LOWER": {"REGEX": r"^(early|mid|late)-(1[89]|20)\d\d$"}}
    return [
        [weekday, LINK, weekday],
        [weekday, turned, week],
        [week, {"LOWER": "of"}, month, DAY],
        [week, {"LOWER": "of"}, month, DAY, COMMA, YEAR],
        [month, LINK, month, YEAR],
        [{"LOWER": {"IN": ["in", "from", "between", "during"]}}, month, LINK, month],
        [compound],
        [lead, YEAR, {"LOWER": {"IN": ["-", "–", "to"]}}, YEAR],
        [{"LOWER": "between"}, YEAR, {"LOWER": "and"}, YEAR],
        [part, {"ORTH": "-", "OP": "?"}, YEAR],
        [part, {"LOWER": "of"}, YEAR],
        [part, {"LOWER": "of"}, turned, unit],
        [ordinal, share, of, YEAR],
        [ordinal, share, of, turned, {"LOWER": "year"}],
        [short, YEAR],
        [{"LOWER": "the"}, {"TEXT": {"REGEX": r"^(1[89]|20)\d0s$"}}],
        [{**turned, "OP": "?"}, {"LOWER": "weekend"}],
    ]


def _beside() -> list[Pattern]:
    """What counts from another day ("two days later", "the day before yesterday") or names none that we can count."""
    unit = _word(DateKind.UNIT)
    shifted: dict[str, object] = {"LOWER": {"IN": ["earlier", "later", "before", "after", "afterwards"]}}
    the: dict[str, object] = {"LOWER": "the"}
    near: dict[str, object] = {"LOWER": {"IN": ["next", "previous", "following", "same"]}}
    holiday = _word(DateKind.OPEN)
    new: dict[str, object] = {"LOWER": "new", "OP": "?"}
    rough: dict[str, object] = {"LOWER": {"IN": ["more", "less", "longer"]}}
    return [
        [the, {"LOWER": "day"}, {"LOWER": {"IN": ["before", "after"]}}, {"LOWER": {"IN": ["yesterday", "tomorrow"]}}],
        [the, near, {"LOWER": {"IN": ["day", "week", "month", "year", "morning", "evening"]}}],
        [the, {"LOWER": "following"}, _word(DateKind.WEEKDAY)],
        [_number(), unit, shifted],
        [rough, {"LOWER": "than"}, _number(), unit, {"LOWER": "ago"}],
        [{"LOWER": "half"}, _number(), unit, {"LOWER": "ago"}],
        [holiday, {"ORTH": {"IN": ["-", "al", "ul"]}, "OP": "*"}, {"LOWER": {"IN": ["fitr", "adha"]}, "OP": "?"}],
        [{"LOWER": "lunar"}, new, {"LOWER": "year"}],
        [{"LOWER": {"IN": ["fiscal", "financial"]}}, {"LOWER": "year", "OP": "?"}, YEAR],
        [{"LOWER": {"IN": ["recent", "coming", "past"]}}, {"LOWER": {"IN": ["days", "weeks", "months", "years"]}}],
    ]


def _durations() -> list[Pattern]:
    """ "about three hours", "more than five hours", "two days", "week-long", "three-day"."""
    unit: dict[str, object] = _word(DateKind.UNIT)
    rough: Sequence[Pattern] = (
        [],
        [{"LOWER": {"IN": list(APPROXIMATE)}}],
        [{"LOWER": {"IN": ["more", "less", "longer"]}}, {"LOWER": "than"}],
        [{"LOWER": "at"}, {"LOWER": {"IN": ["least", "most"]}}],
    )
    halves: dict[str, object] = {"LOWER": {"IN": ["half", "-"]}, "OP": "?"}
    return [
        *[[*lead, _number(), halves, unit] for lead in rough],
        [_number(), {"LOWER": "and"}, {"LOWER": "a"}, {"LOWER": "half"}, unit],
        [unit, {"ORTH": "-"}, {"LOWER": "long"}],
        [_number(), {"ORTH": "-"}, unit, {"ORTH": "-"}, {"LOWER": "long"}],
    ]


def _word(kind: DateKind) -> dict[str, object]:
    return {"LOWER": {"IN": sorted(word for word, entry in load_date_words().items() if entry.kind is kind)}}


def _number() -> dict[str, object]:
    words = sorted(word for word, entry in load_date_words().items() if entry.kind is DateKind.NUMBER)
    return {"LOWER": {"REGEX": rf"^(\d{{1,3}}|half|{'|'.join(words)})$"}}
