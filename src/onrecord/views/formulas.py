"""Formulas: what somebody says again and again, in which wordings, from when to when, and what passed without it.

Nothing is called changed or dropped: that an occasion passed without a formula is told, not what it means.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from onrecord.model import Record
from onrecord.views.cast import cast_of, listed
from onrecord.views.held import Held
from onrecord.views.passing import Passed, Spoken, passed
from onrecord.views.phrasing import phrased
from onrecord.views.uses import Told, Use, is_one_saying, order, uses
from onrecord.views.wanted import Wanted, is_within
from onrecord.views.wordings import ALIKE, NEARLY, Piece, differences, likeness

MOST = 12  # wordings of one formula that others are held against: more would add nothing but time


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording of a formula with all its uses, the first first; case and marks make no difference.

    `differences` are those from the variant before, none of the first.
    """

    uses: tuple[Told, ...]
    differences: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """What somebody said on several occasions in the same words or in near ones, or what a phrase asks for.

    `issue` is that on which days are told to have passed without it, `days` on how many it was used (of publication
    where no other is known). `first` and `last` are the uses of the first and the last of them, None where no day is
    known. `variants` stand in the order of their first uses.
    """

    actor: str
    issue: str | None
    phrase: str | None
    days: int
    first: Told | None
    last: Told | None
    variants: tuple[Variant, ...]
    passed: tuple[Passed, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """The uses of a formula as they are found, and what came near and is not held to be one."""

    uses: list[Use] = field(default_factory=list)
    near: list[Use] = field(default_factory=list)
    wordings: int = 0


def formulas(records: Sequence[Record], issue: str, actor: Wanted, countries: Mapping[str, str]) -> tuple[Formula, ...]:
    """The formulas of an actor on an issue, by the days on which they were first used."""
    said = sorted(uses(records, issue, actor, cast_of(records, countries)), key=order)
    spoken = Spoken.of(said)
    return tuple(_formula(one, spoken, actor, issue, None) for one in _gathered(said) if _is_said_again(one.uses))


def formula(
    records: Sequence[Record], phrase: str, issue: str | None, actor: Wanted, countries: Mapping[str, str]
) -> Formula | None:
    """The formula that a phrase is to an actor, in these words and in near ones; None where it has no use.

    With an issue it is looked for in what was said on that alone; without, the occasions that passed without it are
    those of the issue that its uses are about most often.
    """
    cast = cast_of(records, countries)
    found = phrased(records, phrase, issue, actor, cast)
    if not found.uses:
        return None
    about = issue or found.issue
    said = sorted(uses(records, about, actor, cast), key=order) if about is not None else []
    gathered = _Gathered(sorted(found.uses, key=order), list(found.near))
    return _formula(gathered, Spoken.of(said), actor, about, phrase)


def used_within(told: Iterable[Formula], since: date | None, until: date | None) -> list[Formula]:
    """The formulas that were used from the first day to the last, each whole."""
    return [one for one in told if is_within([use.day for kind in one.variants for use in kind.uses], since, until)]


def _gathered(said: Sequence[Use]) -> list[_Gathered]:
    """What was said, of which the days are in order, put together by its wordings."""
    made: list[_Gathered] = []
    held: Held[tuple[Use, _Gathered]] = Held()
    for use in said:
        near = sorted(_near(use, held))
        ratio, place = near[-1] if near else (0.0, 0)
        own = held.uses[place][1] if ratio >= ALIKE else None
        for other in {id(held.uses[place][1]): held.uses[place][1] for _, place in near}.values():
            if other is not own:
                other.near.append(use)
        if own is None:
            own = _Gathered()
            made.append(own)
        own.uses.append(use)
        is_known = ratio >= 1 and held.uses[place][0].wording == use.wording
        if not is_known and own.wordings < MOST:
            own.wordings += 1
            held.add((use, own), use.wording.telling)
    return made


def _near(use: Use, held: Held[tuple[Use, _Gathered]]) -> Iterator[tuple[float, int]]:
    """The uses that come near to one, by their places, with how near they are."""
    for place in held.alike(use.wording.telling):
        if (ratio := likeness(held.uses[place][0].wording, use.wording)) >= NEARLY:
            yield ratio, place


def _is_said_again(used: Sequence[Use]) -> bool:
    """Whether the reports cannot all be of one occasion."""
    return any(not is_one_saying(used[0], use) for use in used)


def _formula(one: _Gathered, spoken: Spoken, actor: Wanted, issue: str | None, phrase: str | None) -> Formula:
    dated = [use for use in one.uses if use.days is not None]
    return Formula(
        actor=actor.code or listed(sorted(actor.names)),
        issue=issue,
        phrase=phrase,
        days=len({use.days for use in dated}),
        first=dated[0].told if dated else None,
        last=max(dated, key=lambda use: use.days or (date.min, date.min)).told if dated else None,
        variants=_variants(one.uses),
        passed=tuple(passed(one.uses, one.near, spoken)),
    )


def _variants(used: Sequence[Use]) -> tuple[Variant, ...]:
    by_words: dict[tuple[str, ...], list[Use]] = defaultdict(list)
    for use in used:
        by_words[use.wording.words].append(use)
    texts = [own[0].text for own in by_words.values()]
    told = [()] + [differences(before, after) for before, after in pairwise(texts)]
    return tuple(
        Variant(uses=tuple(use.told for use in own), differences=pieces)
        for own, pieces in zip(by_words.values(), told, strict=True)
    )
