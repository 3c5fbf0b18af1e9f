"""Whom and what a passage names, so that two passages can be told apart by it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Evidence, Mention, MentionKind, Record
from onrecord.resolve.actors.sentences import Sentences
from onrecord.store.words import places, words_of_name

POINTING = frozenset({MentionKind.PRONOUN, MentionKind.CONTINUED, MentionKind.NONE, MentionKind.ANONYMOUS})
ARTICLE = "the "

_I = re.compile(r"I(?:['’]\w+)?")
_JOINING = re.compile(r"\s+|\.")  # between words of one name: "South Borland", "U.S."

Word = tuple[str, int, int]  # its stem, and where it stands in a passage


def named_in(passages: Sequence[Evidence], record: Record, countries: Mapping[str, str]) -> frozenset[str]:
    """Whom passages name, people and bodies by their states; and the words with a capital that name something else.

    A state's name, and words by which the record calls an actor elsewhere, name that one where no mention stands too:
    "Borland's harbour". The first word of a passage or sentence names nobody else: every first word has a capital.
    """
    mentions = [(actor.country or actor.id, mention) for actor in record.actors for mention in actor.mentions]
    inside = [(who, mention) for who, mention in mentions if _is_inside(mention, passages)]
    named = {who for who, mention in inside if mention.kind not in POINTING}
    told = [mention for _, mention in inside]
    runs = [(run, is_first) for part in passages for run, is_first in _runs(part, told)]
    known = _known(mentions, countries) if runs else {}
    return frozenset((*named, *(name for run, is_first in runs for name in _named(run, known, is_first=is_first))))


def _is_inside(mention: Mention, passages: Iterable[Evidence]) -> bool:
    return any(part.start <= mention.start and mention.end <= part.end for part in passages)


def _known(mentions: Iterable[tuple[str, Mention]], countries: Mapping[str, str]) -> Mapping[str, str]:
    """Who goes by which words: states by their names, and all others that only one actor is called by."""
    called: dict[str, set[str]] = {}
    for who, mention in mentions:
        if mention.kind not in POINTING and not mention.plural:
            called.setdefault(_form(mention.exact), set()).add(who)
    own = {words: next(iter(who)) for words, who in called.items() if len(who) == 1}
    return own | {words_of_name(name): code for code, name in countries.items()}


def _form(words: str) -> str:
    return words_of_name(words[len(ARTICLE) :] if words.lower().startswith(ARTICLE) else words)


def _runs(part: Evidence, told: Sequence[Mention]) -> Iterator[tuple[Sequence[Word], bool]]:
    """The words with a capital that stand together and in no mention, and whether they begin a sentence."""
    sentences = Sentences(part.exact)
    run: list[Word] = []
    is_first, end, sentence = False, 0, -1
    for word in places(part.exact):
        _, start, last = word
        is_new = sentences.number(start) != sentence
        sentence = sentences.number(start)
        is_told = any(one.start < part.start + last and part.start + start < one.end for one in told)
        is_name = part.exact[start].isupper() and not is_told and not _I.fullmatch(part.exact, start, last)
        if run and not (is_name and not is_new and _is_joined(part.exact, end, start)):
            yield run, is_first
            run = []
        if is_name:
            is_first = is_new if not run else is_first
            run.append(word)
        end = last
    if run:
        yield run, is_first


def _is_joined(text: str, end: int, start: int) -> bool:
    """Whether words stand in one name; what is somebody's does not: "Borland's Navy"."""
    return _JOINING.fullmatch(text, end, start) is not None and not text[:end].endswith(("'s", "’s"))


def _named(run: Sequence[Word], known: Mapping[str, str], *, is_first: bool) -> Iterator[str]:
    """Whom a run of words names, or else its words; a known name within a longer one names nobody: "Borland Sea"."""
    for skipped in (0, 1) if is_first else (0,):
        owner = known.get(" ".join(stem for stem, _, _ in run[skipped:]))
        if owner is not None:
            yield owner
            return
    yield from (stem for stem, start, end in run[is_first:] if end - start > 1)
