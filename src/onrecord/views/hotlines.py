"""Each line of communication once, with its history: open, cut, refused, restored, as it was reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.lexicon.channels import ChannelStatus, ChannelWord
from onrecord.model import Evidence, Record
from onrecord.views.channels import Channel, channels, own_name


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReport:
    """What one document says of how a line stands, and when it was published (EDTF); None where it only names it."""

    status: ChannelStatus | None
    published: str | None
    document: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of communication between two parties; `names` are what it is called.

    `status` is the one that was reported last; where one document says two things of it ("was cut", "refused to restore
    it") the one that stands last in it. What is only proposed changes nothing: it is the status of a line of which
    nothing else was reported. `history` is in order of time.
    """

    parties: tuple[str, ...]
    family: str
    names: tuple[str, ...]
    status: ChannelStatus | None
    history: tuple[LineReport, ...]

    @property
    def reported(self) -> str | None:
        """When the latest document came out that reports the status."""
        days = [report.published for report in self.history if report.status is self.status]
        return max(filter(None, days), default=None)


def hotlines(records: Sequence[Record], words: Sequence[ChannelWord]) -> tuple[Line, ...]:
    """The lines of communication of some records, in the order in which these first name them."""
    groups: dict[tuple[tuple[str, ...], str, str], list[tuple[Channel, LineReport]]] = {}
    for record in records:
        for channel in channels((record,), words):
            key = channel.parties, channel.family, own_name(channel)
            groups.setdefault(key, []).append((channel, _report(channel, record)))
    return tuple(_line(group) for group in groups.values())


def _report(channel: Channel, record: Record) -> LineReport:
    document = record.document
    return LineReport(
        status=channel.status, published=document.published, document=document.id, evidence=channel.evidence
    )


def _line(group: Sequence[tuple[Channel, LineReport]]) -> Line:
    history = sorted((report for _, report in group), key=lambda report: report.published or "")
    return Line(
        parties=group[0][0].parties,
        family=group[0][0].family,
        names=tuple(dict.fromkeys(_names(group))),
        status=_standing(report.status for report in reversed(history)),
        history=tuple(history),
    )


def _standing(latest_first: Iterable[ChannelStatus | None]) -> ChannelStatus | None:
    told = [status for status in latest_first if status is not None]
    settled = (status for status in told if status is not ChannelStatus.PROPOSED)
    return next(settled, told[0] if told else None)


def _names(group: Sequence[tuple[Channel, LineReport]]) -> Iterator[str]:
    for channel, _ in group:
        yield " ".join(channel.what.exact.split())
