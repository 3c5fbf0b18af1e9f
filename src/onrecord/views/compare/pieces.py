"""Cuts what is told where it turns to another issue: "arms control, ransomware, and joint work on the lake"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from onrecord.lexicon.accounts import AccountRole
from onrecord.lexicon.terms import Found
from onrecord.model import Evidence
from onrecord.resolve.issues import Sign, Strength, settled_issues, signs_and_places
from onrecord.views.compare.reading import GENERAL, Scene
from onrecord.views.passages import passage

TOGETHER = 4  # words between two names at most that are named in one breath: "Taiwan and in the South China Sea"

WHOLE = 3  # words of a stretch that is more than an adjective
ANEW = 2  # words before a link with which a new point begins after a bare "and": "and serious concern over"

_CUT = re.compile(r"[,;]\s+(?:(?:and|but|as\s+well\s+as)\s+)?|\s+(?:and(?:\s+that)?|as\s+well\s+as)\s+")
_ADJECTIVE = re.compile(r"\b[a-z]+(?:al|ary|ic|ive|ous)$")  # "economic" of "economic and judicial reforms"
_WORD = re.compile(r"[\w’'-]+")
_JOINS = frozenset({"and", "or", "the", "a", "an", "our", "its", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch with the issues that its own words settle; `is_told` is false where they settle none.

    `terms` are those that a word settles by itself, `proper` those that a name does. It is `after_mark` where a comma
    stands before it.
    """

    passages: tuple[Evidence, ...]
    issues: tuple[str, ...]
    is_told: bool = False
    is_together: bool = False
    terms: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    after_mark: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it can stand before a bare "and": "economic" in "economic and energy matters" cannot."""
        return bool(self.terms) and _length(self) >= WHOLE


def pieces(spans: Sequence[tuple[int, int]], own: str | None, scene: Scene, least: int = WHOLE) -> list[Piece]:
    """The spans cut where the issue changes; a stretch that names no issue goes with the one before it.

    `own` is the state of who speaks: its name is no issue to him. A hint counts only where nothing else in all the
    spans settles an issue, and what is between the states at large is no issue beside a narrower one. Stretches of
    fewer than `least` words are no points: "the economic, legal and fiscal teams".
    """
    signs = [found for span in spans for found in _signs(span, own, scene)]
    whole = frozenset(settled_issues([found.owner for found in signs]))
    named = frozenset(found.owner.issue.slug for found in signs if found.owner.states)
    merged: list[Piece] = []
    before = 0
    for piece in (piece for span in spans for piece in _cut(span, own, scene, (whole, named))):
        is_long = min(_length(piece), before) >= least
        if merged and not (is_long and _is_new(merged[-1], piece)):
            merged[-1] = _joined(merged[-1], piece, scene)
        else:
            merged.append(piece)
        before = _length(piece)
    return merged


def _length(piece: Piece) -> int:
    """The words of a stretch."""
    return sum(len(part.exact.split()) for part in piece.passages)


def _is_new(last: Piece, piece: Piece) -> bool:
    """Whether a stretch is about something else than the one before it."""
    ours, theirs = set(last.issues), set(piece.issues)
    if _ADJECTIVE.search(last.passages[-1].exact):
        return False
    if piece.after_mark:
        return bool(ours - theirs and theirs - ours) and piece.is_told and last.is_told
    return GENERAL not in ours | theirs and not ours & theirs and last.is_whole and bool(piece.terms)


def _joined(one: Piece, other: Piece, scene: Scene) -> Piece:
    first, last = one.passages[-1], other.passages[0]
    text = scene.record.document.text
    is_one = not text[first.end : last.start].strip(" \n,;") or bool(_CUT.fullmatch(text, first.end, last.start))
    middle = (passage(scene.record.document, first.start, last.end),) if is_one else (first, last)
    issues = tuple(dict.fromkeys(one.issues + other.issues))
    signs = _signs((first.start, last.end), None, scene) if is_one and len(issues) > 1 else []
    return Piece(
        passages=(*one.passages[:-1], *middle, *other.passages[1:]),
        issues=issues,
        is_told=one.is_told or other.is_told,
        is_together=_are_together(signs, text[first.start : last.end], scene) or one.is_together or other.is_together,
        terms=one.terms | other.terms,
        proper=one.proper | other.proper,
        after_mark=one.after_mark,
    )


def _cut(
    span: tuple[int, int], own: str | None, scene: Scene, counted: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Piece]:
    """The stretches of a span; a state's name alone tells an issue only in a list: "on Norland, trade and fish"."""
    text, (whole, named) = scene.record.document.text, counted
    begin, after_mark = span[0], True
    for found in _CUT.finditer(text, *span):
        is_mark = found[0][0] in ",;" or found[0].split()[-1] == "that"
        leading = _leading(text[found.end() : span[1]], scene)
        if not leading or not (is_mark or leading >= ANEW):
            continue
        if begin < found.start():
            issues = whole | named if is_mark else whole
            yield replace(_piece((begin, found.start()), own, scene, issues), after_mark=after_mark)
        begin, after_mark = found.end(), is_mark
    if begin < span[1]:
        yield replace(_piece((begin, span[1]), own, scene, whole), after_mark=after_mark)


