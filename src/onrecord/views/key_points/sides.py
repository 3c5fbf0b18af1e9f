"""One section for each issue: what each side said of it, the strongest and most specific first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.lexicon.channels import ChannelStatus
from onrecord.model import Evidence, IssueBasis, Manner, MentionKind
from onrecord.views.brief import SectionKind
from onrecord.views.cast import flat, listed
from onrecord.views.channels import Channel
from onrecord.views.commitments import Commitment
from onrecord.views.key_points.draft import Draft, SectionDraft, field, label
from onrecord.views.key_points.reading import Reading
from onrecord.views.key_points.sayings import Saying, length, overlap, saying_draft, without_repeats

SECTIONS = 6  # issues with a section of their own; the rest share one
LINES_A_SIDE = 3
MANY_LINES_A_SIDE = 5  # where a text is about few issues
FEW_ISSUES = 2
MAIN_SIDES = 2
LINES_OF_OTHERS = 2  # for a third side, and for what belongs to no one side
SIDES = 5  # on one issue
OTHER_LINES = 5
LEAST_WORDS = 3  # fewer tell nothing without the sentence around them
CITED = 3  # sentences on one line of communication; more would say it again
CONSIDERED = 60  # statements on one issue; what ranks lower has no chance of a line
GENERAL = "bilateral-relations"  # what everything between two states is about; another issue says more
CHANNEL_ISSUE = "military-communications"
OTHER = "Other matters"
PROMISE_BONUS = 2.0  # somebody else's promise in a statement is what a reader will be asked about

_NEWS = (ChannelStatus.CUT, ChannelStatus.REFUSED, ChannelStatus.PROPOSED, ChannelStatus.RESTORED)
_NO_SIDE = (-1, "")


def sides(reading: Reading, said: Sequence[Saying]) -> tuple[SectionDraft, ...]:
    """The issues in the order of the room that the text gives them, and what is left together at the end."""
    room = _room(reading)
    said = [saying for saying in said if _is_worth_a_line(saying)]
    grouped: dict[str | None, list[Saying]] = {}
    for saying in said:
        grouped.setdefault(_issue(saying, room), []).append(saying)
    if any(channel.status in _NEWS for channel in _military(reading)):
        grouped.setdefault(CHANNEL_ISSUE, [])
    named = sorted(
        (slug for slug in grouped if slug is not None), key=lambda slug: (slug == GENERAL, -room[slug], slug)
    )
    limit = MANY_LINES_A_SIDE if len(named) <= FEW_ISSUES else LINES_A_SIDE
    sections = [_section(slug, grouped[slug], reading, limit) for slug in named[:SECTIONS]]
    rest = [saying for slug in (*named[SECTIONS:], None) for saying in grouped.get(slug, ())]
    return (*sections, *_others(rest, reading))


def _is_worth_a_line(saying: Saying) -> bool:
    """Whether it is in somebody's own words, or somebody is known to say it and in more than a word or two."""
    statement = saying.statement
    is_attributed = bool(statement.speakers or statement.speaker_mention or statement.speaker_country)
    if statement.kind is not Manner.INDIRECT:
        return is_attributed or statement.speaker_basis is not MentionKind.CONTINUED
    return is_attributed and len(saying.words.split()) >= LEAST_WORDS


def _room(reading: Reading) -> Counter[str]:
    """How many characters of all that is said are about each issue."""
    room: Counter[str] = Counter()
    for record in reading.records:
        for statement in record.statements:
            if statement.issues_basis is not IssueBasis.TEXT:
                room.update(dict.fromkeys(statement.issues, length(statement.content)))
    return room


def _issue(saying: Saying, room: Counter[str]) -> str | None:
    """The one issue under which a statement is told: the largest of its own, the general one only alone.

    What only the rest of the text is about is no heading for it.
    """
    statement = saying.statement
    slugs = statement.issues if statement.issues_basis is not IssueBasis.TEXT else ()
    return max(slugs, key=lambda slug: (slug != GENERAL, room[slug], slug), default=None)


