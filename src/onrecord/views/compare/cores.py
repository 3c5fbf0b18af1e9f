"""The core of a passage, and what a reader can do without: ", which resumed in spring"."""

from onrecord.lexicon.accounts import AccountRole
from onrecord.model import Evidence
from onrecord.views.compare.reading import CompareWords

CORE = 8  # words before an aside at least: with fewer the aside may be the point


def core_of(passage: Evidence, words: CompareWords) -> tuple[Evidence, Evidence | None]:
    """A passage up to its first aside, and the aside with what follows it; None where there is none."""
    for found in words.roles[AccountRole.ASIDE].found(passage.exact):
        before = passage.exact[: found.start].rstrip()
        if before.endswith(",") and len(before.split()) >= CORE:
            return _part(passage, 0, len(before) - 1), _part(passage, found.start, len(passage.exact))
    return passage, None


def _part(passage: Evidence, start: int, end: int) -> Evidence:
    return Evidence(passage.doc_id, passage.start + start, passage.start + end, passage.exact[start:end])
