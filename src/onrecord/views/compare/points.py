"""The points that one account makes: passages with their issues, who says them, and in whose mouth they are put."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.accounts import AccountRole
from onrecord.model import Act, Evidence, IssueBasis, MentionKind, Statement
from onrecord.views.cast import speaker_countries, speaker_name
from onrecord.views.compare.ascriptions import ascribed_places
from onrecord.views.compare.comparison import Ascribed
from onrecord.views.compare.cores import core_of
from onrecord.views.compare.pieces import WHOLE, Piece, pieces
from onrecord.views.compare.reading import GENERAL, WIDE, Scene
from onrecord.views.passages import passage, sentence_around
from onrecord.views.wordings import Wording, wording

LEAD = 60  # characters between a cue and its content in which what the content is about may stand
SHORT = 3  # words of a content that is nothing without its cue: "exchanged views"
BESIDE = 14  # characters between a speaker and his cue: "They also agreed"
MILITARY = "military-cooperation"  # what everything between two armed forces is about
MILITARY_CONTACT = "military-communications"  # what two armed forces agree on where they name nothing else
TAIL = 300  # characters after a content up to the end of its clause

_CLAUSE_END = re.compile(r"[,;:!?()“”\"—–]|\s+(?:and|but|while|which)\s|\n\s*\n")
_SHORT_END = re.compile(r"[,;:!?()“”\"—–]|\n\s*\n")
_IN_NAME = re.compile(r"[A-Z]\w*\s+and\s+[A-Z]")  # "the Organization for Security and Cooperation"
_FOLLOWING = re.compile(r",?\s+(?:and\s+)?(?!which)(\w+)")
_AROUND = (IssueBasis.PARAGRAPH, IssueBasis.HEADING, IssueBasis.TEXT)
_OWN_WORDS = (IssueBasis.WORDS, IssueBasis.SENTENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point: `issues` are those that it may be about, the settled one alone once it is settled.

    `how` is set where it puts words into another side's mouth. One that `is_topic` tells only what was talked
    about; one that `is_plain` adds nothing of its own weight. `run` counts the turns of speech.
    """

    account: str
    passages: tuple[Evidence, ...]
    issues: tuple[str, ...]
    asides: tuple[Evidence, ...] = ()  # what follows the core of its passages
    terms: frozenset[str] = frozenset()  # those that a word settles by itself
    proper: frozenset[str] = frozenset()  # those that a name tells
    is_together: bool = False  # several issues named in one breath: each of them holds
    how: Ascribed | None = None
    is_topic: bool = False
    is_plain: bool = False
    is_told: bool = False  # by the text itself, not as somebody's statement
    act: Act | None = None
    speakers: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    run: int = 0
    paragraph: int = 0
    wording: Wording
    telling: frozenset[str]  # the stems of its telling words, those that say nearly the same as one
    denials: int = 0

    @property
    def start(self) -> int:
        """Where it stands."""
        return self.passages[0].start


def statement_points(scene: Scene) -> Iterator[Point]:
    """The points of what is said in an account, in reading order; what stands inside another saying is a part of it."""
    outer = _outermost(scene.record.statements)
    places = tuple(ascribed_places(scene, outer))
    run = 0
    before: Statement | None = None
    told: tuple[str, ...] = (GENERAL,)
    for statement in outer:
        if before is not None and statement.speakers != before.speakers:
            run += 1
        for point in _points(statement, before, told, scene):
            implied = point.how is None and any(_is_within(place, (*point.passages, *point.asides)) for place in places)
            told = point.issues
            yield replace(point, run=run, how=Ascribed.IMPLIED if implied else point.how)
        before = statement


def _outermost(said: Sequence[Statement]) -> list[Statement]:
    """The statements that stand inside no other, in reading order."""
    places = [(one.content[0].start, one.content[-1].end, one.id) for one in said]
    inner = {
        one.id
        for one, (start, end, own) in zip(said, places, strict=True)
        if any(
            begin <= start and end <= finish and (begin, finish) != (start, end) and other != own
            for begin, finish, other in places
        )
    }
    return sorted((one for one in said if one.id not in inner), key=lambda one: one.content[0].start)


