"""Which issues a statement or an event is about."""

import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from onrecord.lexicon.issues import ANY, Issue
from onrecord.lexicon.terms import TermIndex, term_index


class _Strength(IntEnum):
    """How much a term says: it settles the issue, it hints at it, or it counts for want of anything else."""

    TERM = 3
    HINT = 2
    FALLBACK = 1
    NOTHING = 0  # it means something else there


@dataclass(frozen=True, slots=True)
class _Sign:
    """The issue that a term tells of, and how strongly."""

    issue: Issue
    strength: _Strength


@dataclass(frozen=True, slots=True, eq=False)
class IssueMatcher:
    """The terms of all issues, indexed; built once by `issue_matcher`, and equal to none but itself."""

    index: TermIndex[_Sign]


def issue_matcher(issues: Iterable[Issue]) -> IssueMatcher:
    """The matcher for these issues."""
    return IssueMatcher(
        term_index(
            (term, _Sign(issue, strength))
            for issue in issues
            for strength, terms in (
                (_Strength.TERM, issue.terms),
                (_Strength.HINT, issue.hints),
                (_Strength.FALLBACK, issue.fallbacks),
                (_Strength.NOTHING, issue.misleading),
            )
            for term in terms
        )
    )


def issues_of(text: str, context: str | None, matcher: IssueMatcher) -> tuple[str, ...]:
    """The slugs of the issues that a text is about, in the order of its words.

    The context (the heading over it) speaks only where the text's own words give nothing.
    """
    return _issues_in(text, matcher) or (_issues_in(context, matcher) if context else ())


def settled_issues(text: str, around: Iterable[str], matcher: IssueMatcher) -> tuple[str, ...]:
    """The issues that a text's terms and hints tell, without its weak words.

    A hint at a general issue is of the special case that `around` names: what stands around the text is about it.
    """
    signs = _signs(text, matcher)
    settled = {sign.issue.slug for sign in signs if sign.strength is _Strength.TERM}
    known = tuple(around)
    told = (_narrowed(sign, settled, known) for sign in signs if _tells(sign, settled))
    return tuple(dict.fromkeys(told))


def _narrowed(sign: _Sign, settled: set[str], around: tuple[str, ...]) -> str:
    special = next((slug for slug in around if slug in sign.issue.special_cases), None)
    is_general = special is not None and sign.strength is _Strength.HINT and sign.issue.slug not in settled
    return special if special is not None and is_general else sign.issue.slug


def main_issue(texts: Iterable[str], matcher: IssueMatcher) -> str | None:
    """The issue that most of a document's texts are about, the first of several; None if none tells of any.

    It is the last resort for a text whose own words and heading give nothing ("This policy has not changed").
    """
    counted = Counter(slug for text in texts for slug in issues_of(text, None, matcher))
    return max(counted, key=counted.__getitem__, default=None)


def _issues_in(text: str, matcher: IssueMatcher) -> tuple[str, ...]:
    signs = _signs(text, matcher)
    settled = {sign.issue.slug for sign in signs if sign.strength is _Strength.TERM}
    told = [sign.issue.slug for sign in signs if _tells(sign, settled)]
    return tuple(dict.fromkeys(told or [sign.issue.slug for sign in signs]))


@functools.lru_cache(maxsize=512)  # the passages of one document: each is asked for several times
def _signs(text: str, matcher: IssueMatcher) -> tuple[_Sign, ...]:
    signs = (found.owner for found in matcher.index.found(text))
    return tuple(sign for sign in signs if sign.strength is not _Strength.NOTHING)


def _tells(sign: _Sign, settled: set[str]) -> bool:
    """Whether a sign stands beside the issues that the text's terms settle."""
    if sign.strength is _Strength.HINT:
        others = settled - {sign.issue.slug}
        return not (others if ANY in sign.issue.yields_to else others.intersection(sign.issue.yields_to))
    return sign.strength is _Strength.TERM
