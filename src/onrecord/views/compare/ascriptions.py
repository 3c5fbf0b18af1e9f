"""Where an account speaks of another side's words or undertaking: "Borland's commitment", "the comment of the King"."""

import re
from collections.abc import Iterator, Sequence

from onrecord.lexicon.accounts import AccountRole
from onrecord.model import Act, EventType, Evidence, Mention, Statement
from onrecord.views.cast import speaker_countries
from onrecord.views.commitments import commitments
from onrecord.views.compare.reading import Scene

GIVEN = (Act.PROMISE, Act.DENY, Act.WELCOME, Act.PRAISE, Act.PROPOSE)  # what is given by saying it

_OF = re.compile(r"\s+(?:made\s+|given\s+)?(?:of|by|from)\s+(?:the\s+)?$")
_OWNS = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}$")  # "Borland's earlier solemn commitment"


def ascribed_places(scene: Scene, outer: Sequence[Statement]) -> Iterator[Evidence]:
    """The passages that ascribe words or an undertaking to another side, wherever they stand."""
    others = scene.sides - {scene.account.side}
    if scene.account.side is None or not others:
        return
    known = {one.id for one in outer}
    for statement in scene.record.statements:
        is_inner = statement.id not in known and statement.act in GIVEN
        if is_inner and set(speaker_countries(statement, scene.cast)) & others:
            yield from statement.content
    brief = scene.words.brief
    for one in commitments((scene.record,), brief.undertakings, brief.countries):
        if others.intersection(one.actor):
            yield one.undertaking
    for event in scene.record.events:
        is_joint = len(event.sources) > 1 and bool(others.intersection(event.sources))
        if event.type is EventType.AGREE and is_joint and scene.words.has(AccountRole.ACCORD, event.trigger.exact):
            yield event.trigger
    yield from _nouns(scene, others)


def _nouns(scene: Scene, others: frozenset[str]) -> Iterator[Evidence]:
    """Nouns for somebody's words beside a mention of another side: its own by "of" or by an apostrophe."""
    text = scene.record.document.text
    mentions = [mention for actor in scene.record.actors for mention in actor.mentions if actor.country in others]
    for found in scene.words.roles[AccountRole.ASCRIPTION].found(text):
        if any(_is_owner(mention, found.start, found.end, text) for mention in mentions):
            yield Evidence(scene.record.document.id, found.start, found.end, text[found.start : found.end])


def _is_owner(mention: Mention, start: int, end: int, text: str) -> bool:
    if mention.start >= end:
        return _OF.fullmatch(text, end, mention.start) is not None
    has_mark = mention.exact.endswith(("'s", "’s", "’", "'"))
    between = text[mention.end - (2 if mention.exact.endswith(("'s", "’s")) else has_mark) : start]
    return mention.end <= start and _OWNS.fullmatch(between) is not None
