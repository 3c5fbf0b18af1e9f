"""Speakers' names that nothing in the text introduces."""

from collections.abc import Iterable, Iterator

from onrecord.model import Finding, FindingKind, Statement
from onrecord.resolve.actors.cast import Cast, Member

JUST_BEFORE = 500  # characters between a name and the person who may be meant by it


def unknown_names(statements: Iterable[Statement], cast: Cast) -> Iterator[Finding]:
    """A finding for each speaker of whom the text has but a surname; says who was introduced just before."""
    told: set[str] = set()
    for statement in statements:
        mention = statement.speaker_mention
        for member in (cast.members.get(id) for id in statement.speakers):
            if mention is None or member is None or member.introduced or member.id in told:
                continue
            told.add(member.id)
            yield Finding(
                kind=FindingKind.UNKNOWN_NAME,
                detail=_detail(member, _newcomer(member, mention.start, cast)),
                start=mention.start,
                end=mention.end,
            )


def _newcomer(member: Member, place: int, cast: Cast) -> Member | None:
    """Who was named last before a place for the first and only time."""
    near = [
        other
        for other in cast.members.values()
        if other is not member and place - JUST_BEFORE < other.first < place and other.introduced and other.count <= 1
    ]
    return max(near, key=lambda other: other.first, default=None)


def _detail(member: Member, newcomer: Member | None) -> str:
    nobody = f"nothing introduces {member.name!r}"
    if newcomer is None:
        return nobody
    return f"{nobody}; {newcomer.name!r} was introduced just before and is perhaps meant"
