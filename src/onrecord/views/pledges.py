"""What is undertaken in reported words, and who is bound by it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Act, ActorKind, Evidence, Manner, Record, Statement
from onrecord.model.rules import ActorRule
from onrecord.views.cast import Cast, speaker_countries, speaker_name
from onrecord.views.pairs import usual_pair
from onrecord.views.pledge_words import PledgeWords, clause
from onrecord.views.subjects import Named, Subjects

BINDING = {Act.REAFFIRM, Act.DENY, Act.WARN, Act.ASSERT, Act.PROPOSE, Act.DECLINE}  # acts in which one binds himself
TELLING = {Act.WELCOME, Act.PRAISE, Act.REAFFIRM, Act.ASSERT}  # acts in which one tells of another's undertaking
FIRST = ("i", "we")
PRAISING = {Act.WELCOME, Act.PRAISE}
PUBLIC = {"GOV", "MIL", "IGO"}  # PLOVER sectors that bind a state or an organisation
LEAST = 2  # words of what is promised
LONG = 150  # characters of a promise without a word for what will be done; of a longer one the deed is but a part
WINDOW = 200  # characters before a phrase in which its subject may be told
NOUN_AT = 25  # characters at the start of reported words in which a noun is what was said: "a strong commitment to"

_QUOTE_MARKS = " \t\n\"“”‘’'"
_PRONOUN = re.compile(
    r"\b(?P<who>I|we|he|she|it|they|both|all)(?:['’]ve|['’]re)?\s+(?:(?:has|have|had|also|both|all|will|do|does|did|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"(?:\b(?:and|but|or|nor)|,)\s+(?:(?:also|both|still|that|\w+ly)\s+)*$", re.IGNORECASE)
_STARTS_PRONOUN = re.compile(r"\W*(?:that\s+)?(?:I|we|he|she|it|they)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?P<whose>its|his|her|their|our|my)\s+(?:[\w-]+,?\s+(?:and\s+)?){0,3}$", re.IGNORECASE)
_SHARED = re.compile(r"\b(?:our|their)\s+(?:[\w-]+\s+)?(?:shared|mutual|joint|common)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OF_WHOM = re.compile(r"\bof$", re.IGNORECASE)
_TO = re.compile(r"[^.;:]{0,50}?\bto\s+")
_A_THING = re.compile(r"(?:the|an?|its|his|their|our)\b|[A-Z]")
_LEADS = re.compile(r".{1,140}?\b(?P<will>will|shall|would)\s+(?=\w)", re.IGNORECASE | re.DOTALL)
_INFINITIVE = re.compile(r"\W*(?:not\s+)?to\b", re.IGNORECASE)
_WHAT = re.compile(r"\b(?:how|what|whether|if|why|where|when|who|which)\s+(?:the\s+)?$", re.IGNORECASE)
_THEIRS = re.compile(r"(?:the|its|his|her|their|our|my|this|that)\s", re.IGNORECASE)  # what is in danger
_NAME = re.compile(r"['’]|\b[A-Z]")
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.IGNORECASE)
_DOING = re.compile(r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?!being\b)(?=\w+ing\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A record, its cast and the places of its sides, and the words to look for."""

    record: Record
    cast: Cast
    subjects: Subjects
    words: PledgeWords


@dataclass(frozen=True, slots=True)
class Pledge:
    """What is undertaken, and by whom: countries' codes or names."""

    undertaking: Evidence
    actors: tuple[str, ...]


def pledges(statement: Statement, scene: Scene) -> Iterator[Pledge]:
    """What is undertaken in a statement, where somebody is bound by it; in reading order."""
    for passage, actors in _found(statement, scene):
        if passage is not None and actors:
            yield Pledge(passage, actors)


def own_side(statement: Statement, cast: Cast) -> tuple[str, ...]:
    """Whom a speaker binds: his state, where he speaks for one, or else himself."""
    described = [cast.actors[one] for one in statement.speakers if one in cast.actors]
    is_private = described and all(
        (one.roles and not PUBLIC & {*one.roles})
        or (one.kind is ActorKind.PERSON and not one.roles and not one.offices and one.basis != ActorRule.UNNAMED)
        for one in described
    )
    name = speaker_name(statement, cast)
    return (() if is_private else speaker_countries(statement, cast)) or ((name,) if name else ())


def _found(statement: Statement, scene: Scene) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    is_offer = bool(cue_words(statement) & scene.words.offer) and bool(_INFINITIVE.match(statement.content[0].exact))
    if statement.act is Act.PROMISE or (statement.act is Act.PROPOSE and is_offer):
        yield from _promised(statement, scene)
        return
    if statement.negated:
        return
    cue = cue_words(statement)
    for content in statement.content:
        if cue & scene.words.threat and statement.act is Act.WARN:
            yield from _threatened(statement, content, scene)
            continue
        yield from _predicated(statement, content, scene)
        yield from _named(statement, content, scene)
        if cue & scene.words.notice:
            yield from _noticed(statement, content, scene)


