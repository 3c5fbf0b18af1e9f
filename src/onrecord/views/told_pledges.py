"""What a text tells in its own voice to be undertaken: "China pledges to buy", "the agreement between them to"."""

import re
from collections.abc import Iterator

from onrecord.model import BlockKind, Evidence
from onrecord.views.passages import passage, sentences
from onrecord.views.pledge_words import clause
from onrecord.views.pledges import Pledge, Scene
from onrecord.views.subjects import Named

LEAD = 40  # characters before a word in which "never" or "and" may stand

_CLAUSE_START = re.compile(r"(?:^|,?\s+and\s+)(?:the\s+)?$", re.IGNORECASE)
_NOT_GIVEN = re.compile(  # "is committed to", "never promised to", "has been instructed"
    r"(?:\b(?:is|are|was|were|be|been|being|no|not|never|would|could|should|must|may|might|if|to)|n['’]t)"
    r"\s+(?:\w+ly\s+|have\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^.;:]{0,60}?\b(?:between|of)\s", re.IGNORECASE)
_TO = re.compile(r"(?:\s+(?:last|this|on|in)\s+[\w ]{1,15}?)?,?\s+to\s+(?=[a-z])")


def told_pledges(scene: Scene) -> Iterator[Pledge]:
    """The undertakings that sentences tell of outside what anybody is reported to say, in reading order."""
    document = scene.record.document
    for start, end in sentences(document, skip=(BlockKind.HEADING, BlockKind.BYLINE)):
        sentence = passage(document, start, end)
        for place, named in (*_given(sentence, scene), *_agreed(sentence, scene), *_announced(sentence, scene)):
            undertaken = clause(sentence, place - start, scene.words)
            if named is not None and undertaken is not None:
                yield Pledge(undertaken, tuple(sorted(named.parties)))


def _given(sentence: Evidence, scene: Scene) -> Iterator[tuple[int, Named | None]]:
    """ "China pledges to buy grain", "the two presidents tasked their teams to follow up"."""
    for pattern in (scene.words.giving, scene.words.errand):
        for found in pattern.finditer(sentence.exact):
            if not _NOT_GIVEN.search(sentence.exact, max(0, found.start() - LEAD), found.start()):
                yield (
                    sentence.start + found.end(),
                    scene.subjects.before(sentence.start, sentence.start + found.start()),
                )


def _agreed(sentence: Evidence, scene: Scene) -> Iterator[tuple[int, Named | None]]:
    """ "a deal between Averland and Borland to reopen the river"."""
    for found in scene.words.deal.finditer(sentence.exact):
        between = _BETWEEN.match(sentence.exact, found.end())
        if between is None:
            continue
        named = scene.subjects.after(sentence.start + between.end(), sentence.end)
        if named is None or len(named.parties) < 2:
            continue
        deed = _TO.match(sentence.exact, named.end - sentence.start)
        if deed is not None:
            yield sentence.start + deed.end(), named


def _announced(sentence: Evidence, scene: Scene) -> Iterator[tuple[int, Named | None]]:
    """ "Averland and Borland will reopen the river": of states, at the start of a clause that nobody says."""
    for found in scene.words.future.finditer(sentence.exact):
        named = scene.subjects.before(sentence.start, sentence.start + found.start())
        is_subject = named is not None and _starts_clause(sentence, named)
        if named is not None and is_subject and not named.is_person and not found.group().lower().startswith("would"):
            yield sentence.start + found.end(), named


def _starts_clause(sentence: Evidence, named: Named) -> bool:
    place = named.start - sentence.start
    return _CLAUSE_START.search(sentence.exact, max(0, place - LEAD), place) is not None
