"""The words that tell of undertakings, as patterns over a text, and where what they undertake ends."""

import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.undertakings import Undertaking, UndertakingKind
from onrecord.model import Evidence

Kind = UndertakingKind

ADVERB = r"(?:\w+ly|also|still|always|both|all|never|not|now|together|jointly)"
PHRASE = "PHRASE"  # where the phrases stand in a frame
_NOTHING = r"(?!)"
_GOES_ON = (
    r"[;:]\s|,?\s+but\b|,?\s+and\s+(?:\w+\s+)?that\b|,\s+(?:while|although|though)\b|"
    r",\s+(?:including|taking into|as well as|which|who|one of)\b|\s[–—-]\s|"
    r",?\s+and\s+(?=(?:[\w.’']+\s+){1,4}(?:will|would|shall)\b)|(?<!(?-i:[A-Z]))[.!?][\"”’']?\s+(?=\W?\w)|"
    r",?\s+and\s+(?=(?:[\w-]+\s+){0,2}PHRASE\b)|"
    r",?\s+and\s+(?:\w+ly\s+|also\s+)?(?:will|would|shall|does|do|did|is|are|has|have|had|was|were)\b"
)
_ASIDE = re.compile(r",\s+\w+ing\b")
_DOING = re.compile(r"\W*(?:\w+\s+){0,3}?\w+ing\b")  # "commitment to fighting hunger, opening schools and ..."
_INFINITIVE = re.compile(r"(?:not\s+)?to\s", re.IGNORECASE)
_WENT_ON = re.compile(
    r",?\s+and\s+(?:also\s+|\w+ly\s+)?\w+ed\s+(?!\w+ing\b)", re.IGNORECASE
)  # "to hunt them and accused"
_AUXILIARY = re.compile(
    r"(?:(?:is|are|am|was|were|be|been|has|have|had|remains?|remained)\s+(?:(?:\w+ly|also|both|still)\s+)*)+(?=\w)(?!not\b|no\b)",
    re.IGNORECASE,
)
_TAKE_ADVERBS = re.compile(r"(?:am|is|are|was|were|be|do|does|did|has|have|had|no|not|remains?|remained)$")
_OWN_PEOPLE = r"(?:their|his|her|its|our|my)\s+(?:[\w-]+\s+){1,4}?"
_AFTER_NOUN = "(?:against|as|at|by|for|from|if|in|of|on|over|to|unless|with)"
_BEFORE_NOUN = rf"\W*(?:(?!{_AFTER_NOUN}\b)[\w’'-]+\s+)*?"  # "new", "20 per cent"
_UNDERTAKEN = r"(?:that|this|it|(?:that|this|its|their|the)\s+(?:promise|pledge|commitment|agreement|undertaking)s?)\b"
_TRAILING = " \t\n,;:.—–-"
_OPENING, _CLOSING = "\"“‘'", "\"”’'"


@dataclass(frozen=True, slots=True)
class PledgeWords:
    """Patterns for each kind of phrase; of the cues of speech the words themselves."""

    predicate: re.Pattern[str]
    noun: re.Pattern[str]
    future: re.Pattern[str]
    giving: re.Pattern[str]
    deal: re.Pattern[str]
    goes_on: re.Pattern[str]  # where what is undertaken ends
    errand: re.Pattern[str]
    keeping: re.Pattern[str]
    deed: re.Pattern[str]
    notice: frozenset[str]
    threat: frozenset[str]
    wish: frozenset[str]
    choice: frozenset[str]
    task: frozenset[str]  # the verbs of `errand` as cues
    offer: frozenset[str]  # the verbs of `giving` as cues
    accord: frozenset[str]


def pledge_words(phrases: Sequence[Undertaking]) -> PledgeWords:
    """The patterns of some phrases; what there are no phrases for is found nowhere."""
    return _compiled(tuple(phrases))