def cue_words(statement: Statement) -> set[str]:
    """The words of a statement's cue in small letters; none where it has no cue."""
    return set(statement.cue.exact.lower().split()) if statement.cue else set()


def _promised(statement: Statement, scene: Scene) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    """The content of a promise, from where it says what is to be done."""
    content, own = statement.content[0], _who_promises(statement, scene)
    if len(content.exact.split()) < LEAST or cue_words(statement) & scene.words.choice:
        return
    if not _INFINITIVE.match(content.exact) and not statement.negated:
        told = [*_predicated(statement, content, scene), *_named(statement, content, scene)]
        if told := [(passage, bound) for passage, bound in told if {*bound} & {*own}]:
            yield from told
            return
    start = _deed(content, scene)
    if start is not None and not _is_of_others(statement, content, own, scene):
        yield clause(content, start, scene.words), own


def _deed(content: Evidence, scene: Scene) -> int | None:
    """Where a promise says what is to be done; None where it tells what is or was: "that it was done"."""
    if _INFINITIVE.match(content.exact):
        return 0
    if lead := scene.words.predicate.search(content.exact) or scene.words.noun.search(content.exact):
        return lead.start()
    if leads := _LEADS.match(content.exact):
        return leads.end()
    return None if _PAST.search(content.exact) or len(content.exact) > LONG else 0


def _is_of_others(statement: Statement, content: Evidence, own: Sequence[str], scene: Scene) -> bool:
    """Whether what will be done is said of somebody else: "that Borland and its friends will be held to account"."""
    leads = _LEADS.match(content.exact)
    near = scene.subjects.before(content.start, content.start + leads.start("will")) if leads else None
    return near is not None and (_is_another(near, statement) or not near.parties & {*own})


def _who_promises(statement: Statement, scene: Scene) -> tuple[str, ...]:
    """The sides with which the words begin, if these are several; or the speaker; or those who met and agreed."""
    start = statement.content[0].start
    opening = scene.subjects.opening(start, statement.content[0].end)
    if opening is not None and opening.start == start and len(opening.parties) > 1:
        return tuple(sorted(opening.parties))
    own = own_side(statement, scene.cast)
    if not own and cue_words(statement) & scene.words.accord:
        return usual_pair(scene.record)
    return own


def _predicated(
    statement: Statement, content: Evidence, scene: Scene
) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    """What follows "is committed to", "has no intention of", and of the speaker's own side "will"."""
    own = set(own_side(statement, scene.cast))
    end = 0
    for found in scene.words.predicate.finditer(content.exact):
        bound, is_told = _bound(statement, content, content.start + found.start(), scene)
        is_own = bool(own & set(bound)) and is_told
        if found.start() >= end and (
            statement.act in {*BINDING, Act.PROMISE} or is_own or (is_told and statement.act in TELLING)
        ):
            passage = clause(content, found.start(), scene.words)
            end = passage.end - content.start if passage else found.end()
            yield passage, bound
    if cue_words(statement) & scene.words.wish:
        return
    for found in scene.words.future.finditer(content.exact):
        bound, _ = _bound(statement, content, content.start + found.start(), scene)
        is_hypothetical = found.group().lower().startswith("would") and _is_quoted(statement, content, found.start())
        is_own = bool(own & {*bound}) if own else len(bound) > 1
        if statement.act in {*BINDING, Act.PROMISE} and is_own and not is_hypothetical:
            yield clause(content, found.end(), scene.words), bound


def _bound(statement: Statement, content: Evidence, place: int, scene: Scene) -> tuple[tuple[str, ...], bool]:
    """Who is bound by a phrase at this place, and whether the words right before it say so; () for nobody."""
    own = own_side(statement, scene.cast)
    before = content.exact[max(0, place - content.start - WINDOW) : place - content.start]
    near = scene.subjects.before(content.start, place)
    if near is not None:
        is_free = not _is_another(near, statement) and not _is_asked(content, near)
        return (tuple(sorted(near.parties)) if is_free else ()), True
    if pronoun := _PRONOUN.search(before):
        is_own = pronoun["who"].lower() in _who(statement, scene.cast) and _is_alone(content, place, own, scene)
        return (own if is_own or pronoun["who"].lower() in FIRST else ()), True
    if _ELIDED.search(before):
        opening = scene.subjects.opening(content.start, place)
        if opening is not None:
            return ((), False) if _is_another(opening, statement) else (tuple(sorted(opening.parties)), False)
        return (own if _STARTS_PRONOUN.match(content.exact) else ()), False
    is_start = place - content.start < WINDOW and not before.strip(_QUOTE_MARKS)
    return (own if is_start else ()), False


