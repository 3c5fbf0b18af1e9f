"""Two or more accounts of one meeting laid side by side: what each tells, and what it has the other side say."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.model import Record
from onrecord.views.compare.care import cares, is_foreign
from onrecord.views.compare.comparison import Comparison
from onrecord.views.compare.form import form_of
from onrecord.views.compare.items import items_of
from onrecord.views.compare.matching import settle
from onrecord.views.compare.meeting import doubts, held, is_military, occasions_of, shared_meeting
from onrecord.views.compare.narrated import narrated_points
from onrecord.views.compare.points import Point, statement_points
from onrecord.views.compare.reading import CompareWords, Scene, cast_for, load_compare_words, name_stems, titles_of
from onrecord.views.compare.sides import accounts_of, named_apart
from onrecord.views.compare.signs import is_by_author
from onrecord.views.occasions import Engagement

__all__ = ["CompareWords", "Comparison", "compare", "load_compare_words"]


def compare(
    records: Sequence[Record], words: CompareWords, sides: Mapping[str, str] = MappingProxyType({})
) -> Comparison:
    """The accounts of one meeting compared. `sides` names the sides of documents by their ids, where they are given."""
    occasions = [occasions_of(record, words) for record in records]
    told = shared_meeting(occasions)
    keyed = [held(key, one) if one is not None else None for key, one in zip("abcdefgh", told, strict=False)]
    accounts = named_apart(accounts_of(records, keyed, sides, words))
    parties = frozenset(account.side for account in accounts if account.side is not None)
    scenes = [
        Scene(
            account,
            record,
            cast_for(record, words),
            parties,
            words,
            is_military=is_military(meeting, words),
            is_author=is_by_author(record),
            titles=titles_of(record),
        )
        for account, record, meeting in zip(accounts, records, told, strict=True)
    ]
    points = [_points(scene, known) for scene, known in zip(scenes, occasions, strict=True)]
    names = words.state_stems.union(*(name_stems(record) for record in records))
    settled = settle(points, words.issues, names)
    forms = tuple(form_of(scene, own, _met(told)) for scene, own in zip(scenes, settled, strict=True))
    doubted = doubts(accounts, told, records)
    return Comparison(
        accounts=accounts,
        held=tuple(one for one in keyed if one is not None),
        is_one_meeting=not doubted if all(told) else None,
        items=items_of(settled, accounts, words.brief.issues, names),
        forms=forms,
        warnings=(*cares(accounts, records, forms), *doubted),
    )


def _points(scene: Scene, occasions: Sequence[Engagement]) -> list[Point]:
    """The points of an account in reading order; of a text in another language none."""
    if is_foreign(scene.record):
        return []
    said = list(statement_points(scene))
    return sorted([*said, *narrated_points(scene, occasions, said)], key=lambda point: point.start)


def _met(told: Sequence[Engagement | None]) -> list[str]:
    """The names of all who met, by whichever account."""
    return list(dict.fromkeys(name for one in told if one is not None for name in one.participants))
