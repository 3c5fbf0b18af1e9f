"""The items of a comparison: points of the accounts put together, issue by issue."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Evidence
from onrecord.views.compare.comparison import Account, Ascribed, Attribution, Item, Told, Verdict, Wording
from onrecord.views.compare.matching import SHARED, Match, matches, reigning
from onrecord.views.compare.points import Point
from onrecord.views.compare.reading import GENERAL, WIDE
from onrecord.views.wordings import Piece, differences

_VERDICTS = (Verdict.CONTRADICTED, Verdict.NOT_FOUND, Verdict.CONFIRMED)  # in the order of their weight


@dataclass(slots=True)
class Draft:
    """An item in the making: its points by account, and the points that put words into another's mouth."""

    issue: str
    points: list[Point] = field(default_factory=list)
    ascribing: list[Point] = field(default_factory=list)
    found: list[Point] = field(default_factory=list)
    light: list[Point] = field(default_factory=list)
    verdict: Verdict | None = None


def items_of(
    points: Sequence[Sequence[Point]], accounts: Sequence[Account], labels: Mapping[str, str], names: frozenset[str]
) -> tuple[Item, ...]:
    """The items: what is ascribed to other sides, the unconfirmed first; then what all tell, and what one tells."""
    issues = dict.fromkeys(issue for own in points for point in own for issue in point.issues)
    drafts = [draft for issue in issues for draft in _drafts(issue, points, names)]
    made = [_item(draft, accounts, labels) for draft in drafts]
    return tuple(sorted(made, key=lambda item: _rank(item, list(issues))))


def _rank(item: Item, issues: Sequence[str]) -> tuple[int, int, bool, int, int, int]:
    """What is ascribed first: the unconfirmed, what is put in somebody's mouth, on narrower issues."""
    ascribed = item.attribution
    verdict = _VERDICTS.index(ascribed.verdict) if ascribed is not None else len(_VERDICTS)
    how = tuple(Ascribed).index(ascribed.how) if ascribed is not None else 0
    is_general = ascribed is not None and item.issue == GENERAL
    start = item.told[0].passages[0].start
    return verdict, how, is_general, -len(item.told), issues.index(item.issue), start


def _drafts(issue: str, points: Sequence[Sequence[Point]], names: frozenset[str]) -> Iterator[Draft]:
    """The items on one issue."""
    mine = [[point for point in own if issue in point.issues] for own in points]
    near = matches(mine, names)
    close = [match for match in near if match.is_close]
    ascribing = [point for own in mine for point in own if _ascribes(point, close)]
    drafts = _ascribed(issue, ascribing, close)
    taken = {id(point) for draft in drafts for point in draft.points}
    rest = [point for own in mine for point in own if id(point) not in taken]
    both = _both(issue, rest, close)
    if both is None and not any(draft.found for draft in drafts):
        both = _weakly_both(issue, drafts, rest, near)
    if both is not None and both not in drafts:
        drafts.append(both)
    used = {id(point) for draft in drafts for point in (*draft.points, *draft.found)}
    left = [point for point in rest if id(point) not in used]
    if both is not None and issue not in WIDE and issue not in reigning(points):
        both.points += left
        left = []
    yield from _with_leftover(issue, left, drafts)


def _ascribes(point: Point, close: Sequence[Match]) -> bool:
    """Whether a point is listed as ascribed: not what both tell as joint, nor a topic that claims nothing."""
    if point.how is None:
        return False
    if point.how is not Ascribed.JOINT:
        return True
    theirs = [_other(match, point) for match in close if point is match.one or point is match.other]
    is_joint_in_both = any(other.how is Ascribed.JOINT and not other.is_topic for other in theirs)
    return not point.is_topic and not is_joint_in_both


def _other(match: Match, point: Point) -> Point:
    return match.other if match.one is point else match.one


def _ascribed(issue: str, ascribing: Sequence[Point], close: Sequence[Match]) -> list[Draft]:
    """What is ascribed, put together where one speaker goes on with it and the verdict is the same."""
    drafts: list[Draft] = []
    for point in sorted(ascribing, key=lambda point: (point.account, point.start)):
        mine = [match for match in close if point is match.one or point is match.other]
        found = [_other(match, point) for match in mine]
        contrary = [_other(match, point) for match in mine if match.is_contrary]
        verdict = Verdict.CONTRADICTED if contrary else Verdict.CONFIRMED if found else Verdict.NOT_FOUND
        home = next((draft for draft in drafts if draft.verdict is verdict and _goes_on(draft.points[0], point)), None)
        if home is None:
            drafts.append(Draft(issue, [point], [point], list(contrary or found), verdict=verdict))
        else:
            home.points.append(point)
            home.ascribing.append(point)
            home.found += contrary or found
    return drafts


def _goes_on(one: Point, other: Point) -> bool:
    return one.account == other.account and one.run == other.run and one.how is other.how


