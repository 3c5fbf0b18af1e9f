"""What a document tells of a meeting that it is an account of, and whether two documents can tell of one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model import ActorKind, Record
from onrecord.model.days import bounds
from onrecord.views.cast import may_be_one_person
from onrecord.views.compare.comparison import Account
from onrecord.views.compare.meeting import doubts_between, held, occasions_of
from onrecord.views.compare.reading import CompareWords
from onrecord.views.compare.sides import JOINT, accounts_of
from onrecord.views.compare.signs import side_of_address
from onrecord.views.key_points.reading import main_engagement
from onrecord.views.occasions import HELD, Engagement

WITHIN = 1  # day between two accounts: clocks differ, and what is told by evening is put out the next morning
VAGUE_DAY = timedelta(days=14)  # an engagement told by so much time or more, as "in June", is dated by its publication

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Telling:
    """One document as an account of one engagement.

    It `is_main` where the document is about the engagement, or else it is a meeting of a visit that the document is
    about: then `people` and `countries` are also those of the visit. `people` are known by name, `others` are states
    that stand for their people. `day` is that of the engagement or of the visit, as the text tells it, and `days` what
    it covers; where it tells none they are those of publication.
    """

    account: Account
    record: Record
    told: Engagement
    people: tuple[str, ...]
    others: frozenset[str]
    countries: frozenset[str]
    day: str | None
    days: Days | None
    is_main: bool
    office: str | None  # the host of an address of a state

    @property
    def hand(self) -> str | None:
        """Whose account it is: a side's, or else a publisher's."""
        return self.account.side or self.account.publisher


def tellings(record: Record, words: CompareWords) -> Iterator[Telling]:
    """What a document is an account of: its main engagement, and if that is a visit the meetings held on it."""
    occasions = occasions_of(record, words)
    main = main_engagement(occasions, {record.document.id: record.document})
    if main is None:
        return
    (account,) = accounts_of((record,), (held("a", main),), {}, words)
    if account.basis == JOINT:
        return
    host = urlsplit(account.uri).hostname if side_of_address(account.uri, words) else None
    yield _telling(account, record, main, main, host)
    if main.kind is EncounterKind.VISIT:
        yield from (_telling(account, record, one, main, host) for one in occasions if _is_held_on(one, main))


def _is_held_on(one: Engagement, visit: Engagement) -> bool:
    """Whether an engagement is one of those for which somebody came: held, on those days, and nowhere else told of."""
    days, stay = bounds(one.date), bounds(visit.date)
    is_then = days is None or (stay is not None and stay[0] <= days[0] and days[1] <= stay[1])
    return one.kind is not EncounterKind.VISIT and one.status in HELD and is_then


def _telling(account: Account, record: Record, told: Engagement, main: Engagement, office: str | None) -> Telling:
    named = {actor.name: actor for actor in record.actors}
    known = {name: named[name] for name in (*told.participants, *main.participants) if name in named}
    people = tuple(name for name, actor in known.items() if actor.kind is ActorKind.PERSON)
    states = frozenset(actor.country or actor.id for actor in known.values() if actor.kind is ActorKind.STATE)
    day = next((one for one in (told.date, main.date) if _is_narrow(bounds(one))), None)
    return Telling(
        account=account,
        record=record,
        told=told,
        people=people,
        others=states,
        countries=frozenset((*told.countries, *main.countries)),
        day=day,
        days=bounds(day or record.document.published),
        is_main=told is main,
        office=office,
    )


def _is_narrow(days: Days | None) -> bool:
    return days is not None and days[1] - days[0] < VAGUE_DAY


def gap(one: Telling, other: Telling) -> int | None:
    """Days between two tellings; None where one has no day."""
    if one.days is None or other.days is None:
        return None
    return max(0, (one.days[0] - other.days[1]).days, (other.days[0] - one.days[1]).days)


def may_be_one(one: Telling, other: Telling) -> bool:
    """Whether two documents can be accounts of one meeting, by whoever: its people, states, day and kind allow it."""
    is_known = one.record.document.id != other.record.document.id and (one.is_main or other.is_main)
    between = gap(one, other)
    return (
        is_known
        and (between is None or between <= WITHIN)
        and _is_one_company(one, other)
        and next(doubts_between(_sight(one), _sight(other)), None) is None
    )


def are_of_two(one: Telling, other: Telling) -> bool:
    """Whether two accounts are of two sides, or else of two publishers; what one press office puts out is never."""
    if one.office is not None and one.office == other.office:
        return False
    if one.account.side and other.account.side and one.account.side != other.account.side:
        return True
    if one.account.publisher and other.account.publisher:
        return one.account.publisher != other.account.publisher
    return one.hand is not None and other.hand is not None and one.hand != other.hand


def shared_people(one: Telling, other: Telling) -> list[str]:
    """Those of one who are in the other, by the fuller of the two names."""
    pairs = ((name, _same(name, other.people)) for name in one.people)
    return [max(name, same, key=len) for name, same in pairs if same is not None]


def _sight(one: Telling) -> tuple[Account, Engagement, Record]:
    return one.account, one.told, one.record


def _is_one_company(one: Telling, other: Telling) -> bool:
    """Whether all of the smaller company are in the larger, somebody of two sides among them, and of the same states.

    A list of those whom a visitor met is larger by nature: another document tells of a part of it. A visit is not
    one of its meetings: both must be of the same people.
    """
    less, more = sorted((one, other), key=lambda telling: (not telling.is_main, len(telling.people)))
    visits = [telling.told.kind is EncounterKind.VISIT for telling in (less, more)]
    if not _are_in(less, more) or (any(visits) and not all(visits) and not _are_in(more, less)):
        return False
    if not all(visits) and len(_sides_in(less, more)) < 2:
        return False
    if not more.is_main:
        return less.countries <= more.countries
    strangers = (name for name in more.people if not _is_in(name, more, less))
    return less.countries == more.countries and all(_side(name, more) in less.countries for name in strangers)


def _are_in(less: Telling, more: Telling) -> bool:
    return bool(less.people) and all(_is_in(name, less, more) for name in less.people)


def _is_in(name: str, one: Telling, other: Telling) -> bool:
    """Whether somebody of one company is in the other: by name, or his state is, and the text names him elsewhere."""
    if _same(name, other.people) is not None:
        return True
    return _side(name, one) in other.others and _same(name, [actor.name for actor in other.record.actors]) is not None


def _sides_in(less: Telling, more: Telling) -> set[str]:
    """The sides of those who are in both companies; of whom none is known, everybody is his own."""
    ours = {_side(name, less) for name in less.people if _is_in(name, less, more)}
    return ours | {_side(name, more) for name in more.people if _is_in(name, more, less)}


def _side(name: str, telling: Telling) -> str:
    known = (actor.country for actor in telling.record.actors if actor.name == name)
    return next(known, None) or name


def _same(name: str, names: Iterable[str]) -> str | None:
    return next((other for other in names if may_be_one_person(name, other)), None)