def _title(slug: str, reading: Reading) -> str:
    return reading.words.issues.get(slug, slug.replace("-", " ").capitalize())


def _section(slug: str, said: Sequence[Saying], reading: Reading, limit: int) -> SectionDraft:
    lines, left_out = _by_side(said, reading, limit)
    status = tuple(_channel_lines(reading)) if slug == CHANNEL_ISSUE else ()
    return SectionDraft(
        kind=SectionKind.ISSUE, title=_title(slug, reading), drafts=(*status, *lines), left_out=left_out
    )


def _others(said: Sequence[Saying], reading: Reading) -> Iterator[SectionDraft]:
    if said:
        best = sorted(said, key=lambda saying: -saying.weight)[:OTHER_LINES]
        lines, _ = _by_side(best, reading, OTHER_LINES)
        yield SectionDraft(kind=SectionKind.ISSUE, title=OTHER, drafts=tuple(lines), left_out=len(said) - len(best))


def _by_side(said: Sequence[Saying], reading: Reading, limit: int) -> tuple[list[Draft], int]:
    """The lines, side by side in the fixed order, and how many there were no room for."""
    reported = [one for one in reading.commitments if len(one.actor) == 1 and not one.confirmed_by_actor]
    notes = {saying.statement.id: _promise_note(saying, reported, reading) for saying in said}
    ranked = sorted(said, key=lambda one: -one.weight - PROMISE_BONUS * bool(notes[one.statement.id]))
    best = ranked[:CONSIDERED]
    drafts = without_repeats(saying_draft(saying, reading, notes[saying.statement.id]) for saying in best)
    shown: list[Draft] = []
    for key in sorted({_side(draft, reading) for draft in drafts})[: SIDES + 1]:
        room = limit if 0 <= key[0] < MAIN_SIDES else LINES_OF_OTHERS
        shown.extend([draft for draft in drafts if _side(draft, reading) == key][:room])
    return shown, len(drafts) - len(shown) + len(ranked) - len(best)


def _side(draft: Draft, reading: Reading) -> tuple[int, str]:
    """What belongs to no one side first, then the sides in their order."""
    return (reading.rank(draft.country), draft.country) if draft.country else _NO_SIDE


def _promise_note(saying: Saying, reported: Sequence[Commitment], reading: Reading) -> str | None:
    """What a reader should know of somebody else's promise in a statement: whose it is, and who says so."""
    for commitment in reported:
        if saying.country in commitment.actor or not _is_told_in(commitment, saying):
            continue
        actor = reading.cast.country_name(commitment.actor[0])
        if commitment.confirmed_by_actor is False:
            return f"a promise by {actor}, by this account not given"
        return f"a promise by {actor}, reported only by {listed(commitment.said_by)}"
    return None


def _is_told_in(commitment: Commitment, saying: Saying) -> bool:
    return overlap((commitment.undertaking,), saying.statement.content) > 0


def _military(reading: Reading) -> list[Channel]:
    """The lines that are meant for a crisis; dialogues and missions have other issues."""
    return [channel for channel in reading.channels if channel.family in ("line", "crisis-line", "military")]


def _channel_lines(reading: Reading) -> Iterator[Draft]:
    """How the lines of communication stand, in one line for each status."""
    for status in (*_NEWS, ChannelStatus.OPEN):
        channels = [channel for channel in _military(reading) if channel.status is status]
        if channels:
            names = dict.fromkeys(flat(channel.what.exact) for channel in channels)
            evidence = tuple(passage for channel in channels for passage in channel.evidence[:CITED])
            yield Draft(
                parts=(field(status.value), label(":"), field(listed(names))),
                evidence=tuple(dict.fromkeys(evidence)),
                records=tuple(_tellers(evidence, reading)),
            )


def _tellers(evidence: Sequence[Evidence], reading: Reading) -> Iterator[str]:
    """The ids of the statements that say something in these passages."""
    for record in reading.records:
        for statement in record.statements:
            if overlap(statement.content, evidence):
                yield statement.id
