"""Gives mentions their actors: who "the Chinese leader", "both sides" and "he" are, with the rule that chose."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.model import Actor, Document, Extraction, Finding, Mention, MentionKind, Statement
from onrecord.model.rules import SpeakerRule, StatementRule
from onrecord.resolve.actors.countries import Countries
from onrecord.resolve.actors.directory import Directory, directory
from onrecord.resolve.actors.doubts import unknown_names
from onrecord.resolve.actors.elsewhere import with_targets_told_elsewhere
from onrecord.resolve.actors.parties import Parties
from onrecord.resolve.actors.reading import Reading
from onrecord.resolve.actors.roll import actors_of
from onrecord.resolve.actors.scene import Scene
from onrecord.resolve.actors.settled import settled

__all__ = ["Directory", "directory", "resolve_actors"]


def resolve_actors(
    extraction: Extraction, document: Document, known: Directory
) -> tuple[Extraction, tuple[Actor, ...], tuple[Finding, ...]]:
    """The extraction with its mentions resolved, the actors that it names, and the names that nothing introduces."""
    known = known.on(document.published)
    scene = Scene(extraction, document, known)
    found: dict[str, list[Mention]] = {}
    statements = _with_names(tuple(_statements(extraction.statements, scene, found)), scene.unnamed.named, found)
    parties = Parties(scene, statements, found, Countries(document, extraction, known))
    told = with_targets_told_elsewhere(parties.all_of(extraction.events), document.text)
    events = tuple(settled(told, extraction.open_events, scene))
    for mention in extraction.mentions:
        if mention.kind is not MentionKind.PRONOUN:
            reading = scene.read(mention)
            if mention.name is not None or found.keys() & reading.actors or not scene.strangers.keys() & reading.actors:
                _place(mention, reading, found)  # a body without a name is an actor where it speaks or acts
    actors = actors_of(found, scene.cast, scene.strangers, known)
    doubts = tuple(unknown_names(statements, scene.cast))
    return replace(extraction, statements=statements, events=events), actors, doubts


def _place(mention: Mention, reading: Reading, found: dict[str, list[Mention]]) -> None:
    for actor in reading.actors:
        found.setdefault(actor, []).append(mention)


def _statements(statements: Iterable[Statement], scene: Scene, found: dict[str, list[Mention]]) -> Iterable[Statement]:
    """The statements in their order: one that goes on without a cue has the speaker of the one that it continues.

    Not so in a speech: what goes on there without a cue is as likely the speech's own.
    """
    before: Statement | None = None
    by_id: dict[str, Statement] = {}
    for statement in statements:
        if _goes_on(statement):
            last = by_id.get(statement.continues or "", before)
            resolved = _continued(
                statement,
                None if scene.is_in_first_person and statement.rule == StatementRule.CONTINUED_CLAUSE else last,
            )
        else:
            resolved = _statement(statement, scene, found, before)
            if resolved.via is None and resolved.speakers:
                resolved = replace(resolved, via=scene.relayed_by(resolved, before))
        scene.said(resolved)
        by_id[resolved.id] = resolved
        yield resolved
        if not scene.is_nested(resolved):
            before = resolved


def _with_names(
    statements: tuple[Statement, ...], named: Mapping[str, str], found: dict[str, list[Mention]]
) -> tuple[Statement, ...]:
    """The statements of those who are told by an office and named after it, by their names."""
    for told, name in named.items():
        found.setdefault(name, []).extend(found.pop(told, ()))
    if not named:
        return statements
    return tuple(
        replace(one, speakers=tuple(dict.fromkeys(named.get(actor, actor) for actor in one.speakers)))
        for one in statements
    )


def _goes_on(statement: Statement) -> bool:
    return statement.speaker_basis is MentionKind.CONTINUED and statement.speaker_mention is None


def _continued(statement: Statement, before: Statement | None) -> Statement:
    if before is None:
        return replace(statement, speaker_rule=SpeakerRule.CONTINUED_NOTHING)
    return replace(
        statement,
        speakers=before.speakers,
        speaker_country=before.speaker_country,
        speaker_rule=SpeakerRule.CONTINUED,
        via=before.via,
        via_mention=statement.via_mention or before.via_mention,
    )


def _statement(
    statement: Statement, scene: Scene, found: dict[str, list[Mention]], before: Statement | None
) -> Statement:
    via = _relay(statement.via_mention, scene, found)
    speaker = statement.speaker_mention
    if speaker is None:
        return replace(statement, via=via)
    reading = scene.read(speaker)
    if reading.country is None and reading.actors and statement.via_mention is not None:
        reading = scene.whereabouts.with_country_of(reading, statement.via_mention)
    reading = scene.unnamed.introduced(scene.whereabouts.located(reading, speaker), speaker, before)
    reading = scene.together(statement, scene.unnamed.read(reading, speaker))
    _place(speaker, reading, found)
    addressees = _read(statement.addressee_mention, scene, found, by=reading)
    return replace(
        statement,
        speakers=reading.actors,
        speaker_country=reading.country,
        speaker_rule=reading.rule,
        via=via,
        addressees=addressees.actors if addressees is not None else (),
    )


def _read(mention: Mention | None, scene: Scene, found: dict[str, list[Mention]], by: Reading) -> Reading | None:
    if mention is None:
        return None
    reading = scene.read(mention, by=by)
    _place(mention, reading, found)
    return reading


def _relay(mention: Mention | None, scene: Scene, found: dict[str, list[Mention]]) -> str | None:
    """The one actor who relays a statement."""
    if mention is None:
        return None
    reading = scene.read(mention)
    _place(mention, reading, found)
    return reading.actors[0] if len(reading.actors) == 1 else None