def _points(statement: Statement, before: Statement | None, told: tuple[str, ...], scene: Scene) -> Iterator[Point]:
    """The points of a statement; `told` is what the point before it is about."""
    how = _how(statement, scene)
    is_topic = _is_topic(statement, scene)
    speaker = speaker_name(statement, scene.cast)
    for piece in _pieces(statement, before, told, scene):
        text = " ".join(part.exact for part in piece.passages)
        issues = contact(piece, text, scene)
        cue = f"{statement.cue.exact} " if is_topic and statement.cue is not None else ""
        cores = [core_of(part, scene.words) for part in piece.passages]
        yield Point(
            account=scene.account.key,
            passages=tuple(core for core, _ in cores),
            asides=tuple(aside for _, aside in cores if aside is not None),
            issues=issues,
            terms=piece.terms,
            proper=piece.proper,
            is_together=piece.is_together,
            how=how,
            is_topic=is_topic,
            act=statement.act,
            is_plain=_is_plain(statement, piece, how),
            speakers=(speaker,) if speaker else (),
            records=(statement.id,),
            paragraph=paragraph_of(piece.passages[0].start, scene),
            wording=wording(cue + text),
            telling=telling_words(cue + text, scene.words.near),
            denials=sum(1 for _ in scene.words.roles[AccountRole.DENIAL].found(text)) + statement.negated,
        )


def contact(piece: Piece, text: str, scene: Scene) -> tuple[str, ...]:
    """The issues, with contact taken for that of armed forces where their heads met, else where the words say so."""
    words, issues = scene.words, piece.issues
    if scene.is_military:
        is_open = not piece.terms and set(issues) <= {GENERAL, MILITARY}
        return (MILITARY_CONTACT,) if is_open and words.has(AccountRole.CONTACT, text) else issues
    if words.has(AccountRole.MILITARY, text):
        return issues
    return tuple(dict.fromkeys(GENERAL if issue == MILITARY_CONTACT else issue for issue in issues))


def _is_topic(statement: Statement, scene: Scene) -> bool:
    return statement.cue is not None and scene.words.has(AccountRole.TOPIC, statement.cue.exact)


def _how(statement: Statement, scene: Scene) -> Ascribed | None:
    """Whether another side is reported to say it, or both together."""
    own, others = scene.account.side, scene.sides - {scene.account.side}
    sides = set(speaker_countries(statement, scene.cast))
    if own is None or not others:
        return None
    if own in sides:
        with_others = sides & others or any(scene.cast.country(one) is None for one in statement.speakers)
        return Ascribed.JOINT if with_others and len(statement.speakers) > 1 else None
    return Ascribed.SPOKEN if sides and sides <= others else None


def _is_plain(statement: Statement, piece: Piece, how: Ascribed | None) -> bool:
    is_continued = statement.cue is None or statement.speaker_basis is MentionKind.CONTINUED
    return how is None and is_continued and statement.act is Act.ASSERT and not piece.is_told


def _pieces(statement: Statement, before: Statement | None, told: tuple[str, ...], scene: Scene) -> list[Piece]:
    """The statement's passages cut by what they are about; without words of its own what it was found to be about."""
    spans = _whole(statement, scene)
    least = 1 if _is_topic(statement, scene) else WHOLE
    cut = pieces(spans, statement.speaker_country, scene, least)
    if any(piece.is_told for piece in cut):
        return [replace(cut[0], passages=_with_cue(cut[0].passages, statement, scene)), *cut[1:]]
    whole = tuple(passage(scene.record.document, *span) for span in spans)
    issues = _handed(statement, before, told, scene)
    return [Piece(passages=_with_cue(whole, statement, scene), issues=issues)]


