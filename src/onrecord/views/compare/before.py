"""The mood words of an account against those of the same side's account of the last occasion of the same states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model import Record
from onrecord.model.days import bounds
from onrecord.views.compare.comparison import Account, Before, Comparison, Form, Held, Mood
from onrecord.views.compare.form import moods_of
from onrecord.views.compare.meeting import held
from onrecord.views.compare.reading import CompareWords
from onrecord.views.compare.tellings import WITHIN, Days, Telling, tellings


def states_of(comparison: Comparison) -> tuple[str, ...]:
    """The states of those who met, by all accounts."""
    return tuple(sorted({code for one in comparison.held for code in one.countries}))


def last_day(comparison: Comparison) -> date | None:
    """The last day of the meeting by any account; nothing that came out later is told before it."""
    days = [_day(account, meeting) for account, meeting in _sided(comparison)]
    return max((day[1] for day in days if day is not None), default=None)


def with_before(comparison: Comparison, records: Iterable[Record], words: CompareWords) -> Comparison:
    """The comparison with each side's last account before it, as far as these records, the latest first, have one.

    No more of them are read than it takes.
    """
    lacking = {one.account: (account, one) for account, one in _sided(comparison) if _day(account, one) is not None}
    found: list[Before] = []
    known = {account.document for account in comparison.accounts}
    forms = {form.account: form for form in comparison.forms}
    for record in records:
        if not lacking:
            break
        if record.document.id in known:
            continue
        for telling in tellings(record, words):
            for key, (account, meeting) in list(lacking.items()):
                if _is_before(telling, account, meeting):
                    found.append(_before(telling, key, forms[key], words))
                    del lacking[key]
    return replace(comparison, before=tuple(sorted(found, key=lambda one: one.account)))


def _sided(comparison: Comparison) -> Iterator[tuple[Account, Held]]:
    """The accounts of which the side is known, with the meeting as they tell it."""
    told = {one.account: one for one in comparison.held}
    yield from ((one, told[one.key]) for one in comparison.accounts if one.side is not None and one.key in told)


def _day(account: Account, meeting: Held) -> Days | None:
    return bounds(meeting.date or account.published)


def _is_before(telling: Telling, account: Account, meeting: Held) -> bool:
    """Whether a telling is one of the same side, of an earlier occasion of the same states."""
    day = _day(account, meeting)
    return (
        telling.is_main
        and telling.account.side == account.side
        and set(telling.told.countries) == set(meeting.countries)
        and telling.days is not None
        and day is not None
        and (day[0] - telling.days[1]).days > WITHIN
    )


def _before(telling: Telling, key: str, form: Form, words: CompareWords) -> Before:
    moods = tuple(moods_of(telling.record, words))
    return Before(
        account=key,
        document=telling.account.document,
        uri=telling.account.uri,
        title=telling.account.title,
        held=held(key, telling.told),
        date=telling.day or telling.account.published,
        moods=moods,
        only_now=_lacking(form.moods, moods),
        only_then=_lacking(moods, form.moods),
    )


def _lacking(ours: Sequence[Mood], theirs: Sequence[Mood]) -> tuple[str, ...]:
    """The names of the mood words that one account has and the other has not."""
    others = {mood.name for mood in theirs}
    return tuple(dict.fromkeys(mood.name for mood in ours if mood.name not in others))
