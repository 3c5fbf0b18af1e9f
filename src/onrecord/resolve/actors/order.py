"""The mentions of a document in reading order."""

from collections.abc import Iterable, Iterator

from onrecord.model import Extraction, Mention


def start_of(mention: Mention) -> int:
    """Where a mention begins."""
    return mention.start


def in_order(extraction: Extraction) -> list[Mention]:
    """Every mention of an extraction once, in reading order; at one place the one that says most."""
    found: dict[tuple[int, int], Mention] = {}
    for mention in extraction.mentions:
        found[mention.start, mention.end] = mention
    for statement in extraction.statements:
        for spoken in (statement.speaker_mention, statement.via_mention, statement.addressee_mention):
            if spoken is not None:
                found.setdefault((spoken.start, spoken.end), spoken)
    for event in extraction.events:
        for party in (*event.source_mentions, *event.target_mentions):
            found.setdefault((party.start, party.end), party)
    return sorted(found.values(), key=lambda mention: (mention.start, -mention.end))


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that stand in no other one; they come in reading order, the longer first."""
    end = -1
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention
