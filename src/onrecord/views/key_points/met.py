"""MET: who met whom, when, where, how long and at what level; what was put off or refused."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from onrecord.lexicon.encounters import EncounterKind
from onrecord.model import Status
from onrecord.model.days import bounds, in_words
from onrecord.views.brief import Part, SectionKind
from onrecord.views.cast import listed
from onrecord.views.key_points.draft import Draft, SectionDraft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import overlap
from onrecord.views.occasions import Engagement

LINES = 8
HISTORY = timedelta(days=366)  # before publication: what a text recalls and is not about
REMOTE = (EncounterKind.CALL, EncounterKind.VIDEO_CALL)  # the place is only where one side sat

_ORDER = (
    Status.OCCURRED,
    Status.PLANNED,
    Status.POSTPONED,
    Status.CANCELLED,
    Status.REFUSED,
    Status.DENIED,
    Status.HYPOTHETICAL,
)
_HELD = {Status.OCCURRED, Status.ONGOING}
_PLACED_BY = {EncounterKind.VISIT: "to"}


def met(reading: Reading, settled: Sequence[Draft]) -> SectionDraft:
    """The engagements: first what was held, the main one, those of its people, and the highest level.

    A meeting that is only planned is left out where a settled line tells of it; history is only counted.
    """
    told = [
        one
        for one in sorted(reading.engagements, key=lambda one: _order(one, reading))
        if one.status is not Status.HYPOTHETICAL and not _is_told(one, settled)
    ]
    drafts: list[Draft] = []
    introduced: set[str] = set()
    for one in [one for one in told if not _is_history(one, reading)][:LINES]:
        drafts.append(Draft(parts=tuple(_parts(one, introduced)), evidence=one.evidence, records=one.records))
        introduced.update(name for name, office in zip(one.participants, one.offices, strict=True) if office)
    return SectionDraft(kind=SectionKind.MET, title="Met", drafts=tuple(drafts), left_out=len(told) - len(drafts))


def _order(told: Engagement, reading: Reading) -> tuple[int, bool, bool, list[int]]:
    """By what came of it, then the main one, those of its people, and the levels of who took part."""
    levels = sorted(reading.level(office) for office in told.offices)
    return _rank(told.status), told is not reading.main, not _is_central(told, reading), levels


def _rank(status: Status) -> int:
    return _ORDER.index(Status.OCCURRED if status in _HELD else status)


def _is_central(told: Engagement, reading: Reading) -> bool:
    """Whether it is the main engagement, or its people take part."""
    return reading.main is not None and bool(set(told.participants) & set(reading.main.participants))


def _is_history(told: Engagement, reading: Reading) -> bool:
    """Whether it was held long before any text that tells of it came out."""
    held = bounds(told.date)
    documents = [reading.documents[passage.doc_id] for passage in told.evidence]
    published = [days[0] for document in documents if (days := bounds(document.published))]
    return held is not None and bool(published) and min(published) - held[1] > HISTORY


def _is_told(told: Engagement, settled: Sequence[Draft]) -> bool:
    passages = [passage for draft in settled for passage in draft.evidence]
    return told.status is Status.PLANNED and overlap(told.evidence, passages) > 0


def _parts(told: Engagement, introduced: Collection[str]) -> Iterator[Part]:
    """Who met, of what kind, where, when and how long; people that a line above introduced are only named."""
    yield field(listed(_with_offices(told, introduced)))
    yield label(":")
    yield field(told.kind.value.replace("-", " "))
    if told.place and told.kind not in REMOTE:
        yield label(_PLACED_BY.get(told.kind, "in"))
        yield field(told.place)
    for words in (in_words(told.date), told.duration):
        if words:
            yield label(",")
            yield field(words)
    if told.status not in _HELD:
        yield label("—")
        yield field(told.status.value)


def _with_offices(told: Engagement, introduced: Collection[str]) -> Sequence[str]:
    """The names, each with the office if one is known and not told above; without anybody the sides."""
    pairs = zip(told.participants, told.offices, strict=True)
    named = [f"{name} ({office})" if office and name not in introduced else name for name, office in pairs]
    return named or list(told.countries)