def _handed(statement: Statement, before: Statement | None, told: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """What a statement is about whose own words do not settle it: what its sentence tells, or the speech it goes on.

    Both sides together begin with something new, unless their words point back: "the talks on this issue".
    """
    is_settled = statement.issues_basis in _OWN_WORDS and statement.issues
    if is_settled and statement.issues != (GENERAL,):
        return statement.issues
    if any(scene.words.has(AccountRole.ANAPHOR, part.exact) for part in statement.content):
        return told
    is_alone = len(statement.speakers) < 2
    is_around = is_alone and statement.issues_basis in _AROUND and not set(statement.issues) & set(WIDE)
    if is_settled or is_around:
        return statement.issues
    goes_on = before is not None and statement.speakers == before.speakers
    if statement.issues_basis is IssueBasis.BEFORE and (goes_on or is_alone):
        return told
    return (GENERAL,)


def _whole(statement: Statement, scene: Scene) -> list[tuple[int, int]]:
    """The places of the content with what belongs to it: the noun before its relative clause, the end of its clause."""
    text = scene.record.document.text
    spans = [(part.start, part.end) for part in statement.content]
    cue, start = statement.cue, spans[0][0]
    if (
        cue is not None
        and 0 < start - cue.end <= LEAD
        and any(piece.is_told for piece in pieces([(cue.end, start)], None, scene))
    ):
        spans[0] = (cue.end + len(text[cue.end : start]) - len(text[cue.end : start].lstrip()), spans[0][1])
    end = spans[-1][1]
    ends = _SHORT_END if len(text[slice(*spans[-1])].split()) < SHORT else _CLAUSE_END
    stop = _end_of_clause(ends, end, scene)
    if stop is not None and not statement.quoted and _is_free(end, stop, statement, scene):
        spans[-1] = (spans[-1][0], stop)
    return spans


def _end_of_clause(ends: re.Pattern[str], start: int, scene: Scene) -> int | None:
    """Where the clause ends that a place stands in; what begins with a link goes with it: ", and in the bay"."""
    document = scene.record.document
    text, last = document.text, sentence_around(document, start - 1, start)[1]
    finish = max(start, last - 1) if text[last - 1] in ".!?" else last
    limit = min(start + TAIL, finish)
    stop = ends.search(text, start, limit)
    while stop is not None:
        following = _FOLLOWING.match(text, stop.start())
        is_name = _IN_NAME.match(text, text.rfind(" ", 0, stop.start()) + 1) is not None
        if following is None or not (is_name or following[1].casefold() in scene.words.links):
            return stop.start()
        stop = ends.search(text, following.end(), limit)
    return finish if finish <= start + TAIL else None


def _with_cue(passages: tuple[Evidence, ...], statement: Statement, scene: Scene) -> tuple[Evidence, ...]:
    """The passages from the cue on where they are no more than its complement: "agreed to further discussions"."""
    first, cue, speaker = passages[0], statement.cue, statement.speaker_mention
    is_bare = first.exact.startswith("to ") or len(statement.content[0].exact.split()) < SHORT
    if cue is None or not is_bare or not 0 <= first.start - cue.end <= LEAD:
        return passages
    is_beside = speaker is not None and 0 < cue.start - speaker.end <= BESIDE
    start = speaker.start if speaker is not None and is_beside else cue.start
    return (passage(scene.record.document, start, first.end), *passages[1:])


def _is_free(start: int, end: int, statement: Statement, scene: Scene) -> bool:
    """Whether a stretch belongs to no other statement."""
    others = (one for one in scene.record.statements if one.id != statement.id)
    places = (place for one in others for place in (*one.content, one.cue, one.speaker_mention) if place is not None)
    own = [place for place in (statement.cue, statement.speaker_mention) if place is not None]
    return not any(place.start < end and start < place.end for place in (*places, *own))


def _is_within(place: Evidence, passages: Iterable[Evidence]) -> bool:
    return any(part.start <= place.start and place.end <= part.end for part in passages)


def paragraph_of(place: int, scene: Scene) -> int:
    """The number of the block that a place stands in."""
    return bisect_right(scene.record.document.blocks, place, key=lambda block: block.start)


def telling_words(text: str, near: Mapping[str, str]) -> frozenset[str]:
    """The stems of the telling words of a text, those that say nearly the same as one."""
    return frozenset(near.get(stem, stem) for stem in wording(text).telling)
