"""What is wrong with a document's text, as findings with their places; in time linear in its length."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ingest.findings.characters import invisible_characters
from onrecord.ingest.findings.ending import cut_short
from onrecord.ingest.findings.furniture import page_furniture
from onrecord.ingest.findings.garbling import garbled
from onrecord.ingest.findings.language import foreign_language
from onrecord.ingest.findings.quotes import unpaired_quotes
from onrecord.lexicon.furniture import Furniture
from onrecord.model import Block, Document, Finding, FindingKind

__all__ = ["findings"]

GIVEN_DAY = "--published"  # the provenance of a day that the text does not have
WHOLE_TEXT = -1  # where a finding without a place stands in the order: first


def findings(document: Document, furniture: Sequence[Furniture]) -> tuple[Finding, ...]:
    """Everything that a careful reader should know about a text, in reading order.

    What is furniture is judged no further. Findings without a place concern the whole and stand first.
    """
    found = list(page_furniture(document, furniture))
    blocks = tuple(_without_furniture(document.text, document.blocks, found))
    found.extend(garbled(document.text, blocks))
    found.extend(unpaired_quotes(document.text, blocks))
    found.extend(foreign_language(document.text, blocks))
    found.extend(cut_short(document, blocks, furniture))
    found.extend(invisible_characters(document.text))
    if document.published is None or document.provenance.get("published") == GIVEN_DAY:
        found.append(Finding(kind=FindingKind.NO_DATE, detail="nothing says when it was published"))
    return tuple(sorted(found, key=lambda finding: WHOLE_TEXT if finding.start is None else finding.start))


def _without_furniture(text: str, blocks: Sequence[Block], found: Sequence[Finding]) -> Iterator[Block]:
    """What is left of the blocks when the furniture that they begin or end with, or are, is taken off."""
    begins = {finding.start: finding.end for finding in found}
    ends = {finding.end: finding.start for finding in found}
    for block in blocks:
        start, end = block.start, block.end
        while (after := begins.get(start)) is not None and start < end:
            start = _next_word(text, after, end)
        while (before := ends.get(end)) is not None and start < end:
            end = start + len(text[start:before].rstrip())
        if start < end:
            yield replace(block, start=start, end=end)


def _next_word(text: str, start: int, end: int) -> int:
    """The place of the first character that is no blank, or the end."""
    return end - len(text[start:end].lstrip())
