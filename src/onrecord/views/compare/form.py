"""How each account is made: length, order and room of its issues, whom it names first and how, its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from onrecord.lexicon.accounts import AccountRole
from onrecord.lexicon.phrases import PhraseKind, glosses
from onrecord.lexicon.terms import term_index
from onrecord.model import Actor, ActorKind, BlockKind, Evidence, Mention, Record
from onrecord.views.cast import flat, may_be_one_person
from onrecord.views.compare.comparison import Form, Mood, Named, Share, Titled
from onrecord.views.compare.points import Point
from onrecord.views.compare.reading import CompareWords, Scene
from onrecord.views.passages import passage

TITLES = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE)
GLOSSED = (PhraseKind.MOOD, PhraseKind.OUTCOME)

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*(?:\s+(?:percent|million|billion|trillion))?|\d+%")


def form_of(scene: Scene, points: Sequence[Point], met: Sequence[str]) -> Form:
    """The form of an account; `met` are the names of those who met, whose titles are told."""
    record, words = scene.record, scene.words
    named = [
        (start, one)
        for start, one in _people(record)
        if not met or any(may_be_one_person(one.name, other) for other in met)
    ]
    people = tuple(one for _, one in sorted(named, key=lambda pair: pair[0]))
    blocks = [block for block in record.document.blocks if block.kind not in TITLES]
    return Form(
        account=scene.account.key,
        words=sum(len(record.document.text[block.start : block.end].split()) for block in blocks),
        paragraphs=len(blocks),
        statements=len(record.statements),
        issues=tuple(_shares(points, words)),
        first_named=people[0] if people else None,
        people=people,
        initiative=tuple(
            passage(record.document, found.start, found.end)
            for found in words.roles[AccountRole.INITIATIVE].found(record.document.text)
        ),
        moods=tuple(moods_of(record, words)),
        namings=tuple(_named(record, words)),
        numbers=tuple(_numbers(record)),
    )


def _shares(points: Sequence[Point], words: CompareWords) -> Iterator[Share]:
    """The issues in the order in which the account comes to them, each with its room and its first passage."""
    room: dict[str, int] = {}
    first: dict[str, Evidence] = {}
    for point in points:
        for issue in point.issues:
            length = sum(part.end - part.start for part in point.passages)
            room[issue] = room.get(issue, 0) + length // len(point.issues)
            first.setdefault(issue, point.passages[0])
    total = sum(room.values()) or 1
    for place, (issue, length) in enumerate(room.items(), 1):
        yield Share(
            issue=issue,
            label=words.brief.issues.get(issue, issue),
            share=round(length / total, 3),
            place=place,
            evidence=first[issue],
        )


def _people(record: Record) -> Iterator[tuple[int, Titled]]:
    """The people of a record with where each is first named outside titles, and the first title that they are given."""
    start = min((block.start for block in record.document.blocks if block.kind not in TITLES), default=0)
    for actor in record.actors:
        if actor.kind is ActorKind.PERSON:
            named = sorted(
                (mention for mention in actor.mentions if mention.start >= start and _names(mention, actor)),
                key=lambda mention: mention.start,
            )
            if named:
                shown = next((mention for mention in named if _title(mention, actor)), named[0])
                yield named[0].start, Titled(name=actor.name, title=_title(shown, actor), evidence=_plain(shown))


def _names(mention: Mention, actor: Actor) -> bool:
    return any(word in mention.exact for word in actor.name.split()[-1:]) or mention.name is not None


def _title(mention: Mention, actor: Actor) -> str | None:
    """The words of a mention before the name."""
    named = {word for name in (actor.name, *actor.aliases, mention.name or "") for word in name.split()}
    leading = takewhile(lambda word: word.strip("’'s.,") not in named and word not in named, mention.exact.split())
    return flat(" ".join(leading)).strip(" ,") or None


def moods_of(record: Record, words: CompareWords) -> Iterator[Mood]:
    """The mood words of an account, in reading order."""
    for phrase, start, end in glosses(record.document.text, words.phrases):
        if phrase.kind in GLOSSED and _is_in_text(start, record):
            yield Mood(
                name=phrase.name,
                evidence=passage(record.document, start, end),
                meaning=phrase.meaning,
                status=phrase.status,
                source=phrase.source,
            )


def _named(record: Record, words: CompareWords) -> Iterator[Named]:
    """The names for things that others call otherwise, each where it first stands."""
    index = term_index((form, naming) for naming in words.namings for form in naming.forms)
    seen = set()
    for found in index.found(record.document.text):
        key = (found.owner.thing, found.owner.name)
        if key not in seen and _is_in_text(found.start, record):
            seen.add(key)
            yield Named(
                thing=found.owner.thing,
                name=found.owner.name,
                note=found.owner.note,
                source=found.owner.source,
                evidence=passage(record.document, found.start, found.end),
            )


def _numbers(record: Record) -> Iterator[Evidence]:
    """The numbers of the text, each once: what accounts in two languages can be compared by."""
    seen = set()
    for found in _NUMBER.finditer(record.document.text):
        shown = found[0].rstrip(".,")
        if shown not in seen and _is_in_text(found.start(), record):
            seen.add(shown)
            yield passage(record.document, found.start(), found.start() + len(shown))


def _is_in_text(place: int, record: Record) -> bool:
    return any(block.start <= place < block.end for block in record.document.blocks)


def _plain(mention: Mention) -> Evidence:
    return Evidence(mention.doc_id, mention.start, mention.end, mention.exact)


def differing_names(forms: Iterable[Form]) -> tuple[str, ...]:
    """The things for which the accounts use different names, in the order of the first account."""
    used: dict[str, list[set[str]]] = {}
    for form in forms:
        own: dict[str, set[str]] = {}
        for named in form.namings:
            own.setdefault(named.thing, set()).add(named.name)
        for thing, names in own.items():
            used.setdefault(thing, []).append(names)
    return tuple(thing for thing, names in used.items() if len(names) > 1 and any(one != names[0] for one in names))
