"""SETTLED and NOT SETTLED: what both sides are said to have agreed, and what was refused."""

from collections.abc import Iterable, Iterator, Sequence

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
from onrecord.views.key_points.draft import Draft, SectionDraft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import (
    NOT_ATTRIBUTED,
    Saying,
    overlap,
    saying_draft,
    without_repeats,
)
from onrecord.views.key_points.wording import clause_parts, event_parts, receipt
from onrecord.views.passages import passage, sentence_around

LINES = 6
TWO_SIDES = 2

_STANDING = {Status.OCCURRED, Status.ONGOING, Status.PLANNED}


def settled(reading: Reading) -> SectionDraft:
    """What several sides undertook together, with who says so, and which side is not heard to say it."""
    spoken = [_joint_draft(*pair, reading) for pair in _joint_statements(reading)]
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
    ]
    spoken_of = [*told, *(content for saying in said for content in saying.statement.content)]
    rejected = [
        _event_draft(event, record, reading)
        for record in reading.records
        for event in record.events
        if _is_rejection(event) and not overlap((_sentence(event, record),), spoken_of)
    ]
    return _section(SectionKind.NOT_SETTLED, "Not settled", without_repeats([*spoken, *declined, *rejected]))


def _section(kind: SectionKind, title: str, drafts: Sequence[Draft]) -> SectionDraft:
    return SectionDraft(
        kind=kind, title=title, drafts=tuple(drafts[:LINES]), left_out=max(0, len(drafts) - LINES)
    )


def _joint_statements(reading: Reading) -> Iterator[tuple[Statement, Record]]:
    ids = {
        record
        for commitment in reading.commitments
        if len(commitment.actor) >= TWO_SIDES and commitment.confirmed_by_actor is not False
        for record in commitment.records
    }
    return _statements(reading, ids)


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


def _joint_draft(statement: Statement, record: Record, reading: Reading) -> Draft:
    countries = speaker_countries(statement, reading.cast)
    relay = relay_name(statement, reading.cast)
    return Draft(
        parts=(
            field(listed(map(reading.cast.country_name, countries))),
            label(":"),
            *_clause(statement, record),
        ),
        evidence=receipt(statement, record.document),
        records=(statement.id,),
        said_by=relay or record.document.publisher,
        note=_unheard(countries, relay_country(statement, reading.cast), reading.cast),
    )


def _unagreed_draft(statement: Statement, record: Record, reading: Reading) -> Draft:
    about = [reading.words.issues[slug] for slug in statement.issues if slug in reading.words.issues]
    lead = (field(about[0]), label(":")) if about else ()
    return Draft(
        parts=(*lead, *_clause(statement, record)),
        evidence=receipt(statement, record.document),
        records=(statement.id,),
        country=None,
        said_by=relay_name(statement, reading.cast)
        or speaker_name(statement, reading.cast)
        or NOT_ATTRIBUTED,
    )


def _clause(statement: Statement, record: Record) -> tuple[Part, ...]:
    return clause_parts(statement, record.document, quotations(record))


def quotations(record: Record) -> list[Evidence]:
    """Every quotation of a record, an inner one left out."""
    quoted = [quote for statement in record.statements for quote in statement.quoted]
    return [
        one
        for one in dict.fromkeys(quoted)
        if not any(other.start <= one.start and one.end <= other.end and other != one for other in quoted)
    ]


def _unheard(countries: Sequence[str], teller: str | None, cast: Cast) -> str | None:
    """Which parties to a joint undertaking are not heard to confirm it, where one of them tells of it."""
    if teller not in countries:
        return None
    others = [country for country in countries if country != teller]
    return f"not in the words of {listed(map(cast.country_name, others))} here" if others else None


def _is_agreement(event: Event) -> bool:
    parties = {*event.sources, *event.targets}
    is_joint = event.type is EventType.AGREE and len(parties) >= TWO_SIDES and event.status in _STANDING
    return is_joint and event.mode is None


def _is_rejection(event: Event) -> bool:
    return event.type is EventType.REJECT and event.mode is None and bool(event.sources)


def _sentence(event: Event, record: Record) -> Evidence:
    start, end = sentence_around(record.document, event.trigger.start, event.trigger.end)
    return passage(record.document, start, end)


def _event_draft(event: Event, record: Record, reading: Reading) -> Draft:
    teller = next((one for one in record.statements if one.id == event.statement), None)
    return Draft(
        parts=event_parts(event, record.document),
        evidence=event.evidence,
        records=(event.id,),
        said_by=speaker_name(teller, reading.cast) if teller else None,
    )
