"""Puts a text together from its parts and knows where each stands in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.ingest.metadata import Metadata
from onrecord.ingest.mojibake import mojibake_findings, repaired
from onrecord.ingest.unkept import LOST, UNKEPT
from onrecord.model import Block, BlockKind, Finding, FindingKind

MANY = 20  # places; beyond that the text as a whole is damaged, and a list of them tells no more
_LOST_RUNS = (
    (re.compile(f"{LOST}+"), "bytes that fit no encoding were replaced"),
    (re.compile(f"[{UNKEPT}]+"), "characters that no store keeps (NUL, halves of surrogate pairs) were replaced"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A headline, a paragraph, a table row, ... that was cut out of a page."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one kind of page gives: text, blocks, what it says of itself, what was wrong in it."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    findings: tuple[Finding, ...] = ()

    def words(self, kind: BlockKind | None = None) -> Iterator[str]:
        """The text of each block, or of each of one kind, in order."""
        return (self.text[b.start : b.end] for b in self.blocks if kind is None or b.kind is kind)


def laid_out(parts: Iterable[Part], metadata: Metadata, findings: tuple[Finding, ...] = ()) -> Reading:
    """The parts' texts with a blank line between, each a block; empty parts are left out."""
    pieces: list[str] = []
    blocks: list[Block] = []
    found = list(findings)
    offset = 0
    for part in parts:
        words = repaired(part.text.strip())
        if not any(character.isalnum() for character in words.text):
            continue
        pieces.append(words.text)
        blocks.append(Block(kind=part.kind, start=offset, end=offset + len(words.text)))
        found.extend(mojibake_findings(words.spans, offset))
        offset += len(words.text) + 2
    return Reading(text="\n\n".join(pieces), blocks=tuple(blocks), metadata=metadata, findings=tuple(found))


def lost_characters(text: str) -> tuple[Finding, ...]:
    """A finding for each place where bytes could not be decoded, by us or before us, or that cannot be kept.

    For many of one kind there is one.
    """
    return tuple(finding for run, detail in _LOST_RUNS for finding in _lost(text, run, detail))


def _lost(text: str, run: re.Pattern[str], detail: str) -> Iterator[Finding]:
    places = [match.span() for match in run.finditer(text)]
    if len(places) > MANY:
        yield Finding(kind=FindingKind.ENCODING, detail=f"{detail} in {len(places)} places")
        return
    yield from (Finding(kind=FindingKind.ENCODING, detail=detail, start=start, end=end) for start, end in places)
