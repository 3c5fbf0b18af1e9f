"""The meeting that accounts tell of, as each tells it, and whether it can be one and the same."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.model import Record
from onrecord.model.days import bounds, may_be_one
from onrecord.views.cast import listed, may_be_one_person
from onrecord.views.compare.comparison import Account, Held, Warning, WarningKind
from onrecord.views.compare.reading import CompareWords
from onrecord.views.engagements import engagements
from onrecord.views.key_points.reading import main_engagement
from onrecord.views.occasions import HELD, VAGUE, Engagement

UNNAMED = ("the ", "The ")  # how a participant begins whom a text gives no name
DOUBT = "these may not be accounts of one meeting"
DAYS_APART = 3  # between the days of two accounts of one meeting; later ones tell of another
MILITARY = ("defence-minister", "military-chief")  # duties of data/offices.csv
DISTANCE = ("call", "video-call")  # kinds that are not a meeting in one room

Occasions = Sequence[Engagement]
Sight = tuple[Account, Engagement | None, Record]


def occasions_of(record: Record, words: CompareWords) -> Occasions:
    """The engagements that a record tells of, the one that it is about first."""
    brief = words.brief
    told = engagements((record,), brief.encounters, brief.countries, brief.offices)
    main = main_engagement(told, {record.document.id: record.document})
    return [main, *(one for one in told if one is not main)] if main is not None else told


def shared_meeting(told: Sequence[Occasions]) -> tuple[Engagement | None, ...]:
    """For each account the engagement that is most likely the one that all tell of; its first where there is none."""
    told = [[one for one in own if one.status in HELD] or own for own in told]
    if len(told) < 2:
        return tuple(one[0] if one else None for one in told)
    pairs = [(ours, theirs) for ours in told[0] for theirs in told[1]]
    best = max(pairs, key=lambda pair: _closeness(*pair), default=None)
    if best is None or not _common(*best):
        return tuple(one[0] if one else None for one in told)
    first, *others = best
    rest = (max(one, key=lambda other: _closeness(first, other), default=None) for one in told[2:])
    return (first, *others, *rest)


def _closeness(one: Engagement, other: Engagement) -> tuple[int, bool, bool, bool]:
    days = one.date is not None and other.date is not None and may_be_one(one.date, other.date)
    is_first = one.evidence[0].start + other.evidence[0].start == 0
    return len(_common(one, other)), days, one.kind is other.kind, is_first


def _common(one: Engagement, other: Engagement) -> list[str]:
    """The participants of one that are or may be participants of the other."""
    return [
        name for name in one.participants if any(may_be_one_person(name, another) for another in other.participants)
    ]


def held(account: str, engagement: Engagement) -> Held:
    """The meeting as an account tells it."""
    return Held(
        account=account,
        kind=engagement.kind,
        participants=engagement.participants,
        countries=engagement.countries,
        date=engagement.date,
        place=engagement.place,
        evidence=engagement.evidence,
    )


def doubts(
    accounts: Sequence[Account], told: Sequence[Engagement | None], records: Sequence[Record]
) -> tuple[Warning, ...]:
    """Why the accounts may not be of one meeting: its people, its day, its kind."""
    first, *others = zip(accounts, told, records, strict=True)
    texts = [other for other in others if other[2].document.id != first[2].document.id]
    return tuple(doubt for other in texts for doubt in doubts_between(first, other))


def doubts_between(one: Sight, other: Sight) -> Iterator[Warning]:
    """Why two accounts may not be of one meeting, by what each tells of it; none where nothing keeps them apart."""
    pair = (one[0], other[0])
    ours, theirs = one[1], other[1]
    keys = tuple(account.key for account in pair)
    if ours is None or theirs is None:
        lacking = [account.side_name for account, one in zip(pair, (ours, theirs), strict=True) if one is None]
        text = f"no meeting, call or visit was found in the text of {listed(lacking)}"
        yield Warning(kind=WarningKind.NO_MEETING, text=f"{text}: whether both tell of one is not known", accounts=keys)
    elif not (_are_named(ours, other[2]) or _are_named(theirs, one[2])):
        people = "; ".join(
            f"{account.side_name}: {listed(one.participants)}"
            for account, one in zip(pair, (ours, theirs), strict=True)
        )
        yield Warning(kind=WarningKind.OTHER_PEOPLE, text=f"{DOUBT}: not the same people met ({people})", accounts=keys)
    apart = _days_apart(pair, (ours, theirs))
    if apart is not None and apart > DAYS_APART:
        yield Warning(kind=WarningKind.OTHER_DAY, text=f"{DOUBT}: they are {apart} days apart", accounts=keys)
    if ours is not None and theirs is not None and _is_other_kind(ours, theirs):
        text = f"{DOUBT}: one tells of a {ours.kind}, the other of a {theirs.kind}"
        yield Warning(kind=WarningKind.OTHER_KIND, text=text, accounts=keys)


def _are_named(told: Engagement, record: Record) -> bool:
    """Whether a text names all that met, wherever: one may tell of several meetings in one list."""
    known = [actor.name for actor in record.actors]
    named = [name for name in told.participants if not name.startswith(UNNAMED)]
    return all(any(may_be_one_person(name, other) for other in known) for name in named)


def _days_apart(pair: Sequence[Account], told: Sequence[Engagement | None]) -> int | None:
    days = [
        bounds((one.date if one is not None else None) or account.published)
        for account, one in zip(pair, told, strict=True)
    ]
    ours, theirs = days
    if ours is None or theirs is None:
        return None
    return max(0, _gap(ours, theirs), _gap(theirs, ours))


def _gap(earlier: tuple[date, date], later: tuple[date, date]) -> int:
    return (later[0] - earlier[1]).days


def _is_other_kind(one: Engagement, other: Engagement) -> bool:
    kinds = {one.kind, other.kind}
    is_vague = other.kind in VAGUE.get(one.kind, ()) or one.kind in VAGUE.get(other.kind, ())
    return len(kinds) > 1 and not is_vague and len(kinds & set(DISTANCE)) == 1


def is_military(told: Engagement | None, words: CompareWords) -> bool:
    """Whether all who met and whose office is known command armed forces."""
    known = [words.brief.offices.get((office or "").lower()) for office in (told.offices if told is not None else ())]
    duties = [office.duty for office in known if office is not None]
    return bool(duties) and all(duty in MILITARY for duty in duties)