def _both(issue: str, rest: Sequence[Point], close: Sequence[Match]) -> Draft | None:
    """What the accounts say alike on an issue, without what is ascribed."""
    known = {id(point) for point in rest}
    alike = [match for match in close if id(match.one) in known and id(match.other) in known]
    if not alike:
        return None
    return Draft(issue, list(_once(point for match in alike for point in (match.one, match.other))))


def _weakly_both(issue: str, drafts: Sequence[Draft], rest: Sequence[Point], near: Sequence[Match]) -> Draft | None:
    """The nearest points of two accounts that speak of one issue, where none says the same.

    On what is between two states at large they must share a word at least, and both or neither be only talked of.
    """
    known = {id(point) for point in rest}
    fit = [match for match in near if issue != GENERAL or (match.shared and match.one.is_topic is match.other.is_topic)]
    ranked = sorted(fit, key=lambda match: (-match.shared, not {id(match.one), id(match.other)} <= known))
    for match in ranked[:1]:
        if {id(match.one), id(match.other)} <= known:
            return Draft(issue, [match.one, match.other])
        for draft in drafts:
            ours = [point for point in (match.one, match.other) if any(point is one for one in draft.ascribing)]
            if len(ours) == 1:
                draft.points.append(_other(match, ours[0]))
                return draft
    return None


def _with_leftover(issue: str, left: Sequence[Point], drafts: list[Draft]) -> Iterator[Draft]:
    """The items with what only one account has; what has no weight of its own goes with another item of the account."""
    by_account: dict[str, list[Point]] = defaultdict(list)
    for point in left:
        by_account[point.account].append(point)
    for account, own in by_account.items():
        home = next((draft for draft in drafts if any(point.account == account for point in draft.points)), None)
        if home is not None and all(_is_light(point, issue) for point in own):
            home.light += own
        else:
            drafts.append(Draft(issue, own))
    yield from drafts


def _is_light(point: Point, issue: str) -> bool:
    return point.is_plain or (point.is_topic and issue in WIDE)


def _once(points: Iterable[Point]) -> Iterator[Point]:
    yield from {id(point): point for point in points}.values()


def _item(draft: Draft, accounts: Sequence[Account], labels: Mapping[str, str]) -> Item:
    points = list(_once([*draft.points, *draft.found]))
    told = tuple(
        _told(account.key, own, [point for point in draft.light if point.account == account.key])
        for account in accounts
        if (own := sorted((point for point in points if point.account == account.key), key=lambda one: one.start))
    )
    wording, pieces = _wording(told, draft, points)
    return Item(
        issue=draft.issue,
        label=labels.get(draft.issue, draft.issue),
        told=told,
        wording=wording,
        differences=pieces,
        attribution=_attribution(draft, accounts),
    )


def _told(account: str, points: Sequence[Point], light: Sequence[Point]) -> Told:
    """What an account tells: what has weight of its own, and beside it the rest."""
    weighty = [point for point in points if not point.is_plain] or list(points)
    passages = tuple(dict.fromkeys(part for point in weighty for part in point.passages))
    rest = [part for point in (*points, *light) if point not in weighty for part in point.passages]
    asides = [part for point in (*points, *light) for part in point.asides]
    more = tuple(sorted(dict.fromkeys((*rest, *asides)), key=lambda part: part.start))
    return Told(
        account=account,
        passages=passages,
        more=more,
        speakers=tuple(dict.fromkeys(name for point in points for name in point.speakers)),
        records=tuple(dict.fromkeys(one for point in points for one in point.records)),
    )


def _wording(told: Sequence[Told], draft: Draft, points: Sequence[Point]) -> tuple[Wording | None, tuple[Piece, ...]]:
    if len(told) < 2:
        return None, ()
    sides = [[point for point in points if point.account == one.account] for one in told[:2]]
    one, other = max(
        ((ours, theirs) for ours in sides[0] for theirs in sides[1]),
        key=lambda pair: len(pair[0].telling & pair[1].telling),
    )
    texts = [" ".join(part.exact for part in point.passages) for point in (one, other)]
    if all(ours.wording.words == theirs.wording.words for ours, theirs in zip(*sides, strict=False)) and len(
        sides[0]
    ) == len(sides[1]):
        return Wording.SAME, ()
    is_one = len(one.telling & other.telling) >= SHARED and (draft.verdict is None or bool(draft.found))
    return Wording.DIFFERS, differences(*texts) if is_one else ()


def _attribution(draft: Draft, accounts: Sequence[Account]) -> Attribution | None:
    if draft.verdict is None:
        return None
    by = draft.ascribing[0].account
    own = next(account.side for account in accounts if account.key == by)
    found: tuple[Evidence, ...] = tuple(dict.fromkeys(part for point in _once(draft.found) for part in point.passages))
    return Attribution(
        by=by,
        to=tuple(account.key for account in accounts if account.side != own),
        how=draft.ascribing[0].how or Ascribed.SPOKEN,
        verdict=draft.verdict,
        found=found,
    )
