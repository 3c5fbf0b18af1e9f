"""SETTLED and NOT SETTLED: what both sides are said to have agreed, and what was refused."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Act, Event, EventType, Evidence, Record, Statement, Status
from onrecord.views.brief import Part, SectionKind
from onrecord.views.cast import (
    Cast,
    listed,
    relay_country,
    relay_name,
    speaker_countries,
    speaker_name,
)
from onrecord.views.key_points.deeds import event_draft, teller_of
from onrecord.views.key_points.draft import Draft, SectionDraft, field, has_words, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import (
    Saying,
    is_inside,
    length,
    overlap,
    saying_draft,
    without_repeats,
)
from onrecord.views.key_points.wording import clause_parts, receipt
from onrecord.views.passages import passage, sentence_around

LINES = 6
TWO_SIDES = 2

_INFINITIVE = re.compile(r"to\s+(?:\w+ly\s+)?(\w+)", re.IGNORECASE)  # "to openly announce"
_STANDING = {Status.OCCURRED, Status.ONGOING, Status.PLANNED}


def settled(reading: Reading) -> SectionDraft:
    """What several sides undertook together, with who says so, and which side is not heard to say it."""
    spoken = list(_joint(reading))
    told = [passage for draft in spoken for passage in draft.evidence]
    acted = [
        _event_draft(event, record, reading)
        for record in reading.records
        for event in record.events
        if _is_agreement(event) and not overlap((_sentence(event, record),), told)
    ]
    return _section(SectionKind.SETTLED, "Settled", without_repeats([*spoken, *acted]))


def not_settled(reading: Reading, said: Sequence[Saying]) -> SectionDraft:
    """What one side did not agree to, declined or rejected."""
    spoken = [_unagreed_draft(*pair, reading) for pair in _unagreed_statements(reading)]
    told = [passage for draft in spoken for passage in draft.evidence]
    declined = [
        saying_draft(saying, reading)
        for saying in said
        if saying.statement.act is Act.DECLINE and saying.countries and not saying.statement.negated
        if not _is_silence(saying.statement, reading)
    ]
    spoken_of = [*told, *(content for saying in said for content in saying.statement.content)]
    rejected = [
        _event_draft(event, record, reading)
        for record in reading.records
        for event in record.events
        if _is_rejection(event) and not overlap((_sentence(event, record),), spoken_of)
    ]
    return _section(SectionKind.NOT_SETTLED, "Not settled", without_repeats([*spoken, *declined, *rejected]))


def _is_silence(statement: Statement, reading: Reading) -> bool:
    """Whether somebody only declined to speak of something: "declined to comment on the reports"."""
    verb = _INFINITIVE.match(statement.content[0].exact)
    return verb is not None and verb[1].lower() in reading.words.telling_verbs


def _section(kind: SectionKind, title: str, drafts: Sequence[Draft]) -> SectionDraft:
    told = [draft for draft in drafts if has_words(draft)]
    return SectionDraft(kind=kind, title=title, drafts=tuple(told[:LINES]), left_out=max(0, len(told) - LINES))


def _joint(reading: Reading) -> Iterator[Draft]:
    """The lines of what several sides are said to have undertaken together."""
    joint = [one for one in reading.commitments if len(one.actor) >= TWO_SIDES and one.confirmed_by_actor is not False]
    parties = {record: commitment.actor for commitment in joint for record in commitment.records}
    for statement, record in _statements(reading, parties):
        yield _joint_draft(statement, record, parties[statement.id], reading)


def _unagreed_statements(reading: Reading) -> Iterator[tuple[Statement, Record]]:
    ids = {
        record
        for commitment in reading.commitments
        if commitment.confirmed_by_actor is False
        for record in commitment.records
    }
    return _statements(reading, ids)


def _statements(reading: Reading, ids: Iterable[str]) -> Iterator[tuple[Statement, Record]]:
    wanted = set(ids)
    for record in reading.records:
        for statement in record.statements:
            if statement.id in wanted:
                yield statement, record


def _joint_draft(statement: Statement, record: Record, parties: Sequence[str], reading: Reading) -> Draft:
    """The line of a joint undertaking; it is told by who relays it, else by the one side that says it."""
    draft = _draft(statement, record, (field(listed(map(reading.cast.country_name, parties))), label(":")))
    speaking = speaker_countries(statement, reading.cast)
    own = speaking[0] if len(speaking) == 1 else None
    speaker = speaker_name(statement, reading.cast) if own else None
    said_by = relay_name(statement, reading.cast) or speaker or record.document.publisher
    teller = relay_country(statement, reading.cast) or own
    return replace(draft, said_by=said_by, note=_unheard(parties, teller, reading.cast))


def _unagreed_draft(statement: Statement, record: Record, reading: Reading) -> Draft:
    about = [reading.words.issues[slug] for slug in statement.issues if slug in reading.words.issues]
    draft = _draft(statement, record, (field(about[0]), label(":")) if about else ())
    tellers = [
        relay_name(statement, reading.cast),
        *(speaker_name(one, reading.cast) for one in _holders(statement, record)),
    ]
    return replace(draft, said_by=next(filter(None, tellers), None))


def _draft(statement: Statement, record: Record, lead: tuple[Part, ...]) -> Draft:
    """The line of a statement with the one that it stands in, if the line shows all of that."""
    parts, shown = clause_parts(statement, record.document, _holders(statement, record))
    evidence = [passage for one in shown or (statement,) for passage in receipt(one, record.document)]
    return Draft(parts=(*lead, *parts), evidence=tuple(evidence), records=(statement.id, *(one.id for one in shown)))


def _holders(statement: Statement, record: Record) -> list[Statement]:
    """The statements that a statement stands in, the narrowest first."""
    holders = [other for other in record.statements if is_inside(statement, other)]
    return sorted(holders, key=lambda holder: length(holder.content))


def _unheard(countries: Sequence[str], teller: str | None, cast: Cast) -> str | None:
    """Which parties to a joint undertaking are not heard to confirm it, where one of them tells of it."""
    if teller not in countries:
        return None
    others = [country for country in countries if country != teller]
    return f"not in the words of {listed(map(cast.country_name, others))} here" if others else None


def _is_agreement(event: Event) -> bool:
    is_joint = event.type is EventType.AGREE and len(event.sources) >= TWO_SIDES
    return is_joint and event.status in _STANDING and event.mode is None


def _is_rejection(event: Event) -> bool:
    return event.type is EventType.REJECT and event.mode is None and bool(event.sources)


def _sentence(event: Event, record: Record) -> Evidence:
    start, end = sentence_around(record.document, event.trigger.start, event.trigger.end)
    return passage(record.document, start, end)


def _event_draft(event: Event, record: Record, reading: Reading) -> Draft:
    teller = teller_of(event, record)
    side = relay_country(teller, reading.cast) or teller.speaker_country if teller else None
    return replace(event_draft(event, record, reading), note=_unheard(event.sources, side, reading.cast))
