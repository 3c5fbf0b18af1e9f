"""What a reader is shown of a single record: its fields by their names, empty ones left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.model import Actor, Event, Evidence, Finding, FindingKind, IssueBasis, Record, Statement
from onrecord.model.rules import INFERRED
from onrecord.render.segments import Mark, Span
from onrecord.render.wording import flat

TITLE_LENGTH = 140  # characters of a passage that make it known; the text itself has the whole

_AROUND = {  # what is said of issues that a record's own words do not name
    IssueBasis.PARAGRAPH: "by its paragraph",
    IssueBasis.HEADING: "by the heading over it",
    IssueBasis.TEXT: "by the whole text",
}
_LAYER_OF_KEY = {"s": "Statement", "e": "Event", "f": "Finding", "a": "Actor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One record: `key` is its id on the page, `spans` are where it stands in its text."""

    key: str
    title: str
    fields: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    record_id: str | None = None

    @property
    def layer(self) -> str:
        """The name of its layer."""
        return _LAYER_OF_KEY[self.key[0]]


def details(record: Record, prefix: int) -> Iterator[Detail]:
    """All that one document yielded; keys are unique on a page that gives each document its own prefix."""
    names = {actor.id: actor.name for actor in record.actors}
    for number, statement in enumerate(record.statements, 1):
        yield _statement(f"s{prefix}-{number}", statement, names)
    for number, event in enumerate(record.events, 1):
        yield _event(f"e{prefix}-{number}", event, names)
    for number, finding in enumerate(record.findings, 1):
        yield _finding(f"f{prefix}-{number}", finding)
    for number, actor in enumerate(record.actors, 1):
        yield _actor(f"a{prefix}-{number}", actor)


def _statement(key: str, statement: Statement, names: Mapping[str, str]) -> Detail:
    anonymous = statement.speaker_mention is None and not statement.speakers
    fields = {
        "speaker": "not named" if anonymous else _names(statement.speakers, names),
        "in the text": _exact(statement.speaker_mention),
        "basis": _joined(statement.speaker_basis, statement.speaker_rule),
        "country": statement.speaker_country,
        "relayed by": _names([statement.via], names) if statement.via else _exact(statement.via_mention),
        "to": _names(statement.addressees, names) or _exact(statement.addressee_mention),
        "cue": _exact(statement.cue),
        "kind": f"{statement.kind} speech",
        "act": _joined(statement.act, "negated" if statement.negated else None),
        **_date_and_issues(statement),
    }
    spans = (
        *_spans(key, Mark.STATEMENT, statement.content),
        *_spans(key, Mark.CUE, (statement.cue, statement.speaker_mention, statement.via_mention)),
    )
    title = " … ".join(passage.exact for passage in statement.content)
    return Detail(key=key, title=_title(title), fields=_filled(fields), spans=spans, record_id=statement.id)


def _event(key: str, event: Event, names: Mapping[str, str]) -> Detail:
    by = _names(event.source_actors, names) or _exact(*event.source_mentions)
    toward = _names(event.target_actors, names) or _exact(*event.target_mentions)
    fields = {
        "type": _joined(event.type, event.mode),
        "status": event.status,
        "by": _joined(by, ", ".join(event.sources), *_inferred(event.source_rules)),
        "with or toward": _joined(toward, ", ".join(event.targets), *_inferred(event.target_rules)),
        "place": event.place or _exact(event.place_mention),
        "duration": _exact(event.duration_mention),
        **_date_and_issues(event),
    }
    spans = (*_spans(key, Mark.EVENT, event.evidence), *_spans(key, Mark.TRIGGER, (event.trigger,)))
    title = " … ".join(passage.exact for passage in event.evidence) or event.trigger.exact
    return Detail(key=key, title=_title(title), fields=_filled(fields), spans=spans, record_id=event.id)


def _inferred(rules: Iterable[str]) -> Iterator[str]:
    """By what parties were inferred that no words of the event name."""
    told = (rule.partition(INFERRED) for rule in rules)
    yield from dict.fromkeys(lead + how for _, lead, how in told if how)


def _finding(key: str, finding: Finding) -> Detail:
    mark = Mark.FURNITURE if finding.kind is FindingKind.FURNITURE else Mark.FINDING
    start, end = finding.start or 0, finding.end or 0
    spans = (Span(start, end, mark, key),) if start < end else ()
    fields = {"kind": finding.kind.replace("_", " "), "concerns": "" if spans else "the whole text"}
    return Detail(key=key, title=_title(finding.detail), fields=_filled(fields), spans=spans)


def _actor(key: str, actor: Actor) -> Detail:
    fields = {
        "kind": actor.kind,
        "country": actor.country,
        "office": ", ".join(actor.offices),
        "sector": ", ".join(actor.roles),
        "Wikidata": actor.wikidata,
        "known by": actor.basis,
        "named": f"{len(actor.mentions)}×" if actor.mentions else "",
    }
    spans = _spans(key, Mark.ACTOR, actor.mentions)
    return Detail(key=key, title=_title(actor.name), fields=_filled(fields), spans=spans)


def _date_and_issues(record: Statement | Event) -> dict[str, str | None]:
    return {
        "date": _joined(record.date or _exact(record.date_mention), record.date_basis),
        "issues": _joined(", ".join(record.issues), _AROUND.get(record.issues_basis) if record.issues_basis else None),
        "rule": record.rule,
    }


def _spans(key: str, mark: Mark, passages: Iterable[Evidence | None]) -> tuple[Span, ...]:
    found = [passage for passage in passages if passage is not None]
    return tuple(Span(passage.start, passage.end, mark, key) for passage in found)


def _filled(fields: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, flat(value)) for name, value in fields.items() if value)


def _names(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(actor, actor) for actor in ids)


def _exact(*passages: Evidence | None) -> str:
    return ", ".join(f"“{passage.exact}”" for passage in passages if passage is not None)


def _joined(*words: str | None) -> str:
    return " · ".join(word for word in words if word)


def _title(text: str) -> str:
    text = flat(text)
    return text if len(text) <= TITLE_LENGTH else f"{text[: TITLE_LENGTH - 1].rstrip()}…"
