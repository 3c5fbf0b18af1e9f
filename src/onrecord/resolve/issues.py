"""Which issues a statement or an event is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from onrecord.lexicon.issues import ANY, Issue
from onrecord.lexicon.terms import Found, TermIndex, term_index


class Strength(IntEnum):
    """How much a term says: it settles the issue, it hints at it, or it counts for want of anything else."""

    TERM = 3
    HINT = 2
    FALLBACK = 1
    NOTHING = 0  # it means something else there


@dataclass(frozen=True, slots=True)
class Sign:
    """The issue that a term tells of, and how strongly; `states` are those that it names."""

    issue: Issue
    strength: Strength
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueMatcher:
    """The terms of all issues, indexed; built once by `issue_matcher`."""

    index: TermIndex[Sign]


def issue_matcher(issues: Iterable[Issue]) -> IssueMatcher:
    """The matcher for these issues."""
    return IssueMatcher(
        term_index(
            (term, Sign(issue, strength, states))
            for issue in issues
            for strength, terms, states in (
                (Strength.TERM, issue.terms, ()),
                (Strength.HINT, issue.hints, ()),
                (Strength.HINT, issue.names, issue.states),
                (Strength.FALLBACK, issue.fallbacks, ()),
                (Strength.NOTHING, issue.misleading, ()),
            )
            for term in terms
        )
    )


def issues_of(text: str, context: str | None, matcher: IssueMatcher) -> tuple[str, ...]:
    """The slugs of the issues that a text is about, in the order of its words.

    The context (the heading over it) speaks only where the text's own words give nothing.
    """
    return told_issues(signs_in(text, matcher)) or (told_issues(signs_in(context, matcher)) if context else ())


def signs_in(text: str, matcher: IssueMatcher) -> list[Sign]:
    """What the words of a text tell of issues, in their order."""
    return [found.owner for found in signs_and_places(text, matcher)]


def signs_and_places(text: str, matcher: IssueMatcher) -> Iterator[Found[Sign]]:
    """The same with their places; phrases that mislead are passed over."""
    return (found for found in matcher.index.found(text) if found.owner.strength is not Strength.NOTHING)


def told_issues(signs: Sequence[Sign]) -> tuple[str, ...]:
    """The issues of some signs; weak ones count where there are no others."""
    return settled_issues(signs) or tuple(dict.fromkeys(sign.issue.slug for sign in signs))


def settled_issues(signs: Sequence[Sign], around: Sequence[str] = ()) -> tuple[str, ...]:
    """The issues that terms and hints tell, without weak words.

    A hint at a general issue is of the special case that `around` names: what stands around the text is about it.
    """
    settled = {sign.issue.slug for sign in signs if sign.strength is Strength.TERM}
    hinted = settled | {sign.issue.slug for sign in signs if sign.strength is Strength.HINT}
    told = (_narrowed(sign, settled, around) for sign in signs if _tells(sign, settled, hinted))
    return tuple(dict.fromkeys(told))


def _narrowed(sign: Sign, settled: set[str], around: Sequence[str]) -> str:
    special = next((slug for slug in around if slug in sign.issue.special_cases), None)
    is_general = special is not None and sign.strength is Strength.HINT and sign.issue.slug not in settled
    return special if special is not None and is_general else sign.issue.slug


def _tells(sign: Sign, settled: set[str], hinted: set[str]) -> bool:
    """Whether a sign stands beside the issues that the text's terms settle, and the hints that it names."""
    if sign.strength is Strength.HINT:
        own = sign.issue
        return not (settled - {own.slug} if ANY in own.yields_to else hinted.intersection(own.yields_to))
    return sign.strength is Strength.TERM
