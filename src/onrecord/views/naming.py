"""Whom and what a passage names, so that two passages can be told apart by it."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Evidence, Mention, MentionKind, Record
from onrecord.store.words import places

POINTING = frozenset({MentionKind.PRONOUN, MentionKind.CONTINUED, MentionKind.NONE, MentionKind.ANONYMOUS})


def named_in(passages: Sequence[Evidence], record: Record) -> frozenset[str]:
    """Whom passages name, people and bodies by their states; and the words with a capital that name something else.

    The first word of a passage is none of these: it has a capital as every first word.
    """
    mentions = [(actor.country or actor.id, mention) for actor in record.actors for mention in actor.mentions]
    inside = [(who, mention) for who, mention in mentions if _is_inside(mention, passages)]
    named = {who for who, mention in inside if mention.kind not in POINTING}
    return frozenset((*named, *_capitals(passages, [mention for _, mention in inside])))


def _is_inside(mention: Mention, passages: Iterable[Evidence]) -> bool:
    return any(part.start <= mention.start and mention.end <= part.end for part in passages)


def _capitals(passages: Iterable[Evidence], mentions: Sequence[Mention]) -> Iterator[str]:
    for part in passages:
        for place, (word, start, end) in enumerate(places(part.exact)):
            first, last = part.start + start, part.start + end
            is_told = any(mention.start < last and first < mention.end for mention in mentions)
            if place and part.exact[start].isupper() and end - start > 1 and not is_told:
                yield word
