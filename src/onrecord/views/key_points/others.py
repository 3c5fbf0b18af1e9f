"""SAID FOR THE OTHER SIDE: the head of a brief of accounts of one meeting."""

from collections.abc import Sequence

from onrecord.model import Evidence
from onrecord.views.brief import SectionKind
from onrecord.views.key_points.draft import Draft, SectionDraft
from onrecord.views.key_points.sayings import length, overlap

LINES = 5
TOLD = 0.4  # of a passage that another one must cover to tell the same


def said_for_others(drafts: Sequence[Draft], told: Sequence[Evidence]) -> SectionDraft:
    """The lines, but for those whose passages are `told` already with who does not confirm them."""
    kept = [draft for draft in drafts if not _is_told(draft, told)]
    return SectionDraft(
        kind=SectionKind.SAID_FOR,
        title="Said for the other side",
        drafts=tuple(kept[:LINES]),
        left_out=max(0, len(kept) - LINES),
    )


def _is_told(draft: Draft, told: Sequence[Evidence]) -> bool:
    """Whether a passage covers another of the line, or lies in it."""
    lengths = (min(length((one,)), length(draft.evidence)) for one in told)
    return any(overlap((one,), draft.evidence) >= TOLD * least for one, least in zip(told, lengths, strict=True))