@functools.lru_cache(maxsize=4)
def _compiled(phrases: tuple[Undertaking, ...]) -> PledgeWords:
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for phrase in phrases:
        by_kind[phrase.kind].append(phrase.phrase)
    no_forecast = rf"(?:{ADVERB}\s+)*(?!{ADVERB}\b|{_any_of(by_kind[Kind.FORECAST])}\b)(?-i:[a-z])"
    return PledgeWords(
        predicate=_pattern(by_kind[Kind.PLEDGE] + by_kind[Kind.DISAVOWAL], r"\bPHRASE\b"),
        noun=_pattern(by_kind[Kind.NOUN], r"\bPHRASE\b"),
        future=_pattern(by_kind[Kind.FUTURE], rf"\bPHRASE\s+(?={no_forecast})"),
        giving=_pattern(by_kind[Kind.GIVING], r"\bPHRASE\s+(?=(?:not\s+)?to\s+(?-i:[a-z]))"),
        deal=_pattern(by_kind[Kind.DEAL], r"\bPHRASEs?\b"),
        goes_on=_pattern(by_kind[Kind.ASIDE], _GOES_ON),
        errand=_pattern(by_kind[Kind.ERRAND], rf"\bPHRASE\s+{_OWN_PEOPLE}(?=to\s+(?-i:[a-z]))"),
        keeping=_pattern(by_kind[Kind.KEEPING], rf"\bPHRASE\s+{_UNDERTAKEN}"),
        deed=_pattern(by_kind[Kind.DEED], rf"{_BEFORE_NOUN}PHRASE(?=\s+{_AFTER_NOUN}\b|\s*(?![\s\w’'-]))"),
        notice=frozenset(by_kind[Kind.NOTICE]),
        threat=frozenset(by_kind[Kind.THREAT]),
        wish=frozenset(by_kind[Kind.WISH]),
        choice=frozenset(by_kind[Kind.CHOICE]),
        task=frozenset(by_kind[Kind.ERRAND]),
        offer=frozenset(by_kind[Kind.GIVING]),
        accord=frozenset(by_kind[Kind.ACCORD]),
    )


def clause(content: Evidence, start: int, words: PledgeWords) -> Evidence | None:
    """What is undertaken from a place on, up to where somebody goes on to something else: "but", "and hopes that".

    Without the auxiliary at its start, and without a quotation mark whose partner is outside.
    """
    stop = words.goes_on.search(content.exact, start)
    end = stop.start() if stop else len(content.exact)
    if not _DOING.match(content.exact, start) and (aside := _ASIDE.search(content.exact, start, end)):
        end = aside.start()
    if _INFINITIVE.match(content.exact, start) and (went := _WENT_ON.search(content.exact, start, end)):
        end = went.start()
    lead = _AUXILIARY.match(content.exact, start, end)
    start = lead.end() if lead else start
    told = content.exact[start:end].rstrip(_TRAILING)
    while told and told[-1] in _CLOSING and not any(mark in _OPENING for mark in told[:-1]):
        told = told[:-1].rstrip(_TRAILING)
    if told and told[0] in _OPENING and not any(mark in _CLOSING for mark in told[1:]):
        told, start = told[1:], start + 1
    if not told:
        return None
    return replace(content, start=content.start + start, end=content.start + start + len(told), exact=told)


def _pattern(phrases: Sequence[str], frame: str) -> re.Pattern[str]:
    return re.compile(frame.replace(PHRASE, _any_of(phrases)), re.IGNORECASE)


def _any_of(phrases: Sequence[str]) -> str:
    """Any of the phrases, the longest first, however the text breaks its lines; "is firmly committed to" is one too."""
    forms = sorted(phrases, key=len, reverse=True)
    if not forms:
        return _NOTHING
    return "(?:" + "|".join(map(_form, forms)) + ")"


def _form(phrase: str) -> str:
    first, *rest = map(re.escape, phrase.split())
    adverb = r"(?:(?!not|never)(?:\w+ly|also|still|always|both|all|now)\s+)?" if _TAKE_ADVERBS.match(first) else ""
    return first + "".join(rf"\s+{adverb if number == 0 else ''}{word}" for number, word in enumerate(rest))
