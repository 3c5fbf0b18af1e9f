"""The points that an account makes in its own voice, beside what it reports somebody to have said."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import BlockKind, EventType, Evidence, Mention, Statement
from onrecord.resolve.issues import signs_in, told_issues
from onrecord.views.compare.comparison import Ascribed
from onrecord.views.compare.cores import core_of
from onrecord.views.compare.pieces import Piece, pieces
from onrecord.views.compare.points import Point, contact, paragraph_of, telling_words
from onrecord.views.compare.reading import Scene
from onrecord.views.occasions import Engagement
from onrecord.views.passages import passage, sentences
from onrecord.views.wordings import wording

LEAST_WORDS = 3  # of a stretch between what is said that can make a point of its own
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE)

MET = ("visit", "meeting", "call", "video-call", "summit")  # kinds of engagements that bring people together

_JOINT = re.compile(r"^(?:and|but)\s+|,?\s+(?:and|but|with)$")

Span = tuple[int, int]


def narrated_points(scene: Scene, occasions: Sequence[Engagement], said: Sequence[Point]) -> Iterator[Point]:
    """The points in the stretches of sentences that are nobody's statement; sentences that tell who met are none.

    Without issues of their own only the stretches of an author who writes of himself count.
    """
    document = scene.record.document
    opening = [part for one in occasions if one.kind in MET for part in one.evidence]
    covered = [_place(one, scene) for one in scene.record.statements] + [
        (point.passages[0].start, point.passages[-1].end) for point in said
    ]
    for start, end in sentences(document, TITLES):
        if any(part.start < end and start < part.end for part in opening):
            continue
        for free in _free((start, end), covered):
            if len(document.text[free[0] : free[1]].split()) >= LEAST_WORDS:
                yield from _points(free, (start, end), scene, said)


def _place(statement: Statement, scene: Scene) -> Span:
    """Where a statement stands with its cue and speaker, as far as they are near."""
    parts = [*statement.content, *(place for place in (statement.cue, statement.speaker_mention) if place is not None)]
    near = [part for part in parts if not _has_stop(part, statement.content[0], scene)]
    return min(part.start for part in near), max(part.end for part in near)


def _has_stop(one: Evidence, other: Evidence, scene: Scene) -> bool:
    first, last = min(one.end, other.end), max(one.start, other.start)
    return "," in scene.record.document.text[first:last] or ". " in scene.record.document.text[first:last]


def _free(sentence: Span, covered: Sequence[Span]) -> Iterator[Span]:
    place, end = sentence
    for start, finish in sorted(covered):
        if start < end and place < finish:
            if place < start:
                yield place, start
            place = max(place, finish)
    if place < end:
        yield place, end


def _points(free: Span, sentence: Span, scene: Scene, said: Sequence[Point]) -> Iterator[Point]:
    speaking = next((one for one in said if sentence[0] <= one.start < free[0]), None)
    for piece in _pieces(free, scene):
        shown = _trimmed(piece, scene)
        text = " ".join(part.exact for part in shown)
        cores = [core_of(part, scene.words) for part in shown]
        yield Point(
            account=scene.account.key,
            passages=tuple(core for core, _ in cores),
            asides=tuple(aside for _, aside in cores if aside is not None),
            issues=contact(piece, text, scene),
            terms=piece.terms,
            proper=piece.proper,
            is_together=piece.is_together,
            how=speaking.how if speaking else _how(sentence, scene),
            is_topic=speaking.is_topic if speaking else False,
            paragraph=paragraph_of(free[0], scene),
            is_told=True,
            speakers=speaking.speakers if speaking else _speaker(sentence, scene),
            records=speaking.records if speaking else (),
            run=speaking.run if speaking else -1,
            wording=wording(text),
            telling=telling_words(text, scene.words.near),
        )


def _pieces(free: Span, scene: Scene) -> list[Piece]:
    told = [piece for piece in pieces([free], None, scene) if piece.is_told]
    if told or not scene.is_author:
        return told
    issues = told_issues(signs_in(scene.record.document.text[slice(*free)], scene.words.matcher))
    return [Piece(passages=(passage(scene.record.document, *free),), issues=issues)] if issues else []


def _trimmed(piece: Piece, scene: Scene) -> tuple[Evidence, ...]:
    """The passages without the marks around them; of one that tells of an occasion only the words that do."""
    document = scene.record.document
    for event in scene.record.events:
        inside = event.evidence[0]
        is_in = any(part.start <= inside.start and inside.end <= part.end for part in piece.passages)
        if is_in and event.type is EventType.CONSULT and set(event.issues) & set(piece.issues):
            return (Evidence(inside.doc_id, inside.start, inside.end, inside.exact),)
    shown = []
    for part in piece.passages:
        bare = part.exact.strip(" ,;:.–—\n")
        bare = _JOINT.sub("", bare)
        start = part.start + part.exact.index(bare)
        shown.append(passage(document, start, start + len(bare)))
    return tuple(shown)


def _how(sentence: Span, scene: Scene) -> Ascribed | None:
    """Whether the sentence tells what another side said or did: its first subject is of that side, nobody before it."""
    own = scene.account.side
    subject = _subject(sentence, scene)
    if own is None or subject is None or subject.plural or _are_before(subject, sentence, scene):
        return None
    country = scene.cast.country(subject.actor) or subject.country
    return Ascribed.SPOKEN if country in scene.sides - {own} else None


def _are_before(subject: Mention, sentence: Span, scene: Scene) -> bool:
    """Whether somebody else stands before a subject in its sentence: "The minister and his colleague Wang had"."""
    return any(
        sentence[0] <= mention.start and mention.end <= subject.start and mention.actor != subject.actor
        for actor in scene.record.actors
        for mention in actor.mentions
    )


def _speaker(sentence: Span, scene: Scene) -> tuple[str, ...]:
    subject = _subject(sentence, scene)
    return (scene.cast.name(subject.actor),) if subject is not None and subject.actor is not None else ()


def _subject(sentence: Span, scene: Scene) -> Mention | None:
    inside = [
        mention
        for actor in scene.record.actors
        for mention in actor.mentions
        if mention.subject and sentence[0] <= mention.start < sentence[1]
    ]
    return min(inside, key=lambda mention: mention.start, default=None)
