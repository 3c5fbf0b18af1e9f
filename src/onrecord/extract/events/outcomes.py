"""From a frame and its standing to an event's type and status: "will support" is a promise, "will ban" a threat."""

from collections.abc import Iterable

from onrecord.annotate.grammar import child
from onrecord.extract.events.standing import Standing
from onrecord.extract.events.triggers import Trigger
from onrecord.lexicon.frames import Effect, Form, Frame
from onrecord.model import EventType, Status

HOSTILE = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT})
FORCEFUL = HOSTILE | {EventType.MOBILIZE, EventType.PROTEST}
WRONGS = FORCEFUL | {EventType.REJECT, EventType.THREATEN}  # of which somebody may be accused
VERBAL = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
WILLING = frozenset({EventType.AGREE, EventType.CONCEDE})  # to deny these is to refuse
ARRANGED = frozenset({EventType.AGREE, EventType.CONSULT})  # may as well be to come where they are talked of
UNREAL = frozenset({Effect.WANTED, Effect.POSSIBLE, Effect.DENIED})
THINKABLE = HOSTILE | {EventType.AID, EventType.MOBILIZE}  # deeds that are news even where they are only thought of
REPORTER = "reporter"  # the place of whoever is reported to say it
PUT_OFF = {Effect.POSTPONED: Status.POSTPONED, Effect.CANCELLED: Status.CANCELLED}
MEETING = {"020": "026", "030": "036", "100": "106"}  # CAMEO: to appeal, to intend, to demand; and the same to meet

Outcome = tuple[EventType, Status]


def outcome(trigger: Trigger, standing: Standing) -> Outcome | None:
    """The type and status of what a trigger tells; None where it tells of no event."""
    frame, effects = trigger.frame, _settled(standing)
    if frame.type is None or (Effect.TOPIC in effects and frame.type in ARRANGED):
        return None
    if effects & UNREAL:
        is_possible = Effect.POSSIBLE in effects and not effects & {Effect.DENIED, Effect.NOT}
        return (frame.type, Status.HYPOTHETICAL) if is_possible and frame.type in THINKABLE else None
    put_off = next((status for effect, status in PUT_OFF.items() if effect in effects), None)
    if put_off is not None:
        return (frame.type, put_off) if frame.type is EventType.CONSULT else None
    if Effect.NOT in effects and frame.form is not Form.MODAL:
        return _negated(frame, effects)
    if Effect.FUTURE in effects:
        return _future(frame)
    return frame.type, _aspect(trigger, effects)


def engagement_mode(trigger: Trigger, covered: Iterable[Trigger]) -> str | None:
    """The mode of an event, or of the meeting that it is about: "agreed to hold talks", "refused to meet"."""
    first = next(iter(covered), None)
    is_own = first is not None and first.token == trigger.object  # "maintains contacts"
    if trigger.frame.type not in (EventType.AGREE, EventType.REJECT) or first is None or is_own:
        return trigger.frame.mode
    return first.frame.mode if first.frame.type is EventType.CONSULT else trigger.frame.mode


def cameo_code(trigger: Trigger, type_: EventType, covered: Iterable[Trigger]) -> str | None:
    """The CAMEO code that the words tell, to ask or intend to meet has its own; None where the type has changed."""
    frame, first = trigger.frame, next(iter(covered), None)
    if type_ is not frame.type:
        return None
    is_about_meeting = first is not None and first.frame.type is EventType.CONSULT
    return (MEETING.get(frame.cameo, frame.cameo) if is_about_meeting else frame.cameo) or None


def threatens(type_: EventType, covered: Iterable[Trigger]) -> bool:
    """Whether a promise is a threat: "vowed to attack"."""
    first = next(iter(covered), None)
    return type_ is EventType.AGREE and first is not None and first.frame.type in HOSTILE


def _settled(standing: Standing) -> set[Effect]:
    """The effects; "would" is future where somebody said so, else only possible."""
    effects = set(standing.effects)
    if Effect.TOPIC in effects:
        effects -= {Effect.FUTURE, Effect.REPORTED}  # of the talk, not of the deed: "will discuss the attack"
    if Effect.REPORTED in effects:
        effects.add(Effect.FUTURE if standing.reporter is not None else Effect.POSSIBLE)
    return effects


def _negated(frame: Frame, effects: set[Effect]) -> Outcome | None:
    """ "will not accept", "has not agreed" are refusals; a meeting that was not held is denied."""
    if frame.type in FORCEFUL or frame.type in VERBAL or frame.type is None:
        return None
    if Effect.FUTURE in effects or frame.type in WILLING:
        return EventType.REJECT, Status.OCCURRED
    return (frame.type, Status.DENIED) if frame.type is EventType.CONSULT else None


def _future(frame: Frame) -> Outcome | None:
    if frame.type is None or frame.source == (REPORTER,):  # "said that it would be a provocation"
        return None
    if frame.type in FORCEFUL:
        return EventType.THREATEN, Status.OCCURRED
    if frame.type in VERBAL:
        return frame.type, Status.PLANNED
    return EventType.AGREE, Status.PLANNED if frame.mode else Status.OCCURRED


def _aspect(trigger: Trigger, effects: set[Effect]) -> Status:
    if Effect.ONGOING in effects:
        return Status.ONGOING
    token = trigger.token
    is_progressive = token.tag_ == "VBG" and child(token, "aux") is not None
    return Status.ONGOING if is_progressive else Status.OCCURRED