def _is_asked(content: Evidence, near: Named) -> bool:
    """Whether it is open what the side will do: "how Borland will answer"."""
    place = near.start - content.start
    return _WHAT.search(content.exact, max(0, place - WINDOW), place) is not None


def _who(statement: Statement, cast: Cast) -> tuple[str, ...]:
    """The pronouns of the third person that can be the speaker: a person is no "it", and one speaker no "they"."""
    if len(statement.speakers) > 1 or (statement.speaker_mention is not None and statement.speaker_mention.plural):
        return ("they", "both", "all")
    if any(cast.actors[one].kind is ActorKind.PERSON for one in statement.speakers if one in cast.actors):
        return ("he", "she")
    return ("it", "they")


def _is_alone(content: Evidence, place: int, own: tuple[str, ...], scene: Scene) -> bool:
    """Whether the words before a place name no other side that "it" and "they" could be."""
    around = scene.subjects.within(max(content.start, place - WINDOW), place)
    return all(named.parties <= {*own} for named in around if not named.is_pronoun)


def _is_another(named: Named, statement: Statement) -> bool:
    """Whether it is somebody as a person, and not who speaks: "said that he would leave" of a third."""
    return named.is_person and bool(statement.speakers) and not named.actors & {*statement.speakers}


def _is_quoted(statement: Statement, content: Evidence, place: int) -> bool:
    start = content.start + place
    return statement.kind is Manner.DIRECT or any(part.start <= start < part.end for part in statement.quoted)


def _named(statement: Statement, content: Evidence, scene: Scene) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    """What somebody's commitment is to: "the United States' commitment to", "the readiness of Borland to"."""
    own = set(own_side(statement, scene.cast))
    for found in scene.words.noun.finditer(content.exact):
        start, bound = found.start(), _whose(statement, content, found, scene)
        if _OF_WHOM.search(found.group()):
            after = scene.subjects.after(content.start + found.end(), content.end)
            to = _TO.match(content.exact, after.end - content.start) if after else None
            bound = tuple(sorted(after.parties)) if after and to else ()
            start = to.end() if to and not _A_THING.match(content.exact, to.end()) else start
        if (own & set(bound) and statement.act is not Act.ASK) or statement.act in TELLING:
            yield clause(content, start, scene.words), bound


def _whose(statement: Statement, content: Evidence, found: re.Match[str], scene: Scene) -> tuple[str, ...]:
    """Whose it is, as the words before the noun say; at the start of what was said it is the speaker's."""
    own, place = own_side(statement, scene.cast), content.start + found.start()
    before = content.exact[max(0, found.start() - WINDOW) : found.start()]
    if _SHARED.search(before):
        sides = {
            *own,
            *(
                side
                for named in scene.subjects.within(max(content.start, place - WINDOW), place)
                for side in named.parties
            ),
        }
        return tuple(sorted(sides if len(sides) > 1 else sides | {*usual_pair(scene.record)}))
    near = scene.subjects.before(content.start, place)
    if near is not None and not (near.is_pronoun and near.start == content.start):
        return () if _is_another(near, statement) else tuple(sorted(near.parties))
    if whose := _WHOSE.search(before):
        is_own = whose["whose"].lower() in ("our", "my") or _is_alone(content, place, own, scene)
        return own if is_own else ()
    is_open = found.start() <= NOUN_AT and (statement.act not in PRAISING or not _NAME.search(before))
    return own if is_open else ()


def _noticed(
    statement: Statement, content: Evidence, scene: Scene
) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    """What the speaker announces to be doing: "announced that it was easing the embargo"."""
    for found in _DOING.finditer(content.exact):
        bound, is_told = _bound(statement, content, content.start + found.start(), scene)
        if is_told and {*bound} & {*own_side(statement, scene.cast)}:
            yield clause(content, found.end(), scene.words), bound
            return


def _threatened(
    statement: Statement, content: Evidence, scene: Scene
) -> Iterator[tuple[Evidence | None, tuple[str, ...]]]:
    """What is threatened: "to close the river", "sanctions"; neither who is, nor what is in danger: "free passage"."""
    opening = scene.subjects.opening(content.start, content.end)
    is_infinitive = bool(_INFINITIVE.match(content.exact))
    is_whom = opening is not None and opening.start == content.start and not is_infinitive
    is_deed = is_infinitive or (bool(scene.words.deed.match(content.exact)) and not _THEIRS.match(content.exact))
    if is_deed and not is_whom and not _STARTS_PRONOUN.match(content.exact):
        yield clause(content, 0, scene.words), own_side(statement, scene.cast)