def _leading(following: str, scene: Scene) -> int:
    """How many words stand before the first link, as far as it matters: no other point begins with a link."""
    opening = (word[0] for word in islice(_WORD.finditer(following), ANEW))
    return sum(1 for _ in takewhile(lambda word: not _is_link(word, scene), opening))


def _is_link(word: str, scene: Scene) -> bool:
    return word.casefold() in scene.words.links


def _signs(span: tuple[int, int], own: str | None, scene: Scene) -> list[Found[Sign]]:
    """The signs in a stretch but for the name of one's own state, and for those in somebody's title."""
    found = signs_and_places(scene.record.document.text[slice(*span)], scene.words.matcher)
    return [
        one
        for one in found
        if (own is None or own not in one.owner.states)
        and not scene.is_in_title(span[0] + one.start, span[0] + one.end)
    ]


def _piece(span: tuple[int, int], own: str | None, scene: Scene, counted: frozenset[str]) -> Piece:
    signs, text = _signs(span, own, scene), scene.record.document.text[slice(*span)]
    matter = _after(AccountRole.MATTER, text, scene)
    issues = _issues([found for found in signs if found.start >= matter], counted) or _issues(signs, counted)
    return Piece(
        passages=(passage(scene.record.document, *span),),
        issues=issues,
        is_told=bool(issues) and (issues != (GENERAL,) or counted == {GENERAL}),
        is_together=len(issues) > 1 and _are_together(signs, text, scene),
        terms=frozenset(found.owner.issue.slug for found in signs if found.owner.strength is Strength.TERM),
        proper=frozenset(
            found.owner.issue.slug
            for found in signs
            if found.owner.strength is Strength.TERM and text[found.start].isupper()
        ),
    )


def _issues(signs: Sequence[Found[Sign]], counted: frozenset[str]) -> tuple[str, ...]:
    return tuple(slug for slug in settled_issues([found.owner for found in signs]) if slug in counted)


def _after(role: AccountRole, text: str, scene: Scene) -> int:
    """Where the first word of a role ends in a text; its start without one."""
    return next((found.end for found in scene.words.roles[role].found(text)), 0)


def _are_together(signs: Sequence[Found[Sign]], text: str, scene: Scene) -> bool:
    """Whether names of different issues stand in one breath, joined by nothing but small words."""
    strong = [found for found in signs if found.owner.strength is Strength.TERM]
    for one, other in pairwise(strong):
        between = [word.casefold() for word in _WORD.findall(text[one.end : other.start])]
        is_joined = "and" in between or "," in text[one.end : other.start]
        is_small = all(word in _JOINS or _is_link(word, scene) for word in between)
        if one.owner.issue.slug != other.owner.issue.slug and is_joined and is_small and len(between) <= TOGETHER:
            return True
    return False
